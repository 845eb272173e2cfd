"""Items known by the form of their numbers, by their place in the series, or by what was asked on the record's own line (P08, P11)."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import assert_read

SHAPES = {
    "{n}/": "{n}", "{n},": "{n}", "{n})": "{n}", "03{n}/RE/31": "03{n}/RE/31", "3{n}/2031 - {n}.": "3{n}/2031 - {n}", "  1. {n}.": "{n}",
    "8{n}/31": "8{n}/31", "CC/13/{n}.": "CC/13/{n}",
}  # fmt: skip
"""How a page prints its numbers, and the number of the record."""
TITLES = ("Apologies", "Minutes of the last meeting", "Finance and Payments")
TOLD = "It was agreed to mend the gate."


def numbers(page: Minutes) -> list[str | None]:
    return [item.number for item in page.items if item.number]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_number_opens_an_item(shape: str) -> None:
    lines = [line for n, title in enumerate(TITLES, 4) for line in (f"{shape.format(n=n)} {title}", TOLD)]
    page = parse("Netherby Parish Council\n\n" + "\n".join(lines) + "\n")
    assert numbers(page) == [SHAPES[shape].format(n=n) for n in (4, 5, 6)]
    assert [item.title for item in page.items if item.number] == list(TITLES)
    assert [len(item.groups) for item in page.items if item.number] == [1, 1, 1]


@pytest.mark.parametrize("shape", ["{n}.", "{n})", "8{n}/31", "CC/13/{n}."])
def test_a_long_title_between_two_items_opens_one_too(shape: str) -> None:
    longer = "Confirmation of the minutes of the previous meetings that were held on the third day of February"
    titles = (*TITLES, "Planning", longer, "Close")
    lines = [line for n, title in enumerate(titles, 1) for line in (f"{shape.format(n=n)} {title}", TOLD)]
    page = parse("Netherby Parish Council\n\n" + "\n".join(lines) + "\n")
    assert len(numbers(page)) == len(titles)


@pytest.mark.parametrize("lines", ["1, Mill Lane\n2, Quay Road\n3. Finance", "5.1 The gate\n5.2 the lane was long\n5.4 The wall"])
def test_addresses_and_paragraphs_of_an_item_open_none(lines: str) -> None:
    assert "2" not in numbers(parse(f"Netherby Parish Council\n\nThe letters came from\n{lines}\n{TOLD}\n"))


MARKS = (" – ", " - ", ":- ", ": ")
ASKS = ("To discuss the play park", "To confirm the minutes of the meeting held on 21st May 2031", "To receive reports from the Clerk")
ANSWERS = (
    "Agreed to install a swing", "It was unanimously agreed to wait until spring.", "Cllr Ash was elected to see to it.",
    "JB proposed; SR seconded; unanimously approved with no changes.", "All agreed to go on.",
)  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_what_was_asked_is_the_title_and_what_follows_the_mark_the_record(mark: str) -> None:
    rows = [(ask, answer) for ask in ASKS for answer in ANSWERS]

    def right(row: tuple[str, str], page: Minutes) -> bool:
        item = next(each for each in page.items if each.number == "4")
        return item.title == row[0] and [group.status for group in item.groups] == ["decided"]

    before = "Netherby Parish Council\n\n2. Apologies\nNone.\n3. Interests\nNone.\n"
    assert_read(rows, lambda row: f"{before}4. {row[0]}{mark}{row[1]}\n5. Finance\nThe bills were paid.\n", right)


def test_what_nobody_had_to_say_is_no_decision() -> None:
    page = parse(
        "Netherby Parish Council\n\n2. Apologies\nNone.\n3. To receive declarations of interest:- None.\n4. Minutes\nThey were approved.\n"
    )
    assert [item.groups for item in page.items if item.number == "3"] == [[]]


def test_the_agendas_number_behind_the_minutes_own_opens_an_item_whatever_its_words() -> None:
    asked = ("To approve as correct the notes of the meeting held on 8 June", "Resolve to accept the plan", "To discuss the fete")
    lines = [line for n, words in enumerate(asked, 3) for line in (f"3{n}/2031 - {n}. {words}", TOLD)]
    page = parse("Netherby Parish Council\n\n32/2031 - 2. Apologies\nNone.\n" + "\n".join(lines) + "\n")
    assert [item.title for item in page.items if item.number] == ["Apologies", *asked]


def test_titles_in_small_letters() -> None:
    page = parse(
        "1. Welcome\n2. Apologies\n3. Discuss and agree how to go on with advertising within the village\nIt was agreed to adopt it.\n"
    )
    assert numbers(page) == ["1", "2", "3"]
