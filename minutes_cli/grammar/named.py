"""The named parts of the notation: mark, label, number, date, person, body.

Each is a `Reader`: text and offset to the offset behind the part, or -1. All look at one line's words only, in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from minutes_cli.grammar.elements import Reader
from minutes_cli.grammar.folding import DASHES, SPACES, fold, skip_space, word_end
from minutes_cli.grammar.late import late

_SPACE = f"[{SPACES}]"
_DASH = "[" + re.escape(DASHES) + "]"

MARK = late(rf"[:;,]{{1,2}}(?:{_SPACE}{{0,4}}{_DASH}{{1,3}}:?)?|{_DASH}{{1,3}}[:;]?|[/.]{_SPACE}{{0,4}}{_DASH}{{1,2}}")
"""mark = (":" | ";" | ",")+ [dash] | dash [":" | ";"] | ("/" | ".") dash"""

LABEL = late(
    r"\((?:[0-9]{1,3}|[ivxlIVXL]{1,6}|[a-zA-Z]{1,2})\)|(?:[0-9]{1,3}|[ivxlIVXL]{1,6}|[a-zA-Z])\)|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}\.?(?![0-9])"
    r"|(?:[ivxlIVXL]{1,6}|[a-zA-Z])\.(?![a-zA-Z])",
    re.ASCII,
)
"""label = "(" digits | roman | letters ")" | (digits | roman | letter) (")" | ".") | digits ("." digits)*"""

DIGITS = late(r"[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9])|[0-9]{1,9}(?![0-9])", re.ASCII)
DATE = late(
    r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}(?![0-9])|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])",
    re.ASCII,
)
_BRACKET = late(r"\([^()\n]{1,60}\)")
_DAY = late(r"[0-9]{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?(?![0-9])", re.ASCII)
_YEAR = late(r"[0-9]{4}(?![0-9])", re.ASCII)
_TOKEN = late(r"[Oo]['’]\s[^\W_]{1,60}|[^\W_]{1,60}(?:['’‐‑-][^\W_]{1,60}){0,4}|[&,.(]")

NUMBER_WORDS = frozenset(
    {
        "none",
        "nil",
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    }
)
MONTHS = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    }
)
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_JOINERS = frozenset(["of", "and", "for", "the", "on", "in", "to", "a", "&", "-", ",", "y", "yr", "a'r", "ar", "an", "na"])
LONGEST_NAME = 10
"""Words of the longest body's name that is looked at."""

Words = Callable[[str], frozenset[str]]


def reader_of(part: str, words: Words) -> Reader:
    """The reader of a named part; `words` gives the vocabulary of the grammar that uses it."""
    if part == "person":
        titles, offices = words("titles"), words("offices")
        return lambda text, at: _person(text, at, titles, offices)
    if part == "body":
        bodies = words("bodies")
        return lambda text, at: _body(text, at, bodies)
    if part == "date":
        months, days = words("months") or MONTHS, words("weekdays") or WEEKDAYS
        return lambda text, at: _date(text, at, months, days)
    if part == "number":
        numbers = words("numbers") or NUMBER_WORDS
        return lambda text, at: _number(text, at, numbers)
    return _mark if part == "mark" else _label


def _mark(text: str, at: int) -> int:
    """mark: what ends a lead-in (section 4 of the phenomena); a hyphen inside a word is none."""
    found = MARK.match(text, at)
    if found is None:
        return -1
    inside = text[at] in "-\u2010\u2011" and at and text[at - 1].isalnum() and text[found.end() : found.end() + 1].islower()
    return -1 if inside and not text[at - 1].isupper() else found.end()


def _label(text: str, at: int) -> int:
    found = LABEL.match(text, at)
    return found.end() if found else -1


def opens_with_label(text: str, at: int) -> bool:
    """True where a clause's label stands at `at` that cannot be a number or a word of the sentence."""
    found = LABEL.match(text, at)
    return found is not None and (found.group()[-1] in ").")


def _number(text: str, at: int, numbers: frozenset[str]) -> int:
    """number = digits with or without commas | a number word (``twelve``, ``twenty-one``)"""
    found = DIGITS.match(text, at)
    if found:
        return found.end()
    word = _TOKEN.match(text, at)
    return word.end() if word and fold(word.group()).split("-")[0] in numbers else -1


def _date(text: str, at: int, months: frozenset[str], days: frozenset[str]) -> int:
    """date = day "/" month "/" year | year-month-day | [weekday [","]] day ["of"] month [","] [year] | month day [","] [year]"""
    found = DATE.match(text, at)
    if found:
        return found.end()
    word = _TOKEN.match(text, at)
    if word and fold(word.group()) in days and word.group()[:1].isupper():
        at = skip_space(text, word.end())
        at = skip_space(text, at + 1) if text[at : at + 1] == "," else at
    day = _DAY.match(text, at)
    if day:
        at = skip_space(text, day.end())
        of = word_end(text, at, "of")
        month = _month(text, skip_space(text, of) if of > 0 else at, months)
        return -1 if month < 0 else _with_year(text, month)
    month = _month(text, at, months)
    if month < 0:
        return -1
    day = _DAY.match(text, skip_space(text, month))
    return _with_year(text, day.end()) if day else -1


