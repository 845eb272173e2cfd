"""People as minutes name them: ``Councillor M. O’Brien``, ``Collins (M)``, ``P. Van Meer``, ``the Vice-Chair``.

Productions (a line end ends a name, since names are printed one to a line more often than they are broken)::

    people  = person { ("," | "and" | "&" | ";" | ", and") person }
    person  = [role ("," | "(")] {title} name | role
    name    = {initial | particle} capital-word … ["(" initials ")"] | two or three capitals
    role    = ["the"] ("Chair" | "Leader" | "Mayor" | …)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import (
    GAP,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    choice,
    word_list,
)

TITLES: tuple[str, ...] = (
    *word_list(
        "Councillors Councillor Cllrs Cllr Crs Cr Clr Cmhlr Comhairleoir Cyng Cynghorydd Cynghorwyr Alderman Aldermen "
        "Alderwoman Ald Mr Mrs Ms Miss Mx Messrs Dr Prof Professor Sir Dame Lord Lady Rev Revd Reverend Canon Fr Baroness "
        "Baron Bailie Bailies Provost Mayor Senator Hon Councilmember Councilmembers Commissioner Commissioners Director Reeve "
        "Trustee Alderperson CC Selectman Selectmen Selectwoman Selectperson Councilman Councilmen Councilwoman Councilor Councilors "
        "Supervisor Warden Chair Chairman Chairwoman Vice-Chair Vice-Chairman Vice-Chairperson Vice-President"
    ),
    "Deputy Warden",
    "Deputy Reeve",
    "Deputy Supervisor",
    "Vice Chair",
    "Vice Chairman",
    "Vice President",
    "Council President",
    "Board President",
    "Pro Tem",
    "Pro-Tem",
    "Pro Tempore",
    "Lord Mayor",
    "Lady Mayor",
    "Deputy Mayor",
    "Deputy Lord Mayor",
    "Vice Mayor",
    "Depute Provost",
    "Lord Provost",
    "Council Member",
    "Committee Member",
    "Board Member",
    "Member",
    "Chairperson",
    "Deputy Chairperson",
    "Deputy Chair",
)
"""Titles before a name; not part of it."""

ROLES: tuple[str, ...] = (
    *word_list(
        "Chair Chairman Chairperson Chairwoman Vice-Chair Vice-Chairman Vice-Chairperson Leader Mayor Provost Convener "
        "President Cathaoirleach Leas-Chathaoirleach Cadeirydd"
    ),
    "Vice Chair",
    "Vice Chairman",
    "Deputy Leader",
    "Deputy Lord Mayor",
    "Civic Mayor",
    "Town Mayor",
    "Lord Mayor",
    "Deputy Mayor",
    "Deputy Chair",
    "Lord Provost",
    "Portfolio Holder",
)
"""Offices that stand for a person where no name is printed."""

_PLURAL = frozenset(
    word_list(
        "councillors councilors councilmembers councilmen commissioners cllrs crs cynghorwyr aldermen bailies selectmen trustees "
        "supervisors messrs"
    )
)

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
"""Latin capitals, for a character class; names in minutes of these islands need no others."""

_BLANK = r"[^\S\n]{1,8}+"
_PARTICLES = "van|Van|de|De|der|Der|von|du|Du|la|La|le|Le|den|Ní|Nic|Ó|Mac|Mc|Uí|Ui|Mhic|St|ap|ab|ferch|bin|al|El"
_NO_NAME = (
    "seconded|seconds|moved|moves|proposed|proposes|and|resolved|it|was|the|that|on|to|be|by|carried|motion|amendment|agreed|unanimously|vote|votes|"
    "voting|voted|for|against|absent|recused|in|favour|abstained|abstain|abstention|abstentions|then|second|also|councillors?|cllrs?|council|committee|"
    "cabinet|report|passed|lost|defeated|failed|rejected|adopted|approved|this|upon|following|resolution|recommendation|seconder|proposer|mover|sec|prop|eilio|eiliwyd|eiliodd|eilydd|cynnig|cynigydd|action|members?|officers?|item|minutes|"
    "chair|chairman|chairperson|leader|mayor|provost|convener|holder|mbe|obe|cbe|bem|yeas|nays|ayes|noes|no|none|nil|all|not|as|at|which|who|with|from|of|or|result|total|present|apologies|tbc|tba"
)
_WORD = rf"(?!(?i:{_NO_NAME}){NO_WORD_AFTER})(?:[Oo]['’‘]\s?)?[{CAPITAL}](?:[^\W\d_]|['’‘-](?=[^\W\d_])){{0,30}}+"
_INITIAL = rf"[{CAPITAL}](?:\.\s?[{CAPITAL}]){{0,3}}\."
_NAME_PART = rf"(?:{_INITIAL}|{_WORD})"
_BRACKET = rf"(?:[^\S\n]{{0,2}}\([{CAPITAL}][{CAPITAL}.]{{0,4}}\))"
_LED = rf"(?:(?:{_PARTICLES}){_BLANK}){{0,2}}{_NAME_PART}"
NAME = rf"{_LED}(?:(?:{_BLANK}|(?<=\.)){_LED}){{0,4}}{_BRACKET}?"
"""A name: up to five words with capitals, initials and particles, and a bracketed initial; case matters."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person in a text; offsets in code points."""

    start: int
    end: int
    """The name without its titles (``O’Brien``, ``J. Ash``), or the office where no name is printed (``the Chair``)."""
    printed_start: int
    """Where the titles before the name begin."""
    titled: bool
    """Whether a title or an office was printed."""
    office: bool = False
    """Whether there is no name, only the office."""


