"""The links found so far, and what stands around a clause that is not linked yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import filterfalse

from minutes_cli.carriers import dataclass
from minutes_cli.comparing.entries import Entry
from minutes_cli.comparing.moves import in_order

_AROUND = 2
"""Places to either side of its own at which a clause is looked for in its gap."""


@dataclass(slots=True)
class Bead:
    """Old and new positions that answer each other, as they follow on in the wording."""

    olds: list[int]
    news: list[int]
    matched_by: str
    score: float = 1.0
    margin: float | None = None
    ambiguous: bool = False
    weak: bool = False


@dataclass(slots=True)
class Alignment:
    """Beads over positions of two lists of entries, by first old position; what stands in none is added or dropped."""

    beads: list[Bead]
    turned: bool = False
    """True where the new side was taken as the old one inside."""
    budget_exhausted: bool = False


class Pairing:
    """Links between two lists of entries while they are being found."""

    def __init__(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        self.old, self.new = old, new
        self.of_old: dict[int, Bead] = {}
        self.of_new: dict[int, Bead] = {}
        self._anchors: tuple[list[int], list[int]] | None = None

    def link(
        self,
        i: int,
        j: int,
        matched_by: str,
        score: float = 1.0,
        margin: float | None = None,
        *,
        ambiguous: bool = False,
        weak: bool = False,
    ) -> Bead:
        """Links two free clauses."""
        bead = Bead([i], [j], matched_by, score, margin, ambiguous, weak)
        self.of_old[i] = self.of_new[j] = bead
        return bead

    def beads(self) -> list[Bead]:
        """All links, each once, by the first old position."""
        found = {id(bead): bead for bead in self.of_old.values()}
        return sorted(found.values(), key=lambda bead: min(bead.olds))

    def one_to_one(self) -> dict[int, int]:
        """New position for each old one linked alone."""
        return {i: bead.news[0] for i, bead in self.of_old.items() if len(bead.olds) == len(bead.news) == 1}

    def free_old(self) -> list[int]:
        """Old positions without a link."""
        return list(filterfalse(self.of_old.__contains__, range(len(self.old))))

    def free_new(self) -> list[int]:
        """New positions without a link."""
        return list(filterfalse(self.of_new.__contains__, range(len(self.new))))

    def both_free(self, i: int, j: int) -> bool:
        """Whether both positions exist and have no link."""
        return 0 <= i < len(self.old) and 0 <= j < len(self.new) and i not in self.of_old and j not in self.of_new

    def linked(self, i: int, j: int) -> bool:
        """Whether two positions answer each other; the two beginnings do, and the two ends."""
        bead = self.of_old.get(i)
        if bead is not None:
            return j in bead.news
        return (i, j) in ((-1, -1), (len(self.old), len(self.new)))

    def settle(self) -> None:
        """Takes the links as they are now for what ``gaps_apart`` counts by: those that stand in order."""
        kept = in_order(sorted((min(bead.olds), min(bead.news)) for bead in self.beads()))
        self._anchors = ([i for i, _ in kept], [j for _, j in kept])

    def gaps_apart(self, i: int, j: int) -> int:
        """How many settled links stand between the places of two clauses; 0 in the same gap."""
        return abs(self.gap(0, i) - self.gap(1, j))

    def gap(self, side: int, at: int) -> int:
        """How many settled links stand before a position of the old side (0) or the new one (1)."""
        if self._anchors is None:
            self.settle()
        assert self._anchors is not None
        return bisect_left(self._anchors[side], at)

    def same_gap(self) -> list[tuple[int, int]]:
        """Free clauses that stand between the same settled links; of many in one gap only those at about the same place in it."""
        gaps: tuple[dict[int, list[int]], ...] = ({}, {})
        for side, free in enumerate((self.free_old(), self.free_new())):
            for at in free:
                gaps[side].setdefault(self.gap(side, at), []).append(at)
        found: list[tuple[int, int]] = []
        for at, olds in gaps[0].items():
            news = gaps[1].get(at, [])
            for rank, i in enumerate(olds):
                place = (2 * rank + 1) * len(news) // (2 * len(olds))
                found.extend((i, j) for j in news[max(0, place - _AROUND) : place + _AROUND + 1])
        return found
