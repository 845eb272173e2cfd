"""Heads: what opens an item - a number with its title, a heading, a line in capitals - and the series that numbers form (P08, P41, T9)."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.named import MONTHS
from minutes_cli.grammar.parts.response_lines import verdict_at
from minutes_cli.parsing.asked_and_told import record_begins
from minutes_cli.parsing.bare_outcomes import OUTCOME
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.edge_words import first_word
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.neighbours import below, following
from minutes_cli.parsing.prose import tells
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.title_lines import title_behind
from minutes_cli.parsing.titles import Numbered, capitals, clean_title, icon_in, is_years, number_at, number_begins, odd_marks, title_like

WIDEST_STEP = 3
"""How far an item number may run ahead of the last: items are dropped from pages, rarely more than two at once."""
LEAST_LETTERED = 3
"""Heads that must follow each other for letters or Roman numerals to number a page's items."""
MOST_TOLD = 12
"""Paragraphs of a discussion between a title and its resolution."""
_RESOLUTION_NUMBER = late(
    r"(?:[A-Z]{4,12}\s)?(?:RESOLVED|RESOLUTION|MOTION)\s(?:NO\.?\s?|#\s?)?(?=[A-Z./-]{0,12}[0-9])[\w./-]{2,24}\W{0,6}$"
)
"""The number of a resolution alone on its line (``RESOLVED A.22.03.31 –``) names no item (P49)."""
_MINUTES = late(r"minutes\b", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """A block that may open an item."""

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


def is_number(view: str) -> bool:
    """Whether a paragraph is nothing but an item's number."""
    numbered = number_at(view, skip(view, 0))
    return numbered is not None and not view[numbered.end :].strip(" .|\xa0")


def item_heads(blocks: list[Block]) -> list[Head]:
    """Every block that opens an item: candidates first, then the ascending series that they form."""
    listed = announced(blocks)
    candidates = [head for index in range(len(blocks)) if index not in listed and (head := _candidate(blocks, index)) is not None]
    plain = [head for head in candidates if head.numbered is None]
    numbered = [head for head in candidates if head.numbered is not None]
    odd = odd_marks([head.numbered for head in numbered if head.numbered])
    numbered = [head for head in numbered if head.numbered and head.numbered.mark not in odd]
    chosen = _ascending(numbered)
    if len(chosen) < LEAST_LETTERED:
        chosen = _lettered(blocks, listed) or chosen
    weak = [head for head in chosen if not head.strong]
    if len(weak) < 3 and len(chosen) < 4:
        recorded = [] if plain else _recorded(blocks, weak)
        chosen = [head for head in chosen if head.strong or head in recorded]
    if len(chosen) > 2:
        known = {head.index for head in chosen}
        chosen = sorted([*chosen, *(head for head in numbered if head.level and head.index not in known)], key=lambda head: head.index)
    if chosen:
        plain = [head for head in plain if head.level or head.index > chosen[0].index]
    if len(chosen) >= 3:
        plain = [head for head in plain if head.level]
    places = {head.index for head in plain}
    plain = [head for head in plain if not _stands_over(blocks, head, places)]
    return sorted(plain + chosen, key=lambda head: head.index)


def _lettered(blocks: list[Block], listed: set[int]) -> list[Head]:
    """Items numbered by Roman numerals or capitals (``IV. New Business``), on a page that numbers none in figures (P08).

    Each must head words of its own: what a list only names one under the other are its parts.
    """
    best: list[Head] = []
    for alphabet in ("ROMAN", "upper"):
        heads: list[Head] = []
        for index, block in enumerate(blocks):
            label = block.label
            if block.kind != "labelled" or label is None or label.shape not in (".", ")") or index in listed or not title_like(block.words):
                continue
            ordinal = next((reading.ordinal for reading in label.readings if reading.alphabet == alphabet), None)
            after = following(blocks, index)
            if ordinal is None or after >= len(blocks) or blocks[after].kind == "labelled" or mood(block.words) is not None:
                continue
            end = block.label_at + label.length
            heads.append(Head(index, Numbered(label.token, (ordinal,), alphabet, end, "."), block.body, len(block.view), strong=True))
        chosen = _ascending(heads)
        places = [head.numbered.values[0] for head in chosen if head.numbered is not None]
        in_turn = all(below == above + 1 for above, below in pairwise(places))
        if in_turn and len(chosen) >= LEAST_LETTERED and len(chosen) > len(best):
            best = chosen
    return best


def _recorded(blocks: list[Block], weak: list[Head]) -> list[Head]:
    """Titles of small pages, known by the record under them (P08).

    Asked only where no line of the page stands out as a heading. Two of them each stand right over a lead-in, or one does at the page's
    beginning; or they open before every lead-in of the page, prose follows each, and a record comes under one.
    """
    at_once = [head for head in weak if _record_below(blocks, head.index, over=0)]
    if len(at_once) > 1 or (at_once and _first_words(blocks, at_once[0].index)):
        return at_once
    if len(weak) == 1 and _first_words(blocks, weak[0].index) and following(blocks, weak[0].index) < len(blocks):
        return weak
    numbers = {head.numbered.values for head in weak if head.numbered is not None}
    if len(weak) < 2 or len(numbers) < len(weak) or any(block.kind in ("lead-in", "labelled") for block in islice(blocks, weak[0].index)):
        return []
    nexts = [following(blocks, head.index) for head in weak]
    told = all(after < len(blocks) and blocks[after].kind in ("prose", "lead-in", "block-head") for after in nexts)
    return weak if told and any(_record_below(blocks, head.index, over=MOST_TOLD) for head in weak) else []


def _record_below(blocks: list[Block], index: int, over: int) -> bool:
    """Whether the record of a matter follows its title, with no more than ``over`` paragraphs of prose in between."""
    for block in below(blocks, index):
        if block.kind == "prose" and over:
            over -= 1
        elif block.kind != "furniture":
            return block.kind in ("lead-in", "block-head") or (block.kind == "prose" and tells(block.view))
    return False


def _first_words(blocks: list[Block], index: int) -> bool:
    """Whether nothing but page furniture stands before a block."""
    return all(block.kind in ("furniture", "page-head", "meeting-head") for block in islice(blocks, index))


def _stands_over(blocks: list[Block], head: Head, places: set[int]) -> bool:
    """Whether nothing but another heading, one of those at ``places``, follows: the page's own title lines open no item."""
    return not head.level and following(blocks, head.index) in places


def announced(blocks: list[Block]) -> set[int]:
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
                and ((len(above.view) > 12 and announces(above.view) and not _may_be_title(above)) or _leads_in(above, block))
            ):
                found.add(index)
                last, shape = 1, block.label.shape
                told = 0
            elif last is not None and last + 1 in ordinals and block.label.shape == shape:
                found.add(index)
                last += 1
                told = 0
    return found


