"""Outcomes in a word or two under the head of a decision: ``Decision:`` over ``DEFER FOR A SITE VISIT``, ``AGREED``, ``PERMIT`` (P24, P37).

In capitals such a line looks like the title of an item, and its words like a lead-in; right under the head it is the decision.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.neighbours import following
from minutes_cli.parsing.titles import capitals, title_like

OUTCOME = "outcome"
"""What the fact `names` of such a block says."""
LONGEST = 120
"""Code points of the longest such line."""
_DECIDES = late(
    r"(?:(?:that\s)?(?:the\s)?(?:application|item|report|minutes|recommendations?)\s(?:be|is|was|were)\s|to\s(?:be\s)?|unanimously\s|delegated\s(?:to\s)?)?"
    r"(?:approv|refus|defer|permi(?:t|ss)|grant|agree|not(?:e|ed|ing)\b|accept|adopt|endors|withdraw|adjourn|reject|declin|allow|consent|delegat|refer|support"
    r"|no\s(?:objections?|comments?|further\saction)|object|recommend|receiv|confirm|elect|appoint|remov|continu)",
    re.IGNORECASE,
)
_OPENS = late(r"(?:it\swas\s)?(?:resolved|ordered|decided|recommended|resolves)\W*$", re.IGNORECASE)
"""Words that lead in, and decide nothing by themselves."""


def name_outcomes(blocks: list[Block]) -> None:
    """Makes prose, marked as an outcome, of the line right under a bare head of a decision that is nothing but an outcome."""
    for index, head in enumerate(blocks):
        if head.kind != "block-head" or head.facts.get("role") != "decision" or head.body < len(head.view):
            continue
        at = following(blocks, index)
        if at >= len(blocks) or blocks[at].kind not in ("prose", "lead-in"):
            continue
        block = blocks[at]
        words = block.view.strip()
        if len(words) > LONGEST or words.endswith((":", "-", "–", "—")) or _DECIDES.match(words) is None or _OPENS.match(words):
            continue
        if block.kind == "lead-in" and (block.body < len(block.view) or block.label is not None or _leads_on(blocks, at)):
            continue
        if block.kind == "lead-in" or capitals(words):
            block.kind, block.match, block.body = "prose", None, 0
            block.facts = {"names": OUTCOME}


def _leads_on(blocks: list[Block], at: int) -> bool:
    """Whether words of the record follow a line, so that it may lead them in."""
    after = following(blocks, at)
    return after < len(blocks) and blocks[after].kind in ("prose", "labelled", "mover")


_TO_DO = late(r"(?:The\s|An?\s)?[A-Z][^.;:]{2,90}?\s(?:to|be|will)\s(?:be\s)?[a-z]{3,}")
_SAYS = late(r"\b(?:was|were|had|has|said|noted|asked|because|is|are)\b")
_CHOICE = late(r"(?:option|proposal|as\s|per\b)", re.IGNORECASE)


def name_matters(blocks: list[Block]) -> None:
    """Makes furniture of the matter's name between a bare head of a decision and what was decided (``Decision:``, ``Pier Plan``, P24).

    Only where the line below says who is to do what: the name alone may as well be the decision (``Option 2``).
    """
    for index, head in enumerate(blocks[:-2]):
        if head.kind != "block-head" or head.facts.get("role") != "decision" or head.body < len(head.view):
            continue
        at = following(blocks, index)
        after = following(blocks, at)
        if after >= len(blocks) or blocks[at].kind != "prose" or blocks[after].kind not in ("prose", "labelled"):
            continue
        words, below = blocks[at].view.strip(), blocks[after].words
        if (
            _DECIDES.match(words)
            or _CHOICE.match(words)
            or words.endswith((".", ":", ";"))
            or not title_like(words)
            or mood(words) is not None
        ):
            continue
        told = _TO_DO.match(below)
        if mood(below) in ("that", "to") or (told is not None and _SAYS.search(told[0]) is None):
            blocks[at].kind, blocks[at].facts = "furniture", {"role": "matter"}
