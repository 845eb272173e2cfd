"""YAML: the quoting rule, the two emitters, and what other readers make of it."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from minutes_cli.model import Minutes
from minutes_cli.writing.yaml import to_yaml
from tests.writing.records import MINUTES, TEXTS, TRICKY, harbour, harbour_comparison

ANY_VALUE = st.recursive(
    st.text(st.characters(exclude_categories=()))
    | st.sampled_from(TRICKY)
    | st.integers()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["text", "to", "old", "words", "names", "items"]), below),
    max_leaves=12,
)
READABLE_VALUE = st.recursive(
    TEXTS | st.integers(-(10**6), 10**6) | st.booleans(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["text", "to", "old", "words", "names", "items"]), below),
    max_leaves=12,
)


def other_reader(data: bytes) -> Any:
    return YAML(typ="safe", pure=True).load(StringIO(data.decode("utf8")))


@given(ANY_VALUE)
def test_the_c_and_the_pure_emitter_write_the_same_bytes(value: Any) -> None:
    assert to_yaml([value]) == to_yaml([value], pure=True)


@given(READABLE_VALUE)
def test_every_reader_gets_the_value_back(value: Any) -> None:
    data = to_yaml([value])
    assert yaml.load(data, yaml.CSafeLoader) == [value]
    assert yaml.safe_load(data) == [value]
    assert other_reader(data) == [value]


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_words_stay_words(text: str) -> None:
    data = to_yaml({"text": text, "to": [text]})
    assert yaml.safe_load(data) == {"text": text, "to": [text]}
    assert other_reader(data) == {"text": text, "to": [text]}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("c)", "c)"),
        ("1)", "'1)'"),
        ("52", "'52'"),
        ("2031-03-14", "'2031-03-14'"),
        ("No", "'No'"),
        ("OSMB, Cabinet", "OSMB, Cabinet"),
        ("Resolved: -", "'Resolved: -'"),
        ("it's", "it's"),
        ("\u202egpj.exe", '"\\u202Egpj.exe"'),
        ("a\xa0b", '"a\\_b"'),
        ("\x1b[2J", '"\\e[2J"'),
    ],
)
def test_quoting(text: str, written: str) -> None:
    assert to_yaml({"text": text}).decode() == f"---\ntext: {written}\n"


def test_commas_are_quoted_where_they_would_part_a_list() -> None:
    assert to_yaml({"to": ["Ash, Birch", "c)"]}).decode() == "---\nto: ['Ash, Birch', c)]\n"


@settings(max_examples=25)
@given(MINUTES)
def test_no_line_is_folded_and_nothing_hidden_is_raw(minutes: Minutes) -> None:
    text = to_yaml(minutes.to_dict()).decode()
    assert all(char.isprintable() or char in "\n\xad\u200c\u200d\u3000" or char.isspace() for char in text if ord(char) < 0x300)
    assert "\u202e" not in text and "\ue000" not in text
    assert yaml.safe_load(text) == minutes.to_dict()


def test_a_page_as_people_see_it() -> None:
    assert to_yaml(harbour().to_dict()).decode() == HARBOUR


def test_a_comparison_as_people_see_it() -> None:
    text = to_yaml(harbour_comparison().to_dict()).decode()
    assert "old: {path: samples/panel.txt, sha256: '5f0c'}\n" in text
    assert "summary: {links: 3, unchanged: 0, cosmetic: 0, relabelled: 2, moved: 0, reworded: 1, split: 0, merged: 0," in text
    assert "  - {op: delete, old: [19, 28], new: [19, 19], text: 'is given ', note: doubled-words}\n" in text
    assert "  flags: [relabelled, reworded]\n  matched_by: similarity\n  score: 0.974\n" in text


HARBOUR = """\
---
schema: minutes/1
source:
  path: samples/harbour-panel.txt
  format: text
  sha256: '5f0c'
  characters: 6734
grammar: council
meeting:
  body: Harbour Select Commission
  date: '2031-03-14'
items:
- id: '1'
  number: '52'
  title: Mooring Support
  groups:
  - id: '1/1'
    kind: resolution
    status: decided
    side: minutes
    lead_in: 'Resolved: -'
    moved_by: [Ash, Birch]
    vote:
      outcome: carried
      for: 12
      against: 3
    basis: lead-in
    certainty: certain
    clauses:
    - id: '1/1/1'
      label: '1)'
      kind: resolution
      action: recommend
      to: [OSMB, Cabinet]
      text: 'That the list go to Cabinet: -'
      clauses:
      - id: '1/1/1.3'
        label: c)
        kind: recommendation
        text: That the moorings be surveyed each spring.
        span: [600, 642]
        lines: [44, 44]
      - id: '1/1/1.4'
        label: d)
        kind: recommendation
        inferred: [run-in]
        text: That the Commission keep watch on the survey.
        span: [643, 688]
        lines: [44, 44]
      - id: '1/1/1.5'
        label: d)
        expected_label: e)
        kind: recommendation
        text: In relation to recommendations c) and d), that a report come back each year.
        references:
        - text: recommendations c) and d)
          span: [716, 741]
          targets: ['1/1/1.3', '1/1/1.4']
          status: resolved
        span: [700, 777]
        lines: [47, 47]
    - id: '1/1/2'
      label: '2)'
      kind: resolution
      text: '=That the response come back within two months of its submission.'
      deadline: {text: within two months of its submission, amount: 2, unit: month, after: its submission}
  responses:
  - by: Cabinet
    verdict: accepted
    scope: ['1/1/1.3']
    text: Cabinet accepted the third
    span: [20, 46]
findings:
- code: MIN103
  name: duplicate-label
  severity: warning
  message: d) is printed twice in this list
  span: [694, 696]
  lines: [47, 47]
coverage: {characters: 5120, accounted: 5120}
"""
