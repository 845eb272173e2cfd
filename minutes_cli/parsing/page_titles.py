"""Titles right under the head of an item's page (``Agenda item``) that read as something else: a label, a body, an office (P50, T9)."""

from __future__ import annotations

from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.neighbours import following
from minutes_cli.parsing.titles import LONGEST_TITLE, title_like

WITHIN = 12
"""Paragraphs under a title within which the first head of its record must stand."""
_SIDES = ("minutes", "decision", "resolution")


def name_titles(blocks: list[Block]) -> None:
    """Makes prose, marked as the name of its item, of every title that stands between the page's head and the first head of the record.

    A bare ``Minutes`` or ``Decision`` may be such a head itself: it is a title only right over another one.
    """
    for index, block in enumerate(blocks[:-1]):
        if block.kind != "page-head" or block.facts.get("page") != "item":
            continue
        title = blocks[index + 1]
        words = title.view.strip()
        if len(words) > LONGEST_TITLE or words.endswith((":", ".", ";")) or mood(words) == "that" or not title_like(words):
            continue
        heads_record = title.kind == "block-head" and title.facts.get("role") in _SIDES
        if title.kind == "page-head" and title.facts.get("page") == "item":
            continue
        if not _recorded(blocks, index + 2, 1 if heads_record else WITHIN):
            continue
        if title.kind != "labelled":
            title.kind, title.match, title.facts, title.body = "prose", None, {}, 0
        title.facts["names"] = "item"


def _recorded(blocks: list[Block], begin: int, within: int) -> bool:
    """Whether a head of the record, with its mark, or the decision's reference stands among the next blocks of the page."""
    at = begin if begin < len(blocks) and blocks[begin].kind != "furniture" else following(blocks, begin)
    for block in blocks[at : at + within]:
        if block.kind == "page-head" and block.facts.get("page") == "item":
            return False
        if block.kind == "metadata" and block.facts.get("key") == "reference":
            return True
        if block.kind == "block-head" and ":" in block.view[: block.body] and block.facts.get("side") in ("minutes", "decision"):
            return True
    return False
