"""HTML as browsers read it: block elements and line breaks end lines, implied list labels are written out.

Nothing is fetched or run. Scripts, styles, templates and hidden text are left out; no-break spaces stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from minutes_cli.errors import InputError
from minutes_cli.model import Notice
from minutes_cli.reading import html_moderngov as moderngov
from minutes_cli.reading.building import OpenHint, TextBuilder
from minutes_cli.reading.decoding import Decoded
from minutes_cli.reading.extract import Extract
from minutes_cli.reading.html_guard import decoded_html, guarded
from minutes_cli.reading.html_lists import OpenList, item_label, open_list, sheet_styles
from minutes_cli.reading.tables import is_response_head

_ROWS = frozenset(["tr", "tbody", "thead", "tfoot", "caption"])
# fmt: off
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
    "ul",
])
# fmt: on
_LEFT_OUT = frozenset(
    ["script", "style", "template", "noscript", "head", "title", "iframe", "object", "svg", "math", "noframes", "canvas", "audio", "video"]
)
# What stands round the words of a page. Not header: some systems print the meeting's own title there.
_AROUND = frozenset(["nav", "footer", "button", "select"])
_AROUND_ROLES = frozenset(["navigation", "banner", "contentinfo", "search"])
_PLAIN_TAGS = frozenset(["b", "strong", "i", "em", "u", "sup", "sub", "o:p"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_HIDDEN_STYLE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all)", re.I)
_BOLD_STYLE = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)", re.I)
_PLAIN: dict[str, str | None] = {}
_FLAT_CELL = 4000
_FLAT_PARAGRAPHS = 3
_NESTED_TABLES = 3


def read_html(decoded: Decoded, data: bytes, name: str) -> Extract:
    """The words of a page and what its elements and classes tell. Raises InputError [depth] or [no-text]."""
    decoded, notices = decoded_html(decoded, data)
    extract = html_text(decoded.text, name)
    extract.encoding = decoded.encoding
    extract.notices[:0] = notices
    return extract


def html_text(page: str, name: str) -> Extract:
    """The same for a page that is text already."""
    safe, notices = guarded(page, name)
    walk = HtmlWalk(TextBuilder())
    walk.page(safe)
    text = walk.builder.text()
    if not text.strip():
        raise InputError(name, "holds no words outside its scripts and hidden parts; nothing to read", "no-text")
    if walk.hidden:
        notices.append(Notice("hidden", f"{walk.hidden} characters of hidden text; left out"))
    return Extract("html", text, hints=walk.builder.hints, notices=notices)


@dataclass(slots=True)
class _Table:
    flat: bool
    """Cells are kept on one line each, for a table of short cells."""
    items: bool
    head: list[str] | None = None
    answers: bool = False
    cells: int = 0
    row: OpenHint | None = None
    row_text_at: int = 0


@dataclass(slots=True)
class _Exit:
    """What is to be done when an element ends."""

    tag: str
    block: int
    hints: list[OpenHint]
    listed: bool = False
    table: bool = False
    number_cell: bool = False
    sub_title: bool = False
    pre: bool = False


_INLINE = _Exit("", 0, [])


@dataclass(slots=True)
class HtmlWalk:
    """One walk through a page's tree, without recursion."""

    builder: TextBuilder
    hidden: int = 0
    lists: list[OpenList] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    sheet: dict[tuple[str, str], str] = field(default_factory=dict)
    number_cells: int = 0
    pre: int = 0
    sides: moderngov.Sides = field(init=False)

    def __post_init__(self) -> None:
        self.sides = moderngov.Sides(self.builder)

    def page(self, page: str) -> None:
        """Walks through a whole page or a piece of one."""
        tree = LexborHTMLParser(page)
        if "list-style" in page:
            for sheet in tree.css("style"):
                self.sheet.update(sheet_styles(sheet.text() or ""))
        body = tree.body
        if body is not None:
            self._walk(body)
        self.sides.begin(None)

    def _walk(self, top: Any) -> None:
        """Goes through the tree with a stack of its own: ten thousand levels are no recursion."""
        parents: list[Any] = []
        exits: list[_Exit] = []
        node = top
        while True:
            while node is not None:
                # Processing instructions, which Word writes, have no tag.
                tag = node.tag or "!"
                if tag == "-text":
                    self._text(node.text_content or "")
                elif tag[0] not in "-!":
                    leave = self._enter(node, tag)
                    if leave is not None:
                        parents.append(node)
                        exits.append(leave)
                        node = node.child
                        continue
                node = node.next
            done = exits.pop()
            if done is not _INLINE:
                self._leave(done)
            if not exits:
                return
            node = parents.pop().next

    def _text(self, text: str) -> None:
        if self.pre and not (self.tables and self.tables[-1].flat):
            for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
                if number:
                    self.builder.line_break()
                if line:
                    self.builder.exact(line)
        else:
            self.builder.flow(text)

    def _enter(self, node: Any, tag: str) -> _Exit | None:
        """Begins an element; None where it and all in it is left out."""
        builder = self.builder
        if tag == "br":
            self._break()
            return None
        if tag in _LEFT_OUT:
            return None
        if tag in _PLAIN_TAGS:
            return _INLINE
        attributes = node.attributes or _PLAIN
        if attributes and ("hidden" in attributes or ("style" in attributes and _HIDDEN_STYLE.search(attributes["style"] or ""))):
            self.hidden += len((node.text(deep=True) or "").strip())
            return None
        if tag == "span" and "class" not in attributes:
            return _INLINE
        flat = bool(self.tables) and self.tables[-1].flat
        # Words of different blocks never share a paragraph, so a blank line parts them; only table rows follow each other closely.
        block = 0 if tag not in _BLOCKS else 1 if tag in _ROWS else 2
        leave = _Exit(tag, block, [])
        if block:
            self._lines(block, flat and tag not in ("tr", "table"))
        classes = (attributes.get("class") or "").split() if "class" in attributes else []
        if classes:
            role = moderngov.role_of(classes, tag, self.number_cells > 0)
            if role:
                leave.hints.append(builder.open_hint(*role))
            if moderngov.SUB_TITLE in classes:
                side = moderngov.side_of((node.text(deep=True) or "").strip())
                self.sides.begin(side)
                if side:
                    leave.hints.append(builder.open_hint(side))
            elif moderngov.TITLE in classes and not self.number_cells:
                self.sides.begin(None)
                leave.sub_title = True
        if tag in _AROUND or attributes.get("role") in _AROUND_ROLES:
            leave.hints.append(builder.open_hint("furniture"))
        if tag in _HEADINGS and not (classes and leave.hints):
            leave.hints.append(builder.open_hint("heading", tag[1]))
        elif tag in ("td", "th"):
            self._cell(tag, classes, leave)
        elif tag == "tr":
            self._row()
        elif tag == "table":
            # A table inside a table inside a table is there for looks; to ask each for its cells would take the square of their number.
            flat = len(self.tables) < _NESTED_TABLES and _is_flat(node, classes)
            self.tables.append(_Table(flat, moderngov.ITEM_TABLE in classes))
            leave.table = True
        elif tag in ("ul", "ol", "menu", "dir"):
            builder.held = False
            builder.lines(2)
            self.lists.append(open_list(tag, attributes, self.sheet, lambda: _count_items(node)))
            leave.listed = True
        elif tag == "li":
            self._item(attributes)
        elif tag == "pre":
            self.pre += 1
            leave.pre = True
        elif tag in ("p", "div") and _is_bold_line(node):
            leave.hints.append(builder.open_hint("heading", "bold"))
        return leave

    def _leave(self, leave: _Exit) -> None:
        builder = self.builder
        for hint in leave.hints:
            builder.close_hint(hint)
        flat = bool(self.tables) and self.tables[-1].flat
        if leave.sub_title:
            self.sides.begin("agenda")
        if leave.number_cell:
            self.number_cells -= 1
        if leave.listed:
            self.lists.pop()
        if leave.tag == "li":
            builder.held = False
        if leave.pre:
            self.pre -= 1
        if leave.tag == "tr":
            self._row_end()
        if leave.table:
            self.tables.pop()
            flat = bool(self.tables) and self.tables[-1].flat
        if leave.block:
            self._lines(leave.block, flat and leave.tag not in ("tr", "table"))

    def _lines(self, number: int, flat: bool) -> None:
        if flat:
            self.builder.space = True
        else:
            self.builder.lines(number)

    def _break(self) -> None:
        if self.tables and self.tables[-1].flat:
            self.builder.space = True
        else:
            self.builder.line_break()

    def _item(self, attributes: dict[str, str | None]) -> None:
        if not self.lists:
            return
        label = item_label(self.lists[-1], attributes, self.sheet)
        if label:
            hint = self.builder.open_hint("generated-label")
            self.builder.exact(label)
            self.builder.close_hint(hint)
            self.builder.space = self.builder.held = True

    def _row(self) -> None:
        if self.tables:
            table = self.tables[-1]
            table.cells = 0
            table.row = self.builder.open_hint("table-row")
            table.row_text_at = len(self.builder.pieces)
            if table.items:
                self.sides.begin(None)

    def _cell(self, tag: str, classes: list[str], leave: _Exit) -> None:
        if not self.tables:
            return
        table = self.tables[-1]
        if table.cells:
            self.builder.tab()
        table.cells += 1
        if moderngov.NUMBER_CELL in classes:
            self.number_cells += 1
            leave.number_cell = True

    def _row_end(self) -> None:
        if not self.tables:
            return
        table = self.tables[-1]
        hint = table.row
        table.row = None
        if hint is None:
            return
        if table.items:
            hint.start = -1
            self.sides.begin(None)
        hint.value = str(table.cells)
        if table.cells > 1 and hint.start >= 0:
            if table.head is None:
                table.head = "".join(self.builder.pieces[table.row_text_at :]).strip("\n").split("\t")
                table.answers = is_response_head(table.head)
            elif table.answers:
                answer = OpenHint("response-row", hint.value, hint.start)
                self.builder.close_hint(answer)
            self.builder.close_hint(hint)
        else:
            self.builder.drop_hint(hint)


