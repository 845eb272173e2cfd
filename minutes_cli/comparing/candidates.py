"""Which pairs are worth scoring: those that share rare words or runs of words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from minutes_cli.comparing.budget import Budget
from minutes_cli.comparing.corpus import Corpus

MOST = 10
"""Candidates that a clause may have by its words (fault R20)."""
_ALL_PAIRS = 1600
"""Up to this many pairs, all are scored: small lists deserve certainty."""
_FEW = 4
_FAR = (1 << 22) - 1
_POSTINGS = 100
"""Postings looked at for one clause, rarest feature first; what comes later hardly tells clauses apart."""


def candidates(corpus: Corpus, old: Sequence[int], new: Sequence[int], budget: Budget) -> list[tuple[int, int]]:
    """Pairs (old position, new position) to score, ascending, each once."""
    if len(old) * len(new) <= _ALL_PAIRS:
        return [(i, j) for i in old for j in new]
    features_old = {i: _features(corpus.old.numbers[i]) for i in old}
    features_new = {j: _features(corpus.new.numbers[j]) for j in new}
    ratio = len(corpus.new.numbers) / len(corpus.old.numbers)
    pairs = set(_nearest(features_old, features_new, ratio, budget))
    sought = Counter(j for _, j in pairs)
    # What few have chosen looks for itself; what many have is well enough known.
    lonely = {j: features for j, features in features_new.items() if sought[j] < _FEW}
    pairs.update((i, j) for j, i in _nearest(lonely, features_old, 1 / ratio, budget))
    return sorted(pairs)


def _features(numbers: Sequence[int]) -> list[int]:
    """Words and pairs of neighbours, each once, as numbers; pairs lie above all words."""
    return list(dict.fromkeys([*numbers, *(((one + 1) << 32) | two for one, two in pairwise(numbers))]))


def _nearest(seekers: dict[int, list[int]], sought: dict[int, list[int]], ratio: float, budget: Budget) -> list[tuple[int, int]]:
    index = Index(sought)
    found: list[tuple[int, int]] = []
    for seeker, features in seekers.items():
        if not budget.left():
            break
        found.extend((seeker, at) for at in index.nearest(features, seeker * ratio, budget))
    return found


class Index:
    """Positions by the features that they hold."""

    def __init__(self, sought: Mapping[int, Iterable[int]]) -> None:
        self.postings: defaultdict[int, list[int]] = defaultdict(list)
        for at, features in sought.items():
            for feature in features:
                self.postings[feature].append(at)

    def nearest(self, features: Iterable[int], place: float, budget: Budget) -> list[int]:
        """The positions that share most of the features, rare ones above all; of those that share as much the nearest to a place."""
        postings = self.postings
        held = sorted([(len(postings[feature]), feature) for feature in features if feature in postings])
        votes: dict[int, int] = {}
        looked = 0
        for length, feature in held:
            if looked and looked + length > _POSTINGS:
                break
            # The rarest feature always counts, but even that one only as far as the limit.
            vote = 1000 // length if length < 1000 else 1
            for at in postings[feature] if length <= _POSTINGS else postings[feature][:_POSTINGS]:
                votes[at] = votes.get(at, 0) + vote
            looked += length
        budget.spend(looked)
        # One number a candidate: votes, then nearness of place, then the place itself; of many alike the nearest is the likeliest.
        fewest = sorted(votes.values())[-MOST] if len(votes) > MOST else 0
        ranked = sorted(
            [(count << 44) + ((_FAR - int(abs(at - place))) << 22) + at for at, count in votes.items() if count >= fewest], reverse=True
        )[:MOST]
        return [value & _FAR for value in ranked]
