"""Word files: words in the order of the document, automatic labels written out, one side of tracked changes.

Notes come behind the text, and behind them what is printed at the head and foot of its pages, each as furniture.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from minutes_cli.carriers import dataclass, field
from minutes_cli.errors import InputError
from minutes_cli.model import Notice
from minutes_cli.reading.building import OpenHint, TextBuilder
from minutes_cli.reading.docx_edges import comments, count_letters, edges
from minutes_cli.reading.docx_package import Package
from minutes_cli.reading.docx_styles import Style, is_on, read_styles
from minutes_cli.reading.extract import Extract
from minutes_cli.reading.numbering import Numbering, read_numbering
from minutes_cli.reading.tables import is_response_head

_INSERTED = frozenset(["ins", "moveTo"])
_DELETED = frozenset(["del", "moveFrom"])
_SKIPPED = frozenset(
    ["instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "Fallback", "rt", "rubyPr"]
)
_BREAKS = frozenset(["br", "cr"])
_BOLD_HEADING_SIZE = 160
_FLAT_PARAGRAPHS = 3


def read_docx(data: bytes, name: str, changes: str = "final") -> Extract:
    """The words of a Word file. ``changes`` is the side of its tracked changes: final or original.

    Raises InputError: [zip], [encrypted], [odt], [too-many], [too-big], [zip-duplicate], [xml-dtd], [depth], [docx], [no-text].
    """
    package = Package(data, name)
    document = package.document()
    body = document.find("body")
    if body is None:
        raise InputError(name, "is a Word file without a body; open it in a word processor and save it as .docx", "docx")
    styles, style_lists, default = read_styles(package.related("styles"))
    walk = _Walk(TextBuilder(), read_numbering(package.related("numbering"), style_lists), styles, default, changes == "final")
    walk.blocks(body)
    for kind in ("footnotes", "endnotes"):
        notes = package.related(kind)
        if notes is not None:
            walk.notes(notes)
    for kind, part in edges(package, body):
        walk.edge(kind, part)
    walk.comments = comments(package)
    text = walk.builder.text()
    if not text.strip():
        raise InputError(name, "holds no words; nothing to read", "no-text")
    skipped = {"deleted": walk.other_side, "hidden": walk.hidden, "comments": walk.comments[1]}
    return Extract("docx", text, hints=walk.builder.hints, notices=walk.notices(), skipped=skipped)


@dataclass(slots=True)
class _Pieces:
    """The words of one paragraph, with what they tell."""

    words: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    bold: bool = True
    seen: bool = False
    hidden: int = 0

    def text(self) -> str:
        return "".join(self.words)


@dataclass(slots=True)
class _Walk:
    builder: TextBuilder
    numbering: Numbering
    styles: dict[str, Style]
    default: str | None
    final: bool
    labels: int = 0
    tracked: int = 0
    hidden: int = 0
    comments: tuple[int, int] = (0, 0)
    """How many remarks stand in the margin, and their characters."""
    other_side: int = 0
    """Characters that are there only on the other side of tracked changes."""
    fields: list[bool] = field(default_factory=list)
    """For each field that is open: True while its code, not its result, is being read."""
    carried: list[str] = field(default_factory=list)
    """Words of a paragraph whose end is not there on this side of the changes; they join the next."""

    def notices(self) -> list[Notice]:
        """What the user should know of changes, labels and hidden words."""
        found = []
        if self.tracked:
            side = "final" if self.final else "original"
            found.append(Notice("tracked", f"{self.tracked} tracked changes; read as {side}"))
        if self.labels:
            found.append(Notice("generated-label", f"{self.labels} labels come from automatic numbering; written out"))
        if self.comments[0]:
            found.append(Notice("comments", f"{self.comments[0]} comments in the margin; left out"))
        if self.hidden:
            found.append(Notice("hidden", f"{self.hidden} characters of hidden text; left out"))
        return found

    def blocks(self, parent: Element, flat: bool = False) -> None:
        """Reads paragraphs and tables in order; whatever wraps them is looked through."""
        for block in self._blocks_in(parent):
            if block.tag == "p":
                self._paragraph(block, flat)
            else:
                self._table(block)

    def notes(self, root: Element) -> None:
        """Reads footnotes or endnotes behind the text."""
        for note in root:
            if note.get("type") in (None, "normal"):
                hint = self.builder.open_hint("furniture", "footnote")
                self.blocks(note)
                self.builder.close_hint(hint)

    def edge(self, kind: str, root: Element) -> None:
        """Reads a page's head or foot behind the text, once for all its pages."""
        hint = self.builder.open_hint("furniture", kind)
        self.blocks(root)
        self.builder.close_hint(hint)

    def _blocks_in(self, parent: Element) -> Iterator[Element]:
        stack = [iter(parent)]
        while stack:
            block = next(stack[-1], None)
            if block is None:
                stack.pop()
            elif block.tag in ("p", "tbl"):
                yield block
            elif block.tag in _INSERTED or block.tag in _DELETED:
                self.tracked += 1
                if self._stands(block.tag):
                    stack.append(iter(block))
                else:
                    self.other_side += count_letters(block)
            elif block.tag not in _SKIPPED:
                stack.append(iter(block))

    def _stands(self, tag: str) -> bool:
        """Whether what a change mark wraps is there on the side that is read."""
        return tag not in (_DELETED if self.final else _INSERTED)

    def _paragraph(self, paragraph: Element, flat: bool) -> None:
        properties = paragraph.find("pPr")
        if not self.final and properties is not None:
            before = properties.find("pPrChange/pPr")
            properties = before if before is not None else properties
        mark = paragraph.find("pPr/rPr")
        pieces = self._pieces(paragraph)
        self.hidden += pieces.hidden
        changed = [part.tag for part in mark if part.tag in _INSERTED | _DELETED] if mark is not None else []
        self.tracked += len(changed)
        if not all(map(self._stands, changed)):
            self.carried += pieces.words
        elif not (pieces.hidden and not pieces.seen and mark is not None and is_on(mark.find("vanish"))):
            text = "".join(self.carried) + pieces.text()
            self.carried = []
            self._write(text, pieces, properties, flat)
        for box in pieces.boxes:
            self.blocks(box, flat)

    def _write(self, text: str, pieces: _Pieces, properties: Element | None, flat: bool) -> None:
        builder = self.builder
        style_id = self._style_id(properties)
        style = self.styles.get(style_id or "", Style())
        self._part(flat)
        if not text.strip():
            # Word numbers an empty paragraph too. An empty one without a number is a gap that its writer made: a further blank line.
            if not self._label(properties, style_id, style, bullets=False) and builder.size and not flat:
                builder.breaks += 1
            return
        hint: OpenHint | None = None
        if style.heading:
            hint = builder.open_hint("heading", style.heading)
        elif (pieces.bold or style.bold) and len(text) <= _BOLD_HEADING_SIZE and not flat:
            hint = builder.open_hint("heading", "bold")
        self._label(properties, style_id, style)
        for number, line in enumerate(text.split("\n")):
            if number:
                builder.space = True
                if not flat:
                    builder.line_break()
            words = line.strip(" \t\r")
            if words:
                builder.exact(words.replace("\t", " ") if flat else words)
        if hint is not None:
            builder.close_hint(hint)
        self._part(flat)

    def _part(self, flat: bool) -> None:
        if flat:
            self.builder.space = True
        elif self.builder.breaks < 2:
            self.builder.lines(2)

    def _style_id(self, properties: Element | None) -> str | None:
        named = properties.find("pStyle") if properties is not None else None
        return (named.get("val") if named is not None else None) or self.default

    def _label(self, properties: Element | None, style_id: str | None, style: Style, *, bullets: bool = True) -> bool:
        """Writes the label of a numbered paragraph, bullets only where asked for; tells whether it wrote one."""
        number, place = style.number, style.level
        direct = properties.find("numPr") if properties is not None else None
        if direct is not None:
            named, level = direct.find("numId"), direct.find("ilvl")
            if named is not None:
                number, place = named.get("val"), None
            if level is not None and (level.get("val") or "").isdigit():
                place = int(level.get("val") or "0")
        if number is None or number == "0":
            return False
        if place is None:
            place = self.numbering.level_of_style(number, style_id or "") or 0
        label = self.numbering.next_label(number, place)
        if label is None or (label.bullet and not bullets):
            return False
        self.labels += 1
        hint = self.builder.open_hint("generated-label")
        self.builder.exact(label.text)
        self.builder.close_hint(hint)
        self.builder.space = bool(label.gap)
        return True

    def _pieces(self, paragraph: Element) -> _Pieces:
        """The words of a paragraph, through runs, links, fields, controls and the changes that stand."""
        pieces = _Pieces()
        stack: list[tuple[Iterator[Element], bool, bool]] = [(iter(paragraph), False, False)]
        while stack:
            inner, hidden, bold = stack[-1]
            part = next(inner, None)
            if part is None:
                stack.pop()
                continue
            tag = part.tag
            if tag in _INSERTED or tag in _DELETED:
                self.tracked += 1
                if self._stands(tag):
                    stack.append((iter(part), hidden, bold))
                else:
                    self.other_side += count_letters(part)
            elif tag == "txbxContent":
                pieces.boxes.append(part)
            elif tag == "fldChar":
                self._field(part.get("fldCharType"))
            elif tag == "r":
                look = part.find("rPr")
                stack.append((iter(part), look is not None and is_on(look.find("vanish")), look is not None and is_on(look.find("b"))))
            elif tag == "AlternateContent":
                choice = part.find("Choice")
                chosen = choice if choice is not None else part.find("Fallback")
                if chosen is not None:
                    stack.append((iter(chosen), hidden, bold))
            elif tag not in _SKIPPED:
                words = _words(part)
                if words is None:
                    stack.append((iter(part), hidden, bold))
                elif any(self.fields):
                    continue
                elif hidden:
                    pieces.hidden += len(words.strip())
                else:
                    pieces.words.append(words)
                    if words.strip():
                        pieces.seen = True
                        pieces.bold = pieces.bold and bold
        pieces.bold = pieces.bold and pieces.seen
        return pieces

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(True)
        elif kind == "separate" and self.fields:
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _table(self, table: Element) -> None:
        """Reads a table row by row: cells joined by tabs where they are short, else one below the other."""
        rows = [list(_through(row, "tc")) for row in _through(table, "tr") if self._row_stands(row)]
        flat = max(map(len, rows), default=0) > 1 and all(_is_short(cell) for row in rows for cell in row)
        answers = False
        self.builder.lines(2)
        for number, row in enumerate(rows):
            hint = self.builder.open_hint("table-row", str(len(row)))
            before = len(self.builder.pieces)
            for place, cell in enumerate(row):
                if place and flat:
                    self.builder.tab()
                self.blocks(cell, flat)
            if len(row) > 1 and flat:
                if number == 0:
                    answers = is_response_head("".join(self.builder.pieces[before:]).strip("\n").split("\t"))
                elif answers and hint.start >= 0:
                    self.builder.close_hint(OpenHint("response-row", hint.value, hint.start))
                self.builder.close_hint(hint)
            else:
                self.builder.drop_hint(hint)
            self.builder.lines(1 if flat else 2)
        self.builder.lines(2)

    def _row_stands(self, row: Element) -> bool:
        changes = row.find("trPr")
        gone = changes is not None and any(part.tag in _INSERTED | _DELETED and not self._stands(part.tag) for part in changes)
        self.tracked += gone
        self.other_side += count_letters(row) if gone else 0
        return not gone


def _words(part: Element) -> str | None:
    """The words of an element inside a run; None for one that only wraps others."""
    tag = part.tag
    if tag in ("t", "delText"):
        return part.text or ""
    if tag in ("tab", "ptab"):
        return "\t"
    if tag in _BREAKS:
        return "\n"
    if tag == "noBreakHyphen":
        return "\u2011"
    if tag == "softHyphen":
        return "\u00ad"
    if tag == "sym":
        return _symbol(part.get("char") or "")
    return None if len(part) else ""


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 32 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else ""


def _through(parent: Element, tag: str) -> Iterator[Element]:
    """Children of one tag, also inside content controls and other wrappers, but not inside each other."""
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            stack.append(iter(child))


def _is_short(cell: Element) -> bool:
    """True for a cell that can stand on one line: few paragraphs, at most one numbered, no table inside."""
    if cell.find(".//tbl") is not None:
        return False
    full = sum(1 for paragraph in cell.iter("p") if paragraph.find(".//t") is not None)
    return full <= _FLAT_PARAGRAPHS and sum(1 for _ in cell.iter("numPr")) <= 1
