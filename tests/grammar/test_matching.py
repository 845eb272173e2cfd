"""Matching, whole lines and searching: what the parser relies on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.grammar.loading import load
from minutes_cli.grammar.openings import REACH
from tests.grammar.helpers import SPACES, grammar_of


def took(text: str, *sources: str, pos: int = 0, end: int | None = None) -> str | None:
    found = grammar_of(*sources).match("s", text, pos, end)
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize("space", [*SPACES, "\u3000", "\u202f"])
def test_any_white_space_stands_between_words(space: str) -> None:
    text = f"It{space}was{space}RESOLVED{space}:"
    assert took(text, "it was resolved mark") == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RESOLVED that", "RESOLVED that"),
        ("ReSoLvEd THAT", "ReSoLvEd THAT"),
        ("R E S O L V E D  T H A T", "R E S O L V E D  T H A T"),
        ("resolved T\u00a0H\u00a0A\u00a0T", "resolved T\u00a0H\u00a0A\u00a0T"),
        ("Re\u00adsolved that", "Re\u00adsolved that"),
        ("\u200bResolved that", "Resolved that"),
        ("Resolved thatch", None),
        ("Resolved\nthat", None),
        ("Resolved that’s", None),
        ("Resolved that-way", None),
        ("Unresolved that", None),
        ("Resolvedthat", None),
    ],
)
def test_where_a_word_begins_and_ends(text: str, expected: str | None) -> None:
    assert took(text, "resolved that") == expected


def test_accents_may_be_encoded_either_way() -> None:
    assert took("Tŷ Cymunedol", "tŷ") == "Tŷ"
    assert took("Ty\u0302 Cymunedol", "tŷ") == "Ty\u0302"


def test_quotes_and_dashes_of_every_kind_are_one() -> None:
    assert took("Members' Sub–Group", "members’ sub-group") == "Members' Sub–Group"
    assert took("Issue — meetings", "issue - meetings") == "Issue — meetings"


def test_quoted_words_keep_their_case() -> None:
    assert took("AGREED that", '"AGREED"') == "AGREED"
    assert took("Agreed that", '"AGREED"') is None


def test_the_phrase_that_reaches_furthest_wins_and_then_the_first() -> None:
    found = grammar_of("resolved", "resolved that", "resolved (that | to)").match("s", "Resolved that x")
    assert found is not None
    assert found.phrase.source == "resolved that"


def test_a_phrase_ends_within_reach_before_the_end_and_on_its_line() -> None:
    assert took("resolved" + " " * REACH + "that", "resolved that") is None
    assert took("resolved that", "resolved that", end=10) is None
    assert took("xx resolved that", "resolved that", pos=2) == "resolved that"


def test_a_gap_takes_as_few_words_as_possible() -> None:
    assert took("(on a vote) of (some) Members", '"(" ... ")"') == "(on a vote)"
    assert took("subject to what was said", "subject ...") == "subject to what was said"
    assert took("resolved " + "a " * 40 + "that", "resolved ... that") is None
    assert took("the minutes of what was said were agreed", "minutes ... (was | were) [duly] agreed") is None
    assert took("minutes of what was said were agreed", "minutes ... (was | were) [duly] agreed") == "minutes of what was said were agreed"


def test_a_line_of_its_own() -> None:
    grammar = grammar_of("discussion", needs="whole", where="line")
    assert grammar.match("s", "Discussion \nof the plan") is not None
    assert grammar.match("s", "Discussion of the plan") is None
    assert grammar.whole("s", "Discussion \u00a0\n") is not None
    assert grammar_of("discussion").whole("s", "Discussion of the plan") is None
    assert grammar_of("discussion").whole("s", "Discussion of the plan", 0, 10) is not None


def test_a_label_may_follow_where_a_label_will_do() -> None:
    grammar = grammar_of("resolved", needs="label", where="line")
    assert all(
        grammar.match("s", text)
        for text in ("RESOLVED", "RESOLVED (A)    That", "Resolved\u00a01. That", "resolved a) that", "RESOLVED \n")
    )
    assert not any(grammar.match("s", text) for text in ("Resolved complaints", "Resolved 12 complaints", "Resolved (unanimously)"))


def test_searching_gives_what_stands_apart_left_to_right() -> None:
    text = "It was RESOLVED that a gate be made. It was resolved that that it was resolved to"
    found = [(m.start, m.end) for m in grammar_of("it was resolved [that | to]").search("s", text)]
    assert [text[a:b] for a, b in found] == ["It was RESOLVED that", "It was resolved that", "it was resolved to"]
    assert all(first[1] <= second[0] for first, second in pairwise(found))


def test_searching_finds_far_words_and_spaced_letters() -> None:
    text = "word " * 500 + "A G R E E D " + "word " * 500 + "agreed"
    assert [(m.start, m.end) for m in grammar_of("agreed").search("s", text)] == [(2500, 2511), (len(text) - 6, len(text))]


def test_only_inline_phrases_are_searched_for() -> None:
    assert list(grammar_of("agreed", where="line").search("s", "it was agreed")) == []


def test_asking_other_sections_or_places_gives_their_own_answers() -> None:
    grammar = load("council")
    text = "Present: Councillor Ash\nRESOLVED: that"
    assert grammar.match("stop_heads", text) is not None
    assert grammar.match("lead_ins", text) is None
    assert grammar.match("lead_ins", text, 24) is not None
    assert grammar.match("stop_heads", text, 24) is None
    assert grammar.match("stop_heads", "Presents: none") is None
    assert grammar.match("no-such-section", text) is None


PHRASES = ["RESOLVED that :", "The Cabinet agreed", "moved by Cllr Ash", "CARRIED", "page 12 of", "recommendations were accepted"]
WORDS = [*PHRASES, "RESOLVED", "that", ":", "-", "The", "(", ")", "by", "'", "A", "B", "İ", "ſ", "ﬁ", "é"]
HOT = st.lists(st.sampled_from([*WORDS, "\u00a0", " ", "\n", "T H A T", "\u00ad", "\u0301", "1 May 2031"])).map(" ".join)


@given(st.one_of(st.text(max_size=300), HOT))
def test_any_text_can_be_matched_and_searched(text: str) -> None:
    grammar = load("moderngov")
    for section in grammar.sections():
        found = grammar.match(section, text)
        spans = [(m.start, m.end) for m in grammar.search(section, text)]
        if found:
            spans.append((found.start, found.end))
            assert text[: found.start].strip(" \t\u00a0\u00ad\n\r\u2028\u3000") in ("", text[: found.start])
            for name, parts in found.parts.items():
                assert name
                assert all(found.start <= a < b <= found.end for a, b in parts)
        assert all(0 <= a < b <= len(text) for a, b in spans)


@given(HOT, st.integers(0, 60))
def test_searching_agrees_with_matching_at_each_place(text: str, at: int) -> None:
    grammar = load("moderngov")
    for section in ("lead_ins", "movers", "outcomes", "responses"):
        for found in grammar.search(section, text, min(at, len(text))):
            again = grammar.match(section, text, found.start)
            assert again is not None
            assert again.end >= found.end
