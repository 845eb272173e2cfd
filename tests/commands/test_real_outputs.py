"""What the program makes of the samples and of real pages keeps to the schemas, and comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli.comparing import NothingComparable, compare
from minutes_cli.data import data_folder
from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from minutes_cli.reading import read
from minutes_cli.reading.record import load_comparison, load_record
from minutes_cli.writing.bare import without_provenance
from minutes_cli.writing.json import json_list
from minutes_cli.writing.rows import clause_rows
from minutes_cli.writing.yaml import to_yaml
from tests.commands.test_schema import errors

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
CORPUS = SHARED / "corpus"
REAL = [*sorted((SHARED / "seeds").glob("*.txt")), *sorted(CORPUS.glob("*/*.txt"))[:3], *sorted(CORPUS.glob("*/*.md"))[:3]]
SAMPLES = sorted(data_folder("samples").glob("*.txt"))


def check(minutes: Minutes) -> None:
    record = minutes.to_dict()
    assert errors("parse", record) == []
    assert errors("parse", without_provenance(record)) == []
    data = to_yaml(record)
    assert data == to_yaml(record, pure=True)
    back = load_record(data, "back.yaml")[0]
    assert back.to_dict() == record
    assert load_record(b"".join(json_list([record])), "back.json")[0] == back
    assert list(clause_rows(back)) == list(clause_rows(minutes))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    check(parse(read(str(path)), narrative=True))


def test_real_pages() -> None:
    if not REAL:
        pytest.skip("../shared, with real pages, is not here")
    for path in REAL:
        check(parse(read(str(path))))


def test_comparisons_of_samples() -> None:
    pages = [parse(read(str(path))) for path in SAMPLES if path.name.startswith("harbour")]
    compared = 0
    for old in pages:
        for new in pages:
            try:
                comparison = compare(old, new, everything=True)
            except NothingComparable:
                continue
            compared += 1
            record = comparison.to_dict()
            assert errors("diff", record) == []
            assert load_comparison(to_yaml(record), "back.yaml").to_dict() == record
    assert compared
