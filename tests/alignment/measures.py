"""Precision and recall of links against gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from minutes_cli.model import Clause, Link

Bead = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass
class Tally:
    """Hits, what was found, what there was to find; adds up over cases."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def count(self, found: Iterable[Hashable], wanted: Iterable[Hashable]) -> None:
        """Adds one case, each given as a bag."""
        one, two = Counter(found), Counter(wanted)
        self.hits += (one & two).total()
        self.found += one.total()
        self.wanted += two.total()

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def shown(self) -> str:
        """``P 0.987  R 0.954  F1 0.970``, and the number to find."""
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  of {self.wanted}"


@dataclass
class Score:
    """All measures of issue and design over any number of cases."""

    strict: Tally = field(default_factory=Tally)
    """Links by clause, all that a bead links."""
    by_text: Tally = field(default_factory=Tally)
    """The same, one clause as good as another of equal wording."""
    splits: Tally = field(default_factory=Tally)
    """Whole beads and moves, up to identical text as well."""
    merges: Tally = field(default_factory=Tally)
    moves: Tally = field(default_factory=Tally)
    relabels: Tally = field(default_factory=Tally)
    spurious: int = 0
    lone: int = 0
    """Clauses that answer nothing, and those of them that were linked; wording that was dropped and added as well is left out."""

    def count(self, old: Sequence[Clause], new: Sequence[Clause], links: Sequence[Link], gold: Sequence[Bead], moved: set[int]) -> None:
        """Adds one case."""
        place_old, place_new = ({clause.id: at for at, clause in enumerate(side)} for side in (old, new))
        beads = [(tuple(sorted(place_old[s.id] for s in link.old)), tuple(sorted(place_new[s.id] for s in link.new))) for link in links]
        text_old, text_new = [clause.text for clause in old], [clause.text for clause in new]
        found, wanted = _pairs(beads), _pairs(gold)
        self.strict.count(found, wanted)
        self.by_text.count(((text_old[i], text_new[j]) for i, j in found), ((text_old[i], text_new[j]) for i, j in wanted))
        worded, worded_gold = ([_worded(bead, text_old, text_new) for bead in side] for side in (beads, gold))
        for tally, many in ((self.splits, 1), (self.merges, 0)):
            tally.count((b for b in worded if len(b[many]) > 1), (b for b in worded_gold if len(b[many]) > 1))
        right = set(gold)
        known = set(worded_gold)
        flagged_moves = [b for b, link in zip(worded, links, strict=True) if "moved" in link.flags and b in known]
        self.moves.count(flagged_moves, [worded_gold[at] for at in moved])
        changed = {b for b in gold if len(b[0]) == len(b[1]) == 1 and old[b[0][0]].label != new[b[1][0]].label}
        flagged = {b for b, link in zip(beads, links, strict=True) if "relabelled" in link.flags and len(b[0]) == len(b[1]) == 1}
        self.relabels.count(flagged & right, changed)
        self._count_spurious(found, gold, text_old, text_new)

    def _count_spurious(self, found: list[tuple[int, int]], gold: Sequence[Bead], old: Sequence[str], new: Sequence[str]) -> None:
        lone_old = {i for olds, news in gold if not news for i in olds}
        lone_new = {j for olds, news in gold if not olds for j in news}
        # Equal wording always pairs: dropped here and added there it cannot be told from a move.
        both = {old[i] for i in lone_old} & {new[j] for j in lone_new}
        lone_old = {i for i in lone_old if old[i] not in both}
        lone_new = {j for j in lone_new if new[j] not in both}
        self.lone += len(lone_old) + len(lone_new)
        self.spurious += len(lone_old & {i for i, _ in found}) + len(lone_new & {j for _, j in found})

    def lines(self) -> list[str]:
        """The measures, a line each."""
        return [
            f"links, strict                {self.strict.shown()}",
            f"links, up to identical text  {self.by_text.shown()}",
            f"split beads                  {self.splits.shown()}",
            f"merge beads                  {self.merges.shown()}",
            f"moves                        {self.moves.shown()}",
            f"relabels                     {self.relabels.shown()}",
            f"spurious                     {self.spurious} of {self.lone} clauses that answer nothing",
        ]


def _worded(bead: Bead, old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A bead by its wording: of clauses with the same words nobody can say which one was split, merged or moved."""
    return tuple(sorted(old[i] for i in bead[0])), tuple(sorted(new[j] for j in bead[1]))


def _pairs(beads: Iterable[Bead]) -> list[tuple[int, int]]:
    return [(i, j) for olds, news in beads for i in olds for j in news]


def composed(steps: Sequence[Sequence[tuple[list[str], list[str]]]], distance: int) -> list[tuple[str, str]]:
    """Pairs of clauses that the steps connect over that many meetings, each once."""
    onward: dict[str, set[str]] = {}
    for step in steps:
        for olds, news in step:
            for one in olds:
                onward.setdefault(one, set()).update(news)
    found: list[tuple[str, str]] = []
    for start in [one for step in steps for olds, _ in step for one in olds]:
        reached = {start}
        for _ in range(distance):
            reached = {two for one in reached for two in onward.get(one, ())}
        found.extend((start, end) for end in sorted(reached))
    return found
