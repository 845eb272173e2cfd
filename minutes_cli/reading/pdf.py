"""PDF files with a text layer: lines, paragraphs, columns, and the heads and feet that recur from page to page."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import Any

import pypdfium2

from minutes_cli.errors import InputError
from minutes_cli.model import Hint, Notice
from minutes_cli.reading.extract import Extract
from minutes_cli.reading.pdf_columns import Line, in_order
from minutes_cli.reading.pdf_index import is_whole
from minutes_cli.reading.pdf_measures import median
from minutes_cli.reading.pdf_paragraphs import Measures, Paragraph, continues, is_bold, joined, measure, paragraphs, words_of
from minutes_cli.reading.pdf_words import PageWords, Row, read_page
from minutes_cli.reading.tables import is_response_head

PAGE_LIMIT = 5000
"""Pages of the longest PDF that is read."""
LETTER_LIMIT = 20_000_000
"""Characters of the longest PDF that is read."""

_EDGE_ROWS = 3
_EDGE_STEP = 8.0
_DIGITS = re.compile(r"\d+", re.A)
_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:page|pg\.?|p\.?|tudalen)?\W{0,4}(?P<number>\d{1,4})(?:\s{0,3}(?:of|/|o)\s{0,3}\d{1,4})?\W{0,4}$", re.I | re.A
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")
_BOLD_HEADING_SIZE = 160


def read_pdf(data: bytes, name: str) -> Extract:
    """The words of a PDF. Raises InputError: [encrypted], [pdf], [pdf-limit], [no-text]; MemoryError.

    Only `pdf_task` calls this, in a process with limits: native code can hang, crash and take all the memory there is.
    """
    try:
        pages = _pages(data, name)
    except pypdfium2.PdfiumError as problem:
        if "assword" in str(problem):
            raise InputError(name, "needs a password; open it with its password and save it without one", "encrypted") from None
        raise InputError(name, "is a damaged PDF; open it in a viewer and print it to a new PDF", "pdf") from None
    except (RecursionError, OverflowError) as problem:
        raise InputError(name, "is a PDF too large or too deep to read; split it", "pdf-limit") from problem
    whole = is_whole(data)
    blank = [number for number, page in enumerate(pages, 1) if not page.rows]
    if len(blank) == len(pages) and not whole:
        raise InputError(name, "is a damaged PDF, and no words were found in it; print it to a new PDF from its source", "pdf")
    if len(blank) == len(pages):
        raise InputError(name, f"has no text layer on pages {_ranges(blank)}; scan it with text recognition (OCR) first", "no-text")
    notices = []
    if not whole:
        notices.append(
            Notice("pdf-rebuilt", "the file's index is damaged and was rebuilt; words may be missing, compare it with the source")
        )
    if blank:
        notices.append(Notice("no-text", f"pages {_ranges(blank)} have no text layer; text recognition (OCR) would read them"))
    extract = _text(pages)
    letters = len(_LETTER.findall(extract.text))
    if letters and len(_LATIN.findall(extract.text)) * 2 < letters:
        notices.append(Notice("wrong-map", "most letters are not Latin; the file's character map may be wrong"))
    extract.notices = notices
    return extract


def _pages(data: bytes, name: str) -> list[PageWords]:
    document = pypdfium2.PdfDocument(data)
    try:
        count = len(document)
        if count > PAGE_LIMIT:
            raise InputError(name, f"has more than {PAGE_LIMIT} pages; split it", "pdf-limit")
        if count < 1:
            raise InputError(name, "is a PDF without pages; open it in a viewer and print it to a new PDF", "pdf")
        letters = 0
        pages = []
        for number in range(count):
            page = document[number]
            text_page: Any = page.get_textpage()
            letters += max(0, text_page.count_chars())
            if letters > LETTER_LIMIT:
                raise InputError(name, f"has more than {LETTER_LIMIT} characters; split it", "pdf-limit")
            pages.append(read_page(page, text_page))
            text_page.close()
            page.close()
        return pages
    finally:
        document.close()


def _ranges(numbers: list[int]) -> str:
    """1-3, 5"""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][-1] == number - 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    shown = ", ".join("-".join(map(str, part)) for part in parts[:8])
    return shown + (", …" if len(parts) > 8 else "")


def _furniture(pages: list[PageWords]) -> list[tuple[list[Row], list[Row]]]:
    """For each page the rows of its running head and foot: edge rows that recur, numbers apart, and page numbers that count up."""
    seen: dict[tuple[bool, str, int], set[int]] = defaultdict(set)
    edges: list[tuple[list[Row], list[Row]]] = []
    numbered: dict[tuple[bool, int], list[tuple[int, int]]] = defaultdict(list)
    for place, page in enumerate(pages):
        head, foot = page.rows[:_EDGE_ROWS], page.rows[-_EDGE_ROWS:]
        edges.append((head, foot))
        for top, rows in ((True, head), (False, foot)):
            for row in rows:
                seen[_sign(top, row)].add(place)
                number = _PAGE_NUMBER.match(row.text)
                if number:
                    numbered[top, round(row.base / 20)].append((place, int(number.group("number"))))
    counting = {
        (place, number)
        for entries in numbered.values()
        if len(entries) >= 2 and all(two[1] - one[1] == two[0] - one[0] for one, two in pairwise(entries))
        for place, number in entries
    }
    needed = max(2, (len(pages) + 1) // 2)
    found = []
    for place, (head, foot) in enumerate(edges):
        recurring: list[list[Row]] = [[], []]
        for side, rows in enumerate((head, foot)):
            for row in rows if side == 0 else reversed(rows):
                number = _PAGE_NUMBER.match(row.text)
                counts = number is not None and (place, int(number.group("number"))) in counting
                near = seen[_sign(side == 0, row)] | _near(seen, side == 0, row)
                if not (counts or (len(near) >= needed and _DIGITS.sub("", row.text).strip())):
                    break
                if side == 0 or row not in recurring[0]:
                    recurring[side].append(row)
        found.append((recurring[0], recurring[1][::-1]))
    return found


def _sign(top: bool, row: Row) -> tuple[bool, str, int]:
    return top, _DIGITS.sub("#", row.text).strip().lower(), round(row.base / _EDGE_STEP)


def _near(seen: dict[tuple[bool, str, int], set[int]], top: bool, row: Row) -> set[int]:
    """Pages with the same row one step higher or lower."""
    _, words, step = _sign(top, row)
    return seen.get((top, words, step - 1), set()) | seen.get((top, words, step + 1), set())


def _text(pages: list[PageWords]) -> Extract:
    """Writes the pages one after the other."""
    furniture = _furniture(pages)
    letter = median([page.letter for page in pages if page.rows])
    bodies = []
    for page, (head, foot) in zip(pages, furniture, strict=True):
        body = page.rows[len(head) : len(page.rows) - len(foot)]
        bodies.append(in_order(body, page.letter))
    usual = measure(bodies, letter)
    writer = _Writer(usual, words_of(bodies))
    for lines, (head, foot) in zip(bodies, furniture, strict=True):
        parts = paragraphs(lines, usual)
        goes_on = bool(parts) and writer.last is not None and continues(writer.last, parts[0].lines[0], usual)
        writer.page(parts, [row.text for row in head], [row.text for row in foot], goes_on)
    writer.end()
    return Extract("pdf", "".join(writer.pieces) + "\n", hints=writer.hints, page_starts=writer.page_starts)


class _Writer:
    def __init__(self, usual: Measures, known: frozenset[str]) -> None:
        self.usual = usual
        self.known = known
        self.pieces: list[str] = []
        self.size = 0
        self.hints: list[Hint] = []
        self.page_starts: list[int] = []
        self.last: Line | None = None
        self._feet: list[str] = []
        self._answers = False
        self._page_begins = False

    def page(self, parts: list[Paragraph], head: list[str], foot: list[str], goes_on: bool) -> None:
        """Writes a page; the foot of the one before comes first, for only now is it known whether a paragraph runs over it."""
        # A paragraph that runs on with nothing printed between its pages is one line.
        gap = 2 if not goes_on else 1 if self._feet or head else 0
        self._edge(self._feet, gap)
        self._page_begins = True
        self._edge(head, gap)
        for number, part in enumerate(parts):
            self._paragraph(part, gap if number == 0 else part.gap)
        if parts:
            self.last = parts[-1].lines[-1]
        if self._page_begins:
            self.page_starts.append(self.size)
            self._page_begins = False
        self._feet = foot

    def end(self) -> None:
        """Writes the last page's foot."""
        self._edge(self._feet, 2)

    def _edge(self, rows: list[str], gap: int) -> None:
        for number, text in enumerate(rows):
            self._write(text, gap if number == 0 else 1, "furniture", None)

    def _write(self, text: str, gap: int, role: str | None, value: str | None) -> None:
        if self.size:
            between = "\n" * gap or " "
            self.pieces.append(between)
            self.size += len(between)
        if self._page_begins:
            self.page_starts.append(self.size)
            self._page_begins = False
        self.pieces.append(text)
        if role:
            self.hints.append(Hint((self.size, self.size + len(text)), role, value))
        self.size += len(text)

    def _paragraph(self, part: Paragraph, gap: int) -> None:
        text = joined(part.lines, self.known)
        first = part.lines[0]
        role, value = first.role, None
        if role == "table-row":
            value = str(first.cells)
        elif role is None and len(text) <= _BOLD_HEADING_SIZE and all(is_bold(line, self.usual) for line in part.lines):
            role, value = "heading", "bold"
        self._write(text, gap, role, value)
        if role == "table-row":
            span = (self.size - len(text), self.size)
            if is_response_head(text.split("\t")):
                self._answers = True
            elif self._answers:
                self.hints.append(Hint(span, "response-row", value))
        elif role != "actions":
            self._answers = False