def _title_pattern(titles: Iterable[str]) -> str:
    return rf"(?:(?i:{choice(titles)}){NO_WORD_AFTER}\.?)"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The pieces of ``person``, each a pattern that is matched where the one before it ended."""

    role: re.Pattern[str]
    comma: re.Pattern[str]
    title: re.Pattern[str]
    """The titles before a name, and the white space after them."""
    name: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(titles: tuple[str, ...], roles: tuple[str, ...]) -> _Patterns:
    """The pieces for a vocabulary.

    They stand apart from pyparsing, since names are looked for at every capital of a list, and a name is three pieces in a row.
    """
    title = rf"(?:(?:the|The|An|Y|y){_BLANK})?{_title_pattern(titles)}(?:\s{{0,4}}{_title_pattern(titles)}){{0,3}}"
    honour = rf"(?:(?:the|The){GAP}(?:Right{GAP}|Rt\.?{GAP})?(?:Honourable|Hon\.?|Worshipful),?{GAP})?"
    role = rf"{honour}(?:(?:the|The|THE|An|y|Y){GAP})?(?:{_title_role(roles)})"
    return _Patterns(
        re.compile(role), re.compile(r"\s{0,2}\(|\s{0,2},?\s{1,10}+"), re.compile(rf"(?>{title})\s{{0,10}}+"), re.compile(NAME)
    )


def _title_role(roles: Iterable[str]) -> str:
    spelt = {form for role in roles for form in (role, role.upper())}
    return choice(spelt) + NO_WORD_AFTER


_AND = late(r"\s{0,4}(?:(?P<comma>[,;])\s{1,10}+(?:(?P<and1>and|&|a|ac)\s{1,10}+)?|\s(?P<and>and|AND|&|a|ac)\s{1,10}+)")


LONGEST = 160
"""Characters of the longest person, titles and office included."""
_WORD_END = late(r"[^\W\d_]{2}\.\Z")
_IN_NUMBER = late(r"[0-9][/-]\Z")
"""What stands before the letters of an application's number (``31/0042/FUL Proposed porch``)."""


def read_person(text: str, at: int, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES) -> FoundPerson | None:
    """The person named from offset ``at`` on, or None."""
    window = text[at : at + LONGEST]
    patterns = _patterns(titles, roles)
    if _IN_NUMBER.search(text, max(0, at - 2), at) and not patterns.title.match(window):
        return None
    role = patterns.role.match(window)
    if role is not None:
        comma = patterns.comma.match(window, role.end())
        named = _titled(patterns, window, comma.end()) if comma else None
        if named is not None:
            return FoundPerson(at + named.start(), at + _name_end(named), at, True)
    named = _titled(patterns, window, 0)
    if named is not None:
        return FoundPerson(at + named.start(), at + _name_end(named), at, True)
    if role is not None:
        return FoundPerson(at, at + role.end(), at, True, True)
    name = patterns.name.match(window)
    return FoundPerson(at, at + _name_end(name), at, False) if name else None


def _titled(patterns: _Patterns, window: str, at: int) -> re.Match[str] | None:
    """The name behind the titles that stand at `at`, or None."""
    title = patterns.title.match(window, at)
    return patterns.name.match(window, title.end()) if title else None


def _name_end(name: re.Match[str]) -> int:
    """Where the name ends: the full stop after its last word is the sentence's unless the word is one initial."""
    return name.end() - 1 if _WORD_END.search(name.group()) else name.end()


