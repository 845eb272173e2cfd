"""Answers to scrutiny (P15): how they are told, how recommendations are labelled, and where the answers stand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import assert_read

LABELS = {"1.": ("1", "2", "3", "4"), "(a)": ("(a)", "(b)", "(c)", "(d)"), "Recommendation 1:": ("1", "2", "3", "4")}
ASKS = ("That the quay be lit.", "That the quay be swept.", "That the quay be painted.", "That the quay be let.")
SHORT = {
    "accepted": "a", "accepted-in-part": "p", "noted": "n", "rejected": "r", "deferred": "d", "not-stated": "?",
}  # fmt: skip

ANSWERS = {
    # of a decision: {1} to {4} are the labels
    "RESOLVED that recommendations {1} and {3} be accepted and recommendation {2} be rejected.": "a13 r2",
    "RESOLVED: That recommendations {1}, {2} and {3} be accepted and recommendation {4} be noted.": "a123 n4",
    "RESOLVED that recommendations {1} to {3} be accepted and that recommendation {4} be deferred for a further report.": "a123 d4",
    "RESOLVED:\n\n(i) that recommendations {1} to {3} be accepted;\n\n(ii) that recommendation {4} be not accepted.": "a123 r4",
    "RESOLVED to accept recommendations {1}, {2} and {3} and to note recommendation {4}.": "a123 n4",
    "RESOLVED that Cabinet accepts recommendations {1} to {3} and notes recommendation {4}.": "a123 n4",
    "Cabinet resolved to accept recommendations {1}, {2} and {3} but not recommendation {4}.": "a123 r4",
    "RESOLVED that all of the recommendations be accepted.": "a*",
    "RESOLVED that the recommendations of the Scrutiny Panel be accepted.": "a*",
    "RESOLVED that the recommendations be accepted with the exception of recommendation {2}.": "a134 ?2",
    "RESOLVED that all the recommendations be agreed except recommendation {2}, which was rejected.": "a134 r2",
    "RESOLVED that the recommendations be accepted subject to the deletion of recommendation {3}.": "a124 ?3",
    "RESOLVED that recommendation {3} not be accepted.": "r3",
    "RESOLVED that the report be noted, recommendations {1} to {3} being accepted and recommendation {4} rejected.": "a123 r4",
    "RESOLVED: That recommendations {1} and {2} be agreed, recommendation {3} noted and recommendation {4} not agreed.": "a12 n3 r4",
    "RESOLVED that Cabinet approves recommendations {1} to {3} of the Panel and does not approve recommendation {4}.": "a123 r4",
    "RESOLVED that Cabinet:\n\n(i) accepts recommendation {1}; and\n\n(ii) rejects recommendation {4}.": "a1 r4",
    "RESOLVED that the recommendations of the Scrutiny Panel be agreed.": "a*",
    "RESOLVED that the Scrutiny Panel’s recommendations be noted.": "n*",
    # told
    "Cabinet agreed the recommendations of the Scrutiny Panel.": "a*",
    "The Cabinet approved the recommendations made by the Panel.": "a*",
    "Cabinet accepted all of the recommendations except recommendation {2}.": "a134 ?2",
    "Cabinet accepted all recommendations with the exception of recommendation {2}, which was deferred.": "a134 d2",
    "All of the recommendations were accepted, apart from recommendation {4}.": "a123 ?4",
    "Cabinet agreed the recommendations in full.": "a*",
    "Cabinet accepted the recommendations in part.": "p*",
    "The recommendations were accepted subject to the funds being found.": "p*",
    "Cabinet partially accepted recommendation {3}.": "p3",
    "Recommendation {3} was accepted with amendments.": "p3",
    "Cabinet noted recommendation {4} and deferred recommendation {2}.": "n4 d2",
    "Cabinet agreed to accept recommendations {1} to {3} and to note recommendation {4}.": "a123 n4",
    "Cabinet did not accept recommendation {2}.": "r2",
    "The Executive declined to accept recommendation {2}.": "r2",
    "Recommendations {1}, {2} and {3} were agreed; recommendation {4} was not agreed.": "a123 r4",
    "Recommendations {1} to {3} were supported, while recommendation {4} was not supported.": "a123 r4",
    "Cabinet accepted the first two recommendations and rejected the last.": "a12 r4",
    "Cabinet accepted the first, second and fourth recommendations and noted the third.": "a124 n3",
    "The first two recommendations were accepted and the third and fourth were rejected.": "a12 r34",
    "The first three recommendations were agreed and the last one was deferred.": "a123 d4",
    "None of the recommendations was accepted.": "r*",
    "Cabinet accepted recommendation {1} and rejected the rest.": "a1 r234",
    # in a form
    "Recommendation {1}: Accepted\n\nRecommendation {2}: Not accepted\n\nRecommendation {3}: Accepted in part": "a1 r2 p3",
    "Recommendation {1} - Accepted\nRecommendation {2} – Rejected\nRecommendation {4} - Deferred": "a1 r2 d4",
    "Recommendation {1} – Agreed. The Director would write.\n\nRecommendation {2} – Not agreed. There was no money.": "a1 r2",
    "| Recommendation | Response |\n| {1} | Accepted |\n| {2} | Not accepted |\n| {4} | Noted |": "a1 r2 n4",
    "Recommendations {1} and {3}: Accepted. Recommendation {2}: Partially agreed.": "a13 p2",
    # none
    "Cabinet would consider whether to accept the recommendations in June.": "",
    "A Member asked whether recommendation {2} had been accepted.": "",
    "Members hoped that recommendations {1} and {2} would be accepted.": "",
    "RESOLVED that the response to the recommendations be agreed.": "",
    "RESOLVED that Cabinet be asked to accept recommendations {1} and {2}.": "",
    "RESOLVED that recommendation {3} be referred back to the Panel.": "",
}
"""What each says: a verdict's letter and the places of the recommendations, `*` for all of them; `?` is not stated."""

