"""Decisions that clerks tell in prose, and what stands round them: what belongs to them, and what is none (P09, P18, P23, P43)."""

import pytest

from minutes_cli.model import Group, Hint, Source
from minutes_cli.parsing import parse


def decided(text: str) -> list[str]:
    return [clause.text for group in groups(text) if group.status == "decided" for clause in group.clauses]


def groups(text: str) -> list[Group]:
    return [group for item in parse(text).items for group in item.groups]


def test_this_was_agreed_takes_the_sentence_before_it() -> None:
    text = "The lamps went out twice in May. Jo Elm suggested that the wires be laid anew before the winter. This was agreed."
    assert decided(text) == ["Jo Elm suggested that the wires be laid anew before the winter. This was agreed."]


def test_an_announced_list_belongs_to_the_decision() -> None:
    text = "It was agreed that the following Members would go:\n\nTidewell: Councillor Ash.\n\nNetherby: Councillor Oak.\n\nQUESTIONS\n"
    assert decided(text) == ["It was agreed that the following Members would go: Tidewell: Councillor Ash. Netherby: Councillor Oak."]


def test_a_list_that_ends_with_its_approval_is_one_decision() -> None:
    text = "12. Accounts for payment:-\nRope and paint - £60.00\nHire of the hall - £30.00 - all approved for payment.\n"
    assert decided(text) == ["Rope and paint - £60.00 Hire of the hall - £30.00 - all approved for payment."]


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed that the harbour had done all within its power.",
        "It was agreed that this was a fine plan.",
        "Mr Oak then wrote to the owner and agreed to come on Monday.",
        "It was agreed between Mr Oak and Mrs Elm that the gate stay open.",
        "This was agreed at the Panel meeting on 7th June.",
        "Some Members agreed that the tide was to blame.",
        "The guidance, which was adopted in 2014, is being redrawn.",
        "In discussion it was noted\n\na) That the pier is old.\n\nb) That the lamps are dim.\n",
    ],
)
def test_opinions_private_arrangements_and_other_meetings_decide_nothing(text: str) -> None:
    assert decided(f"The Chair opened the meeting and thanked those present.\n\n{text}\n") == []


def test_a_decision_by_number_has_the_number_for_its_label() -> None:
    found = groups("Bins: The price was read out. Resolved 31/11/7.01 It was agreed that the Clerk order two bins.")
    assert [(group.lead_in, group.clauses[0].label, group.clauses[0].text) for group in found] == [
        ("Resolved", "31/11/7.01", "It was agreed that the Clerk order two bins.")
    ]


def test_movers_and_the_vote_behind_an_outcome() -> None:
    (group,) = groups("The minutes of the last meeting were agreed as a true record. Prop JB, 2nd GK, All agreed.")
    assert (group.moved_by, group.seconded_by, group.vote and group.vote.outcome) == (["JB"], ["GK"], "unanimous")


def test_officers_are_elected_with_their_movers() -> None:
    text = "# Election of Office Bearers\n\nTreasurer - Paul Elm. Proposed by Ann Oak; seconded by Jo Ash.\n"
    (item,) = parse(Source("-", "markdown", text[2:], "", hints=[Hint((0, 26), "heading", "2")])).items
    (group,) = item.groups
    assert (group.status, group.clauses[0].text, group.moved_by, group.seconded_by) == (
        "decided",
        "Treasurer - Paul Elm.",
        ["Ann Oak"],
        ["Jo Ash"],
    )


def test_a_notice_of_motion_that_is_seconded_was_moved() -> None:
    text = (
        "Notice of Motion submitted by Councillor Elm\n\nI will move at the next Meeting that the quay be swept.\n\n"
        "Councillor Elm, in proposing the Motion, stated that the quay was foul.\n\nCouncillor Oak seconded the Motion.\n"
    )
    (group,) = groups(text)
    assert (group.status, group.clauses[0].text) == ("moved", "that the quay be swept.")
