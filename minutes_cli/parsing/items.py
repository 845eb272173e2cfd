"""Items: the page cut at its agenda items, each with its number, title and metadata (P08, P50; page shapes of phenomena section 3)."""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.cells import ROW
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.heads import Head, is_number, item_heads
from minutes_cli.parsing.missing_heads import missing_heads
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.prose import tells
from minutes_cli.parsing.questions import IMPERATIVE
from minutes_cli.parsing.small_titles import small_titles
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.titles import clean_title, number_begins, title_like


@dataclass(slots=True)
class Draft:
    """An item before its groups are known."""

    blocks: list[Block] = field(default_factory=list)
    number: str | None = None
    title: str | None = None
    number_span: tuple[int, int] | None = None
    title_span: tuple[int, int] | None = None
    body: str | None = None
    date: str | None = None
    report_from: str | None = None
    decision_page: bool = False
    """True where the page or entry is itself the record of a decision."""
    lists_decisions: bool = False
    """True where the page's head says that it gives the decisions of a meeting beside its agenda."""
    says: bool = False
    """Whether it holds more than page furniture."""

    def add(self, block: Block) -> None:
        """Puts a block, whose kind is settled, at the draft's end."""
        self.blocks.append(block)
        self.says = self.says or block.kind not in ("furniture", "page-head")


def split_items(blocks: list[Block], decision_page: bool) -> list[Draft]:
    """Cuts a page's blocks at its item heads; what stands before the first head is an item only if it holds words."""
    found = item_heads(blocks) or small_titles(blocks)
    heads = {head.index: head for head in [*found, *missing_heads(blocks, found)]}
    drafts: list[Draft] = []
    current = Draft(decision_page=decision_page)
    want_title = False
    titled_block: int | None = None
    for index, block in enumerate(blocks):
        if block.kind == "meeting-head":
            current = _close(drafts, current)
            current.date, current.body, current.number = _iso(block.facts["date"]), block.facts.get("body"), block.facts.get("number")
            if "title" in block.facts:
                current.decision_page = True
                start = block.paragraph.start + block.body
                current.title, current.title_span = clean_title(block.facts["title"], None), (start, block.paragraph.end)
            current.decision_page = current.decision_page or decision_page
            current.add(block)
            want_title = "body" in block.facts
            continue
        head = heads.get(index)
        if block.kind == "page-head" and block.facts.get("title", "next") == "next" and index != titled_block:
            if current.says:
                current = _close(drafts, current)
                current.decision_page = decision_page
            current.add(block)
            want_title = not (_TABLE_HEAD.match(block.view) or _LISTING.match(block.view))
            continue
        if head is not None and index != titled_block:
            inside = want_title and current.title is None and head.numbered is not None
            if not inside and current.says:
                current = _close(drafts, current)
                current.decision_page = decision_page
            _take_head(current, blocks, head)
            titled_block = head.title_block
            current.add(block)
            want_title = False
            continue
        if ROW in block.paragraph.roles and index != titled_block and current.says:
            current = _close(drafts, current)
            current.decision_page = decision_page
            want_title = False
        if index == titled_block:
            block.kind = "title"
            current.add(block)
            continue
        if block.kind == "metadata" and block.facts.get("key") == "title" and current.title is None and block.words.strip():
            low = block.paragraph.start + block.body
            current.title, current.title_span = clean_title(block.words, current.number), (low, low + len(block.words.rstrip()))
            want_title = False
        if want_title and current.title is None and (block.kind in ("prose", "labelled") or _names_motion(block)):
            named = block.facts.get("names") == "item"
            if len(block.view) <= 400 and (named or not _is_sentence(block)) and not is_number(block.view):
                block.kind, block.label = "title", None
                current.title, current.title_span = clean_title(block.view, current.number), (block.paragraph.start, block.paragraph.end)
            want_title = False
        elif block.kind in ("block-head", "lead-in"):
            want_title = False
        if block.kind == "report-from" and current.report_from is None:
            current.report_from = " ".join(block.words.split()).rstrip(".")
        current.add(block)
    _close(drafts, current)
    if any(block.kind == "page-head" and _WITH_DECISIONS.search(block.view) for block in blocks[:HEAD]):
        for draft in drafts:
            draft.lists_decisions = True
    return drafts


