"""Motions that are only put down: their words under a notice of motion, or beside the sentence that says who moved it (P09, P11, T3)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.model import Evidence
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft, Movers
from minutes_cli.parsing.items import Draft
from minutes_cli.parsing.motions import read_movers

_NOTICE = gated(
    "motion motions",
    r"\W{0,3}(?:[0-9A-Za-z]{1,4}[.)]\W{0,3})?(?:notices?\sof\s(?:a\s)?motions?|(?:emergency\s|urgent\s)?motions?)(?:\s(?:no\.?\s?|number\s)?[0-9]{1,3})?\s?[,:–-]?\s?"
    r"(?:(?:(?:submitted|standing|put\sdown|tabled|proposed|received|given|lodged)\s)?(?:in\sthe\snames?\sof|by|from)\s[^.;]{3,120}|re(?:garding)?\b[^.;]{3,120})?\W{0,3}$",
    re.IGNORECASE,
)
"""A heading that says that a motion follows, and whose it is."""
_WAS_MOVED = late(
    r"(?:the\s(?:following\s)?(?:[a-z]+\s)?motion\swas\s(?:(?:then|duly|formally)\s)?(?:proposed|moved)\sby\s"
    r"|[^.;:]{3,80}?\s(?:proposed|moved)\sthe\s(?:following\s)?motion\b)[^.;:]{3,160}\.?\s*$",
    re.IGNORECASE,
)
"""A sentence of its own that only says who moved, and seconded, the motion beside it."""


_AS_BODY = late(
    r"[“\"‘]?(?:That\s)?(?:(?:This|The|Full)\s)?(?:[A-Z][\w’'-]{1,30}\s){0,5}?(?:[Cc]ouncil|Authority|Assembly|Committee|Board|Chamber)\s"
    r"(?:(?:further|also|therefore|hereby|strongly|and)\s){0,2}(?:notes|believes|recogni[sz]es|acknowledges|welcomes|supports|calls|condemns|agrees"
    r"|resolves|commits|regrets|requests|considers|understands|expresses|commends|declares|demands|opposes|reaffirms|affirms|congratulates|thanks)\b"
)
"""How a motion speaks for the body in the present tense, whatever the body's name."""


def speaks_as_body(words: str) -> bool:
    """Whether words speak for a body as motions do (``Wexcombe City Council notes that …``, P05, P11)."""
    return _AS_BODY.match(words) is not None


_AMENDMENT = gated("amendment amendments", r"\bas\san?\s(?:\w+\s)?amendment\b", re.IGNORECASE)


def puts_amendment(block: Block) -> bool:
    """Whether a block puts an amendment: its heading, or who moved it as one (P20)."""
    if block.kind == "block-head":
        return block.facts.get("role") == "motion" and block.view.lstrip()[:9].casefold() == "amendment"
    return block.kind in ("mover", "prose") and _AMENDMENT.search(block.view) is not None and bool(read_movers(block, 0, len(block.view)))


def put_down(item: Draft, groups: list[GroupDraft]) -> None:
    """Gives a motion's words the status of a motion where nothing on the page says that they were carried.

    In: an item and those of its groups that are settled. Only those whose place alone made them decisions are looked at.
    """
    for group in groups:
        if group.status != "decided" or group.origin not in ("bare", "list") or group.certainty == "certain" or group.vote is not None:
            continue
        before = _before(item.blocks, group.first)
        if before is None:
            heads, movers = item.title is not None and _NOTICE.match(item.title) is not None, Movers()
        else:
            heads = before.kind in ("prose", "labelled", "item-head", "title") and _NOTICE.match(before.view) is not None
            told = before.kind in ("prose", "mover") and _WAS_MOVED.match(before.view) is not None
            movers = read_movers(before, 0, len(before.view)) if told else Movers()
        if not heads and not movers.moved_by:
            continue
        group.movers = group.movers or movers
        group.status = "moved" if group.movers.moved_by else "proposed"
        group.certainty = "inferred"
        group.evidence = [Evidence("introduced", "the words before it say that it is a motion")]


def _before(blocks: list[Block], index: int) -> Block | None:
    """The block right above, page furniture left out; None at the item's beginning."""
    return next((blocks[at] for at in range(index - 1, max(-1, index - 4), -1) if blocks[at].kind != "furniture"), None)
