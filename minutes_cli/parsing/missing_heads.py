"""Heads that only their place in the series of numbers tells: between items 2 and 5 stand paragraphs that begin with 3 and 4 (P08)."""

from __future__ import annotations

from itertools import pairwise

from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.heads import Head
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.outcome_words import ends_in_outcome
from minutes_cli.parsing.prose import tells_done
from minutes_cli.parsing.questions import IMPERATIVE
from minutes_cli.parsing.sentences import sentences
from minutes_cli.parsing.titles import Numbered, number_at, number_begins

LEAST = 3
"""Heads that must be known by themselves before their numbers say anything of what stands between them."""
MOST = 12
"""Numbers that may be missing between two heads."""
_KINDS = frozenset({"labelled", "prose", "stop-head", "declaration", "notes", "action"})
_TITLE = late(r"[^.;:!?–—]{3,110}?(?=\s?[–—]|\s-\s|:\s)")
_THERE = late(r"There\s(?:was|were|being)\b")
LONGEST = 240
"""Code points of the longest paragraph that is nothing but a title."""


def missing_heads(blocks: list[Block], heads: list[Head]) -> list[Head]:
    """The heads that fill the gaps between known ones: every missing number must begin a paragraph, in turn, and no other may.

    What only asks (``3. To approve the minutes``) counts, and stays what it is.
    """
    known = [head for head in heads if head.numbered is not None]
    least = LEAST - 1 if all(head.strong for head in known) else LEAST
    if len(known) < least:
        return []
    return [head for above, below in pairwise(known) for head in _between(blocks, above, below)]


def _counted(above: Numbered, below: Numbered) -> int | None:
    """The place of the number that counts in two heads of one form, all else being equal; None where their forms differ.

    ``3.`` and ``5.`` count in their only number, ``12/31`` and ``14/31`` in their first. ``5.1`` may number a paragraph of item 5, and a
    number without any mark may be anything.
    """
    if (above.prefix, above.mark, len(above.values)) != (below.prefix, below.mark, len(below.values)):
        return None
    single = len(above.values) == 1
    if (single and not above.mark and not above.prefix) or not (single or "/" in above.raw):
        return None
    places = [place for place, (one, other) in enumerate(zip(above.values, below.values, strict=True)) if one != other]
    return places[0] if len(places) == 1 else None


def _between(blocks: list[Block], above: Head, below: Head) -> list[Head]:
    if above.numbered is None or below.numbered is None:
        return []
    place = _counted(above.numbered, below.numbered)
    if place is None:
        return []
    wanted, last = above.numbered.values[place] + 1, below.numbered.values[place]
    if not 0 < last - wanted <= MOST:
        return []
    found: list[Head] = []
    for index in range(above.index + 1, below.index):
        view = blocks[index].view
        numbered = number_at(view, number_begins(view, skip(view, 0, "#"))) if blocks[index].kind in _KINDS else None
        if numbered is None or _counted(above.numbered, numbered) != place:
            continue
        begin = skip(view, numbered.end, "-–—:|")
        if numbered.values[place] != wanted or not view[begin : begin + 1].isupper() or mood(view[begin:]) == "that":
            return []
        wanted += 1
        if mood(view[begin:]) != "to" and not IMPERATIVE.match(view, begin):
            found.append(Head(index, numbered, begin, _title_end(view, begin), rest=True))
    return found if wanted == last else []


def _title_end(view: str, begin: int) -> int:
    """Where the title ends; where it begins, if the words tell an outcome that would lose its matter with the title."""
    if ends_in_outcome(view, begin, len(view)):
        return begin
    title = _TITLE.match(view, begin)
    if title is not None and not tells_done(title[0]):
        return title.end()
    alone = (
        len(view) - begin <= LONGEST and len(sentences(view, begin)) == 1 and not (tells_done(view[begin:]) or _THERE.match(view, begin))
    )
    return len(view) if alone else begin
