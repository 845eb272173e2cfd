"""Items: the page cut at its agenda items, by what heads them (P08, P50; page shapes of phenomena section 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block, skip
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.prose import tells
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.titles import Numbered, capitals, caps_run, number_at, title_like, titled

WIDEST_STEP = 3
"""How far an item number may run ahead of the last: items are dropped from pages, rarely more than two at once."""


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


@dataclass(slots=True)
class _Head:
    index: int
    numbered: Numbered | None
    title_from: int
    title_to: int
    """Offsets in the view; where the title stands in the next block, ``title_block`` holds its index."""
    title_block: int | None = None
    strong: bool = False
    level: bool = False
    """True where the layout says that it is a heading with a level, not just bold or capitals."""
    rest: bool = False
    """True where words of the record follow the title in the same paragraph."""


def split_items(blocks: list[Block], decision_page: bool) -> list[Draft]:
    """Cuts a page's blocks at its item heads; what stands before the first head is an item only if it holds words."""
    heads = {head.index: head for head in _item_heads(blocks)}
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
            current.blocks.append(block)
            want_title = "body" in block.facts
            continue
        head = heads.get(index)
        if block.kind == "page-head" and block.facts.get("title", "next") == "next":
            if any(b.kind not in ("furniture", "page-head") for b in current.blocks):
                current = _close(drafts, current)
                current.decision_page = decision_page
            current.blocks.append(block)
            want_title = not (_TABLE_HEAD.match(block.view) or _LISTING.match(block.view))
            continue
        if head is not None and index != titled_block:
            inside = want_title and current.title is None and head.numbered is not None
            if not inside and (current.blocks and any(b.kind not in ("furniture", "page-head") for b in current.blocks)):
                current = _close(drafts, current)
                current.decision_page = decision_page
            _take_head(current, blocks, head)
            titled_block = head.title_block
            current.blocks.append(block)
            want_title = False
            continue
        if index == titled_block:
            block.kind = "title"
            current.blocks.append(block)
            continue
        if want_title and block.kind in ("prose", "labelled") and current.title is None:
            if len(block.view) <= 400 and not _is_sentence(block) and not _is_number(block.view):
                block.kind, block.label = "title", None
                current.title, current.title_span = clean_title(block.view, current.number), (block.paragraph.start, block.paragraph.end)
            want_title = False
        elif block.kind in ("block-head", "lead-in"):
            want_title = False
        if block.kind == "report-from" and current.report_from is None:
            current.report_from = " ".join(block.words.split()).rstrip(".")
        current.blocks.append(block)
    _close(drafts, current)
    return drafts


_MINUTES = late(r"minutes\b", re.IGNORECASE)
_LISTING = late(r"\s{0,4}agenda\sand\b|\s{0,4}agenda,\s", re.IGNORECASE)
"""Heads of pages that list a whole meeting: what follows names the sitting, not an item."""
_TABLE_HEAD = late(r"\s{0,4}(?:items?|no\.?)\b[\s|.]{0,6}(?:items?)?[\s|.]{0,6}$", re.IGNORECASE)
_ICON = late(r"(?<=\s)(?:pdf\sicon\s|PDF\s[0-9,.]{1,12}\s?[KMG]B|\([0-9,.]{1,12}\s?[KMG]B\)|ref:\s)", re.IGNORECASE)


def clean_title(words: str, number: str | None) -> str:
    """A title without what a page hangs on it: link icons, file sizes, reference numbers, its own number once more."""
    squeezed = " ".join(words.split())
    icon = _ICON.search(squeezed)
    bare = (squeezed[: icon.start()] if icon and icon.start() else squeezed).strip(" |:")
    if number and bare.startswith(number):
        rest = bare[len(number) :]
        if rest[:1] in (" ", ".", ")") and rest.strip(" .)"):
            bare = rest.lstrip(" .)")
    return bare


def _is_number(view: str) -> bool:
    """Whether a paragraph is nothing but an item's number."""
    numbered = number_at(view, skip(view, 0))
    return numbered is not None and not view[numbered.end :].strip(" .|\xa0")


def _is_sentence(block: Block) -> bool:
    """Whether a paragraph that stands where a title should is the record itself."""
    if block.kind == "labelled":
        return mood(block.words) is not None or announces(block.words)
    return announces(block.view) or (tells(block.view) and block.view.rstrip().endswith("."))


