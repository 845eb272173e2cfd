"""Movers and seconders whom the narrative names apart from what was moved (P09, P11, P20)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.persons import find_persons, read_people
from minutes_cli.grammar.words_seen import lacks
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft, Movers, Told, places
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.motions import read_movers, states_movers
from minutes_cli.parsing.sentences import sentences

_WORDS = frozenset({"seconded", "seconding", "proposed", "proposing", "moved", "moving"})
_SECONDED = late(
    r"\bin\s(?:proposing|moving|seconding)\sthe\s(?:motion|amendment)\b"
    r"|\b(?:seconded|proposed|moved)\s(?:and\sspoke\s(?:to|on|in\sfavour\sof)\s)?the\s(?:motion|amendment|proposal)\b"
    r"|\bseconded\s(?:and\sspoke\s(?:to|on|in\sfavour\sof)\s)?(?:the|these|both)\s(?:procedural\smotion|recommendations?|report)\b"
    r"|\bthe\s(?:motion|amendment|proposal)\swas\s(?:then\s|duly\s|formally\s)?(?:proposed|seconded|moved)\b",
    re.IGNORECASE,
)
_NEXT = late(r"\s{0,4}(?:[0-9.]{1,6}\s{1,8})?(?:This|It|Which)\s(?:was|is)\s(?:then\s|duly\s|formally\s)?seconded\sby\b", re.IGNORECASE)
"""What says only of the matter just told who seconded it."""
MOVED_ABOVE = late(
    r"\b(?:moved|proposed|seconded)\s(?:an?|the\sfollowing)\s(?:[^\W_]{1,20}\s){0,2}(?:motion|amendment|resolution|recommendations?|proposals?)\b"
    r"(?P<agreed>[^.]{0,160}?\b(?:was|were)\s(?:(?:then|duly|unanimously|all)\s){0,2}(?:agreed|carried|approved|adopted|passed|accepted)\b)?"
    r"|\bthe\sfollowing\s(?:[^\W_]{1,20}\s){0,2}(?:motion|amendment|resolution|proposal)\s(?:[^.;:]{0,60}\s)?(?:was|were)\s(?:then\s|duly\s)?(?:moved|proposed)\b"
    r"|\b(?:moved|proposed)\s?(?:as\sfollows\s?)?[:–—-]{1,2}\s{0,4}$",
    re.IGNORECASE,
)
"""What announces a motion's own words: somebody moved it, and it may say at once that it was agreed."""
_NAME_SECONDS = late(
    r"\s{0,4}(?:The\s)?(?P<name>[A-Z][\w.’'-]{1,24}(?:\s[A-Z][\w.’'-]{0,24}){0,4})\s(?:then\s|duly\s|also\s|formally\s)?(?:seconded|seconds|supported)"
    r"(?:\s(?:it|this|that|(?:the|this)\s(?:motion|resolution|proposal|amendment)))?\s?[.,;]?\s{0,4}$"
)
"""A sentence that says nothing but who seconded what was told before it (``Trustee Elm seconded.``)."""
NEAR = 30
"""Code points from a sentence's beginning to what was moved, where that is the subject."""
SHORT = 120
"""Code points of the longest sentence that only says who seconded."""
_MOVED_BY_NAME = late(
    r"\b(?:moved|proposed|proposes|moves)\s(?:(?:the\s)?(?:adoption|acceptance|approval)\sof\s)?(?:(?:the|this|these|his|her|their|both|all)\s"
    r"(?:[^\W_]{1,20}['’]?\s){0,3}?(?P<matter>recommendations?|reports?|items?|proposals?|motions?|amendments?)|an?\s(?P<matter3>report))\b(?!\s?[:–-])"
    r"|\b(?P<matter2>recommendations?|reports?|proposals?)\s(?:[^.;:]{0,60}\s)?(?:was|were)\s(?:then\s|duly\s|formally\s)?(?:moved|proposed)\b",
    re.IGNORECASE,
)
_OWN_WORDS = late(
    r"\b(?:that|be|subject|with|without|instead|save|except|amended|amendments?\sto|following|deferred|to\s(?:read|be|refer|defer|approve|refuse))\b|[:“\"]",
    re.IGNORECASE,
)
"""What a sentence holds that says itself what was moved."""


def moves_by_name(view: str, begin: int, end: int) -> bool:
    """Whether a sentence only names what was moved (``Councillor Ash moved the recommendations``) and does not say it (P09)."""
    found = _MOVED_BY_NAME.search(view, begin, end)
    if found is None or (found["matter2"] and found.start() - begin > NEAR):
        return False
    return _OWN_WORDS.search(view, found.end(), end) is None


def only_seconds(view: str, begin: int, end: int) -> bool:
    """Whether a sentence says no more than who seconded the matter told before it."""
    if end - begin > SHORT:
        return False
    if _NEXT.match(view, begin, end) is not None or _NAME_SECONDS.match(view[begin:end]) is not None:
        return True
    return "econded" in view[begin:end] and _SECONDED.search(view, begin, end) is not None


