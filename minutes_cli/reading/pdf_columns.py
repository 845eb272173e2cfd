"""The reading order of a PDF page: columns that are read one after the other, tables that are read row by row."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from minutes_cli.carriers import dataclass
from minutes_cli.reading.pdf_measures import median
from minutes_cli.reading.pdf_words import Cell, Row, Word
from minutes_cli.reading.tables import is_response_head

LABEL = re.compile(r"[(\[]?(?:\d{1,4}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxIVX]{1,5})(?:[.)\]]|$)|[•·▪◦‣o§\u2013-]$|[\uf000-\uf0ff]$", re.A)
"""A cell or word that may be a list label or a minute number."""
_RUN = 6
_LONGEST_RUN = 300
_STRIP_LETTERS = 1.3
_FLOW_LETTERS = 20
_SHORT_LETTERS = 28
_NOTE_BAND = 50.0
_NOTE = re.compile(r"[A-Za-z]{1,12}(?:[ /,&.]{1,2}[A-Za-z]{1,12}){0,2}\.?$", re.A)


@dataclass(slots=True)
class Line:
    """One line in reading order."""

    text: str
    left: float
    right: float
    base: float
    words: list[Word]
    weight: int = 0
    role: str | None = None
    """table-row or actions, where the layout says so."""
    cells: int = 1
    column: int = 0
    """Number of the column on its page; lines of different columns never join."""


def in_order(rows: list[Row], letter: float) -> list[Line]:
    """The lines of a page in the order in which they are read; what stands beside a text follows the line that it stands beside."""
    rows, notes = _side_notes(rows)
    lines: list[Line] = []
    at = 0
    while at < len(rows):
        end, strips = _run(rows, at, letter)
        if end - at < _RUN:
            lines.append(_whole(rows[at]))
            at += 1
        else:
            found, used = _band(rows[at:end], strips, letter, len(lines) + 1)
            lines += found
            at += used
    return _beside(lines, notes)


def _side_notes(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Takes short notes at the right edge (initials of who is to act) out of their rows; gives the rows and the notes."""
    if len(rows) < 4:
        return rows, []
    edge = max(row.right for row in rows)
    places = {
        number
        for number, row in enumerate(rows)
        if row.cells[-1].left >= edge - _NOTE_BAND
        and (len(row.cells) > 1 or row.left > rows[0].left + _NOTE_BAND)
        and _NOTE.match(row.cells[-1].text)
        and len(row.cells) - _is_label(row.cells[0].text) <= 2
        and not any(_is_label(cell.text) for cell in row.cells[-2:-1])
    }
    if len(places) < 2 or len(places) * 2 > len(rows):
        return rows, []
    kept: list[Row] = []
    notes: list[Row] = []
    for number, row in enumerate(rows):
        if number in places:
            notes.append(Row(row.base, row.cells[-1:]))
            if len(row.cells) > 1:
                kept.append(Row(row.base, row.cells[:-1]))
        else:
            kept.append(row)
    return kept, notes


def _beside(lines: list[Line], notes: list[Row]) -> list[Line]:
    """Puts each note behind the line nearest to it."""
    if not notes or not lines:
        return lines
    order = sorted(range(len(lines)), key=lambda place: (lines[place].base, -place))
    bases = [lines[place].base for place in order]
    behind: dict[int, list[Line]] = {}
    for note in notes:
        at = bisect_left(bases, note.base)
        near = [order[place] for place in (at - 1, at) if 0 <= place < len(order)]
        nearest = min(near, key=lambda place: abs(lines[place].base - note.base))
        line = _whole(note)
        line.role = "actions"
        behind.setdefault(nearest, []).append(line)
    found: list[Line] = []
    for place, line in enumerate(lines):
        found.append(line)
        found += behind.get(place, [])
    return found


