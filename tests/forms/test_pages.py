"""Pages of a meeting system (P01, P02, P11, P13): what was asked, what was said and what was decided, with and without their heads."""

from __future__ import annotations

from itertools import product

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import Told, assert_read, groups, thinned, told

HEADS = (
    "Agenda item\n\nQuay Lamps\n\n",
    "Agenda item\n\nQuay Lamps\n\nMeeting of Cabinet, Monday, 3rd March, 2031 6.00 pm (Item 12.)\n\n",
    "12. Quay Lamps\n\n",
)
APPROVE, DELEGATE = "the renewal of the lamps be approved; and", "the contract be delegated to the Director."
TO_APPROVE, TO_DELEGATE = "approve the renewal of the lamps; and", "delegate the contract to the Director."
Clauses = tuple[tuple[str | None, str], ...]
ASKED: dict[str, Clauses] = {
    "": (),
    "To consider the report of the Director of Place.\n\n": ((None, "To consider the report of the Director of Place."),),
    "Report of the Director of Place.\n\n": (),
    "The report asks Cabinet to agree the renewal of the lamps on the quay.\n\n": (),
    f"Recommendations:\n\nThat Cabinet:\n\n(1) {TO_APPROVE}\n\n(2) {TO_DELEGATE}\n\n": (("(1)", TO_APPROVE), ("(2)", TO_DELEGATE)),
}
RECORD = ("Minutes:\n\n", "\n\n\n")
SAID = (
    "",
    "Cabinet considered a report on the lamps.\n\n",
    "The Director of Place introduced the report and said that the lamps were forty years old.\n\n"
    "Councillor Ash asked whether the new lamps would be lit all night. The Director replied that they would.\n\n",
)
NOTED = "that the report be noted."
DECIDED: dict[str, Clauses] = {
    f"RESOLVED - That:\n\n(1) {APPROVE}\n\n(2) {DELEGATE}\n\n": (("(1)", APPROVE), ("(2)", DELEGATE)),
    f"RESOLVED:\n\n(1) That {APPROVE}\n\n(2) That {DELEGATE}\n\n": (("(1)", f"That {APPROVE}"), ("(2)", f"That {DELEGATE}")),
    f"Resolved:\n\n1. That {APPROVE}\n\n2. That {DELEGATE}\n\n": (("1.", f"That {APPROVE}"), ("2.", f"That {DELEGATE}")),
    f"AGREED:\n\n(a) That {APPROVE}\n\n(b) That {DELEGATE}\n\n": (("(a)", f"That {APPROVE}"), ("(b)", f"That {DELEGATE}")),
    f"Decision:\n\n1. That {APPROVE}\n\n2. That {DELEGATE}\n\n": (("1.", f"That {APPROVE}"), ("2.", f"That {DELEGATE}")),
    f"Cabinet agreed to:\n\n1. {TO_APPROVE}\n\n2. {TO_DELEGATE}\n\n": (("1.", TO_APPROVE), ("2.", TO_DELEGATE)),
    f"RESOLVED {NOTED}\n\n": ((None, NOTED),),
    f"It was resolved {NOTED}\n\n": ((None, NOTED),),
    f"RESOLVED (unanimously): {NOTED}\n\n": ((None, NOTED),),
    f"RESOLVED:-\n\nT{NOTED[1:]}\n\n": ((None, f"T{NOTED[1:]}"),),
    f"RESOLVED UNANIMOUSLY – T{NOTED[1:]}\n\n": ((None, f"T{NOTED[1:]}"),),
    "RESOLVED:\n\nTo approve the renewal of the lamps.\n\n": ((None, "To approve the renewal of the lamps."),),
}
HEADLESS: dict[str, Clauses] = {
    f"\n\n\n1. That {APPROVE}\n\n2. That {DELEGATE}\n\n": (("1.", f"That {APPROVE}"), ("2.", f"That {DELEGATE}")),
    f"\n\n\nT{NOTED[1:]}\n\n": ((None, f"T{NOTED[1:]}"),),
}
"""What is decided where its head is lost: only what was said before it tells."""
FOOTS = ("", "Supporting documents:\n\n• Quay Lamps, item 12. pdf icon PDF 123 KB\n")
Page = tuple[str, str, str, str, str, str]


def _expected(page: Page, decided: Clauses) -> list[Told]:
    asked = ASKED[page[1]]
    return [*([("proposed", None, asked)] if asked else []), ("decided", None, decided)]


def _assert_pages(rows: list[Page], decided: Clauses) -> None:
    def right(page: Page, found: Minutes) -> bool:
        return told(found) == _expected(page, decided) and [item.title for item in found.items] == ["Quay Lamps"]

    assert_read(rows, "".join, right)


@pytest.mark.parametrize("decision", DECIDED)
def test_what_is_decided_stands_apart_from_what_was_asked(decision: str) -> None:
    pages = list(product(HEADS, ASKED, RECORD, SAID, (decision,), FOOTS))
    bare = "Cabinet agreed" in decision
    # Recommendations and a list under weak words, with nothing said between and no head: either may be what was asked.
    pages = [page for page in pages if not (bare and page[1].startswith("Recommend") and page[2:4] == (RECORD[1], ""))]
    _assert_pages(thinned(pages, 3, list(DECIDED).index(decision)), DECIDED[decision])


@pytest.mark.parametrize("decision", HEADLESS)
def test_a_decision_without_its_head_is_known_by_what_was_said_before_it(decision: str) -> None:
    pages = list(product(HEADS, ASKED, RECORD, SAID[1:], (decision,), FOOTS))
    _assert_pages(thinned(pages, 2), HEADLESS[decision])


def test_what_is_told_before_a_recommendation_is_decided_all_the_same() -> None:
    page = parse(
        "Minutes of the Council\n\n(i)\n\nThe report was noted by the Council.\n\n"
        "(ii)\n\nRecommendation No. 1\n\nThat the gate be painted.\n\n"
        "On the proposal of Councillor Ash, seconded by Councillor Birch, Recommendation No. 1 was agreed.\n"
    )
    assert [group.status for group in groups(page)] == ["decided", "proposed", "decided"]
    [answer] = [response for item in page.items for response in item.responses]
    assert (answer.verdict, answer.group) == ("accepted", "1/2")
