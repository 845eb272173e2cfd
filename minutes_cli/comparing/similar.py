"""Reworded clauses: candidates scored, the best assignment taken, and only what is clearly alike is linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from minutes_cli.comparing.assignment import assign
from minutes_cli.comparing.budget import Budget
from minutes_cli.comparing.candidates import candidates
from minutes_cli.comparing.corpus import Corpus
from minutes_cli.comparing.keys import label_value
from minutes_cli.comparing.pairing import Pairing

STRONG = 0.60
"""Likeness from which a pair is linked whatever stands around it."""
FAR = 0.58
"""Likeness from which a pair is linked across other links, once the strong ones stand: it then has moved and was reworded as well."""
FAIR = 0.42
"""Likeness from which a pair is linked where one other link at most stands between the two places."""
NEAR = 0.30
"""Likeness from which a pair is linked where it fills the same gap."""
WEAK = 0.20
"""Likeness below which a pair is not even a weak link."""
HELD = 0.6
"""Share of a clause that another must hold for it to be looked at as a part of that one."""
_TIE = 0.01
_SAME_GAP, _NEXT_GAP, _BESIDE = 0.05, 0.02, 0.03
_LABEL, _PLACE = 0.004, 0.002

Pairs = dict[tuple[int, int], float]
"""A value by (old position, new position)."""


@dataclass(slots=True)
class Scores:
    """What is known of the pairs that were weighed."""

    likeness: Pairs = field(default_factory=dict)
    """Of at least ``WEAK``."""
    held: Pairs = field(default_factory=dict)
    """Share of the shorter clause that the longer holds, of at least ``HELD``."""


def score(pairing: Pairing, corpus: Corpus, budget: Budget) -> Scores:
    """Weighs the free clauses that may answer each other, or be whole and part."""
    scores = Scores()
    olds = [i for i in pairing.free_old() if corpus.old.numbers[i]]
    news = [j for j in pairing.free_new() if corpus.new.numbers[j]]
    for pair in candidates(corpus, olds, news, budget):
        if not budget.left():
            break
        budget.spend(1 + len(corpus.new.content[pair[1]]) // 8)
        likeness, held = corpus.likeness(*pair)
        if likeness >= WEAK:
            scores.likeness[pair] = likeness
        if held >= HELD:
            scores.held[pair] = held
    return scores


def pair_similar(
    pairing: Pairing,
    corpus: Corpus,
    scores: Scores,
    budget: Budget,
    accept: Callable[[int, int, float, float], bool],
    waiting: Collection[int] = (),
) -> None:
    """Links free clauses by the assignment of greatest likeness; ``accept(i, j, likeness, margin)`` decides which of its pairs stand.

    ``waiting`` are clauses left out: old positions, and new ones as -1 less the position.
    """
    free_old, free_new = set(pairing.free_old()).difference(waiting), {j for j in pairing.free_new() if -1 - j not in waiting}
    both_free = [pair for pair in scores.likeness if pair[0] in free_old and pair[1] in free_new]
    weights = {pair: _weight(pairing, pair, scores.likeness[pair]) for pair in both_free}
    rivals = Rivals(weights)
    for olds in _components(weights):
        rows = [[(j, round(weights[i, j] * 1_000_000)) for j in rivals.of_old[i]] for i in olds]
        chosen = {i: j for i, j in zip(olds, assign(rows, budget), strict=True) if j is not None}
        back = {j: i for i, j in chosen.items()}
        for i, j in chosen.items():
            margin = rivals.margin(i, j)
            if accept(i, j, scores.likeness[i, j], margin):
                ambiguous = _exchangeable(weights, rivals, chosen, back, i, j)
                pairing.link(i, j, "similarity", corpus.score(i, j), margin, ambiguous=ambiguous)


def strong(_i: int, _j: int, likeness: float, _margin: float) -> bool:
    """Accepts what is alike whatever stands around it."""
    return likeness >= STRONG


def fair(pairing: Pairing) -> Callable[[int, int, float, float], bool]:
    """Accepts by likeness and distance: what fills the same gap may be far more reworded than what moved."""

    def accept(i: int, j: int, likeness: float, _margin: float) -> bool:
        gaps = pairing.gaps_apart(i, j)
        return likeness >= (NEAR if gaps == 0 else FAIR if gaps == 1 else FAR)

    return accept


def weak(_i: int, _j: int, _likeness: float, margin: float) -> bool:
    """Accepts what is left, where nothing rivals it."""
    return margin >= 0


class Rivals:
    """For each clause the pairs it may enter."""

    def __init__(self, weights: Pairs) -> None:
        self.weights = weights
        self.of_old: defaultdict[int, list[int]] = defaultdict(list)
        self.of_new: defaultdict[int, list[int]] = defaultdict(list)
        for i, j in weights:
            self.of_old[i].append(j)
            self.of_new[j].append(i)

    def margin(self, i: int, j: int) -> float:
        """By how much a pair's weight exceeds the best other pair of either clause."""
        others: Iterable[float] = (
            *(self.weights[i, other] for other in self.of_old[i] if other != j),
            *(self.weights[other, j] for other in self.of_new[j] if other != i),
        )
        return min(1.0, self.weights[i, j] - max(others, default=0.0))


def _weight(pairing: Pairing, pair: tuple[int, int], likeness: float) -> float:
    i, j = pair
    gap = pairing.gaps_apart(i, j)
    around = _SAME_GAP if gap == 0 else _NEXT_GAP if gap == 1 else 0.0
    around += _BESIDE * (pairing.linked(i - 1, j - 1) + pairing.linked(i + 1, j + 1))
    label = label_value(pairing.old[i].label)
    same_label = bool(label and label == label_value(pairing.new[j].label))
    return likeness + around + _LABEL * same_label + _PLACE * (1 - abs(i / len(pairing.old) - j / len(pairing.new)))


def _components(weights: Pairs) -> list[list[int]]:
    """Old positions in groups that share no candidate; each group and the groups in ascending order."""
    leader: dict[int, int] = {}

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for i, j in weights:
        one, two = find(leader.setdefault(i, i)), find(leader.setdefault(-1 - j, -1 - j))
        leader[max(one, two)] = min(one, two)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for i in sorted({i for i, _ in weights}):
        groups[find(i)].append(i)
    return list(groups.values())


def _exchangeable(weights: Pairs, rivals: Rivals, chosen: dict[int, int], back: dict[int, int], i: int, j: int) -> bool:
    """Whether another choice for the clause, or an exchange of partners with another link, would be as good but for label and place."""
    own = weights[i, j]
    for other in rivals.of_old[i]:
        if other != j:
            holder = back.get(other)
            theirs = weights[holder, other] if holder is not None else 0.0
            swapped = weights.get((holder, j), 0.0) if holder is not None else 0.0
            if weights[i, other] + swapped >= own + theirs - _TIE:
                return True
    return any(other != i and other not in chosen and weights[other, j] >= own - _TIE for other in rivals.of_new[j])
