"""The optional extra ``fast``: the same common lengths, counted by rapidfuzz."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Counting = Callable[[Sequence[int], Sequence[int]], int]
WORTH = 20_000
"""Words on both sides from which importing it is repaid."""


def counting(words: int) -> Counting | None:
    """rapidfuzz's length of the longest common subsequence, where it is installed and there is enough to count; else None.

    It gives the same numbers as ``lcs.common_length``, so the links are the same with and without it.
    """
    if words < WORTH:
        return None
    try:
        from rapidfuzz.distance import LCSseq
    except ImportError:
        return None
    similarity: Counting = LCSseq.similarity
    return similarity
