"""The middle of some measures. The standard library's statistics take longer to import than a page takes to read."""

from __future__ import annotations

from collections.abc import Iterable


def median(measures: Iterable[float]) -> float:
    """The middle one of at least one measure, or the mean of the two in the middle."""
    ordered = sorted(measures)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
