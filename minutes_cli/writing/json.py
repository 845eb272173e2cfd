"""Records as JSON: always one list of documents, a document a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_UNSEEN = re.compile(
    "[\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U0010ffff]"
)
"""What JSON would let through raw although a terminal acts on it or nobody can see it."""


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def to_json(record: Mapping[str, Any]) -> str:
    """One record on one line, without a line end; controls and invisible characters as ``\\u`` escapes."""
    return _UNSEEN.sub(_escape, json.dumps(record, ensure_ascii=False, allow_nan=False))


def json_list(records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """The pieces of one JSON list of documents, in UTF-8; each record is written before the next is asked for."""
    opening = b"[\n"
    for record in records:
        yield opening + to_json(record).encode("utf8")
        opening = b",\n"
    yield b"[]\n" if opening == b"[\n" else b"\n]\n"


def json_document(record: Any) -> bytes:
    """One value alone, indented for people; used where there is always exactly one (comparison, trace, findings)."""
    return (_UNSEEN.sub(_escape, json.dumps(record, ensure_ascii=False, allow_nan=False, indent=2)) + "\n").encode("utf8")
