"""Items of parishes (P08, P10, P11, P18): the heading asks or names, and what came of it stands on the same line or below."""

from __future__ import annotations

from itertools import product

import pytest

from tests.forms.reading import Told, assert_read, told

HEADINGS = (
    ("To approve the minutes of the meeting held on 4 May 2031", "To consider a request for a new bench", "To receive the Clerk’s report"),
    ("To approve the minutes of the last meeting.", "To consider a request for a new bench.", "To receive the Clerk’s report."),
    ("Minutes of the meeting held on 4 May 2031", "Request for a new bench", "Clerk’s report"),
    ("Approval of minutes", "New bench", "Clerk’s report"),
)
NUMBERS = ("{}.", "31/{}", "{}", "{})", "31/0{}.")
MINUTES, BENCH, REPORT = "that the minutes be approved.", "to buy a new bench.", "to note the report."
Record = tuple[tuple[str, str, str], tuple[str, str, str], str | None]
"""What is printed under each heading, the clause of each, and the form of the groups."""
TOLD = ("The minutes were approved and signed by the Chair.", "It was agreed to buy a new bench.", "The report was noted.")
RECORDS: dict[str, Record] = {
    "told": (TOLD, TOLD, "narrative"),
    "told behind other words": (
        ("The Clerk read them. " + TOLD[0], "Cllr Ash spoke about the green. " + TOLD[1], "The Clerk spoke about the lamps. " + TOLD[2]),
        TOLD,
        "narrative",
    ),
    "RESOLVED": ((f"RESOLVED {MINUTES}", f"RESOLVED {BENCH}", f"RESOLVED {REPORT}"), (MINUTES, BENCH, REPORT), None),
    "It was resolved": (
        (f"It was resolved {MINUTES}", f"It was resolved {BENCH}", f"It was resolved {REPORT}"),
        (MINUTES, BENCH, REPORT),
        None,
    ),
    "Resolved:": (
        ("Resolved: That the minutes be approved.", "Resolved: To buy a new bench.", "Resolved: To note the report."),
        ("That the minutes be approved.", "To buy a new bench.", "To note the report."),
        None,
    ),
    "with movers": (
        tuple(f"Proposed by Cllr Ash, seconded by Cllr Birch and RESOLVED {words}" for words in (MINUTES, BENCH, REPORT)),  # type: ignore[dict-item]
        (MINUTES, BENCH, REPORT),
        None,
    ),
}
SHAPES = {
    "below": "{n} {h}\n{r}\n\n",
    "paragraph below": "{n} {h}\n\n{r}\n\n",
    "tight": "{n} {h}\n{r}\n",
    "behind a dash": "{n} {h} – {r}\n\n",
    "behind a colon": "{n} {h}: {r}\n\n",
    "behind a full stop": "{n} {h} {r}\n\n",
    "table": "{n} | {h} | {r}\n",
}


def belongs(shape: str, heading: tuple[str, str, str], record: str) -> bool:
    """Whether a page prints it so: behind a full stop only where there is one, and a sentence of its own not behind other marks."""
    stopped = heading[0].endswith(".")
    if shape == "behind a full stop":
        return stopped
    if shape in ("behind a dash", "behind a colon"):
        return not stopped and not (record == "told" and heading is HEADINGS[0])
    return True


@pytest.mark.parametrize("record", RECORDS)
def test_what_came_of_an_item_is_decided_and_its_heading_is_not(record: str) -> None:
    said, clauses, form = RECORDS[record]
    expected: list[Told] = [("decided", form, ((None, words),)) for words in clauses]
    rows = [row for row in product(NUMBERS, HEADINGS, SHAPES) if belongs(row[2], row[1], record)]

    def text(row: tuple[str, tuple[str, str, str], str]) -> str:
        number, heading, shape = row
        items = "".join(SHAPES[shape].format(n=number.format(5 + at), h=heading[at], r=said[at]) for at in range(3))
        opened = "Minutes of the meeting of Netherby Parish Council held on 1 June 2031\n\nPresent: Cllrs Ash, Birch and Cole.\n\n"
        return opened + items + "\nThe meeting closed at 9 pm.\n"

    assert_read(rows, text, lambda _, page: told(page) == expected)
