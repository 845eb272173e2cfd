"""What stands at a place: looked at once, and the same whether it was asked before or not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.grammar.compiling import compile_phrase
from minutes_cli.grammar.loading import load
from minutes_cli.grammar.matching import Grammar, Match
from minutes_cli.grammar.openings import REACH, window_at
from minutes_cli.grammar.seconds import apart, seconds_of
from tests.grammar.helpers import SPACES, grammar_of

LINES = [
    "RESOLVED: that the gate be painted",
    "The Harbour Committee agreed to:",
    "Councillor Ash moved, seconded by Councillor Birch",
    "It was moved by Cllr Ash and resolved",
    "12 of 14",
    "the Chair MOVED",
    "A G R E E D that",
    "CARRIED by 3 votes to 2",
    "3 May 2031",
    "Minutes:",
]
TEXTS = st.lists(st.sampled_from([*LINES, *SPACES, "\n", "\u00ad", "word", "The", ":", "x" * 90]), max_size=6).map("".join)


def shape(found: Match | None) -> tuple[str, int, int, list[tuple[str, list[tuple[int, int]]]]] | None:
    return None if found is None else (found.phrase.source, found.start, found.end, sorted(found.parts.items()))


@settings(max_examples=60)
@given(TEXTS, st.integers(0, 30))
def test_what_was_asked_before_makes_no_difference(text: str, pos: int) -> None:
    known = load("moderngov")
    for section in ("lead_ins", "movers", "block_heads", "outcomes"):
        fresh = Grammar("fresh", (), {section: known.phrases(section)}, known.lists())
        assert shape(known.match(section, text, min(pos, len(text)))) == shape(fresh.match(section, text, min(pos, len(text))))


@given(TEXTS)
def test_only_sections_that_stand_there_match(text: str) -> None:
    grammar = load("moderngov")
    standing = set(grammar.standing(text))
    assert {section for section in grammar.sections() if grammar.match(section, text)} <= standing


def test_a_match_may_be_changed_without_changing_the_next() -> None:
    grammar = grammar_of("moved by person")
    first = grammar.match("s", "Moved by Cllr Ash")
    assert first is not None
    first.end = 5
    first.parts.clear()
    again = grammar.match("s", "Moved by Cllr Ash")
    assert again is not None
    assert (again.end, again.parts) == (17, {"person": [(9, 17)]})


def test_the_same_words_elsewhere_have_their_own_place() -> None:
    grammar = grammar_of("moved by person")
    places = [grammar.match("s", before + "Moved by Cllr Ash", len(before)) for before in ("", "On this, ", "\n\n")]
    assert [(found.start, found.end, found.parts["person"]) for found in places if found] == [
        (0, 17, [(9, 17)]),
        (9, 26, [(18, 26)]),
        (2, 19, [(11, 19)]),
    ]


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_a_stretch_ends_at_its_line_its_limit_or_out_of_reach(text: str, start: int, limit: int) -> None:
    start, limit = min(start, limit, len(text)), min(limit, len(text))
    window, behind = window_at(text, start, limit)
    assert text.startswith(window, start)
    assert len(window) <= REACH
    assert start + len(window) <= limit
    assert behind == "" or len(window) == REACH


@pytest.mark.parametrize(
    ("source", "words", "parts"),
    [
        ("by=body agreed [to]", {}, {"body": {"agreed"}}),
        ("[it was] by=body", {"it": {"was"}}, {"body": None}),
        ("(person | the) moved", {"the": {"moved"}}, {"person": {"moved"}}),
        ("number of number", {}, {"number": {"of"}}),
        ("mark date", {}, {"mark": {"<date>"}}),
        ("person ... moved", {}, {"person": None}),
    ],
)
def test_what_stands_behind_a_part(source: str, words: dict[str, set[str] | None], parts: dict[str, set[str] | None]) -> None:
    found = apart(source)
    assert {key: None if keys is None else set(keys) for key, keys in found.words.items()} == words
    assert {key: None if keys is None else set(keys) for key, keys in found.parts.items()} == parts
    assert found.words.keys() <= seconds_of(source).keys()


@pytest.mark.parametrize("tail", ["", "  ", " 1. That", " (a) That", " x"])
@pytest.mark.parametrize("length", range(REACH - 4, REACH + 3))
def test_how_the_line_goes_on_is_seen_beyond_the_reach(length: int, tail: str) -> None:
    phrase = "resolved " + "on " * 15 + "vote"
    text = phrase.replace(" on", " " * (1 + length - len(phrase)) + "on", 1) + tail
    grammar = grammar_of("resolved ... vote", needs="label", where="line")
    fits = length <= REACH and tail != " x"
    assert (grammar.match("s", text) is not None) == fits
    assert compile_phrase("resolved ... vote", grammar.words).parse_string(text)
