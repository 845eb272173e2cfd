"""A label that is glued to its words.

The clause is read all the same, but search, sorting and other programs take the label for a part of the first word (R33).

Wrong:

    (a)That the quay be swept.

Right:

    (a) That the quay be swept.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, clauses
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for clause in clauses(minutes):
        begin = clause.span or (clause.spans[0] if clause.spans else None)
        if clause.label and clause.text and clause.label_span and begin and clause.label_span[1] == begin[0]:
            yield CHECK.finding(f"no space stands between {clause.label} and its words", clause.label_span)


CHECK = Check("MIN107", "label-space", "note", _find)
