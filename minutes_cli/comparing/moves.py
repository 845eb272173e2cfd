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


_NEAR = 8
"""Places up to which a clause still counts as standing in its neighbourhood."""


def swaps(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of indexes into ``pairs`` (given by ascending first member) of links that changed places.

    Places are counted among the links that stand in order or nearly so: what was added, dropped or carried far away does not
    shift them. Two that were carried far have changed places where each went to where the other came from.
    """
    kept = in_order(pairs)
    olds, news = [old for old, _ in kept], [new for _, new in kept]
    gaps = [(bisect_left(olds, old), bisect_left(news, new)) for old, new in pairs]
    standing = set(kept)
    near = [at for at, pair in enumerate(pairs) if pair in standing or abs(gaps[at][0] - gaps[at][1]) <= _NEAR]
    rank = {new: place for place, new in enumerate(sorted(pairs[at][1] for at in near))}
    order = [rank[pairs[at][1]] for at in near]
    found = [(near[one], near[two]) for one, two in enumerate(order) if one < two and order[two] == one]
    used = {at for pair in found for at in pair}
    far = {gap: at for at, gap in enumerate(gaps) if pairs[at] not in standing and at not in used}
    for (before, after), at in far.items():
        other = far.get((after, before))
        if other is not None and at < other:
            found.append((at, other))
    return found
