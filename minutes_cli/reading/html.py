"""HTML as browsers read it: block elements and line breaks end lines, implied list labels are written out.

Nothing is fetched or run. Scripts, styles, templates and hidden text are left out; no-break spaces stay.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from minutes_cli.carriers import dataclass, field
from minutes_cli.errors import InputError
from minutes_cli.model import Hint, Notice
from minutes_cli.reading import html_moderngov as moderngov
from minutes_cli.reading.building import OpenHint, TextBuilder
from minutes_cli.reading.decoding import Decoded
from minutes_cli.reading.extract import Extract
from minutes_cli.reading.html_counters import Counters
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
    if walk.skipped["hidden"]:
        notices.append(Notice("hidden", f"{walk.skipped['hidden']} characters of hidden text; left out"))
    return Extract("html", text, hints=walk.builder.hints, notices=notices, skipped=dict(walk.skipped))


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
    """What is to be done when an element ends. Those of elements without classes and roles are shared: see `_EXITS`."""

    tag: str
    block: int
    hints: list[OpenHint] | None = None
    number_cell: bool = False
    sub_title: bool = False


_INLINE = _Exit("", 0)
# Words of different blocks never share a paragraph, so a blank line parts them; only table rows follow each other closely.
_BLOCK = {tag: 1 if tag in _ROWS else 2 for tag in _BLOCKS}
_EXITS = {tag: _Exit(tag, block) for tag, block in _BLOCK.items()}


@dataclass(slots=True)
class HtmlWalk:
    """One walk through a page's tree, without recursion."""

    builder: TextBuilder
    skipped: Counter[str] = field(default_factory=Counter)
    """Characters left out, by the element that holds them, or as hidden."""
    lists: list[OpenList] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    flat: bool = False
    """True inside a table of short cells, each kept on one line."""
    sheet: dict[tuple[str, str], str] = field(default_factory=dict)
    counters: Counters = field(default_factory=Counters)
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
                self.counters.read(sheet.text() or "")
        for part in tree.css("head > script, head > style, head > title, head > template, head > noscript"):
            self._skip(part, part.tag or "")
        body = tree.body
        if body is not None:
            self._walk(body)
        self.sides.begin(None)

    def _walk(self, top: Any) -> None:
        """Goes through the tree with a stack of its own: ten thousand levels are no recursion."""
        parents: list[Any] = []
        exits: list[_Exit] = []
        flow, enter = self.builder.flow, self._enter
        node = top
        while True:
            while node is not None:
                # Processing instructions, which Word writes, have no tag.
                tag = node.tag or "!"
                if tag == "-text":
                    text = node.text_content
                    if text:
                        if self.pre and not self.flat:
                            self._kept(text)
                        else:
                            flow(text)
                elif tag[0] not in "-!":
                    leave = enter(node, tag)
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

    def _skip(self, node: Any, reason: str) -> None:
        self.skipped[reason] += len((node.text(deep=True) or "").strip())

    def _kept(self, text: str) -> None:
        """Writes text that is printed as it stands."""
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if number:
                self.builder.line_break()
            if line:
                self.builder.exact(line)

    def _enter(self, node: Any, tag: str) -> _Exit | None:
        """Begins an element; None where it and all in it is left out."""
        if tag in _PLAIN_TAGS:
            return _INLINE
        builder = self.builder
        if tag == "br":
            if self.flat:
                builder.space = True
            else:
                builder.line_break()
            return None
        if tag in _LEFT_OUT:
            self._skip(node, tag)
            return None
        attributes = node.attributes or _PLAIN
        if attributes and ("hidden" in attributes or ("style" in attributes and _HIDDEN_STYLE.search(attributes["style"] or ""))):
            self._skip(node, "hidden")
            return None
        if tag == "span" and "class" not in attributes:
            return _INLINE
        block = _BLOCK.get(tag, 0)
        if block:
            self._lines(block, tag)
        leave = self._classes(node, tag, attributes, block) if attributes or tag in _AROUND else None
        told = leave is not None and bool(leave.hints) and bool((attributes.get("class") or "").split())
        if tag == "li":
            if self.lists:
                self._item(attributes)
        elif tag in ("p", "div"):
            if _is_bold_line(node):
                leave = self._hinted(leave, tag, block, builder.open_hint("heading", "bold"))
        elif tag in ("td", "th"):
            if self.tables:
                leave = self._cell(attributes, leave, tag)
        elif tag == "tr":
            self._row()
        elif tag in ("ul", "ol", "menu", "dir"):
            builder.held = False
            builder.lines(2)
            self.lists.append(open_list(tag, attributes, self.sheet, lambda: _count_items(node)))
        elif tag == "table":
            names = (attributes.get("class") or "").split()
            # A table inside a table inside a table is there for looks; to ask each for its cells would take the square of their number.
            self.flat = len(self.tables) < _NESTED_TABLES and _is_flat(node, names)
            self.tables.append(_Table(self.flat, moderngov.ITEM_TABLE in names))
        elif tag in _HEADINGS:
            if not told:
                leave = self._hinted(leave, tag, block, builder.open_hint("heading", tag[1]))
        elif tag == "pre":
            self.pre += 1
        return leave or _EXITS.get(tag, _INLINE)

    def _hinted(self, leave: _Exit | None, tag: str, block: int, hint: OpenHint) -> _Exit:
        """The exit of an element that ends a hint too."""
        if leave is None:
            return _Exit(tag, block, [hint])
        leave.hints = [*(leave.hints or []), hint]
        return leave

    def _classes(self, node: Any, tag: str, attributes: dict[str, str | None], block: int) -> _Exit | None:
        """Begins what an element's classes and roles tell; None where they tell nothing."""
        builder = self.builder
        hints: list[OpenHint] = []
        sub_title = False
        classes = (attributes.get("class") or "").split() if "class" in attributes else []
        if classes:
            role = moderngov.role_of(classes, tag, self.number_cells > 0)
            if role:
                hints.append(builder.open_hint(*role))
            if moderngov.SUB_TITLE in classes:
                side = moderngov.side_of((node.text(deep=True) or "").strip())
                self.sides.begin(side)
                if side:
                    hints.append(builder.open_hint(side))
            elif moderngov.TITLE in classes and not self.number_cells:
                self.sides.begin(None)
                sub_title = True
        if tag in _AROUND or attributes.get("role") in _AROUND_ROLES:
            hints.append(builder.open_hint("furniture"))
        return _Exit(tag, block, hints, sub_title=sub_title) if hints or sub_title else None

    def _leave(self, leave: _Exit) -> None:
        builder = self.builder
        tag = leave.tag
        if leave.hints:
            for hint in leave.hints:
                builder.close_hint(hint)
        if leave.sub_title:
            self.sides.begin("agenda")
        if leave.number_cell:
            self.number_cells -= 1
        if tag == "li":
            builder.held = False
        elif tag in ("ul", "ol", "menu", "dir"):
            self.lists.pop()
        elif tag == "tr":
            self._row_end()
        elif tag == "table":
            self.tables.pop()
            self.flat = bool(self.tables) and self.tables[-1].flat
        elif tag == "pre":
            self.pre -= 1
        if leave.block:
            self._lines(leave.block, tag)

    def _lines(self, number: int, tag: str) -> None:
        builder = self.builder
        if self.flat and tag not in ("tr", "table"):
            builder.space = True
        elif not builder.held:
            if number > builder.breaks:
                builder.breaks = number
            builder.space = False
            builder.fresh = True

    def _item(self, attributes: dict[str, str | None]) -> None:
        label = item_label(self.lists[-1], attributes, self.sheet) or self.counters.label(self.lists, attributes)
        if label:
            builder = self.builder
            builder.exact(label)
            builder.hints.append(Hint((builder.size - len(label), builder.size), "generated-label"))
            builder.space = builder.held = True

    def _row(self) -> None:
        if self.tables:
            table = self.tables[-1]
            table.cells = 0
            table.row = self.builder.open_hint("table-row")
            table.row_text_at = len(self.builder.pieces)
            if table.items:
                self.sides.begin(None)

    def _cell(self, attributes: dict[str, str | None], leave: _Exit | None, tag: str) -> _Exit | None:
        table = self.tables[-1]
        if table.cells:
            self.builder.tab()
        table.cells += 1
        if "class" in attributes and moderngov.NUMBER_CELL in (attributes["class"] or "").split():
            self.number_cells += 1
            leave = leave or _Exit(tag, 0)
            leave.number_cell = True
        return leave

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
