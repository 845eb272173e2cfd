"""The specification by example: every case of ``tests/cases``, read and compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from minutes_cli.parsing import parse
from tests.cases.reading import FOLDER, Case, differences, read_all

CASES = read_all()
EXPECTED_FILES = {f"p{number:02}" for number in range(1, 56)} | {f"t{number:02}" for number in range(1, 22)}


def squeeze(text: str) -> str:
    """Runs of white space made one space, ends trimmed."""
    return " ".join(text.split())


def ink(text: str) -> int:
    """Number of characters that are not blank."""
    return sum(not mark.isspace() for mark in text)


def texts(node: Any) -> Iterator[dict[str, Any]]:
    """Every part of a record that has a text and says where it stands."""
    if isinstance(node, dict):
        if "text" in node and ("span" in node or "spans" in node):
            yield node
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    record = parse(case.text, grammar=case.expected.get("grammar", "auto")).to_dict()

    assert differences(case.expected, record) == [], case.title


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_text_of_a_case_stands_where_the_record_says(case: Case) -> None:
    record = parse(case.text, grammar=case.expected.get("grammar", "auto")).to_dict()

    for node in texts(record):
        spans = node.get("spans") or [node["span"]]
        assert " ".join(squeeze(case.text[start:end]) for start, end in spans) == node["text"]
    unclaimed = "".join(case.text[slice(*passage["span"])] for passage in record.get("unparsed", []))
    assert record["coverage"]["characters"] == ink(case.text)
    assert record["coverage"]["accounted"] + ink(unclaimed) == ink(case.text)


def test_every_phenomenon_and_trap_has_three_cases() -> None:
    counts = dict.fromkeys(EXPECTED_FILES, 0)
    for case in CASES:
        counts[case.file.split("-")[0]] = counts.get(case.file.split("-")[0], 0) + 1

    assert {name: count for name, count in counts.items() if count < 3} == {}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.name)
def test_no_case_is_printed_twice(path: Any) -> None:
    pages = [case.text for case in CASES if case.file == path.name]

    assert len(pages) == len(set(pages))


CROSSED = [(case, other) for case, other in zip(CASES, [*CASES[7:], *CASES[:7]], strict=True)]


@pytest.mark.parametrize(("case", "other"), CROSSED, ids=lambda case: case.id)
def test_two_pages_cut_into_each_other_are_read_whole(case: Case, other: Case) -> None:
    """Where one page breaks off and another begins, rules meet that no page brings together; no word may be lost there (invariant P1)."""
    for share in (3, 2):
        text = case.text[: len(case.text) // share] + other.text[len(other.text) // share :]
        coverage = parse(text).coverage
        assert coverage.accounted == coverage.characters
