"""Which grammar reads a page: the one whose signs stand on it (``--grammar auto``).

A wrong guess costs little, since every shipped grammar extends the same vocabulary; so few signs are enough, and where
none stand out the default reads the page.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from minutes_cli.carriers import dataclass
from minutes_cli.data import data_folder
from minutes_cli.grammar.loading import DEFAULT, grammar_names, load, read_section
from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.phrases import Phrase

LOOKED_AT = 40_000
"""Code points from the start of a text in which signs are looked for."""
ENOUGH = 3
"""Weight that the signs of a grammar must reach together. A sign counts once, however often it stands there."""

_SIGNS = re.compile(r"^signs:.*\n(?:[ #-].*\n|\n)*+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something on the page that speaks for a grammar."""

    grammar: str
    text: str
    """The words, as printed."""
    line: int
    """Their line, from 1."""
    weight: int


def choose(text: str) -> tuple[Grammar, list[Sign]]:
    """The grammar for `text`, and what speaks for it; the default with no signs where nothing stands out.

    Where two reach the same weight, the first in alphabetical order is taken.
    """
    by_grammar: dict[str, list[Sign]] = {}
    for sign in _signs_of(text[:LOOKED_AT]):
        by_grammar.setdefault(sign.grammar, []).append(sign)
    best = min(by_grammar, key=lambda name: (-_weight(by_grammar[name]), name), default=DEFAULT)
    if _weight(by_grammar.get(best, [])) < ENOUGH:
        return load(DEFAULT), []
    return load(best), by_grammar[best]


def _weight(signs: list[Sign]) -> int:
    return sum(sign.weight for sign in signs)


def _signs_of(text: str) -> list[Sign]:
    """Each sign that stands in the text, at its first place; those of grammars that have not words enough there are not looked for."""
    grammar = _all_signs()
    possible = grammar.within(text)
    weights: dict[str, int] = {}
    for phrase in possible:
        weights[phrase.file] = weights.get(phrase.file, 0) + _weight_of(phrase)
    found: list[Sign] = []
    for phrase in possible:
        match = next(grammar.search(phrase.section, text), None) if weights[phrase.file] >= ENOUGH else None
        if match:
            line = text.count("\n", 0, match.start) + 1
            found.append(Sign(match.phrase.file, text[match.start : match.end], line, _weight_of(phrase)))
    return found


def _weight_of(phrase: Phrase) -> int:
    return int(phrase.facts.get("weight", "1"))


@cache
def _all_signs() -> Grammar:
    """The signs of all shipped grammars, each a section of its own, so that each is looked for on its own."""
    phrases: dict[str, tuple[Phrase, ...]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for name in grammar_names():
        text = (data_folder("grammars") / f"{name}.yaml").read_text(encoding="utf-8")
        signs = _SIGNS.search(text)
        if signs:
            for phrase in read_section(signs.group(), "signs", name):
                section_name = f"{name} {phrase.source}"
                phrases[section_name] = (replace(phrase, section=section_name),)
    return Grammar("signs", (), phrases, words)
