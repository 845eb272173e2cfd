"""A lead-in that nothing follows.

The words of the resolution are lost, or stand somewhere else (R12, R49).

Wrong:

    RESOLVED:
    Supporting documents:

Right:

    RESOLVED:
    That the report be noted.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check
from minutes_cli.model import Finding, Minutes

MOST = 5
"""Findings of this kind that are listed one by one; the rest is counted."""


def _find(minutes: Minutes) -> Iterator[Finding]:
    for span in minutes.empty[:MOST]:
        yield CHECK.finding("no words follow this lead-in", span)
    if len(minutes.empty) > MOST:
        yield CHECK.finding(f"{len(minutes.empty) - MOST} more lead-ins without words", minutes.empty[MOST])


CHECK = Check("MIN402", "empty-resolution", "warning", _find)
