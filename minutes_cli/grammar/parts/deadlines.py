"""By when a clause is to be done, or from when it holds (P45).

Productions (events end at a stop word or mark)::

    deadline  = within | in | point | effective
    within    = "within" [lead] amount unit [("of" | "from" | "after" | "following") event]
    in        = ("in" | "after") amount unit ["' time"]      where the clause reports or reviews
    point     = ["by"] ("by" | "before" | "no later than" | …) (date | month year | "the end of" event | "the next" … "meeting")
    effective = ("with effect from" | "effective from") (date | event) | "with immediate effect"
    amount    = figure | number word | "a"        unit = ["calendar" | "working"] ("days" | "weeks" | "months" | "years")
"""

from __future__ import annotations

import re
from functools import cache

import pyparsing as pp

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import (
    APOSTROPHE,
    DASH,
    GAP,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    Piece,
    Production,
    gap,
    mute,
    parse_at,
    phrase,
    piece,
    whole_element,
)
from minutes_cli.grammar.parts.dates import MONTHS, WEEKDAYS, date_grammar, read_date
from minutes_cli.grammar.parts.numbers import FIGURE_PATTERN, WORD_PATTERN, number_value


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """A time limit or an effective date; offsets in code points of the searched text."""

    start: int
    end: int
    kind: str
    """within, in, by, or effective (the day from which something holds, no time limit)."""
    amount: int | None = None
    unit: str | None = None
    """day, week, month or year; a fortnight is two weeks, and hours have neither amount nor unit."""
    after_start: int | None = None
    after_end: int | None = None
    """Where the event stands from which the time runs: ``its submission``."""
    date: str | None = None
    """ISO date, where a whole one is printed."""


_UNITS = {"day": 1, "week": 1, "fortnight": 2, "month": 1, "year": 1}

_STOP = (
    "and|or|but|that|which|who|whom|unless|subject|if|so|for|with|in|by|on|to|be|is|are|was|were|been|shall|should|will|would|may|must|"
    "within|before|no|not|while|when|where|as|at|from|including"
)
_EVENT_WORD = rf"(?!(?:{_STOP}){NO_WORD_AFTER})[^\W_](?:[^\s,;:.()\[\]]|\.(?=[0-9])){{0,40}}+"
_EVENT = rf"(?:(?:the|a|an|this|that|its|their|such|each){GAP})?{_EVENT_WORD}(?:{GAP}{_EVENT_WORD}){{0,9}}"

_AMOUNT = rf"(?:{FIGURE_PATTERN}|{WORD_PATTERN}|an?{NO_WORD_AFTER})(?:\s{{0,4}}\([^()\n]{{1,30}}\))?"
_UNIT = (
    r"(?:(?:calendar|working|business|clear|full|school|consecutive|further)(?:\s{1,40}+|-)){0,2}"
    rf"(?:days?|weeks?|fortnights?|months?|years?|hours?){NO_WORD_AFTER}{APOSTROPHE}?"
)
_TIME = rf"(?:{APOSTROPHE}s?)?"
_SEASON = "spring|summer|autumn|winter|christmas|easter|michaelmas"


@cache
def _lengths() -> Production:
    """``within | in``."""
    amount = piece("amount", _AMOUNT)
    unit = piece("unit", _UNIT)
    lead = mute(
        rf"(?:(?:the{GAP}next|the{GAP}following|a{GAP}further|a{GAP}period{GAP}of|a{GAP}maximum{GAP}of|a{GAP}maximum{GAP}period{GAP}of|"
        rf"approximately|about|at{GAP}most|not{GAP}more{GAP}than){GAP})?",
        "lead",
    )
    span = lead + amount + pp.Opt(mute(rf"\s{{0,2}}(?:{DASH}|to|or)\s{{0,2}}", "range") + amount) + mute(rf"(?:{GAP}|-)", "gap") + unit
    after = gap() + mute(phrase("(?:of|from|after|following)") + NO_WORD_AFTER, "from") + gap() + piece("event", _EVENT)
    within = piece("within", "within") + gap() + span + pp.Opt(after)
    soon = piece("in", "(?:in|after)") + gap() + span + pp.Opt(piece("time", rf"{_TIME}{GAP}time{NO_WORD_AFTER}"))
    return whole_element(within | soon, "deadline")


