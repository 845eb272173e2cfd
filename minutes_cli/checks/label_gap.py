"""A label that is missing from a list.

Either a clause was dropped, or it is buried in its neighbour; the reader must be told which label is not there (P28).

Wrong:

    1. That the quay be swept.
    3. That the gate be shut.

Right:

    1. That the quay be swept.
    2. That the lamps be lit.
    3. That the gate be shut.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, lists, place
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for listed in lists(minutes):
        printed = {clause.label for clause in listed}
        for clause in listed:
            if clause.fault == "gap" and clause.missing not in printed:
                yield CHECK.finding(f"{clause.label} follows without {clause.missing}", place(clause))


CHECK = Check("MIN101", "label-gap", "warning", _find)
