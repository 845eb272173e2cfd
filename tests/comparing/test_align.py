"""Alignment by content: cases that a reader would settle without thinking, and laws that hold for any lists."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.comparing import align
from minutes_cli.comparing.budget import Budget
from minutes_cli.comparing.keys import wording_key
from minutes_cli.model import Clause, ComparedSide, Link
from tests.comparing.making import LETTERS, clauses, shape, shapes

GATE = "That the harbour gate be painted green before the summer season."
SURVEY = "That every mooring be surveyed each spring by the harbour master, and the findings be sent to Cabinet."
FENCE = "That the fence along the towpath be renewed in oak."
LIBRARY = "That the library at Tidewell open on two evenings a week."
NOTED = "That the report be noted."


def grant(pounds: str, ward: str) -> str:
    return f"That £{pounds} be granted to {ward} ward for the upkeep of play areas."


def test_labels_do_not_matter() -> None:
    old = clauses([GATE, SURVEY, FENCE], ["a)", "b)", "c)"])
    new = clauses([GATE, SURVEY, FENCE], ["a)", "c)", "b)"])
    assert shapes(align(old, new)) == [(["1"], ["1"], ["unchanged"]), (["2"], ["2"], ["relabelled"]), (["3"], ["3"], ["relabelled"])]


def test_label_style_is_no_relabelling() -> None:
    assert shapes(align(clauses([GATE], ["a)"]), clauses([GATE], ["(a)"]))) == [(["1"], ["1"], ["unchanged"])]


def test_case_and_marks_are_cosmetic() -> None:
    (link,) = align(clauses([GATE]), clauses([GATE.upper()]))
    assert link.flags == ["cosmetic"] and link.matched_by == "exact"
    assert {change.note for change in link.words} == {"case"}


def test_closing_words_are_no_change() -> None:
    (link,) = align(clauses([GATE]), clauses([GATE.rstrip(".") + "; and"]))
    assert link.flags == ["unchanged"] and not link.words


def test_reworded_and_moved_and_relabelled_at_once() -> None:
    old = clauses([SURVEY, GATE, FENCE, LIBRARY])
    new = clauses([GATE, FENCE, LIBRARY, SURVEY.replace("spring", "autumn")])
    assert (["1"], ["4"], ["relabelled", "moved", "reworded"]) in shapes(align(old, new))
    assert sum("moved" in link.flags for link in align(old, new)) == 1


def test_a_swap_is_named() -> None:
    links = align(clauses([GATE, SURVEY, FENCE]), clauses([FENCE, SURVEY, GATE]))
    assert [(shape(link)[2], link.swapped_with) for link in links] == [
        (["relabelled", "moved"], "1/1/3"),
        (["unchanged"], None),
        (["relabelled", "moved"], "1/1/1"),
    ]


def test_split_in_two() -> None:
    one, two = "That every mooring be surveyed each spring by the harbour master.", "That the findings be sent to Cabinet."
    (_, link, _) = align(clauses([GATE, SURVEY, FENCE]), clauses([GATE, one, two, FENCE]))
    assert shape(link) == (["2"], ["2", "3"], ["reworded", "split"]) and link.matched_by == "split"


def test_merge_of_a_clause_that_stood_elsewhere() -> None:
    old = clauses(
        ["That the findings be sent to Cabinet by post.", GATE, FENCE, LIBRARY, "That every mooring be surveyed each spring by the master."]
    )
    merged = "That every mooring be surveyed each spring by the master, and that the findings be sent to Cabinet by post."
    links = align(old, clauses([GATE, FENCE, LIBRARY, merged]))
    (link,) = [link for link in links if len(link.old) > 1]
    assert shape(link)[:2] == (["5", "1"], ["4"])
    assert {"merged", "moved"} <= set(link.flags) and link.matched_by == "merge"


def test_a_family_that_differs_in_a_sum_and_a_ward() -> None:
    wards = ["Tidewell", "Netherby", "Holm", "Marling", "Ellis"]
    old = clauses([grant(f"{at},000", ward) for at, ward in enumerate(wards, 1)])
    order = [3, 0, 4, 2, 1]
    new = clauses([grant(f"{at + 1},500", wards[at]) for at in order])
    links = align(old, new)
    assert {(s.old[0].text.split()[5], s.new[0].text.split()[5]) for s in links} == {(ward, ward) for ward in wards}
    assert all("ambiguous" not in link.flags for link in links)


def test_repeats_are_placed_by_their_neighbours() -> None:
    old = clauses([GATE, NOTED, SURVEY, NOTED, FENCE, NOTED, LIBRARY])
    new = clauses([GATE, NOTED, SURVEY, FENCE, NOTED, LIBRARY])
    links = align(old, new)
    assert [shape(link)[:2] for link in links if NOTED in {s.text for s in (*link.old, *link.new)}] == [
        (["2"], ["2"]),
        (["4"], []),
        (["6"], ["5"]),
    ]
    assert not any("ambiguous" in link.flags for link in links)


def test_a_repeat_that_nothing_tells_apart_is_ambiguous() -> None:
    links = align(clauses([NOTED, NOTED]), clauses([NOTED]))
    assert ["ambiguous" in link.flags for link in links if link.new] == [True]


def test_a_spare_repeat_does_not_take_the_place_of_its_like() -> None:
    """Which of two clauses of equal wording was reworded is told by what stands around them, also where the other one has moved."""
    thanks = "That the harbour master be thanked for the work done this year."
    old = clauses([thanks, GATE, SURVEY, thanks, FENCE, LIBRARY])
    new = clauses([GATE, SURVEY, thanks.replace("thanked", "warmly thanked"), FENCE, LIBRARY, thanks])
    links = [shape(link)[:2] for link in align(old, new) if link.old and link.old[0].text == thanks]
    assert sorted(links) == [(["1"], ["6"]), (["4"], ["3"])]


def test_a_repeat_in_a_merge_is_the_one_beside_its_other_part() -> None:
    old = clauses([NOTED, GATE, LIBRARY, FENCE, NOTED, SURVEY])
    new = clauses([GATE, LIBRARY, f"{FENCE[:-1]} by hand, and that the report be noted.", SURVEY])
    links = [shape(link) for link in align(old, new) if len(link.old) > 1]
    assert [(one, two, "moved" in flags) for one, two, flags in links] == [(["4", "5"], ["3"], False)]


def test_merged_parts_of_one_pattern_keep_their_order() -> None:
    parts = [grant("5,200", "West Holm"), grant("5,800", "East Tidewell"), grant("7,000", "West Holm")]
    merged = "That £5,800 be granted to West Holm ward for the upkeep of play areas, and that £5,800 be granted to East Tidewell ward for "
    merged += "the upkeep of play areas, and that £7,000 be granted to West Holm ward for the upkeep of play areas."
    (link,) = [link for link in align(clauses([GATE, *parts, FENCE]), clauses([GATE, merged, FENCE])) if len(link.old) > 1]
    assert shape(link)[0] == ["2", "3", "4"] and "moved" not in link.flags


def test_moved_and_hardly_alike_is_linked_where_nothing_else_is_like_it() -> None:
    far = "That the ferry timetable for the winter be studied by the panel, and its costs be reported to Cabinet in May."
    now = "That officers study the winter ferry timetable, and that all likely costs be reported in time for the May budget."
    others = [GATE, SURVEY, FENCE, LIBRARY]
    found = shapes(align(clauses([far, *others]), clauses([*others, now])))
    assert (["1"], ["5"], ["relabelled", "moved", "reworded"]) in found
    like = "That the ferry timetable for the winter be studied by officers, and its likely costs be reported for the May budget."
    found = shapes(align(clauses([like, far, *others]), clauses([like, *others, now])))
    assert (["2"], [], ["dropped"]) in found


def test_an_agenda_line_is_held_whole_by_what_was_decided() -> None:
    old = clauses(["Disposal of the boathouse at Eastoft Quay.", GATE], kind="resolution")
    decided = (
        "That, under the rules for land held in trust, approval be given to the disposal, for one crown and on the terms set out in the "
    )
    decided += "notice sent to every member on the second of the month, of the old stone boathouse at Eastoft Quay to its present tenant."
    assert [shape(link)[:2] for link in align(old, clauses([decided, GATE]))] == [(["1"], ["1"]), (["2"], ["2"])]
    two = align(old, clauses([decided, GATE, decided.replace("tenant", "warden")]))
    assert (["1"], [], ["dropped"]) in shapes(two)


def test_weak_links_only_on_demand() -> None:
    old = clauses([GATE, "That a study of the ferry timetable be made for the winter."])
    new = clauses(["That a study of bus fares be asked for.", GATE])
    hidden, shown = align(old, new), align(old, new, show_weak=True)
    assert not any("weak" in link.flags for link in hidden)
    assert [shape(link)[:2] for link in shown if "weak" in link.flags] == [(["2"], ["1"])]


def test_nested_clauses_are_compared_one_by_one() -> None:
    old = clauses([GATE])
    old[0].clauses = clauses([FENCE, LIBRARY], prefix="1/1/1")
    new = clauses([GATE])
    new[0].clauses = clauses([LIBRARY], prefix="1/1/1")
    assert [shape(link)[2] for link in align(old, new)] == [["unchanged"], ["dropped"], ["relabelled"]]


def test_the_budget_ends_the_search_and_says_so() -> None:
    old = clauses([f"That gate number {at} of the north wall be painted in colour {at * 7 % 50}." for at in range(60)])
    new = clauses([f"That gate number {at} of the south wall be painted in colour {at * 3 % 50}." for at in range(60)])
    budget = Budget(200)
    links = align(old, new, budget=budget)
    assert budget.exhausted
    assert Counter(s.id for link in links for s in link.old) == Counter(clause.id for clause in old)


TEXTS = st.sampled_from(
    [
        *(GATE, SURVEY, FENCE, LIBRARY, NOTED, "", "x", GATE.upper(), "That gates be green.", "That the findings be sent to Cabinet."),
        *(grant("1,000", "Holm"), grant("2,000", "Holm"), grant("1,000", "Ellis"), SURVEY.split(",")[0], f"{GATE[:-1]}, and {FENCE[5:]}"),
    ]
)
LISTS = st.lists(TEXTS | st.text("ab ,\u200b", max_size=6), max_size=9)


def everything_once(old: list[Clause], new: list[Clause], links: list[Link]) -> None:
    assert sorted(s.id for link in links for s in link.old) == sorted(clause.id for clause in old if clause.text.strip())
    assert sorted(s.id for link in links for s in link.new) == sorted(clause.id for clause in new if clause.text.strip())


def turned(link: Link) -> object:
    """A link seen from the other side, as far as it can be compared."""
    names = {"dropped": "added", "added": "dropped", "split": "merged", "merged": "split"}
    return frozen(Link(link.new, link.old, [names.get(flag, flag) for flag in link.flags], link.matched_by, link.score, link.margin))


def frozen(link: Link) -> object:
    matched = {"split": "bead", "merge": "bead"}.get(link.matched_by or "", link.matched_by)
    return tuple(s.id for s in link.old), tuple(s.id for s in link.new), frozenset(link.flags), matched, link.score, link.margin


@given(LISTS, LISTS)
@settings(max_examples=250, deadline=None)
def test_laws_of_alignment(texts_old: list[str], texts_new: list[str]) -> None:
    """P17 (both directions mirror each other) and P19 (one to one but for beads; equal wording pairs as often as it can)."""
    old, new = clauses(texts_old), clauses(texts_new)
    links = align(old, new)
    everything_once(old, new, links)
    assert {frozen(link) for link in links} == {turned(link) for link in align(new, old)}
    pairs: Counter[str] = Counter()
    for link in links:
        if len(link.old) == len(link.new) == 1 and wording_key(link.old[0].text) == wording_key(link.new[0].text):
            pairs[wording_key(link.old[0].text)] += 1
    keys_old, keys_new = (Counter(filter(None, map(wording_key, texts))) for texts in (texts_old, texts_new))
    assert all(pairs[key] == count for key, count in (keys_old & keys_new).items())


@given(LISTS)
@settings(max_examples=150, deadline=None)
def test_a_list_against_itself_is_unchanged(texts: list[str]) -> None:
    """P16."""
    both = clauses(texts)
    links = align(both, both)
    assert all(link.flags == ["unchanged"] and link.old[0].id == link.new[0].id for link in links)


@given(st.permutations(range(8)))
@settings(max_examples=60, deadline=None)
def test_equal_wording_pairs_whatever_the_order(order: list[int]) -> None:
    """P19: a clause of equal wording is never removed and added, and what is not said to have moved stands in order."""
    texts = [GATE, SURVEY, FENCE, LIBRARY, grant("1,000", "Holm"), grant("2,000", "Holm"), grant("1,000", "Ellis"), "x"]
    old = clauses(texts)
    new = [Clause(id=f"n/{at}", label=f"{LETTERS[at]})", text=texts[at]) for at in order]
    links = align(old, new)
    assert {(link.old[0].text, link.new[0].text) for link in links} == {(text, text) for text in texts}
    standing = [
        next(place for place, clause in enumerate(new) if clause.id == link.new[0].id) for link in links if "moved" not in link.flags
    ]
    assert standing == sorted(standing)


@pytest.mark.parametrize("side", [ComparedSide("1/1/1", "a)", GATE)])
def test_links_show_id_label_and_wording(side: ComparedSide) -> None:
    (link,) = align(clauses([GATE]), clauses([GATE]))
    assert link.old == [side] and link.new == [side]
