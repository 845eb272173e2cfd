"""Decisions told in prose (P18, P23): who decides, the verb, and where the sentence stands. The clause is the whole sentence."""

from __future__ import annotations

import pytest

from tests.forms.reading import assert_read, decided, paired, told

SUBJECTS = (
    "The minutes of the meeting held on 4 May were", "The report was", "The accounts were", "The quotation from Stone & Co was",
    "The budget for 2031/32 was", "The application was", "A grant of £200 to the hall was", "The new policy was",
    "Payment of the invoices was", "The precept of £12,000 was", "The revised terms of reference were",
    "The payments listed were", "Standing Orders were", "The draft response was", "The tender was", "A donation of £50 was",
    "The dates of meetings for 2032 were", "The list of payments was", "A budget of £500 for the fete was", "The lease was",
    "The asset register was", "The risk assessment was",
)  # fmt: skip
"""Left out: `This was …` takes in the sentence that it points back to, `The proposal was rejected` is a motion lost, and
`The recommendation was …` may be somebody else's answer."""

VERBS = (
    "approved", "agreed", "adopted", "accepted", "confirmed", "ratified", "endorsed", "deferred", "refused", "rejected",
    "approved unanimously", "unanimously approved", "duly approved", "agreed unanimously", "approved by all", "considered and approved",
    "discussed and agreed", "reviewed and adopted", "agreed in principle", "declined", "deferred to the next meeting",
    "approved subject to survey", "not approved", "also approved", "then agreed", "formally adopted", "proposed, seconded and agreed",
    "approved as presented", "approved for payment", "authorised",
)  # fmt: skip

OF_THE_MINUTES = (
    "confirmed as a correct record", "signed as a correct record", "agreed as a true record", "approved and signed",
    "taken as read and signed", "approved as a true and accurate record", "accepted as a correct record and signed by the Chair",
    "read and approved", "confirmed and signed", "agreed to be a true record", "passed as a true record", "adopted",
)  # fmt: skip

SENTENCES = (
    "It was agreed to paint the gate.", "It was decided to paint the gate.", "It was agreed that the gate be painted.",
    "It was agreed that the Clerk should write to the owner.", "It was unanimously agreed to paint the gate.",
    "It was further agreed to paint the gate.", "It was also agreed that the gate be painted.",
    "It was therefore decided to paint the gate.", "It was agreed by all to paint the gate.", "It was agreed not to paint the gate.",
    "Members agreed to paint the gate.", "Members agreed that the gate should be painted.", "Councillors agreed to paint the gate.",
    "Councillors agreed that the gate be painted.", "Cllrs agreed to paint the gate.", "The Council agreed to paint the gate.",
    "The Parish Council agreed to paint the gate.", "The Committee agreed the budget.", "The Council approved the budget.",
    "The Committee approved the quotation from Stone & Co.", "The Parish Council approved a grant of £200.",
    "The Town Council supported the application.", "The Council adopted the policy.", "The Committee accepted the tender.",
    "Members approved the budget.", "Councillors approved the payments listed.", "All agreed to paint the gate.",
    "All agreed that the gate be painted.", "Everyone agreed to paint the gate.", "The meeting agreed to paint the gate.",
    "The Board agreed to paint the gate.", "After discussion it was agreed to paint the gate.",
    "Following a discussion, it was agreed that the gate be painted.", "After some debate the Council agreed to paint the gate.",
    "The Council voted to paint the gate.", "Members voted unanimously to paint the gate.", "The Council decided to paint the gate.",
    "The Committee decided that the gate be painted.", "It was agreed in principle to paint the gate.",
    "Council agreed to paint the gate.", "Council approved the budget.", "The Trustees agreed to paint the gate.",
    "The Panel agreed to defer the item.", "The Council elected Cllr Ash as Chair.", "The Council appointed Mr Cole as auditor.",
    "It was proposed and agreed to paint the gate.", "It was proposed, seconded and agreed that the gate be painted.",
    "A vote was taken and it was agreed to paint the gate.", "It was agreed that £200 be given to the hall.",
    "It was agreed that Cllr Ash would represent the Council.", "It was agreed the Clerk would write to the owner.",
    "It was agreed we should write to the owner.", "The Council had no objection to the application.",
    "The Council agreed not to object to the application.", "It was agreed to object to the application.",
    "The Council objected to the application.", "The Council unanimously agreed to paint the gate.",
    "The Council unanimously approved the budget.", "The budget was agreed and the precept set at £12,000.",
)  # fmt: skip
"""Left out: `The Council resolved to …`, `Agreed to …` and `Agreed that …`, whose first words are a lead-in (see the resolutions)."""

