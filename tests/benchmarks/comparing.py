"""How fast documents are compared: small ones, large ones, how the time grows, and many meetings."""

from __future__ import annotations

from collections.abc import Iterator

from tests.alignment.generator import GRADES, as_minutes, history
from tests.benchmarks.registry import Row, benchmark
from tests.benchmarks.timing import peak_megabytes, seconds


def _pair(size: int, grade: str = "easy") -> float:
    """Median seconds to compare two lists of ``size`` clauses, of which a fifth was reworded and a fifth split, merged, moved or new."""
    from minutes_cli.comparing import align

    old, new = history(1, GRADES[grade], size).meetings
    return seconds(lambda: align(old, new))


@benchmark("compare")
def compare_lists() -> Iterator[Row]:
    """Two lists, with the words of every change."""
    yield Row("8 x 8 clauses", 1000 * _pair(8), 30, "ms")
    small, large = _pair(500), _pair(5000)
    yield Row("500 x 500 clauses", small, 0.1, "s")
    yield Row("500 x 500 clauses, hard", _pair(500, "hard"), None, "s")
    yield Row("5000 x 5000 clauses", large, 1.2, "s")
    yield Row("10 times the clauses", large / small, 15, "times")


@benchmark("compare-memory")
def memory() -> list[Row]:
    """Peak above what was there before."""
    from minutes_cli.comparing import align

    old, new = history(1, GRADES["easy"], 5000).meetings
    return [Row("5000 x 5000 clauses", peak_megabytes(lambda: align(old, new)), 200, "MB")]


@benchmark("trace")
def six_meetings() -> list[Row]:
    """Six meetings of 500 clauses."""
    from minutes_cli.comparing import trace

    documents = [as_minutes(clauses, at) for at, clauses in enumerate(history(1, GRADES["easy"], 500, meetings=6).meetings)]
    return [Row("six meetings of 500 clauses", seconds(lambda: trace(documents)), 0.5, "s")]


@benchmark("compare-words")
def long_texts() -> Iterator[Row]:
    """One clause of very many words: repetitive wording, where naive matching is quadratic (fault R19)."""
    from minutes_cli.comparing import change_words

    for count in (2_000, 16_000):
        old = " ".join(["the gate and the shed and"] * (count // 6))
        new = " ".join(["the shed and the gate or"] * (count // 6))
        yield Row(f"{count} repetitive words a side", seconds(lambda old=old, new=new: change_words(old, new)), 2, "s")  # type: ignore[misc]
