"""A clause that is buried at the end of its neighbour's paragraph.

It is easily overlooked, and whoever copies the list may letter the rest anew (P27, R45).

Wrong:

    c) That the quay be swept. d) That the lamps be lit.
    e) That the gate be shut.

Right:

    c) That the quay be swept.
    d) That the lamps be lit.
    e) That the gate be shut.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, clauses, place
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for clause in clauses(minutes):
        if "run-in" in clause.inferred:
            yield CHECK.finding(f"{clause.label} stands at the end of the paragraph of the clause before it", place(clause))


CHECK = Check("MIN106", "run-in-clause", "warning", _find)
