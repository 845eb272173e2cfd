"""``--bare``: a record without its provenance, for people and small pipes."""

from __future__ import annotations

from typing import Any

PROVENANCE = frozenset({"span", "spans", "lines", "evidence", "findings", "coverage", "unparsed", "other"})
"""Keys that say where and why, and not what."""


def without_provenance(record: Any) -> Any:
    """The same record, all keys of `PROVENANCE` left out at every depth."""
    if isinstance(record, dict):
        return {key: without_provenance(content) for key, content in record.items() if key not in PROVENANCE}
    if isinstance(record, list):
        return [without_provenance(content) for content in record]
    return record
