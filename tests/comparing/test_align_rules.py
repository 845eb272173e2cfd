"""Alignment where readers of both pages do not hesitate and likeness alone would: one case for each rule."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from minutes_cli.comparing import align
from minutes_cli.model import ComparedSide
from tests.alignment.generator import GRADES, history
from tests.alignment.generator import clauses as numbered
from tests.alignment.wording import Wording
from tests.comparing.making import clauses


def grant(pounds: str, fund: str, ward: str) -> str:
    return f"That £{pounds} be granted to the {fund} fund of {ward} ward for upkeep."


def unlike(count: int) -> list[str]:
    """Clauses of two phrases each, no two alike."""
    wording = Wording(Random("unlike"), 150)
    return list(dict.fromkeys(wording.clause(2) for _ in range(count)))


FAMILY = [
    grant(f"{at + 1}00", fund, ward)
    for at, (fund, ward) in enumerate((f, w) for f in ("ferry", "quay", "hedge") for w in ("Holm", "Ellis", "Carrow"))
]


def texts_of(side: list[ComparedSide]) -> tuple[str, ...]:
    return tuple(s.text for s in side)


def links_of(old: list[str], new: list[str]) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = align(clauses(old), clauses(new))
    return {(texts_of(link.old), texts_of(link.new)) for link in found if link.old and link.new}


def test_the_same_sentence_with_another_sum_is_the_same_clause_also_far_away() -> None:
    rest = unlike(12)
    moved, changed = grant("4900", "ferry", "Marling"), grant("2750", "ferry", "Marling")
    assert ((moved,), (changed,)) in links_of([moved, *FAMILY, *rest], [*FAMILY, *rest, changed])


def test_a_sum_in_common_does_not_outweigh_the_place_and_the_sentence() -> None:
    rest = unlike(12)
    here, there = grant("2750", "ferry", "Marling"), grant("4900", "grant", "Marling")
    linked = links_of([*FAMILY, grant("4900", "ferry", "Marling"), *rest], [*FAMILY, here, *rest, there])
    assert ((grant("4900", "ferry", "Marling"),), (here,)) in linked


def test_several_sums_of_one_sentence_keep_their_order_and_are_ambiguous() -> None:
    rest = unlike(6)
    old = [rest[0], grant("2100", "quay", "Netherby"), grant("4800", "quay", "Netherby"), *rest[1:]]
    new = [rest[0], grant("450", "quay", "Netherby"), grant("9250", "quay", "Netherby"), *rest[1:]]
    found = [link for link in align(clauses(old), clauses(new)) if "reworded" in link.flags]
    assert [(link.old[0].label, link.new[0].label, "ambiguous" in link.flags) for link in found] == [("b)", "b)", True), ("c)", "c)", True)]


def test_what_is_heavily_reworded_in_its_place_is_found_in_a_long_list() -> None:
    """None of its rare words is left, so that only the place leads to it."""
    old = history(3, GRADES["hard"], 400).meetings[0]
    texts = [clause.text for clause in old]
    at = next(at for at in range(150, 250) if texts.count(texts[at]) == 1 and 12 <= len(texts[at].split()) <= 20)
    words = texts[at].split()
    words[2::5] = ["gradually"] * len(words[2::5])
    new = [*texts[:at], " ".join(words), *texts[at + 1 :]]
    found = align(numbered(texts, 0), numbered(new, 1))
    assert [(link.old[0].label, link.new[0].label) for link in found if "reworded" in link.flags] == [(f"{at + 1}.", f"{at + 1}.")]


def test_two_poor_pairs_do_not_keep_a_good_one_out() -> None:
    """The clause that was dropped and the one that was added are each a little like the pair; together they outweigh it."""
    rest = unlike(8)
    old = [
        "That the gutter beside the register at Tidewell be deferred weekly by the Clerk.",
        *rest[:4],
        "That the hall register be closed by the Clerk.",
        *rest[4:],
    ]
    new = [
        "That the withdrawn register at the beach be deferred by the hall Clerk weekly.",
        *rest[:4],
        *rest[4:],
        "That the gutter beside every contract at Tidewell be opened.",
    ]
    assert ((old[0],), (new[0],)) in links_of(old, new)


def test_a_part_is_found_where_a_stray_word_of_it_stands_elsewhere_in_the_whole() -> None:
    one = "That the timetable near the licence at Pellworth be renewed late."
    two = "That the gutter beside every gutter be lit by the Town Council, and the playground and the dune be withdrawn late."
    whole = (
        "That the timetable near the licence at closed be renewed late, and that the gutter beside every gutter regularly be lit by the "
        "Town Council, and the playground and the dune dune withdrawn late."
    )
    rest = unlike(4)
    assert ((one, two), (whole,)) in links_of([*rest[:2], one, two, *rest[2:]], [*rest[:2], whole, *rest[2:]])


def test_a_part_between_two_others_keeps_its_own_words() -> None:
    parts = [
        "That the grant and every meadow at Carrow be repaired yearly, and the volunteer near the bus be consulted carefully.",
        "That the turbine and the tenant be funded cheaply.",
        "That the volunteer beside the playground be funded jointly, and the turbine near the tenant be mapped cheaply.",
    ]
    whole = parts[0].rstrip(".") + ", and that the turbine and the tenant be funded together, and " + parts[2][0].lower() + parts[2][1:]
    rest = unlike(4)
    assert (tuple(parts), (whole,)) in links_of([*rest[:2], *parts, *rest[2:]], [*rest[:2], whole, *rest[2:]])


def test_a_split_whose_one_part_was_carried_away() -> None:
    whole = (
        "That the boat near every ranger at Brackley be replaced gradually by the Harbour Board, and the map and the permit at Dunfold be "
        "extended by Cabinet, and the clinic beside each charter be cleaned by Cabinet."
    )
    one, two = whole[: whole.index(" the permit")] + ".", "That" + whole[whole.index(" the permit") :]
    rest = unlike(10)
    assert ((whole,), (one, two)) in links_of([*rest, whole], [*rest[:1], two, *rest[1:], one])


def test_clauses_of_one_pattern_in_one_place_are_not_one_matter() -> None:
    """A grant was dropped where another one, of another fund to another ward, was added: all they share is the pattern."""
    family = [
        grant(f"{at}00", fund, ward)
        for at, (fund, ward) in enumerate((f, w) for f in ("ferry", "quay", "hedge", "pond") for w in ("Holm", "Ellis", "Carrow", "Sandle"))
    ]
    gone, come = grant("2300", "apprentice", "Upper Quill"), grant("7750", "rota", "North Marling")
    found = align(clauses([*family[:8], gone, *family[8:]]), clauses([*family[:8], come, *family[8:]]))
    linked = [texts_of(side) for link in found if link.old and link.new for side in (link.old, link.new)]
    assert (gone,) not in linked and (come,) not in linked


def test_a_grant_dropped_here_and_another_added_there_have_not_moved() -> None:
    """What they have in common others of the pattern have as well: nothing tells that one became the other."""
    rest = unlike(6)
    family = [
        grant(f"{at + 1}00", fund, f"{part} Holm")
        for at, (fund, part) in enumerate(product(("ferry", "quay", "hedge"), ("North", "Lower")))
    ]
    gone, come = grant("6600", "lease", "Lower Holm"), grant("7700", "kiosk", "Lower Holm")
    assert links_of([*family[:4], gone, *family[4:], *rest], [*family, *rest, come]) == {((text,), (text,)) for text in (*family, *rest)}


def test_repeats_of_a_clause_say_nothing_of_where_the_reworded_one_of_them_went() -> None:
    rest = unlike(8)
    repeat = "That an update be brought to the next meeting."
    reworded = "That an update be brought by the Clerk to each meeting."
    old = [rest[0], repeat, *rest[1:4], repeat, *rest[4:]]
    new = [rest[0], repeat, *rest[1:4], *rest[4:], reworded]
    assert ((repeat,), (reworded,)) in links_of(old, new)


def test_an_agenda_line_goes_to_the_decision_that_names_what_no_other_does() -> None:
    places = [
        "Drombanna, Co. Limerock",
        "Inglenook, Bruff, Co. Limerock",
        "Ballyclough Avenue, Castletroy, Co. Limerock",
        "6 Chapel Street, Bruff, Co. Limerock",
    ]
    agenda = [f"Property at {place}." for place in places]
    form = "That, under section 183, the approval of the Council be given to the disposal of property at {}, to {}, for the sum of "
    form += "€{}, subject to the conditions of the contract, as told in the notice of 13 March."
    decided = [
        form.format(place, name, 1000 + at)
        for at, (place, name) in enumerate(zip(places, ("A. Barry", "P. Leonard", "N. Dwyer", "K. Kiely"), strict=True))
    ]
    order = [2, 0, 3, 1]
    assert links_of(agenda, [decided[at] for at in order]) == {((one,), (two,)) for one, two in zip(agenda, decided, strict=True)}


def test_a_part_carried_between_the_parts_of_another_clause_moves_nothing_but_itself() -> None:
    one = "That the levy of the school at Carrow be drained safely by the Clerk, and the slipway and each protocol at Tidewell be replaced "
    one += "publicly by the Select Commission."
    other = "That the kiosk near every market at Holm be leased yearly, and the newsletter and every footbridge be phased partly by the "
    other += "Finance Panel."
    cut_one = [
        "That the levy of the school at Carrow be drained safely by the Clerk.",
        "That the slipway and each protocol at Tidewell be replaced publicly by the Select Commission.",
    ]
    cut_other = [
        "That the kiosk near every market at Holm be leased yearly.",
        "That the newsletter and every footbridge be phased partly by the Finance Panel.",
    ]
    rest = unlike(10)
    old = [rest[0], other, *rest[1:], one]
    new = [rest[0], cut_other[0], *rest[1:], cut_one[0], cut_other[1], cut_one[1]]
    found = {texts_of(link.old): link.flags for link in align(clauses(old), clauses(new)) if "split" in link.flags}
    assert "moved" not in found[one,] and "moved" in found[other,]


@pytest.mark.parametrize(
    ("grade", "size", "seed", "olds", "news"),
    [
        ("easy", 100, 27, (70,), (22, 71)),
        ("hard", 100, 6, (27, 28, 29, 30), (25,)),
        ("hard", 100, 22, (0, 1, 2), (0,)),
        ("hard", 500, 5, (362, 363), (340,)),
        ("hard", 500, 10, (184, 185, 186), (180,)),
        ("hard", 500, 16, (471, 472, 473), (440,)),
        ("hard", 500, 2, (484,), (477,)),
        ("hard", 500, 6, (125,), (122,)),
        ("adversarial", 500, 3, (54,), (29,)),
        ("adversarial", 500, 1, (3,), (2,)),
    ],
)
def test_beads_of_made_up_histories_that_a_reader_sees_at_once(
    grade: str, size: int, seed: int, olds: tuple[int, ...], news: tuple[int, ...]
) -> None:
    made = history(seed, GRADES[grade], size)
    assert (olds, news) in made.steps[0].beads
    old, new = made.meetings
    wanted = ({old[at].id for at in olds}, {new[at].id for at in news})
    assert wanted in [({s.id for s in link.old}, {s.id for s in link.new}) for link in align(old, new)]