def _may_be_title(block: Block) -> bool:
    """Whether a block that ends as if it announced a list only names something (``Harbour Committee``)."""
    return block.kind in ("prose", "labelled") and block.view.rstrip()[-1:].isalpha() and title_like(block.view)


def _leads_in(block: Block, first: Block) -> bool:
    """Whether a block is nothing but the words that open outcomes (``RESOLVED:``, ``Decision``): a list behind it is theirs."""
    if block.body < len(block.view) or mood(first.words) is None:
        return False
    if block.kind == "lead-in":
        return block.facts.get("status") in ("decided", "moved") and "list" not in block.facts.get("needs", "")
    return block.kind == "block-head" and block.facts.get("role") in ("decision", "resolution")


def _candidate(blocks: list[Block], index: int) -> Head | None:
    block = blocks[index]
    if block.kind not in ("prose", "labelled", "stop-head", "declaration", "notes", "action") and not _may_be_minute_number(block):
        return None
    if block.facts.get("names") == OUTCOME or (index and is_under_its_key(blocks[index - 1])):
        return None
    view = block.view
    at = number_begins(view, skip(view, 0, "#"))
    heading = bool(block.paragraph.roles & {"heading", "item-title", "item-number"})
    numbered = number_at(view, at)
    if numbered is not None and is_years(numbered):
        numbered = None
    if numbered is not None and block.paragraph.cells is False and view[at:].startswith("£"):
        numbered = None
    if (
        numbered is not None
        and block.paragraph.cells
        and len([cell for cell in re.split(r"[\t|]", view[numbered.end :]) if cell.strip(" -–—\xa0")]) > 1
    ):
        return None
    if numbered is not None and block.paragraph.cells and verdict_at(view, skip(view, numbered.end)):
        return None
    if numbered is not None:
        begin = skip(view, numbered.end, "-–—:|/")
        if begin >= len(view):
            return _alone(blocks, index, numbered, heading)
        if _is_date_or_sum(view, numbered, begin):
            return None
        if heading:
            return Head(index, numbered, begin, len(view), strong=True, level=_has_level(block))
        if (told := record_begins(view[begin:])) is not None:
            return Head(index, numbered, begin, begin + told, rest=True)
        found = title_behind(view, numbered, begin)
        if found is None:
            return None
        end, strong, rest = found
        strong = strong or (icon_in(view) is not None and _under_it(blocks, index).kind == "block-head")
        return Head(index, numbered, begin, end, strong=strong, rest=rest)
    if block.kind == "labelled":
        return None
    if _has_icon(blocks, index):
        return Head(index, None, at, len(view), strong=True)
    if heading and len(view) < 200 and ("item-title" in block.paragraph.roles or title_like(view)):
        return Head(index, None, at, len(view), strong=True, level=_has_level(block))
    if (
        capitals(view)
        and 4 <= len(view) <= 120
        and not view.rstrip().endswith((".", ";"))
        and _longest_word(view) >= 4
        and block.kind == "prose"
        and mood(f"{view} ") != "that"
        and _RESOLUTION_NUMBER.match(view, at) is None
    ):
        return Head(index, None, at, len(view), strong=True)
    return None


