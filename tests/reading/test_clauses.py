"""One made-up meeting in every format gives the same clauses, labels, kinds and statuses (property P14)."""

from __future__ import annotations

from functools import cache

import pytest

from minutes_cli.model import Clause, Minutes
from minutes_cli.parsing import parse
from minutes_cli.reading import read_bytes
from tests.reading.fixtures import pdf, plain
from tests.reading.fixtures.meeting import Block, Entry, Item, Table
from tests.reading.test_formats import BLOCKS, FORMS

Fact = tuple[object, ...]


def facts(minutes: Minutes) -> list[Fact]:
    """Items, groups and clauses in order, with depth, label, kind, status and words."""
    found: list[Fact] = []
    for item in minutes.items:
        for group in item.groups:
            found.append((item.number, item.title, group.kind, group.status, group.lead_in))
            open_clauses: list[tuple[int, Clause]] = [(0, clause) for clause in reversed(group.clauses)]
            while open_clauses:
                depth, clause = open_clauses.pop()
                found.append((depth, clause.label, clause.kind, clause.text))
                open_clauses += [(depth + 1, child) for child in reversed(clause.clauses)]
    return found


@cache
def parsed(form: str) -> list[Fact]:
    name, write, _ = FORMS[form]
    return facts(parse(read_bytes(write(BLOCKS), name)))


def test_the_text_gives_every_group() -> None:
    found = parsed("text")
    assert sum(1 for fact in found if len(fact) == 5) == 14
    assert sum(1 for fact in found if len(fact) == 4) == 33
    assert max(fact[0] for fact in found if len(fact) == 4 and isinstance(fact[0], int)) == 2


@pytest.mark.parametrize("form", [form for form in FORMS if form != "text"])
def test_every_format_gives_the_same_clauses(form: str) -> None:
    assert parsed(form) == parsed("text")


def test_pages_in_columns_and_justified_pages_give_the_same_clauses() -> None:
    prose: list[Block] = [block for block in BLOCKS if not isinstance(block, Table)]
    expected = facts(parse(read_bytes(plain.text(prose), "m.txt")))
    assert facts(parse(read_bytes(pdf.two_columns(prose), "m.pdf"))) == expected
    assert facts(parse(read_bytes(pdf.flowing(prose, justified=True), "m.pdf"))) == expected


def test_a_table_of_number_text_and_action_gives_the_same_clauses() -> None:
    prose: list[Block] = [block for block in BLOCKS if not isinstance(block, Table)]
    rows: list[tuple[str, str, str]] = []
    for block in prose:
        if isinstance(block, Item):
            rows.append((block.number, block.title, "Clerk" if len(rows) % 3 == 0 else ""))
        else:
            assert not isinstance(block, Table)
            rows.append(("", f"{block.label} {block.text}" if isinstance(block, Entry) else block.text, ""))
    assert sum(1 for row in rows if row[2]) > 2
    assert facts(parse(read_bytes(pdf.minute_table(rows), "m.pdf"))) == facts(parse(read_bytes(plain.text(prose), "m.txt")))


def test_clauses_of_a_pdf_slice_back_from_its_text() -> None:
    source = read_bytes(pdf.flowing(BLOCKS), "m.pdf")
    minutes = parse(source)
    clauses = [clause for item in minutes.items for group in item.groups for clause in group.clauses]
    assert len(clauses) > 20
    for clause in clauses:
        spans = clause.spans or ([clause.span] if clause.span else [])
        assert " ".join(" ".join(source.text[slice(*span)].split()) for span in spans) == clause.text