HEAD = 12
"""Blocks from the top in which a page says what it is."""
_WITH_DECISIONS = gated("decisions", r"\bdecisions\b", re.IGNORECASE)
_LISTING = gated("agenda", r"\s{0,4}agenda\sand\b|\s{0,4}agenda,\s", re.IGNORECASE)
"""Heads of pages that list a whole meeting: what follows names the sitting, not an item."""
_TABLE_HEAD = late(r"\s{0,4}(?:items?|no\.?)\b[\s|.]{0,6}(?:items?)?[\s|.]{0,6}$", re.IGNORECASE)


_ENDS = late(r"\.\s{0,4}$")
_SAID = late(
    r"\b(?:was|were|is|are|had|has|have|would|will|be|advised|drew|said|reported|noted|agreed|approved|asked|explained|introduced|presented)\b"
)


def _names_motion(block: Block) -> bool:
    """Whether a head of a motion names it on the same line (``Motion: Lamps on the quay``)."""
    return block.kind == "block-head" and block.facts.get("role") == "motion" and block.body < len(block.view) and title_like(block.words)


def _is_sentence(block: Block) -> bool:
    """Whether a paragraph that stands where a title should is the record itself."""
    if block.kind == "labelled":
        return (
            mood(block.words) is not None
            or announces(block.words)
            or (_ENDS.search(block.words) is not None and _SAID.search(block.words) is not None)
        )
    return announces(block.view) or mood(block.view) == "that" or (tells(block.view) and block.view.rstrip().endswith("."))


_NUMBER_FRONT = late(r"[^A-Za-z]{0,20}(?:[A-Z]{1,5}[ ./-]?[0-9][0-9./-]{0,12}[.):]?\s{1,8})?(?=[A-Za-z])")


def is_asked(block: Block) -> bool:
    """Whether an item's head says what is asked for instead of naming the item (``31/12 To approve the minutes``, P11)."""
    front = _NUMBER_FRONT.match(block.view)
    words = block.view[front.end() :] if front is not None else block.view
    return mood(words) in ("to", "that") or IMPERATIVE.match(words) is not None


def ask_titles(drafts: list[Draft]) -> None:
    """On a page without any record, takes heads that say what is asked for as asks: their items have a number and no title."""
    for draft in drafts:
        head = next((block for block in draft.blocks if block.kind == "item-head"), None)
        if head is None or draft.title_span is None or not is_asked(head):
            continue
        low = draft.title_span[0] - head.paragraph.start
        if 0 <= low < len(head.view):
            draft.title = draft.title_span = None
            head.body = low


def _close(drafts: list[Draft], current: Draft) -> Draft:
    if current.blocks:
        drafts.append(current)
    return Draft(body=current.body if current.body else None, date=current.date if current.body else None)


def _take_head(draft: Draft, blocks: list[Block], head: Head) -> None:
    block = blocks[head.index]
    start = block.paragraph.start
    block.kind = "item-head"
    block.label = None
    if head.numbered is not None:
        at = number_begins(block.view, skip(block.view, 0, "#"))
        draft.number = head.numbered.raw
        draft.number_span = (start + at, start + head.numbered.end)
    if head.title_block is not None:
        other = blocks[head.title_block]
        draft.title, draft.title_span = clean_title(other.view, draft.number), (other.paragraph.start, other.paragraph.end)
        block.body = len(block.view)
        return
    words = block.view[head.title_from : head.title_to]
    if words.strip():
        draft.title = clean_title(words, None)
        draft.title_span = (start + head.title_from, start + head.title_from + len(words.rstrip()))
    block.body = skip(block.view, head.title_to, ".:-–—") if head.rest else len(block.view)


def _iso(date: str) -> str:
    day, month, year = date.split("/")
    return f"{year}-{int(month):02d}-{int(day):02d}"