PLACES = {
    "item": "Minutes of the Cabinet\n\n52. Report on the quay\n\nThe Scrutiny Panel had made the following recommendations to Cabinet:\n\n"
    "{asks}\n\nThe Leader thanked the Panel.\n\n{answer}\n\n53. Next meeting\n\nThe next meeting would be on 4 May.\n",
    "minutes": "Report of the Scrutiny Panel\n\nThe Panel’s recommendations were as follows:\n\n{asks}\n\n"
    "Minutes:\n\nThe Leader spoke.\n\n{answer}\n",
}


def said(page: Minutes) -> str:
    """The page's answers as the tables above have them."""
    places = {clause.id: str(at) for item in page.items for group in item.groups for at, clause in enumerate(group.clauses, 1)}
    found = []
    for item in page.items:
        for one in item.responses:
            scope = "*" if isinstance(one.scope, str) else "".join(places[name] for name in one.scope)
            found.append(SHORT[one.verdict] + scope)
    return " ".join(found)


def asked(labels: str) -> str:
    """The recommendations, labelled so."""
    fronts: Iterable[str] = (
        labels.replace("1", str(at)).replace("a", "abcd"[at - 1]) if labels != "Recommendation 1:" else f"Recommendation {at}:"
        for at in range(1, 5)
    )
    return "\n\n".join(f"{front} {ask}" for front, ask in zip(fronts, ASKS, strict=True))


@pytest.mark.parametrize("answer", ANSWERS)
def test_each_recommendation_has_its_answer(answer: str) -> None:
    def text(row: tuple[str, str]) -> str:
        labels, place = row
        words = answer
        for at, label in enumerate(LABELS[labels], 1):
            words = words.replace(f"{{{at}}}", label)
        return PLACES[place].format(asks=asked(labels), answer=words)

    rows = [(labels, place) for labels in LABELS for place in PLACES]
    assert_read(rows, text, lambda row, page: said(page) == ANSWERS[answer])


HEADS = {
    "Response:": None, "Cabinet response:": "Cabinet", "Cabinet Response –": "Cabinet", "Executive Member’s response:": "Executive Member",
    "Response from Cabinet:": "Cabinet", "The Cabinet’s response:": "Cabinet", "Response of the Executive:": "Executive", "Reply:": None,
}  # fmt: skip
WORDS = {
    "Agreed.": "a", "Accepted": "a", "Accepted. The lamps would be bought in May.": "a", "Not agreed. There was no money.": "r",
    "Partially accepted.": "p", "Noted.": "n", "Rejected – no money": "r", "Deferred until June.": "d", "Agreed in principle.": "p",
    "The Leader thanks the Panel and will write to it.": "?",
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_a_line_below_a_recommendation_answers_it_and_the_list_goes_on(head: str) -> None:
    rows = [(labels, words) for labels in LABELS for words in WORDS]

    def text(row: tuple[str, str]) -> str:
        labels, words = row
        printed = asked(labels).split("\n\n")
        return "Report of the Scrutiny Panel\n\nThe Panel recommended to Cabinet as follows:\n\n" + "".join(
            f"{ask}\n\n{head} {words}\n\n" for ask in printed
        )

    def right(row: tuple[str, str], page: Minutes) -> bool:
        [group] = [group for item in page.items for group in item.groups]
        answers = [(one.verdict, one.by) for item in page.items for one in item.responses]
        verdict = next(name for name, letter in SHORT.items() if letter == WORDS[row[1]])
        words = [clause.text for clause in group.clauses]
        return group.status == "reported" and words == list(ASKS) and answers == [(verdict, HEADS[head])] * 4

    assert_read(rows, text, right)


@pytest.mark.parametrize("between", [" | ", "\t"])
def test_a_table_of_recommendations_and_responses(between: str) -> None:
    rows = [
        ("Recommendation", "Response"),
        ("1. That the quay be lit.", "Accepted. The lamps would be bought."),
        ("2. That it be swept.", "No"),
    ]
    page = parse("Report of the Scrutiny Panel\n\n" + "\n".join(between.join(row) for row in rows) + "\n")
    [group] = [group for item in page.items for group in item.groups]
    assert (group.status, group.kind) == ("reported", "recommendation")
    assert [(clause.label, clause.text) for clause in group.clauses] == [("1.", "That the quay be lit."), ("2.", "That it be swept.")]
    assert said(page) == "a1 r2"
