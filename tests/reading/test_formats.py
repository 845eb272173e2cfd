"""One made-up meeting in every format gives the same lines (property P14)."""

from __future__ import annotations

import pytest

from minutes_cli.model import Source
from minutes_cli.reading import read_bytes
from tests.reading.fixtures import pdf, plain, word
from tests.reading.fixtures.meeting import Block, Item, Table, lines, meeting

BLOCKS = meeting()
FORMS = {
    "text": ("m.txt", plain.text, "text"),
    "markdown": ("m.md", plain.markdown, "markdown"),
    "html with labels": ("m.html", plain.html_literal, "html"),
    "html lists": ("m.html", plain.html_lists, "html"),
    "html from Word": ("m.htm", plain.html_word, "html"),
    "web archive": ("m.mht", plain.mhtml, "html"),
    "web service": ("m.xml", plain.modgov_xml, "modgov-xml"),
    "Word": ("m.docx", word.meeting_docx, "docx"),
    "PDF": ("m.pdf", pdf.flowing, "pdf"),
}


def printed_lines(source: Source) -> list[str]:
    """The lines of a source, blanks squeezed, furniture left out also where it interrupts a paragraph."""
    text = source.text
    for hint in sorted((hint for hint in source.hints if hint.role == "furniture"), key=lambda hint: -hint.span[0]):
        start, end = hint.span
        interrupts = (
            text[max(0, start - 2) : start].lstrip("\n") != "" and text[start - 1 : start] == "\n" and text[end : end + 2] != "\n\n"
        )
        text = text[: start - 1] + " " + text[end + 1 :] if interrupts else text[:start] + text[end:]
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("form", FORMS)
def test_every_format_gives_the_same_lines(form: str) -> None:
    name, write, kind = FORMS[form]
    source = read_bytes(write(BLOCKS), name)
    assert source.format == kind
    found = printed_lines(source)
    if form == "web service":
        # The service holds number and title apart.
        numbers = {block.number: f"{block.number} {block.title}" for block in BLOCKS if isinstance(block, Item)}
        titles = {block.title for block in BLOCKS if isinstance(block, Item)}
        found = [numbers.get(line, line) for line in found if line not in titles]
    assert found == lines(BLOCKS)
    assert [notice.code for notice in source.notices if notice.code != "generated-label"] == []


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("text", "web service")])
def test_the_table_of_responses_is_told_by_its_head(form: str) -> None:
    name, write, _ = FORMS[form]
    source = read_bytes(write(BLOCKS), name)
    rows = [source.text[slice(*hint.span)].split("\t") for hint in source.hints if hint.role == "response-row"]
    table = next(block for block in BLOCKS if isinstance(block, Table))
    assert [tuple(row) for row in rows] == list(table.rows[1:])


def test_justified_pages_give_the_same_lines() -> None:
    assert printed_lines(read_bytes(pdf.flowing(BLOCKS, justified=True), "m.pdf")) == lines(BLOCKS)


def test_columns_are_read_one_after_the_other() -> None:
    blocks: list[Block] = [block for block in BLOCKS if not isinstance(block, Table)]
    assert printed_lines(read_bytes(pdf.two_columns(blocks), "m.pdf")) == lines(blocks)
