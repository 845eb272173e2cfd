"""Where the modules of this folder leave their benchmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One measured figure."""

    what: str
    """What was measured, in a few words."""
    measured: float
    """The figure itself, counted in `unit`."""
    goal: float | None
    """What it should not pass; None for a figure that is only told."""
    unit: str
    """ms, s, MB/s, MB, times…"""
    at_least: bool = False
    """True where more is better, so that `goal` is a floor."""

    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        return self.measured >= self.goal if self.at_least else self.measured <= self.goal


Benchmark = Callable[[], Iterable[Row]]

BENCHMARKS: dict[str, Benchmark] = {}
"""Every benchmark by its name, in the order of registration."""


ONLY_NAMED: set[str] = set()
"""Those that run only where their whole name is asked for: they take an hour."""


def benchmark(name: str, *, only_named: bool = False) -> Callable[[Benchmark], Benchmark]:
    """Registers a function without arguments that measures something and gives its rows, one by one or all at once.

    Raises ValueError where the name is taken.
    """

    def register(function: Benchmark) -> Benchmark:
        if name in BENCHMARKS:
            raise ValueError(f"two benchmarks are named {name}")
        BENCHMARKS[name] = function
        if only_named:
            ONLY_NAMED.add(name)
        return function

    return register
