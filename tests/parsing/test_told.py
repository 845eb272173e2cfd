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


@pytest.mark.parametrize(
    "sentence",
    [
        "It was agreed that Councillor J.W. Birch be appointed to the panel.",
        "The Sub-Committee has decided to grant the application.",
        "The Committee has agreed to grant the licence.",
        "The Committee agreed that the minutes of the meeting held on 1 September 2031 were confirmed as a correct record.",
        "The Committee agreed, in accordance with Standing Order 48 (a) (1), that the decision would not be called in.",
        "The Joint Board had before them, and approved as a correct record, the Minute of 22 March 2031.",
        "The Council NOTED that the recess powers had not been used.",
        "The officer’s recommendation was approved by 7 votes to 2.",
        "The Council homologated the decision.",
        "The Committee remitted the report to the Director.",
        "The Board continued consideration of the application to its next meeting.",
        "The Chair signed the minutes of the previous meeting held on 7 December 2031 as a true record.",
        "There was no objection to these plans from the committee.",
        "No objections were raised as long as the path stays open.",
        "Cllr Larch was duly moved, seconded and elected to serve as Chairman for the ensuing year.",
        "It was proposed, seconded and all voted unanimously in favour to co-opt Mrs Rowan as a new Councillor.",
        "There was a unanimous agreement to appoint Kay Yew to the vacancy.",
    ],
)
def test_a_sentence_tells_a_decision(sentence: str) -> None:
    assert decided(f"Agenda item\nPier\nMinutes:\n{sentence}\n") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "This application was referred to the Planning Committee because the Council owned the land.",
        "The application was referred to the Planning Committee as it had been called in by Councillor Ash.",
        "The application was deferred at the meeting on 4 March 2031 to allow a site visit.",
        "A vote of thanks was on all lips. This was endorsed by Councillors Swift and Ayr.",
        "The Chief Executive agreed to write to the owner.",
        "The applicant has decided to grant a right of way.",
    ],
)
def test_a_sentence_tells_no_decision(sentence: str) -> None:
    assert decided(f"Agenda item\nPier\nMinutes:\n{sentence}\n") == []


def test_another_body_s_sitting_is_told_over_several_paragraphs() -> None:
    told = "At its meeting on 13 December, the Harbour Scrutiny Committee considered the plan.\n\n"
    told += "The Harbour Scrutiny Committee agreed to recommend that the Cabinet mend the pier.\n\n"
    assert decided(f"Cabinet\n\nPier\n\n{told}The Cabinet approved the views.\n") == ["The Cabinet approved the views."]


def test_the_body_that_acts_is_the_page_s_own_though_the_head_names_its_host() -> None:
    first, second = "The Integration Joint Board agreed to approve the plan.", "The Integration Joint Board noted the report."
    page = f"Netherby Council\n\nAgenda and minutes\n\n4.\n\nPLAN\n\nMinutes:\n\n{first}\n\n5.\n\nPIER\n\nMinutes:\n\n{second}\n"
    assert decided(page) == [first, second]


def test_what_stands_between_verb_and_matter_belongs_to_the_lead_in() -> None:
    [group] = groups("It was resolved under Section 1 of the Public Bodies Act 1960 to exclude the public from the meeting.")
    assert group.lead_in == "It was resolved under Section 1 of the Public Bodies Act 1960"
    assert [clause.text for clause in group.clauses] == ["to exclude the public from the meeting."]


def test_a_council_s_view_in_a_line_of_its_own() -> None:
    lines = "31/01131/FUL Proposed porch\nAt 12 Mill Court\nFor Mrs Larch\nNo objection\n"
    [group] = groups(f"Netherby Parish Council\n\n9. Planning\n\n{lines}\n10. Close\n")
    assert (group.clauses[0].text, group.moved_by) == ("No objection", [])


def test_one_person_s_consent_is_no_decision() -> None:
    assert decided("3. Chairman\n\nAnn Ash agreed to continue as Chairman, duly signed the Declaration and took the Chair.\n") == []


def test_an_earlier_meeting_s_resolution_is_reported() -> None:
    text = "The Council, at its meeting on 21 March 2030, considered the report and resolved that the rise be refused.\n"
    assert [group.status for group in groups(f"Agenda item\nPier\nMinutes:\n{text}")] == ["reported"]


def test_what_was_further_resolved_is_this_meeting_s() -> None:
    text = "It had been previously resolved to look at the pier monthly, it was further resolved that this be done every Sunday.\n"
    assert decided(text) == ["that this be done every Sunday."]


def test_a_resolution_for_somebody_to_act() -> None:
    text = "4. Plots\n\nRESOLVED unanimously for the Clerk to write to Plots 8, 9 and 23.\n"
    assert decided(text) == ["RESOLVED unanimously for the Clerk to write to Plots 8, 9 and 23."]


def test_a_motion_behind_a_report_that_recommended() -> None:
    motion = "Councillor Elm moved that permission be refused, seconded by Councillor Oak."
    report = "The Officer outlined the report which recommended permission be granted."
    assert decided(f"Agenda item\nPier\nMinutes:\n{report}\n\n{motion} The motion was put to the vote and CARRIED.\n") == [motion]
