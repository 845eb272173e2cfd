"""Which paragraph of the case pages, said again and again where it stands, takes more than its share of time (P12).

The shapes of `shapes.py` were thought of; these were not: every state that a page can bring the reader into is held for a whole text.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from itertools import count
from types import FrameType

from minutes_cli.parsing import parse
from tests.benchmarks.registry import Row, benchmark
from tests.benchmarks.timing import seconds
from tests.cases.reading import read_all

SIZE = 64_000
"""Code points of the long text; the short one has an eighth of them."""
USUAL = 10.0
"""Microseconds for a code point under which no paragraph is looked at further."""
MOST = 15
"""Seconds after which a text is given up."""
SHARE = 2.0
"""How many times what the short text takes the long one may take for each code point."""
BETWEEN = {"paragraphs": "\n\n", "lines": "\n", "sentences": " "}
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)", re.ASCII)


class _GivenUp(Exception):
    """A text took too long."""


def _give_up(number: int, frame: FrameType | None) -> None:
    raise _GivenUp


def _counted(unit: str, turn: int) -> str:
    return _NUMBER.sub(lambda found: str((int(found[0]) + turn) % 999 + 1), unit)


def said_again(front: str, unit: str, between: str, size: int) -> str:
    """A page's beginning, then one of its paragraphs until there are so many code points; its numbers count up."""
    parts, length = [front], len(front)
    if between == " ":
        unit = unit.replace("\n", " ")
    for turn in count():
        parts.append((_counted(unit, turn) if turn else unit) + between)
        length += len(parts[-1])
        if length >= size:
            return "".join(parts)
    raise AssertionError


def _taken(text: str) -> float:
    """Microseconds for each code point; infinity where the text was given up."""
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST)
    try:
        return seconds(lambda: parse(text), runs=1) * 1e6 / len(text)
    except _GivenUp:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@benchmark("repeats", only_named=True)
def repeats() -> Iterator[Row]:
    """The paragraphs whose time for each code point grows with the text; nothing is printed for the others."""
    before = signal.signal(signal.SIGVTALRM, _give_up)
    tried = 0
    try:
        for case in read_all():
            paragraphs = re.split(r"\n\s*\n", case.text.strip("\n"))
            for at, unit in enumerate(paragraphs):
                front = "".join(f"{paragraph}\n\n" for paragraph in paragraphs[:at])
                for name, between in BETWEEN.items():
                    tried += 1
                    long = _taken(said_again(front, unit, between, SIZE))
                    if long < USUAL:
                        continue
                    short = said_again(front, unit, between, SIZE // 8)
                    share = long / max(min(_taken(short), _taken(short)), 0.1)
                    if share > SHARE:
                        yield Row(f"{case.id} paragraph {at}, {name} ({long:.0f} µs a code point)", share, SHARE, "times")
    finally:
        signal.signal(signal.SIGVTALRM, before)
    yield Row("paragraphs said again", tried, None, "")
