"""Openers: where on a line the words begin that a rule looks at, behind labels, numbers and marks (P19, P49)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.labels import label_at

_RESOLUTION_NUMBER = late(r"\s{0,4}(?:#\s{0,3})?(?:[A-Z]{1,3}\s?[-–]?\s?)?[0-9]{1,4}[-–/][0-9]{1,4}\s{1,8}(?=[A-Z])", re.ASCII)
"""``31-214 Moved by …`` (P49)."""


_MOTION_FROM = late(r"(?:Notice\sof\s)?(?:Motion|Amendment)\s[a-z]{4,}(?:\sforward)?\s(?:from|by)\s", re.IGNORECASE)
"""What heads a motion of a lettered list (``(a) Motion received from Councillor Ash:``) is no clause."""


def mover_begins(view: str) -> int | None:
    """Where a mover's statement begins behind a label or a resolution's number; None where the label is a clause's."""
    at = skip(view, 0, "[(•·▪●\uf0b7")
    label = label_at(view, at)
    if label is not None and label.shape in ("()", ")") and _MOTION_FROM.match(view, skip(view, at + label.length)) is None:
        return None
    first = skip(view, 0)
    label = label_at(view, first)
    if label is not None:
        at = skip(view, first + label.length)
    number = _RESOLUTION_NUMBER.match(view)
    return number.end() if number is not None else at


_STUCK_NUMBER = late(r"[0-9]{2,6}\s?(?=(?:Carried|CARRIED|Defeated|DEFEATED|Lost|LOST)\b)", re.ASCII)
"""A resolution's number that the page prints right before what became of it (``208Carried``, P49)."""


def outcome_begins(view: str) -> int:
    """Where the words of an outcome begin on their line, behind a number or marks."""
    number = _STUCK_NUMBER.match(view)
    return number.end() if number is not None else skip(view, 0, _MARKS_BEFORE)


_MARKS_BEFORE = '[(\ufffd✓✔☑*“"-–—'
"""What may stand before an outcome on its line: brackets, ticks, quotation marks, dashes."""
MARKS_BEHIND = ' |\xa0"”-–—'
"""What may stand behind it there."""


MARKS_AT_ALL = "<•·▪●\uf0b7" + _MARKS_BEFORE
"""Marks behind which a rule may begin to read."""


def begins_at_once(view: str) -> bool:
    """Whether every rule would begin to read at a paragraph's very first character."""
    numbered = _RESOLUTION_NUMBER.match(view) or _STUCK_NUMBER.match(view)
    return numbered is None and skip(view, 0, MARKS_AT_ALL) == 0
