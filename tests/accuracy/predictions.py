"""Parses a labelled document with the program and puts what it found into a page, its positions counted in the file."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from pathlib import Path

from minutes_cli.model import Clause, Group, Minutes, Span, Vote
from tests.accuracy.labels import CORPUS
from tests.accuracy.page import Gathered, Labelled, Page, plain_label, plain_name, trim

SAME_OUTCOME = {"nem-con": "unanimous", "casting-vote": "carried"}
"""Outcomes that the labels do not tell apart."""


class Places:
    """From positions in an extracted text to positions in its file."""

    def __init__(self, origin: list[tuple[int, int]]) -> None:
        """Takes `Source.origin`: from each pair on, both positions count alike until the next pair."""
        self._texts = [text for text, _ in origin]
        self._files = [file for _, file in origin]

    def offset(self, position: int) -> int:
        """The place in the file of the character at `position` of the text."""
        pair = bisect_right(self._texts, position) - 1
        return position if pair < 0 else self._files[pair] + position - self._texts[pair]

    def span(self, span: Span) -> Span:
        """The stretch of the file that holds a stretch of the text, from its first character to its last."""
        start, end = span
        return (self.offset(start), self.offset(end - 1) + 1) if end > start else (self.offset(start), self.offset(start))


def _whole(clause: Clause) -> Span | None:
    if clause.spans:
        return clause.spans[0][0], clause.spans[-1][1]
    return clause.span


def _vote(vote: Vote | None) -> tuple[str | None, int | None, int | None, int | None] | None:
    if vote is None:
        return None
    outcome = SAME_OUTCOME.get(vote.outcome, vote.outcome) if vote.outcome else None
    return outcome, vote.for_, vote.against, vote.abstain


def _gathered(group: Group) -> Gathered:
    vote = group.vote or next((clause.vote for clause in group.clauses if clause.vote), None)
    return Gathered(
        group.status,
        group.form == "narrative",
        frozenset(plain_name(name) for name in chain(group.moved_by, *(clause.moved_by for clause in group.clauses))),
        frozenset(plain_name(name) for name in chain(group.seconded_by, *(clause.seconded_by for clause in group.clauses))),
        _vote(vote),
    )


def to_page(minutes: Minutes, origin: list[tuple[int, int]], like: Page) -> Page:
    """What `minutes` holds inside the window of the labelled page `like`, as a page of the same document.

    A clause is inside when the whole of it is. Conditions count as clauses below theirs, since the labels make no difference.
    """
    places = Places(origin)
    first, last = like.window
    page = Page(like.name, like.body, like.half, like.window, like.text)
    for group in (group for item in minutes.items for group in item.groups):
        index = len(page.groups)
        page.groups.append(_gathered(group))
        pending: list[tuple[Clause, int | None]] = [(clause, None) for clause in reversed(group.clauses)]
        while pending:
            clause, parent = pending.pop()
            below = parent
            span = _whole(clause)
            if span is not None:
                start, end = trim(like.text, *places.span(span))
                if first <= start < end <= last:
                    below = len(page.clauses)
                    page.clauses.append(Labelled((start, end), plain_label(clause.label), clause.kind, index, parent))
            pending += [(child, below) for child in reversed(clause.clauses + clause.conditions)]
    return page


def predict(like: Page, corpus: Path = CORPUS, grammar: str = "auto") -> Page:
    """Reads and parses the document of the labelled page `like` and gives what was found there."""
    from minutes_cli.parsing import parse
    from minutes_cli.reading import read

    source = read(str(corpus / like.name))
    return to_page(parse(source, grammar=grammar), source.origin, like)
