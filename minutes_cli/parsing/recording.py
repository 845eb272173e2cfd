"""Recording: whether a page holds the record of a meeting, and not only its agenda (P11)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.parsing.asked_and_told import is_told
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.formal import is_strong
from minutes_cli.parsing.items import is_asked
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.prose import records_behind, tells, tells_done

_RESOLVED = gated("resolved agreed", r"\b(?:RESOLVED|AGREED)\b|\b[Rr]esolved\s(?:that|to|unanimously)\b|\bResolved\s?[:–-]")


TOP = 8
"""Blocks from the page's top in which an agenda says that it is one."""
_SUMMONS = gated(
    "summoned agenda notice held",
    r"\b(?:hereby\s)?summoned\b|^\W{0,4}(?:AGENDA|Agenda)\W{0,4}$|^\W{0,4}(?:Agenda|AGENDA|Notice|NOTICE)\s(?:for|of)\b(?!\s[Mm]otion)|\b(?:will|to)\sbe\sheld\b",
)
_TITLE_THEN_ASK = late(r"[^:–—.]{3,90}?\s?(?::|\s[-–—])\s{1,4}[Tt]o\s[a-z]{4,}")
_HELD = gated(
    "apologies declaration declarations disclosure disclosures petitions deputations questions",
    r"\bapologies\s(?:for\s(?:absence|lateness|non-attendance)\s)?(?:were|was|had\sbeen)\s(?:received|tendered|submitted|given|noted|accepted|offered|reported)"
    r"|\bthere\swere\sno\s(?:(?:further|other|such)\s)?(?:apologies|declarations?|disclosures?|petitions|deputations|(?:public\s)?questions)\b"
    r"|\bno\s(?:(?:further|other|such)\s)?(?:apologies|declarations?|disclosures?|petitions|deputations|(?:public\s)?questions)\b"
    r"[^.;:]{0,80}\s(?:were|was|had\sbeen)\s(?:made|received|declared|given|put|submitted|reported)\b",
    re.IGNORECASE,
)
"""What only minutes can tell: who sent apologies and that nothing was declared. Agendas leave room for both."""
_PUBLISHED = late(r"\s{0,4}(?:draft\s)?agenda,?\s(?:and\s|&\s)?decisions\b", re.IGNORECASE)
"""How a meeting system heads its list of items from the day on which what was done is published."""
_DONE = late(r"\b(?:agreed|approved|decided|determined|resolved|noted)\b")
"""A lead-in in the past tense tells what was done."""


def is_record(blocks: list[Block]) -> bool:
    """Whether the page holds a record at all, and not only an agenda: outcomes and told speech outweigh what is asked for (P11).

    A recommendation speaks for neither: reports make them before the meeting, committees at it.
    """
    strong = told = asked = recommended = titled = 0
    listed = waiting = False
    for number, block in enumerate(blocks):
        if strong:
            return True
        waits, waiting = waiting, False
        asked += number < TOP and _SUMMONS.search(block.view) is not None
        listed = (listed and block.kind in ("labelled", "furniture")) or (
            block.kind == "lead-in" and block.facts.get("status") != "proposed" and block.body >= len(block.view)
        )
        strong += block.kind == "page-head" and _PUBLISHED.match(block.view) is not None
        strong += block.paragraph.values.get("side") in ("minutes", "decision")
        if block.kind == "lead-in" and block.match is not None and block.facts.get("kind") == "recommendation":
            recommended += 1
            continue
        if block.kind == "lead-in" and block.match is not None and block.facts.get("status") != "proposed":
            strong += is_strong(block.match, block.view)
            done = _DONE.search(block.view, block.match.start, block.match.end) is not None
            told += done
            strong += done and block.body >= len(block.view)
        elif block.kind == "outcome" or (block.kind == "block-head" and block.facts.get("side") in ("minutes", "decision")):
            strong += 1
        elif block.kind == "item-head":
            recorded = block.body < len(block.view) and is_asked(block) and is_told(block.view[block.body :])
            told += recorded
            titled += not recorded and is_asked(block)
        elif block.kind in ("prose", "labelled", "mover", "lead-in"):
            if _RESOLVED.search(block.view) or _HELD.search(block.view):
                strong += 1
            elif block.kind == "mover" and mood(block.words) == "to":
                told += 1
            elif mood(block.words) == "to" or _TITLE_THEN_ASK.match(block.words):
                recorded = records_behind(block.words)
                told += recorded
                waiting = not listed and not recorded
                asked += waiting
            elif waits and tells_done(block.view):
                asked, told = asked - 1, told + 1
            elif (told and not listed and mood(block.words) == "that") or tells(block.view):
                told += 1
    return strong > 0 or told > asked or (asked == 0 and recommended < 2 and (told > 0 or not titled))