@cache
def _points() -> Production:
    """``point``."""
    names = "|".join(sorted((name.replace(" ", GAP) for name in MONTHS), key=len, reverse=True))
    full = "|".join(name.replace(" ", GAP) for name in MONTHS if len(name) > 4 or name in {"May", "June", "July", "Mai", "Medi", "Awst"})
    of_season = rf"(?:the{GAP})?(?:(?:early|mid|late)[ -])?(?:{_SEASON}){NO_WORD_AFTER}(?:,?{GAP}[12][0-9]{{3}}(?![0-9]))?"
    of_month = (
        rf"(?:(?:early|mid|late|end{GAP}of)[ -]?){{0,2}}(?:(?:{full}){NO_WORD_AFTER}|(?:{names}){NO_WORD_AFTER}(?=,?{GAP}[12][0-9]{{3}}))"
    )
    month = piece("when", rf"(?:{of_season}|{of_month}(?:,?{GAP}[12][0-9]{{3}}(?![0-9]))?)")
    of_event = rf"(?:{GAP}of{GAP}{_EVENT})"
    edge = piece("when", rf"(?:the{GAP})?(?:end|start|beginning|close|middle|expiry){GAP}of{GAP}(?!(?:the|this|that){GAP}meeting){_EVENT}")
    meeting = piece(
        "when",
        rf"(?:the|its|their|our)(?:{GAP}(?!(?:{_STOP}){NO_WORD_AFTER})[^\W_][^\s,;:.()]{{0,30}}){{1,4}}{GAP}meeting{NO_WORD_AFTER}{of_event}?",
    )
    year_end = piece("when", rf"(?:the{GAP})?(?:financial{GAP})?year[ -]end{NO_WORD_AFTER}")
    clock = mute(rf"(?:[0-9]{{1,2}}(?:[.:][0-9]{{2}})?\s?(?:am|pm|a\.m\.|p\.m\.)|noon|midday|midnight)(?:{GAP}on)?{GAP}", "time of day")
    lead_by = piece(
        "by",
        rf"(?:by{GAP})?(?:no{GAP}later{GAP}than|not{GAP}later{GAP}than|on{GAP}or{GAP}before)|by|before|prior{GAP}to|in{GAP}advance{GAP}of|ahead{GAP}of",
    )
    return whole_element(
        lead_by + gap() + pp.Opt(clock) + (date_grammar().production.element | edge | meeting | month | year_end),
        "point in time",
    )


@cache
def _effects() -> Production:
    """``effective``."""
    effect = piece("effective", rf"with{GAP}immediate{GAP}effect")
    effect_from = (
        piece(
            "effective",
            rf"(?:with{GAP}effect{GAP}(?:from|on)|effective{GAP}(?:from|on|as{GAP}of)|(?:taking|to{GAP}take){GAP}effect{GAP}(?:from|on))",
        )
        + gap()
        + (date_grammar().production.element | piece("event", _EVENT))
    )
    return whole_element(effect | effect_from, "day from which it holds")


_BY_FIRST_WORD = {
    "within": _lengths,
    "in": _lengths,
    "after": _lengths,
    "with": _effects,
    "effective": _effects,
    "taking": _effects,
    "to": _effects,
}
"""Which production a first word opens; every other word opens a point in time."""


_NUMBER_NEXT = rf"(?=[0-9]|(?:the|an?|about|approximately|at|not)\s|{WORD_PATTERN})"
_GATE = late(
    rf"{NO_WORD_BEFORE}(?:within{GAP}|(?:in|after){GAP}{_NUMBER_NEXT}|by{GAP}(?=[0-9]|[A-Z]|the\s|its\s|their\s|no|on|year|end|early|mid|late|(?:spr|summ|aut|wint))"
    rf"|before{GAP}|prior{GAP}to|ahead{GAP}of|in{GAP}advance{GAP}of|no{GAP}later|not{GAP}later|on{GAP}or{GAP}before|with{GAP}(?:immediate{GAP})?effect|"
    rf"effective{GAP}|(?:taking|to{GAP}take){GAP}effect)",
    re.IGNORECASE,
)
_OPENER = late(rf"(?:by|before|prior{GAP}to|ahead{GAP}of|in{GAP}advance{GAP}of){GAP}", re.IGNORECASE)
_POINT = late(
    rf"[0-9]|no|midday|midnight|early|mid|late|end|start|beginning|close|middle|expiry|year|financial|{_SEASON}|"
    + "|".join(sorted({name[:3] for name in (*MONTHS, *WEEKDAYS)}))
    + rf"|the{GAP}(?:early|mid|late|end|start|beginning|close|middle|expiry|year|financial|{_SEASON})"
    rf"|(?:the|its|their|our){GAP}(?:[^\s,;:.()]{{1,31}}{GAP}){{1,4}}meeting",
    re.IGNORECASE,
)
"""What a point in time may begin with; most that stands after ``by`` is somebody, and not worth a parse."""
_REPORTS = late(
    rf"{NO_WORD_BEFORE}(?:report|review|return|revisit|reconsider|consider|re-?assess|brought|bring|come|back|update|evaluat|monitor|decid|decision|complet|"
    r"finish|submit|present|provid|respon)",
    re.IGNORECASE,
)
_RATE = late(r"(?:once|twice|times|least|last|past|previous|every|only|meetings?|visits?)\s{1,40}\Z", re.IGNORECASE)
_GOES_ON = late(r"\s{0,4}(?:[.,;:)]|\Z|(?:to|on|and|from|with|by|or|for|so|that|at)(?![^\W_]))", re.IGNORECASE)


