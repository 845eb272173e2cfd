"""Phrases as plain functions: the same as pyparsing reads."""

from __future__ import annotations

from functools import cache

import pyparsing as pp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.grammar.compiling import compile_phrase
from minutes_cli.grammar.loading import load
from minutes_cli.grammar.parts import dates, deadlines, references, vote_tallies
from minutes_cli.grammar.parts.basis import Production
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


PRODUCTIONS: list[tuple[Production, str]] = [
    (dates.date_grammar().production, "Monday, 14 March 2031"),
    (deadlines._lengths(), "within two calendar months of its submission"),
    (deadlines._points(), "no later than noon on 14 March 2031"),
    (deadlines._effects(), "with effect from 14 March 2031"),
    (references._listed_reference(), "recommendations a) to c), d) and e)"),
    (references._reference_by_number(), "minutes 12/31, 14/31 and 15/31"),
    (references._bare_reference(), "(a) to (c) and (d)"),
    (references._ordinal_reference(), "first, second and the third two of the recommendations"),
    (references._the_above(), "the above two recommendations"),
    (vote_tallies._sides_element(), "12 votes for, 3 against and 1 abstention"),
    (vote_tallies._versus_element(), "12 votes to 3 with 2 abstentions"),
]
"""Every production of the recognisers, with words that it reads whole."""


@pytest.mark.parametrize(("production", "whole"), PRODUCTIONS)
def test_every_production_reads_its_words_whole(production: Production, whole: str) -> None:
    assert production.step(whole, 0, []) == len(whole)


@given(data=st.data())
@pytest.mark.parametrize(("production", "whole"), PRODUCTIONS)
def test_every_production_reads_as_pyparsing_does(production: Production, whole: str, data: st.DataObject) -> None:
    words = whole.split(" ")
    kept = data.draw(st.integers(1, len(words)))
    others = [word for _, example in PRODUCTIONS for word in example.split(" ")]
    behind = data.draw(st.lists(st.sampled_from([*others, ",", "the"]), max_size=6))
    text = data.draw(st.sampled_from([" ", "\t", "\n", "\u00a0"])).join([*words[:kept], *behind])
    try:
        expected = production.element.parse_string(text).as_list()
    except pp.ParseException:
        expected = None
    pieces: list[tuple[str, int, int]] = []
    end = production.step(text, 0, pieces)
    assert (pieces if end >= 0 else None) == expected


def test_other_elements_are_refused() -> None:
    with pytest.raises(TypeError):
        step_of(pp.OneOrMore(pp.Word("a")))
