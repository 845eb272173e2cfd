"""A table of names under the sides of a vote: ``|Yeas:|Nays:|Absent:|`` and a row for each line of names.

Productions::

    table  = header { line-end row }
    header = side { ("|" | tab) side }            side = "Yeas" | "Nays" | "For" | "Against" | … [":"] ["(" figure ")"]
    row    = [name] { ("|" | tab) [name] }
"""

from __future__ import annotations

import re
from itertools import pairwise

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.late import late

_SIDES = {
    "yeas": "for",
    "yea": "for",
    "ayes": "for",
    "aye": "for",
    "for": "for",
    "in favour": "for",
    "in favor": "for",
    "yes": "for",
    "nays": "against",
    "nay": "against",
    "noes": "against",
    "against": "against",
    "abstain": "abstain",
    "abstained": "abstain",
    "abstentions": "abstain",
    "absent": "absent",
    "recuse": "absent",
    "recused": "absent",
    "conflict": "absent",
}
_SIDE = late(r"\W{0,6}(?P<side>[A-Za-z]{2,12}(?: [A-Za-z]{2,8})?)\s{0,2}:?\s{0,2}(?:\(?(?P<count>[0-9]{1,4})\)?)?\s{0,2}:?\W{0,6}")
_HEADER = late(
    r"(?m)^[ \t>]{0,8}(?=[|\t ]{0,4}(?:yeas?|ayes?|for|in favou?r)\b)[^\n]{0,160}$|^[ \t>]{0,8}\|[ ]?(?:nays?|noes|against)\b[^\n]{0,160}$",
    re.IGNORECASE,
)
_RULE = late(r"[|\s:>=-]{1,200}")
_MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class FoundTable:
    """The table's span (code points), the names under each side as spans, and the counts that the header prints."""

    start: int
    end: int
    names: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def read_vote_table(text: str) -> FoundTable | None:
    """The first table of names in ``text``, or None.

    Cells stand between ``|`` or tabs; a rule of dashes is passed over; the table ends with the first line that is no row. A header of
    one column needs ``|`` round it. Lines quoted with ``>`` are rows as well.
    """
    for hit in _HEADER.finditer(text):
        sides = _header(text, hit.start(), hit.end())
        if sides is None:
            continue
        names: dict[str, list[tuple[int, int]]] = {}
        end = hit.end()
        at = hit.end() + 1
        for _ in range(_MOST_ROWS):
            if at >= len(text):
                break
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
            cells = _cells(text, at, line_end)
            if len(cells) < 2 and not ("|" in text[at:line_end] and cells):
                break
            if not _RULE.fullmatch(text, at, line_end):
                for (side, _), (start, stop) in zip(sides, cells, strict=False):
                    if side and stop > start:
                        names.setdefault(side, []).append((start, stop))
                end = line_end
            at = line_end + 1
        if names:
            counts = {side: count for side, count in sides if side and count is not None}
            return FoundTable(hit.start(), end, {side: tuple(spans) for side, spans in names.items()}, counts)
    return None


def _header(text: str, start: int, end: int) -> list[tuple[str, int | None]] | None:
    """Side and count of each column; None where a cell names no side."""
    line = text[start:end]
    if "|" not in line and "\t" not in line:
        return None
    sides: list[tuple[str, int | None]] = []
    for cell_start, cell_end in _cells(text, start, end):
        match = _SIDE.fullmatch(text, cell_start, cell_end)
        if match is None and cell_end > cell_start:
            return None
        side = _SIDES.get(match["side"].casefold()) if match else ""
        if side is None:
            return None
        sides.append((side, int(match["count"]) if match and match["count"] else None))
    return sides if any(side for side, _ in sides) else None


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of a line's cells without the white space round them; the frame's empty first and last cells are left out."""
    while start < end and text[start] in " >":
        start += 1
    marks = [index for index in range(start, end) if text[index] in "|\t"]
    framed = bool(marks) and marks[0] == start and text[start] == "|"
    edges = [*([] if framed else [start - 1]), *marks]
    if not (framed and len(marks) > 1 and not text[marks[-1] + 1 : end].strip()):
        edges.append(end)
    cells = []
    for left, right in pairwise(edges):
        low, high = left + 1, right
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        cells.append((low, high))
    return cells
