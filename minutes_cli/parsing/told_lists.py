"""Lists that a told decision announces: lines that go on with it, and labelled items that are clauses of their own (P18, P31)."""

from __future__ import annotations

import re
from re import Pattern

from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar
from minutes_cli.model import Span
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft, Told, places
from minutes_cli.parsing.entries import add_paragraph
from minutes_cli.parsing.neighbours import adjoin
from minutes_cli.parsing.prose import decision_in, tells
from minutes_cli.parsing.sentences import sentences
from minutes_cli.parsing.titles import capitals

SUMS = late(r"[£€$]\s?[0-9]|\b[0-9]{1,3}(?:,[0-9]{3}){0,4}\.[0-9]{2}\b", re.ASCII)
"""What each line of a list of payments holds."""
MOST_LISTED = 40
"""Lines of a list that belong to one sentence at most."""
LONGEST_LISTED = 240
"""Code points: a longer paragraph is no line of such a list."""
_COLON = late(r"(?::\s?[-–—]?|\bas\sfollows)\s*$")


def listed_behind(blocks: list[Block], told: list[Told], at: int, holding: Pattern[str] | None = None) -> list[Span]:
    """The lines of the list that a told decision announces: whatever follows and tells nothing itself.

    ``holding`` says what each line must hold to belong to the list; without it any line does.
    """
    pieces: list[Span] = []
    for ahead in range(at + 1, min(len(told), at + MOST_LISTED)):
        index, block, begin, end = told[ahead]
        if not adjoin(blocks, told[ahead - 1][0], index) or block.kind != "prose" or len(block.view) > LONGEST_LISTED:
            break
        if tells(block.view) or _heads(block.view) or block.view.rstrip().endswith(":"):
            break
        if holding is not None and holding.search(block.view, begin, end) is None:
            break
        pieces.extend(places(block.paragraph, begin, end))
    return pieces


def _heads(words: str) -> bool:
    """Whether a line heads what comes next and belongs to no list above it: one word, or capitals."""
    return len(words.split()) == 1 or capitals(words)


def labelled_behind(grammar: Grammar, group: GroupDraft, blocks: list[Block], told: list[Told], at: int) -> int:
    """Adds the labelled items that a told decision announces to its group, as clauses of their own.

    In: the group of the decision, whose sentence ends its paragraph. Out: the index of the last block taken, or the decision's own.
    An item that tells a decision itself, or another label's shape, ends the list.
    """
    last = told[at][0]
    if not _COLON.search(group.entries[-1].view[-12:]):
        return last
    shape = None
    for ahead in range(at + 1, min(len(told), at + MOST_LISTED)):
        index, block, _, end = told[ahead]
        if not adjoin(blocks, last, index) or block.kind != "labelled" or block.label is None or not block.words.strip():
            break
        if block.label.shape != (shape or block.label.shape) or len(block.view) > LONGEST_LISTED:
            break
        if any(decision_in(grammar, block.view, low, high) for low, high in sentences(block.view, block.body, end)):
            break
        shape, last = block.label.shape, index
        if shape == "bullet" and SUMS.search(block.view, block.body, end):
            group.entries[-1].pieces.extend(places(block.paragraph, block.label_at, end))
        else:
            add_paragraph(group, block, block.body, opened=False, end=end)
    return last