def _count_items(node: Any) -> int:
    number = 0
    child = node.child
    while child is not None:
        number += child.tag == "li"
        child = child.next
    return number


def _is_flat(table: Any, classes: list[str]) -> bool:
    """True for a table of data: several columns, no table, list or heading inside, no long cells."""
    if moderngov.ITEM_TABLE in classes or table.css_first("table table, td h1, td h2, td h3, td ol, td ul, td li") is not None:
        return False
    widest = 0
    for row in table.css("tr"):
        cells = 0
        cell = row.child
        while cell is not None:
            cells += cell.tag in ("td", "th")
            cell = cell.next
        widest = max(widest, cells)
    if widest < 2:
        return False
    return all(len(cell.text(deep=True) or "") <= _FLAT_CELL and len(cell.css("p")) <= _FLAT_PARAGRAPHS for cell in table.css("td"))


def _is_bold_line(node: Any) -> bool:
    """True where the only thing in a short paragraph is one bold element, inside at most three others."""
    inner = node
    for _ in range(4):
        only = None
        child = inner.child
        while child is not None:
            if child.tag != "-text" or (child.text_content or "").strip():
                if only is not None:
                    return False
                only = child
            child = child.next
        if only is None or only.tag in ("-text", "-comment"):
            return False
        if only.tag in ("b", "strong") or (only.tag == "span" and _BOLD_STYLE.search((only.attributes or {}).get("style") or "")):
            words = (only.text(deep=True) or "").strip()
            return bool(words) and len(words) <= 160 and "\n" not in words.strip("\n")
        inner = only
    return False
