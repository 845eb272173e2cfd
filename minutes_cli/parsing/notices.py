"""Notices above a list of decisions: when and by whom they were taken, how long they may be called in (P35, P50).

What stands over such a notice (``Decisions``, ``RECORD OF DECISION``) is the title of the page, and opens no decision.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.neighbours import following

_DECISIONS = r"(?:(?:key|executive|delegated|cabinet|officer)\s){0,2}decisions?"
_NOTICE = late(
    r"(?:All\s)?(?:members|councillors)\s(?:(?:of\s(?:the\s)?\w{2,20}\s)?(?:are|were)\s)(?:reminded|advised\sthat)\b"
    rf"|(?:(?:set\sout\s)?below\s(?:is|are)|this\sis|these\sare|the\sfollowing\s(?:is|are)|here\sare)\s(?:a\s|the\s)?(?:\w{{2,12}}\s){{0,3}}(?:of\s(?:the\s)?)?{_DECISIONS}\b"
    rf"|(?:the|these)\s(?:following\s)?{_DECISIONS}\s(?:listed\s|set\sout\s|shown\s)?(?:below\s)?(?:was|were|has\sbeen|have\sbeen|will|may|shall|can|cannot|come|comes)\s"
    r"(?:(?:all|be|been|not|also)\s){0,2}(?:taken|made|published|implemented|subject|called|come|into|effective)\b"
    rf"|(?:unless\scalled[\s-]in|any\s{_DECISIONS}|notice\sof\s(?:a\s)?call[\s-]in|the\s(?:deadline|period|closing\sdate|time\slimit)\sfor\s(?:the\s)?call)\b",
    re.IGNORECASE,
)
TOP = 12
"""Blocks from the top of a page in which its title stands."""


def untitle(blocks: list[Block]) -> None:
    """Makes titles of the page of bare heads of a decision near its top, where a notice follows that is no lead to a list."""
    for index, block in enumerate(blocks[:TOP]):
        if block.kind != "block-head" or block.facts.get("role") != "decision" or block.body < len(block.view) or ":" in block.view:
            continue
        after = following(blocks, index)
        if after >= len(blocks) or blocks[after].kind not in ("prose", "notes"):
            continue
        if _NOTICE.match(blocks[after].view) and not blocks[after].view.rstrip().endswith((":", "-", "–")):
            block.kind, block.match, block.facts = "page-head", None, {"page": "list", "title": "none"}
