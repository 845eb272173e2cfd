"""By when something was to be done, and whether the later meetings show that it was."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from minutes_cli.model import Clause, Deadline, Minutes, Term


def parsed(day: str | None) -> date | None:
    """An ISO date, or None where there is none or it is no date."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None


def due(deadline: Deadline, meeting: str | None) -> date | None:
    """The day by which a deadline ends: the printed date, or the time counted from the meeting that set it.

    An event from which the time runs (``of its submission``) is not dated on the page; counted from the meeting the day is the earliest
    possible one. None where it cannot be reckoned.
    """
    printed = parsed(deadline.date)
    start = parsed(meeting)
    if printed or start is None or not deadline.amount or deadline.amount < 0:
        return printed
    try:
        if deadline.unit == "day":
            return start + timedelta(days=deadline.amount)
        if deadline.unit == "week":
            return start + timedelta(weeks=deadline.amount)
        months = {"month": 1, "year": 12}.get(deadline.unit or "", 0) * deadline.amount
        if not months:
            return None
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def term(clause: Clause, document: int, documents: Sequence[Minutes], answered: Iterable[int]) -> Term | None:
    """What became of the deadline of a clause; None where it has none. ``answered`` are the documents that hold an answer, ascending."""
    if clause.deadline is None:
        return None
    end = due(clause.deadline, documents[document].meeting.date)
    found = Term(document, clause.id, clause.deadline.text, end.isoformat() if end else None)
    later = [at for at in answered if at > document]
    if end is None:
        return found
    dates = [parsed(minutes.meeting.date) for minutes in documents]
    for at in later:
        held = dates[at]
        if held is not None and held <= end:
            found.status, found.met_by = "met", at
            return found
    late = any(held is not None and held > end for held in dates[document + 1 :])
    found.status = "missed" if late else "open"
    return found
