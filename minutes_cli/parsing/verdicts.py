"""Verdicts: what was decided on an application, told in few words (``Council response: Object``, ``Permission granted``; P24, P37, P39).

A parish council is consulted and objects or does not; a planning or licensing committee grants or refuses. On the page of a council
that is only consulted, what was granted is the planning authority's news (P43).
"""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.fillers import skip

APPLICATION = late(
    r"\W{0,4}(?:\(?[0-9a-zA-Z]{1,3}[.)]\s{1,4})?(?:(?:Planning\s)?[Aa]pplication\s(?:[Nn]o\.?\s|[Rr]ef\.?:?\s)?)?"
    r"(?=[\w/.-]{0,20}[0-9])(?:[A-Z]{1,5}[/-]?)?[0-9]{2,4}(?:[/-][A-Z0-9]{1,8}){1,4}\b"
)
"""A line that begins with the number of an application (``31/0042/FUL``, ``DM/2031/00022``)."""
_CONSULTED = (
    r"(?:strong(?:ly)?\s)?(?:no\s(?:objections?|comments?|observations?|concerns?)|object(?:ion|ions|s|ed)?|support(?:s|ed)?|neutral)"
    r"(?=\s{0,2}(?:[.,;:–—-]|$|(?:subject|provided|on|to|because|as|due|but|in|for|unanimously|raised|made)\b))"
)
_LOUD = r"(?:STRONG(?:LY)?\s)?(?:NO\s(?:OBJECTIONS?|COMMENTS?|OBSERVATIONS?)|OBJECT(?:ION|IONS|S)?|SUPPORT(?:S|ED)?|NEUTRAL)\b"
"""Capitals show that a view is the record's outcome; in small letters clerks note as much of neighbours and officers."""
_GROUNDED = r"(?:Strong(?:ly)?\s)?(?:Object|Objection|Support)\s(?:on|to|because|as|due|subject|for)\b"
_ALONE = late(
    r"\W{0,4}(?:strong(?:ly)?\s)?(?:no\s(?:objections?|comments?|observations?)|objections?|object(?:ed)?|support(?:ed)?|neutral)"
    r"(?:\W{0,4}|\s?[:–—-]\s[^:|]{3,160})$",
    re.IGNORECASE,
)
"""A line that says nothing else, in any case: under an application it is the council's view, since it names nobody."""
_VIEW = late(rf"{_LOUD}\.?")
_SETTLED = (
    r"(?:(?:planning|outline|full|conditional|listed\sbuilding|premises)\s){0,3}(?:permission|consent|licence|license|application)(?:\s?[:–—-])?"
    r"\s(?:be\s|is\s|to\sbe\s)?(?:hereby\s)?(?:granted|refused|approved|deferred|revoked|suspended|rejected)\b"
    r"|(?:granted|refused|approved|deferred|rejected)(?=\s(?:subject|as|for|contrary|unanimously|in|on|pending|until|to)\b)"
)
_WHOLE = late(rf"\W{{0,4}}(?:(?P<consulted>{_LOUD}|{_GROUNDED})|(?P<settled>(?i:{_SETTLED})))[^:]{{0,160}}$")
_AT_END = late(rf"(?:[:|]|[.,;]\s|\s[-–—]|[–—])\s{{0,4}}(?:{_LOUD})[^:|]{{0,80}}$")
_HEAD = late(
    r"\W{0,4}(?P<whose>(?:the\s)?(?:(?:parish|town|community|village|city|borough|county|district|planning|licensing)\s)?(?:council|committee|PC|TC|members)(?:[’']s?)?\s)?"
    r"(?:response|comments?|observations?|views?|decision|resolution)(?:\s{0,2}[:–—]|\s-)\s{0,4}",
    re.IGNORECASE,
)
_GIVEN = late(
    rf"(?:{_CONSULTED}|{_SETTLED}|(?:refus|approv|grant|defer)(?:e|ed|al)?\b|recommend(?:ed)?\s(?:refusal|approval)\b)", re.IGNORECASE
)
_NOTIFIED = late(
    r"\W{0,4}(?:[0-9.()a-z]{1,5}\s)?(?:the\sfollowing\s)?(?:planning\s|recent\s|other\s){0,2}(?:decisions?|determinations?|decision\snotices?|notifications?|permissions|approvals|refusals)"
    r"\s(?:received|notified|issued|by|from|of|made\sby)\b[^.]{0,90}$",
    re.IGNORECASE,
)
NEAR = 3
"""Blocks behind an application's line in which its verdict stands."""
FAR = 7
"""The same where nothing but the application's particulars, in short lines, stands between."""
SHORT = 120
"""Code points of the longest line of an application's particulars."""


def is_notified(words: str) -> bool:
    """Whether a line heads the planning authority's decisions, as news (``Decisions received:``, P43)."""
    return _NOTIFIED.match(words) is not None


def ends_in_verdict(view: str, low: int, high: int) -> bool:
    """Whether a stretch names an application and, behind a mark, what a council that was consulted says of it."""
    return APPLICATION.match(view, low) is not None and _AT_END.search(view, low, high) is not None


def is_view(view: str, begin: int, low: int, high: int) -> bool:
    """Whether a sentence is nothing but the view on the application with which its paragraph begins (``… new porch. Support.``)."""
    return _VIEW.fullmatch(view, low, high) is not None and APPLICATION.match(view, begin) is not None


def name_verdicts(blocks: list[Block]) -> None:
    """Finds paragraphs that are verdicts or hold one behind whose it is, near the application that they are about."""
    near = under = -FAR
    notified = False
    for index, block in enumerate(blocks):
        if APPLICATION.match(block.view):
            near = under = index
        elif len(block.view) > SHORT or block.kind in ("item-head", "block-head"):
            under = -FAR
        if near < index and is_notified(block.view):
            notified = True
        elif block.kind in ("item-head", "block-head", "lead-in") or block.view.rstrip().endswith(":"):
            notified = False
        alone = block.kind == "lead-in" and block.facts.get("family") == "one-word" and block.view.strip().count(" ") == 1
        if not (block.kind == "prose" or alone) or notified or len(block.view) > 240:
            continue
        head = _HEAD.match(block.view)
        if head is not None and (head["whose"] or index - near < NEAR) and _GIVEN.match(block.view, head.end()):
            block.kind, block.body = "block-head", head.end()
            block.facts = {"role": "resolution", "status": "decided", "opens": "yes"}
            continue
        whole = _WHOLE.match(block.view)
        if index > under > index - FAR and _ALONE.match(block.view):
            block.kind, block.body, block.facts = "verdict", 0, {"verdict": "consulted"}
            continue
        begins = block.view[skip(block.view, 0) : skip(block.view, 0) + 1].isupper()
        if whole is not None and begins and (index - near < NEAR if whole["consulted"] else True):
            block.kind, block.body = "verdict", 0
            block.facts = {"verdict": "consulted" if whole["consulted"] else "settled"}
