"""JSON Lines: a clause a row, an object a line (columns in `minutes_cli.writing.rows`)."""

from __future__ import annotations

from minutes_cli.model import Minutes
from minutes_cli.writing.json import to_json
from minutes_cli.writing.rows import clause_rows


def to_jsonl(minutes: Minutes) -> bytes:
    """One line a clause, in UTF-8; nothing for a record without clauses. Lists stay lists, unknown keys are left out."""
    return "".join(to_json(row) + "\n" for row in clause_rows(minutes)).encode("utf8")
