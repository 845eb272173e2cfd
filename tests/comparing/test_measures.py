"""The measures of ``python -m tests.alignment`` on a few cases, so that a change that costs links is seen at once."""

from __future__ import annotations

from collections import Counter

import pytest

from minutes_cli.comparing import align
from tests.alignment.generator import GRADES, history
from tests.alignment.measures import Score, Tally, composed, left_open
from tests.alignment.moving import as_small, leavable
from tests.alignment.real import Pair, available, changed, of_beads, pairs, two_in_three, unreadable, without_doubtful
from tests.comparing.making import clauses


@pytest.mark.parametrize(
    ("grade", "links", "beads", "moves"), [("easy", 1.0, 1.0, 1.0), ("hard", 0.985, 0.95, 0.97), ("adversarial", 0.985, 0.92, 0.97)]
)
def test_links_of_made_up_histories(grade: str, links: float, beads: float, moves: float) -> None:
    score = Score()
    for seed in range(12):
        made = history(seed, GRADES[grade], 60)
        old, new = made.meetings
        score.count(old, new, align(old, new), made.steps[0].beads, made.steps[0].moved)
    assert score.by_text.f1 >= links
    assert (score.splits.hits + score.merges.hits) / (score.splits.wanted + score.merges.wanted) >= beads
    assert score.moves.f1 >= moves


def test_links_of_real_pairs() -> None:
    if not available():
        pytest.skip("the real documents (../shared/corpus) are not at hand")
    score = Score()
    for pair in pairs():
        if not pair.facts.get("answer"):
            score.count(pair.old, pair.new, *without_doubtful(pair, align(pair.old, pair.new)), set())
    assert score.strict.wanted >= 140
    assert score.strict.f1 >= 0.98


@pytest.mark.parametrize("seed", range(5))
def test_gold_is_complete(seed: int) -> None:
    """Every clause stands in exactly one bead, and every bead is one to four, four to one, or has an empty side."""
    made = history(seed, GRADES["adversarial"], 50)
    for side in (0, 1):
        assert sorted(place for bead in made.steps[0].beads for place in bead[side]) == list(range(len(made.meetings[side])))
    for olds, news in made.steps[0].beads:
        assert min(len(olds), len(news)) <= 1 and 1 <= max(len(olds), len(news)) <= 4


def test_measures_see_every_kind_of_mistake() -> None:
    old, new = clauses(["a", "b", "c"]), clauses(["a", "c", "x"], ["a)", "c)", "d)"])
    gold = [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((), (2,))]
    score = Score()
    score.count(old, new, align(old, new), gold, set())
    assert (score.strict.hits, score.strict.found, score.strict.wanted, score.spurious, score.lone) == (2, 2, 2, 0, 2)
    wrong = Score()
    wrong.count(old, new, align(old, new), [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((), (2,))], {1})
    assert (wrong.strict.hits, wrong.strict.found, wrong.spurious) == (1, 2, 1)
    assert (wrong.moves.hits, wrong.moves.wanted) == (0, 1)


def test_tally_and_composition() -> None:
    tally = Tally()
    tally.count("aab", "abc")
    assert (tally.precision, tally.recall) == (2 / 3, 2 / 3)
    assert composed([[(["a"], ["b", "c"])], [(["b"], ["d"]), (["c"], [])]], 2) == [("a", "d")]


def test_what_equal_wording_decides_is_not_left_open() -> None:
    """One repeat was reworded in its place and another added elsewhere: the rule links these two. So with a repeat that was merged."""
    gold = [((0,), (0,)), ((1,), (1,)), ((), (2,))]
    assert left_open(gold, ["noted", "gate"], ["noted by all", "gate mended", "noted"]) == [((1,), (1,))]
    merged = [((0, 1), (0,)), ((), (1,)), ((2,), (2,))]
    assert left_open(merged, ["gate", "noted", "x"], ["gate, noted", "noted", "x"]) == [((0,), (0,)), ((2,), (2,))]
    assert left_open([((0,), (0, 1))], ["gate"], ["gate a", "gate b"]) == [((0,), (0, 1))]


def test_pairs_without_a_reader_of_pdfs_are_left_out_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = {pair.file for pair in pairs()} if available() else set()
    monkeypatch.setattr("tests.alignment.real.find_spec", lambda _: None)
    assert unreadable() and all(name.startswith("wyevalleycc__") for name in unreadable())
    if available():
        assert {pair.file for pair in pairs()} == everything - set(unreadable())


def test_the_choice_of_real_pairs_goes_by_the_labels_alone() -> None:
    pair = Pair("file", "name", clauses(list("abcde")), clauses(list("vwcde")), same={2, 3})
    pair.beads = [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3,)), ((4,), ()), ((), (4,))]
    assert changed(pair) == pair.beads[:2]
    assert two_in_three(pair) == pair.beads[:3]
    found, wanted = of_beads(pair, align(pair.old, pair.new), two_in_three(pair))
    assert (found, wanted) == ([(2, 2)], [(0, 0), (1, 1), (2, 2)])


@pytest.mark.parametrize(
    ("news", "said", "swaps", "moved", "right"),
    [
        ([1, 0, 2], [True, False, False], 0, {"a": 1}, {"a": 1}),
        ([1, 0, 2], [False, True, False], 0, {"a": 1}, {"b": 1}),
        ([1, 0, 2], [True, True, False], 1, {"a": 1}, {"a": 1, "b": 1}),
        ([1, 0, 2], [True, True, False], 0, {"a": 1}, {"a": 1}),
        ([1, 2, 0], [False, False, True], 0, {"c": 1}, {"c": 1}),
        ([1, 2, 0], [True, True, False], 0, {"c": 1}, {"c": 1}),
        ([0, 1, 2], [True, False, False], 0, {}, {}),
        ([1, 0, 2], [False, False, False], 0, {"a": 1}, {"a": 1}),
    ],
    ids=["as told", "the other one", "both, a swap", "both, no swap", "past two", "two for one", "nothing moved", "nothing said"],
)
def test_another_smallest_set_of_moves_is_right_and_no_other(
    news: list[int], said: list[bool], swaps: int, moved: dict[str, int], right: dict[str, int]
) -> None:
    found = as_small(list(enumerate(news)), "abc", said, swaps, Counter(moved))
    assert +found == Counter(right)


def test_a_chain_can_do_without_what_is_not_on_every_longest_one() -> None:
    assert leavable([(0, 1), (1, 0), (2, 2)]) == ([True, True, False], 2)
    assert leavable([(0, 0), (1, 3), (2, 1), (3, 2)]) == ([False, True, False, False], 3)
    assert leavable([]) == ([], 0)
