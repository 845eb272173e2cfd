"""Lines that hold a number and behind it a title: where the title ends, and whether the record follows on the same line (P08, P41)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.outcome_words import ends_in_outcome
from minutes_cli.parsing.titles import Numbered, capitals, caps_run, caps_word, clean_title, icon_in, title_like, titled

_TITLED_ASK = late(
    r"(?P<title>[^:–—]{3,90}?)\s?(?::|(?<=\s)[-–—])\s{1,4}(?=(?:[Tt]o\s(?:approve|consider|agree|note|receive|adopt|confirm|elect|appoint|discuss|review"
    r"|decide|determine|resolve|sign|authorise)|That)\s)"
)
"""A title with what the agenda asks behind it, on one line (``2. Minutes: To approve the minutes of the last meeting``, P08, P11)."""
_APPLICATION = late(r"/0[0-9]{3,}", re.ASCII)
"""The number of an application for planning (``31/0042``): it heads an item only where nothing plainer numbers the page."""
LEAST_SAID = 12
"""Code points of the shortest words behind a title in capitals that are no part of it, though no full stop ends them."""
LONGEST = 180
"""Code points of the longest title that fills its line."""


def title_behind(view: str, numbered: Numbered, begin: int) -> tuple[int, bool, bool] | None:
    """The end of the title at ``view[begin]``, whether it alone shows that an item opens, and whether the record follows it.

    None where what stands behind the number is no title.
    """
    words = view[begin:]
    asked = _TITLED_ASK.match(words)
    if asked is not None and title_like(asked["title"]) and ". " not in words[asked.end() :]:
        return begin + asked.end(), False, True
    run = caps_run(words)
    alone = 0 if run else caps_word(words)
    if alone:
        return begin + alone, True, True
    if run and (words.rstrip().endswith(".") or (len(words) - run > LEAST_SAID and not capitals(words))):
        return begin + run, True, True
    icon = icon_in(words)
    if len(words) <= LONGEST and title_like(words if icon is None else clean_title(words, None)):
        if ends_in_outcome(words, 0, len(words)):
            return None
        strong = (capitals(words) and len(words) > 3) or (
            (bool(numbered.prefix) or "/" in numbered.raw) and not _APPLICATION.search(numbered.raw)
        )
        walled = "/" in view[numbered.end : begin] or (icon is not None and "|" in view[numbered.end : begin])
        return len(view), walled or (strong and not may_be_date(numbered)), False
    stop = titled(view, begin) or numbered.titled(view, begin)
    return None if stop is None else (stop, False, True)


def may_be_date(numbered: Numbered) -> bool:
    """Whether a number of three parts may be a date: only a series of such numbers opens items (T17)."""
    return numbered.mark == numbered.prefix == "" and numbered.raw.count("/") == 2 and _is_date(numbered.values)


def _is_date(values: tuple[int, ...]) -> bool:
    """Whether three numbers are a day, a month and a year; a minute number ends in two years that follow each other (``12/12/13``)."""
    if len(values) < 3:
        return False
    day, month, year = values[0], values[1], values[-1]
    return 1 <= day <= 31 and 1 <= month <= 12 and (year < 100 or 1900 < year < 2100) and year != month + 1
