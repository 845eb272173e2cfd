"""The JSON Schemas of the records, as files that travel with the package."""

from __future__ import annotations

from importlib.resources import files

SCHEMAS = {"parse": "minutes-1.json", "diff": "minutes-diff-1.json", "trace": "minutes-trace-1.json"}
"""What a record comes from, and the file of its schema."""


def schema_text(record: str) -> str:
    """The JSON Schema (draft 2020-12) of the records that ``parse``, ``diff`` or ``trace`` writes. Raises KeyError for others."""
    return files(__name__).joinpath(SCHEMAS[record]).read_text(encoding="utf8")
