"""What a page decides, short enough to compare: status, form, label and words of every clause, and who moved it and how the vote went."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import cycle
from typing import TypeVar

from minutes_cli.model import Group, Minutes
from minutes_cli.parsing import parse

Combination = TypeVar("Combination", bound=Hashable)
Told = tuple[str, str | None, tuple[tuple[str | None, str], ...]]
"""Of a group: its status, its form (`narrative` where it is told in prose), and label and words of each clause."""


def groups(page: Minutes) -> list[Group]:
    """Every group of the page, in order."""
    return [group for item in page.items for group in item.groups]


def told(page: Minutes) -> list[Told]:
    """Every group of the page as far as these tests compare it; children count as clauses, so that a hidden one is noticed."""
    found: list[Told] = []
    for group in groups(page):
        clauses = []
        pending = list(group.clauses)
        while pending:
            clause = pending.pop(0)
            clauses.append((clause.label, clause.text))
            pending[:0] = clause.clauses
        found.append((group.status, group.form, tuple(clauses)))
    return found


def decided(words: str, form: str | None = None) -> list[Told]:
    """What `told` gives for a page that decides this one unlabelled clause and nothing else."""
    return [("decided", form, ((None, words),))]


def thinned(rows: Sequence[Combination], step: int, start: int = 0) -> list[Combination]:
    """Every `step`-th of the rows, the same ones on every run; `start` shifts them, so that neighbouring forms take different ones."""
    return [rows[at] for at in range(start % step, len(rows), step)]


def paired(first: Iterable[Combination], others: Sequence[Combination], start: int = 0) -> list[tuple[Combination, Combination]]:
    """Each of the first with one of the others, taken in turn from place `start` on."""
    turn = cycle([*others[start % len(others) :], *others[: start % len(others)]])
    return list(zip(first, turn, strict=False))


def assert_read(
    combinations: Iterable[Combination], text: Callable[[Combination], str], right: Callable[[Combination, Minutes], bool]
) -> None:
    """Fails with every text that is not read right and what was read in it. No combination at all is a fault of the matrix."""
    rows = list(combinations)
    assert rows, "the matrix has no combination for this form"
    wrong = []
    for row in rows:
        page = parse(text(row))
        if not right(row, page):
            wrong.append(f"{text(row)!r}\n    was read as {told(page)!r}")
    assert not wrong, f"{len(wrong)} of {len(rows)} are read otherwise\n" + "\n".join(wrong)
