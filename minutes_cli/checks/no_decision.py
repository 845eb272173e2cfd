"""A text in which nothing is decided, asked or reported.

Not a fault of an agenda or of a page of questions; said so that an empty record is not mistaken for a lost one (P37, R52).

Wrong:

    The Chair thanked everybody for coming.

Right:

    RESOLVED that the report be noted.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, groups
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    if next(groups(minutes), None) is None:
        yield CHECK.finding("no resolution or recommendation was found")


CHECK = Check("MIN401", "no-decision", "note", _find)
