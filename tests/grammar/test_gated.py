"""Expressions behind a set of words: asked for first or not, they find the same."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

import minutes_cli
from minutes_cli.grammar.folding import lowered
from minutes_cli.grammar.gated import Gated, gated
from minutes_cli.grammar.parts import addressees, references, responses
from minutes_cli.grammar.words_seen import LONGEST, lacks
from minutes_cli.parsing import inline, narrating, outcome_words, prose
from tests.cases.reading import read_all
from tests.texts import SAMPLES, any_text, hot_text

PAIRS = {
    "told decisions": (prose._PROSE_GATE, prose.DECIDING),
    "proposals": (narrating._PROPOSED, narrating._PROPOSING),
    "verdicts": (responses._TOLD_VERB, responses._SAYING),
    "verdicts of resolutions": (responses._VERB, responses._OPEN_SAYING),
    "nouns that refer": (re.compile(rf"\b{references._NOUN}", re.IGNORECASE), references.REFERRING),
    "directions": (references._HAS_DIRECTION, references.REFERRING),
    "addressees": (addressees._GATE, addressees.ADDRESSING),
}

STAND_INS = Path(__file__).parents[1] / "gold" / "stand-ins"
WHOLE = {"minutes_cli.parsing.narrating._OUTCOME_ALONE"}
"""Expressions that are only asked whether they are the whole of a sentence."""


@cache
def expressions() -> dict[str, Gated]:
    names = [entry.name for entry in pkgutil.walk_packages(minutes_cli.__path__, "minutes_cli.") if not entry.name.endswith("__main__")]
    return {
        f"{name}.{own}": value for name in names for own, value in vars(importlib.import_module(name)).items() if isinstance(value, Gated)
    }


@cache
def lines() -> list[str]:
    pages = [case.text for case in read_all()] + [
        path.read_text(encoding="utf-8") for folder in (SAMPLES, STAND_INS) for path in folder.rglob("*.txt")
    ]
    return sorted({line for page in pages for line in page.splitlines()})


def test_no_line_of_the_cases_is_kept_from_an_expression_that_finds_something_in_it() -> None:
    assert len(expressions()) > 5
    wrong = []
    for name, expression in expressions().items():
        found = expression.compiled().fullmatch if name in WHOLE else expression.compiled().search
        wrong += [(name, line) for line in lines() if lacks(line, expression.words) and found(line) is not None]
    assert wrong == []


@pytest.mark.parametrize("what", PAIRS)
def test_one_of_the_words_stands_wherever_the_expression_matches(what: str) -> None:
    """Where this fails, a word of the expression is missing from the set; whoever tells by the set would never ask the expression."""
    expression, words = PAIRS[what]
    found = [line for line in lines() if expression.search(line)]
    assert found
    assert [line for line in found if lacks(line, words)] == []


@pytest.mark.parametrize("outcome", ["Approved", "Agreed", "Noted", "Accepted", "Adopted", "Carried", "Granted", "Deferred"])
def test_a_matter_with_its_outcome_behind_a_dash_is_looked_at(outcome: str) -> None:
    line = f"Half-year statement – {outcome}"
    assert outcome_words._ENDS_IN_OUTCOME.search(line)
    assert not lacks(line, narrating._TELLING)


def test_no_lead_in_inside_a_line_is_missed() -> None:
    found = [line for line in lines() if inline._TRIGGER.search(line)]
    assert [line for line in found if lacks(line, inline._VERBS) and not inline._CAPITALS.search(line) and "enderfyn" not in line] == []


@given(any_text)
def test_any_text(text: str) -> None:
    for one in (text, f"agreed {text}", "agreed"):
        fresh = gated("agreed noted", r"\bagreed\b.{0,40}", re.IGNORECASE)
        assert (fresh.match(one) is None) == (re.match(fresh.pattern, one, re.IGNORECASE) is None)
        assert (fresh.fullmatch(one) is None) == (re.fullmatch(fresh.pattern, one, re.IGNORECASE) is None)
    same = gated("agreed noted", r"\b(?:agreed|noted)\b", re.IGNORECASE)
    for one in (text, f"{text} agreed", f"{text}Noted {text}", "x" * LONGEST + f" agreed {text}"):
        assert (same.search(one) is None) == (re.search(same.pattern, one, re.IGNORECASE) is None)
        assert [each.span() for each in same.finditer(one)] == [each.span() for each in re.finditer(same.pattern, one, re.IGNORECASE)]


@given(hot_text)
def test_small_letters_keep_their_places(text: str) -> None:
    small = lowered(text + "İ")
    assert len(small) == len(text) + 1
    assert lowered(text).casefold() == text.lower().casefold() or len(text.lower()) != len(text)
