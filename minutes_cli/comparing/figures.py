"""Clauses that differ in their figures alone: the same sentence with another sum, date or count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from itertools import product

from minutes_cli.comparing.budget import Budget
from minutes_cli.comparing.corpus import Corpus
from minutes_cli.comparing.pairing import Pairing
from minutes_cli.comparing.similar import Scores


def pair_figures(
    pairing: Pairing, corpus: Corpus, scores: Scores, budget: Budget, waiting: Collection[int] = (), *, anywhere: bool = False
) -> None:
    """Links free clauses that are alike but for their figures, where they fill one gap; ``anywhere``, where no other such pair is left.

    In a family of one pattern a sum in common says less than a sentence in common. Several in one gap are taken in their order, and are
    ``ambiguous``. ``waiting`` are clauses left out: old positions, and new ones as -1 less the position.
    """
    groups: defaultdict[tuple[int, tuple[str, ...]], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, (side, free) in enumerate(((corpus.old, pairing.free_old()), (corpus.new, pairing.free_new()))):
        for at in free:
            masked = None if (-1 - at if number else at) in waiting else side.masked(at)
            if masked:
                groups[0 if anywhere else pairing.gap(number, at), masked][number].append(at)
    alike = [(olds, news) for olds, news in groups.values() if len(olds) == len(news) and not (anywhere and len(olds) > 1)]
    scores.weigh(corpus, [pair for olds, news in alike for pair in product(olds, news)], budget)
    scores.rank()
    for olds, news in alike:
        for i, j in zip(olds, news, strict=True):
            margin = scores.lead(i, j) if (i, j) in scores.likeness else 0.0
            pairing.link(i, j, "similarity", corpus.score(i, j), margin, ambiguous=len(olds) > 1)
