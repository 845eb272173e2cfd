"""A vote between a motion and its amendment (P19, P20): which of the two was carried, and the votes for each.

Productions::

    division  = side … side [abstained] [winner] | result "accordingly"
    side      = count ["Members"] ["voted"] "for" "the" rival | rival "received" count
              | ["for" "the"] rival ("(" count ")" | mark count) [mark people] | "for" "the" rival mark people "(" count ")"
    winner    = "the" rival ["was" ["accordingly" | "declared" | …]] "carried" | rival "became the" ("decision" | "finding")
    result    = "the" rival "was carried" ["by" count ["votes"] "to" count] … ("resolved accordingly" | "became the decision")
    rival     = "motion" | "amendment"
"""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.numbers import WORD_PATTERN, number_value
from minutes_cli.grammar.parts.persons import ROLES, TITLES, read_people
from minutes_cli.grammar.parts.vote_record import Spans

RIVALS = ("motion", "amendment")
"""What stands against one another."""
LONGEST = 4000
"""Code points of a division with all its names."""
_COUNT = rf"(?:[0-9]{{1,3}}(?![0-9])|{WORD_PATTERN})"
_RIVAL = r"(?:substantive\s|original\s|main\s|direct\s)?(?P<{}>motion|amendment)(?![^\W_])"
_BY_WHOM = r"(?:\s(?:by|of|from|proposed\sby|moved\sby)\s[^.;:()\n\d]{2,80}?)?"
_SIDES = tuple(
    gated("motion amendment", pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![^\W_])(?P<count>{_COUNT})\s(?:(?:members?|councillors?|votes?|present|persons?)\s){{0,2}}(?:(?:were|was|being|had|having|who)\s)?(?:(?:cast|voted|voting|given)\s)?"
        rf"(?:for|in\sfavou?r\sof|in\ssupport\sof)\s(?:the\s)?{_RIVAL.format('rival')}",
        rf"(?<![^\W_])(?:for\s)?(?:the\s)?{_RIVAL.format('rival')}{_BY_WHOM},?\s(?:had\s)?(?:received|got|obtained|secured|gained|attracted)\s(?P<count>{_COUNT})(?![^\W_])",
        rf"(?:(?<=\n)|\A|(?<=[;:,–-]\s)|(?<=\sand\s)|(?<=\svoted\s)|(?<=\.\s))\s{{0,4}}(?:(?:votes?|voted|voting|those|members?|councillors?)\s){{0,2}}(?:(?:for|in\sfavou?r\sof)\s)?(?:the\s)?{_RIVAL.format('rival')}{_BY_WHOM}"
        rf"\s{{0,3}}(?:\(\s?(?P<count>{_COUNT})(?:\s(?:votes?|members?))?\s?\)|(?:[:=–—|\t,-]\s{{0,3}}|(?=[0-9]{{1,3}}\svotes?(?![^\W_])))(?P<marked>{_COUNT})(?=\s{{0,3}}(?:votes?(?![^\W_])|members?(?![^\W_])|and(?![^\W_])|[.,;\n|]|\Z)))(?P<names>\s{{0,2}}[:–—-]{{1,2}}\s{{0,3}})?",
    )
)
_NAMED = gated(
    "motion amendment",
    rf"(?<![^\W_])for\sthe\s{_RIVAL.format('rival')}\s{{0,2}}[:–—-]{{1,2}}\s{{0,2}}(?P<names>[^()0-9]{{3,1600}}?)\s?\((?P<count>[0-9]{{1,3}})\)",
    re.IGNORECASE,
)
_ABSTAINED = late(
    rf"(?<![^\W_])(?:(?P<count>{_COUNT})[ \t\xa0](?:(?:members?|councillors?)\s)?(?:abstained|abstaining|abstentions?|declined\sto\svote)"
    rf"|(?:abstained|abstentions?|declined\sto\svote|no\svote)\s{{0,2}}(?:[:–-]\s?)?\(?(?P<behind>[0-9]{{1,3}})(?![0-9]))",
    re.IGNORECASE,
)
_MANNER = r"(?:(?:was|is|being|were|be|thereby|thus|accordingly|therefore|thereupon|thereafter|declared|duly|then|hereby)\s){0,5}"
_WINNER = gated(
    "motion amendment",
    rf"(?<![^\W_]){_RIVAL.format('won')}{_BY_WHOM},?\s(?:having\sreceived\s[^.;]{{3,60}}\s)?{_MANNER}(?:carried(?!\s(?:out|forward|over))|(?:became|becoming|become)\sthe\s(?:decision|finding|resolution))",
    re.IGNORECASE,
)
_RESULT = gated(
    "motion amendment",
    rf"(?<![^\W_]){_RIVAL.format('won')}{_BY_WHOM}\s{_MANNER}(?:carried|successful)(?:\sby\s(?P<for>{_COUNT})(?:\svotes?)?\s(?:to|votes?\sto|against)\s(?P<against>{_COUNT})(?![^\W_])(?:\svotes?)?)?"
    r"(?=[^.]{0,120}?\b(?:resolved\saccordingly|became\sthe\s(?:decision|finding|resolution)\sof))",
    re.IGNORECASE,
)
SIDE_LINE = late(
    r"\W{0,3}(?:(?:votes?|voted|voting|members?|councillors?)\s){0,2}(?:for|in\sfavou?r\sof|against)?\s?(?:the\s)?(?:motion|amendment)(?![^\W_])[^.:]{0,80}?[(:–—-]"
    r"|\W{0,3}(?:abstain\w*|abstentions?|declined\sto\svote|no\svote|did\snot\svote|absent\sfrom\sthe\s(?:vote|division))\b",
    re.IGNORECASE,
)
"""A line that counts or names those of one side of a division, or those who took none."""


