"""What every recogniser of this folder stands on: white space, phrases, pieces with a place, and parsing at a known offset.

A recogniser works in two steps. A cheap regular expression, the gate, finds the few places worth a look; a pyparsing element then reads
a window of at most a few hundred characters from there. Both are bounded, so the work grows with the length of the text and no faster,
whatever the text holds. White space is always explicit: pyparsing's own notion of it lacks the no-break space that real pages put after
their labels (faults R33), and skips where this grammar must not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyparsing as pp

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.elements import Found, Matching
from minutes_cli.grammar.late import late
from minutes_cli.grammar.steps import Step, step_of

GAP = r"\s{1,40}+"
"""White space between two words, line ends and no-break spaces included; forty is far more than any page prints."""

MAYBE_GAP = r"\s{0,40}+"
"""White space that may be missing."""

NO_WORD_BEFORE = r"(?<![^\W_])"
NO_WORD_AFTER = r"(?![^\W_])"
APOSTROPHE = "['’‘ʼ]"
DASH = "[-‐‑‒–—−]"

WINDOW = 400
"""How many characters from a gate's hit a grammar may read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of a production: what it is, where it stands (code points from the start of the parsed text), and its words."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Production:
    """A production ready for work."""

    element: pp.ParserElement
    """What it is, for productions that it is a part of."""
    step: Step
    """The same, as it is read."""


def phrase(words: str) -> str:
    """The pattern of ``words`` with any white space between them: ``phrase("set out in")``. A word may itself be a pattern."""
    return GAP.join(words.split())


def choice(words: Iterable[str]) -> str:
    """The pattern that matches any of ``words`` (each as for ``phrase``), the longest first so that none hides another."""
    return "(?:" + "|".join(phrase(word) for word in sorted(words, key=len, reverse=True)) + ")"


def word_list(words: str) -> list[str]:
    """The words of a vocabulary written as one string, in order."""
    return words.split()


def holds(text: str, stems: Iterable[str]) -> bool:
    """Whether one of ``stems``, in lower case, stands anywhere in ``text``.

    A gate before the gate: a pattern of many words that ignores case takes twenty times as long to find that none is there.
    """
    folded = text.casefold()
    return any(stem in folded for stem in stems)


def piece(kind: str, pattern: str, flags: int = re.IGNORECASE) -> pp.ParserElement:
    """An element that reads ``pattern`` and yields one ``Piece`` of that kind."""
    return Matching(late(pattern, flags), kind, kind)


def mute(pattern: str, name: str, flags: int = re.IGNORECASE) -> pp.ParserElement:
    """An element that reads ``pattern`` and yields nothing."""
    return Matching(late(pattern, flags), name)


def gap() -> pp.ParserElement:
    """``gap = white-space {white-space}``: what stands between two words."""
    return mute(GAP, "gap")


def parse_at(production: Production, text: str, at: int, window: int = WINDOW) -> list[Piece] | None:
    """The pieces that ``production`` reads from ``text[at:at + window]``, counted in ``text``; None where it does not match there."""
    words = text[at : at + window]
    read: list[Found] = []
    if production.step(words, 0, read) < 0:
        return None
    return [Piece(kind, at + start, at + end, words[start:end]) for kind, start, end in read]


def whole_element(element: pp.ParserElement, name: str) -> Production:
    """``element`` made ready for ``parse_at``: named, its tabs kept as they are, sequences in sequences laid flat."""
    named = element.set_name(name).parse_with_tabs().streamline()
    return Production(named, step_of(named))
