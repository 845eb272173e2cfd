"""What a clause does, in any mood (P21)."""

import pytest

from minutes_cli.grammar.parts.actions import find_action


@pytest.mark.parametrize(
    "clause", ["That the plan be noted.", "To note the plan", "Noted the plan;", "notes the plan; and", "That Cabinet note the plan"]
)
def test_every_mood_of_one_act(clause: str) -> None:
    assert find_action(clause) == "note"


@pytest.mark.parametrize(
    ("action", "clause"),
    [
        ("note", "That the annual report be noted"),
        ("note", "That it be noted that the scheme was approved in May"),
        ("note", "That the plan be noted, as approved at the May meeting"),
        ("note", "That the request from the owner be noted"),
        ("note", "That the Committee report be noted"),
        ("approve", "That the dues be approved, it being noted that they were reviewed"),
        ("receive", "That the minutes BE RECEIVED"),
        ("receive", "That the report on the approved budget be received"),
        ("thank", "That thanks be given to the pilots"),
        ("consider", "That consideration is given to the words used"),
        ("approve", "That the annual report be approved"),
        ("approve", "RESOLVED that the plan be approved"),
        ("approve", "the proposed by-law BE APPROVED"),
        ("approve", "approval be given to the tree policy"),
        ("approve", "That approval be given to:"),
        ("approve", "Cabinet approved the plan"),
        ("approve", "The Committee: approved the dues"),
        ("approve", "That Council: agrees the scheme"),
        ("approve", "That permission be granted subject to conditions"),
        ("approve", "That the recommendations in the report be approved"),
        ("approve", "To approve the scheme, with the works to be noted in the plan"),
        ("adopt", "That the strategy is adopted"),
        ("confirm", "That the minutes of the meeting held on 4 May be confirmed as a correct record"),
        ("refuse", "not to support the application"),
        ("refuse", "That the application be not approved"),
        ("refuse", "That the application be REFUSED for this reason"),
        ("refuse", "That permission be refused"),
        ("defer", "That the kiosk application be DEFERRED for the following reason: to see the drawings."),
        ("refer", "That the matter be referred to the Harbour Committee"),
        ("refer", "That the recommendations be referred to Council"),
        ("recommend", "That Council be recommended to adopt the plan"),
        ("recommend", "recommends to the Harbour Board that the dues be frozen"),
        ("recommend", "That the report be submitted to Cabinet for approval"),
        ("recommend", "That the Panel recommend that Cabinet fund the quay"),
        ("delegate", "That authority be delegated to the Harbour Master, in consultation with the Portfolio Holder, to let the kiosk."),
        ("delegate", "That delegated authority be given to the Director to let the kiosk"),
        ("delegate", "That the Director be authorised to let the contract"),
        ("delegate", "That the Clerk, with the Chair, be given delegated Authority to sign"),
        ("welcome", "Cabinet commends the crew for their work"),
        ("request", "Requests the Harbour Committee to consider the changes and report back"),
        ("monitor", "That the Panel continue to monitor the moorings"),
        ("monitor", "That the position be kept under review"),
        ("review", "That the policy be reviewed each year"),
        ("request", "That the response be reported back to Council"),
        ("request", "That the Chair writes to the ferry company."),
        ("request", "That the Clerk write to the owner"),
        ("request", "That the Strategic Director be requested to report back in six months"),
        ("request", "That a report be submitted to the next meeting"),
        ("request", "That a further report be brought back to this Committee"),
        ("appoint", "That Councillor Ash be appointed Chair"),
        ("exclude", "That the public be excluded from the meeting"),
        ("amend", "That clause 4 be amended to read"),
        ("withdraw", "That the item be withdrawn"),
        ("publish", "the results be published"),
    ],
)
def test_acts(action: str, clause: str) -> None:
    assert find_action(clause) == action


@pytest.mark.parametrize(
    ("action", "clause"),
    [
        ("recommend", "That the plan be noted, and the following recommendations be sent to OSMB and Cabinet for approval: -"),
        ("approve", "That Cabinet approve the answer to the Panel, as detailed in Appendix 1, and note the plan."),
        ("approve", "That the lease be approved and authority be delegated to the Director to sign it"),
        ("approve", "That the plan be noted and the budget be approved"),
        ("note", "That the plan be noted and considered"),
    ],
)
def test_which_of_several_acts_counts(action: str, clause: str) -> None:
    assert find_action(clause) == action


@pytest.mark.parametrize(
    "clause", ["That the moorings be surveyed each spring", "That the Directors explore options", "The gate be painted", "", "  ;"]
)
def test_no_known_act(clause: str) -> None:
    assert find_action(clause) is None
