"""Words of a PDF page with their places, and the rows that they stand in."""

from __future__ import annotations

import re
from collections import Counter
from ctypes import byref, c_double, create_string_buffer
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from minutes_cli.carriers import dataclass, field
from minutes_cli.reading.ordinals import PRIVATE_BULLETS
from minutes_cli.reading.pdf_measures import median

HYPHENS = "\x02\ufffe"
"""What PDFium puts for a hyphen at a line's end."""
_HEAVY = re.compile(rb"bold|black|heavy|demi", re.I)
_BULLETS = str.maketrans(PRIVATE_BULLETS)
# PDFium runs a word on after such a hyphen, on to the next line.
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")


_OTHER_LINE = 7.0
"""Points that a letter must stand higher or lower than a word's first to be on another line; raised letters stand less high."""

_TURNED = 0.1
"""Radians by which letters are turned that are printed up or down a page's edge."""


@dataclass(slots=True)
class Word:
    """A word and where it stands, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    base: float
    spaced: bool
    """True where white space stands before it."""
    weight: int = 0
    """How heavy its first letter is printed, 400 for ordinary ones."""


@dataclass(slots=True)
class Cell:
    """Words of one row that stand close together."""

    words: list[Word] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Left edge."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """The words, with the blanks between them."""
        return "".join((" " if number and word.spaced else "") + word.text for number, word in enumerate(self.words))


@dataclass(slots=True)
class Row:
    """What stands on one base line."""

    base: float
    cells: list[Cell]

    @property
    def left(self) -> float:
        """Left edge."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return max(cell.right for cell in self.cells)

    @property
    def text(self) -> str:
        """The cells, with tabs between them."""
        return "\t".join(cell.text for cell in self.cells)


@dataclass(slots=True)
class PageWords:
    """A page's rows from top to bottom."""

    rows: list[Row]
    letter: float
    """Usual width of a letter."""
    top: float
    """Height of the page."""


def read_page(page: Any, text_page: Any) -> PageWords:
    """The rows of a page."""
    raw = text_page.raw
    count = text_page.count_chars()
    text = text_page.get_text_range() if count > 0 else ""
    if len(text) != count:
        # Some characters have no Unicode; then the text and the character numbers do not run alike.
        text = "".join(map(_letter, (pdfium.FPDFText_GetUnicode(raw, place) for place in range(count))))
    text = text.translate(_BULLETS)
    words: list[tuple[Word, int, int]] = []
    x, y, left, right, bottom, top = (c_double() for _ in range(6))
    at_x, at_y, at_left, at_right, at_bottom, at_top = map(byref, (x, y, left, right, bottom, top))
    line = last = 0
    pending = [match.span() for match in _WORD.finditer(text)][::-1]
    while pending:
        start, end = pending.pop()
        if not pdfium.FPDFText_GetCharOrigin(raw, start, at_x, at_y):
            continue
        begin, base = x.value, y.value
        pdfium.FPDFText_GetCharBox(raw, end - 1, at_left, at_right, at_bottom, at_top)
        if end - start > 1 and (top.value < base - 3 or bottom.value > base + 3):
            split = _line_end(raw, start, end, base)
            if split:
                pending += [(split, end), (start, split)]
                continue
        broken = "\n" in text[last:start] or not words
        line += broken
        spaced = start > last or broken
        last = end
        weight = int(pdfium.FPDFText_GetFontWeight(raw, start)) or _named_weight(raw, start)
        words.append((Word(text[start:end], begin, max(right.value, begin), base, spaced, weight), line, start))
    _lift(words)
    return _rows(words, float(page.get_height()))


def _line_end(raw: Any, start: int, end: int, base: float) -> int | None:
    """Where a run of letters goes on to another line without a blank, as PDFium lets it now and then; None where it does not."""
    if abs(pdfium.FPDFText_GetCharAngle(raw, start)) > _TURNED:
        return None
    x, y = c_double(), c_double()
    for place in range(start + 1, end):
        if pdfium.FPDFText_GetCharOrigin(raw, place, byref(x), byref(y)) and abs(y.value - base) > _OTHER_LINE:
            return place
    return None


def _named_weight(raw: Any, place: int) -> int:
    """The weight that a font's name tells, for fonts that do not say it themselves."""
    name = create_string_buffer(64)
    pdfium.FPDFText_GetFontInfo(raw, place, name, 64, None)
    return 700 if _HEAVY.search(name.value) else 400


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00" if code <= 0 else "\ufffd"


def _lift(words: list[tuple[Word, int, int]]) -> None:
    """Puts raised words (the th of 4 th) on the base line of the word before them."""
    for (before, line, _), (word, other, _) in pairwise(words):
        if line == other and word.base != before.base and abs(word.base - before.base) < 6.5 and len(word.text) < 4:
            word.base = before.base


def _rows(words: list[tuple[Word, int, int]], top: float) -> PageWords:
    widths = [(word.right - word.left) / len(word.text) for word, _, _ in words if len(word.text) > 2 and word.right > word.left]
    letter = median(widths) if widths else 5.0
    words.sort(key=lambda entry: -entry[0].base)
    rows: list[Row] = []
    group: list[tuple[Word, int, int]] = []
    for entry in [*words, None]:
        if (
            entry is not None
            and group
            and group[-1][0].base - entry[0].base <= 0.35 * letter
            and group[0][0].base - entry[0].base <= letter
        ):
            group.append(entry)
            continue
        if group:
            group.sort(key=lambda item: (item[0].left, item[2]))
            rows.append(Row(group[0][0].base, _cells([item[0] for item in group], letter)))
        group = [entry] if entry is not None else []
    _split_at_columns(rows, letter)
    return PageWords(rows, letter, top)


def _split_at_columns(rows: list[Row], letter: float) -> None:
    """Parts cells also at narrow gaps where other rows begin a column at the same place."""
    begins = Counter(round(cell.left) for row in rows for cell in row.cells[1:])
    columns = {place for place, number in begins.items() if number >= 2}
    if not columns:
        return
    for row in rows:
        cells: list[Cell] = []
        for cell in row.cells:
            cells.append(Cell([cell.words[0]]))
            for before, word in pairwise(cell.words):
                if word.left - before.right > 1.4 * letter and round(word.left) in columns:
                    cells.append(Cell([word]))
                else:
                    cells[-1].words.append(word)
        row.cells = cells


def _cells(words: list[Word], letter: float) -> list[Cell]:
    cells = [Cell([words[0]])]
    for before, word in pairwise(words):
        if word.left - before.right > 3.2 * letter:
            cells.append(Cell([word]))
        else:
            if not word.spaced and word.left - before.right > 0.15 * letter:
                word.spaced = True
            cells[-1].words.append(word)
    return cells
