"""Splits and merges: a clause and the two to four clauses that hold its words between them, also where one of them moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, combinations

from minutes_cli.carriers import dataclass
from minutes_cli.comparing.budget import Budget, work
from minutes_cli.comparing.corpus import Corpus, Side, dice
from minutes_cli.comparing.lcs import common_pairs
from minutes_cli.comparing.pairing import Bead, Pairing
from minutes_cli.comparing.similar import Scores
from minutes_cli.comparing.stretches import block, densest, without

MOST_PARTS = 4
_FIT = 0.5
"""Share of a part that the words of the whole not yet used must cover, where the part stands beside the others."""
_FIT_APART = 0.7
"""The same where it stands elsewhere."""
_GAIN = 0.015
"""By how much a part must raise the score of the bead."""
_ENOUGH = 0.5
"""Score that a bead must reach."""
_APART = 0.1
"""What standing elsewhere takes off a part's claim against another of like wording."""
_NEARLY = 0.9
"""Share of a part from which a clause may be the one that it was cut from."""
_WORSE = 0.2
"""How much worse a part may fit than it fits another clause that has room for it."""
_FEWEST = 4
"""Words that a part must add."""
_BESIDE = 2
"""How far beside its other parts a further part is looked for without any sign of likeness."""
_OPTIONS = 4
"""Likeliest parts that are tried in pairs, with their neighbours, for a whole that has none yet."""


@dataclass(slots=True)
class _Growth:
    """A whole with further parts that fit it: one, or two where the whole had none."""

    gain: float
    whole: int
    parts: list[int]
    score: float


Spare = tuple[Counter[str], Counter[str]]


class Growers:
    """Both directions of growth over one set of scores."""

    def __init__(self, pairing: Pairing, corpus: Corpus, scores: Scores, budget: Budget) -> None:
        self.growers = [_Grower(pairing, corpus, scores, budget, whole_is_old=side) for side in (True, False)]

    def grow(self, spare: Spare | None = None) -> None:
        """Adds free clauses to the clause whose remaining words they hold; the surest first, until nothing fits.

        ``spare`` is given while repeated wording is not placed yet: how many clauses of each wording the old and the new side hold
        more than the other; no more of them may become parts, since equal wording answers equal wording first.
        """
        for grower in self.growers:
            grower.start(spare)
        while True:
            proposals = [(growth, grower) for grower in self.growers for growth in grower.proposals()]
            if not proposals:
                return
            proposals.sort(key=lambda proposal: (-proposal[0].gain, not proposal[1].whole_is_old, proposal[0].whole))
            for growth, grower in proposals:
                grower.take(growth)


