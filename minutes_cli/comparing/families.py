"""Families of things that belong together directly or through others: disjoint sets."""

from __future__ import annotations


class Families:
    """Each key is its own family until it is joined to another; keys are made known by asking for them."""

    def __init__(self) -> None:
        self._leaders: dict[int, int] = {}

    def leader(self, key: int) -> int:
        """The key that stands for the family of this one: its smallest."""
        leaders = self._leaders
        at = leaders.setdefault(key, key)
        while leaders[at] != at:
            leaders[at] = leaders[leaders[at]]
            at = leaders[at]
        return at

    def join(self, one: int, two: int) -> None:
        """Makes two families one."""
        first, second = self.leader(one), self.leader(two)
        self._leaders[max(first, second)] = min(first, second)