ELECTIONS = (
    "Cllr Ash was elected Chair.", "Cllr Ash was elected as Chairman for the year.", "Cllr Ash was re-elected as Chairman.",
    "Cllr Ash was duly elected Vice Chairman.", "Mr Cole was co-opted on to the Council.", "Cllr Ash was appointed to the Hall Committee.",
    "Cllr Ash was elected unopposed.", "Jane Ash was elected Treasurer.", "Cllrs Ash and Birch were appointed to the Hall Committee.",
    "Mrs Ash was unanimously elected Chair.", "Cllr Ash was appointed as the Council’s representative.",
    "Cllr Ash was nominated and elected as Chair.",
)  # fmt: skip

PLACES = {
    "alone": "{}",
    "second sentence": "The Clerk spoke about the matter. {}",
    "numbered paragraph": "3.1 The Clerk spoke about the hall.\n\n3.2 {}",
    "bullet": "The Clerk spoke about the hall.\n\n• {}",
    "below a title": "7. Finance\n\n{}\n\n8. Planning\n\nThere was nothing to report.",
}
LEFT_OUT = {
    (f"The proposal was {how}.", place)
    for how in ("approved unanimously", "unanimously approved", "agreed unanimously", "approved by all")
    for place in ("alone", "below a title")
}
"""With no proposal on the page before it, this is how a vote went on something that is not told."""


def assert_told(rows: list[tuple[str, str]]) -> None:
    """Each sentence, in its place, is the one told decision of its page."""
    assert_read(
        [row for row in rows if row not in LEFT_OUT],
        lambda row: "Minutes of the Parish Council\n\n" + PLACES[row[1]].format(row[0]) + "\n",
        lambda row, page: told(page) == decided(row[0], "narrative"),
    )


@pytest.mark.parametrize("verb", VERBS)
def test_a_matter_was_decided(verb: str) -> None:
    matters = [f"{subject} {verb}." for subject in SUBJECTS]
    assert_told(paired(matters, list(PLACES), VERBS.index(verb)))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_matter_was_approved_or_refused_in_every_place(subject: str) -> None:
    assert_told([(f"{subject} {verb}.", place) for verb in ("approved", "agreed unanimously", "deferred") for place in PLACES])


@pytest.mark.parametrize("how", OF_THE_MINUTES)
def test_the_minutes_were_settled(how: str) -> None:
    assert_told([(f"The minutes of the meeting held on 4 May were {how}.", place) for place in PLACES])


@pytest.mark.parametrize("sentence", SENTENCES + ELECTIONS)
def test_the_body_decided_or_elected(sentence: str) -> None:
    assert_told([(sentence, place) for place in PLACES])


NOTHING_DECIDED = (
    "Council noted thanks from the Mayor for the work of the Panel.", "The Cabinet noted the value of the scheme.",
    "Members noted the success of the fair.", "The Committee noted the concerns of the residents.",
    "In the course of the debate these points were noted.", "Members who opposed the amendment agreed that it would be rash.",
    "Councillors that spoke against agreed to differ.", "Queries were raised as to how many were approved in the year.",
    "The following was agreed at that Committee’s meeting.", "(Eight Members voted for the motion and there were three abstentions.)",
    "The Director, Housing, agreed to follow up on the queries.", "The Deputy Clerk, Ms Cole, agreed to write to the owner.",
)  # fmt: skip


@pytest.mark.parametrize("sentence", NOTHING_DECIDED)
def test_thanks_views_and_what_some_agreed_are_no_decisions(sentence: str) -> None:
    assert_read(
        PLACES, lambda place: "Minutes of the Council\n\n" + PLACES[place].format(sentence) + "\n", lambda _, page: told(page) == []
    )
