"""The places of a text at which a search tries phrases: near the words that they cannot do without, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from minutes_cli.grammar.folding import LONGEST_WORD, RUN, fold
from minutes_cli.grammar.index import PRINTED_CLASSES, Entry, place_at
from minutes_cli.grammar.words_seen import is_usual, seen_in, spelled, unmarked

FEW = 12
"""Words that are looked for one by one; more of them are found sooner by reading every word."""


class Stretch:
    """A stretch of a text in which phrases are looked for, with what all searches ask of it: worked out once, when first asked."""

    __slots__ = ("_folded", "limit", "pos", "seen", "text")

    def __init__(self, text: str, pos: int, limit: int) -> None:
        self.text = text
        self.pos = pos
        self.limit = limit
        piece = text[pos:limit]
        self.seen = seen_in(piece)
        self._folded: str | None = None

    def is_of(self, text: str, pos: int, limit: int) -> bool:
        """True if it is this very stretch of this very text."""
        return self.text is text and self.pos == pos and self.limit == limit

    def hits(self, words: set[str]) -> Iterator[int]:
        """Where one of `words` stands in the text, or is spelled in single letters; ascending, one by one."""
        folded = self.folded()
        if folded and all(map(str.isascii, words)):
            found = merge(*(_word_places(word, folded, self.pos, self.pos, self.limit) for word in words))
        else:
            runs = RUN.finditer(self.text, self.pos, self.limit)
            found = (run.start() for run in runs if fold(run.group()[: 2 * LONGEST_WORD]) in words)
        if not self.seen.spelled:
            return found
        letters = list(spelled(self.text[self.pos : self.limit]))
        apart = [self.pos + at[hit.start()] for joined, at in letters for word in words for hit in re.finditer(re.escape(word), joined)]
        return merge(found, sorted(apart))

    def folded(self) -> str:
        """The stretch folded, where that leaves every letter in its place; else the empty text."""
        if self._folded is None:
            piece = self.text[self.pos : self.limit]
            folded = piece.casefold()
            self._folded = folded if len(folded) == len(piece) and is_usual(piece) else ""
        return self._folded


def starts(entries: list[Entry], stretch: Stretch, reach: int) -> Iterator[int]:
    """Where a word stands that one of `entries` may begin with; a trigger stands within `reach` of each."""
    text, pos, limit = stretch.text, stretch.pos, stretch.limit
    firsts = frozenset[str]().union(*(entry.first for entry in entries))
    by_class = not firsts.isdisjoint(PRINTED_CLASSES)
    words = [first for first in firsts if first[0].isalnum()]
    plain = not by_class and len(words) <= FEW and not stretch.seen.spelled and all(map(str.isascii, words))
    for low, high in _windows(entries, stretch, reach):
        if plain and stretch.folded():
            yield from sorted({at for word in words for at in _word_places(word, stretch.folded(), pos, low, high)})
            continue
        for run in RUN.finditer(text, low, limit):
            start = run.start()
            if start >= high:
                break
            if start == low > pos and text[low - 1].isalnum():
                continue
            printed = run.group()
            key = printed.casefold() if printed.isascii() else fold(printed[: 2 * LONGEST_WORD])
            if key not in firsts and len(key) > 1 and not (by_class and (len(key) < 7 or not printed[0].islower())):
                continue
            place = place_at(text, start)
            if any(entry.may_begin(place) for entry in entries):
                yield start


def _windows(entries: list[Entry], stretch: Stretch, reach: int) -> Iterator[tuple[int, int]]:
    """Stretches, in order and apart, in which a phrase may begin: its trigger stands there or within `reach` after it."""
    triggers: set[str] = set()
    for entry in entries:
        if entry.trigger is None or "==" in entry.trigger:
            yield stretch.pos, stretch.limit
            return
        triggers |= entry.trigger
    back = 0 if all(entry.opens for entry in entries) else reach - 1
    window: tuple[int, int] | None = None
    for hit in stretch.hits({unmarked(word) for word in triggers}):
        low = max(stretch.pos, hit - back)
        if window is None:
            window = low, hit + 1
        elif low <= window[1]:
            window = window[0], max(window[1], hit + 1)
        else:
            yield window
            window = low, hit + 1
    if window is not None:
        yield window


def _word_places(word: str, folded: str, pos: int, low: int, high: int) -> Iterator[int]:
    """Where a word begins between `low` and `high` in a folded text whose first character stands at `pos`."""
    stop = high - pos + len(word) - 1
    at = folded.find(word, low - pos, stop)
    while at >= 0:
        end = at + len(word)
        if not (at and folded[at - 1].isalnum()) and not folded[end : end + 1].isalnum():
            yield pos + at
        at = folded.find(word, at + 1, stop)