def _close(drafts: list[Draft], current: Draft) -> Draft:
    if current.blocks:
        drafts.append(current)
    return Draft(body=current.body if current.body else None, date=current.date if current.body else None)


def _take_head(draft: Draft, blocks: list[Block], head: _Head) -> None:
    block = blocks[head.index]
    start = block.paragraph.start
    block.kind = "item-head"
    block.label = None
    if head.numbered is not None:
        at = skip(block.view, 0, "#")
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
    block.body = skip(block.view, head.title_to) if head.rest else len(block.view)


def _iso(date: str) -> str:
    day, month, year = date.split("/")
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _item_heads(blocks: list[Block]) -> list[_Head]:
    """Every block that opens an item: candidates first, then the ascending series that they form."""
    listed = _announced(blocks)
    candidates = [head for index in range(len(blocks)) if index not in listed and (head := _candidate(blocks, index)) is not None]
    plain = [head for head in candidates if head.numbered is None]
    numbered = [head for head in candidates if head.numbered is not None]
    chosen = _ascending(numbered)
    weak = [head for head in chosen if not head.strong]
    if len(weak) < 3 and len(chosen) < 4:
        chosen = [head for head in chosen if head.strong]
    if len(chosen) > 2:
        known = {head.index for head in chosen}
        chosen = sorted([*chosen, *(head for head in numbered if head.level and head.index not in known)], key=lambda head: head.index)
    if chosen:
        plain = [head for head in plain if head.level or head.index > chosen[0].index]
    if len(chosen) >= 3:
        plain = [head for head in plain if head.level]
    plain = [head for head in plain if not _stands_over(blocks, head, plain)]
    return sorted(plain + chosen, key=lambda head: head.index)


def _stands_over(blocks: list[Block], head: _Head, plain: list[_Head]) -> bool:
    """Whether nothing but another heading follows: the page's own title lines open no item."""
    after = head.index + 1
    while after < len(blocks) and blocks[after].kind == "furniture":
        after += 1
    return not head.level and any(other.index == after for other in plain)


def _announced(blocks: list[Block]) -> set[int]:
    """Labelled blocks of lists that the words before them announce: their numbers are clause labels, not item numbers (P39, T11)."""
    found: set[int] = set()
    last: int | None = None
    shape = ""
    told = 0
    for index, block in enumerate(blocks):
        told = told + 1 if block.kind == "prose" else 0 if block.kind == "labelled" and index in found else told
        if block.kind not in ("prose", "labelled", "furniture") or told > 2:
            last = None
        if block.kind == "labelled" and block.label is not None:
            above = blocks[index - 1] if index else None
            ordinals = {reading.ordinal for reading in block.label.readings}
            if (
                above is not None
                and above.kind in ("prose", "labelled", "lead-in", "block-head")
                and 1 in ordinals
                and len(above.view) > 12
                and announces(above.view)
            ):
                found.add(index)
                last, shape = 1, block.label.shape
                told = 0
            elif last is not None and last + 1 in ordinals and block.label.shape == shape:
                found.add(index)
                last += 1
                told = 0
    return found


def _candidate(blocks: list[Block], index: int) -> _Head | None:
    block = blocks[index]
    if block.kind not in ("prose", "labelled", "stop-head", "declaration", "notes", "action"):
        return None
    view = block.view
    at = skip(view, 0, "#")
    heading = bool(block.paragraph.roles & {"heading", "item-title", "item-number"})
    numbered = number_at(view, at)
    if numbered is not None and block.paragraph.cells is False and view[at:].startswith("£"):
        numbered = None
    if (
        numbered is not None
        and block.paragraph.cells
        and len([cell for cell in re.split(r"[\t|]", view[numbered.end :]) if cell.strip()]) > 1
    ):
        return None
    if numbered is not None:
        begin = skip(view, numbered.end, "-–—:")
        if begin >= len(view):
            return _alone(blocks, index, numbered, heading)
        words = view[begin:]
        if _is_date_or_sum(view, numbered, begin):
            return None
        if heading:
            return _Head(index, numbered, begin, len(view), strong=True, level=_has_level(block))
        run = caps_run(words)
        if run and len(words) - run > 12 and not capitals(words):
            return _Head(index, numbered, begin, begin + run, strong=True, rest=True)
        if title_like(words) and len(words) <= 180:
            strong = (capitals(words) and len(words) > 3) or bool(numbered.prefix) or "/" in numbered.raw
            return _Head(index, numbered, begin, len(view), strong=strong)
        stop = titled(view, begin)
        if stop is not None:
            return _Head(index, numbered, begin, stop, rest=True)
        return None
    if block.kind == "labelled":
        return None
    if heading and title_like(view) and len(view) < 200:
        return _Head(index, None, at, len(view), strong=True, level=_has_level(block))
    if (
        capitals(view)
        and 4 <= len(view) <= 120
        and not view.rstrip().endswith((".", ";"))
        and _longest_word(view) >= 4
        and block.kind == "prose"
        and mood(view) != "that"
    ):
        return _Head(index, None, at, len(view), strong=True)
    return None