def _under_it(blocks: list[Block], index: int) -> Block:
    """The block below another; itself where none is."""
    after = following(blocks, index)
    return blocks[after] if after < len(blocks) else blocks[index]


def is_under_its_key(above: Block) -> bool:
    """Whether a line of the record's facts is open above: what follows is its value (``Decision reference``, T19)."""
    return above.kind == "metadata" and above.facts.get("key") == "reference" and above.body >= len(above.view.rstrip(" |"))


def _may_be_minute_number(block: Block) -> bool:
    """Whether what looks like a page number or a date (``031/12``, ``31/5/12``) may number a minute: no page comes behind the last one."""
    numbered = number_at(block.view, skip(block.view, 0)) if block.kind == "furniture" and len(block.view) < 16 else None
    if numbered is None or len(numbered.values) < 2 or not is_number(block.view):
        return False
    return len(numbered.values) > 2 or numbered.values[0] > numbered.values[1]


def _has_icon(blocks: list[Block], index: int) -> bool:
    """Whether a paragraph is a title with its document's mark behind it (``Minutes pdf icon PDF 135 KB``); papers in a list are none."""
    block = blocks[index]
    icon = icon_in(block.view) if block.kind == "prose" and len(block.view) < 220 else None
    above = blocks[index - 1] if index else None
    if icon is None or not icon[0].lower().startswith(("pdf icon", "pdf eicon")) or not title_like(block.view[: icon.start()]):
        return False
    return (
        above is None or block.paragraph.gap > 1 or above.kind == "page-head" or (above.kind != "documents" and icon_in(above.view) is None)
    )


def _has_level(block: Block) -> bool:
    """Whether the layout says that a paragraph is a heading of a level, and not just bold."""
    return block.paragraph.values.get("heading", "bold") != "bold" or "item-title" in block.paragraph.roles


def _longest_word(view: str) -> int:
    return max((len(word) for word in view.split()), default=0)


def _alone(blocks: list[Block], index: int, numbered: Numbered, heading: bool) -> Head | None:
    """A number alone on its line, with its title in the next paragraph."""
    title_at = following(blocks, index)
    if title_at >= len(blocks):
        return None
    other = blocks[title_at]
    if other.kind not in ("prose", "stop-head", "declaration", "item-head", "notes", "action", "block-head", "page-head", "furniture"):
        return None
    title = clean_title(other.view, None)
    if other.kind in ("page-head", "furniture") and not _MINUTES.match(other.view):
        return None
    if other.kind == "block-head" and (other.view.rstrip().endswith((":", "-")) or _heads_words(other)):
        return None
    sentence = title.endswith((".", ";", ",", ":")) or not title[:1].isupper() or len(title) > 220 or mood(title) == "that"
    if not title_like(title) and (sentence or numbered.raw != blocks[index].view.strip(" .|")):
        return None
    strong = heading or capitals(title) or bool(other.paragraph.roles & {"heading", "item-title"})
    strong = strong or _recorded_below(blocks, title_at + 1) or ("/" in numbered.raw and numbered.raw[-1:].isalpha())
    size = len(blocks[index].view)
    return Head(index, numbered, size, size, title_block=title_at, strong=strong)


def _heads_words(block: Block) -> bool:
    """Whether a head of the record stands before its words on the same line (``Decision: to paint the gate``); a motion's may name it."""
    return block.facts.get("role") != "motion" and block.view[: block.body].rstrip().endswith(":")


def _recorded_below(blocks: list[Block], begin: int) -> bool:
    """Whether the heads or documents that an item of a page holds follow, past what its agenda lists, before another number stands."""
    for block in blocks[begin : begin + MOST_TOLD]:
        if block.kind in ("block-head", "documents"):
            return True
        if block.kind in ("item-head", "meeting-head", "page-head", "lead-in") or is_number(block.view):
            return False
    return False


def _is_date_or_sum(view: str, numbered: Numbered, begin: int) -> bool:
    """A year, a date or a sum at a line's start is no item number (T17)."""
    first = view[begin : begin + 16].lstrip()
    if first[:1] in "£€$%":
        return True
    return numbered.mark == "" and numbered.values[0] <= 31 and first_word(first) in MONTHS


def _ascending(heads: list[Head]) -> list[Head]:
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
    chosen: list[Head] = []
    at = max(range(len(best)), key=lambda i: (best[i][0], -i))
    while at >= 0:
        chosen.append(heads[at])
        at = best[at][1]
    return chosen[::-1]


def _follows(above: Head, below: Head) -> bool:
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
