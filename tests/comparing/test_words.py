"""Word operations: what they say, and that they rebuild both sides."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.comparing import change_words
from minutes_cli.comparing.lcs import common_length, common_pairs, masks
from minutes_cli.comparing.words import COARSE, is_coarse, mirrored, rebuilt, tokens

WORDS = st.sampled_from(
    [
        *("That", "the", "gate", "gates", "shed", "be", "is", "given", "painted", "green", "£5,000", "30", "(30)", "thirty", "must", "not"),
        *(",", ".", ";", "and", "c)", "d)", "Council", "co\u00adoperate", "“open”"),
    ]
)
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)
ANYTHING = st.text(max_size=60)


def said(old: str, new: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(change.op, change.text, change.to, change.note) for change in change_words(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "operations"),
    [
        ("the gate be painted", "the gate be painted", []),
        ("", "the gate", [("insert", "the gate", None, None)]),
        ("the old gate", "the gate", [("delete", "old", None, None)]),
        ("care is given is given to words", "care is given to words", [("delete", "is given", None, "doubled-words")]),
        ("within thirty (30) days of it", "within sixty (60) days of it", [("replace", "thirty (30)", "sixty (60)", "deadline")]),
        ("a grant of £5,000 to Holm", "a grant of £6,500 to Holm", [("replace", "£5,000", "£6,500", "sum")]),
        ("on 3 March 2031 at noon", "on 4 March 2031 at noon", [("replace", "3", "4", "date")]),
        ("the gate should be shut", "the gate must be shut", [("replace", "should", "must", "modal")]),
        ("the gate be shut", "the gate not be shut", [("insert", "not", None, "negation")]),
        ("that the Harbour Board decide", "that the Harbour Panel decide", [("replace", "Board", "Panel", "body")]),
        ("a fleet of 12 boats", "a fleet of 14 boats", [("replace", "12", "14", "number")]),
        (
            "see recommendations c) and d) first",
            "see recommendations d) and e) first",
            [("replace", "c", "d", "reference"), ("replace", "d", "e", "reference")],
        ),
        ("the council meets", "the Council meets", [("replace", "council", "Council", "case")]),
        ("gates, sheds and hedges", "gates, sheds, and hedges", [("insert", ",", None, "punctuation")]),
        ("the Clerk’s report", "the Clerk's report", [("replace", "Clerk’s", "Clerk's", "typography")]),
        ("a ,b", "a, b", [("delete", " ", None, "spacing"), ("insert", " ", None, "spacing")]),
    ],
)
def test_operations(old: str, new: str, operations: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert said(old, new) == operations


def test_the_second_run_of_doubled_words_goes_with_the_space_after_it() -> None:
    (change,) = change_words("care is given is given to words", "care is given to words")
    assert (change.old, change.new) == ((14, 23), (14, 14))


def test_a_sentence_of_which_little_survives_is_replaced_whole() -> None:
    old = "The lamp be mended. The shed by the quay be let to a tenant of the ferry for one season. It be so."
    new = "The lamp be mended. A survey of moorings and of every buoy be made, the cost to be met by Holm. It be so."
    (change,) = change_words(old, new)
    assert change.op == "replace"
    assert change.text is not None and change.text.startswith("The shed") and change.text.endswith("season")


def test_a_new_sentence_is_inserted_whole() -> None:
    old = "The gate be shut. The gate be painted."
    new = "The gate be shut. The gate be oiled. The gate be painted."
    assert said(old, new) == [("insert", "The gate be oiled.", None, None)]


@given(SENTENCES | ANYTHING, SENTENCES | ANYTHING)
@settings(max_examples=300, deadline=None)
def test_operations_rebuild_both_sides(old: str, new: str) -> None:
    changes = change_words(old, new)
    assert rebuilt(old, new, changes) == new
    assert rebuilt(new, old, [mirrored(change) for change in changes]) == old
    assert changes == [mirrored(change) for change in change_words(new, old)]
    assert bool(changes) == (old != new)
    for change in changes:
        gone, come = old[slice(*change.old)], new[slice(*change.new)]
        assert change.text == {"insert": come.strip() or come}.get(change.op, gone.strip() or gone)
        assert change.to == ((come.strip() or come) if change.op == "replace" else None)
        assert bool(gone) == (change.op != "insert") and bool(come) == (change.op != "delete")


@given(SENTENCES, SENTENCES)
@settings(max_examples=100, deadline=None)
def test_counts_of_words_add_up(old: str, new: str) -> None:
    """P21: words(old) - deleted + inserted = words(new), for operations that end at words."""
    deleted = inserted = 0
    for change in change_words(old, new):
        deleted += len(tokens(old[slice(*change.old)]))
        inserted += len(tokens(new[slice(*change.new)]))
    assert len(tokens(old)) - deleted + inserted == len(tokens(new))


@given(st.lists(st.integers(0, 4), max_size=30), st.lists(st.integers(0, 4), max_size=30))
@settings(max_examples=200, deadline=None)
def test_common_subsequence_is_longest(one: list[int], two: list[int]) -> None:
    table = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i, left in enumerate(one):
        for j, right in enumerate(two):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    pairs = common_pairs(one, two)
    assert common_length(masks(one), len(one), two) == len(pairs) == table[-1][-1]
    assert all(one[i] == two[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


def test_very_long_texts_are_compared_by_sentences() -> None:
    sentences = [f"Gate {at} be painted green." for at in range(COARSE // 5)]
    old, new = " ".join(sentences), " ".join([*sentences[:100], "Gate 7 be shut.", *sentences[101:]])
    assert is_coarse(old, new) and not is_coarse(old[:200], new[:200])
    changes = change_words(old, new)
    assert rebuilt(old, new, changes) == new
    assert len(changes) == 1


def test_two_changes_in_one_sentence_stay_two() -> None:
    old = "That officers must report within thirty (30) days."
    found = [(change.text, change.to) for change in change_words(old, "That officers should not report within sixty (60) days.")]
    assert found == [("must", "should not"), ("thirty (30)", "sixty (60)")]
