"""Cells: the items of a meeting system's table whose rows an extraction gave as lines (P27, P54).

The table of such a page has two columns, ``No. | Item``; the numbers are gone, and what stands between two row ends is one item:
its title, what its agenda asks, and behind ``Decision:`` or ``Minutes:`` its record.
"""

from __future__ import annotations

from dataclasses import replace

from minutes_cli.grammar.late import late
from minutes_cli.parsing.labels import label_at
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.paragraphs import Paragraph, cut_at
from minutes_cli.parsing.titles import caps_run, caps_word, title_like

ROW = "item-start"
"""Role of the paragraph with which a row begins."""
SIDE_HEAD = late(r"(?:Minutes|Minute|Decision|Decisions|Additional\sdocuments|Supporting\sdocuments):")
_RECORD_INSIDE = late(r"(?:^|[\s|:])(?=(?:Minutes|Decisions?):)")
_TABLE_HEAD = late(r"[\s|]{0,6}(?:No|Number)\.?\s{0,3}\|\s{0,3}Item\b")
_ASK = late(
    r"\s(?=To\s(?!the\b|be\b)[a-z]{3,}(?:\s|$))"
    r"|\s(?=(?:The\s)?(?:Council|Cabinet|Committee|Members|Councillors|Board|Panel)\s(?:is|are|will\sbe)\s(?:asked|invited|requested|recommended)\b)"
    r"|\s(?=(?:This|The|A)\sreport\s[a-z]{3,}|There\s(?:is|are|were|was)\s|(?:Joint\s)?[Rr]eport\s(?:of|from|by)\sthe\s)"
)
_VERB = late(r"\b(?:could|would|should|will|can|may|must|was|were|is|are|be|been|has|had|have)\b")
_DOCUMENT_END = late(r"\s(?:pdf\se?icon\s)?PDF\s[0-9,.]{1,9}\s[KM]B\b\s{0,4}")
LONGEST_TITLE = 140
"""Code points: what stands longer before the first ask of a cell is no title."""
LEAST_ROWS = 2
"""Rows with a record that tell such a table where its head is lost."""
_WALLS = " |\xa0"


def has_cells(paragraphs: list[Paragraph]) -> bool:
    """Whether lines of a page end as a table's rows do."""
    return sum(paragraph.view.rstrip().endswith("|") for paragraph in paragraphs) > 1


def mark_rows(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with the role `ROW` on the first of every row that holds the record of an item."""
    rows: list[int] = []
    first: int | None = None
    begins = headed = False
    recorded = False
    for index, paragraph in enumerate(paragraphs):
        view = paragraph.view
        words = view.strip(_WALLS + "-:")
        if not words:
            begins = begins or ("|" in view and "-" not in view)
            first = first if "|" not in view else None
            continue
        if _TABLE_HEAD.match(view):
            begins, headed, first = True, True, None
            continue
        record = _RECORD_INSIDE.search(view)
        if (
            begins
            or (not index and record is not None)
            or (first is not None and recorded and record is not None and _begins_cell(view, record.start()))
        ):
            first, recorded = index, False
        if first is not None and record is not None and not recorded:
            rows.append(first)
            recorded = True
        several = "|" in words
        begins = view.rstrip().endswith("|") and not several
        if begins or several:
            first = None
    if not headed and len(rows) < LEAST_ROWS:
        return paragraphs
    marked = list(paragraphs)
    for index in rows:
        if not paragraphs[index].roles and len(paragraphs[index].pieces) == 1:
            marked[index] = replace(paragraphs[index], roles=frozenset({ROW}))
    return marked


def _begins_cell(view: str, end: int) -> bool:
    """Whether the title of another cell stands before the first head of a line (``Interests Minutes: None were declared.``)."""
    return 0 < end <= LONGEST_TITLE and label_at(view, 0) is None and not SIDE_HEAD.match(view) and title_like(view[:end])


def cell_parts(parts: list[Paragraph]) -> list[Paragraph]:
    """The first paragraph of a row, cut at its heads, with its title told from what its agenda asks.

    A row that begins with its record or with an ask has lost its title.
    """
    front, *others = parts
    rest = [replace(part, roles=part.roles - {ROW}) for part in others]
    view = front.view
    if SIDE_HEAD.match(view):
        return [front, *rest]
    document = _DOCUMENT_END.search(view)
    ask = _ASK.search(view)
    found = min((match for match in (document, ask) if match is not None), key=lambda match: match.start(), default=None)
    end = found.start() if found is not None else len(view.rstrip(_WALLS))
    cut = found.end() if found is not None else len(view)
    capitals = caps_run(view) or caps_word(view)
    if 0 < capitals < end:
        end = cut = capitals
    if not 3 <= end <= LONGEST_TITLE or not _may_be_title(view[:end], alone=found is None):
        return [_on_agenda(front), *rest]
    title, *asked = cut_at(front, [cut] if cut < len(view) else [])
    title = replace(title, roles=title.roles | {"item-title"})
    return [title, *(_on_agenda(replace(part, roles=part.roles - {ROW})) for part in asked), *rest]


def _may_be_title(words: str, *, alone: bool) -> bool:
    """Whether the first words of a cell may name its item; where an ask or a document follows, any words but a sentence do."""
    bare = words.strip(_WALLS)
    if mood(bare) in ("to", "that") or bare.endswith((":", ";", ",")) or not (bare[:1].isupper() or bare[:1].isdigit()):
        return False
    if bare.endswith(".") and _VERB.search(bare) is not None:
        return False
    return title_like(bare) or (not alone and ". " not in bare) or (alone and not bare.endswith("."))


def _on_agenda(piece: Paragraph) -> Paragraph:
    return replace(piece, values={**piece.values, "side": "agenda"})
