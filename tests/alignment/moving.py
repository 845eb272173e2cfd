"""Which clauses moved is not always one answer: where two sets of moves are equally small, each tells the same change.

A clause that went past two others has moved; of two neighbours that changed places either one has, or both. What the generator carried away
is one such answer. Here another one counts as well, but only where it is one: the clauses said to have stayed must stand in order and be as
many as any such chain holds (a swap, which the contract wants named on both clauses, may take one more).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence

Pairs = Sequence[tuple[int, int]]


def leavable(pairs: Pairs) -> tuple[list[bool], int]:
    """For each pair, given by ascending first member, whether some longest rising chain does without it; and how long such a chain is."""
    before = _lengths([new for _, new in pairs])
    behind = _lengths([-new for _, new in reversed(pairs)])[::-1]
    longest = max(before, default=0)
    on_a_chain = [one + two == longest + 1 for one, two in zip(before, behind, strict=True)]
    rivals = Counter(one for one, on in zip(before, on_a_chain, strict=True) if on)
    return [not on or rivals[one] > 1 for one, on in zip(before, on_a_chain, strict=True)], longest


def _lengths(values: Sequence[int]) -> list[int]:
    """For each value the length of the longest rising chain that ends with it."""
    ends: list[int] = []
    found: list[int] = []
    for value in values:
        place = bisect_left(ends, value)
        ends[place : place + 1] = [value]
        found.append(place + 1)
    return found


def as_small(pairs: Pairs, names: Sequence[Hashable], said: Sequence[bool], swaps: int, moved: Counter[Hashable]) -> Counter[Hashable]:
    """The moves of the gold, with those exchanged that another set of moves, no larger, has instead.

    ``pairs`` are the right links by ascending old place, ``names`` what each is called in the gold, ``said`` which are said to have moved,
    ``swaps`` how many pairs are said to have changed places, ``moved`` the gold.
    """
    loose, longest = leavable(pairs)
    standing = [new for (_, new), away in zip(pairs, said, strict=True) if not away]
    if standing != sorted(standing) or len(standing) + swaps < longest:
        return moved
    wanted = Counter(moved)
    left = Counter(moved)
    other: list[Hashable] = []
    for name, free, away in zip(names, loose, said, strict=True):
        if left[name]:
            left[name] -= 1
            if free and not away:
                other.append(name)
    left = Counter(moved)
    for name, free, away in zip(names, loose, said, strict=True):
        if not away:
            continue
        if left[name]:
            left[name] -= 1
        elif free:
            wanted[name] += 1
            if other:
                wanted[other.pop()] -= 1
    return wanted
