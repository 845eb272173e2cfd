"""Compares two pages of one document and counts what agrees; counts add up over pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeVar

from tests.accuracy.page import Gathered, Page

RELAXED = 0.8
"""Least intersection over union of two spans that count as one clause by relaxed span."""

Pairs = list[tuple[int, int]]
Value = TypeVar("Value")


@dataclass(slots=True)
class Tally:
    """Found rightly, found wrongly, not found."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        found = self.right + self.false
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """Share of what is there that was found; None where nothing is there."""
        there = self.right + self.missed
        return self.right / there if there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where nothing is there and nothing was found."""
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else None


@dataclass(slots=True)
class Score:
    """All counts of one page, or of many added up."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    """exact, relaxed, exact-formal, exact-narrative, movers, seconders, votes, outcomes."""
    agreeing: Counter[str] = field(default_factory=Counter)
    """label, nesting, status, kind, form: over the clauses matched by relaxed span, how many agree."""
    matched: int = 0
    """Clauses matched by relaxed span."""
    pages: int = 0
    empty_pages: int = 0
    """Pages on which nothing is decided."""
    false_decisions: int = 0
    """Clauses said to be decided on those pages."""

    def __add__(self, other: Score) -> Score:
        names = list(dict.fromkeys([*self.tallies, *other.tallies]))
        return Score(
            {name: self.tallies.get(name, Tally()) + other.tallies.get(name, Tally()) for name in names},
            self.agreeing + other.agreeing,
            self.matched + other.matched,
            self.pages + other.pages,
            self.empty_pages + other.empty_pages,
            self.false_decisions + other.false_decisions,
        )

    def share(self, what: str) -> float | None:
        """The share of matched clauses that agree in `what`; None where none matched."""
        return self.agreeing[what] / self.matched if self.matched else None


def exact_pairs(gold: Page, found: Page) -> Pairs:
    """Clauses whose trimmed spans are equal, one to one, as (index in gold, index in found)."""
    waiting: dict[tuple[int, int], list[int]] = {}
    for index, clause in enumerate(found.clauses):
        waiting.setdefault(clause.span, []).append(index)
    return [(index, waiting[clause.span].pop(0)) for index, clause in enumerate(gold.clauses) if waiting.get(clause.span)]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def relaxed_pairs(gold: Page, found: Page) -> Pairs:
    """Clauses whose spans overlap by `RELAXED` of their union, one to one, the best overlap first."""
    candidates: list[tuple[float, int, int]] = []
    by_start = sorted(range(len(found.clauses)), key=lambda index: found.clauses[index].span)
    for index, clause in enumerate(gold.clauses):
        for other in by_start:
            span = found.clauses[other].span
            if span[0] >= clause.span[1]:
                break
            overlap = _overlap(clause.span, span)
            if overlap >= RELAXED:
                candidates.append((-overlap, index, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, index, other in sorted(candidates):
        if index not in pairs and other not in taken:
            pairs[index] = other
            taken.add(other)
    return sorted(pairs.items())


def group_pairs(gold: Page, found: Page, pairs: Pairs) -> dict[int, int]:
    """From each group of gold to the group of found that shares most clauses with it, one to one; the earlier of equals."""
    shared = Counter((gold.clauses[one].group, found.clauses[other].group) for one, other in pairs)
    chosen: dict[int, int] = {}
    for (group, other), _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0])):
        if group not in chosen and other not in chosen.values():
            chosen[group] = other
    return chosen


def _people(gold: Page, found: Page, groups: dict[int, int], whose: str) -> Tally:
    tally = Tally()
    for index in sorted(_used(gold)):
        names: frozenset[str] = getattr(gold.groups[index], whose)
        other: frozenset[str] = getattr(found.groups[groups[index]], whose) if index in groups else frozenset()
        tally += Tally(len(names & other), len(other - names), len(names - other))
    tally.false += sum(len(getattr(found.groups[index], whose)) for index in _used(found) - set(groups.values()))
    return tally


def _used(page: Page) -> set[int]:
    """The groups that have clauses in the part compared."""
    return {clause.group for clause in page.clauses}


def _votes(gold: Page, found: Page, groups: dict[int, int], counts: bool) -> Tally:
    def vote(group: Gathered | None) -> object:
        if group is None or group.vote is None:
            return None
        return group.vote if counts else group.vote[0]

    tally = Tally()
    for index in sorted(_used(gold)):
        group = gold.groups[index]
        other = found.groups[groups[index]] if index in groups else None
        wanted, given = vote(group), vote(other)
        if counts and group.vote and group.vote[0] is None and other and other.vote:
            wanted = (other.vote[0], *group.vote[1:])
        right = wanted is not None and wanted == given
        tally += Tally(int(right), int(given is not None and not right), int(wanted is not None and not right))
    tally.false += sum(vote(found.groups[index]) is not None for index in _used(found) - set(groups.values()))
    return tally


def _by_form(gold: Page, found: Page, pairs: Pairs, narrative: bool) -> Tally:
    """Clauses of one form: right and missed by the form in gold, false by the form that was found."""
    pages = ((gold, {one for one, _ in pairs}), (found, {other for _, other in pairs}))
    missed, false = (
        sum(index not in matched and page.groups[clause.group].narrative is narrative for index, clause in enumerate(page.clauses))
        for page, matched in pages
    )
    return Tally(sum(gold.groups[gold.clauses[one].group].narrative is narrative for one, _ in pairs), false, missed)


def score(gold: Page, found: Page) -> Score:
    """Counts what the found page has of the gold one."""
    exact, relaxed = exact_pairs(gold, found), relaxed_pairs(gold, found)
    groups = group_pairs(gold, found, relaxed)
    partner = dict(relaxed)
    agreeing: Counter[str] = Counter()
    for one, other in relaxed:
        ours, theirs = gold.clauses[one], found.clauses[other]
        our_group, their_group = gold.groups[ours.group], found.groups[theirs.group]
        above = None if ours.parent is None else partner.get(ours.parent, -1)
        agreeing["label"] += ours.label == theirs.label
        agreeing["nesting"] += above == theirs.parent
        agreeing["status"] += our_group.status == their_group.status
        agreeing["kind"] += ours.kind == theirs.kind
        agreeing["form"] += our_group.narrative == their_group.narrative

    def clauses(pairs: Pairs) -> Tally:
        return Tally(len(pairs), len(found.clauses) - len(pairs), len(gold.clauses) - len(pairs))

    said = sum(found.groups[clause.group].status == "decided" for clause in found.clauses)
    return Score(
        {
            "exact": clauses(exact),
            "relaxed": clauses(relaxed),
            "exact-formal": _by_form(gold, found, exact, narrative=False),
            "exact-narrative": _by_form(gold, found, exact, narrative=True),
            "movers": _people(gold, found, groups, "moved_by"),
            "seconders": _people(gold, found, groups, "seconded_by"),
            "votes": _votes(gold, found, groups, counts=True),
            "outcomes": _votes(gold, found, groups, counts=False),
        },
        agreeing,
        len(relaxed),
        1,
        int(not gold.decides),
        0 if gold.decides else said,
    )


def is_right(gold: Page, found: Page) -> bool:
    """Whether a page was read without a mistake: the same clauses by exact span, with the same labels, parents, kinds and statuses."""
    one = score(gold, found)
    exact = one.tallies["exact"]
    agreeing = all(one.agreeing[what] == one.matched for what in ("label", "nesting", "status", "kind"))
    return not exact.false and not exact.missed and agreeing
