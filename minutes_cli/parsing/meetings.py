"""The sitting: body, date and venue, as far as the head of the page tells (P50, P51)."""

from __future__ import annotations

import re
import sys

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.dates import find_dates
from minutes_cli.model import Hint, Meeting
from minutes_cli.parsing.items import Draft
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.paragraphs import Paragraph

HEAD = 14
"""Paragraphs from the top in which a page may name its meeting."""

_BODY_FIRST = late(
    r"(?:minutes|agenda|notice|proceedings|meeting)\b[^.]{0,40}?\b(?:meeting|proceedings|minutes)?\s?(?:of|at)\s(?:a\s|an\s|the\s)?(?:(?:ordinary|special|annual|monthly|extraordinary|general|virtual|remote|quarterly)\s){0,2}(?:meeting\sof\s)?(?:the\s)?(?P<body>[A-Z][^.,;:]{3,90}?)(?=,|\s+held\b|\s+on\b|\s+at\b|\s+in\b|\s*[-–—]|$)",
    re.IGNORECASE,
)
_NAMED = late(
    r"(?P<body>[A-Z][\w'’&,-]{0,30}+(?:\s(?:[A-Z&][\w'’&,-]{0,30}+|of|and|the|for|on|in)){0,9}?\s?(?:Council|Cabinet|Committee|Commission|Board|Panel|Executive|Sub-Committee|Sub-Group|Forum|Authority|Assembly|Trust|COUNCIL|CABINET|COMMITTEE|COMMISSION|BOARD|PANEL))\b"
)
_WHEN = frozenset({"date-of-decision", "decided-at-meeting", "meeting", "meeting-date", "made-at-meeting"})
_WHO = frozenset({"decision-maker", "meeting"})
_PUBLISHED = late(r"(?:publication|published|effective|due|decision\s(?:published|due)|last\supdated)\b", re.IGNORECASE)
_EARLIER = late(r"\b(?:approve\w*|confirm\w*|agree\w*|receive\w*|sign\w*|adopt\w*|resolved|consider\w*|previous)\b", re.IGNORECASE)
_VENUE = late(
    r"\bheld\s+(?:in|at)\s+(?:the\s)?(?P<venue>(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s[0-9])[A-Z][^.;:]{3,80}?)"
    r"(?=,?\s+(?:on|at)\b|[.;]|$)"
)
_SITTING = late(r"\b(?:minutes|meeting|agenda|held|sitting|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE)


_ELSEWHERE = late(r"(?:at|in)\sits\s|further\sto\b|extracts?\sfrom\b|following\b", re.IGNORECASE)
"""How sentences about other sittings begin."""
_DASH = late(r"\s[-–—]\s")
_RECORD = frozenset(["lead-in", "block-head", "labelled", "mover", "outcome", "reasons"])


def _record_begins(drafts: list[Draft]) -> int:
    """The offset at which the record begins: what stands behind it tells of other sittings as well as of this one.

    A page of one agenda item says nothing of its sitting.
    """
    for draft in drafts:
        for block in draft.blocks:
            if block.kind == "page-head" and block.view.lower().startswith("agenda item"):
                return 0
            if block.kind in _RECORD or (block.kind == "item-head" and draft.number):
                return block.paragraph.start
    return sys.maxsize


def _headed(words: str) -> str | None:
    """The body in a page's head of names and dates with dashes between; the innermost of several."""
    body = None
    for piece in _DASH.split(words):
        named = _NAMED.fullmatch(piece.strip(" .:"))
        if named is not None:
            body = squeeze(named["body"])
        elif not find_dates(piece):
            return None
    return body


def meeting_of(paragraphs: list[Paragraph], hints: list[Hint], drafts: list[Draft]) -> Meeting:
    """What the page says of its meeting. A body or date that no line at the head of the page names stays unknown."""
    meeting = Meeting()
    for hint in hints:
        if hint.role == "meeting-date" and hint.value:
            meeting.date = hint.value
        elif hint.role == "meeting-body" and hint.value:
            meeting.body = hint.value
    dated = [draft for draft in drafts if draft.date]
    if dated and len({draft.date for draft in dated}) == 1:
        meeting.date = meeting.date or dated[0].date
        meeting.body = meeting.body or dated[0].body
    for draft in drafts:
        for block in draft.blocks:
            if block.kind == "metadata" and meeting.date is None and block.facts.get("key") in _WHEN:
                meeting.date = next((found.iso for found in find_dates(block.words) if found.iso), None)
            if block.kind == "metadata" and meeting.body is None and block.facts.get("key") in _WHO:
                meeting.body = _headed(squeeze(block.words[:200]))
    titles = {draft.title_span[0] for draft in drafts if draft.title_span}
    record = _record_begins(drafts)
    for paragraph in paragraphs[:HEAD]:
        if paragraph.start >= record or (meeting.date and meeting.body):
            break
        words = squeeze(paragraph.view[:600])
        if len(paragraph.view) > 600 or (not _SITTING.search(words) and meeting.body is None and len(words) > 120):
            continue
        if _EARLIER.search(words) or _ELSEWHERE.match(words):
            continue
        if meeting.date is None and not _PUBLISHED.match(words) and (_SITTING.search(words) or len(words) < 40):
            dates = [found.iso for found in find_dates(words) if found.iso]
            if dates:
                meeting.date = dates[0]
        if meeting.body is None and paragraph.start not in titles:
            found = _BODY_FIRST.search(words)
            named = _NAMED.search(words, found.start("body") if found else 0)
            if named and (found or squeeze(named["body"]) == words.strip(" .:")):
                meeting.body = squeeze(named["body"])
            elif named:
                meeting.body = _headed(words)
        if meeting.venue is None:
            venue = _VENUE.search(words)
            if venue:
                meeting.venue = squeeze(venue["venue"])
    return meeting
