"""Covering: every non-blank character in exactly one part, and every place with its line (rule 3 of the contract)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from minutes_cli.model import Clause, Minutes, Part, Span
from minutes_cli.parsing.lines import line_starts
from minutes_cli.parsing.tree import walk

_FILLER = frozenset("“”\"'‘’«»|>*_#-–—:;,.()[]{}\\/·•~`&=+<^")


def cover(text: str, claimed: list[Part]) -> tuple[list[Part], list[Span]]:
    """Puts parts in order, cuts overlaps (the earlier claim stands), and fills what nobody claimed.

    Marks and markup between parts are furniture; words between parts are ``unparsed`` and returned with their places.
    """
    parts: list[Part] = []
    missing: list[Span] = []
    at = 0
    for part in sorted(claimed, key=lambda part: part.span):
        start, end = max(part.span[0], at), part.span[1]
        if end <= start:
            continue
        _fill(text, at, start, parts, missing)
        parts.append(part if start == part.span[0] else Part((start, end), part.role, part.node))
        at = end
    _fill(text, at, len(text), parts, missing)
    return parts, missing


def _fill(text: str, start: int, end: int, parts: list[Part], missing: list[Span]) -> None:
    between = text[start:end]
    words = between.strip()
    if not words:
        return
    low = start + len(between) - len(between.lstrip())
    span = (low, low + len(words))
    if all(character in _FILLER or character.isspace() for character in words):
        parts.append(Part(span, "furniture"))
    else:
        parts.append(Part(span, "unparsed"))
        missing.append(span)


def number_lines(minutes: Minutes, text: str, page_starts: list[int]) -> None:
    """Gives clauses their lines and pages, from 1."""
    starts = line_starts(text)
    for clause in every_clause(minutes):
        spans = clause.spans or ([clause.span] if clause.span else [])
        if spans:
            first = bisect_right(starts, spans[0][0])
            last = bisect_right(starts, max(spans[-1][1] - 1, spans[0][0]))
            clause.lines = (first, last)
            if page_starts:
                clause.page = bisect_right(page_starts, spans[0][0])
    for finding in minutes.findings:
        if finding.span is not None and finding.lines is None:
            finding.lines = (bisect_right(starts, finding.span[0]), bisect_right(starts, max(finding.span[1] - 1, finding.span[0])))


def every_clause(minutes: Minutes) -> Iterator[Clause]:
    """All clauses of a record, conditions included, in the order of the text."""
    for item in minutes.items:
        for group in item.groups:
            yield from walk(group)
