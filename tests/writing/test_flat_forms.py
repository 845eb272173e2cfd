"""JSON, JSON Lines, CSV and --bare."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.model import Clause, Group, Item, Minutes
from minutes_cli.shown import shown
from minutes_cli.writing.bare import PROVENANCE, without_provenance
from minutes_cli.writing.csv import csv_header, csv_rows
from minutes_cli.writing.json import json_list, to_json
from minutes_cli.writing.jsonl import to_jsonl
from minutes_cli.writing.rows import COLUMNS, clause_rows
from tests.writing.records import MINUTES, harbour

HIDDEN = ["\x1b", "\x9b", "\u202e", "\u2028", "\ufeff", "\ud800", "\ue000", "\U000e0041", "\x7f"]


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf8"), newline="")))


@given(st.lists(st.text(st.characters(exclude_categories=())) | st.sampled_from(HIDDEN), max_size=3))
def test_json_is_one_list_and_hides_nothing(texts: list[str]) -> None:
    data = b"".join(json_list([{"text": text} for text in texts]))
    assert [record["text"] for record in json.loads(data)] == texts
    visible = data.decode("utf8").replace("\n", "")
    assert not any(char in visible for char in HIDDEN)


def test_no_record_is_an_empty_list() -> None:
    assert b"".join(json_list([])) == b"[]\n"


def test_a_record_is_one_line_of_json() -> None:
    assert to_json({"text": "a\nb £5 \x9b\u202e"}) == '{"text": "a\\nb £5 \\u009b\\u202e"}'


def test_rows_of_the_harbour_page() -> None:
    rows = list(clause_rows(harbour()))
    assert [row["clause"] for row in rows] == ["1/1/1", "1/1/1.3", "1/1/1.4", "1/1/1.5", "1/1/2"]
    assert [row.get("parent") for row in rows] == [None, "1/1/1", "1/1/1", "1/1/1", None]
    assert rows[1]["response"] == "accepted" and "response" not in rows[2]
    assert rows[3] == {
        "path": "samples/harbour-panel.txt",
        "sha256": "5f0c",
        "body": "Harbour Select Commission",
        "date": "2031-03-14",
        "item": "1",
        "item_number": "52",
        "item_title": "Mooring Support",
        "group": "1/1",
        "side": "minutes",
        "status": "decided",
        "lead_in": "Resolved: -",
        "certainty": "certain",
        "clause": "1/1/1.5",
        "parent": "1/1/1",
        "role": "clause",
        "label": "d)",
        "expected_label": "e)",
        "kind": "recommendation",
        "text": "In relation to recommendations c) and d), that a report come back each year.",
        "references": ["recommendations c) and d)"],
        "targets": ["1/1/1.3", "1/1/1.4"],
        "moved_by": ["Ash", "Birch"],
        "vote": "carried",
        "votes_for": 12,
        "votes_against": 3,
        "start": 700,
        "end": 777,
        "first_line": 47,
        "last_line": 47,
    }


def test_json_lines_carry_the_rows() -> None:
    assert [json.loads(line) for line in to_jsonl(harbour()).splitlines()] == list(clause_rows(harbour()))


def test_csv_carries_the_rows_with_every_column() -> None:
    data = csv_header() + csv_rows(harbour())
    rows = read_csv(data)
    assert list(rows[0]) == list(COLUMNS)
    assert rows[3]["targets"] == "1/1/1.3; 1/1/1.4"
    assert rows[3]["votes_for"] == "12"
    assert data.endswith(b"\r\n")


def test_formulas_are_guarded_unless_raw() -> None:
    assert read_csv(csv_header() + csv_rows(harbour()))[4]["text"].startswith("'=That")
    assert read_csv(csv_header() + csv_rows(harbour(), raw=True))[4]["text"].startswith("=That")


@given(st.text(st.characters(exclude_categories=())).filter(bool))
def test_a_csv_cell_holds_the_words_as_shown(text: str) -> None:
    minutes = Minutes(items=[Item(id="1", groups=[Group(id="1/1", clauses=[Clause(id="1/1/1", text=text)])])])
    cell = read_csv(csv_header() + csv_rows(minutes))[0]["text"]
    guarded = text.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell == ("'" if guarded else "") + shown(text)


def test_conditions_are_rows_of_their_own_role() -> None:
    clause = Clause(id="1/1/1", text="That the slip be let.", conditions=[Clause(id="1/1/1.1", text="The tenant insures it.")])
    rows = list(clause_rows(Minutes(items=[Item(id="1", groups=[Group(id="1/1", clauses=[clause])])])))
    assert [(row["clause"], row["role"]) for row in rows] == [("1/1/1", "clause"), ("1/1/1.1", "condition")]


@settings(max_examples=25)
@given(MINUTES)
def test_bare_leaves_out_provenance_and_nothing_else(minutes: Minutes) -> None:
    bare = without_provenance(minutes.to_dict())
    assert not any(f'"{key}": ' in json.dumps(bare).replace("\\\\", "").replace('\\"', "") for key in PROVENANCE)
    assert bare["source"] == minutes.to_dict()["source"]
