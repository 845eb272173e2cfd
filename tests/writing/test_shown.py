"""Rule T: what may reach a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import InputError, MinutesError, OutputError, UsageError, message_line
from minutes_cli.shown import plain_name, shown, shown_line, shown_name

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("a\x1b[2Jb", "a␛[2Jb"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("one\r\ntwo\tthree", "one␍\ntwo\tthree"),
        ("\x9b31m", "<U+009B>31m"),
        ("pay \u202e001£", "pay <U+202E>001£"),
        ("\u200b\ufeff\u2028\ue000\U000e0041", "<U+200B><U+FEFF><U+2028><U+E000><U+E0041>"),
        ("co\u00adoperate \u200c\u200d", "co\u00adoperate \u200c\u200d"),
        ("\ud800", "<U+D800>"),
        ("£5 – ‘Tŷ’ \u00a0", "£5 – ‘Tŷ’ \u00a0"),
    ],
)
def test_shown(raw: str, seen: str) -> None:
    assert shown(raw) == seen


@given(ANY_TEXT)
def test_nothing_hidden_is_left_and_nothing_else_changes(text: str) -> None:
    seen = shown(text)
    assert all(
        char in "\n\t\xad\u200c\u200d" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for char in seen
    )
    assert shown(seen) == seen
    kept = [char for char in text if shown(char) == char]
    remaining = iter(seen)
    assert all(char in remaining for char in kept)


@given(ANY_TEXT, st.integers(1, 60))
def test_a_shown_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = shown_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line and "\t" not in line


def test_bytes_in_names_that_are_not_utf8() -> None:
    name = b"minutes-\xe9\n.txt".decode("utf8", "surrogateescape")
    assert plain_name(name) == "minutes-%E9\n.txt"
    assert shown_name(name) == "minutes-%E9␊.txt"


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(["warning", "error"]))
def test_messages_are_one_cleaned_line(name: str, message: str, severity: str) -> None:
    line = message_line(severity, name, message, "record", 12)
    assert line.startswith(f"minutes: {severity}: ") and line.endswith(" [record]")
    assert len(line) <= 300
    assert "\n" not in line and shown(line) == line


@pytest.mark.parametrize(("error", "code"), [(UsageError, 2), (InputError, 3), (OutputError, 4), (MinutesError, 70)])
def test_exit_codes(error: type[MinutesError], code: int) -> None:
    raised = error("a\x1b.txt", "cannot be read; check its name", "missing")
    assert raised.exit_code == code
    assert str(raised) == "minutes: error: a␛.txt: cannot be read; check its name [missing]"
