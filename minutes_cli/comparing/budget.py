"""How much work one comparison may do before it says that it stopped looking."""

from __future__ import annotations


class Budget:
    """A count of elementary steps (pairs scored, edges relaxed). Steps, not seconds: the same input gives the same answer anywhere."""

    __slots__ = ("exhausted", "remaining")

    def __init__(self, steps: int = 3_000_000) -> None:
        self.remaining = steps
        self.exhausted = False

    def spend(self, steps: int) -> None:
        """Takes steps off; at the end the budget is exhausted and stays so."""
        self.remaining -= steps
        if self.remaining < 0:
            self.exhausted = True

    def left(self) -> bool:
        """Whether steps remain."""
        return self.remaining >= 0


def work(one: int, two: int) -> int:
    """Steps of one common subsequence of so many words: eight short words a step, more where the bit sets are long."""
    return 1 + two * (1 + one // 4096) // 8
