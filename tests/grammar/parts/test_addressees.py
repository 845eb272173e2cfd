"""Bodies and officers after verbs of sending (P14)."""

import pytest

from minutes_cli.grammar.parts.addressees import find_addressees


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_addressees(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("That the plan be noted and sent to OSMB and Cabinet for approval", ["OSMB", "Cabinet"]),
        ("be submitted to OSMB and Cabinet for approval", ["OSMB", "Cabinet"]),
        ("be referred to the Harbour Committee", ["Harbour Committee"]),
        ("RECOMMENDED TO COUNCIL: that", ["COUNCIL"]),
        ("recommends to the Harbour Board that the dues", ["Harbour Board"]),
        ("That the Chair write to the ferry company about", ["ferry company"]),
        ("be reported back to Council within two months", ["Council"]),
        ("request that the Strategic Director of Ports and Coast report back", ["Strategic Director of Ports and Coast"]),
        ("the Clerk to write to", ["Clerk"]),
        ("be submitted to the Overview and Scrutiny Board and Cabinet", ["Overview and Scrutiny Board", "Cabinet"]),
        ("be reported to the next meeting of the Harbour Committee in May", ["Harbour Committee"]),
        ("That Council be recommended to adopt the plan", ["Council"]),
        ("recommend to Full Council that", ["Full Council"]),
        ("resolved to recommend that Council adopt the plan", ["Council"]),
        ("That the Harbour Master be requested to report back in six months", ["Harbour Master"]),
        ("the City Clerk BE REQUESTED to report", ["City Clerk"]),
        ("be referred to the Director of Housing and Leisure and Cabinet", ["Director of Housing and Leisure", "Cabinet"]),
        ("be referred to Cabinet, and then to Council", ["Cabinet", "Council"]),
        ("That a letter be sent to Netherby Parish Council", ["Netherby Parish Council"]),
        ("asks the Leader of the Council to write", ["Leader of the Council"]),
        ("That the Mayor be asked to write to the Minister", ["Mayor", "Minister"]),
        ("calls on the Secretary of State for Transport to fund", ["Secretary of State for Transport"]),
        ("be referred to Cabinet and be reported to Cabinet", ["Cabinet"]),
        ("the Civic Administration BE DIRECTED to report", ["Civic Administration"]),
        ("That officers be asked to survey the quay", ["officers"]),
        ("be\u00a0referred\u00a0to\u00a0the\u00a0Harbour\u00a0Committee", ["Harbour\u00a0Committee"]),
    ],
)
def test_addressees(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "as referred to in Minute 12 and to Appendix 1",
        "referred to above",
        "submitted to the meeting",
        "that the kiosk be let to Mr Ash",
        "That the policy be recommended",
        "authority be delegated to the Director",
        "the Mayor referred to Councillor Ash’s words",
        "recommended to note the plan",
        "as submitted to the Council Plan",
        "in order for the Clerk to obtain a key",
        "AC and RH will be asked",
        "",
    ],
)
def test_nobody_is_addressed(text: str) -> None:
    assert found(text) == []


def test_words_for_bodies_may_be_given() -> None:
    text = "be referred to the Harbour Moot"
    assert find_addressees(text) == []
    assert [text[start:end] for start, end in find_addressees(text, frozenset({"moot"}))] == ["Harbour Moot"]