def _month(text: str, at: int, months: frozenset[str]) -> int:
    word = _TOKEN.match(text, at)
    if word is None or fold(word.group()) not in months or not word.group()[:1].isupper():
        return -1
    return word.end() + (text[word.end() : word.end() + 1] == ".")


def _with_year(text: str, at: int) -> int:
    year = skip_space(text, at)
    year = skip_space(text, year + 1) if text[year : year + 1] == "," else year
    found = _YEAR.match(text, year)
    return found.end() if found else at


def _person(text: str, at: int, titles: frozenset[str], offices: frozenset[str]) -> int:
    """person = [the] office | [the] title+ name* | name name* ; name = capitalised word, initial, or (initial) in brackets"""
    first = at
    end = -1
    names = 0
    titled = False
    for _ in range(LONGEST_NAME):
        word = _TOKEN.match(text, at)
        if word is None:
            break
        token, folded = word.group(), fold(word.group())
        if folded in ARTICLES and at == first:
            at = skip_space(text, word.end())
            continue
        if (
            (at == first and not token[:1].isupper() and folded not in _OF_PERSONS)
            or folded in _AFTER_NAMES
            or (text[word.end() : word.end() + 1] == ":" and names)
        ):
            break
        if folded in titles or folded in offices:
            if names:
                break
            titled = titled or folded in offices or token[:1].isupper()
            end = word.end()
        elif token == "(":
            closed = _BRACKET.match(text, at)
            if closed is None or not (names or titled) or not text[at + 1].isupper():
                break
            end = closed.end()
            at = skip_space(text, end)
            continue
        elif token[:1].isupper() and (len(token) == 1 or not token.isupper() or _capital_name(text, first)):
            names += 1
            end = word.end()
        elif not (folded in {"de", "van", "von", "der", "da", "ni", "ó", "mac"} and names):
            break
        at = word.end() if end != word.end() else end
        if text[at : at + 1] == "." and (len(token) <= 5):
            at += 1
            end = at
        at = skip_space(text, at)
        if names >= 5:
            break
    return end if titled or names >= 2 or (names == 1 and end >= first + 2) else -1


def _capital_name(text: str, at: int) -> bool:
    """True where a line prints its names in capitals, so that a capital word may be a name and not the verb after it."""
    word = _TOKEN.match(text, at)
    return word is not None and len(word.group()) > 1 and word.group().isupper()


def _body(text: str, at: int, bodies: frozenset[str]) -> int:
    """body = ["the"] capitalised words and joiners, up to the last word that ends a body's name | ABBREVIATION

    After ``Member``, ``Holder`` or ``Director`` the field of work belongs to it: ``Cabinet Member for Harbours``. Who somebody is
    (``Councillor Ash, Leader of the Council,``) is no body.
    """
    end = -1
    article = False
    after = False
    for count in range(LONGEST_NAME):
        word = _TOKEN.match(text, at)
        if word is None or word.group() in ".(":
            break
        token, folded = word.group(), fold(word.group())
        if token in VERBS or (count == 0 and folded in _OF_PERSONS):
            break
        if count == 0 and folded in ARTICLES:
            article = True
        elif count == 0 and not token[:1].isupper():
            break
        elif folded in bodies and (token[:1].isupper() or article):
            end = word.end()
            after = False
        elif token.isupper() and token.isalnum() and 2 <= len(token) <= 8 and count <= 1 and end < 0 and folded not in _NO_NAMES:
            end = word.end() if not _more_capitals(text, word.end(), bodies) else -1
        elif folded in {"for", "of", "on"} and end > 0:
            after = True
        elif after and token[:1].isupper():
            end = word.end()
        elif not (token[:1].isupper() or folded in _JOINERS):
            break
        at = skip_space(text, word.end())
    return end


def _more_capitals(text: str, at: int, bodies: frozenset[str]) -> bool:
    """True where a capital word is only the beginning of a name in capitals, or of a shouted sentence."""
    word = _TOKEN.match(text, skip_space(text, at))
    return (
        word is not None
        and word.group().isupper()
        and len(word.group()) > 2
        and fold(word.group()) not in bodies
        and word.group() not in VERBS
    )


ARTICLES = frozenset({"the", "this", "y", "yr", "an"})
"""What may stand before a body's or a person's name: English, Welsh, Irish."""

VERBS = frozenset(
    [
        "RESOLVED",
        "AGREED",
        "RECOMMENDED",
        "APPROVED",
        "NOTED",
        "MOVED",
        "SECONDED",
        "RECOMMENDS",
        "RESOLVES",
        "AGREES",
        "DECIDED",
        "DETERMINED",
        "ORDERED",
        "CARRIED",
    ]
)
"""Words that clerks print in capitals right after the name of a body or person."""

_AFTER_NAMES = frozenset(["seconded", "moved", "proposed", "sec", "seconder", "proposer", "resolved", "agreed", "carried", "and", "that"])
"""Words that are never part of a person's name, however they are printed."""

_NO_NAMES = (
    _JOINERS | {"it", "the", "that", "this", "was", "be", "is", "by", "no", "not", "carried", "lost"} | {verb.casefold() for verb in VERBS}
)
_OF_PERSONS = frozenset(
    {"councillor", "councillors", "cllr", "cllrs", "clr", "cr", "crs", "alderman", "ald", "mr", "mrs", "ms", "miss", "dr", "cyng"}
)
"""Titles that open a person's name and no body's."""
