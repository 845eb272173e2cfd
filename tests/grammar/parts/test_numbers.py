"""Figures, number words, sums and shares."""

import itertools
import re

import pytest

from minutes_cli.grammar.parts.numbers import (
    NUMBER_WORDS,
    ORDINAL_PATTERN,
    ORDINAL_WORDS,
    WORD_PATTERN,
    find_numbers,
    number_value,
    ordinal_value,
)


def test_number_words_are_one_to_a_hundred() -> None:
    assert set(NUMBER_WORDS.values()) == set(range(1, 101))
    assert {word for word in NUMBER_WORDS if "-" in word} == {
        word.replace(" ", "-") for word in NUMBER_WORDS if " " in word and "hundred" not in word
    }


def test_word_pattern_matches_exactly_the_number_words() -> None:
    pattern = re.compile(WORD_PATTERN, re.IGNORECASE)
    atoms = sorted({part for word in NUMBER_WORDS for part in re.split("[- ]", word)} | {"a", "and", "first"})
    tried = [*atoms, *(mark.join(pair) for pair in itertools.product(atoms, repeat=2) for mark in "- ")]
    assert {word for word in tried if pattern.fullmatch(word)} == set(NUMBER_WORDS)
    assert all(number_value(word) == value for word, value in NUMBER_WORDS.items())


def test_ordinal_pattern_matches_exactly_the_ordinals() -> None:
    pattern = re.compile(ORDINAL_PATTERN, re.IGNORECASE)
    tried = {f"{number}{ending}" for number in range(120) for ending in ("", "st", "nd", "rd", "th", "h")} | set(ORDINAL_WORDS) | {"zeroth"}
    figures = {f"{number}{ending}" for number in range(100) for ending in ("st", "nd", "rd", "th")}
    assert {word for word in tried if pattern.fullmatch(word)} == set(ORDINAL_WORDS) | figures
    assert ordinal_value("third") == 3
    assert ordinal_value("21st") == 21
    assert ordinal_value("0th") is None
    assert ordinal_value("later") is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("14", 14),
        ("1,250", 1250),
        ("Twenty-One", 21),
        ("twenty\u00a0one", 21),
        ("none", 0),
        ("nil", 0),
        ("999999999", 999_999_999),
        ("1234567890", None),
        ("5" * 5000, None),
        ("²", None),
        ("٣", None),
        ("½", None),
        ("several", None),
    ],
)
def test_value_of_a_number(words: str, value: int | None) -> None:
    assert number_value(words) == value


def test_numbers_sums_and_shares_of_a_sentence() -> None:
    text = "£15k and €1.2m for 1,250 berths, twenty-one moorings, 4.5% and 10 per cent"
    found = [(text[each.start : each.end], each.kind, each.value, each.currency) for each in find_numbers(text)]
    assert found == [
        ("£15k", "money", 15_000, "£"),
        ("€1.2m", "money", 1_200_000, "€"),
        ("1,250", "count", 1250, None),
        ("twenty-one", "count", 21, None),
        ("4.5%", "percent", 4.5, None),
        ("10 per cent", "percent", 10, None),
    ]


def test_figures_without_end_have_no_value() -> None:
    assert find_numbers("9" * 5000) == []
