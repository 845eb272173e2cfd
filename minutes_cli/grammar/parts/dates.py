"""Calendar dates as councils print them, day before month: ``Monday, 14th March 2031``, ``14/03/2031``, ``March 14, 2031``.

Productions::

    date     = [weekday [","]] (named | american) | numeric | iso
    named    = day ["day"] ["of"] month [","] [year]
    american = month day [","] year
    numeric  = day ("/" | "." | "-") month-number (same mark) year
    iso      = year ("-" | "/") month-number (same mark) day

Digits are ASCII (R39) and few, so no figure grows into a number that Python refuses; a day that no calendar has keeps its words and
has no value (R51).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import lru_cache

import pyparsing as pp

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.parts.basis import (
    GAP,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    Piece,
    Production,
    mute,
    parse_at,
    piece,
    whole_element,
    word_list,
)

MONTHS: dict[str, int] = {
    name.replace("_", " "): number
    for names in (
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr _ Jun Jul Aug Sep Oct Nov Dec",
        "_ _ _ _ _ _ _ _ Sept _ _ _",
        "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
        "Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Meán_Fómhair Deireadh_Fómhair Samhain Nollaig",
        "_ _ _ _ _ Meithimh _ _ _ _ Samhna Nollag",
    )
    for number, name in enumerate(word_list(names), 1)
    if name != "_"
}
"""Names of the months, English with their abbreviations, Welsh and Irish with the genitive that dates use, to 1 … 12."""

WEEKDAYS = tuple(
    word_list(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues Tue Wed Thurs Thu Fri Sat Sun Llun Mawrth "
        "Mercher Iau Gwener Sadwrn Sul Luan Máirt Céadaoin Déardaoin Aoine Sathairn Domhnach"
    )
)
"""Names of the days of the week, English, Welsh and Irish; they are read over, never checked against the date."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; offsets in code points."""

    start: int
    end: int
    iso: str | None
    """``2031-03-14``; None for a day that no calendar has and for a date without a year."""
    complete: bool = True
    """False where no year is printed."""


_YEAR = r"[12][0-9]{3}(?![0-9])"
_DAY = rf"[0-9]{{1,2}}(?![0-9])(?:st|nd|rd|th|ain|af|eg|fed|ed)?{NO_WORD_AFTER}"


def _printed(names: tuple[str, ...]) -> str:
    """Names as pages print them, ``March`` or ``MARCH``: in lower case ``may`` and ``march`` are verbs."""
    spelt = sorted({form for name in names for form in (name, name.upper())}, key=len, reverse=True)
    return "(?:" + "|".join(name.replace(" ", GAP) for name in spelt) + rf"){NO_WORD_AFTER}\.?"


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The date production for one table of months, with the gate that finds where to try it."""

    production: Production
    gate: re.Pattern[str]
    months: Mapping[str, int]


@lru_cache(maxsize=8)
def date_grammar(months: tuple[tuple[str, int], ...] = tuple(MONTHS.items())) -> DateGrammar:
    """``date`` as a production that yields pieces ``day``, ``month``, ``year`` or ``numeric``, for a table of month names."""
    month_names = _printed(tuple(name for name, _ in months))
    weekday = rf"(?:{_printed(WEEKDAYS)},?{GAP}(?:(?:the|an){GAP})?)"
    of = mute(rf"{GAP}(?:day{GAP})?(?:(?:of|o){GAP})?", "of", 0)
    comma = mute(r"\s{0,4},?\s{0,40}+", "comma")
    year = piece("year", _YEAR, 0)
    month = piece("month", month_names, 0)
    day = piece("day", _DAY, 0)
    named = day + of + month + pp.Opt(comma + year)
    american = month + mute(GAP, "gap") + day + comma + year
    numeric = piece("numeric", rf"[0-9]{{1,2}}(?P<mark>[/.-])[0-9]{{1,2}}(?P=mark)(?:{_YEAR}|(?<=/)[0-9]{{2}}(?![0-9]))(?![/-])", 0)
    iso = piece("numeric", rf"{_YEAR}(?P<dash>[-/])[0-9]{{2}}(?P=dash)[0-9]{{2}}(?![0-9/-])", 0)
    production = whole_element(iso | numeric | pp.Opt(mute(weekday, "weekday", 0)) + (named | american), "date")
    gate = re.compile(
        rf"{NO_WORD_BEFORE}(?<![0-9][/.-])(?:{weekday}(?=[0-9]|{month_names})|[0-9]{{1,2}}(?:[a-z]{{2,3}})?{GAP}(?:day{GAP})?(?:of?{GAP})?"
        rf"(?={month_names})|{month_names}(?={GAP}[0-9])|[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?=[0-9])|[12][0-9]{{3}}[-/](?=[0-9]))"
    )
    return DateGrammar(production, gate, {name.casefold(): number for name, number in months})


def read_date(pieces: list[Piece], months: Mapping[str, int] = MONTHS) -> tuple[str | None, bool]:
    """ISO date of the pieces of one ``date`` production, and whether a year was printed; no ISO date where no calendar has the day."""
    by_kind = {each.kind: each.text for each in pieces}
    if "numeric" in by_kind:
        parts = [int(part) for part in re.split("[/.-]", by_kind["numeric"])]
        year, month, day = parts if parts[0] > 99 else reversed(parts)
        return _iso(year + 2000 if year < 100 else year, month, day), True
    name = " ".join(by_kind["month"].rstrip(".").split()).casefold()
    number = months.get(name) or {each.casefold(): value for each, value in months.items()}.get(name)
    if "year" not in by_kind or number is None:
        return None, "year" in by_kind
    return _iso(int(by_kind["year"]), number, int(by_kind["day"][:2].rstrip("stndrhaife"))), True


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def find_dates(text: str, months: Mapping[str, int] = MONTHS) -> list[FoundDate]:
    """Every date in ``text``, in order; ``months`` maps names of months to 1 … 12.

    A figure with a month and no year (``14 March``) is a date that is not complete; a month with a year alone is none.
    """
    if not any(mark in text for mark in "0123456789"):
        return []
    grammar = date_grammar(tuple(months.items()))
    found = []
    at = 0
    while (hit := grammar.gate.search(text, at)) is not None:
        pieces = parse_at(grammar.production, text, hit.start(), 120)
        if pieces:
            iso, complete = read_date(pieces, grammar.months)
            found.append(FoundDate(hit.start(), pieces[-1].end, iso, complete))
        at = found[-1].end if pieces else hit.start() + 1
    return found
