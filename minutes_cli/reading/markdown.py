"""Markdown as clerks and converters write it: the words without the marks, each still tied to its place in the file."""

from __future__ import annotations

import re
from itertools import pairwise

from minutes_cli.carriers import dataclass, field
from minutes_cli.model import Hint, Notice
from minutes_cli.reading.characters import line_of
from minutes_cli.reading.decoding import Decoded
from minutes_cli.reading.edits import Edited, Edits
from minutes_cli.reading.extract import Extract
from minutes_cli.reading.markdown_inline import Stretch, read_inline
from minutes_cli.reading.tables import is_response_head
from minutes_cli.reading.text import encoding_notices

_LINE = re.compile(r"[^\r\n]*+(\r\n?|\n|$)")
_FRONT_EDGE = re.compile(r"-{3}[ \t]{0,80}$")
_FRONT_LINES = 200
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]{0,60}):[ \t]{0,80}(?P<value>\S.{0,500})?$")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.A)

_QUOTE = re.compile(r"(?:[ ]{0,3}>[ \t]?){1,20}")
_CALLOUT = re.compile(r"\[![A-Za-z]{1,20}\][+-]?[ \t]?")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:-[ \t]{0,3}){3,200}|(?:\*[ \t]{0,3}){3,200}|(?:_[ \t]{0,3}){3,200})$")
_HEADING = re.compile(r"[ \t]{0,3}(?P<marks>\#{1,6})(?:[ \t]{1,20}|(?=&nbsp;)|(?=\u00a0)|$)")
_HEADING_END = re.compile(r"[ \t]{1,20}\#{1,20}[ \t]{0,20}$")
_UNDERLINE = re.compile(r"[ \t]{0,3}={3,200}[ \t]{0,20}$")
_FENCE = re.compile(r"[ \t]{0,3}(?:`{3,20}|~{3,20})[\w+-]{0,40}[ \t]{0,20}$")
_TABLE_RULE = re.compile(r"[ \t]{0,3}\|?(?:[ \t]{0,9}:?-{1,200}:?[ \t]{0,9}\|){1,50}(?:[ \t]{0,9}:?-{1,200}:?[ \t]{0,9})?$")
_PAGE_NUMBER = re.compile(r"[ \t]{0,20}(?P<number>\d{1,4})[ \t]{0,20}$", re.A)

BOLD_HEADING_SIZE = 160
"""Code points of the longest line in bold that may be a heading."""


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    """Without its line end."""
    next: int
    text: str


@dataclass(slots=True)
class _Page:
    """What is found on the way, in offsets of the file."""

    raw: str
    edits: Edits = field(default_factory=Edits)
    roles: list[tuple[Stretch, str, str | None]] = field(default_factory=list)
    hidden: list[Stretch] = field(default_factory=list)
    page_numbers: list[tuple[int, Stretch]] = field(default_factory=list)


def read_markdown(decoded: Decoded) -> Extract:
    """The words of a Markdown file; ``origin`` ties each to its offset in the decoded file."""
    raw = decoded.text
    page = _Page(raw)
    lines = _lines(raw, page.edits)
    first = _front_matter(lines, page)
    _blocks(lines, first, page)
    _page_numbers(page)
    edited = page.edits.apply(raw)
    hints = _hints(page, edited)
    notices = encoding_notices(decoded)
    if page.hidden:
        told = f"{len(page.hidden)} comments; left out"
        notices.append(Notice("skipped", told, line_of(raw, page.hidden[0][0])))
    repairs = [edited.at(offset) for offset in decoded.repairs]
    skipped = {"comments": sum(end - start for start, end in page.hidden)}
    return Extract("markdown", edited.text, decoded.encoding, repairs, hints, notices, skipped=skipped, origin=edited.origin)


def _lines(raw: str, edits: Edits) -> list[_Line]:
    lines = []
    at = 0
    while at < len(raw):
        match = _LINE.match(raw, at)
        assert match is not None
        if match.group(1).startswith("\r"):
            edits.put(match.start(1), match.end(1), "\n")
        lines.append(_Line(at, match.start(1), match.end(), raw[at : match.start(1)]))
        at = match.end()
    return lines


