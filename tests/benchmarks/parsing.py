"""How fast text becomes a record, how the time grows, and what it holds in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes_cli.grammar.loading import forget
from minutes_cli.grammar.words_seen import _remembered
from minutes_cli.model import Minutes
from tests.benchmarks.registry import Row, benchmark
from tests.benchmarks.shapes import SHAPES, long_page, many_pages
from tests.benchmarks.timing import peak_megabytes, seconds

GROWTH = 8
"""How many times longer the second text is; its time may be ten times the first's."""
SLOW = 1.0
"""Seconds that 25 KB of anything should never take."""


def _parse(text: str) -> Minutes:
    from minutes_cli.parsing import parse

    return parse(text)


def _megabytes(texts: list[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


@benchmark("parse")
def rate() -> list[Row]:
    """Megabytes a second on one core: many pages of usual length, one very long page, and writing YAML apart."""
    from minutes_cli.writing.yaml import to_yaml

    texts = many_pages(1_000_000)
    whole = long_page(1_000_000)
    _parse(texts[0])
    records = [_parse(text).to_dict() for text in texts]
    written = sum(len(to_yaml(record)) for record in records) / 1e6
    return [
        Row(f"{len(texts)} pages of usual length", _megabytes(texts) / seconds(lambda: [_parse(text) for text in texts]), 5, "MB/s", True),
        Row("one page of 1 MB", _megabytes([whole]) / seconds(lambda: _parse(whole)), 5, "MB/s", True),
        Row("to plain records", _megabytes(texts) / seconds(lambda: [_parse(text).to_dict() for text in texts]), None, "MB/s", True),
        Row("YAML written, of its own bytes", written / seconds(lambda: [to_yaml(record) for record in records]), None, "MB/s", True),
    ]


@benchmark("memory")
def memory() -> list[Row]:
    """Peak above what was there before, for one page of 1 MB; faults P12: 60 bytes a character and 80 MB."""
    whole = long_page(1_000_000)
    _parse(whole[:10_000])
    return [Row("one page of 1 MB", peak_megabytes(lambda: _parse(whole)), 80 + 60 * len(whole) / 1e6, "MB")]


def _growth(what: str, build: Callable[[int], str], size: int) -> Row:
    """How many times longer 8 times the text takes; where already the short text takes over a second, its own seconds.

    The least of several times each, since what else the machine does would count eight times; with nothing remembered of the time
    before, since of the short text all could be.
    """
    small, start = build(size), build(size // 10)

    def afresh() -> None:
        forget()
        _remembered.cache_clear()
        _parse(start)

    first = seconds(lambda: _parse(small), runs=5, of=min, before=afresh)
    if first > SLOW:
        return Row(f"{what}: {size / 1000:.0f} KB alone", first, SLOW, "s")
    large = build(GROWTH * size)
    second = seconds(lambda: _parse(large), runs=3, of=min, before=afresh)
    return Row(f"{what} ({second:.2f} s for {GROWTH * size / 1000:.0f} KB)", second / max(first, 1e-4), 10, "times")


@benchmark("growth")
def growth() -> Iterator[Row]:
    """Time for 8 times the text over the time for the text, on ordinary pages and on every shape that breaks naive readers."""
    yield _growth("ordinary pages", long_page, 250_000)
    for name, build in SHAPES.items():
        yield _growth(name, build, 25_000)
