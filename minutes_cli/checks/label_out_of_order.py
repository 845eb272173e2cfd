"""A label that stands behind a later one.

Source order is kept; whoever answers by letter may mean the wrong clause (P28).

Wrong:

    a) That the quay be swept.
    c) That the gate be shut.
    b) That the lamps be lit.

Right:

    a) That the quay be swept.
    b) That the lamps be lit.
    c) That the gate be shut.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, clauses, place
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for clause in clauses(minutes):
        if clause.fault == "out-of-order":
            yield CHECK.finding(f"{clause.label} stands behind a later label of the same list", place(clause))


CHECK = Check("MIN102", "label-out-of-order", "warning", _find)
