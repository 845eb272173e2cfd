"""Links dealt out anew among clauses of equal wording, once everything else is linked.

Of clauses that read alike each can hold the link of any other: no word of any link changes. While links were being found, though, equal
wording was placed before most rewordings, splits and merges were known, so that a spare ``the report be noted`` from the other end of the
list could be left to take what stands beside another one. Here each link goes to the clause in whose place it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from minutes_cli.comparing.assignment import Edge, assign
from minutes_cli.comparing.budget import Budget
from minutes_cli.comparing.moves import in_order
from minutes_cli.comparing.pairing import Bead, Pairing

_HELD = 1 << 56
"""Weight of a link's going to some clause at all: none may be lost."""
_STRONG = 1 << 24
_NEAR = 48
"""Links near its place that a clause may take; where one sentence fills a whole list, more would be very many."""
_PAIRS = 40_000
"""Pairs of a clause and a link that stands badly up to which all are weighed."""


def deal(pairing: Pairing, budget: Budget) -> None:
    """Exchanges links, or gives them to free clauses, among clauses of equal wording, where one of them stands out of order or apart."""
    for olds in (True, False):
        groups: defaultdict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(pairing.old if olds else pairing.new):
            groups[entry.key].append(at)
        several = [group for group in groups.values() if len(group) > 1]
        if several:
            standing = in_order(sorted((min(bead.olds), min(bead.news)) for bead in pairing.beads()))
            for group in several:
                _Dealer(pairing, group, olds).deal(standing, budget)


class _Dealer:
    """The clauses of one wording on one side (``here``), and the links that they hold."""

    def __init__(self, pairing: Pairing, group: Sequence[int], olds: bool) -> None:
        self.pairing, self.group, self.olds = pairing, group, olds
        self.of_here = pairing.of_old if olds else pairing.of_new
        sides = (len(pairing.old), len(pairing.new))
        self.here, self.there = sides if olds else sides[::-1]
        self.slots = [(self.of_here[at], at) for at in group if at in self.of_here]
        """Each link with the clause of the group that holds it."""

    def _members(self, bead: Bead) -> list[int]:
        return bead.olds if self.olds else bead.news

    def _answers(self, bead: Bead) -> list[int]:
        return bead.news if self.olds else bead.olds

    def deal(self, standing: Sequence[tuple[int, int]], budget: Budget) -> None:
        """Deals the links out anew, unless they all stand well already; ``standing`` are the links in order, by their first members."""
        known = set(standing)
        astray = [number for number, (bead, at) in enumerate(self.slots) if self._astray(bead, at, known)]
        if not astray:
            return
        chosen = assign(self._rows(standing, astray), budget)
        if not budget.left():
            return
        given = {number: at for at, number in zip(self.group, chosen, strict=True) if number is not None}
        changed = {number for number, at in given.items() if self.slots[number][1] != at}
        for _, holder in self.slots:
            del self.of_here[holder]
        for number, at in given.items():
            self.of_here[at] = self.slots[number][0]
        # Two of one wording in one link may exchange places: what was put in already must not be taken for the holder before.
        for number in changed:
            bead, holder = self.slots[number]
            members = self._members(bead)
            members[members.index(holder)] = -1 - given[number]
        alike = set(self.group)
        for number in changed:
            members = self._members(self.slots[number][0])
            members[:] = [at if at >= 0 else -1 - at for at in members]
            # Inside one link they stand in the order of the page.
            rising = iter(sorted(alike.intersection(members)))
            members[:] = [next(rising) if at in alike else at for at in members]

    def _astray(self, bead: Bead, at: int, standing: set[tuple[int, int]]) -> bool:
        """Whether a link stands out of order, or a clause away from the others of its link."""
        members = self._members(bead)
        return (min(bead.olds), min(bead.news)) not in standing or (len(members) > 1 and not self._beside(at, bead, at))

    def _rows(self, standing: Sequence[tuple[int, int]], astray: Sequence[int]) -> list[list[Edge]]:
        """For each clause of the group the links that it may hold: its own, those near its place, and those that stand badly now."""
        own = {id(bead): number for number, (bead, _) in enumerate(self.slots)}
        first = {(min(bead.olds), min(bead.news)) for bead, _ in self.slots}
        anchors = [pair for pair in standing if pair not in first]
        here, there = sorted(pair[not self.olds] for pair in anchors), sorted(pair[self.olds] for pair in anchors)
        gaps = [bisect_left(there, min(self._answers(bead))) for bead, _ in self.slots]
        places = sorted((gap, self._answers(bead)[0], number) for number, (gap, (bead, _)) in enumerate(zip(gaps, self.slots, strict=True)))
        if len(self.group) * len(astray) > _PAIRS:
            astray = ()
        rows: list[list[Edge]] = []
        for at in self.group:
            gap = bisect_left(here, at)
            start, end = bisect_left(places, (gap - 1, -1, -1)), bisect_left(places, (gap + 2, -1, -1))
            if end - start > _NEAR:
                middle = bisect_left(places, (gap, at * self.there // self.here, -1))
                start, end = max(start, middle - _NEAR // 2), min(end, middle + _NEAR // 2)
            around = [own[id(bead)] for bead in map(self.of_here.get, (at - 1, at, at + 1)) if id(bead) in own]
            numbers = sorted({*(number for _, _, number in places[start:end]), *around, *astray})
            rows.append([(number, _HELD + self._fit(at, *self.slots[number], abs(gap - gaps[number]))) for number in numbers])
        return rows

    def _beside(self, at: int, bead: Bead, holder: int) -> bool:
        return any(abs(at - other) == 1 for other in self._members(bead) if other != holder)

    def _follows(self, at: int, bead: Bead, holder: int) -> bool:
        """Whether a clause stands where the wording of its link has it: right behind the part before it, or before the one behind it."""
        members = self._members(bead)
        place = members.index(holder)
        return members[:place][-1:] == [at - 1] or members[place + 1 :][:1] == [at + 1]

    def _fit(self, at: int, bead: Bead, holder: int, apart: int) -> int:
        """How well a clause stands where a link leads: by what stands beside it, then by order, then by place."""
        answers = self._answers(bead)
        if len(self._members(bead)) > 1:
            strong = 5 * self._beside(at, bead, holder) + self._follows(at, bead, holder)
        else:
            strong = 3 * self._linked(at - 1, min(answers) - 1) + 3 * self._linked(at + 1, max(answers) + 1)
        strong += (4, 1, 0)[min(apart, 2)]
        # The square makes two links that stand side by side keep their order.
        distance = at / self.here - answers[0] / self.there
        return strong * _STRONG + round((_STRONG - 2) * (1 - distance * distance)) + 1

    def _linked(self, here: int, there: int) -> bool:
        return self.pairing.linked(here, there) if self.olds else self.pairing.linked(there, here)
