"""From dataclasses to plain records, in field order, leaving out what is unknown or empty."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

HIDDEN = {"record": False}
"""Metadata of a field that never enters the record."""


def to_record(value: Any) -> Any:
    """Turns a dataclass into a dict of plain values.

    Keys stand in field order; a key whose value is None, False, empty or hidden is left out, and a trailing
    underscore (``for_``) falls off. Tuples become lists. Numbers, also 0, stay.
    """
    if is_dataclass(value) and not isinstance(value, type):
        record: dict[str, Any] = {}
        for part in fields(value):
            if part.metadata.get("record", True):
                content = getattr(value, part.name)
                plain = content if part.name == "text" else to_record(content)
                if not (plain is None or plain is False or (plain in ("", [], {}) and part.name != "text")):
                    record[part.name.rstrip("_")] = plain
        return record
    if isinstance(value, dict):
        return {key: to_record(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_record(item) for item in value]
    return value
