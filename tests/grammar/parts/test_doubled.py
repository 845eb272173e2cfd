"""Words printed twice in a row (S4)."""

import itertools

import pytest

from minutes_cli.grammar.parts.doubled import find_doubled


def found(text: str) -> list[tuple[str, str]]:
    return [(text[a:b], text[c:d]) for a, b, c, d in find_doubled(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that care is given is given to words", [("is given", "is given")]),
        ("that that the order be be made", [("that", "that"), ("be", "be")]),
        ("The The fee", [("The", "The")]),
        ("That the\u00a0\u00a0the fee", [("the", "the")]),
        ("to paint the\nthe gate", [("the", "the")]),
        ("as set out in as set out in the plan", [("as set out in", "as set out in")]),
        ("be be be", [("be", "be"), ("be", "be")]),
        ("a a report", [("a", "a")]),
        ("the Council Council agreed", [("Council", "Council")]),
        ("the pier’s pier’s end", [("pier’s", "pier’s")]),
    ],
)
def test_slips_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "who had had the boat",
        "a very very long pier",
        "New New Quay and Baden Baden",
        "12 12",
        "A A and B B",
        "more and more and more",
        "to go, go now",
        "in the end - end of it",
        "that is. Is that so",
        "of the fees\n\nFees are set",
        "",
    ],
)
def test_doublings_that_are_meant_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_every_pair_of_some_words() -> None:
    slips = {"be", "that", "quay", "a", "The"}
    vocabulary = [*slips, "had", "very", "12", "A", "Quay", "twenty"]
    for first, second in itertools.product(vocabulary, repeat=2):
        expected = [(first, second)] if first == second and first in slips else []
        if {first, second} == {"quay", "Quay"}:
            expected = [(first, second)]
        assert found(f"{first} {second}") == expected, (first, second)


def test_runs_of_more_than_four_words_are_refrains() -> None:
    assert found("we go down to sea we go down to sea") == []
