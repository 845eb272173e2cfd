"""What a changed stretch of words may mean: a number, a sum, a date, a duty, a negation, a body. A flag for the reader, not a judgement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from minutes_cli.comparing.keys import vocabulary

MEANING = ("negation", "sum", "deadline", "date", "number", "modal", "body")
"""Notes of changes that can change what is decided, gravest first; ``reference`` is judged by target, the rest is form."""

_NEGATIONS = vocabulary("not no nor never neither none without cannot unless except excluding")
_MODALS = vocabulary("must should may shall will can could would might ought")
_CURRENCY = frozenset("£$€¥")
_AFTER_SUM = vocabulary("% percent pound pounds pence euro euros dollar dollars million billion")
_UNITS = vocabulary("day days week weeks month months year years hour hours fortnight fortnights quarter quarters")
_MONTHS = vocabulary(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec"
)
_WEEKDAYS = vocabulary("monday tuesday wednesday thursday friday saturday sunday")
_NUMBER_WORDS = vocabulary(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half twice double"
)
_BODY_WORDS = vocabulary(
    "council cabinet committee commission board panel executive mayor director officer secretary group forum authority trust "
    "partnership assembly parliament government department ministry minister leader chair chairman chairperson clerk "
    "commissioner"
)
_REFERRING = vocabulary(
    "recommendation recommendations resolution resolutions paragraph paragraphs clause clauses item items point points part "
    "parts minute minutes section sections above"
)
_LABEL = re.compile(r"(?:[a-z]|[ivxl]{1,6}|\d{1,3}(?:\.\d{1,3}){0,3}|and|to|or|the|above|below|first|last|[().,&-])", re.ASCII)
_DATE_TOKEN = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}", re.ASCII)


class Word(Protocol):
    """A token, as far as notes look at it."""

    text: str
    folded: str


def note_for(old: Sequence[Word], new: Sequence[Word], old_range: tuple[int, int], new_range: tuple[int, int]) -> str | None:
    """The notes on one operation, gravest first, joined by a comma and a space; None where nothing is to be said.

    ``old`` and ``new`` are all tokens of the two sides, the ranges the changed ones.
    """
    gone, come = [t.folded for t in old[slice(*old_range)]], [t.folded for t in new[slice(*new_range)]]
    form = _form(old, new, old_range, new_range, gone, come)
    if form:
        return form
    if _referring(old, old_range) and _referring(new, new_range) and all(_LABEL.fullmatch(word) for word in (*gone, *come)):
        return "reference"
    lost, found = Counter(gone), Counter(come)
    notes = _meanings(old, old_range, lost - found) | _meanings(new, new_range, found - lost)
    return ", ".join(name for name in MEANING if name in notes) or None


def _form(
    old: Sequence[Word], new: Sequence[Word], old_range: tuple[int, int], new_range: tuple[int, int], gone: list[str], come: list[str]
) -> str | None:
    if gone == come:
        same = [t.text.casefold() for t in old[slice(*old_range)]] == [t.text.casefold() for t in new[slice(*new_range)]]
        return "spacing" if not gone else "case" if same else "typography"
    if not any(word[:1].isalnum() or word in _CURRENCY or word == "%" for word in (*gone, *come)):
        return "punctuation"
    if not come and _doubled(old, old_range):
        return "doubled-words"
    if not gone and _doubled(new, new_range):
        return "doubled-words"
    return None


def _doubled(side: Sequence[Word], place: tuple[int, int]) -> bool:
    """Whether the stretch repeats the words right before it or right after it."""
    start, end = place
    run = [t.folded for t in side[start:end]]
    before = [t.folded for t in side[max(0, start - len(run)) : start]]
    after = [t.folded for t in side[end : end + len(run)]]
    # A repeated number or mark may be meant; a repeated word is a slip.
    return run in (before, after) and any(word[:1].isalpha() for word in run) and not any(word[:1].isdigit() for word in run)


def _referring(side: Sequence[Word], place: tuple[int, int]) -> bool:
    start, end = place
    return any(t.folded in _REFERRING for t in (*side[max(0, start - 7) : start], *side[end : end + 2]))


def _meanings(side: Sequence[Word], place: tuple[int, int], changed: Counter[str]) -> set[str]:
    notes: set[str] = set()
    for at in range(*place):
        word = side[at].folded
        if not changed.get(word):
            continue
        near = [t.folded for t in side[max(0, at - 2) : at + 4]]
        after = [t.folded for t in side[at + 1 : at + 6]]
        if (word in _NEGATIONS or word.endswith("n't")) and not (word == "no" and after[:1] == ["."]):
            notes.add("negation")
        elif word[:1].isdigit() or word in _NUMBER_WORDS:
            notes.add(_number(side, at, word, near, after))
        elif word in _CURRENCY or word == "%":
            notes.add("sum")
        elif word in _WEEKDAYS or (word in _MONTHS and (word != "may" or _dated(side, at))):
            notes.add("date")
        elif word in _UNITS and any(t.folded[:1].isdigit() or t.folded in _NUMBER_WORDS for t in side[max(0, at - 3) : at]):
            notes.add("deadline")
        elif word in _MODALS:
            notes.add("modal")
        elif _of_a_body(side, at):
            notes.add("body")
    return notes


def _dated(side: Sequence[Word], at: int) -> bool:
    """Whether ``may`` is the month: with a capital inside a sentence, or beside a number."""
    if not side[at].text[:1].isupper():
        return False
    beside = (*side[max(0, at - 1) : at], *side[at + 1 : at + 2])
    return (at > 0 and side[at - 1].text not in ".!?;:") or any(t.folded[:1].isdigit() for t in beside)


def _number(side: Sequence[Word], at: int, word: str, near: list[str], after: list[str]) -> str:
    if (at and side[at - 1].folded in _CURRENCY) or _AFTER_SUM.intersection(after[:1]) or word in {"million", "billion"}:
        return "sum"
    if _DATE_TOKEN.fullmatch(word) or any(other in _MONTHS and other != "may" for other in near):
        return "date"
    if any(t.folded == "may" and t.text[:1].isupper() for t in side[max(0, at - 2) : at + 3]):
        return "date"
    if _UNITS.intersection(after):
        return "deadline"
    return "number"


def _of_a_body(side: Sequence[Word], at: int) -> bool:
    """Whether a word belongs to a capitalised run that holds the name of a kind of body (``Harbour Select Commission``)."""
    if not side[at].text[:1].isupper():
        return False
    start, end = at, at + 1
    while start and at - start < 6 and (side[start - 1].text[:1].isupper() or side[start - 1].folded in {"of", "and", "for"}):
        start -= 1
    while end < len(side) and end - at < 6 and (side[end].text[:1].isupper() or side[end].folded in {"of", "and", "for"}):
        end += 1
    return any(t.folded in _BODY_WORDS and t.text[:1].isupper() for t in side[start:end])
