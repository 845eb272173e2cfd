"""Motions told in prose whose seconder and outcome stand in sentences of their own, and those told in few words (P09, P18, P19)."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import assert_read, groups

MOTION = "Cllr Ash proposed that the gate be painted."
SECONDS = (
    "This was seconded by Cllr Birch", "It was seconded by Cllr Birch", "Cllr Birch seconded this", "Cllr Birch seconded",
    "Cllr Birch seconded the proposal", "Seconded by Cllr Birch", "Seconded Cllr Birch", "The proposal was seconded by Cllr Birch",
)  # fmt: skip
WENT = {
    " and unanimously agreed.": ("decided", "unanimous", None, None),
    " and this was unanimously agreed.": ("decided", "unanimous", None, None),
    " and all were in favour.": ("decided", "unanimous", None, None),
    " and all Cllrs were in favour.": ("decided", "unanimous", None, None),
    ", all agreed.": ("decided", "unanimous", None, None),
    ". All agreed, the Chairman thanked them.": ("decided", "unanimous", None, None),
    " with all Council in full agreement.": ("decided", "unanimous", None, None),
    " and on being put to the vote was carried by 4 votes to 3.": ("decided", "carried", 4, 3),
    " and, following a vote, was lost by 3 votes to 4.": ("lost", "lost", 3, 4),
    ". 3 in favour, 1 against. Carried.": ("decided", "carried", 3, 1),
    ". The Clerk thanked them.": ("moved", None, None, None),
    ". This was agreed at the Harbour meeting in June.": ("moved", None, None, None),
}


@pytest.mark.parametrize("went", WENT)
def test_what_follows_the_seconder_settles_the_motion(went: str) -> None:
    def right(second: str, page: Minutes) -> bool:
        [group] = groups(page)
        vote = group.vote
        told = (group.status, *((vote.outcome, vote.for_, vote.against) if vote else (None, None, None)))
        return told == WENT[went] and (group.moved_by, group.seconded_by) == (["Ash"], ["Birch"])

    assert_read(SECONDS, lambda second: f"Wexcombe Parish Council\n\n3. Gate\n\n{MOTION} {second}{went}\n", right)


BRIEF = {
    "Payments as on the list {m}": "Payments as on the list {m}",
    "Nomination for Chairman: Cllr Elm. {m}": "Nomination for Chairman: Cllr Elm.",
    "Proposal: to object to the plan.\n{m}": "Proposal: to object to the plan.",
    "Purchase of a new swing: {m}": "Purchase of a new swing: {m}",
}
NAMES = (
    "Prop Cllr Ash, 2nd Cllr Birch", "Prop: Cllr Ash, 2nd: Cllr Birch", "Proposed Cllr Ash, Seconded Cllr Birch",
    "Propose – Cllr Ash, Second – Cllr Birch",
    "Proposed :Cllr. Ash, Seconded Cllr. Birch", "Proposer: Cllr Ash, Seconder: Cllr Birch", "Proposer; Cllr Ash, Seconder Cllr Birch",
)  # fmt: skip


@pytest.mark.parametrize("names", NAMES)
def test_a_matter_and_its_movers_in_few_words_are_decided(names: str) -> None:
    rows = [(place, f"{names}{end}") for place in BRIEF for end in (", carried", ", all agreed.", " and all were in favour.")]

    def right(row: tuple[str, str], page: Minutes) -> bool:
        [group] = groups(page)
        [clause] = group.clauses
        named = (group.moved_by, group.seconded_by) == (["Ash"], ["Birch"])
        return group.status == "decided" and named and clause.text == BRIEF[row[0]].format(m=row[1])

    assert_read(rows, lambda row: "Wexcombe Parish Council\n\n3. Gate\n\n" + row[0].format(m=row[1]) + "\n", right)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Jane Ash proposed to paint it. This was seconded by Mark Birch and unanimously agreed.", ("decided", "Jane Ash", "Mark Birch")),
        ("Jane Ash proposed to paint it, seconded by Mark Birch and unanimously agreed.", ("decided", "Jane Ash", "Mark Birch")),
        ("It was proposed to keep the £40 fee\nProposer S Ash\nSeconded by J. Birch\nUnanimously agreed", ("decided", "S Ash", "J. Birch")),
        ("A proposal was made to write to the Board by Cllr Ash. Cllr Birch seconded this. Carried.", ("decided", "Ash", "Birch")),
        ("Proposed (AB) & Seconded (SE) that the gate be painted. Unanimously agreed", ("decided", "AB", "SE")),
        ("Councillor Ash proposed that:\nWPC would not support the plan.\nThis was seconded by Councillor Birch. For: 3. Against: 4.\n"
         "Therefore the proposal was not carried.", ("lost", "Ash", "Birch")),
    ],
)  # fmt: skip
def test_names_and_lines_of_their_own(words: str, expected: tuple[str, str, str]) -> None:
    [group] = groups(parse(f"Wexcombe Parish Council\n\n3. Gate\n\n{words}\n"))
    assert (group.status, *(group.moved_by or []), *(group.seconded_by or [])) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Harbour Trust proposed that the gate be painted. The Clerk will reply.",
        "The tree policy was long. Proposed development at Mill Lane was discussed.",
        "The Clerk asked for the second – Mill Lane – to be looked at.",
    ],
)
def test_names_that_nobody_seconds_and_other_words_tell_nothing(words: str) -> None:
    assert groups(parse(f"Wexcombe Parish Council\n\n3. Gate\n\n{words}\n")) == []
