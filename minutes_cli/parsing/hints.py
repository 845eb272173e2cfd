"""Hints: what a reader knows of the layout and the record must say or heed (design section 7, step 1)."""

from __future__ import annotations

from bisect import bisect_right

from minutes_cli.model import Hint, Minutes
from minutes_cli.parsing.covering import every_clause


def mark_generated(minutes: Minutes, hints: list[Hint]) -> None:
    """Marks the clauses whose label the file only implies: a ``generated-label`` hint lies on the label's place (P28).

    In: a record whose clauses have their label spans, and the hints of its source, in any order.
    """
    written = sorted(hint.span for hint in hints if hint.role == "generated-label")
    if not written:
        return
    starts = [start for start, _ in written]
    for clause in every_clause(minutes):
        if clause.label_span is None:
            continue
        at = bisect_right(starts, clause.label_span[0]) - 1
        nearest = [written[near] for near in (at, at + 1) if 0 <= near < len(written)]
        clause.generated = any(start < clause.label_span[1] and clause.label_span[0] < end for start, end in nearest)
