"""The words of both sides, numbered and weighed: what similarity is counted over."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, filterfalse
from math import log

from minutes_cli.comparing import fast
from minutes_cli.comparing.entries import Entry
from minutes_cli.comparing.keys import vocabulary
from minutes_cli.comparing.lcs import common_length, masks

COMMON = vocabulary(
    "a an and any are as at be been by for from has have in into is it its of on or other such that the their this to was "
    "were which will with"
)
_COMMON_WEIGHT = 0.25
_FEW, _PATTERN = 4, 4
"""A word of a pattern stands in more than so many clauses, and in more than one of so many."""
TELLING = 3
"""Telling words that it takes to say what a sentence is about; fewer are anybody's."""
_FIGURE = re.compile(r"\d")
_LONGEST = 10_000
"""Words of a clause that are looked at, half at its head and half at its end: time grows with the square of this and no further."""


class Side:
    """One side's entries as numbered words."""

    __slots__ = ("bags", "content", "counting", "entries", "lengths", "masks", "numbers", "places", "weights")

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.counting: fast.Counting | None = None
        self.numbers: list[list[int]] = []
        self.content: list[list[int]] = []
        """The numbers without common words; all of them where there are no others."""
        self.lengths: list[int] = []
        """How many of these each entry has."""
        self.bags: list[frozenset[int]] = []
        self.weights: list[int] = []
        self.masks: list[dict[int, int] | None] = [None] * len(entries)
        """Where each word stands among the telling ones; worked out when it is asked for."""
        self.places: list[dict[int, int] | None] = [None] * len(entries)
        """The same among all words."""

    def common_length(self, at: int, other: Sequence[int]) -> int:
        """Length of the longest common subsequence of an entry's words and others."""
        if self.counting:
            return self.counting(self.numbers[at], other)
        places = self.places[at]
        if places is None:
            places = self.places[at] = masks(self.numbers[at])
        return common_length(places, len(self.numbers[at]), other)

    def masked(self, at: int) -> tuple[str, ...] | None:
        """The words with every figure made ``0``; None without figures, or where too few words tell what the sentence is about."""
        entry = self.entries[at]
        if not _FIGURE.search(entry.text):
            return None
        words, numbers = entry.words, self.numbers[at]
        masked = tuple("0" if word[0].isdecimal() else word for word in words)
        if masked == words or len(words) != len(numbers):
            return None
        telling = {number for number, word in zip(numbers, masked, strict=True) if word != "0"}.intersection(self.content[at])
        return masked if len(telling) >= TELLING else None


class Corpus:
    """Both sides over one numbering; a word weighs more the fewer clauses hold it.

    Weights are whole numbers, so that sums do not depend on the order in which a set is gone through.
    """

    def __init__(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        self.old, self.new = Side(old), Side(new)
        # A word that is asked for the first time gets the next number.
        numbering: defaultdict[str, int] = defaultdict(count().__next__)
        common = {numbering[word] for word in sorted(COMMON)}
        known: dict[str, tuple[list[int], list[int], frozenset[int]]] = {}
        for side in (self.old, self.new):
            for entry in side.entries:
                read = known.get(entry.text)
                if read is None:
                    words = entry.words if len(entry.words) <= _LONGEST else [*entry.words[: _LONGEST // 2], *entry.words[-_LONGEST // 2 :]]
                    numbers = list(map(numbering.__getitem__, words))
                    content = list(filterfalse(common.__contains__, numbers)) or numbers
                    known[entry.text] = read = (numbers, content, frozenset(numbers))
                side.numbers.append(read[0])
                side.content.append(read[1])
                side.bags.append(read[2])
            side.lengths = list(map(len, side.content))
        self.counting = self.old.counting = self.new.counting = fast.counting(sum(map(len, (*self.old.numbers, *self.new.numbers))))
        self.spread = spread = Counter(chain.from_iterable((*self.old.bags, *self.new.bags)))
        total = len(old) + len(new)
        few = max(_FEW, total // _PATTERN)
        self.telling = {number for number, held in spread.items() if held <= few and number not in common}
        """Words that are neither common nor those of a pattern."""
        self.weight = [0] * len(numbering)
        for number, held in spread.items():
            self.weight[number] = round(1000 * log(1 + total / held) * (_COMMON_WEIGHT if number in common else 1.0))
        # Most clauses read alike on both sides, and then share one bag.
        weigh = self.weight.__getitem__
        weights = {bag: sum(map(weigh, bag)) for _, _, bag in known.values()}
        for side in (self.old, self.new):
            side.weights = list(map(weights.__getitem__, side.bags))

    def score(self, i: int, j: int) -> float:
        """Share of words kept in order, 0 to 1: the score that a link shows."""
        one, two = self.old.numbers[i], self.new.numbers[j]
        return dice(self.old.common_length(i, two), len(one), len(two))

    def held(self, i: int, j: int) -> float:
        """How much of the weight of the shorter clause's words the longer one holds, 0 to 1."""
        old, new = self.old, self.new
        least = old.weights[i] if len(old.content[i]) < len(new.content[j]) else new.weights[j]
        return sum(map(self.weight.__getitem__, old.bags[i] & new.bags[j])) / least if least else 0.0

    def akin(self, i: int, j: int) -> bool:
        """Whether a pair shares a word that tells: clauses of one pattern are alike without being about the same matter."""
        return not self.telling.isdisjoint(self.old.bags[i] & self.new.bags[j])

    def same_but_figures(self, i: int, j: int) -> bool:
        """Whether a pair is one sentence with other figures."""
        masked = self.old.masked(i)
        return masked is not None and masked == self.new.masked(j)

    def likeness(self, i: int, j: int) -> tuple[float, float]:
        """What pairs compete with, and how much of the shorter clause the longer one holds; both 0 to 1.

        Likeness is half the share of telling words kept in order, half the share of weight in common: common words are what
        unlike clauses share, so they do not count. Both are 0 where a pair has too little in common.
        """
        return next(self.likenesses(((i, j),)))

    def likenesses(self, pairs: Iterable[tuple[int, int]], least: float = 0.0, least_held: float = 0.0) -> Iterator[tuple[float, float]]:
        """The same for each of many pairs; both are 0 where neither can reach the ``least`` that is asked for."""
        old, new = self.old, self.new
        lengths_old, lengths_new, bags_old, bags_new = old.lengths, new.lengths, old.bags, new.bags
        weigh, counting = self.weight.__getitem__, self.counting
        for i, j in pairs:
            one, two = lengths_old[i], lengths_new[j]
            both = bags_old[i] & bags_new[j]
            shorter = one if one < two else two
            if len(both) < 3 and shorter > 4:
                # Two words in common make nobody's answer; most candidates end here.
                yield 0.0, 0.0
                continue
            total = old.weights[i] + new.weights[j]
            share = 2 * sum(map(weigh, both)) / total if total else 0.0
            content = new.content[j]
            if share < 2 * least:
                # What is kept in order is no more than what is there in any order.
                most = sum(map(both.__contains__, content))
                if most < least_held * shorter and 2 * most / (one + two) + share < 2 * least:
                    yield 0.0, 0.0
                    continue
            if counting:
                common = counting(old.content[i], content)
            else:
                places = old.masks[i]
                if places is None:
                    places = old.masks[i] = masks(old.content[i])
                common = common_length(places, one, content)
            yield (dice(common, one, two) + share) / 2, common / (shorter or 1)


def dice(common: int, one: int, two: int) -> float:
    """Twice the common length over both lengths; two empty sequences are alike."""
    return 2 * common / (one + two) if one + two else 1.0
