"""What moved: the fewest links that must be taken out so that the others stand in order; and which two changed places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest rising chain of pairs that are given by ascending first member; among equal ones a fixed choice."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int] = []
    for at, (_, value) in enumerate(pairs):
        place = bisect_left(ends, value)
        before.append(at_end[place - 1] if place else -1)
        if place == len(ends):
            ends.append(value)
            at_end.append(at)
        else:
            ends[place] = value
            at_end[place] = at
    chain: list[tuple[int, int]] = []
    at = at_end[-1] if at_end else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    chain.reverse()
    return chain


def swaps(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of indexes into ``pairs`` (given by ascending first member) of links that changed places.

    Places are counted among the given links only, so that what was added or dropped does not shift them.
    """
    rank = {new: at for at, new in enumerate(sorted(new for _, new in pairs))}
    order = [rank[new] for _, new in pairs]
    return [(i, j) for i, j in enumerate(order) if i < j and order[j] == i]
