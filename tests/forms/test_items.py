"""Heads of items (P08, P41): how councils number what they discuss, how they print the title, and what stands between the two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minutes_cli.parsing import parse

TITLES = {
    "title": ("Apologies for Absence", "Declarations of Interest", "Budget Monitoring Report", "Date of Next Meeting"),
    "capitals": ("APOLOGIES FOR ABSENCE", "DECLARATIONS OF INTEREST", "BUDGET MONITORING REPORT", "DATE OF NEXT MEETING"),
    "sentence": ("Apologies for absence", "Declarations of interest", "Budget monitoring report", "Date of next meeting"),
}
WORDS = (
    "Apologies were received from Councillor Ash.", "There were none.",
    "The Treasurer presented the report.\n\nRESOLVED that the report be noted.", "The next meeting will be held on 4 May.",
)  # fmt: skip
NUMBERS: dict[str, Callable[[int], str]] = {
    "12.": lambda i: f"{12 + i}.", "12": lambda i: f"{12 + i}", "12)": lambda i: f"{12 + i})", "(12)": lambda i: f"({12 + i})",
    "012": lambda i: f"{12 + i:03}", "12:": lambda i: f"{12 + i}:", "12 -": lambda i: f"{12 + i} -", "12 –": lambda i: f"{12 + i} –",
    "12.1": lambda i: f"12.{1 + i}", "12.31": lambda i: f"{12 + i}.31", "31.12": lambda i: f"31.{12 + i}",
    "8.12.31": lambda i: f"8.{12 + i}.31", "12/31": lambda i: f"{12 + i}/31", "031/12": lambda i: f"031/{12 + i:02}",
    "31/012": lambda i: f"31/{12 + i:03}", "2031/12": lambda i: f"2031/{12 + i}", "12/31-32": lambda i: f"{12 + i}/31-32",
    "31-12": lambda i: f"31-{12 + i}", "31/5/12": lambda i: f"31/5/{12 + i}", "20310512/1": lambda i: f"20310512/{1 + i}",
    "Item 12": lambda i: f"Item {12 + i}", "Item 12:": lambda i: f"Item {12 + i}:", "Agenda Item 5": lambda i: f"Agenda Item {5 + i}",
    "Minute 12": lambda i: f"Minute {12 + i}", "Minute No. 12": lambda i: f"Minute No. {12 + i}", "Min 12": lambda i: f"Min {12 + i}",
    "Min. 12/31": lambda i: f"Min. {12 + i}/31", "No. 12": lambda i: f"No. {12 + i}", "#12": lambda i: f"#{12 + i}",
    "C12": lambda i: f"C{12 + i}", "CAB 12": lambda i: f"CAB {12 + i}", "FP/12": lambda i: f"FP/{12 + i}",
    "TC.12": lambda i: f"TC.{12 + i}",
    "P31.12": lambda i: f"P31.{12 + i}", "PC/31/045": lambda i: f"PC/31/{45 + i:03}", "PC31-045": lambda i: f"PC31-{45 + i:03}",
    "EX31/12": lambda i: f"EX31/{12 + i}", "M12/31": lambda i: f"M{12 + i}/31", "A.": lambda i: "ABCD"[i] + ".",
    "IV.": lambda i: ("IV.", "V.", "VI.", "VII.")[i],
}  # fmt: skip
BETWEEN = {
    "same line": "{n} {t}\n\n{b}\n\n",
    "tab": "{n}\t{t}\n\n{b}\n\n",
    "wide gap": "{n}      {t}\n\n{b}\n\n",
    "table": "{n} | {t}\n\n{b}\n\n",
    "tight": "{n} {t}\n{b}\n\n",
    "number alone": "{n}\n\n{t}\n\n{b}\n\n",
    "lines": "{n}\n{t}\n{b}\n\n",
}
ALONE = ("number alone", "lines")
NEVER_ALONE = ("Agenda Item 5", "12/31", "A.", "IV.")
"""Alone on their line these are marks of a paper, pages of a document, or labels."""
BEFORE = ("Agenda Item ", "Minute No. ", "Minute ", "Min. ", "Min ", "Item ", "No. ", "#")
"""Words that print a number and are no part of it."""


def bare(number: str) -> str:
    """A number without what is printed around it."""
    word = next((word for word in BEFORE if number.startswith(word)), "")
    return number.removeprefix(word).strip("().: -–")


@pytest.mark.parametrize("style", NUMBERS)
def test_every_item_has_its_number_and_title(style: str) -> None:
    wrong = []
    for case, titles in TITLES.items():
        for between, shape in BETWEEN.items():
            if style in NEVER_ALONE and between in ALONE:
                continue
            numbers = [NUMBERS[style](place) for place in range(4)]
            items = "".join(shape.format(n=numbers[i], t=titles[i], b=WORDS[i]) for i in range(4))
            page = parse(
                "Harbour Council\n\nMinutes of the meeting held on 3 March 2031\n\nPresent: Councillors Ash and Birch.\n\n" + items
            )
            found = [(bare(item.number or ""), item.title) for item in page.items if item.number]
            decided = [group.status for item in page.items[-2:] for group in item.groups]
            if found != [(bare(number), title) for number, title in zip(numbers, titles, strict=True)] or decided != ["decided"]:
                wrong.append(f"{case}, {between}: {found} {decided}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("numbers", [("20/31", "20/32", "20/33"), ("2/0731", "2/0732", "2/0733")])
def test_the_meetings_number_before_a_stroke_is_no_page_number(numbers: tuple[str, ...]) -> None:
    titles = ("Minutes of Previous Meeting", "Ferries", "Lamps")
    parts = [f"{number}\n\n{title}\n\nThe report was noted." for number, title in zip(numbers, titles, strict=True)]
    found = parse("\n\n".join(("Wexcombe City Council", *parts))).items
    assert [(item.number, item.title) for item in found if item.number] == list(zip(numbers, titles, strict=True))


def test_page_numbers_before_their_total_number_no_item() -> None:
    parts = [f"The report on the gate was noted.\n\n{page}/3" for page in (1, 2, 3)]
    assert not [item.number for item in parse("\n\n".join(("Wexcombe City Council", *parts))).items if item.number]