def _whole(row: Row) -> Line:
    """A row as one line: a label and its words with a blank between, other cells with tabs."""
    cells = _labelled(row.cells)
    words = [word for cell in row.cells for word in cell.words]
    tabbed = len(cells) > 1
    return Line("\t".join(cells), row.left, row.right, row.base, words, _weight(words), "table-row" if tabbed else None, len(cells))


def _is_label(text: str) -> bool:
    """True for a cell that holds a label and nothing else."""
    return len(text) < 10 and LABEL.match(text) is not None


def _weight(words: list[Word]) -> int:
    """The weight of the lightest word, a label in front left out: labels are often printed lighter than what they label."""
    bare = words[1:] if len(words) > 1 and _is_label(words[0].text) else words
    return min(word.weight for word in bare)


def _labelled(cells: list[Cell]) -> list[str]:
    """The cells' texts, a label in front joined to what it labels."""
    texts = [cell.text for cell in cells]
    if len(texts) > 1 and _is_label(texts[0]):
        texts[:2] = [f"{texts[0]} {texts[1]}"]
    return texts


def _run(rows: list[Row], at: int, letter: float) -> tuple[int, list[tuple[float, float]]]:
    """How far the rows from ``at`` on leave upright strips free between cells, and those strips."""
    strips = _gaps_in(rows[at])
    end = at + 1
    if not strips:
        return end, []
    for row in rows[at + 1 : at + _LONGEST_RUN]:
        narrowed = [found for strip in strips if (found := _narrowed(strip, row, letter)) is not None]
        if not narrowed:
            break
        strips = narrowed
        end += 1
    return end, strips


def _gaps_in(row: Row) -> list[tuple[float, float]]:
    """The gaps between a row's cells, but for that behind a label."""
    return [(one.right, two.left) for one, two in pairwise(row.cells) if not (one is row.cells[0] and _is_label(one.text))]


def _narrowed(strip: tuple[float, float], row: Row, letter: float) -> tuple[float, float] | None:
    """What a row leaves free of a strip; None where too little."""
    left, right = strip
    for cell in row.cells:
        if cell.right > left and cell.left < right:
            if cell.right - left <= right - cell.left:
                left = max(left, cell.right)
            else:
                right = min(right, cell.left)
    return (left, right) if right - left >= _STRIP_LETTERS * letter else None


def _band(rows: list[Row], strips: list[tuple[float, float]], letter: float, number: int) -> tuple[list[Line], int]:
    """Reads rows that strips part: as columns one after the other, as a text with a narrow column beside it, or as a table.

    Gives the lines and how many of the rows they hold; rows after the last with a right-hand cell may be left.
    """
    columns = _columns(rows, strips)
    gaps = _gaps(rows, letter)
    if len(columns) == 2 and _is_flow(columns) and not _is_table(columns, gaps):
        return [_in_column(row, number + place) for place, column in enumerate(columns) for row in column], len(rows)
    last = max(place for place, row in enumerate(rows) if row.cells[-1].left >= strips[0][1] - 1)
    used = last + 1
    while used < len(rows) and rows[used].base not in gaps:
        used += 1
    rows = rows[:used]
    strips = _gaps_in(rows[0])
    for row in rows[1:]:
        strips = [found for strip in strips if (found := _narrowed(strip, row, letter)) is not None]
    columns = [column for column in _columns(rows, strips) if column]
    main = max(columns, key=lambda column: sum(len(row.text) for row in column))
    beside = columns[columns.index(main) + 1 :]
    if beside and all(max(len(row.text) for row in column) <= _SHORT_LETTERS and len(column) < 0.7 * len(main) for column in beside):
        return _with_actions(columns, columns.index(main), number), used
    return _as_table(rows, columns, [base for base in gaps if base >= rows[-1].base], number), used


def _columns(rows: list[Row], strips: list[tuple[float, float]]) -> list[list[Row]]:
    """The rows of each column."""
    columns: list[list[Row]] = [[] for _ in range(len(strips) + 1)]
    for row in rows:
        parted: list[list[Cell]] = [[] for _ in columns]
        for cell in row.cells:
            parted[sum(1 for strip in strips if cell.left >= strip[1] - 1)].append(cell)
        for column, cells in zip(columns, parted, strict=True):
            if cells:
                column.append(Row(row.base, cells))
    return columns