def read_people(
    text: str, at: int, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES, *, bare: bool = True, plural: bool = False
) -> list[FoundPerson]:
    """The list of people named from offset ``at`` on.

    After a plural title (``Councillors Ash, Birch and Cole``) or an untitled first name, names without titles go on; after one title
    only ``and`` or another title does, unless ``plural`` says that a list is expected. With ``bare`` false the first must have a title
    or be an office.
    """
    first = read_person(text, at, titles, roles)
    if first is None or not (first.titled or bare):
        return []
    people = [first]
    going_on = plural or not first.titled or _is_plural(text, first)
    while len(people) < 60:
        joint = _AND.match(text, people[-1].end)
        if joint is None:
            break
        person = read_person(text, joint.end(), titles, roles)
        if person is None or not (person.titled or going_on or (joint["and"] and people[-1].titled and not people[-1].office)):
            break
        people.append(person)
        going_on = plural or (_is_plural(text, person) if person.titled else going_on)
    return people


def _is_plural(text: str, person: FoundPerson) -> bool:
    """Whether the title before a person counts several (``Cllrs Ash, Birch and Cole``)."""
    title = text[person.printed_start : person.start].split()
    return bool(title) and title[-1].rstrip(".").casefold() in _PLURAL


_INITIALLED = late(rf"(?:[{CAPITAL}]\.|[{CAPITAL}]{{2,3}}(?![^\W_]))")
_ADVERBS = late(rf"{GAP}(?:(?:duly|then|next|thereafter|subsequently|formally|also|hereby|and|has|had|have){GAP}){{0,2}}\Z", re.IGNORECASE)
_OFFICE_BEHIND = late(r"(?:\s?\([^()\n]{2,40}\)|,\s(?:the\s)?[A-Z][^,.;:()\n]{3,70},)\Z")
"""What somebody is, between the name and the verb (``Councillor Ash, Leader of the Council, moved``)."""
_NAME_STARTS = late(rf"{NO_WORD_BEFORE}(?:the{GAP})?[{CAPITAL}]")


def is_initialled(text: str, person: FoundPerson) -> bool:
    """Whether the name opens with initials (``J. Ash``) or is initials (``AB``), which no ordinary word does."""
    return _INITIALLED.match(text, person.start, person.end) is not None


def read_people_before(text: str, at: int, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES) -> list[FoundPerson]:
    """The people whose list ends right before the verb at offset ``at`` (``Councillors Ash and Birch duly MOVED``).

    The first must have a title, an office or initials, since any capitalised word may stand before a verb. A hundred characters back
    and the ten nearest capitals are looked at.
    """
    low = max(0, at - 100)
    adverb = _ADVERBS.search(text[low:at])
    if adverb is None:
        return []
    end = low + adverb.start()
    if text[end - 1 : end] == ",":
        people = read_people_ending(text, end - 1, titles, roles, low)
        if len(people) == 1 and "," in text[people[0].printed_start : people[0].start]:
            return people
    office = _OFFICE_BEHIND.search(text[low:end])
    if office is not None:
        return read_people_ending(text, low + office.start(), titles, roles, low)
    return read_people_ending(text, end, titles, roles, low)


def read_people_ending(
    text: str, end: int, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES, low: int | None = None
) -> list[FoundPerson]:
    """The people whose list ends at offset ``end``, looked for from ``low`` on (a hundred characters back unless told)."""
    low = max(0, end - 100) if low is None else low
    window = text[low:end]
    starts = [match.start() for match in _NAME_STARTS.finditer(window)][-10:]
    for start in starts:
        people = read_people(window, start, titles, roles)
        if people and people[-1].end == len(window) and (people[0].titled or is_initialled(window, people[0])):
            return [FoundPerson(each.start + low, each.end + low, each.printed_start + low, each.titled, each.office) for each in people]
    return []


@lru_cache(maxsize=8)
def _gate(titles: tuple[str, ...], roles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"{NO_WORD_BEFORE}(?:{_title_pattern(titles)}\s{{0,10}}+(?=[{CAPITAL}]|o['’‘]|(?:{_PARTICLES})\s)|"
        rf"(?<!in )(?<!IN )(?:the|The|THE){GAP}{_title_role(roles)})"
    )


def find_persons(text: str, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES) -> list[FoundPerson]:
    """Every person of ``text`` that a title introduces, those listed after it, and every office with ``the`` before it, in order.

    Names without any title are read only where the words around them say that they are names; see ``read_people`` and ``find_movers``.
    """
    found: list[FoundPerson] = []
    gate = _gate(titles, roles)
    at = 0
    while (hit := gate.search(text, at)) is not None:
        people = read_people(text, hit.start(), titles, roles, bare=False)
        found += people
        at = people[-1].end if people else hit.start() + 1
    return found
