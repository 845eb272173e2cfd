"""Items whose titles are printed in small letters (``3. Discuss and agree the procedure for advertising``, P08).

Such a line alone may be any numbered sentence. So a page has them only where nothing else numbers it: its first numbers stand in turn,
one line each, and a record follows under one of them.
"""

from __future__ import annotations

from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.heads import Head, announced
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.neighbours import following
from minutes_cli.parsing.prose import VERBAL, tells, tells_done
from minutes_cli.parsing.titles import Numbered, number_at

LEAST = 3
"""Lines that must follow each other in turn."""
LONGEST = 120
"""Code points of the longest of these titles."""


def small_titles(blocks: list[Block]) -> list[Head]:
    """The heads of a page whose items no other rule finds; none where the lines do not form one series with a record in it."""
    listed = announced(blocks)
    heads: list[Head] = []
    for index, block in enumerate(blocks):
        numbered = _number(block) if index not in listed else None
        if numbered is None:
            continue
        begin = skip(block.view, numbered.end, "-–—:")
        last = heads[-1].numbered if heads else None
        if numbered.mark != (last or numbered).mark or numbered.values[0] != (last.values[0] + 1 if last else numbered.values[0]):
            return []
        if not _may_be_title(block.view[begin:]):
            return []
        heads.append(Head(index, numbered, begin, len(block.view)))
    told = any(_told_below(blocks, head.index) for head in heads)
    return heads if len(heads) >= LEAST and told else []


def _number(block: Block) -> Numbered | None:
    """The plain number (``3.``, ``3)``) with which a labelled paragraph begins."""
    numbered = number_at(block.view, skip(block.view, 0)) if block.kind == "labelled" else None
    plain = numbered is not None and len(numbered.values) == 1 and not numbered.prefix and numbered.mark in (".", ")")
    return numbered if plain else None


def _may_be_title(words: str) -> bool:
    sentence = words.rstrip().endswith((".", ";", ",", ":")) or VERBAL.search(words) is not None
    return words[:1].isupper() and len(words) <= LONGEST and not sentence and mood(words) not in ("that", "to")


def _told_below(blocks: list[Block], index: int) -> bool:
    after = following(blocks, index)
    if after >= len(blocks):
        return False
    return blocks[after].kind == "lead-in" or (
        blocks[after].kind == "prose" and (tells(blocks[after].view) or tells_done(blocks[after].view))
    )
