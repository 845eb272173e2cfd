"""Labels: every string that is one, and nothing else (P07, R33, R39)."""

from __future__ import annotations

import itertools
import string

import pytest

from minutes_cli.parsing.labels import LONGEST, ROMANS, SPACES, label_at, readings, same_style_label, spell

LETTERS = string.ascii_lowercase
DOUBLES = [letter * 2 for letter in LETTERS]


def roman(number: int) -> str:
    """A Roman numeral up to 59, made by repeated subtraction: another way than the table's."""
    out = ""
    for value, mark in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out += mark
            number -= value
    return out


def test_romans_are_exactly_those_up_to_fifty_nine() -> None:
    assert {roman(number): number for number in range(1, 60)} == ROMANS


def test_tokens_of_up_to_three_letters_are_letters_doubles_or_romans() -> None:
    wanted = {*LETTERS, *DOUBLES, *(word for word in ROMANS if len(word) <= 3)}
    strings = ("".join(letters) for size in (1, 2, 3) for letters in itertools.product(LETTERS, repeat=size))
    assert {token for token in strings if readings(token)} == wanted


def test_what_can_be_a_label_in_one_to_four_characters() -> None:
    alphabet = "1ai().:"
    found = set()
    for size in range(1, 5):
        for marks in itertools.product(alphabet, repeat=size):
            text = "".join(marks)
            label = label_at(text + " x")
            if label is not None and label.raw == text:
                found.add(text)
    tokens = {"1", "11", "111", "a", "aa", "i", "ii", "iii"}
    wanted = {f"{token}{close}" for token in tokens for close in (".", ")")}
    wanted |= {f"({token}){dot}" for token in tokens for dot in ("", ".")}
    wanted |= {f"{first}.{second}{close}" for first in ("1", "11", "111") for second in ("1", "11", "111") for close in ("", ".", ")")}
    for number, letter in itertools.product(("1", "11", "111"), ("a", "i")):
        wanted |= {f"{number}.{letter}{close}" for close in ("", ".", ")")} | {f"{number}{letter}{close}" for close in (".", ")")}
        wanted |= {f"{number}({letter}){close}" for close in ("", ".", ")")}
    wanted = {text for text in wanted if len(text) <= 4}
    assert found == wanted


SPACINGS = {"space": " ", "no-break run": "\u00a0\u00a0\u00a0 ", "tab": "\t", "en space": "\u2002", "none": ""}
VALID = ["a)", "(a)", "a.", "1.", "1)", "(1)", "(i)", "iv)", "ii.", "(A)", "aa)", "(ii)"]


@pytest.mark.parametrize("raw", VALID)
@pytest.mark.parametrize("spacing", SPACINGS.values(), ids=SPACINGS.keys())
def test_valid_labels_with_every_white_space(raw: str, spacing: str) -> None:
    label = label_at(f"{raw}{spacing}That the gate be painted.")
    if spacing == "" and raw in ("a.", "ii."):
        assert label is None, "a full stop glued to a word ends an abbreviation, not a label"
    else:
        assert label is not None
        assert (label.raw, label.length) == (raw, len(raw))


@pytest.mark.parametrize(
    "text",
    [
        "2031/32 £40,000",
        "e.g. a gate",
        "(M), it was agreed",
        "(abc) words",
        "1234567. words",
        "\u0430) Cyrillic",
        "\uff41) full width",
        "² squared",
        "① circled",
        "\u0661. Arabic digit",
        "\u212a) Kelvin",
        "a word",
        "I agree",
        "£40) each",
        "a",
        "",
    ],
)
def test_what_is_no_label(text: str) -> None:
    label = label_at(text)
    assert label is None or label.raw == text.rstrip()


def test_bare_labels_only_when_asked_for() -> None:
    assert label_at("A    Approved") is None
    label = label_at("A    Approved", bare=True)
    assert label is not None
    assert label.shape == "bare"


def test_no_label_is_longer_than_the_limit() -> None:
    for text in ("1" * 40 + ".", "(" + "i" * 40 + ")", "1.1.1.1.1.1.1.1.1.1.1.1.1 x", "1234/5678/901.234 x"):
        label = label_at(text)
        assert label is None or label.length <= LONGEST


def test_letters_after_z_are_doubled() -> None:
    assert [spell("lower", ordinal) for ordinal in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "zz", None]
    assert readings("bb")[0].ordinal == 28


def test_the_label_that_a_place_calls_for_keeps_the_printed_style() -> None:
    for raw, ordinal, wanted in (("d)", 5, "e)"), ("(iv)", 5, "(v)"), ("2.1.3", 4, "2.1.4"), ("Z.", 27, "AA."), ("9.", 10, "10.")):
        label = label_at(f"{raw} x")
        assert label is not None
        reading = next(one for one in label.readings if one.alphabet != "lower" or raw == "d)")
        assert same_style_label(label, reading, ordinal) == wanted


def test_label_spaces_are_all_of_zs_and_the_tab() -> None:
    import unicodedata

    separators = {chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Zs"}
    assert set(SPACES) == separators | {"\t"}
