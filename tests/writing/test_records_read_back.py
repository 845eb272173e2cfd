"""Parsed YAML and JSON back to the model: what comes back equals what was written, and nothing else gets in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.errors import InputError
from minutes_cli.model import Lineage, Minutes, Side, State, Thread
from minutes_cli.reading.record import load_comparison, load_lineage, load_record
from minutes_cli.reading.record_signs import looks_like_record
from minutes_cli.writing.bare import without_provenance
from minutes_cli.writing.json import json_document, json_list
from minutes_cli.writing.yaml import to_yaml
from tests.writing.records import MINUTES, harbour, harbour_comparison


@settings(max_examples=25)
@given(MINUTES)
def test_yaml_and_json_come_back_the_same(minutes: Minutes) -> None:
    record = minutes.to_dict()
    from_yaml = load_record(to_yaml(record), "page.yaml")
    from_json = load_record(b"".join(json_list([record])), "page.json")
    assert [back.to_dict() for back in from_yaml] == [record]
    assert from_json == from_yaml
    assert load_record(to_yaml([record, record]), "list.yaml") == from_yaml * 2
    assert load_record(to_yaml(record) + to_yaml(record), "two.yaml") == from_yaml * 2


@settings(max_examples=25)
@given(MINUTES)
def test_bare_records_are_read_too(minutes: Minutes) -> None:
    bare = without_provenance(minutes.to_dict())
    back = load_record(to_yaml(bare), "bare.yaml")[0]
    assert without_provenance(back.to_dict()) == bare


def test_comparisons_and_traces_come_back() -> None:
    comparison = harbour_comparison()
    assert load_comparison(to_yaml(comparison.to_dict()), "c.yaml") == comparison
    assert load_comparison(json_document(comparison.to_dict()), "c.json") == comparison
    lineage = Lineage(
        documents=[Side("a"), Side("b")], threads=[Thread("1", [State(0, "1/1", "a)", text="Words", flags=["added"])], ["2"])]
    )
    assert load_lineage(to_yaml(lineage.to_dict()), "t.yaml") == lineage


def test_a_trace_speaks_only_of_its_own_documents() -> None:
    lineage = Lineage(documents=[Side("a")], threads=[Thread("1", [State(1, "1/1", text="Words")])])
    with pytest.raises(InputError, match="speaks of a document that it does not list"):
        load_lineage(to_yaml(lineage.to_dict()), "t.yaml")


def test_words_that_look_like_something_else_stay_words() -> None:
    data = b"schema: minutes/1\nitems:\n- id: 1\n  title: no\n  date: 2022-02-30\n  number: 12:30\n"
    item = load_record(data, "hand.yaml")[0].items[0]
    assert (item.id, item.title, item.date, item.number) == ("1", "no", "2022-02-30", "12:30")


PIECES = [b"schema: minutes/1\n", b"items:", b"\n- ", b"[", b"]", b"{", b"}", b": ", b"'", b'"', b"&a ", b"*a", b"1", b"\n"]
KEYS = ["items", "groups", "clauses", "span", "vote", "for", "names", "scope", "text"]
SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(["x", "1"]),
    lambda below: st.lists(below, max_size=2) | st.dictionaries(st.sampled_from(KEYS), below, max_size=3),
)


def yaml_with(line: str) -> bytes:
    return b"---\nschema: minutes/1\n" + line.encode() + b"\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "holds no record"),
        (b"# nothing\n", "holds no record"),
        (b"just words\n", "is no record of this program: it names no schema"),
        (b"- 1\n", "is no record of this program: it names no schema"),
        (b"a: 1\n", "is no record of this program: it names no schema (line 1)"),
        (b"schema: minutes/2\n", "holds the schema minutes/2 where minutes/1 is needed (line 1)"),
        (b"schema: minutes-diff/1\n", "holds the schema minutes-diff/1 where minutes/1 is needed (line 1)"),
        (yaml_with("items: &a []"), "holds an anchor, which a record never does (line 3)"),
        (yaml_with("items: *a"), "holds an alias, which a record never does (line 3)"),
        (yaml_with("items: !!python/name:os.system []"), "holds a tag, which a record never does (line 3)"),
        (yaml_with("grammar: !!str x"), "holds a tag, which a record never does (line 3)"),
        (yaml_with("grammar: a\ngrammar: b"), "has the key grammar twice in one place (line 4)"),
        (yaml_with("? [a]\n: b"), "has a list or mapping as a key (line 3)"),
        (yaml_with("items: " + "[" * 70 + "]" * 70), "is nested more than 64 deep (line 3)"),
        (yaml_with("grammar: 'x"), "is not well-formed YAML (found unexpected end of stream) (line 4)"),
        (yaml_with("grammar: \x1b[2J"), "is not well-formed YAML (unacceptable character #x001b: control characters are not allowed)"),
        (b"schema: minutes/1\ngrammar: \xff\n", "is not UTF-8 (line 2)"),
        (yaml_with("colour: red"), "does not fit the schema: minutes/1 has no key colour (line 2)"),
        (yaml_with("items: none"), "does not fit the schema: items is not a list (line 2)"),
        (
            yaml_with("items:\n- groups:\n  - clauses:\n    - page: two"),
            "does not fit the schema: page is not a whole number (line 6)",
        ),
        (yaml_with("items:\n- truncated: perhaps"), "does not fit the schema: truncated is neither true nor false (line 4)"),
        (yaml_with("unparsed:\n- text: x\n  span: [2]"), "does not fit the schema: span is not a pair of numbers (line 4)"),
        (yaml_with("unparsed:\n- text: x\n  span: [2, 1]"), "does not fit the schema: span runs backwards (line 4)"),
        (yaml_with("unparsed:\n- span: [1, 2]"), "does not fit the schema: unparsed lacks the key text (line 4)"),
        (b'{"schema": "minutes/1"', "is not well-formed JSON (Expecting ',' delimiter) (line 1)"),
        (b'{"schema": "minutes/1", "schema": "minutes/1"}', "has the key schema twice in one place"),
        (b'{"schema": "minutes/1", "items": NaN}', "holds NaN, which is no JSON"),
        (b'{"schema": "minutes/1", "items": 1e999}', "holds a number that is too large"),
        (b'{"schema": "minutes/1", "items": ' + b"9" * 5000 + b"}", "holds a number of 5000 digits"),
        (b'{"schema": "minutes/1", "grammar": "\\ud800"}', "holds half of a surrogate pair"),
        (b'{"schema": "minutes/1", "grammar": 5}', "does not fit the schema: grammar is not text"),
        (b"[" * 100_000, "is nested more than 64 deep"),
        (b'{"schema": "minutes/1", "items": ' + b"[" * 70 + b"]" * 70 + b"}", "is nested more than 64 deep"),
    ],
)
def test_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refused:
        load_record(data, "page")
    assert refused.value.line() == f"minutes: error: page: {message}; write it again with minutes parse [record]"


@pytest.mark.parametrize(("before", "opening"), [("", "["), ("x: ", "{a: "), ("", '{"a": '), ("", "- ")])
def test_deep_nesting_never_kills_the_process(before: str, opening: str) -> None:
    with pytest.raises(InputError, match="nested more than 64 deep"):
        load_record((before + opening * 30_000).encode(), "bomb")


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 30)]
    with pytest.raises(InputError, match="anchor"):
        load_record("\n".join(lines).encode(), "bomb")


@given(st.binary() | st.text().map(str.encode) | st.lists(st.sampled_from(PIECES)).map(b"".join))
def test_any_bytes_give_records_or_one_clean_error(data: bytes) -> None:
    try:
        records = load_record(data, "x")
    except InputError as refused:
        assert refused.code == "record"
        assert len(refused.line()) <= 300 and "\n" not in refused.line()
    else:
        assert all(isinstance(record, Minutes) for record in records)


@given(SHAPES)
def test_any_shape_of_json_gives_a_record_or_one_clean_error(shape: Any) -> None:
    data = json.dumps({"schema": "minutes/1", "items": shape, "unparsed": [shape]}).encode()
    try:
        load_record(data, "x")
    except InputError as refused:
        assert refused.code == "record"


def test_records_are_told_from_pages() -> None:
    record = harbour().to_dict()
    assert looks_like_record(to_yaml(record))
    assert looks_like_record(to_yaml([record]))
    assert looks_like_record(b"".join(json_list([record])))
    assert looks_like_record(json_document(record))
    assert looks_like_record(b"\xef\xbb\xbf" + to_yaml(record))
    assert looks_like_record(json.dumps(record, sort_keys=True, indent=1).encode())
    assert looks_like_record(to_yaml(harbour_comparison().to_dict()))
    assert not looks_like_record(b"Resolved: -\n\n1) That the schema be noted.\n")
    assert not looks_like_record(b"[Agenda]\nThe schema: minutes/1 was noted\n")
    assert not looks_like_record(b"")