def _in_column(row: Row, number: int) -> Line:
    line = _whole(row)
    line.column = number
    return line


def _gaps(rows: list[Row], letter: float) -> list[float]:
    """Base lines of rows that stand lower below their neighbour than most do: where a table's or a text's next part begins."""
    steps = [before.base - row.base for before, row in pairwise(rows)]
    usual = sorted(steps)[len(steps) // 4] if steps else 0.0
    return [row.base for row, step in zip(rows[1:], steps, strict=True) if step > 1.2 * usual + 0.1 * letter]


def _is_flow(columns: list[list[Row]]) -> bool:
    """True for two columns of running text: long lines in both, and no head that speaks of answers."""
    head = [column[0].text for column in columns if column]
    long = all(len(column) >= 5 and median(len(row.text) for row in column) >= _FLOW_LETTERS for column in columns)
    return long and not is_response_head(head)


def _is_table(columns: list[list[Row]], gaps: list[float]) -> bool:
    """True where the columns' parts begin side by side, row for row."""
    beginnings = [columns[0][0].base, *gaps]
    together = sum(1 for base in beginnings if all(any(abs(row.base - base) < 2 for row in column) for column in columns))
    return len(beginnings) >= 3 and together >= 0.7 * len(beginnings)


def _split(rows: list[Row], bases: list[float]) -> list[list[Row]]:
    parts: list[list[Row]] = [[]]
    for row in rows:
        if row.base in bases and parts[-1]:
            parts.append([])
        parts[-1].append(row)
    return parts


def _with_actions(columns: list[list[Row]], main: int, number: int) -> list[Line]:
    """A text with a narrow column on its right: the text, with what stands beside it as notes."""
    lefts = {row.base: row for column in columns[:main] for row in column}
    lines = []
    for row in columns[main]:
        line = _in_column(row, number)
        label = lefts.pop(row.base, None)
        if label is not None:
            line.text = f"{label.text} {line.text}"
            line.left = label.left
            line.words = [word for cell in label.cells for word in cell.words] + line.words
        lines.append(line)
    for row in lefts.values():
        before = sum(1 for line in lines if line.base > row.base)
        lines.insert(before, _in_column(row, number))
    return _beside(lines, [row for column in columns[main + 1 :] for row in column])


def _as_table(rows: list[Row], columns: list[list[Row]], gaps: list[float], number: int) -> list[Line]:
    """A table: each of its rows as one line, the wrapped lines of a cell joined, cells parted by tabs."""
    lines: list[Line] = []
    for part in _split(rows, _row_starts(rows, columns, gaps)):
        bases = {row.base for row in part}
        cells = [[row for row in column if row.base in bases] for column in columns]
        texts = [" ".join(" ".join(_labelled(row.cells)) for row in cell) for cell in cells if cell]
        words = [word for row in part for cell in row.cells for word in cell.words]
        role = "table-row" if len(texts) > 1 else None
        lines.append(Line("\t".join(texts), part[0].left, part[0].right, part[0].base, words, _weight(words), role, len(texts), number))
    return lines


def _row_starts(rows: list[Row], columns: list[list[Row]], gaps: list[float]) -> list[float]:
    """Base lines at which a table's rows begin: behind gaps where it has them, else where words in several columns begin anew."""
    several = [row.base for row in rows if sum(1 for column in columns if any(part.base == row.base for part in column)) > 1]
    inner = [base for base in gaps if base in several]
    if len(inner) >= 0.3 * len(several):
        return gaps
    fresh = {row.base for row in columns[0] if not row.text[:1].islower() or LABEL.match(row.cells[0].words[0].text)}
    return [*(base for base in several if base in fresh), *gaps]
