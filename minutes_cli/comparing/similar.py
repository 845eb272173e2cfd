"""Reworded clauses: candidates scored, the best assignment taken, and only what is clearly alike is linked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from minutes_cli.carriers import dataclass, field
from minutes_cli.comparing.assignment import assign
from minutes_cli.comparing.budget import Budget, work
from minutes_cli.comparing.candidates import Index, candidates
from minutes_cli.comparing.corpus import TELLING, Corpus
from minutes_cli.comparing.families import Families
from minutes_cli.comparing.keys import label_value
from minutes_cli.comparing.pairing import Pairing

STRONG = 0.60
"""Likeness from which a pair is linked whatever stands around it."""
FAR = 0.58
"""Likeness from which a pair is linked across other links, once the strong ones stand: it then has moved and was reworded as well."""
OUTSTANDING = 0.40
"""The same where no other clause, linked or not, is nearly as like either of the two."""
FAIR = 0.42
"""Likeness from which a pair is linked where one other link at most stands between the two places."""
NEAR = 0.30
"""Likeness from which a pair is linked where it fills the same gap."""
WEAK = 0.20
"""Likeness below which a pair is not even a weak link."""
HELD = 0.6
"""Share of a clause that another must hold for it to be looked at as a part of that one."""
_SURELY_HELD = 0.8
"""Share from which a clause may rather be a part."""
_BY_FAR = 0.85
_CLEAR = 0.05
_LEAD = 0.10
"""By how much a pair that is hardly alike must be more alike than any other of its clauses."""
_ALL_HELD = 0.9
"""Share from which a clause is held whole."""
_EVERYWHERE = 100
"""Clauses that may hold a word by which another clause is looked for."""
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
    rivals_old: dict[int, list[float]] = field(default_factory=dict)
    rivals_new: dict[int, list[float]] = field(default_factory=dict)
    """For each clause its likenesses, the greatest first."""
    held: Pairs = field(default_factory=dict)
    """Share of the shorter clause that the longer holds, of at least ``HELD``."""

    weighed: set[tuple[int, int]] = field(default_factory=set)
    ranked: int = 0
    """How many likenesses the rivals were ranked from."""

    def weigh(self, corpus: Corpus, pairs: Iterable[tuple[int, int]], budget: Budget) -> None:
        """Adds what pairs are worth, each once, while the budget lasts."""
        fresh = [pair for pair in dict.fromkeys(pairs) if pair not in self.weighed] if budget.left() else []
        old, new = corpus.old.lengths, corpus.new.lengths
        spent = list(accumulate([work(old[i], new[j]) for i, j in fresh]))
        # The pair with which the budget ends is the last one.
        fresh = fresh[: bisect_right(spent, budget.remaining) + 1]
        budget.spend(spent[len(fresh) - 1] if fresh else 0)
        self.weighed.update(fresh)
        for pair, (likeness, held) in zip(fresh, corpus.likenesses(fresh, WEAK, HELD), strict=True):
            if likeness >= WEAK:
                self.likeness[pair] = likeness
            if held >= HELD:
                self.held[pair] = held

    def rank(self) -> None:
        """Puts the likenesses of each clause in order."""
        if self.ranked == len(self.likeness):
            return
        self.ranked = len(self.likeness)
        self.rivals_old.clear()
        self.rivals_new.clear()
        for (i, j), likeness in sorted(self.likeness.items(), key=itemgetter(1), reverse=True):
            self.rivals_old.setdefault(i, []).append(likeness)
            self.rivals_new.setdefault(j, []).append(likeness)

    def clear(self, i: int, j: int) -> bool:
        """Whether a pair is alike by far, or clearly more alike than either clause is to any other one that was free.

        Among clauses of one pattern everything is fairly alike; only what stands out there has moved.
        """
        return self.likeness[i, j] >= _BY_FAR or self.lead(i, j) >= _CLEAR

    def lead(self, i: int, j: int) -> float:
        """By how much a pair is more alike than either clause is to any other one that was free."""
        own = self.likeness[i, j]
        # Of the greatest two of either clause, the one that is not this pair.
        others = [0.0]
        for rivals in (self.rivals_old[i][:2], self.rivals_new[j][:2]):
            others += rivals[1:] if rivals[0] == own else rivals[:1]
        return own - max(others)


class Others:
    """All clauses of both sides, linked ones as well, to hold a doubtful pair against."""

    def __init__(self, corpus: Corpus, budget: Budget) -> None:
        self.corpus, self.budget = corpus, budget

    @cached_property
    def _indexes(self) -> tuple[Index, Index]:
        corpus = self.corpus
        # What a long list holds everywhere leads to nothing, and would be most of the work.
        most = max(_EVERYWHERE, (len(corpus.old.bags) + len(corpus.new.bags)) // 4)
        rare = {number for number, held in corpus.spread.items() if held <= most}
        old, new = (Index({at: bag & rare for at, bag in enumerate(side.bags)}) for side in (corpus.old, corpus.new))
        return old, new

    def distinct(self, i: int, j: int, likeness: float) -> bool:
        """Whether a pair is clearly more alike than either clause is to any other, or one sentence with other figures."""
        return self.corpus.same_but_figures(i, j) or not self.outdone(i, j, likeness - _CLEAR)

    def outdone(self, i: int, j: int, near: float) -> bool:
        """Whether some other clause is more than so like either clause of a pair, of those that share most of its rare words."""
        corpus = self.corpus
        old, new = corpus.old, corpus.new
        of_old, of_new = self._indexes
        # Equal wording was placed before: which of its like a clause is says nothing of how sure its answer is.
        known = {old.entries[i].key, new.entries[j].key}
        for other in of_new.nearest(old.bags[i], j, self.budget):
            if new.entries[other].key not in known and corpus.likeness(i, other)[0] > near:
                return True
        for other in of_old.nearest(new.bags[j], i, self.budget):
            if old.entries[other].key not in known and corpus.likeness(other, j)[0] > near:
                return True
        return False


def score(pairing: Pairing, corpus: Corpus, budget: Budget) -> Scores:
    """Weighs the free clauses that may answer each other, or be whole and part."""
    scores = Scores()
    olds = [i for i in pairing.free_old() if corpus.old.numbers[i]]
    news = [j for j in pairing.free_new() if corpus.new.numbers[j]]
    scores.weigh(corpus, candidates(corpus, olds, news, budget), budget)
    scores.weigh(corpus, pairing.same_gap(), budget)
    scores.rank()
    return scores


def look_around(pairing: Pairing, corpus: Corpus, scores: Scores, budget: Budget) -> None:
    """Weighs also the free clauses that by now fill the same gap: what was reworded there may have lost its rare words."""
    scores.weigh(corpus, pairing.same_gap(), budget)
    scores.rank()


def pair_similar(
    pairing: Pairing,
    corpus: Corpus,
    scores: Scores,
    budget: Budget,
    accept: Callable[[int, int, float], bool],
    waiting: Collection[int] = (),
    *,
    unrivalled: bool = False,
    plain: bool = False,
) -> None:
    """Links free clauses by the assignment of greatest likeness, among the pairs that ``accept(i, j, likeness)`` lets stand.

    What could not stand takes no part: two poor pairs must not keep out a good one that they outweigh. ``unrivalled`` lets only stand
    what no other pair of its clauses outweighs; ``plain`` links go without score and margin.
    ``waiting`` are clauses left out: old positions, and new ones as -1 less the position.
    """
    free_old, free_new = set(pairing.free_old()).difference(waiting), {j for j in pairing.free_new() if -1 - j not in waiting}
    weights = _Weights(pairing, {pair: known for pair, known in scores.likeness.items() if pair[0] in free_old and pair[1] in free_new})
    rivals = Rivals(weights)
    accepted = [pair for pair, known in weights.likeness.items() if accept(*pair, known) and not (unrivalled and rivals.margin(*pair) < 0)]
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in accepted:
        columns[i].append(j)
    found: list[tuple[int, int, float, bool]] = []
    for olds in _components(accepted):
        rows = [[(j, round(weights[i, j] * 1_000_000)) for j in columns[i]] for i in olds]
        chosen = {i: j for i, j in zip(olds, assign(rows, budget), strict=True) if j is not None}
        if plain:
            found.extend((i, j, 0.0, False) for i, j in chosen.items())
            continue
        back = {j: i for i, j in chosen.items()}
        found.extend((i, j, rivals.margin(i, j), _exchangeable(weights, rivals, chosen, back, i, j)) for i, j in chosen.items())
    # Only now: links change what stands around a pair, and so its weight.
    for i, j, margin, ambiguous in found:
        pairing.link(i, j, "similarity", 0.0 if plain else corpus.score(i, j), margin, ambiguous=ambiguous)


def strong(pairing: Pairing, corpus: Corpus, scores: Scores, others: Others) -> Callable[[int, int, float], bool]:
    """Accepts what is alike whatever stands around it, unless it is held even better by a clause that holds its neighbour as well.

    Such a clause is rather a part of that one than the answer to its like; it waits for splits and merges.
    """
    parts_old, parts_new = _parts(scores, corpus, of_old=True), _parts(scores, corpus, of_old=False)

    def may_stand(gaps: int, i: int, j: int, likeness: float) -> bool:
        return not gaps or ((gaps == 1 or scores.clear(i, j)) and others.distinct(i, j, likeness))

    def accept(i: int, j: int, likeness: float) -> bool:
        if likeness < STRONG:
            return False
        held = max((share for share, whole in parts_old.get(i, ()) if whole != j), default=0.0)
        holds = max((share for share, whole in parts_new.get(j, ()) if whole != i), default=0.0)
        return likeness >= max(held, holds) and may_stand(pairing.gaps_apart(i, j), i, j, likeness)

    return accept


def _parts(scores: Scores, corpus: Corpus, *, of_old: bool) -> dict[int, list[tuple[float, int]]]:
    """For each clause of one side the longer clauses that hold it and one that stands beside it, with the share that they hold."""
    held = scores.held if of_old else {(j, i): share for (i, j), share in scores.held.items()}
    parts, wholes = (corpus.old, corpus.new) if of_old else (corpus.new, corpus.old)
    found: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (part, whole), share in held.items():
        if share >= _SURELY_HELD and len(wholes.content[whole]) > len(parts.content[part]) and _beside(held, part, whole):
            found[part].append((share, whole))
    return found


def _beside(held: Pairs, part: int, whole: int) -> bool:
    return (part - 1, whole) in held or (part + 1, whole) in held


def fair(pairing: Pairing, corpus: Corpus, scores: Scores, others: Others) -> Callable[[int, int, float], bool]:
    """Accepts by likeness and distance: what fills the same gap may be far more reworded than what moved.

    What stands far away and is hardly alike is only taken where nothing else comes near, not even a clause that is linked already.
    """

    def stands_out(i: int, j: int, likeness: float) -> bool:
        if likeness < OUTSTANDING or scores.lead(i, j) < _LEAD:
            return False
        shorter = min(len(corpus.old.content[i]), len(corpus.new.content[j]))
        kept = round(corpus.likeness(i, j)[1] * shorter)
        return kept >= TELLING and not others.outdone(i, j, likeness - _LEAD)

    def accept(i: int, j: int, likeness: float) -> bool:
        gaps = pairing.gaps_apart(i, j)
        if gaps > 1 and likeness < FAR:
            return stands_out(i, j, likeness)
        if gaps:
            return (
                likeness >= FAIR
                and (scores.clear(i, j) or gaps == 1)
                and others.distinct(i, j, likeness)
                and (likeness >= FAR or corpus.akin(i, j))
            )
        return likeness >= NEAR and (likeness >= FAR or corpus.akin(i, j))

    return accept


def pair_held(pairing: Pairing, corpus: Corpus, scores: Scores) -> None:
    """Links a short clause with the long one that holds all its telling words, where no other free one comes near on either side.

    An agenda names in five words what is decided in fifty.
    """
    free_old, free_new = set(pairing.free_old()), set(pairing.free_new())
    shares = {(i, j): corpus.held(i, j) for i, j in scores.held if i in free_old and j in free_new}
    olds: defaultdict[int, list[float]] = defaultdict(list)
    news: defaultdict[int, list[float]] = defaultdict(list)
    for (i, j), share in shares.items():
        olds[i].append(share)
        news[j].append(share)
    for (i, j), share in sorted(shares.items()):
        telling = min(len(set(corpus.old.content[i])), len(set(corpus.new.content[j])))
        if min(share, scores.held[i, j]) < _ALL_HELD or telling < TELLING:
            continue
        margin = share - max((*sorted(olds[i])[:-1], *sorted(news[j])[:-1]), default=0.0)
        if margin >= _LEAD:
            pairing.link(i, j, "similarity", corpus.score(i, j), margin)


def anything(_i: int, _j: int, _likeness: float) -> bool:
    """Accepts what is left."""
    return True


class _Weights:
    """What free pairs compete with, worked out when it is asked for: likeness, then what stands around them, label and place."""

    def __init__(self, pairing: Pairing, likeness: Pairs) -> None:
        self.pairing, self.likeness = pairing, likeness
        self._known: Pairs = {}
        self._labels = [label_value(entry.label) for entry in pairing.old], [label_value(entry.label) for entry in pairing.new]

    def __getitem__(self, pair: tuple[int, int]) -> float:
        weight = self._known.get(pair)
        if weight is None:
            weight = self._known[pair] = self._weight(*pair)
        return weight

    def _weight(self, i: int, j: int) -> float:
        pairing, (olds, news) = self.pairing, self._labels
        gap = pairing.gaps_apart(i, j)
        around = _SAME_GAP if gap == 0 else _NEXT_GAP if gap == 1 else 0.0
        around += _BESIDE * (pairing.linked(i - 1, j - 1) + pairing.linked(i + 1, j + 1))
        label = _LABEL if olds[i] and olds[i] == news[j] else 0.0
        return self.likeness[i, j] + around + label + _PLACE * (1 - abs(i / len(olds) - j / len(news)))


class Rivals:
    """For each clause the pairs it may enter."""

    def __init__(self, weights: _Weights) -> None:
        self.weights = weights
        self.of_old: defaultdict[int, list[int]] = defaultdict(list)
        self.of_new: defaultdict[int, list[int]] = defaultdict(list)
        for i, j in weights.likeness:
            self.of_old[i].append(j)
            self.of_new[j].append(i)

    def margin(self, i: int, j: int) -> float:
        """By how much a pair's weight exceeds the best other pair of either clause."""
        others: Iterable[float] = (
            *(self.weights[i, other] for other in self.of_old[i] if other != j),
            *(self.weights[other, j] for other in self.of_new[j] if other != i),
        )
        return min(1.0, self.weights[i, j] - max(others, default=0.0))


def _components(pairs: Collection[tuple[int, int]]) -> list[list[int]]:
    """Old positions in groups that share no candidate; each group and the groups in ascending order."""
    families = Families()
    for i, j in pairs:
        families.join(i, -1 - j)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for i in sorted({i for i, _ in pairs}):
        groups[families.leader(i)].append(i)
    return list(groups.values())


def _exchangeable(weights: _Weights, rivals: Rivals, chosen: dict[int, int], back: dict[int, int], i: int, j: int) -> bool:
    """Whether another choice for the clause, or an exchange of partners with another link, would be as good but for label and place."""
    own = weights[i, j]
    for other in rivals.of_old[i]:
        if other != j:
            holder = back.get(other)
            theirs = weights[holder, other] if holder is not None else 0.0
            swapped = weights[holder, j] if holder is not None and (holder, j) in weights.likeness else 0.0
            if weights[i, other] + swapped >= own + theirs - _TIE:
                return True
    return any(other != i and other not in chosen and weights[other, j] >= own - _TIE for other in rivals.of_new[j])
