"""Records of officers' and single members' decisions: how their parts are headed and the decision is worded (P07, P55)."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import assert_read, groups

TOPS = (
    "Officer Decision Record\n\n",
    "RECORD OF DELEGATED DECISION\n\nDecision maker: Director of Place\n\nDate of decision: 3 May 2031\n\n",
    "Wexcombe Borough Council\n\nNotice of decision taken under delegated powers\n\nSubject: Kiosk lease\n\n",
    "Cabinet Member Decision Record\n\nCabinet Member: Councillor Ash, Cabinet Member for Place\n\n",
)
HEADS = (
    ("1. Decision", "2. Reasons", "3. Alternatives considered"),
    ("1. Decision taken", "2. Reasons for decision", "3. Alternative options considered and rejected"),
    ("1. DECISION", "2. REASON FOR DECISION", "3. OTHER OPTIONS CONSIDERED"), ("3. Decision:", "4. Reasons:", "5. Alternatives:"),
    ("Decision Taken:", "Reasons for the Decision:", "Alternative Options Considered:"),
    ("Decision made:", "Reason(s) for decision:", "Details of alternative options considered and rejected:"),
    ("Decision", "Reasons for Decision", "Alternative Options Considered"),
    ("Decision(s)", "Reason(s) for the decision", "Alternatives considered and rejected"),
    ("The decision", "The reasons for the decision", "Other options considered and rejected"),
    ("Details of decision:", "Reasons:", "Other options considered:"), ("Decision/s:", "Reason/s:", "Options considered:"),
    ("4 Decision", "5 Reasons for the decision", "6 Alternatives considered"),
    ("Delegated decision:", "Reason for decision:", "Alternative options:"),
    ("Decision Details:", "Justification:", "Options considered and rejected:"),
    ("What decision was taken?", "Why was it taken?", "What alternatives were considered?"),
    ("Officer decision:", "Rationale:", "Alternatives considered:"), ("A. Decision", "B. Reasons", "C. Alternatives considered"),
    ("Decision taken", "Reasons for taking the decision", "Alternative options considered and reasons for rejection"),
    ("Record of decision:", "Reason for the decision:", "Details of any alternative options considered and rejected by the officer:"),
)  # fmt: skip
DECISIONS = (
    "That the lease of the kiosk be renewed for five years.", "To renew the lease of the kiosk for five years.",
    "Approval of the renewal of the lease of the kiosk for five years.", "Approved the renewal of the lease of the kiosk.",
    "The Director approved the renewal of the lease of the kiosk.", "The lease of the kiosk will be renewed for five years.",
    "I approve the renewal of the lease of the kiosk.", "It was agreed that the lease be renewed for five years.",
    "Authority is given to renew the lease of the kiosk.",
    "(a) That the lease be renewed; and\n\n(b) That the rent be frozen.", "1. Approve the renewal of the lease.\n\n2. Note the rent.",
    "That the lease be renewed.\n\nThat the rent be frozen.", "The lease will be renewed.\n\nThe rent will be frozen.",
)  # fmt: skip
REASON = "The tenant has kept the kiosk well and the rent is fair."
ALTERNATIVE = "To let the kiosk to somebody else. This was rejected because of the cost."


@pytest.mark.parametrize("heads", HEADS)
def test_the_decision_is_decided_and_reasons_and_alternatives_stand_apart(heads: tuple[str, str, str]) -> None:
    between = ["\n\n", " | ", *([" "] if heads[0][-1] in ":?" else [])]
    rows = [(top, decision, gap) for top in TOPS for decision in DECISIONS for gap in between if gap == "\n\n" or "\n" not in decision]

    def text(row: tuple[str, str, str]) -> str:
        top, decision, gap = row
        parts = [head + gap + words for head, words in zip(heads, (decision, REASON, ALTERNATIVE), strict=True)]
        return top + ("\n" if gap == " | " else "\n\n").join([*parts, "Signed: J Doe, Director of Place\n"])

    def right(row: tuple[str, str, str], page: Minutes) -> bool:
        wanted = [words.split(" ", 1)[1] if words[0] in "(12" else words for words in row[1].split("\n\n")]
        found = groups(page)
        if len(found) != 1 or found[0].status != "decided":
            return False
        [group] = found
        apart = [passage.text for passage in [*group.reasons, *group.alternatives]]
        return [clause.text for clause in group.clauses] == wanted and apart == [REASON, ALTERNATIVE]

    assert_read(rows, text, right)


def test_other_parts_of_the_form_decide_nothing() -> None:
    page = parse(
        "Officer Decision Record\n\n1. Decision\n\nThe lease will be renewed.\n\n2. Reasons\n\nThe trade is good.\n\n"
        "3. Financial implications\n\nThe rent was approved in the budget.\n\n4. Consultation\n\nThe ward member agreed to it.\n"
    )
    assert [(group.status, [clause.text for clause in group.clauses]) for group in groups(page)] == [
        ("decided", ["The lease will be renewed."])
    ]
