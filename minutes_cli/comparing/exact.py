"""Equal wording: paired by key at once where it is unique, by its neighbours where it repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from minutes_cli.comparing.assignment import assign
from minutes_cli.comparing.budget import Budget
from minutes_cli.comparing.entries import Entry
from minutes_cli.comparing.keys import label_value
from minutes_cli.comparing.pairing import Pairing

_LARGEST = 48
"""Repeats of one wording that are still weighed against each other one by one."""


def pair_unique(pairing: Pairing, key: Callable[[Entry], Hashable]) -> None:
    """Links free clauses whose key stands once on either side; clauses without words have no key."""
    for olds, news in shared_keys(pairing, key):
        if len(olds) == len(news) == 1:
            pairing.link(olds[0], news[0], "exact")


def shared_keys(pairing: Pairing, key: Callable[[Entry], Hashable]) -> list[tuple[list[int], list[int]]]:
    """Positions of the free clauses of each key that both sides hold, in the order of the old side."""
    places: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, (entries, free) in enumerate(((pairing.old, pairing.free_old()), (pairing.new, pairing.free_new()))):
        for at in free:
            value = key(entries[at])
            if value:
                places[value][side].append(at)
    return [(olds, news) for olds, news in places.values() if olds and news]


def pair_neighbours(pairing: Pairing) -> None:
    """Links equal clauses that stand right before or right after two linked ones, as far as that carries (Heckel 1978)."""
    for step in (1, -1):
        waiting = sorted(pairing.one_to_one().items())
        while waiting:
            i, j = waiting.pop()
            i, j = i + step, j + step
            if pairing.both_free(i, j) and pairing.old[i].key and pairing.old[i].key == pairing.new[j].key:
                pairing.link(i, j, "context")
                waiting.append((i, j))


def pair_repeats(pairing: Pairing, budget: Budget) -> None:
    """Links what is left of repeated wording: as many pairs as both sides hold, placed by neighbours, then label, then position.

    A pair is ``ambiguous`` where nothing but label or position tells which is which: one side holds more of them and another
    has as good a neighbourhood, or nothing around the two agrees at all (it may have been dropped here and added there).
    """
    pair_neighbours(pairing)
    for olds, news in shared_keys(pairing, lambda entry: entry.key):
        if len(olds) > _LARGEST or len(news) > _LARGEST:
            for i, j in zip(olds, news, strict=False):
                pairing.link(i, j, "context", ambiguous=len(olds) != len(news))
            continue
        weights = [[_placing(pairing, i, j) for j in news] for i in olds]
        rows = [[(at, strong * 1_000_000 + weak) for at, (strong, weak) in enumerate(row)] for row in weights]
        for row, column in enumerate(assign(rows, budget)):
            if column is not None:
                own = weights[row][column][0]
                rival = _rival(weights, row, column) if len(olds) != len(news) else -1
                pairing.link(olds[row], news[column], "context", ambiguous=own <= 1 or rival >= own)


def _rival(weights: Sequence[Sequence[tuple[int, int]]], row: int, column: int) -> int:
    """The strongest neighbourhood that the same clause has with another of the repeats, on the side that holds more."""
    if len(weights) < len(weights[0]):
        return max((strong for at, (strong, _) in enumerate(weights[row]) if at != column), default=-1)
    return max((weights[at][column][0] for at in range(len(weights)) if at != row), default=-1)


def _placing(pairing: Pairing, i: int, j: int) -> tuple[int, int]:
    """How well a pair's neighbourhood fits (0 to 10), and how well its label and position do (1 to 9999)."""
    gap = min(pairing.gaps_apart(i, j), 2)
    strong = 3 * pairing.linked(i - 1, j - 1) + 3 * pairing.linked(i + 1, j + 1) + (4, 1, 0)[gap]
    apart = abs(i / len(pairing.old) - j / len(pairing.new))
    label = label_value(pairing.old[i].label)
    weak = 5000 * bool(label and label == label_value(pairing.new[j].label)) + 1 + int(4000 * (1 - apart))
    return strong, weak
