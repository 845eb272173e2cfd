"""The labels inside a reference: ``c)``, ``(b)``, ``2a``, ``1(c)``, ``2.1(c)``, ``A``, ``VIII``, ``"B"``, ``three``, ``ST 14/002``.

Productions (ASCII only, R39)::

    label     = quoted | (bracketed | closed | core) {"(" child ")"} | number word
    bracketed = "(" core ")"            closed = core ")"
    child     = letter | roman numeral to xxxix | figures
    core      = letter | doubled letter | roman numeral to xxxix | figures {"." figures} [letter [letter]]
    minute    = [letters] figures {("." | "/") figures}
"""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import NO_WORD_AFTER, Piece
from minutes_cli.grammar.parts.numbers import WORD_PATTERN, number_value

_ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"
_WORDS = f"{_ROMAN}|{_ROMAN.upper()}|[A-Za-z]"
_FIGURES = r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:[A-Z]{1,2}|[a-z])?"
_END = r"(?![A-Za-z0-9]|/[0-9])"


def _core(group: str) -> str:
    """The pattern of ``core``; ``group`` names the letter that may be doubled, and stands once in a pattern."""
    return rf"(?:(?:(?P<{group}>[A-Za-z])(?P={group})|{_WORDS}|{_FIGURES}){_END})"


_CHILDREN = rf"(?:\s?\((?:(?:{_WORDS}|[0-9]{{1,3}}){_END})\)){{0,3}}"

BRACKETED_LABEL = rf"(?:\(\s?{_core('inside')}\s?\)|(?<![A-Za-z0-9.]){_core('before')}\)){_CHILDREN}"
"""``(i)``, ``1)``, ``(1)(c)``: a label that shows itself as one without a noun."""

_NUMBER_WORD = f"(?i:{WORD_PATTERN})"
LABEL = rf"(?:[\"“‘']{_core('quoted')}[\"”’']|(?:\(\s?{_core('inside')}\s?\)|{_core('before')}\)?){_CHILDREN}|{_NUMBER_WORD})"
"""Any label after a noun; case matters, so no ``re.IGNORECASE``."""

MINUTE_LABEL = r"(?:[A-Z]{1,6}[ /.]?)?[0-9]{1,5}(?:[./][0-9A-Z]{1,5}){0,3}[a-z]?(?:\([a-z0-9]{1,3}\)){0,2}(?![A-Za-z0-9])"
"""``236``, ``77/21``, ``ST 14/002``, ``GMCA 96/19``: the number of a minute (P08)."""

_PARTS = late(rf"[A-Za-z]{{1,6}}|{_FIGURES}")


@dataclass(frozen=True, slots=True)
class ReferenceLabel:
    """A label inside a reference; offsets in code points of the searched text."""

    start: int
    end: int
    text: str
    """As printed: ``c)``, ``2.1(c)``."""
    path: tuple[str, ...]
    """The label without its marks, from the outermost level in: ``("c",)``, ``("2.1", "c")``, ``("2", "a")``; case as printed."""
    shape: str
    """bracketed, closed, figure, letter, quoted, word or number (of a minute)."""


_FIGURE_AND_LETTER = late(r"([0-9]{1,3}(?:\.[0-9]{1,3}){0,3})([a-z])")


def read_label(text: str, printed: Piece) -> ReferenceLabel | None:
    """The label that a piece of the grammar printed; None for a letter that is a word of the sentence (``in part a survey was made``).

    The bracket that closes an earlier one is not the label's: ``(see recommendation 4)`` names ``4``.
    """
    words = printed.text
    if words[0] in "\"“‘'":
        return ReferenceLabel(printed.start, printed.end, words, (words[1:-1],), "quoted")
    if words[0] != "(" and words.endswith(")") and "(" not in words and _closes_outer(text, printed.start, printed.end):
        words = words[:-1]
    end = printed.start + len(words)
    value = number_value(words) if words[:1].isalpha() and len(words) > 2 else None
    if value is not None:
        return ReferenceLabel(printed.start, end, words, (str(value),), "word")
    path: list[str] = []
    for part in _PARTS.findall(words):
        split = _FIGURE_AND_LETTER.fullmatch(part)
        path += split.groups() if split else [part]
    if "/" in words or not path or re.search(r"[A-Z] ?[0-9]", words):
        return ReferenceLabel(printed.start, end, words, (words,), "number")
    return ReferenceLabel(printed.start, end, words, tuple(path), _shape(words))


def _shape(words: str) -> str:
    """What stands round a label: brackets, one bracket, or nothing."""
    if words[0] == "(":
        return "bracketed"
    if words.endswith(")") and "(" not in words:
        return "closed"
    return "figure" if words[0].isdigit() else "letter"


def _closes_outer(text: str, start: int, end: int) -> bool:
    """Whether the bracket before ``end`` closes one that was opened before ``start``: one is open, and no other bracket closes it."""
    before = text[max(0, start - 200) : start]
    depth = 0
    for mark in reversed(before):
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
        if depth > 0:
            break
    if depth <= 0:
        return False
    after = next((mark for mark in text[end : end + 200] if mark in "()"), "(")
    return after == "("


_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_UNIT_AFTER = late(
    rf"\s{{0,4}}(?:%|(?:per\s?cent|pm|am|(?:{_MONTH})[a-z]{{0,6}}|hours?|minutes?|days?|weeks?|months?|years?|members?|councillors?|votes?|people|officers?)"
    rf"{NO_WORD_AFTER})",
    re.IGNORECASE,
)
_LIST_GOES_ON = late(
    r"\s{0,40}+(?:[.,;:)\]&/–—-]|\Z|\n|(?:and|or|to|through|be|being|is|are|was|were|been|has|have|had|above|below|of|in|on|at|from|for|by|as|with|within|"
    r"that|which|should|shall|will|would|may|must|can|not|set|made|contained|detailed|outlined|inclusive|only|under|relating|accepted|agreed|approved|"
    r"noted|rejected|carried|adopted|deferred|reads?|but|except|subject|pending|while)(?![^\W_]))",
    re.IGNORECASE,
)
_AFTER_ARTICLE = late(r"\s{0,4}(?:[.,;:)\]]|\Z|(?:and|or|to|above|below|of|be|is|was|BE|IS)(?![^\W_]))")


def follows_list(text: str, label: ReferenceLabel, *, first: bool, plural: bool) -> bool:
    """Whether what follows a label lets it be one.

    Marked labels always are. A bare figure must not be an amount (``resolution 14 March``); a bare letter, and a bare figure after
    the first, needs a word that lists end with, because ``a`` is also the article, ``I`` the pronoun, and figures count things.
    """
    if label.shape in {"bracketed", "closed", "quoted", "number"}:
        return True
    if label.path[-1] in {"a", "I"} and len(label.path) == 1:
        return _AFTER_ARTICLE.match(text, label.end) is not None
    if label.shape == "letter" and (label.text.islower() or len(label.text) == 1):
        return _LIST_GOES_ON.match(text, label.end) is not None
    if _UNIT_AFTER.match(text, label.end):
        return False
    return first or (plural and _LIST_GOES_ON.match(text, label.end) is not None) or _AFTER_ARTICLE.match(text, label.end) is not None
