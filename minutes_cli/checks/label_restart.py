"""A list that begins again at its first label.

Common where a page lost its numbering between paragraphs: every clause is then number 1 (P28).

Wrong:

    1. That the quay be swept.
    1. That the lamps be lit.

Right:

    1. That the quay be swept.
    2. That the lamps be lit.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, clauses, place
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for clause in clauses(minutes):
        if clause.fault == "restart":
            wanted = f"; {clause.expected_label} was expected" if clause.expected_label else ""
            yield CHECK.finding(f"the list begins again at {clause.label}{wanted}", place(clause))


CHECK = Check("MIN104", "label-restart", "warning", _find)
