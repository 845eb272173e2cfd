"""Motions told in prose (P09, P18, P20): what was put and how it went, with the whole sentence as the clause."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import Told, assert_read, groups, told

MATTERS = (
    "The motion to paint the gate", "A motion that the gate be painted", "The motion that the minutes as presented be adopted",
    "A motion to paint the gate and mend the wall", "The amendment to raise the fee from £4 to £6", "A proposal to paint the gate",
    "The proposal that the gate be painted",
)  # fmt: skip
OUTCOMES = {
    "was carried": "decided",
    "was lost": "lost",
    "was defeated": "lost",
    "was rejected": "lost",
    "was then carried": "decided",
    "was unanimously carried": "decided",
    "was put and carried": "decided",
    "was put and lost": "lost",
    "was put to the vote and carried": "decided",
    "was put to the vote and was lost": "lost",
    "was put to the meeting and carried": "decided",
}
PLACES = (
    "{}",
    "The Clerk spoke about the matter. {}",
    "3.1 The Clerk spoke about the hall.\n\n3.2 {}",
    "7. Finance\n\n{}\n\n8. Planning\n\nThere was nothing to report.",
)


def page(place: str, words: str) -> str:
    return "Minutes of the Council\n\n" + place.format(words) + "\n"


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_sentence_that_tells_a_motions_outcome_is_the_clause(outcome: str) -> None:
    def right(row: tuple[str, str], found: Minutes) -> bool:
        return told(found) == [(OUTCOMES[outcome], "narrative", ((None, row[1]),))]

    rows = [(place, f"{matter} {outcome}.") for matter in MATTERS for place in PLACES]
    assert_read(rows, lambda row: page(*row), right)


@pytest.mark.parametrize(
    "words",
    [
        "It was moved that the gate be painted.",
        "It was moved and seconded that the gate be painted.",
        "The minutes were presented and it was moved that the recommendation be adopted.",
        "It was then moved and seconded to paint the gate.",
        "It was proposed and seconded that the gate be painted.",
    ],
)
def test_a_motion_without_a_name_is_moved(words: str) -> None:
    moved: list[Told] = [("moved", "narrative", ((None, words),))]
    assert_read(PLACES, lambda place: page(place, words), lambda _, found: told(found) == moved)


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Ash nominated Councillor Cole as Chair and this was duly seconded.",
        "Councillor Cole was nominated as Chair by Councillor Ash, seconded by Councillor Birch.",
        "It was moved on that the day was long.",
        "It was proposed that a survey might help.",
    ],
)
def test_neither_a_nomination_nor_a_thought_is_a_motion(words: str) -> None:
    assert_read(PLACES, lambda place: page(place, words), lambda _, found: told(found) == [])


@pytest.mark.parametrize(
    "words",
    [
        "The Committee voted by 8 votes to 2 to refuse the application.",
        "Members voted 8-2 to refuse the application.",
        "Members voted 8 to 2 in favour of the officer recommendation.",
        "The officer recommendation to refuse was moved by Cllr Ash, seconded by Cllr Birch, put to the vote and carried.",
    ],
)
def test_what_a_body_voted_is_decided(words: str) -> None:
    decided: list[Told] = [("decided", "narrative", ((None, words),))]
    assert_read(PLACES, lambda place: page(place, words), lambda _, found: told(found) == decided)


FIGURES = ("the number be increased from 4 to 6.", "the fee be raised to £6.", "paragraph 3 be left out, and also paragraph 4.")
WENT = {"It was lost.": "lost", "On being put to the vote the amendment was lost.": "lost", "The amendment was carried.": "decided"}


@pytest.mark.parametrize("matter", FIGURES)
def test_a_figure_ends_the_sentence_before_the_vote(matter: str) -> None:
    def right(outcome: str, found: Minutes) -> bool:
        [group] = groups(found)
        named = (group.moved_by, group.seconded_by) == (["Ash"], ["Birch"])
        return named and told(found) == [(WENT[outcome], None, ((None, f"that {matter}"),))]

    opening = "An amendment was moved by Cllr Ash and seconded by Cllr Birch that "
    assert_read(WENT, lambda outcome: page("{}", f"{opening}{matter} {outcome}"), right)


def test_who_makes_a_proposal_moves_it() -> None:
    found = groups(parse(page("{}", "A proposal by Councillor Ash to paint the gate, seconded by Councillor Birch, was agreed.")))
    assert [(group.status, group.moved_by, group.seconded_by) for group in found] == [("decided", ["Ash"], ["Birch"])]
