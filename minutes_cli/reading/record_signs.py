"""Whether a file is a record that this program wrote: told by its beginning, before anything that reads records is imported."""

from __future__ import annotations

import re

_SCHEMA_LINE = re.compile(rb"^[- ]{0,2}[\"']?schema[\"']? {0,4}: {0,4}[\"']?minutes[-a-z]{0,12}/", re.MULTILINE)
_SCHEMA_MEMBER = re.compile(rb"\"schema\"[ \n]{0,8}:[ \n]{0,8}\"minutes[-a-z]{0,12}/")


def looks_like_record(data: bytes) -> bool:
    """Whether bytes are a record that this program wrote (YAML or JSON), judged by its beginning and the schema that it names."""
    if b"schema" not in data:
        return False
    if begins_as_json(data):
        return _SCHEMA_MEMBER.search(data) is not None
    return _SCHEMA_LINE.search(data) is not None


def begins_as_json(data: bytes) -> bool:
    """Whether bytes begin as a JSON list or object."""
    return data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
