"""White space and phrases, on which every recogniser stands."""

import re
import sys

from minutes_cli.grammar.parts.basis import GAP, choice, parse_at, phrase, piece, whole_element


def test_gap_is_exactly_white_space() -> None:
    gap = re.compile(GAP)
    matched = {chr(code) for code in range(sys.maxunicode + 1) if gap.fullmatch(chr(code))}
    assert matched == {chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()}
    assert "\u00a0" in matched


def test_gap_is_bounded() -> None:
    match = re.match(GAP, " " * 100)
    assert match is not None
    assert match.end() == 40


def test_phrase_takes_any_white_space_between_words() -> None:
    pattern = re.compile(phrase("set out in"))
    for space in (" ", "\t", "\n", "\u00a0\u00a0 ", "\u2002"):
        assert pattern.fullmatch(f"set{space}out{space}in")
    assert not pattern.fullmatch("setout in")


def test_choice_prefers_the_longest() -> None:
    match = re.match(choice(["in", "in part"]), "in part")
    assert match is not None
    assert match.group() == "in part"


def test_pieces_are_counted_in_the_text() -> None:
    word = whole_element(piece("word", r"[a-z]+"), "word")
    pieces = parse_at(word, "12\tquay", 3)
    assert pieces is not None
    assert [(each.kind, each.start, each.end, each.text) for each in pieces] == [("word", 3, 7, "quay")]
    assert parse_at(word, "12\tquay", 0) is None
