"""Rows of a meeting system's table that came as lines (P27, P54): every row is an item, however its title, ask and record are parted."""

from __future__ import annotations

from itertools import product

import pytest

from minutes_cli.parsing import parse
from tests.forms.reading import thinned

TITLES = (
    "Harbour Monitoring Report", "PIER PLAN", "Minutes of the previous meeting held on 4 June 2031", "Minutes", "Reason for urgency",
    "Report of the Director on moorings", "Recommendations from Cabinet", "2031-32 Budget", "CHAIRMAN - ELECTION",
)  # fmt: skip
ASKS = (
    "", "To receive the report of the Director.", "Report from the Director of Ports.", "Members will be asked to receive the report.",
    "This report sets out the plan.", "The Committee is asked to receive the report.",
)  # fmt: skip
RECORDS = {
    "Minutes: RESOLVED that the quay be lit.": "that the quay be lit.",
    "Minutes:RESOLVED that the quay be lit.": "that the quay be lit.",
    "Decision: That the quay be lit.": "That the quay be lit.",
    "Minutes: The Director spoke.\nResolved: -\nThat the quay be lit.": "That the quay be lit.",
    "Additional documents:\nMinutes: AGREED that the quay be lit.": "that the quay be lit.",
}
PARTED = ((" ", " "), (" ", "\n"), ("\n", "\n"), ("\n", " "))
HEADS = ("No. | Item |\n---|---|\n", "| No. | Item |\n|---|---|\n|\n", "Venue: Town Hall\nNo. | Item | ||||\n---|---|---|\n", "")
ENDS = (" |\n|\n", "\n|\n|\n", " |\n\n", " |\n||||||\n")


def _rows(text: str) -> list[tuple[str | None, list[str]]]:
    found = parse(text)
    return [
        (item.title, [clause.text for group in item.groups if group.status == "decided" for clause in group.clauses])
        for item in found.items
    ]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("end", ENDS)
def test_every_row_is_an_item_of_its_own(head: str, end: str) -> None:
    combinations = list(product(TITLES, ASKS, RECORDS.items(), PARTED))
    for title, ask, (record, decided), (before, behind) in thinned(combinations, 11, HEADS.index(head) * len(ENDS) + ENDS.index(end)):
        if not ask and before != behind:
            continue
        middle = f"{before}{ask}" if ask else ""
        text = f"{head}Apologies Minutes: None were received.{end}{title}{middle}{behind}{record}{end}"
        assert _rows(text)[-2:] == [("Apologies", []), (title, [decided])], text


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    "opening", ["Additional documents:\n", "Additional documents: ", "", "To approve the minutes. ", "To approve the minutes.\n"]
)
def test_a_row_that_lost_its_title_is_an_item_without_one(opening: str, end: str) -> None:
    text = f"Apologies Minutes: None were received.{end}{opening}Minutes: RESOLVED that the minutes be confirmed.{end}"
    assert _rows(text) == [("Apologies", []), (None, ["that the minutes be confirmed."])], text


def test_rows_of_a_table_inside_a_record_are_no_items() -> None:
    text = (
        "Agenda item\n\nPier\n\nMinutes:\n\nThe votes were:\n\nName | Vote |\n---|---|\nCllr Ash | For |\nCllr Elm | Against |\n\n"
        "Decision: That the pier be mended.\n\nThanks were given.\n\n|Cr Holm |\n\nMinutes: It was noted.\n"
    )
    assert [item.title for item in parse(text).items] == ["Pier"]