def find_deadlines(text: str) -> list[FoundDeadline]:
    """Every time limit and effective date of ``text``, in order and not overlapping.

    In: one clause. ``within two calendar months of its submission`` gives amount 2, unit month, and the place of ``its submission``.
    Not one: a length (``for two years``), the past (``in the last six months``), a rate (``twice in six months``), a place (``within
    the parish``), the doer (``by officers``).
    """
    found: list[FoundDeadline] = []
    at = 0
    while (hit := _GATE.search(text, at)) is not None:
        opener = _OPENER.match(text, hit.start())
        if opener is not None:
            pieces = parse_at(_points(), text, hit.start(), 320) if _POINT.match(text, opener.end()) else None
        else:
            element = _BY_FIRST_WORD.get(hit.group().split()[0].casefold(), _points)
            pieces = parse_at(element(), text, hit.start(), 320)
        deadline = _deadline(text, pieces) if pieces else None
        if deadline is not None:
            found.append(deadline)
        at = deadline.end if deadline else hit.start() + 1
    return found


def find_deadline(text: str) -> FoundDeadline | None:
    """The clause's time limit: the first of ``find_deadlines`` that is one, else its first effective date, else None."""
    found = find_deadlines(text)
    return next((each for each in found if each.kind != "effective"), found[0] if found else None)


def _deadline(text: str, pieces: list[Piece]) -> FoundDeadline | None:
    kind = pieces[0].kind
    start, end = pieces[0].start, pieces[-1].end
    by_kind = {each.kind: each for each in pieces}
    if kind in {"by", "effective"}:
        iso = None
        if by_kind.keys() & {"day", "numeric"}:
            iso, _ = read_date([each for each in pieces if each.kind in {"day", "month", "year", "numeric"}])
        event = by_kind.get("event")
        return FoundDeadline(start, end, kind, after_start=event.start if event else None, after_end=event.end if event else None, date=iso)
    if kind == "in" and not _is_limit(text, start, end, "time" in by_kind):
        return None
    amount, unit = _length(by_kind["amount"].text, by_kind["unit"].text)
    event = by_kind.get("event")
    if event is not None and event.text.casefold().startswith(("the last", "the past")):
        event, end = None, by_kind["unit"].end
    if kind == "within" and re.match(rf"{GAP}(?:last|past|previous)", text[end : end + 20]):
        return None
    return FoundDeadline(start, end, kind, amount, unit, event.start if event else None, event.end if event else None)


def _is_limit(text: str, start: int, end: int, says_time: bool) -> bool:
    """Whether ``in six months`` is a limit: ``time`` follows, or the clause reports or reviews and no rate stands before it."""
    if says_time:
        return True
    before = text[max(0, start - 160) : start]
    return not _RATE.search(before) and _REPORTS.search(before) is not None and _GOES_ON.match(text, end) is not None


def _length(amount: str, unit: str) -> tuple[int | None, str | None]:
    """Amount and unit of a stretch of time, in the words of the contract; both None for hours and for figures too long (R51)."""
    head = amount.split("(")[0].strip()
    value = 1 if head.casefold() in {"a", "an"} else number_value(head)
    name = re.split(r"[\s-]", unit.strip("'’‘ʼ").casefold())[-1].rstrip("s")
    if name not in _UNITS or value is None:
        return None, None
    return value * _UNITS[name], "week" if name == "fortnight" else name
