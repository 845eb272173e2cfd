"""Texts of any length in the shapes that break naive readers (faults R01 to R20), and ordinary pages with variation."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"

Shape = Callable[[int], str]

MOST_NUMBER = 999
"""The largest label of a list: a larger number opens something else, so that a longer text would be one of another kind."""


def _repeated(*pieces: str, head: str = "RESOLVED:\n") -> Shape:
    """A shape that says its pieces again and again; `{n}` in a piece counts up to `MOST_NUMBER`, and from 1 again."""

    def build(size: int) -> str:
        parts, length = [head], len(head)
        for number in count():
            for piece in pieces:
                text = piece.replace("{n}", str(number % MOST_NUMBER + 1))
                parts.append(text)
                length += len(text)
            if length >= size:
                return "".join(parts)
        raise AssertionError

    return build


def _levels(size: int) -> str:
    """1.1.1… one level deeper a line, started again before the labels alone fill the text (R01)."""
    parts, length = ["RESOLVED:\n"], 0
    while length < size:
        for depth in range(1, 120):
            line = ".".join(["1"] * depth) + " That it be noted\n"
            parts.append(line)
            length += len(line)
    return "".join(parts)


def _nested(size: int) -> str:
    """Labels of ever new styles, each below the one before (R02)."""
    styles = ("{n}.", "{a})", "({r})", "{n})", "({a})", "{r})", "({n})")
    parts, length, number = ["RESOLVED that:\n"], 0, 0
    while length < size:
        turn = number // len(styles)
        mark = styles[number % len(styles)].format(n=1 + turn % MOST_NUMBER, a=chr(97 + turn % 26), r="i" * (1 + turn % 3))
        line = f"{mark} the part be noted:\n"
        parts.append(line)
        length += len(line)
        number += 1
    return "".join(parts)


SHAPES: dict[str, Shape] = {
    "R01 deep numbers": _levels,
    "R02 nested labels": _nested,
    "R03 brackets": _repeated("([", head="RESOLVED: "),
    "R04 labels on one line": _repeated("a) b) c) ", head="RESOLVED: "),
    "R04 a flattened list": _repeated("{n}. That the gate be painted. ", head="RESOLVED: "),
    "R05 many items": _repeated("{n}. That the gate be painted green.\n"),
    "R05 repeated labels": _repeated("a) That the gate be painted green.\n"),
    "R06 one long line": _repeated("that the gate be painted and ", head="RESOLVED "),
    "R07 one long word": _repeated("abcdefghij", head="RESOLVED that "),
    "R08 long number": _repeated("1234567890", head="RESOLVED:\n"),
    "R09 iiii": _repeated("iiii", head="RESOLVED:\n("),
    "R10 spaces after Resolved": _repeated("          ", head="Resolved"),
    "R10 spaces inside lines": _repeated("Resolved" + " " * 500 + "x\n", head=""),
    "R11 blank lines": _repeated("\n" * 10, head="RESOLVED:\n"),
    "R12 Resolved": _repeated("Resolved ", head=""),
    "R12 Resolved, a line each": _repeated("Resolved:\n", head=""),
    "R13 movers": _repeated("moved by seconded by ", head="RESOLVED "),
    "R13 movers, a line each": _repeated("Moved by Cllr Ash, seconded by Cllr Birch\n", head=""),
    "R14 names": _repeated("Ash, Birch, ", head="Moved by Councillors "),
    "R15 digits": _repeated("14 3 2031 ", head="RESOLVED "),
    "R16 digits and commas": _repeated("1,1,", head="RESOLVED £"),
    "R17 hyphens at line ends": _repeated("gate-\nway ", head="RESOLVED that "),
    "R18 marks": _repeated("\u0301", head="RESOLVED that e"),
    "references": _repeated("recommendations a) and b), 1 to 9 above, ", head="RESOLVED that "),
    "votes": _repeated("(12 to 1) For: 12 Against: 3 unanimously ", head="RESOLVED that "),
    "deadlines": _repeated("within 14 days of its submission by 14 March 2031 ", head="RESOLVED that "),
    "prose": _repeated("It was agreed that the gate be painted. Members noted the cost.\n\n", head=""),
    "stems and limbs": _repeated("That Cabinet: (i) note the report; and (ii) paint the gate.\n", head="RECOMMENDED:\n"),
    "copies": _repeated("RESOLVED:\n1. That the gate be painted.\n\n", head=""),
    "answers below": _repeated("{n}. That the gate {n} be painted.\n\nResponse: Agreed.\n\n", head="RECOMMENDED:\n\n"),
    "answers by label": _repeated("Recommendation {n}: Accepted\n\n", head="The Panel's recommendations:\n\n"),
    "answers in a table": _repeated("{n}. That gate {n} be painted | Agreed\n", head="Recommendation | Response\n"),
    "votes before": _repeated("For: 8\n\nAgainst: 2\n\n", head="Councillor Ash proposed a toll.\n\n"),
    "outcomes alone": _repeated("Noted.\n\n", head="4. PIER\n\n"),
    "resolutions on one line": _repeated("RESOLVED: That gate {n} be painted. ", head="4. PIER\n\n"),
    "decisions on one line": _repeated("It was agreed to paint gate {n}. This was agreed. ", head="4. PIER\n\n"),
    "page heads": _repeated("Agenda item\n\n", head=""),
    "titles": _repeated("WEST PIER\n\n", head=""),
    "references to many": _repeated("{n}. That recommendations 1 to 3 above be done.\n", head="RESOLVED:\n"),
    "others' resolutions": _repeated("A letter was read: “RESOLVED that gate {n} be shut.”\n\n", head=""),
    "items": _repeated("{n}. ROUTINE MATTERS\n\nThe Chair spoke.\n\nRESOLVED that the report be noted.\n\n", head=""),
}
"""Builders of a text of at least so many code points, by what they show."""


def pages() -> list[str]:
    """The real seeds where they are at hand, then the samples."""
    paths = [*sorted(SEEDS.glob("*.txt")), *sorted((ROOT / "samples").glob("*.txt"))]
    return [path.read_text(encoding="utf-8") for path in paths]


_NUMBER = re.compile(r"(?<!\d)\d{2,4}(?!\d)", re.ASCII)
_LONG_LINE = 60
_STEMS = ("moor", "tide", "salt", "net", "wex", "heron", "quay", "shingle", "lamp", "ferry")


def _word(number: int) -> str:
    """A made-up word for a number, another for each below a thousand."""
    return _STEMS[number // 100 % 10] + _STEMS[number // 10 % 10] + _STEMS[number % 10]


def varied(text: str, number: int) -> str:
    """The same page with its longer numbers shifted by `number` and a made-up word put into every long line.

    So no long line comes twice, and remembering lines gains no more than it would on real pages, whose short lines do come again.
    """
    lines = _NUMBER.sub(lambda found: str(int(found[0]) + number), text).split("\n")
    for at, line in enumerate(lines):
        if len(line) >= _LONG_LINE:
            middle = line.find(" ", len(line) // 2)
            lines[at] = f"{line[:middle]} {_word(number)}{line[middle:]}" if middle > 0 else line
    return "\n".join(lines)


def long_page(size: int) -> str:
    """One text of at least `size` code points: all pages in turn, varied each time, blank lines between."""
    return "\n\n".join(many_pages(size, apart=2))


def many_pages(size: int, apart: int = 0) -> list[str]:
    """Pages of their usual length, varied each time, that come to at least `size` code points together, `apart` more counted for each."""
    whole = pages()
    parts: list[str] = []
    length = 0
    for number in count():
        for page in whole:
            parts.append(varied(page, number))
            length += len(parts[-1]) + apart
            if length >= size:
                return parts
    raise AssertionError
