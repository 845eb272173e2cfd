"""Longest common subsequence over numbered words, bit-parallel on Python's big integers (Hyyrö 2004)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import compress, count
from operator import ne
from typing import TypeVar

Word = TypeVar("Word", bound=Hashable)


def masks(words: Sequence[Word]) -> dict[Word, int]:
    """For each word the bit set of its positions."""
    found: dict[Word, int] = {}
    bit = 1
    for word in words:
        found[word] = found.get(word, 0) | bit
        bit <<= 1
    return found


def common_length(places: dict[Word, int], length: int, other: Sequence[Word]) -> int:
    """Length of the longest common subsequence of a sequence, given by its ``masks`` and length, and another one."""
    full = open_ = (1 << length) - 1
    for place in filter(None, map(places.get, other)):
        hit = open_ & place
        if hit:
            # What is carried out at the top never comes down again, and is cut off at the end.
            open_ = (open_ + hit) | (open_ - hit)
    return length - (open_ & full).bit_count()


def common_pairs(one: Sequence[Hashable], two: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of positions of one longest common subsequence, ascending.

    Common head and tail are taken first; among equal choices the later position of ``one`` pairs last (a fixed rule).
    Memory: one bit for each cell of what is left.
    """
    limit = min(len(one), len(two))
    head = next(compress(count(), map(ne, one, two)), limit)
    tail = min(limit - head, next(compress(count(), map(ne, reversed(one), reversed(two))), limit))
    pairs = list(zip(range(head), range(head), strict=True))
    inner_one, inner_two = one[head : len(one) - tail], two[head : len(two) - tail]
    pairs.extend((head + i, head + j) for i, j in _inner_pairs(inner_one, inner_two))
    pairs.extend(zip(range(len(one) - tail, len(one)), range(len(two) - tail, len(two)), strict=True))
    return pairs


def _inner_pairs(one: Sequence[Hashable], two: Sequence[Hashable]) -> list[tuple[int, int]]:
    if not one or not two:
        return []
    places = masks(one)
    full = open_ = (1 << len(one)) - 1
    rows = [open_]
    for word in two:
        hit = open_ & places.get(word, 0)
        if hit:
            open_ = ((open_ + hit) | (open_ - hit)) & full
        rows.append(open_)
    pairs: list[tuple[int, int]] = []
    i, j = len(one), len(two)
    while i and j:
        bit = 1 << (i - 1)
        # A zero bit marks a step of the length at this position; where the row above has it too, the last word of `two` is not needed.
        if rows[j] & bit:
            i -= 1
        elif not rows[j - 1] & bit:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    pairs.reverse()
    return pairs
