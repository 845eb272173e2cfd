"""Words that open a decision, how its clause begins, and where it stands (P01, P04, P10, P21, P23, P24, P38)."""

from __future__ import annotations

import pytest

from minutes_cli.parsing import parse
from tests.forms.reading import assert_read, decided, told

LEAD_INS = (
    "RESOLVED", "Resolved", "RESOLVED:", "Resolved:", "RESOLVED -", "RESOLVED –", "RESOLVED:-", "Resolved: -",
    "It was RESOLVED", "It was resolved", "IT WAS RESOLVED", "IT IS RESOLVED", "It was duly RESOLVED", "It was therefore RESOLVED",
    "It was unanimously RESOLVED", "It was RESOLVED unanimously", "It was RESOLVED, nem con,", "It was moved, seconded and RESOLVED",
    "RESOLVED unanimously", "RESOLVED (unanimously)", "RESOLVED, by 7 votes to 2,", "RESOLVED by a majority",
    "RESOLVED, having considered the report,", "WE RESOLVED", "Members RESOLVED", "Members resolved", "The meeting resolved",
    "The Committee RESOLVED", "The Committee resolved", "The Committee unanimously resolved", "The Committee RESOLVED unanimously",
    "Cabinet RESOLVED", "The Cabinet resolved", "Council RESOLVED", "The Panel RESOLVED:", "The Sub-Committee RESOLVED –",
    "The Committee, having considered the report, RESOLVED", "Having considered the report, the Committee RESOLVED",
    "Following debate, the Committee RESOLVED", "Accordingly, it was RESOLVED", "On being put to the vote it was RESOLVED",
    "The motion was carried and it was RESOLVED",
    "AGREED", "AGREED:", "AGREED -", "Agreed:", "It was AGREED", "The Board AGREED", "DECISION:", "Decision:", "DECIDED:", "ORDERED",
    "Resolution:", "RESOLUTION:",
)  # fmt: skip
"""`It was agreed that …` and `It was decided that …` in small letters are told decisions (tests/forms/test_told.py).
`Council hereby resolves` is left out: it opens the text of a motion as often as a decision."""

MOODS = (
    "that the gate be painted.", "to paint the gate.", "not to paint the gate.", "that the gate not be painted.",
    "that permission be refused for the reasons in the report.", "to note the report.",
)  # fmt: skip
BEHIND_A_MARK = ("That the gate be painted.", "To paint the gate.", "the gate be painted.")
"""Beginnings that need a colon or a dash in front of them."""

PLACES = {
    "alone": "{}",
    "below Minutes:": "Minutes:\n\nThe Clerk spoke about the gate.\n\n{}",
    "second sentence": "The Clerk spoke about the gate. {}",
    "numbered paragraph": "5.3 {}",
    "numbered item": "3. {}",
    "behind a heading and a dash": "Village gate – {}",
    "between paragraphs": "The Clerk spoke about the gate.\n\n{}\n\nThe meeting then heard the Treasurer on the year’s accounts.",
}
INSIDE = ("second sentence", "numbered paragraph", "numbered item", "behind a heading and a dash")


def left_out(lead_in: str, mood: str, place: str) -> bool:
    """Combinations without one right reading."""
    if lead_in == "ORDERED":
        return place in INSIDE  # too weak a word inside a line: goods are ordered too
    if lead_in == "DECISION:" and mood == "the gate be painted.":
        return place in INSIDE  # in capitals it is a form's label, whose words need a mood of their own inside a line
    # A heading is followed by the decision, not by the story of the vote.
    return lead_in.startswith("The motion was carried") and place == "behind a heading and a dash"


@pytest.mark.parametrize("lead_in", LEAD_INS)
def test_the_clause_is_what_follows_the_lead_in_wherever_it_stands(lead_in: str) -> None:
    moods = MOODS + BEHIND_A_MARK * lead_in.endswith((":", "-", "–"))
    rows = [(mood, place) for mood in moods for place in PLACES if not left_out(lead_in, mood, place)]
    assert_read(
        rows,
        lambda row: PLACES[row[1]].format(f"{lead_in} {row[0]}"),
        lambda row, page: told(page) == decided(row[0]),
    )


@pytest.mark.parametrize(
    "opening",
    [
        "Having considered the report, the Committee:-",
        "Having considered the report, the Committee",
        "The Committee considered the report and:",
        "Following debate, the Cabinet:",
    ],
)
@pytest.mark.parametrize("labels", [("(a)", "(b)"), ("1.", "2."), ("i)", "ii)")])
def test_a_sentence_that_breaks_off_at_the_body_opens_what_it_did(opening: str, labels: tuple[str, str]) -> None:
    page = parse(f"Minutes\n\nThe Clerk spoke.\n\n{opening}\n\n{labels[0]} noted the report; and\n\n{labels[1]} approved the plan.\n")
    assert told(page) == [("decided", None, ((labels[0], "noted the report; and"), (labels[1], "approved the plan.")))]


def test_points_of_a_discussion_are_nothing_that_it_did() -> None:
    points = "(a) noted concerns had been sent in; and\n\n(b) approved schemes cost more than before."
    assert told(parse(f"Minutes\n\nMembers discussed the following points:\n\n{points}\n")) == []
