"""A label that is printed twice in one list.

A reference to the label could mean either clause, and every answer "by letter" is in doubt. Labels are reported and never renumbered (P28).

Wrong:

    a) That the quay be swept.
    b) That the lamps be lit.
    b) That the gate be shut.

Right:

    a) That the quay be swept.
    b) That the lamps be lit.
    c) That the gate be shut.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, line_of, lists, place
from minutes_cli.model import Clause, Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for listed in lists(minutes):
        seen: dict[str | None, Clause] = {}
        for clause in listed:
            if clause.fault == "duplicate" and clause.label in seen:
                first = seen[clause.label]
                where = "stands at the end of its neighbour's paragraph" if "run-in" in first.inferred else "stands"
                message = f"{clause.label} is printed twice in this list; the first {where} (line {line_of(minutes, place(first))})"
                yield CHECK.finding(message, place(clause), place(first))
            if clause.label is not None:
                seen.setdefault(clause.label, clause)


CHECK = Check("MIN103", "duplicate-label", "warning", _find)
