"""Adopting: a sentence that tells of recommendations being agreed, told as the body's own decision or as an answer (P12, P15, P18).

``Cabinet agreed the recommendations of the Panel.`` is both on Cabinet's page; on the Panel's it is the answer alone.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.own_body import Own

_ACTIVE = late(
    r"(?:agreed|approved|endorsed|adopted|supported)(?:\s(?:to|with))?\s(?:(?:all|each|both)\s(?:of\s)?)?(?:the\s|its\s|these\s|those\s|their\s)?"
    r"(?:[\w’'-]{1,30}\s){0,4}?recommendations?\b",
    re.IGNORECASE,
)
_VERB = late(r"\b(?:agreed|approved|endorsed|adopted|supported)\b", re.IGNORECASE)
_COUNT = r"(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|none|some|most)"
_OF_THEM = r"(?:(?:of\sthem|of\sthese|others?|recommendations?)\s)?"
_WENT = rf"{_OF_THEM}(?:was|were|(?:had|has|have)\sbeen)\s(?:not\s|\w{{3,12}}ly\s)?[a-z]{{3,12}}ed\b"
_TALLY = late(
    r"(?:of|out\sof|among)\s(?:the\s|its\s|their\s)?(?:[\w-]{1,12}\s){0,3}recommendations?\b"
    rf"|.{{0,200}}?\brecommendations?\b.{{0,200}}?\bof\swhich\s(?:[\w-]{{1,12}}\s)?{_WENT}"
    rf"|(?=.{{0,200}}\brecommendations?\b).{{0,200}}?\b{_COUNT}\s{_WENT}[^.;]{{0,40}}?\b{_COUNT}\s{_WENT}",
    re.IGNORECASE,
)
"""A sentence that counts what became of recommendations tells of no decision (P15)."""
_TOPS = frozenset(["cabinet", "executive", "mayor", "leader", "council"])
"""Whoever answers: on a page of another body they decide nothing (P43)."""
_THERE = frozenset(["councillor", "member"])
"""Who decides alone may do so at another body's meeting (``the Executive Councillor``)."""
_WORD = late(r"[^\W\d_]{2,30}")


def counts_answers(sentence: str) -> bool:
    """Whether a sentence only counts answers (``Of the 7 recommendations made to Cabinet, 5 were agreed``)."""
    return "ecommendation" in sentence and _TALLY.match(sentence) is not None


def adopted_elsewhere(sentence: str, start: int, end: int, own: Own) -> bool:
    """Whether another body than the page's own agrees recommendations in the words from ``start`` to ``end``, which tell of a decision."""
    verb = _VERB.search(sentence, start, end)
    if verb is None or not own.words or _ACTIVE.match(sentence, verb.start()) is None:
        return False
    subject = sentence[start : verb.start()]
    name = {word.casefold() for word in _WORD.findall(subject)}
    answers = bool(name & _TOPS) and not name & _THERE and not name & own.words & _TOPS
    return answers or own.may_be_other(subject)
