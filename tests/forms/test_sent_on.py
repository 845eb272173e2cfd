"""Recommendations sent to another body (P14), quoted from one (P43), and lists that run on without full stops (P27)."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import assert_read, groups

LISTS = {
    "figures": ("1. That the slipway be widened.", "2. That the crane be sold."),
    "brackets": ("(a)  That the slipway be widened.", "(b)  That the crane be sold."),
    "bullets": ("•  That the slipway be widened.", "•  That the crane be sold."),
}
ASKS = ["That the slipway be widened.", "That the crane be sold."]
PAGE = "{head}\n\n7. Slipway review\n\nThe Director spoke of the slipway.\n\n{words}\n\n{listed}\n\nMembers thanked the Director.\n"

SENT = {
    "It was agreed that the following recommendations be made to Cabinet:": "Cabinet",
    "it was agreed that the following be recommended to Cabinet:": "Cabinet",
    "Members agreed that the following recommendation be submitted to the Harbour Board for approval:": "Harbour Board",
    "It was agreed that Cabinet be asked to consider the following recommendations:": "Cabinet",
    "It was unanimously agreed that the Harbour Board be advised of the following recommendations:": "Harbour Board",
    "It was agreed to make the following recommendations to Cabinet:": "Cabinet",
    "The Panel agreed to make the following recommendations to Cabinet:": "Cabinet",
    "The Panel made the following recommendations to Cabinet:": "Cabinet",
    "The Panel makes the following two recommendations to the Cabinet:": "Cabinet",
    "The Panel resolved to make the following recommendations to Cabinet:": "Cabinet",
    "RESOLVED: That the following recommendations be made to Cabinet:": "Cabinet",
    "RESOLVED – That the following recommendations be submitted to Cabinet for consideration:": "Cabinet",
    "It was RESOLVED that the following comments and recommendations be forwarded to the Harbour Board:": "Harbour Board",
    "RESOLVED that Cabinet be requested to consider the following recommendations:": "Cabinet",
    "RESOLVED: That Cabinet be advised of the following recommendations:": "Cabinet",
    "RESOLVED: That the Portfolio Holder be recommended that:": "Portfolio Holder",
}


@pytest.mark.parametrize("words", SENT)
def test_what_a_body_recommends_to_another_is_decided_and_addressed(words: str) -> None:
    def text(listed: str) -> str:
        return PAGE.format(head="Netherby Scrutiny Panel", words=words, listed="\n\n".join(LISTS[listed]))

    def right(_: str, page: Minutes) -> bool:
        found = [(one.status, one.kind, one.form, one.to, [clause.text for clause in one.clauses]) for one in groups(page)]
        return found == [("decided", "recommendation", None, [SENT[words]], ASKS)]

    assert_read(LISTS, text, right)


REPORTED = (
    "The Panel made the following recommendations to Cabinet:",
    "The Slipway Panel had made the following recommendations to Cabinet:",
    "The Director reported that the Panel made the following recommendations to Cabinet:",
    "The Slipway Panel agreed to make the following recommendations to Cabinet:",
)


@pytest.mark.parametrize("words", REPORTED)
def test_what_another_body_recommends_is_reported(words: str) -> None:
    def text(listed: str) -> str:
        return PAGE.format(head="Minutes of the Cabinet", words=words, listed="\n\n".join(LISTS[listed]))

    assert_read(LISTS, text, lambda _, page: [(one.status, one.kind) for one in groups(page)] == [("reported", "recommendation")])


QUOTED = {
    "RESOLVED: That the following recommendations of the Slipway Panel be rejected:": "rejected",
    "RESOLVED: That the following recommendations of the Slipway Panel be not accepted:": "rejected",
    "RESOLVED: That the following recommendations not be accepted:": "rejected",
    "RESOLVED: That the following recommendations from the Slipway Panel be noted:": "noted",
    "RESOLVED that the following recommendations of the Slipway Panel be deferred:": "deferred",
}


@pytest.mark.parametrize("words", QUOTED)
def test_a_stem_that_turns_recommendations_down_only_quotes_them(words: str) -> None:
    def text(listed: str) -> str:
        return PAGE.format(head="Minutes of the Cabinet", words=words, listed="\n\n".join(LISTS[listed]))

    def right(_: str, page: Minutes) -> bool:
        found = [(one.status, len(one.clauses)) for one in groups(page)]
        answers = [(one.verdict, one.scope) for item in page.items for one in item.responses]
        return found == [("decided", 1), ("reported", 2)] and answers == [(QUOTED[words], "all")]

    assert_read([name for name in LISTS if name != "bullets"], text, right)


PIECES = ("That the survey in Appendix 2 be noted", "That the slipway be widened", "That the crane be sold")
RUNS = (("1.", "2.", "3."), ("A.", "B.", "C."))


@pytest.mark.parametrize("labels", RUNS)
def test_a_list_on_one_line_goes_on_before_that(labels: tuple[str, ...]) -> None:
    def text(row: tuple[str, str]) -> str:
        lead, end = row
        return "7. Slipway\n\n" + lead + f"{end} ".join(f"{label} {piece}" for label, piece in zip(labels, PIECES, strict=True)) + ".\n"

    def right(row: tuple[str, str], page: Minutes) -> bool:
        [group] = groups(page)
        return [(one.label, one.text.rstrip(".;")) for one in group.clauses] == list(zip(labels, PIECES, strict=True))

    assert_read([(lead, end) for lead in ("RESOLVED: ", "RESOLVED – ", "AGREED: ") for end in ("", ".", ";")], text, right)


@pytest.mark.parametrize(
    "words",
    [
        "That the following be appointed: A. Brown, B. Cole and C. Dunn.",
        "That option A. The slipway would be widened. B. Cole voted against.",
        "That it be done as set out in Section 2. That is the rule.",
        "That Councillor A. Brown be Chair. B. Cole be Vice-Chair.",
    ],
)
def test_initials_and_numbered_sections_are_no_labels(words: str) -> None:
    page = parse(f"7. Slipway\n\nRESOLVED: {words}\n")
    assert [len(group.clauses) for group in groups(page)] == [1]
