"""A list that does not begin at its first label.

What stood before may be lost, or the numbering runs on from a list elsewhere (P14, P28).

Wrong:

    c) That the gate be shut.
    d) That the lamps be lit.

Right:

    a) That the gate be shut.
    b) That the lamps be lit.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, clauses, place
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for clause in clauses(minutes):
        if clause.fault == "late-start":
            yield CHECK.finding(f"the list begins at {clause.label}, not at {clause.missing}", place(clause))


CHECK = Check("MIN105", "label-late-start", "note", _find)
