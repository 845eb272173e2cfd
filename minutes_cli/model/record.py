"""From dataclasses to plain records, in field order, leaving out what is unknown or empty."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

HIDDEN = {"record": False}
"""Metadata of a field that never enters the record."""


@cache
def _recorded(kind: type) -> tuple[tuple[str, str], ...]:
    """(attribute, key) of every field of a dataclass that enters the record, in order; a trailing underscore (``for_``) falls off."""
    return tuple((part.name, part.name.rstrip("_")) for part in fields(kind) if part.metadata.get("record", True))


def to_record(value: Any) -> Any:
    """Turns a dataclass into a dict of plain values.

    Keys stand in field order; a key whose value is None, False, empty or hidden is left out, except ``text``, which
    stays when empty. Tuples become lists. Numbers, also 0, stay.
    """
    kind = type(value)
    if kind is str or kind is int:
        return value
    if is_dataclass(kind):
        record: dict[str, Any] = {}
        for name, key in _recorded(kind):
            content = getattr(value, name)
            if content is None or content is False:
                continue
            if content.__class__ is not str:
                content = to_record(content)
            if content or name == "text" or content.__class__ in (int, float):
                record[key] = content
        return record
    if isinstance(value, dict):
        return {key: to_record(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_record(item) for item in value]
    return value