def _mover(block: Block, begin: int, end: int) -> Movers:
    """Who moves in a sentence: the one named beside the verb, or its subject where the sentence names nobody else before the verb.

    ``Councillor Ash introduced the report and moved the recommendations``.
    """
    view = block.view
    named = read_movers(block, begin, end)
    found = _MOVED_BY_NAME.search(view, begin, end)
    if named.moved_by or found is None:
        return named
    people = read_people(view, skip(view, begin), bare=False)
    if len(people) != 1 or people[0].end > found.start() or find_persons(view[people[0].end : found.start()]):
        return named
    start, words = block.paragraph.start, (people[0].start, people[0].end)
    spans = [(start + words[0], start + words[1]), *named.spans]
    return Movers([squeeze(view[words[0] : words[1]])], named.seconded_by, spans, max(named.end, start + found.end()), start + words[0])


def hand_on(narrative: list[Told], groups: list[GroupDraft]) -> None:
    """Gives who moved the recommendations, the report or the motion by name to the resolution that this led to (P09).

    In: an item's narrative and all its groups. What was moved by name is the next group of the item, unless a motion without movers
    stands right before.
    """
    placed = sorted(((start, group) for group in groups if (start := _start(group)) is not None), key=lambda place: place[0])
    waiting = Movers()
    at = 0
    for _, block, begin, end in narrative:
        if lacks(block.view, _WORDS):
            continue
        for low, high in sentences(block.view, begin, end):
            while at < len(placed) and placed[at][0] < block.paragraph.start + low:
                waiting = _give(placed[at][1], waiting)
                at += 1
            if moves_by_name(block.view, low, high):
                waiting = _mover(block, low, high)
                if at and _is_motion(placed[at - 1][1]) and "motion" in block.view[low:high].casefold():
                    waiting = _give(placed[at - 1][1], waiting)
            elif waiting.moved_by and not waiting.seconded_by and _SECONDED.search(block.view, low, high):
                waiting.seconded_by = read_movers(block, low, high).seconded_by
    if at < len(placed):
        _give(placed[at][1], waiting)


def _start(group: GroupDraft) -> int | None:
    if group.lead_in is not None:
        return group.lead_in[0]
    return group.entries[0].pieces[0][0] if group.entries and group.entries[0].pieces else None


def _is_motion(group: GroupDraft) -> bool:
    return group.status in ("moved", "proposed", "lost") and group.side != "agenda" and not group.movers


def _give(group: GroupDraft, waiting: Movers) -> Movers:
    """Gives those who wait to a group that has no mover; who still waits."""
    if waiting.moved_by and not group.movers and group.side != "agenda" and group.status != "reported":
        group.movers = waiting
        if group.status == "proposed":
            group.status = "moved"
    return Movers()


def second(narrative: list[Told], kept: list[GroupDraft]) -> None:
    """A motion of which the record says that it was put forward or seconded was moved, and no longer only proposed (P11, P20).

    In: an item's narrative (the block's index, the block, begin and end in its view) and its groups, both in the order of the page.
    The seconder whom the sentence names is the motion's, unless it has one.
    """
    at = 0
    for index, block, begin, end in narrative:
        if lacks(block.view, _WORDS):
            continue
        for low, high in sentences(block.view, begin, end):
            stretch = places(block.paragraph, low, high)
            while at < len(kept) and stretch and _ends_before(kept[at], index, stretch[0][0]):
                at += 1
            if at:
                _say(kept[at - 1], index, block, low, high)


def _say(before: GroupDraft, index: int, block: Block, begin: int, end: int) -> None:
    """What a sentence says of the group before it."""
    if not before.movers and index - before.last <= 1 and before.side != "agenda" and states_movers(block.view[begin:end]):
        before.movers = read_movers(block, begin, end)
    said = _SECONDED.search(block.view, begin, end)
    named = _NAME_SECONDS.match(block.view[begin:end]) if index - before.last <= 1 else None
    if named is not None and before.movers.moved_by and not before.movers.seconded_by:
        before.movers.seconded_by = [
            squeeze(block.view[person.start : person.end]) for person in read_people(block.view, begin + named.start("name"))
        ]
    at_once = index - before.last <= 1 and _NEXT.match(block.view, begin, end) is not None
    if (said or at_once) and before.movers.moved_by and not before.movers.seconded_by:
        before.movers.seconded_by = read_movers(block, begin, end).seconded_by
    if said and before.status == "proposed" and before.side != "agenda":
        before.status = "moved"


def _ends_before(group: GroupDraft, index: int, begin: int) -> bool:
    """Whether a group stands wholly before offset ``begin`` of the block at ``index``."""
    if group.last != index:
        return group.last < index
    entry = group.entries[-1] if group.entries else None
    return entry is not None and bool(entry.pieces) and entry.pieces[-1][1] <= begin