@dataclass(frozen=True, slots=True)
class FoundDivision:
    """A vote between a motion and an amendment; every offset counts code points of the searched text."""

    start: int
    end: int
    winner: str | None
    """motion or amendment; None where the counts are equal and no word says it."""
    counts: dict[str, int]
    """The votes for each, where they are counted."""
    abstain: int | None = None
    names: dict[str, Spans] = field(default_factory=dict)
    """Who voted for each, where they are named and as many as are counted."""


def find_division(text: str, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES) -> FoundDivision | None:
    """The first vote of ``text`` between a motion and its amendment, or None.

    In: a sentence or the lines of a division by name. Both rivals must be counted, unless the words say that the body resolved what was
    carried: an amendment that was only carried goes on to be voted on as the motion, and its motion is not lost.
    """
    text = text[:LONGEST]
    sides: dict[str, tuple[int, int, int]] = {}
    names: dict[str, Spans] = {}
    for number, pattern in enumerate((*_SIDES, _NAMED)):
        for hit in pattern.finditer(text):
            rival = hit["rival"].casefold()
            marked = hit.groupdict().get("marked")
            value = number_value(hit["count"] or marked or "")
            if value is None or rival in sides:
                continue
            sides[rival] = (hit.start(), hit.end(), value)
            at = hit.start("names") if number == len(_SIDES) else hit.end()
            if number >= len(_SIDES) - 1 and hit["names"]:
                people = read_people(text, at, titles, roles, plural=True)
                if len(people) == value:
                    names[rival] = tuple((person.start, person.end) for person in people)
    won = _WINNER.search(text)
    if len(sides) < len(RIVALS):
        return _resolved(text)
    counts = {rival: value for rival, (_, _, value) in sides.items()}
    start = min(low for low, _, _ in sides.values())
    end = max(high for _, high, _ in sides.values())
    abstained = _ABSTAINED.search(text, start)
    winner = won["won"].casefold() if won is not None else None
    if winner is None and counts["motion"] != counts["amendment"]:
        winner = max(RIVALS, key=counts.__getitem__)
    return FoundDivision(
        start,
        max(end, won.end() if won is not None else 0),
        winner,
        counts,
        number_value(abstained["count"] or abstained["behind"]) if abstained is not None else None,
        names,
    )


def _resolved(text: str) -> FoundDivision | None:
    """A result that the body made its decision (``the Amendment was carried by 9 votes to 7 and the Council resolved accordingly``)."""
    found = _RESULT.search(text)
    if found is None:
        return None
    winner = found["won"].casefold()
    other = RIVALS[1 - RIVALS.index(winner)]
    for_, against = (number_value(found[side]) if found[side] else None for side in ("for", "against"))
    counts = {rival: value for rival, value in ((winner, for_), (other, against)) if value is not None}
    return FoundDivision(found.start(), found.end(), winner, counts)
