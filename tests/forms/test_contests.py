"""Motion against amendment in one vote (P19, P20): how both are put, how the vote is told, and what became of each."""

from __future__ import annotations

import pytest

from minutes_cli.grammar.parts.divisions import find_division
from minutes_cli.model import Group, Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import assert_read, groups

PUT = {
    "mover in front": (
        "Councillor Fernhill, seconded by Councillor Moss, moved that the gate be painted.",
        "Councillor Cairn, seconded by Councillor Carrick, moved as an amendment that the gate be sold.",
    ),
    "as a motion": (
        "As a MOTION, Ms M Fernhill, seconded by Dr I Moss, moved that the gate be painted.",
        "As an AMENDMENT, Mr A Cairn, seconded by Mr R Carrick, moved that the gate be sold.",
    ),
    "headings": (
        "Motion\n\nThat the gate be painted.\n\nMoved by Councillor Fernhill, seconded by Councillor Moss.",
        "Amendment\n\nThat the gate be sold.\n\nMoved by Councillor Cairn, seconded by Councillor Carrick.",
    ),
    "headings above the body's own words": (
        "Motion\n\nThe Council agrees that the gate be painted.\n\nMoved by Councillor Fernhill, seconded by Councillor Moss.",
        "Amendment\n\nThe Council agrees that the gate be sold.\n\nMoved by Councillor Cairn, seconded by Councillor Carrick.",
    ),
    "words below": (
        "The Convener moved, seconded by Councillor Moss:-\n\nThat the gate be painted.",
        "Councillor Cairn moved as an amendment, seconded by Councillor Carrick:-\n\nThat the gate be sold.",
    ),
    "amendment in front": (
        "Councillor Fernhill moved, seconded by Councillor Moss, that the gate be painted.",
        "As an amendment Councillor Cairn moved, seconded by Councillor Carrick, that the gate be sold.",
    ),
    "headings that name the movers": (
        "Motion by Councillor Fernhill, seconded by Councillor Moss\n\nThat the gate be painted.",
        "Amendment by Councillor Cairn, seconded by Councillor Carrick\n\nThat the gate be sold.",
    ),
}  # fmt: skip
VOTED = {
    "On a vote being taken, 6 Members voted for the Amendment and 16 Members voted for the Motion. The Motion "
    "was accordingly declared carried.": ("motion", 16, 6),
    "On a vote being taken, the MOTION received 33 votes and the AMENDMENT received 22 votes, with 3 "
    "abstentions, and the MOTION was therefore CARRIED.": ("motion", 33, 22),
    "14 Members voted for the Amendment and 8 Members voted for the Motion. The Amendment was accordingly "
    "declared carried and the gate was sold.": ("amendment", 14, 8),
    "On a division, there voted:-\n\nFor the motion (2) - Lord Provost; and Councillor Birch.\n\nFor the "
    "amendment (3) - Councillors Elm, Oak and Fern.": ("amendment", 3, 2),
    "On a division being taken, there voted:\n\nFor the amendment: 12\n\nFor the motion: 7\n\nThe amendment "
    "was accordingly carried.": ("amendment", 12, 7),
    "On a division, there voted for the motion - Bailies Kerr and Sedge (2); and for the amendment - the "
    "Convener and Bailie Saltmarsh (16) - the Lord Provost being absent when the vote was taken - whereupon "
    "the amendment was declared carried": ("amendment", 16, 2),
    "On a show of hands vote the Amendment was carried by 9 votes to 7 and the Committee resolved accordingly.": ("amendment", 9, 7),
    "Decision\n\nThe Motion was carried by 18 votes to 16 and the Council resolved "
    "accordingly.\n\n(Reference: Report by Executive Director, submitted)": ("motion", 18, 16),
    "Following a vote, Motion - 12\nAmendment - 9\nAbstentions - 2": ("motion", 12, 9),
    "On a roll call, nine Members voted for the motion and four for the amendment, and the motion became the "
    "decision of the meeting.": ("motion", 9, 4),
    "The Council resolved:-\n\nto adopt the motion.": ("motion", None, None),
}  # fmt: skip


def _stood(group: Group) -> tuple[str, int | None, int | None]:
    vote = group.vote
    return group.status, vote.for_ if vote else None, vote.against if vote else None


@pytest.mark.parametrize("voted", VOTED)
def test_one_vote_settles_the_motion_and_the_amendment(voted: str) -> None:
    winner, more, less = VOTED[voted]

    def right(row: tuple[str, str], page: Minutes) -> bool:
        put = {
            rival: group
            for group in groups(page)
            for rival, word in (("motion", "painted"), ("amendment", "sold"))
            if word in group.clauses[0].text and group.moved_by and group.seconded_by
        }
        others = [group for group in groups(page) if group not in put.values()]
        named = all(group.lead_in == "The Council resolved:-" for group in others)
        if len(put) < 2 or not named:
            return False
        won, lost = (put[rival] for rival in (winner, "amendment" if winner == "motion" else "motion"))
        return _stood(won) == ("decided", more, less) and _stood(lost) == ("lost", less, more)

    rows = [(form, gap) for form in PUT for gap in ("\n", "\n\n")]
    assert_read(rows, lambda row: f"Wexcombe Council, Scotland: the Convener\n\n{row[1].join((*PUT[row[0]], voted))}\n", right)


@pytest.mark.parametrize(
    "words",
    [
        "The motion was carried.",
        "The amendment was carried by 9 votes to 7.",
        "The motion was put and 9 voted for and 7 against.",
        "Councillor Ash spoke for the motion and Councillor Birch for the amendment.",
        "A motion of 12 May and an amendment of 3 June were read.",
    ],
)
def test_what_settles_only_one_is_no_division_between_both(words: str) -> None:
    assert find_division(words) is None


def test_an_amendment_that_only_goes_on_leaves_its_motion_open() -> None:
    page = parse("\n\n".join((*PUT["mover in front"], "The amendment was carried by 9 votes to 7.")))
    assert [group.status for group in groups(page)].count("lost") == 0


def test_names_that_are_not_as_many_as_are_counted_are_left_out() -> None:
    division = find_division("For the motion (2) - Councillors Ash and Birch.\nFor the amendment (9) - Councillors Elm and Oak.")
    assert division is not None
    assert set(division.names) == {"motion"}
