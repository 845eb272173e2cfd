"""Told decisions: sentences of the narrative in which the body decides, as groups of their own (P18)."""

from __future__ import annotations

import re

from minutes_cli.grammar.matching import Grammar
from minutes_cli.model import Evidence, Vote
from minutes_cli.parsing.assembling import Assembler
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import Entry, GroupDraft, places
from minutes_cli.parsing.items import Draft
from minutes_cli.parsing.motions import read_movers
from minutes_cli.parsing.prose import decision_in, own_words, sentences
from minutes_cli.parsing.voting import is_vote_line, read_vote

_ONLY_NAMES = re.compile(r"[\[(]?(?:proposed|moved|prop|proposer|seconded)\b", re.IGNORECASE)
"""A sentence that only says who moved is no decision of its own."""
_ACTED = re.compile(r"\b(?:on|upon)\s(?:the|a)\s(?:proposal|proposition|motion)\sof\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\b(?:proposed|propos(?:es|al)|moved|nominated)\b", re.IGNORECASE)


def _voted_behind(grammar: Grammar, view: str, begin: int, end: int) -> tuple[Vote | None, bool]:
    """The vote that the next sentence tells of, and whether it was lost."""
    following = sentences(view, begin, min(end, begin + 300))
    if not following or not is_vote_line(grammar, view[following[0][0] : following[0][1]]):
        return None, False
    return read_vote(view[following[0][0] : following[0][1]])


def told_decisions(
    grammar: Grammar, item: Draft, assembler: Assembler, told: list[tuple[int, Block, int, int]], kept: list[GroupDraft]
) -> list[GroupDraft]:
    """Groups with ``form: narrative`` from an item's narrative. What stands on the agenda side tells of none."""
    found: list[GroupDraft] = []
    for index, block, begin, end in told:
        if assembler.side == "agenda":
            continue
        for low, high in sentences(block.view, begin, end):
            low = own_words(block.view, low, high)
            match = decision_in(grammar, block.view, low, high)
            movers = read_movers(block, low, high)
            if match is None and not (
                movers.moved_by and _PROPOSED.search(block.view, low, high) and not _ONLY_NAMES.match(block.view, low, high)
            ):
                continue
            entry = Entry(block, places(block.paragraph, low, high), block.view[low:high])
            if not entry.pieces:
                continue
            kind = match.phrase.facts.get("kind", "resolution") if match else "resolution"
            group = GroupDraft(
                block,
                "told",
                assembler.side,
                "decided" if match or _ACTED.search(block.view, low, high) else "moved",
                kind,
                "position",
                "inferred",
                "narrative",
            )
            group.evidence = [Evidence("told-decision", "a sentence in which the body decides")]
            group.entries = [entry]
            group.first = group.last = index
            group.movers = movers
            group.vote, lost = read_vote(block.view[low:high])
            if group.vote is not None and group.vote.outcome and not lost:
                group.status = "decided"
            if group.status == "moved" and group.vote is None:
                group.vote, lost = _voted_behind(grammar, block.view, high, end)
                group.status = "moved" if group.vote is None else "decided"
            if lost:
                group.status = "lost"
            found.append(group)
    return found
