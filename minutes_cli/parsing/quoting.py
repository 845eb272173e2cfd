"""Quoting: what others wrote, resolved or said, printed as a list or a paragraph behind words that announce it (P42, P43, T6, T12)."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Match
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft, Told
from minutes_cli.parsing.neighbours import adjoin
from minutes_cli.parsing.sentences import last_sentence
from minutes_cli.parsing.verdicts import APPLICATION, is_notified

_WRITTEN = late(
    r"\b(?:wrote|writes|letters?|e-?mails?|correspondence|extracts?)\b"
    r"|\b(?:following|received|circulated)\s(?:resolutions?|motions?|minutes?|decisions?)\s(?:of|from|received|by)\b"
    r"|\b(?:minutes|minute|resolutions?|decisions?)\b[^.:]{0,60}\s(?:(?:was|were|is|are)\s(?:as\sfollows|set\sout)|(?<!were\s)(?<!was\s)(?<!been\s)(?<!had\s)reads?)\b"
    r"|\bhad\s(?:been\s)?(?:resolved|agreed|decided|determined)\b",
    re.IGNORECASE,
)
_BEFORE = gated(
    "last previous extract extracts",
    r"\W{0,4}(?:[Nn]otes?\sof\s|[Ll]ist\sof\s)?(?:(?:[Rr]esolutions?|[Dd]ecisions?|[Aa]ctions?|[Rr]ecommendations?)(?:\sand\s\w{3,15})?\s(?:made\s|taken\s|agreed\s|passed\s)?(?:from|of|at)\s(?:the|our|its)\s(?:last|previous)\s(?:\w+\s)?meeting"
    r"|(?:[Mm]inutes?\s)?[Ee]xtracts?(?:\sfrom\s(?:the\s)?minutes)?\b)[^.:]{0,80}[:.–-]?\s{0,4}$",
    re.IGNORECASE,
)
"""A line that heads what an earlier meeting resolved."""
_DECIDES = late(r"(?<!had\s)(?<!been\s)\b(?:resolved|agreed|proposed|moved|passed|carried|adopted|approved|decided)\b", re.IGNORECASE)
_ABOUT = late(r"\b(?:having|considered|discuss\w*|debated|therefore|accordingly|in\s(?:the\s)?light)\b", re.IGNORECASE)
"""What a body does about a letter is its own."""
_ANNOUNCES = late(r"(?::\s?[-–—]?|\bas\sfollows|\bbelow|\b(?:said|says|stated|states|reads?))[\s“\"‘]{0,4}$")
_DEBATED = late(
    r"\b(?:points?|raised|comment\w*|questions?|asked|said|stated|mentioned|concerns?|observ\w*|heard|explained|reported|advised|informed|highlighted|updates?|responded|replied)\b",
    re.IGNORECASE,
)
_PASSIVE = late(r"(?:\w+\s){0,8}?(?:was|were)\b", re.IGNORECASE)
_IT_WAS = late(r"(?:and\s|so\s|then\s)?it\swas\b", re.IGNORECASE)


def quotes_others(words: str) -> bool:
    """Whether words announce what somebody else wrote or resolved (``The County Council wrote as follows:``)."""
    if _BEFORE.match(words) is not None:
        return True
    return (
        _ANNOUNCES.search(words) is not None and _WRITTEN.search(words) is not None and not (_DECIDES.search(words) or _ABOUT.search(words))
    )


def told_elsewhere(blocks: list[Block], group: GroupDraft, narrative: list[Told]) -> bool:
    """Whether the words right above a group, or before it in its paragraph, announce it as other people's."""
    if group.origin == "inline" and group.lead_in is not None:
        front = group.opener.view[: group.lead_in[0] - group.opener.paragraph.start]
        last = last_sentence(front, 0, len(front))
        if last is not None and quotes_others(front[slice(*last)]):
            return True
    if group.introduced is not None and quotes_others(group.introduced):
        return True
    above = group.first
    for at in range(bisect_right(narrative, above, key=itemgetter(0)) - 1, -1, -1):
        index, block, begin, end = narrative[at]
        words = block.view[begin:end]
        if not any(mark.isalpha() for mark in words) or (index == above and not _BEFORE.match(words)):
            continue
        return (index == above or adjoin(blocks, index, above)) and quotes_others(words)
    return False


@dataclass(slots=True)
class Under:
    """What stands above a list in the narrative, while its items are read one after another."""

    quoted: bool = False
    debated: bool = False
    notified: bool = False
    """Whether the planning authority's decisions are listed, application by application."""
    last: int | None = None
    """Where the stretch before stands; None before the first."""

    def reads(self, blocks: list[Block], entry: Told) -> None:
        """Takes the next stretch of narrative."""
        index, block, begin, end = entry
        if block.kind == "labelled" and (self.last is None or index == self.last or adjoin(blocks, self.last, index)):
            self.last = index
            return
        words = block.view[begin:end]
        self.notified = is_notified(words) or (self.notified and APPLICATION.match(words) is not None)
        announces = _ANNOUNCES.search(words[-24:]) is not None
        self.quoted = announces and quotes_others(words[-300:])
        self.debated = announces and _DEBATED.search(words[-200:]) is not None and _DECIDES.search(words[-200:]) is None
        self.last = index

    def hides(self, block: Block, sentence: str, match: Match) -> bool:
        """Whether a decision that a labelled item tells is only reported there: quoted, or one of the points that were made."""
        if block.kind != "labelled" or not (self.quoted or self.debated):
            return False
        words = sentence[match.start : match.end]
        return self.quoted or (_PASSIVE.match(words) is not None and _IT_WAS.match(words) is None)
