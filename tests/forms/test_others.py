"""Other people's decisions told on a body's page, and its own (P42, P43, T6, T12): who decides, what announces it, and where it stands."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from tests.forms.reading import assert_read, told

PARISH = "Minutes of the meeting of Wexcombe Parish Council held on 3 May 2031\n\n"
CABINET = "Harbour City Council\n\nCabinet\n\nMinutes of the meeting held on 3 May 2031\n\n"
BOARD = "Netherby Development Board – Minutes\n\n"
PLACES = (
    "4. Village gate\n\n{}\n\n5. Planning\n\nThere was nothing to report.\n",
    "4. Village gate\n\nThe Clerk spoke about the gate. {}\n\n5. Planning\n\nThere was nothing to report.\n",
    "4.1 The Clerk spoke about the gate.\n\n4.2 {}\n\n4.3 There was nothing to report.\n",
)

NEWS = {
    PARISH: (
        "The County Council approved the scheme.", "The County Council has approved the scheme.",
        "The County Council had approved the scheme.",
        "The County Council agreed to fund the path.", "The District Council refused the application.",
        "The Borough Council adopted the plan in March.", "Harbour District Council granted permission for the barn.",
        "Wexcombe District Council approved the application.", "Saltmarsh Parish Council agreed to share the cost.",
        "The Working Group agreed to meet monthly.", "The Planning Inspectorate had decided to allow the appeal.",
        "The Planning Inspectorate decided to allow the appeal.", "The Planning Inspector dismissed the appeal.",
        "The Secretary of State approved the order.", "The Government agreed to extend the scheme.",
        "The Environment Agency approved the works.", "The Village Hall Trustees agreed to paint the door.",
        "The School Governors agreed to close the gate.", "The Housing Association agreed to mend the wall.",
        "The PCC agreed to cut the grass.", "HCC agreed to repair the road.", "The Highways Authority approved the sign.",
        "National Highways agreed to clear the ditch.", "Cllr Ash reported that the County Council had agreed to fund the path.",
        "The application was approved by the District Council.", "The application was refused by Harbour District Council.",
        "At its last meeting the Planning Committee resolved to refuse the application.",
        "At the meeting of the District Council on 3 May it was resolved to refuse the application.",
        "At its meeting in March, the County Council agreed the budget.",
        "The District Council resolved that the application be refused.", "The County Council RESOLVED to close the bridge.",
        "The following letter was read: “The Board resolved that the bridge be closed.”",
    ),
    CABINET: (
        "Cabinet had resolved in March that the quay be lit.", "The Cabinet resolved in March 2031 that the quay be lit.",
        "The Scrutiny Panel resolved that the quay be lit.", "The Scrutiny Panel agreed that the quay should be lit.",
        "In February 2031 the Council approved the budget.", "The Combined Authority agreed to fund the quay.",
        "The Wexcombe Trust Board approved the merger in June.", "Last year the Council agreed to freeze the rent.",
        "Previously, Cabinet agreed to freeze the rent.", "On 3 March 2031 Cabinet agreed to freeze the rent.",
        "It was resolved at the meeting in March that the quay be lit.", "Members noted that the Council had agreed to freeze the rent.",
    ),
    BOARD: ("The City Council approved the lease.", "The County Council has agreed to fund the path."),
}  # fmt: skip
OWN = {
    PARISH: (
        "The Council approved the budget.", "The Parish Council agreed to paint the gate.",
        "Wexcombe Parish Council agreed to paint the gate.",
        "Wexcombe Parish Council resolved to paint the gate.", "Members agreed to paint the gate.",
        "The Council resolved that the gate be painted.", "WPC agreed to paint the gate.", "The PC agreed to paint the gate.",
        "Wexcombe PC supported the application.", "It was agreed that the County Council be asked to mend the road.",
        "The Council agreed to ask the District Council to refuse the application.", "The quotation from the County Council was approved.",
        "The Committee agreed to paint the gate.",
    ),
    CABINET: (
        "The Cabinet agreed to freeze the rent.", "Cabinet agreed the budget.", "The Cabinet resolved that the quay be lit.",
        "The Executive agreed to freeze the rent.", "Members approved the budget.", "The Council approved the budget.",
        "Cabinet endorsed the plan approved by the Scrutiny Panel.", "Harbour City Council agreed to freeze the rent.",
    ),
    BOARD: (
        "The Board agreed to let the shop.", "The Board resolved to let the shop.",
        "The Netherby Development Board agreed to let the shop.", "The meeting agreed to let the shop.",
    ),
}  # fmt: skip


def settled(page: Minutes) -> int:
    """How many groups of the page were decided, moved or lost."""
    return sum(status in ("decided", "moved", "lost") for status, _, _ in told(page))


@pytest.mark.parametrize(("head", "sentence"), [(head, sentence) for head, rows in NEWS.items() for sentence in rows])
def test_what_others_decided_is_news(head: str, sentence: str) -> None:
    assert_read(PLACES, lambda place: head + place.format(sentence), lambda _, page: settled(page) == 0)


@pytest.mark.parametrize(("head", "sentence"), [(head, sentence) for head, rows in OWN.items() for sentence in rows])
def test_what_the_body_decided_is_its_own_whatever_it_calls_itself(head: str, sentence: str) -> None:
    assert_read(PLACES, lambda place: head + place.format(sentence), lambda _, page: settled(page) == 1)


@pytest.mark.parametrize("sentence", [sentence for rows in OWN.values() for sentence in rows])
def test_a_page_without_a_head_has_the_benefit_of_the_doubt(sentence: str) -> None:
    if not sentence.startswith(("WPC", "The PC")):
        assert_read(PLACES, lambda place: place.format(sentence), lambda _, page: settled(page) == 1)


ANNOUNCING = (
    "The County Council wrote as follows:", "The Clerk read a letter from the County Council, which said:",
    "The following letter was received from the District Council:", "An email from the County Council stated:",
    "The following extract from the minutes of the County Council was read:", "The Scrutiny Panel’s minutes read:",
    "The following resolution of the County Council was received:", "Correspondence from Harbour District Council:",
    "An extract from the minutes of the Planning Committee is set out below:",
    "Extract from the minutes of the Planning Committee held on 4 March 2031:", "Minute extract – Planning Committee, 4 March 2031",
    "The Committee’s resolution of 4 March 2031 was as follows:", "Resolutions from the last meeting:",
    "Resolutions of the previous meeting", "Actions and decisions from the last meeting:", "Decisions made at the last meeting:",
    "The Clerk reported that the following had been resolved by the County Council:",
)  # fmt: skip
QUOTED = (
    "RESOLVED that the bridge be closed.", "“RESOLVED that the bridge be closed.”", '"RESOLVED that the bridge be closed."',
    "(a) That the bridge be closed.\n\n(b) That the lane be mended.", "It was resolved that the bridge be closed.",
    "• The bridge would be closed. It was resolved that the lane be mended.",
)  # fmt: skip
LEADING_ON = (
    "The following resolution was passed:", "The Council resolved as follows:", "The Council then made the following decisions:",
    "The following was agreed:", "The Chair proposed the following resolution, which was carried:",
    "Members discussed the letter from the County Council and resolved:", "The following resolutions were agreed by the Council:",
    "Having considered the letter from the County Council:", "The Council considered the letter:",
)  # fmt: skip


@pytest.mark.parametrize("words", ANNOUNCING)
def test_what_is_quoted_behind_its_announcement_was_decided_elsewhere(words: str) -> None:
    rows = [
        (between, quoted)
        for between in ("\n\n", " ")
        for quoted in QUOTED
        if between == "\n\n" or (words[-1] == ":" and quoted[0] not in "(•")
    ]
    assert_read(rows, lambda row: PARISH + PLACES[0].format(words + row[0] + row[1]), lambda _, page: settled(page) == 0)


@pytest.mark.parametrize("words", LEADING_ON)
def test_what_the_body_did_about_a_letter_is_its_own(words: str) -> None:
    rows = (QUOTED[0], QUOTED[3])
    assert_read(rows, lambda row: PARISH + PLACES[0].format(f"{words}\n\n{row}"), lambda _, page: settled(page) == 1)


POINTS = (
    "The following points were made:", "In response to questions it was said:", "The officer reported:", "Points raised included:",
    "In response to questions from Members, officers stated that:", "Members raised the following points:",
    "During discussion the following points were noted:", "The Clerk gave the following updates:",
    "In discussion, the following comments were made:",
)  # fmt: skip


@pytest.mark.parametrize("words", POINTS)
def test_points_that_were_made_only_tell_what_was_approved(words: str) -> None:
    rows = (
        "• The budget was approved.\n\n• The grant was agreed in May.\n\n• Lamps were bought.",
        "(a) The budget was approved;\n\n(b) The grant was agreed in May;\n\n(c) Lamps were bought.",
        "- the scheme was approved by Ministers;\n- the lamps had been agreed;",
    )
    assert_read(rows, lambda row: PARISH + PLACES[0].format(f"{words}\n\n{row}"), lambda _, page: settled(page) == 0)
    own = ("• It was agreed to paint the gate.\n\n• Lamps were bought.", "• Members agreed to paint the gate.")
    assert_read(own, lambda row: PARISH + PLACES[0].format(f"{words}\n\n{row}"), lambda _, page: settled(page) == 1)