def _has_level(block: Block) -> bool:
    """Whether the layout says that a paragraph is a heading of a level, and not just bold."""
    return block.paragraph.values.get("heading", "bold") != "bold" or "item-title" in block.paragraph.roles


def _longest_word(view: str) -> int:
    return max((len(word) for word in view.split()), default=0)


def _alone(blocks: list[Block], index: int, numbered: Numbered, heading: bool) -> _Head | None:
    """A number alone on its line, with its title in the next paragraph."""
    following = index + 1
    while following < len(blocks) and blocks[following].kind == "furniture":
        following += 1
    if following >= len(blocks):
        return None
    other = blocks[following]
    if other.kind not in ("prose", "stop-head", "declaration", "item-head", "notes", "action", "block-head", "page-head", "furniture"):
        return None
    title = clean_title(other.view, None)
    if other.kind in ("page-head", "furniture") and not _MINUTES.match(other.view):
        return None
    if other.kind == "block-head" and other.view.rstrip().endswith((":", "-")):
        return None
    sentence = title.endswith((".", ";", ",", ":")) or not title[:1].isupper() or len(title) > 220 or mood(title) == "that"
    if not title_like(title) and (sentence or numbered.raw != blocks[index].view.strip(" .|")):
        return None
    strong = heading or capitals(title) or bool(other.paragraph.roles & {"heading", "item-title"})
    strong = strong or any(block.kind in ("block-head", "documents") for block in blocks[following + 1 : following + 3])
    size = len(blocks[index].view)
    return _Head(index, numbered, size, size, title_block=following, strong=strong)


def _is_date_or_sum(view: str, numbered: Numbered, begin: int) -> bool:
    """A year, a date or a sum at a line's start is no item number (T17)."""
    first = view[begin : begin + 12].lstrip()
    if first[:1] in "£€$%":
        return True
    month = first[:3].lower()
    return (
        numbered.mark == ""
        and month in ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
        and numbered.values[0] <= 31
    )


def _ascending(heads: list[_Head]) -> list[_Head]:
    """The longest run of heads whose numbers ascend in small steps, form by form; sub-items ride on their parent.

    Quadratic only in a bounded window: each head looks back at most 40 candidates.
    """
    best: list[tuple[int, int]] = []
    for at, head in enumerate(heads):
        score, before = 1 + 2 * head.strong, -1
        for back in range(at - 1, max(-1, at - 41), -1):
            other = heads[back]
            if _follows(other, head) and best[back][0] + 1 + 2 * head.strong > score:
                score, before = best[back][0] + 1 + 2 * head.strong, back
        best.append((score, before))
    if not best:
        return []
    chosen: list[_Head] = []
    at = max(range(len(best)), key=lambda i: (best[i][0], -i))
    while at >= 0:
        chosen.append(heads[at])
        at = best[at][1]
    return chosen[::-1]


def _follows(above: _Head, below: _Head) -> bool:
    a, b = above.numbered, below.numbered
    if a is None or b is None or a.prefix != b.prefix:
        return False
    if not a.values or not b.values:
        return False
    if a.values == b.values:
        return True
    shared = 0
    while shared < min(len(a.values), len(b.values)) and a.values[shared] == b.values[shared]:
        shared += 1
    if shared == len(a.values):
        return len(b.values) == shared + 1 and b.values[shared] <= 2
    if shared == len(b.values):
        return False
    step = b.values[shared] - a.values[shared]
    if not 0 < step <= (WIDEST_STEP if len(b.values) > 1 or len(a.values) > 1 else 6):
        return False
    rest = b.values[shared + 1 :]
    return rest == a.values[shared + 1 :] or all(v <= 2 for v in rest)
