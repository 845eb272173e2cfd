"""A reference that could mean several clauses.

The label that it names is printed more than once (P17, P28).

Wrong:

    a) That the quay be swept.
    a) That the lamps be lit.
    b) That recommendation a) be done first.

Right:

    a) That the quay be swept.
    b) That the lamps be lit.
    c) That recommendation a) be done first.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, references_of
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for reference in references_of(minutes, "ambiguous"):
        yield CHECK.finding("a reference could mean more than one clause", reference.span)


CHECK = Check("MIN202", "ambiguous-reference", "warning", _find)
