"""What is decided on planning and licensing applications in few words (P24, P37, P39): by who is consulted, and by who decides."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import assert_read, groups

PARISH = "Minutes of the meeting of Wexcombe Parish Council held on 3 May 2031\n\n"
COMMITTEE = "Harbour Borough Council\n\nPlanning Committee\n\nMinutes of the meeting held on 3 May 2031\n\n"
NUMBERS = ("31/0042", "31/0042/FUL", "WEX/31/0042", "DM/2031/00042")
VIEWS = ("No objection", "NO OBJECTION", "No objections", "Object", "OBJECT", "Objection", "Support", "Supported", "No comment", "Neutral")
LOUD = ("NO OBJECTION", "NO OBJECTIONS", "OBJECT", "OBJECTION", "SUPPORT", "NO COMMENT")
QUIET = ("no objection", "No objections", "no comment", "Supported")
"""Nothing but capitals shows that the view is the council's outcome: others’ views are noted in the same small words."""
ON_A_LINE = (
    "{n} 12 Mill Lane: {v}", "{n} – 12 Mill Lane – new porch – {v}", "{n} 12 Mill Lane, new porch. {v}.", "{n} 12 Mill Lane | {v}",
    "{n} | Mill House | {v}",
)  # fmt: skip
LABELLED = (
    "{n} 12 Mill Lane\n\nCouncil response: {v}", "{n} 12 Mill Lane, new porch\nCouncil response: {v}",
    "{n} 12 Mill Lane\n\nParish Council comments: {v}", "{n} 12 Mill Lane\n\nCouncil’s view: {v}", "{n} 12 Mill Lane\n\nResponse: {v}",
    "{n} 12 Mill Lane\n\nDecision: {v}", "{n} 12 Mill Lane\n\nPC response – {v}", "{n} 12 Mill Lane\n\nComment: {v}",
)  # fmt: skip


def one(page: Minutes) -> tuple[str, str] | None:
    """Status and words of the page's only clause; None where there are more or none."""
    clauses = [(group.status, clause.text) for group in groups(page) for clause in group.clauses]
    return clauses[0] if len(clauses) == 1 else None


@pytest.mark.parametrize("form", ON_A_LINE)
def test_the_view_in_capitals_at_a_line_s_end_is_a_told_decision(form: str) -> None:
    def line(row: tuple[str, str]) -> str:
        return form.format(n=row[0], v=row[1])

    rows = [(number, view) for number in NUMBERS for view in LOUD]
    assert_read(rows, lambda row: f"{PARISH}4. Planning\n\n{line(row)}\n", lambda row, page: one(page) == ("decided", line(row)))
    rows = [(number, view) for number in NUMBERS for view in QUIET]
    assert_read(rows, lambda row: f"{PARISH}4. Planning\n\n{line(row)}\n", lambda _, page: groups(page) == [])


@pytest.mark.parametrize("form", LABELLED)
def test_the_view_that_a_label_gives_is_a_decision(form: str) -> None:
    rows = [(number, view) for number in NUMBERS for view in VIEWS]
    assert_read(
        rows, lambda row: f"{PARISH}4. Planning\n\n{form.format(n=row[0], v=row[1])}\n", lambda row, page: one(page) == ("decided", row[1])
    )


def test_the_view_alone_below_an_application_is_a_decision() -> None:
    rows = [(number, view) for number in NUMBERS for view in (*LOUD, "Object on grounds of height.", "Support subject to a slate roof.")]
    text = PARISH + "4. Planning\n\n{} 12 Mill Lane, new porch\n\n{}\n"
    assert_read(rows, lambda row: text.format(*row), lambda row, page: one(page) == ("decided", row[1]))


NEWS = ("Decisions received:", "Decisions by the District Council:", "Planning decisions received", "Decision notices issued:")


@pytest.mark.parametrize("head", NEWS)
def test_the_planning_authority_s_decisions_are_news_to_a_parish(head: str) -> None:
    rows = [
        "31/0042 12 Mill Lane – Approved\n\n31/0043 Mill House – Refused", "31/0042 12 Mill Lane: GRANTED",
        "31/0042 12 Mill Lane\n\nPermission granted subject to conditions",
    ]  # fmt: skip
    assert_read(rows, lambda row: f"{PARISH}4. Planning\n\n{head}\n\n{row}\n", lambda _, page: groups(page) == [])


VERDICTS = {
    "Decision: REFUSED": "REFUSED", "Decision: Refused": "Refused", "DECISION: GRANTED": "GRANTED",
    "Decision: Permission granted subject to conditions": "Permission granted subject to conditions",
    "Permission granted subject to conditions": None, "PERMISSION GRANTED subject to the conditions in the report.": None,
    "Permission refused.": None, "Planning permission be granted.": None, "Application REFUSED": None,
    "Application approved subject to conditions.": None, "GRANTED subject to conditions": None, "APPROVED as recommended": None,
    "RESOLVED: GRANT permission subject to conditions.": "GRANT permission subject to conditions.",
    "RESOLVED that permission be REFUSED.": "that permission be REFUSED.", "Resolved – Refused.": "Refused.", "RESOLVED: Refuse": "Refuse",
    "DEFERRED for a site visit.": None, "Licence granted subject to conditions.": None, "Licence: GRANTED": None,
    "Committee decision: Delegated to officers to approve.": "Delegated to officers to approve.", "Committee’s decision: REFUSE": "REFUSE",
    "Decision: Approved contrary to officer recommendation": "Approved contrary to officer recommendation",
    "The licence was granted.": None,
}  # fmt: skip
"""What is printed below the officer's report, and the clause in it; None where it is the whole."""


@pytest.mark.parametrize("words", VERDICTS)
def test_what_a_committee_decided_in_few_words(words: str) -> None:
    text = (
        COMMITTEE + "12. 31/0042/FUL 12 Mill Lane\n\nThe officer presented the report.\n\n{}\n\n13. Next meeting\n\nIt would be in May.\n"
    )
    assert_read([words], lambda row: text.format(row), lambda row, page: one(page) == ("decided", VERDICTS[row] or row))


def test_as_recommended_points_at_what_was_recommended() -> None:
    page = parse(COMMITTEE + "12. 31/0042/FUL 12 Mill Lane\n\nRecommendation: Approve\n\nDecision: As recommended\n")
    assert [(group.status, clause.text, clause.by_reference) for group in groups(page) for clause in group.clauses] == [
        ("proposed", "Approve", None),
        ("decided", "As recommended", "As recommended"),
    ]
