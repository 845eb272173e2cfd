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
_JOINING = vocabulary("of and for")
_REFERRING = vocabulary(
    "recommendation recommendations resolution resolutions paragraph paragraphs clause clauses item items point points part "
    "parts minute minutes section sections above"
)
_LABEL = re.compile(r"(?:[a-z]|[ivxl]{1,6}|\d{1,3}(?:\.\d{1,3}){0,3}|and|to|or|the|above|below|first|last|[().,&-])", re.ASCII)
_DATE_TOKEN = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}", re.ASCII)


class Words(Protocol):
    """The tokens of a text, as far as notes look at them: as printed, and folded."""

    @property
    def texts(self) -> Sequence[str]: ...

    @property
    def folded(self) -> Sequence[str]: ...


def note_for(old: Words, new: Words, old_range: tuple[int, int], new_range: tuple[int, int]) -> str | None:
    """The notes on one operation, gravest first, joined by a comma and a space; None where nothing is to be said.

    ``old`` and ``new`` are all tokens of the two sides, the ranges the changed ones.
    """
    gone, come = old.folded[slice(*old_range)], new.folded[slice(*new_range)]
    form = _form(old, new, old_range, new_range, gone, come)
    if form:
        return form
    if _referring(old.folded, old_range) and _referring(new.folded, new_range) and all(_LABEL.fullmatch(word) for word in (*gone, *come)):
        return "reference"
    lost, found = Counter(gone), Counter(come)
    notes = _meanings(old, old_range, lost - found) | _meanings(new, new_range, found - lost)
    return ", ".join(name for name in MEANING if name in notes) or None


def _form(
    old: Words, new: Words, old_range: tuple[int, int], new_range: tuple[int, int], gone: Sequence[str], come: Sequence[str]
) -> str | None:
    if gone == come:
        same = [text.casefold() for text in old.texts[slice(*old_range)]] == [text.casefold() for text in new.texts[slice(*new_range)]]
        return "spacing" if not gone else "case" if same else "typography"
    if not any(word[:1].isalnum() or word in _CURRENCY or word == "%" for word in (*gone, *come)):
        return "punctuation"
    if not come and _doubled(old.folded, old_range):
        return "doubled-words"
    if not gone and _doubled(new.folded, new_range):
        return "doubled-words"
    return None


def _doubled(folded: Sequence[str], place: tuple[int, int]) -> bool:
    """Whether the stretch repeats the words right before it or right after it."""
    start, end = place
    run = folded[start:end]
    before, after = folded[max(0, start - len(run)) : start], folded[end : end + len(run)]
    # A repeated number or mark may be meant; a repeated word is a slip.
    return run in (before, after) and any(word[:1].isalpha() for word in run) and not any(word[:1].isdigit() for word in run)


def _referring(folded: Sequence[str], place: tuple[int, int]) -> bool:
    start, end = place
    return not _REFERRING.isdisjoint((*folded[max(0, start - 7) : start], *folded[end : end + 2]))


def _meanings(side: Words, place: tuple[int, int], changed: Counter[str]) -> set[str]:
    notes: set[str] = set()
    folded = side.folded
    for at in range(*place):
        word = folded[at]
        if not changed.get(word):
            continue
        near, after = folded[max(0, at - 2) : at + 4], folded[at + 1 : at + 6]
        if (word in _NEGATIONS or word.endswith("n't")) and not (word == "no" and after[:1] == ["."]):
            notes.add("negation")
        elif word[:1].isdigit() or word in _NUMBER_WORDS:
            notes.add(_number(side, at, word, near, after))
        elif word in _CURRENCY or word == "%":
            notes.add("sum")
        elif word in _WEEKDAYS or (word in _MONTHS and (word != "may" or _dated(side, at))):
            notes.add("date")
        elif word in _UNITS and any(other[:1].isdigit() or other in _NUMBER_WORDS for other in folded[max(0, at - 3) : at]):
            notes.add("deadline")
        elif word in _MODALS:
            notes.add("modal")
        elif _of_a_body(side, at):
            notes.add("body")
    return notes


def _dated(side: Words, at: int) -> bool:
    """Whether ``may`` is the month: with a capital inside a sentence, or beside a number."""
    texts, folded = side.texts, side.folded
    if not texts[at][:1].isupper():
        return False
    beside = (*folded[max(0, at - 1) : at], *folded[at + 1 : at + 2])
    return (at > 0 and texts[at - 1] not in ".!?;:") or any(word[:1].isdigit() for word in beside)


def _number(side: Words, at: int, word: str, near: Sequence[str], after: Sequence[str]) -> str:
    folded, around = side.folded, slice(max(0, at - 2), at + 3)
    if (at and folded[at - 1] in _CURRENCY) or _AFTER_SUM.intersection(after[:1]) or word in {"million", "billion"}:
        return "sum"
    if _DATE_TOKEN.fullmatch(word) or any(other in _MONTHS and other != "may" for other in near):
        return "date"
    if any(near_by == "may" and text[:1].isupper() for near_by, text in zip(folded[around], side.texts[around], strict=True)):
        return "date"
    if _UNITS.intersection(after):
        return "deadline"
    return "number"


def _of_a_body(side: Words, at: int) -> bool:
    """Whether a word belongs to a capitalised run that holds the name of a kind of body (``Harbour Select Commission``)."""
    texts, folded = side.texts, side.folded
    if not texts[at][:1].isupper():
        return False
    start, end = at, at + 1
    while start and at - start < 6 and (texts[start - 1][:1].isupper() or folded[start - 1] in _JOINING):
        start -= 1
    while end < len(texts) and end - at < 6 and (texts[end][:1].isupper() or folded[end] in _JOINING):
        end += 1
    return any(folded[place] in _BODY_WORDS and texts[place][:1].isupper() for place in range(start, end))
