"""Titles of an item's page (P50, T9): whatever words name the item, what stands between the page's head and the record is its title."""

from __future__ import annotations

import pytest

from minutes_cli.parsing import parse

TITLES = (
    "Quay Panel", "Recommendations to the Council", "Recommendations from Cabinet", "Minutes", "Apologies", "Chair", "Licensing Committee",
    "Decisions of the Executive", "Reason for Urgency", "Report of the Director on moorings", "Actions", "Motion", "Resolution", "Decision",
    "Contact", "Present", "Voting", "Summary", "Recommendation 1", "Signed",
)  # fmt: skip
RECORDS = (
    "Minutes:\n\nRESOLVED that the gate be painted.", "Decision:\n\nThat the gate be painted.",
    "Minutes:\n\nThe gate was seen.\n\nRESOLVED:\n\nThat the gate be painted.",
)  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("record", RECORDS)
def test_what_stands_under_the_page_head_is_the_title(title: str, record: str) -> None:
    for between in ("\n\n", "\n"):
        text = f"Agenda item\n\n{title}\n\n{record}\n\nSupporting documents:\n".replace("\n\n", between)
        found = parse(text)
        assert [item.title for item in found.items] == [title], text
        groups = [group for item in found.items for group in item.groups]
        assert [(group.status, len(group.clauses)) for group in groups] == [("decided", 1)], text


@pytest.mark.parametrize("line", ["RESOLVED that the gate be painted.", "Minutes:\n\nRESOLVED that the gate be painted."])
def test_a_record_right_under_the_page_head_is_no_title(line: str) -> None:
    found = parse(f"Agenda item\n\n{line}\n\nSupporting documents:\n")
    assert [item.title for item in found.items] == [None]
    assert [clause.text for clause in found.items[0].groups[0].clauses] == ["that the gate be painted."]