def _front_matter(lines: list[_Line], page: _Page) -> int:
    """Marks the settings between two ``---`` lines at the top; gives the number of the line after them."""
    first = next((number for number, line in enumerate(lines[:20]) if line.text.strip("\ufeff \t")), None)
    if first is None or not _FRONT_EDGE.match(lines[first].text):
        return 0
    last = next(
        (number for number in range(first + 1, min(len(lines), first + _FRONT_LINES)) if _FRONT_EDGE.match(lines[number].text)), None
    )
    if last is None or not any(_FIELD.match(line.text) for line in lines[first + 1 : last]):
        return 0
    if any(not (_FIELD.match(line.text) or line.text[:1] in (" ", "\t", "-", "#", "")) for line in lines[first + 1 : last]):
        return 0
    for line in lines[first + 1 : last]:
        page.roles.append(((line.start, line.end), "furniture", None))
        entry = _FIELD.match(line.text)
        if entry and entry.group("value"):
            value = entry.group("value").strip()
            quotes = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            start = line.start + entry.start("value") + quotes
            stretch = (start, start + len(value) - 2 * quotes)
            date = _ISO_DATE.match(page.raw, stretch[0])
            if entry.group("key") == "date" and date:
                page.roles.append((stretch, "meeting-date", date.group()))
            elif entry.group("key") == "title":
                page.roles.append((stretch, "item-title", None))
    for edge in (first, last):
        page.edits.drop(lines[edge].start, lines[edge].end)
    return last + 1


def _blocks(lines: list[_Line], first: int, page: _Page) -> None:
    """Goes through the lines once, paragraph by paragraph."""
    paragraph: list[tuple[int, int]] = []

    def close() -> None:
        if paragraph:
            _paragraph(paragraph, page)
            paragraph.clear()

    table: list[_Line] = []
    after_rule = False
    for number in range(first, len(lines)):
        line = lines[number]
        start = _unquoted(line, page)
        body = page.raw[start : line.end]
        following = lines[number + 1].text if number + 1 < len(lines) else ""
        if table or _starts_table(body, following):
            if _is_row(body) or (table and "|" in body):
                close()
                table.append(_Line(start, line.end, line.next, body))
                continue
            _table(table, page)
            table = []
        rule = bool(_RULE.match(body)) or bool(_UNDERLINE.match(body)) or bool(_FENCE.match(body))
        heading = _HEADING.match(body)
        if not body.strip() or rule:
            if rule:
                page.edits.drop(start, line.end)
                if _UNDERLINE.match(body) and paragraph:
                    page.roles.append((paragraph[-1], "heading", "1"))
            close()
        elif heading:
            close()
            tail = _HEADING_END.search(body, max(heading.end(), len(body) - 42))
            end = start + tail.start() if tail else line.end
            page.edits.drop(start, start + heading.end())
            page.edits.drop(end, line.end)
            page.roles.append(((start + heading.end(), end), "heading", str(len(heading.group("marks")))))
            _inline(start + heading.end(), end, page, [])
        else:
            numbered = _PAGE_NUMBER.match(body)
            if numbered and after_rule:
                page.page_numbers.append((int(numbered.group("number")), (start, line.end)))
            paragraph.append((start, line.end))
        after_rule = rule
    close()
    if table:
        _table(table, page)


def _unquoted(line: _Line, page: _Page) -> int:
    """Drops quotation marks at a line's start and a callout's name; gives the offset at which its words begin."""
    quote = _QUOTE.match(line.text)
    if quote is None:
        return line.start
    end = quote.end()
    callout = _CALLOUT.match(line.text, end)
    if callout:
        end = callout.end()
    page.edits.drop(line.start, line.start + end)
    return line.start + end


def _is_row(body: str) -> bool:
    stripped = body.strip()
    return stripped.startswith("|") and stripped.endswith("|") and stripped.count("|") > 2


