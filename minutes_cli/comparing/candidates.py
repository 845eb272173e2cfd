"""Which pairs are worth scoring: those that share rare words or runs of words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import add

from minutes_cli.comparing.budget import Budget
from minutes_cli.comparing.corpus import Corpus

MOST = 10
"""Candidates that a clause may have by its words (fault R20)."""
_ALL_PAIRS = 1600
"""Up to this many pairs, all are scored: small lists deserve certainty."""
_FEW = 4
_FAR = (1 << 22) - 1
_BITS = 64
_FEATURE = (1 << _BITS) - 1
_POSTINGS = 100
"""Postings looked at for one clause, rarest feature first; what comes later hardly tells clauses apart."""


def candidates(corpus: Corpus, old: Sequence[int], new: Sequence[int], budget: Budget) -> list[tuple[int, int]]:
    """Pairs (old position, new position) to score, ascending, each once."""
    if len(old) * len(new) <= _ALL_PAIRS:
        return [(i, j) for i in old for j in new]
    bigrams = [(number + 1) * len(corpus.weight) for number in range(len(corpus.weight))]
    features_old = {i: _features(corpus.old.numbers[i], bigrams) for i in old}
    features_new = {j: _features(corpus.new.numbers[j], bigrams) for j in new}
    ratio = len(corpus.new.numbers) / len(corpus.old.numbers)
    pairs = set(_nearest(features_old, features_new, ratio, budget))
    sought = Counter(j for _, j in pairs)
    # What few have chosen looks for itself; what many have is well enough known.
    lonely = {j: features for j, features in features_new.items() if sought[j] < _FEW}
    pairs.update((i, j) for j, i in _nearest(lonely, features_old, 1 / ratio, budget))
    return sorted(pairs)


def _features(numbers: Sequence[int], bigrams: Sequence[int]) -> list[int]:
    """Words and pairs of neighbours, each once, as numbers; pairs lie above all words. ``bigrams`` has for each word its first pair."""
    return list(dict.fromkeys([*numbers, *map(add, map(bigrams.__getitem__, numbers), numbers[1:])]))


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
        postings: defaultdict[int, list[int]] = defaultdict(list)
        for at, features in sought.items():
            for feature in features:
                postings[feature].append(at)
        self.postings = postings
        self.ranks = {feature: (len(held) << _BITS) + feature for feature, held in postings.items()}
        """For each feature how many hold it and itself as one number."""

    def nearest(self, features: Iterable[int], place: float, budget: Budget) -> list[int]:
        """The positions that share most of the features, rare ones above all; of those that share as much the nearest to a place."""
        postings, ranks = self.postings, self.ranks
        votes: dict[int, int] = {}
        known = votes.get
        looked = 0
        for rank in sorted(filter(None, map(ranks.get, features))):
            length = rank >> _BITS
            if looked and looked + length > _POSTINGS:
                break
            # The rarest feature always counts, but even that one only as far as the limit.
            vote = 1000 // length if length < 1000 else 1
            held = postings[rank & _FEATURE]
            for at in held if length <= _POSTINGS else held[:_POSTINGS]:
                votes[at] = known(at, 0) + vote
            looked += length
        budget.spend(looked)
        # One number a candidate: votes, then nearness of place, then the place itself; of many alike the nearest is the likeliest.
        fewest = sorted(votes.values())[-MOST] if len(votes) > MOST else 0
        ranked = sorted(
            [(count << 44) + ((_FAR - int(abs(at - place))) << 22) + at for at, count in votes.items() if count >= fewest], reverse=True
        )[:MOST]
        return [value & _FAR for value in ranked]
