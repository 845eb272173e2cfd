"""Whose minutes a page is: which names in its sentences are its own body's, and which are other people's (P43, T12).

``The County Council approved the scheme`` is news on a parish council's page and a decision on the county's own. What a page calls
itself stands in its head; a page without one is given the benefit of the doubt, and so is a name without anything that tells it apart
(``the Council``, ``the Committee``).
"""

from __future__ import annotations

import re
from collections import Counter

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.dates import find_dates
from minutes_cli.parsing.blocks import Block

HEAD = 14
"""Blocks from the top in which a page names itself."""
_DID = gated("", r"\b(?:resolved|agreed|decided|approved|recommended|determined)\b", re.IGNORECASE)
LONGEST_LINE = 160
"""Code points of the longest line that names the page's body."""

_TIERS = frozenset(
    [
        "county",
        "district",
        "borough",
        "city",
        "unitary",
        "metropolitan",
        "parish",
        "town",
        "community",
        "village",
        "regional",
        "shire",
        "national",
        "combined",
    ]
)
"""Words that tell one council from another over the same land."""
_LOCAL = frozenset(["parish", "town", "community", "village"])
"""Names that one council of the lowest tier may go by at once."""
_COUNCILS = frozenset(["council", "cabinet", "executive", "committee", "sub-committee"])
_APART = frozenset(
    [
        "group",
        "sub-group",
        "subgroup",
        "party",
        "commission",
        "board",
        "panel",
        "forum",
        "assembly",
        "authority",
        "partnership",
        "trust",
        "trustees",
        "governors",
        "taskforce",
        "association",
        "society",
    ]
)
"""Bodies that are none of a council's own voices, unless the page is theirs."""
_KINDS = _COUNCILS | _APART | {"subcommittee", "meeting"}
"""Words for what a body is."""
_ELSEWHERE = frozenset(
    [
        "inspectorate",
        "inspector",
        "government",
        "governments",
        "parliament",
        "tribunal",
        "court",
        "ministry",
        "ministers",
        "department",
        "agency",
        "diocese",
        "state",
        "university",
        "association",
        "society",
        "governors",
        "commissioner",
        "commissioners",
        "highways",
        "police",
        "church",
        "school",
        "schools",
        "company",
        "ombudsman",
        "minister",
    ]
)
"""Whoever bears such a word decides nothing on a council's page, except on a page that is headed so."""
_NEUTRAL = frozenset(
    ["the", "of", "and", "for", "full", "this", "our", "a", "an", "in", "at", "on", "by", "to", "members", "meeting", "&", "joint"]
)
_WORD = late(r"[^\W\d_](?:[\w’'&.-]{0,30}[^\W_])?")
_SUBJECT = late(
    r"(?:[“\"]?(?:[Tt]he|[Oo]ur|[Aa]n?)\s)?(?P<name>[A-Z][\w’'&-]{1,24}(?:\s(?:[A-Z][\w’'&-]{0,24}|of|for|and|the|&)){0,7})"
    r"(?:\s(?:has|have|then|also|unanimously|since|subsequently|now|later|formally|duly|kindly)){0,2},?\s$"
)
_INITIALS = late(r"(?:The\s)?(?P<name>[A-Z]{2,5})\s")
_SELF = gated(
    "",
    r"\b(?:council|cabinet|executive|committee|commission|board|panel|forum|authority|assembly|trust|association|group|party|society|partnership|trustees|governors|inspectorate|tribunal|court)s?\b",
    re.IGNORECASE,
)
_PLACE = late(r"\b(?:venue|present|apolog\w+|attend\w*|suite|chambers?|rooms?|clerk|chair\w*|members?)\b", re.IGNORECASE)
"""Lines that say where the body sat, or who came, name other things too."""
_SITS = late(
    r"(?:\(?[0-9a-z.]{1,6}\)?\s{1,4})?At\s(?:the|an?)\s(?:\w{1,20}\s){0,3}?meeting\sof\s(?:the\s)?(?P<name>[A-Z][^.,;:]{2,60}?)\s(?:held\s)?(?:on|in|at)\s"
)
_SAT = gated(
    "meeting",
    r"At\s(?:its|their)\smeeting\s(?:held\s)?on\s[^.;]{3,40}?,\s(?:the\s)?(?P<name>[A-Z][\w’'&-]{1,24}(?:\s(?:[A-Z][\w’'&-]{0,24}|of|for|and|the|&)){0,7})"
    r"\s(?:had\s)?(?:considered|received|discussed|reviewed|agreed|resolved|noted)\b",
)
"""Words that begin the story of another body's sitting, told over several paragraphs."""
_ON_DATE = late(r"On\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:the\s)?[0-9]{1,2}[^.;]{3,24}?[0-9]{4},?\s", re.ASCII)


