"""Best one-to-one assignment over sparse weighted pairs: shortest augmenting paths, within a budget."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from minutes_cli.comparing.budget import Budget

Edge = tuple[int, int]
"""A column and the weight of choosing it; weights are whole numbers above 0."""

_ALONE = 1 << 60


def assign(rows: Sequence[Sequence[Edge]], budget: Budget) -> list[int | None]:
    """For each row its column, or None, so that the sum of the weights is greatest.

    Rows may stay alone. Ties fall to the lower column. Where the budget ends, the remaining rows take what is left, heaviest
    pair first.
    """
    top = max((weight for row in rows for _, weight in row), default=0)
    search = _Search([[(column, top - weight) for column, weight in row] + [(-1 - at, top)] for at, row in enumerate(rows)], budget)
    for at in range(len(rows)):
        if not budget.left():
            search.take_greedily(at)
            break
        search.place(at)
    return [column if column is not None and column >= 0 else None for column in search.chosen]


class _Search:
    """Rows placed one by one, each along the cheapest chain of changes; every row also has a place of its own that nobody else wants."""

    def __init__(self, costs: list[list[Edge]], budget: Budget) -> None:
        self.costs = costs
        self.budget = budget
        self.chosen: list[int | None] = [None] * len(costs)
        self.owner: dict[int, int] = {}
        self.row_potential = [0] * len(costs)
        self.column_potential: dict[int, int] = {}

    def place(self, start: int) -> None:
        column_potential = self.column_potential
        self.row_potential[start] = min(cost - column_potential.get(column, 0) for column, cost in self.costs[start])
        best: dict[int, int] = {}
        came_from: dict[int, int] = {}
        settled: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        row, base = start, 0
        while True:
            self.budget.spend(len(self.costs[row]))
            offset = base - self.row_potential[row]
            for column, cost in self.costs[row]:
                if column not in settled:
                    distance = offset + cost - column_potential.get(column, 0)
                    known = best.get(column)
                    if known is None or distance < known:
                        best[column] = distance
                        came_from[column] = row
                        # Staying alone sorts after every real column of the same cost.
                        heapq.heappush(heap, (distance, column if column >= 0 else _ALONE - column))
            while True:
                base, column = heapq.heappop(heap)
                column = column if column < _ALONE else _ALONE - column
                if column not in settled and best[column] == base:
                    break
            if column not in self.owner:
                break
            settled[column] = base
            row = self.owner[column]
        for other, distance in settled.items():
            self.row_potential[self.owner[other]] += base - distance
            column_potential[other] = column_potential.get(other, 0) - (base - distance)
        self.row_potential[start] += base
        target: int | None = column
        while target is not None:
            row = came_from[target]
            self.owner[target] = row
            target, self.chosen[row] = self.chosen[row], target

    def take_greedily(self, start: int) -> None:
        cheapest = sorted((cost, at, column) for at, row in enumerate(self.costs) if at >= start for column, cost in row if column >= 0)
        for _, at, column in cheapest:
            if self.chosen[at] is None and column not in self.owner:
                self.owner[column] = at
                self.chosen[at] = column
