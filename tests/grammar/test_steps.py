"""Phrases as plain functions: the same as pyparsing reads."""

from __future__ import annotations

from functools import cache

import pyparsing as pp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.grammar.compiling import compile_phrase
from minutes_cli.grammar.loading import load
from minutes_cli.grammar.steps import Step, step_of
from tests.grammar.helpers import SPACES

LINES = [
    "RESOLVED: that the gate be painted",
    "It was moved by Cllr Ash, seconded by Cllr Birch and agreed",
    "The Harbour Committee agreed to:",
    "That Cabinet: ",
    "Minutes:",
    "3 May 2031",
    "CARRIED by 3 votes to 2",
    "A G R E E D that",
]


@cache
def phrases() -> list[tuple[str, pp.ParserElement, Step]]:
    grammar = load("moderngov")
    elements = [compile_phrase(phrase.source, grammar.words) for section in grammar.sections() for phrase in grammar.phrases(section)]
    return [(str(element), element, step_of(element)) for element in elements]


def read(element: pp.ParserElement, text: str) -> tuple[int, list[tuple[str, int, int]]]:
    try:
        found = element.parse_string(text).as_list()
    except pp.ParseException:
        return -1, []
    return found[-1][2], found[:-1]


@given(st.lists(st.sampled_from([*LINES, *SPACES, "\u00ad", "the", "of", ":", "(", "12"]), max_size=5).map("".join))
def test_every_phrase_reads_as_pyparsing_does(text: str) -> None:
    for source, element, step in phrases():
        parts: list[tuple[str, int, int]] = []
        end = step(text, 0, parts)
        assert (end, parts if end >= 0 else []) == read(element, text), source


def test_other_elements_are_refused() -> None:
    with pytest.raises(TypeError):
        step_of(pp.OneOrMore(pp.Word("a")))
