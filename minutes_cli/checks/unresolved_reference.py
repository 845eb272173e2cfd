"""A reference to a clause that is not there.

The label that it names stands in no list of the item: the list was relettered, or a clause was dropped (P17).

Wrong:

    a) That the quay be swept.
    b) That recommendation d) be done first.

Right:

    a) That the quay be swept.
    b) That recommendation a) be done first.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, references_of
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for reference in references_of(minutes, "unresolved"):
        yield CHECK.finding("a reference points at no clause of this item", reference.span)


CHECK = Check("MIN201", "unresolved-reference", "warning", _find)