def _starts_table(body: str, following: str) -> bool:
    return _is_row(body) or ("|" in body and bool(_TABLE_RULE.match(following)) and "|" in following)


def _table(rows: list[_Line], page: _Page) -> None:
    """Joins the cells of each row by a tab; the rule under the head row is left out with its line end."""
    head: list[str] | None = None
    answers = False
    for row in rows:
        if _TABLE_RULE.match(row.text):
            page.edits.drop(row.start, row.next)
            continue
        cells = _cells(row)
        if head is None:
            head = [page.raw[start:end] for start, end in cells]
            answers = is_response_head(head)
        elif answers:
            page.roles.append(((row.start, row.end), "response-row", str(len(cells))))
        page.roles.append(((row.start, row.end), "table-row", str(len(cells))))
        at = row.start
        for number, (start, end) in enumerate(cells):
            if number:
                page.edits.put(at, start, "\t")
            else:
                page.edits.drop(at, start)
            _inline(start, end, page, [], break_as=" ")
            at = end
        page.edits.drop(at, row.end)


def _cells(row: _Line) -> list[Stretch]:
    """The stretches of a row's cells, blanks round them left out; ``\\|`` does not end a cell."""
    text = row.text
    bars = [place for place, letter in enumerate(text) if letter == "|" and text[place - 1 : place] != "\\"]
    edges = [-1, *bars, len(text)]
    cells = []
    for left, right in pairwise(edges):
        piece = text[left + 1 : right]
        outer = (left == -1 or right == len(text)) and not piece.strip()
        if not outer:
            start = left + 1 + len(piece) - len(piece.lstrip(" \t"))
            cells.append((row.start + start, row.start + max(start, left + 1 + len(piece.rstrip(" \t")))))
    return cells or [(row.end, row.end)]


def _paragraph(stretches: list[Stretch], page: _Page) -> None:
    _inline(stretches[0][0], stretches[-1][1], page, stretches)


def _inline(start: int, end: int, page: _Page, lines: list[Stretch], *, break_as: str = "\n") -> None:
    """Reads the marks of a paragraph, a heading or a cell; short lines that are bold throughout become headings."""
    found = read_inline(page.raw, start, end, page.edits, break_as=break_as)
    page.hidden += found.hidden
    page.roles += [(stretch, "heading", level) for stretch, level in found.headings]
    bold = sorted(found.bold)
    place = 0
    for line_start, line_end in lines:
        while place < len(bold) and bold[place][1] <= line_start:
            place += 1
        if (
            line_end - line_start <= BOLD_HEADING_SIZE
            and place < len(bold)
            and _is_all_bold(page.raw, line_start, line_end, bold[place : place + 20])
        ):
            page.roles.append(((line_start, line_end), "heading", "bold"))


def _is_all_bold(raw: str, start: int, end: int, bold: list[Stretch]) -> bool:
    """True where nothing but blanks and marks stands outside the bold stretches."""
    at = start
    for first, last in bold:
        if first >= end:
            break
        if raw[at : max(at, first)].strip("*_>\\ \t\u00a0"):
            return False
        at = max(at, last)
    return not raw[at : max(at, end)].strip("*_\\ \t\u00a0")


def _page_numbers(page: _Page) -> None:
    """Numbers alone behind a rule that count up through the file are printed page numbers."""
    numbers = [number for number, _ in page.page_numbers]
    if len(numbers) >= 2 and all(one < two for one, two in pairwise(numbers)):
        page.roles += [(stretch, "furniture", None) for _, stretch in page.page_numbers]


def _hints(page: _Page, edited: Edited) -> list[Hint]:
    hints = []
    for (start, end), role, value in page.roles:
        span = (edited.at(start), edited.at(end))
        while span[0] < span[1] and edited.text[span[0]].isspace():
            span = (span[0] + 1, span[1])
        while span[0] < span[1] and edited.text[span[1] - 1].isspace():
            span = (span[0], span[1] - 1)
        if span[0] < span[1]:
            hints.append(Hint(span, role, value))
    return hints
