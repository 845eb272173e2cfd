"""Lines and the gaps between them: the page before anything is known of its words.

Lines end at LF, CR, CRLF and form feed only (R32); every other break is a character. The number of blank lines before a
line survives, since a dropped heading leaves nothing but a longer gap (phenomena section 2, finding 2).
"""

from __future__ import annotations

from itertools import accumulate

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late

_LINE = late(r"([^\r\n\f]*+)(\r\n|[\r\n\f])?")
_BREAK = late(r"\r\n|[\r\n\f]")


@dataclass(slots=True)
class Line:
    """One printed line that is not blank."""

    number: int
    """Counted from 1."""
    start: int
    """Code point of its first character that is not white space."""
    end: int
    """Code point after its last character that is not white space."""
    gap: int
    """Blank lines before it; 0 for the first line of the page."""
    indent: int
    """White space before its first character, in code points."""


def read_lines(text: str) -> list[Line]:
    """All lines of a text that are not blank, in order."""
    lines: list[Line] = []
    number = gap = 0
    for found in _LINE.finditer(text):
        start, end = found.span(1)
        if start == end and found[2] is None:
            break
        number += 1
        words = found[1]
        bare = words.strip()
        if not bare:
            gap += 1
            continue
        lead = len(words) - len(words.lstrip())
        lines.append(Line(number, start + lead, start + lead + len(bare), gap if lines else 0, lead))
        gap = 0
    return lines


def squeeze(text: str) -> str:
    """The words of a text with every run of white space made one space: the only change that ``text`` ever makes."""
    return " ".join(text.split())


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins, for finding a line's number by bisection."""
    if "\r" in text or "\f" in text:
        return [0, *(found.end() for found in _BREAK.finditer(text))]
    lengths = [len(line) + 1 for line in text.split("\n")]
    return list(accumulate(lengths[:-1], initial=0))
