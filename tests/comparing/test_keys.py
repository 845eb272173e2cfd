"""Comparing keys: what counts as the same words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.comparing.keys import label_value, search_words, wording_key

ANYTHING = st.text(st.one_of(st.characters(), st.sampled_from("aé\u0301\u00ad\u200b ;:.,’'“\"–-\ufb01\u212aſ")), max_size=40)


@pytest.mark.parametrize(
    "other",
    [
        "That  the\u00a0Clerk's  report be filed",
        "That the Clerk’s report be filed.",
        "That the Clerk's report be filed; and",
        "That the Clerk's report be filed ;",
        "That the Clerk's re\u00adport be \u200bfiled, ",
        "That the Clerk's report be \ufb01led:",
    ],
)
def test_typography_and_closing_marks_are_no_change(other: str) -> None:
    assert wording_key(other) == wording_key("That the Clerk's report be filed")


@pytest.mark.parametrize(
    "other",
    [
        "that the Clerk's report be filed",
        "That the Clerks report be filed",
        "That the Clerk's report be filed by land",
        "That, the Clerk's report be filed",
    ],
)
def test_case_marks_and_words_are(other: str) -> None:
    assert wording_key(other) != wording_key("That the Clerk's report be filed")


def test_words_that_end_like_a_closing_stay() -> None:
    assert wording_key("the sand") == "the sand"
    assert wording_key("; and") == "; and"


@given(ANYTHING)
@settings(max_examples=300, deadline=None)
def test_key_is_idempotent(text: str) -> None:
    """P20, first half."""
    assert wording_key(wording_key(text)) == wording_key(text)


def test_search_words_keep_sums_and_joined_words() -> None:
    assert search_words("A Post-War grant of £1,250.50 (5%), the Clerk’s") == [
        "a",
        "post-war",
        "grant",
        "of",
        "£",
        "1,250.50",
        "5",
        "%",
        "the",
        "clerk's",
    ]


def test_long_runs_of_marks_are_quick() -> None:
    assert wording_key("a" + " ;.and" * 3 + " . ; ," * 200_000) == "a ;.and ;.and ;.and"


@pytest.mark.parametrize(
    ("label", "value"), [("d)", "d"), ("(d)", "d"), ("d.", "d"), (" 2.1 ", "2.1"), ("•", ""), (None, ""), ("-", ""), ("(iv)", "iv")]
)
def test_label_value(label: str | None, value: str) -> None:
    assert label_value(label) == value