@dataclass(slots=True)
class Own:
    """What a page calls its own body."""

    words: frozenset[str] = frozenset()
    """Every word of its names, in small letters; empty where the head names none."""
    initials: frozenset[str] = frozenset()
    """What its names are abbreviated to (``WPC``)."""
    date: str | None = None
    """ISO date of the sitting, where the page tells it."""
    told: frozenset[str] = frozenset()
    """Names, in small letters, of the bodies of which the page tells that they sat on another day."""

    def is_foreign(self, name: str) -> bool:
        """Whether a name that a sentence gives as subject is another body's."""
        words = [word.removesuffix("’s").removesuffix("'s") for word in map(str.casefold, _WORD.findall(name))]
        words = [word for word in words if word not in _NEUTRAL]
        strange = [word for word in words if word not in self.words]
        if not strange:
            return False
        if " ".join(words) in self.told:
            return True
        if any(word in _ELSEWHERE for word in strange):
            return True
        if not self.words or len(words) < 2:
            return False
        kinds = [word for word in words if word in _KINDS]
        if any(word in _APART for word in strange) and not any(word in _APART and word in self.words for word in kinds):
            return True
        placed = bool(self.words & _TIERS) or not self.words & _COUNCILS
        if any(word in _TIERS for word in strange):
            same = self.words & _LOCAL and all(word in _LOCAL for word in strange)
            return placed and not same
        if kinds != ["council"]:
            return False
        own = self.words - _TIERS - _KINDS - _NEUTRAL
        proper = {word for word in words if word not in _TIERS and word not in _KINDS}
        return placed and bool(own) and bool(proper) and not proper & own

    def is_named(self, name: str) -> bool:
        """Whether a name is surely the page's own body: every word of it stands in the page's head."""
        words = [word.casefold() for word in _WORD.findall(name)]
        own = [word for word in words if word not in _NEUTRAL]
        return bool(own) and all(word in self.words for word in own)

    def may_be_other(self, name: str) -> bool:
        """Whether a name may well be another body's: of a kind beside the council, or of a tier, that the page's head does not name."""
        words = {word.casefold() for word in _WORD.findall(name)}
        if not self.words & _KINDS:
            return False
        return bool((words & _TIERS) - self.words) or (bool(words & _APART) and not words & _APART & self.words)

    def is_consulted(self) -> bool:
        """Whether the body is a council of the lowest tier, which is only consulted on applications."""
        return bool(self.words & _LOCAL)

    def reports(self, by: str | None, front: str, words: str) -> bool:
        """Whether a lead-in tells what another body did: by the name in it, or by what stands before it in its sentence."""
        return self.sat_elsewhere(front) or (by is not None and self.is_foreign(by) and _DID.search(words) is not None)

    def sat_elsewhere(self, sentence: str) -> bool:
        """Whether a sentence begins with another body's sitting, or with another day (``On 3 March 2031 the Council agreed …``)."""
        sat = _SITS.match(sentence)
        if sat is not None:
            return self.is_foreign(sat["name"])
        day = _ON_DATE.match(sentence) if self.date else None
        return day is not None and any(found.iso not in (None, self.date) for found in find_dates(sentence[: day.end()]))

    def speaks(self, sentence: str, at: int) -> bool:
        """Whether the page's own body, abbreviated, is the subject of the verb at ``at`` (``WPC agreed to …``)."""
        found = _INITIALS.match(sentence)
        return found is not None and found["name"] in self.initials and at <= found.end()


def own_body(blocks: list[Block], body: str | None, date: str | None) -> Own:
    """The page's own body: as its facts name it, and as the lines above its record do."""
    names = [body] if body else []
    for block in blocks[:HEAD]:
        if block.kind in ("lead-in", "block-head", "labelled", "mover", "outcome", "item-head"):
            break
        if (
            len(block.view) <= LONGEST_LINE
            and not block.view.rstrip().endswith((".", ":"))
            and not _PLACE.search(block.view)
            and _SELF.search(block.view)
        ):
            names.append(block.view)
    words: set[str] = set()
    initials: set[str] = set()
    for name in names:
        found = _WORD.findall(name)
        words.update(word.casefold() for word in found)
        capital = [word for word in found if word[:1].isupper() and word.casefold() not in _NEUTRAL]
        ends = [at for at, word in enumerate(capital) if word.casefold() in _KINDS]
        for end in ends[:3]:
            for begin in range(max(0, end - 4), end):
                initials.add("".join(word[0] for word in capital[begin : end + 1]).upper())
    words.update(_speaker(blocks, Own(frozenset(words))))
    sat = (_SAT.search(block.view) for block in blocks if block.view.startswith("At "))
    told = {" ".join(word for word in map(str.casefold, _WORD.findall(one["name"])) if word not in _NEUTRAL) for one in sat if one}
    return Own(frozenset(words), frozenset(initials), date, frozenset(told))


_SPEAKER = late(
    r"(?:The\s)?(?P<name>[A-Z][\w’'&-]{1,24}(?:\s(?:[A-Z][\w’'&-]{0,24}|of|for|and|the|&)){0,6})\s"
    r"(?:then\s|also\s|unanimously\s)?(?:agreed|noted|approved|resolved|AGREED|NOTED|APPROVED|RESOLVED|considered)\b"
)
OFTEN = 2
"""Times that a body must act on a page on which no other does, to be the page's own though the head names its host."""


def _speaker(blocks: list[Block], own: Own) -> set[str]:
    """The words of the one body that acts on a page whose head names only its host (``The Integration Joint Board noted …``)."""
    if not own.words or own.words & _APART or not own.words & _COUNCILS:
        return set()
    names = Counter(found["name"] for block in blocks if (found := _SPEAKER.match(block.view)) is not None)
    if len(names) != 1:
        return set()
    [(name, times)] = names.items()
    kinds = {word.casefold() for word in _WORD.findall(name)}
    return kinds - _NEUTRAL if times >= OFTEN and kinds & _APART and own.is_foreign(name) else set()


def subject_before(sentence: str, at: int) -> str | None:
    """The name that is the subject of the verb at ``at``, where nothing else stands before it in its sentence."""
    found = _SUBJECT.match(sentence, 0, at)
    return found["name"] if found else None
