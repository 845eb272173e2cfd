"""The words of both sides, numbered and weighed: what similarity is counted over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from minutes_cli.comparing.entries import Entry
from minutes_cli.comparing.keys import vocabulary
from minutes_cli.comparing.lcs import common_length, masks

_COMMON = vocabulary(
    "a an and any are as at be been by for from has have in into is it its of on or other such that the their this to was "
    "were which will with"
)
_COMMON_WEIGHT = 0.25


class Side:
    """One side's entries as numbered words."""

    __slots__ = ("bags", "entries", "masks", "numbers", "weights")

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.numbers: list[list[int]] = []
        self.bags: list[frozenset[int]] = []
        self.weights: list[float] = []
        self.masks: list[dict[int, int] | None] = [None] * len(entries)


class Corpus:
    """Both sides over one numbering; a word weighs more the fewer clauses hold it."""

    def __init__(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        self.old, self.new = Side(old), Side(new)
        numbering: dict[str, int] = {}
        spread: Counter[int] = Counter()
        for side in (self.old, self.new):
            for entry in side.entries:
                numbers = [numbering.setdefault(word, len(numbering)) for word in entry.words]
                side.numbers.append(numbers)
                bag = frozenset(numbers)
                side.bags.append(bag)
                spread.update(bag)
        total = len(old) + len(new)
        self.weight = [0.0] * len(numbering)
        for word, number in numbering.items():
            self.weight[number] = log(1 + total / spread[number]) * (_COMMON_WEIGHT if word in _COMMON else 1.0)
        for side in (self.old, self.new):
            side.weights = [sum(map(self.weight.__getitem__, sorted(bag))) for bag in side.bags]

    def common(self, i: int, j: int) -> int:
        """Length of the longest common subsequence of the words of two clauses."""
        places = self.old.masks[i]
        if places is None:
            places = self.old.masks[i] = masks(self.old.numbers[i])
        return common_length(places, len(self.old.numbers[i]), self.new.numbers[j])

    def dice(self, i: int, j: int) -> float:
        """Share of words kept in order, 0 to 1: the score that a link shows."""
        return dice(self.common(i, j), len(self.old.numbers[i]), len(self.new.numbers[j]))

    def likeness(self, i: int, j: int) -> float:
        """Half the share of words kept in order, half the share of weight in common: 0 to 1, what pairs compete with."""
        shared = sum(map(self.weight.__getitem__, sorted(self.old.bags[i] & self.new.bags[j])))
        total = self.old.weights[i] + self.new.weights[j]
        return (self.dice(i, j) + (2 * shared / total if total else 0.0)) / 2


def dice(common: int, one: int, two: int) -> float:
    """Twice the common length over both lengths; two empty sequences are alike."""
    return 2 * common / (one + two) if one + two else 1.0
