"""Told decisions: sentences of the narrative in which the body decides, as groups of their own (P18)."""

from __future__ import annotations

from minutes_cli.grammar.matching import Grammar
from minutes_cli.model import Evidence
from minutes_cli.parsing.assembling import Assembler
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import Entry, GroupDraft, places
from minutes_cli.parsing.items import Draft
from minutes_cli.parsing.motions import read_movers
from minutes_cli.parsing.prose import decision_in, sentences
from minutes_cli.parsing.voting import read_vote


def told_decisions(
    grammar: Grammar, item: Draft, assembler: Assembler, told: list[tuple[int, Block, int, int]], kept: list[GroupDraft]
) -> list[GroupDraft]:
    """Groups with ``form: narrative`` from an item's narrative. What stands on the agenda side tells of none."""
    found: list[GroupDraft] = []
    for index, block, begin, end in told:
        if assembler.side == "agenda":
            continue
        for low, high in sentences(block.view, begin, end):
            match = decision_in(grammar, block.view, low, high)
            if match is None:
                continue
            entry = Entry(block, places(block.paragraph, low, high), block.view[low:high])
            if not entry.pieces:
                continue
            group = GroupDraft(
                block, "told", assembler.side, "decided", match.phrase.facts.get("kind", "resolution"), "position", "inferred", "narrative"
            )
            group.evidence = [Evidence("told-decision", "a sentence in which the body decides")]
            group.entries = [entry]
            group.first = group.last = index
            group.movers = read_movers(block, low, high)
            group.vote, lost = read_vote(block.view[low:high])
            if lost:
                group.status = "lost"
            found.append(group)
    return found