class _Grower:
    """Proposals for one direction. They are kept and only worked out again for the wholes that changed."""

    def __init__(self, pairing: Pairing, corpus: Corpus, scores: Scores, budget: Budget, *, whole_is_old: bool) -> None:
        self.pairing = pairing
        self.whole_is_old = whole_is_old
        self.wholes, self.parts = (corpus.old, corpus.new) if whole_is_old else (corpus.new, corpus.old)
        self.spare: Spare | None = None
        self.corpus = corpus
        self.budget = budget
        self.wanted: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.rivals: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.holders: defaultdict[int, list[int]] = defaultdict(list)
        """For each part the wholes that hold nearly all of it."""
        self.claims: dict[tuple[int, int], float] = {}
        """By whole and part how well the part fits all words of the whole."""
        for (i, j), held in scores.held.items():
            whole, part = (i, j) if whole_is_old else (j, i)
            if len(self.wholes.content[whole]) > len(self.parts.content[part]):
                self.wanted[whole].append((-held, part))
                if held >= _NEARLY:
                    self.holders[part].append(whole)
        for (i, j), likeness in scores.likeness.items():
            whole, part = (i, j) if whole_is_old else (j, i)
            self.rivals[part].append((likeness, whole))
        for wanted in self.wanted.values():
            wanted.sort()
        self.blocks: dict[tuple[int, int], list[int]] = {}
        self.middles: dict[tuple[int, int], float] = {}
        """Where in a whole the words of a part lie, on average."""
        self.fits: dict[tuple[int, tuple[int, ...], tuple[int, ...]], list[tuple[int, float, bool]]] = {}
        """By whole, members and added parts: how each part fits."""
        self.gains: dict[tuple[int, tuple[int, ...], tuple[int, ...]], tuple[float, float]] = {}
        """Under the same key the score with the parts, and what they gain."""
        self.refused: set[tuple[int, int]] = set()
        """Wholes and the parts that they cannot hold; with fewer words left they can even less."""
        self.stale: set[int] = set()

    def start(self, spare: Spare | None) -> None:
        """Forgets which wholes nothing fitted: more may be linked by now."""
        self.spare = spare
        self.stale = set(self.wanted)
        self.stale.update(whole for whole, bead in self._beads()[0].items() if bead.matched_by not in ("exact", "context"))

    def _beads(self) -> tuple[dict[int, Bead], dict[int, Bead]]:
        pairing = self.pairing
        return (pairing.of_old, pairing.of_new) if self.whole_is_old else (pairing.of_new, pairing.of_old)

    def proposals(self) -> list[_Growth]:
        """What fits now; wholes that nothing fits are not asked again, since parts only become fewer."""
        found = {whole: self._proposal(whole) for whole in sorted(self.stale)}
        self.stale = {whole for whole, growth in found.items() if growth}
        return [growth for growth in found.values() if growth]

    def _may_grow(self, is_old: bool, at: int) -> bool:
        """Whether a clause is free to enter a bead: not while its own wording still waits on the other side."""
        if self.spare is None:
            return True
        key = (self.pairing.old if is_old else self.pairing.new)[at].key
        return key not in self.spare[0] or self.spare[0 if is_old else 1][key] > 0

    def _members(self, whole: int) -> list[int] | None:
        """The parts that a whole has; None where it cannot be a whole."""
        bead = self._beads()[0].get(whole)
        if bead is None:
            return []
        wholes, parts = (bead.olds, bead.news) if self.whole_is_old else (bead.news, bead.olds)
        if len(wholes) > 1 or len(parts) >= MOST_PARTS or bead.matched_by in ("exact", "context"):
            return None
        return parts

    def _proposal(self, whole: int) -> _Growth | None:
        members = self._members(whole)
        if members is None or not self._may_grow(self.whole_is_old, whole):
            return None
        if members and self._used_up(whole):
            return None
        of_parts = self._beads()[1]
        likely = [part for _, part in self.wanted.get(whole, ())]
        if not members:
            likely = [at for part in self._likeliest(whole) for at in (part, part - 1, part + 1) if 0 <= at < len(self.parts.numbers)]
        if members:
            # What stands beside a part is always looked at: of many clauses of like wording it is the one.
            likely += [at for at in range(min(members) - _BESIDE, max(members) + _BESIDE + 1) if 0 <= at < len(self.parts.numbers)]
        free = [part for part in dict.fromkeys(likely) if part not in of_parts and self._may_grow(not self.whole_is_old, part)]
        if not free:
            return None
        free = [part for part in free if (whole, part) not in self.refused and self._may_hold(whole, part)]
        options = [[part] for part in free] if members else [sorted(pair) for pair in combinations(free[: 2 * _OPTIONS], 2)]
        if not options:
            return None
        left = self._left(whole, members)
        best: _Growth | None = None
        for added in options:
            growth = self._weigh(whole, members, added, left)
            if growth and (best is None or growth.gain > best.gain):
                best = growth
        return best

    def _left(self, whole: int, members: Sequence[int]) -> list[int]:
        """The words of a whole that its members do not hold."""
        left = self.wholes.numbers[whole]
        for at, part in enumerate(members):
            left = without(left, block(left, self.parts.numbers[part]) if at else self._block_of(whole, part))
        return left

    def _block_of(self, whole: int, part: int) -> list[int]:
        """Where the words of a part lie together in a whole of which nothing is taken yet; worked out once."""
        places = self.blocks.get((whole, part))
        if places is None:
            places = self.blocks[whole, part] = block(self.wholes.numbers[whole], self.parts.numbers[part])
        return places

    def _used_up(self, whole: int) -> bool:
        """Whether the parts that a whole has leave too few of its words for another one."""
        bead = self._beads()[0][whole]
        length = len(self.wholes.numbers[whole])
        both = length + sum(len(self.parts.numbers[part]) for part in (bead.news if self.whole_is_old else bead.olds))
        return length - round(bead.score * both / 2) < _FEWEST

    def _likeliest(self, whole: int) -> list[int]:
        """The parts that a whole holds best; of each wording one is enough, a free one and the nearest."""
        place, taken = whole / len(self.wholes.entries) * len(self.parts.entries), self._beads()[1]
        found: dict[str, int] = {}
        for _, part in self.wanted.get(whole, ()):
            known = found.setdefault(self.parts.entries[part].key, part)
            if (part in taken, abs(part - place)) < (known in taken, abs(known - place)):
                found[self.parts.entries[part].key] = part
        return list(found.values())[:_OPTIONS]

    def _may_hold(self, whole: int, part: int) -> bool:
        """Whether the words of a whole can fit a part at all, in whatever order."""
        bag, own = self.wholes.bags[whole], self.parts.numbers[part]
        within = sum(map(bag.__contains__, own))
        may = within >= _FEWEST and (within / len(own) + self._weighed_share(bag, part)) / 2 >= _FIT
        if not may:
            self.refused.add((whole, part))
        return may

    def _weigh(self, whole: int, members: list[int], added: list[int], left: list[int]) -> _Growth | None:
        """What adding parts to the members gains; None where one of them does not fit the words that are left."""
        key = (whole, tuple(members), tuple(added))
        fits = self.fits.get(key)
        if fits is None:
            fits = self.fits[key] = self._fits(whole, members, added, left)
        # How a part fits stays the same; who else claims it does not.
        if not fits or any(fit < max(self._rival(whole, part, beside), self._claim(whole, part) - _WORSE) for part, fit, beside in fits):
            return None
        if key not in self.gains:
            score = dice_of(self.wholes, whole, self.parts, self._arranged(whole, [*members, *added]))
            alone = [members] if members else [[part] for part in added]
            self.gains[key] = score, score - max(dice_of(self.wholes, whole, self.parts, self._arranged(whole, parts)) for parts in alone)
        score, gain = self.gains[key]
        if score < _ENOUGH or gain < _GAIN:
            return None
        return _Growth(gain - _APART * any(not beside for _, _, beside in fits), whole, added, score)

    def _fits(self, whole: int, members: list[int], added: list[int], left: list[int]) -> list[tuple[int, float, bool]]:
        """Each added part, how well it fits the words left to it, and whether it stands beside another; empty where one does not fit."""
        words = self.wholes.numbers[whole]
        found: list[tuple[int, float, bool]] = []
        for part in added:
            own = self.parts.numbers[part]
            self.budget.spend(3 * work(len(words), len(own)))
            if not self.budget.left():
                return []
            places = self._block_of(whole, part) if left is words else block(left, own)
            fit = (len(places) / len(own) + self._weighed_share(left, part)) / 2 if len(places) >= _FEWEST else 0.0
            between = any(abs(part - other) == 1 for other in (*members, *added))
            if between and members and fit < _FIT:
                fit = self._fit_between(whole, members, part)
            beside = between or self._gaps_apart(whole, part) == 0
            if fit < (_FIT if beside else _FIT_APART):
                if len(places) < _FEWEST and left is words:
                    self.refused.add((whole, part))
                return []
            found.append((part, fit, beside))
            if left is words:
                self.middles[whole, part] = sum(places) / len(places)
            if part != added[-1]:
                left = without(left, places)
        return found

    def _fit_between(self, whole: int, members: list[int], part: int) -> float:
        """How well a part fits where it stands among the members; alone they may have taken words that are its own."""
        joined: list[int] = []
        start = 0
        for member in sorted([*members, part]):
            if member == part:
                start = len(joined)
            joined += self.parts.numbers[member]
        words, own = self.wholes.numbers[whole], self.parts.numbers[part]
        self.budget.spend(work(len(words), len(joined)))
        places = densest([at for at, other in common_pairs(words, joined) if start <= other < start + len(own)])
        if len(places) < _FEWEST:
            return 0.0
        return (len(places) / len(own) + self._weighed_share((words[at] for at in places), part)) / 2

    def _rival(self, whole: int, part: int, beside: bool) -> float:
        """The greatest claim that another free clause has to a part; to one that stands beside the others a far one has a lesser claim."""
        taken = self._beads()[0]
        claim = 0.0
        for likeness, other in self.rivals[part]:
            if likeness > claim and other != whole and other not in taken:
                far = beside and self._gaps_apart(other, part) > 1
                claim = max(claim, likeness - _APART * far)
        return claim

    def _claim(self, whole: int, part: int) -> float:
        """How well a part fits the other clause that it fits best, of those no farther away that may still take it."""
        others = [other for other in self.holders[part] if other != whole and self._open(other)]
        apart = self._gaps_apart(whole, part) if others else 0
        return max((self._fit_whole(other, part) for other in others if self._gaps_apart(other, part) <= apart), default=0.0)

    def _open(self, whole: int) -> bool:
        bead = self._beads()[0].get(whole)
        return bead is None or (len(bead.olds) + len(bead.news) > 2 and self._members(whole) is not None)

    def _fit_whole(self, whole: int, part: int) -> float:
        claim = self.claims.get((whole, part))
        if claim is None:
            words, own = self.wholes.numbers[whole], self.parts.numbers[part]
            self.budget.spend(2 * work(len(words), len(own)))
            places = self._block_of(whole, part)
            within = (words[at] for at in places)
            claim = self.claims[whole, part] = (len(places) / len(own) + self._weighed_share(within, part)) / 2
        return claim

    def _gaps_apart(self, whole: int, part: int) -> int:
        return self.pairing.gaps_apart(whole, part) if self.whole_is_old else self.pairing.gaps_apart(part, whole)

    def _arranged(self, whole: int, parts: Sequence[int]) -> list[int]:
        """The parts in the order in which they continue the words of the whole; as they stand, where that holds no fewer of its words.

        Parts of one pattern (two grants to two wards) fit each other's place nearly as well, and then nothing says that they changed it.
        """
        for part in parts:
            if (whole, part) not in self.middles:
                places = [at for at, _ in common_pairs(self.wholes.numbers[whole], self.parts.numbers[part])]
                self.middles[whole, part] = sum(places) / len(places) if places else 0.0
        standing = sorted(parts)
        arranged = sorted(parts, key=lambda part: (self.middles[whole, part], part))
        if arranged != standing and dice_of(self.wholes, whole, self.parts, standing) >= dice_of(self.wholes, whole, self.parts, arranged):
            return standing
        return arranged

    def _weighed_share(self, left: Iterable[int], part: int) -> float:
        bag = self.parts.bags[part]
        total = self.parts.weights[part]
        return sum(map(self.corpus.weight.__getitem__, bag.intersection(left))) / total if total else 0.0

    def take(self, growth: _Growth) -> None:
        """Enters a growth, unless one that was taken before it holds one of its clauses or changed its whole."""
        of_wholes, of_parts = self._beads()
        members = self._members(growth.whole)
        if members is None or bool(members) != (len(growth.parts) == 1) or any(part in of_parts for part in growth.parts):
            return
        if not all(self._may_grow(not self.whole_is_old, part) for part in growth.parts):
            return
        if self.spare is not None:
            side = self.pairing.new if self.whole_is_old else self.pairing.old
            self.spare[1 if self.whole_is_old else 0].subtract(side[part].key for part in growth.parts)
        parts = self._arranged(growth.whole, [*members, *growth.parts])
        score = dice_of(self.wholes, growth.whole, self.parts, parts)
        if self.whole_is_old:
            bead = Bead([growth.whole], parts, "split", score, growth.gain)
        else:
            bead = Bead(parts, [growth.whole], "merge", score, growth.gain)
        of_wholes[growth.whole] = bead
        of_parts.update(dict.fromkeys(parts, bead))


def dice_of(wholes: Side, whole: int, side: Side, parts: Sequence[int]) -> float:
    """Score of a whole against its parts joined."""
    joined = list(chain.from_iterable(map(side.numbers.__getitem__, parts)))
    return dice(wholes.common_length(whole, joined), len(wholes.numbers[whole]), len(joined))
