"""The page as it was understood, line by line."""

from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.model import Part
from minutes_cli.shown import shown
from minutes_cli.writing.page import page

TEXT = "Wexcombe\r\n\r\nResolved: -\r\na)\tThat the quay be lit. b) That it be swept.\fPage 2\x1b[2J"


def at(role: str, words: str, node: str | None = None) -> Part:
    start = TEXT.index(words)
    return Part((start, start + len(words)), role, node)


PARTS = [
    at("furniture", "Wexcombe"),
    at("lead-in", "Resolved: -", "1/1"),
    at("label", "a)", "1/1/1"),
    at("clause", "That the quay be lit.", "1/1/1"),
    at("label", "b)", "1/1/2"),
    at("clause", "That it be swept.", "1/1/2"),
    at("furniture", "Page 2"),
]


def test_each_line_with_its_parts() -> None:
    rows = [re.split(r" {2,}", line.strip()) for line in page(TEXT, PARTS).splitlines()]
    assert rows == [
        ["1", "furniture", "Wexcombe"],
        ["2"],
        ["3", "lead-in 1/1", "Resolved: -"],
        ["4", "clause 1/1/1, clause 1/1/2", "a)", "That the quay be lit. b) That it be swept."],
        ["5", "furniture", "Page 2␛[2J"],
    ]


def test_a_part_over_several_lines_is_named_on_each() -> None:
    text = "a) That the quay\nbe lit."
    told = page(text, [Part((0, 2), "label", "1/1/1"), Part((3, 24), "clause", "1/1/1")]).splitlines()
    assert ["clause 1/1/1" in line for line in told] == [True, True]


@given(st.text(st.sampled_from("ab \n\r\f\t\x1b\u202e\x00")), st.lists(st.integers(0, 20), max_size=6))
def test_any_text_keeps_its_lines_and_words(text: str, cuts: list[int]) -> None:
    ends = sorted({min(cut, len(text)) for cut in cuts})
    parts = [Part((start, end), "narrative") for start, end in itertools.pairwise(ends)]
    told = page(text, parts)
    assert shown(told) == told
    ended = re.sub(r"\r\n|[\r\f]", "\n", text)
    lines = ended.removesuffix("\n").split("\n") if ended else []
    assert [re.sub(r"\s", "", line) for line in told.splitlines()] == [
        str(number) + ("narrative" if "narrative" in row else "") + re.sub(r"\s", "", shown(line.replace("\t", "")))
        for number, (line, row) in enumerate(zip(lines, told.splitlines(), strict=True), 1)
    ]
