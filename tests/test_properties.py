"""What holds of the record of any text at all: the six rules of the contract, as properties (P02 to P13)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from minutes_cli.model import Clause, Group, Item, Minutes, Passage, Span, to_record
from minutes_cli.parsing import parse
from tests.texts import hot_text, lists, mutated_samples, sample, sample_names, texts

ROOT = Path(__file__).resolve().parents[1]
DEPTH, LABEL = 32, 16

EXAMPLES = os.environ.get("EXAMPLES")
"""How many examples to try of each property; unset, always the same few, so that a change is judged by itself."""

quick = settings(
    max_examples=int(EXAMPLES or 60),
    deadline=None,
    derandomize=not EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

SCHEMA = jsonschema.Draft202012Validator(json.loads(files("minutes_cli.schema").joinpath("minutes-1.json").read_text(encoding="utf-8")))

DEEP = "RESOLVED:\n" + "".join(f"{'.'.join(['1'] * level)} That part {level} be noted\n" for level in range(1, 60))
STYLES = "RESOLVED that:\n" + "\n".join(f"{mark} the gate be painted:" for mark in ("1.", "a)", "(i)", "(A)", "-", "i.", "1)", "(1)") * 12)


def squeeze(text: str) -> str:
    """White space made one space: written again here, so that the property does not lean on the program."""
    return " ".join(text.split())


def groups_of(minutes: Minutes) -> Iterator[tuple[Item, Group]]:
    return ((item, group) for item in minutes.items for group in item.groups)


def clauses_of(group: Group) -> Iterator[tuple[Clause, int, list[Clause]]]:
    """Every clause of a group in the order of the page, with its depth from 1 and the list that it stands in; no recursion."""
    pending = [(clause, 1, group.clauses) for clause in reversed(group.clauses)]
    while pending:
        clause, depth, siblings = pending.pop()
        yield clause, depth, siblings
        for children in (clause.conditions, clause.clauses):
            pending += [(child, depth + 1, children) for child in reversed(children)]


def every_clause(minutes: Minutes) -> Iterator[tuple[Clause, int, list[Clause]]]:
    for _, group in groups_of(minutes):
        yield from clauses_of(group)


def pieces(clause: Clause) -> list[Span]:
    return clause.spans or ([clause.span] if clause.span is not None else [])


def shape(minutes: Minutes) -> Any:
    """The record without its positions and its source."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: strip(inner) for key, inner in value.items() if key not in ("span", "spans", "other", "characters", "sha256")}
        return [strip(inner) for inner in value] if isinstance(value, list) else value

    return strip(minutes.to_dict())


@quick
@given(texts)
@example("")
@example("\n\n")
@example(DEEP)
@example(STYLES)
@example("Resolved: -" * 400)
@example("RECOMMENDED:” 0)A0")
def test_any_text_gives_a_record_that_fits_the_schema(text: str) -> None:
    record = parse(text).to_dict()
    error = jsonschema.exceptions.best_match(SCHEMA.iter_errors(json.loads(json.dumps(record))))
    assert error is None, f"{error.json_path}: {error.message}"


@quick
@given(texts)
@example(DEEP)
def test_every_character_plays_exactly_one_part(text: str) -> None:
    minutes = parse(text)
    end = 0
    held = 0
    for part in minutes.parts:
        start, stop = part.span
        assert end <= start < stop <= len(text), f"{part} overlaps, is empty or is out of order"
        assert not text[end:start].strip(), f"nobody holds {text[end:start]!r}"
        held += sum(not letter.isspace() for letter in text[start:stop])
        end = stop
    assert not text[end:].strip(), f"nobody holds {text[end:]!r}"
    loose = sum(not letter.isspace() for part in minutes.parts if part.role == "unparsed" for letter in text[slice(*part.span)])
    assert minutes.coverage.characters == held == sum(not letter.isspace() for letter in text)
    assert minutes.coverage.accounted == held - loose
    assert [passage.span for passage in minutes.unparsed] == [part.span for part in minutes.parts if part.role == "unparsed"]


@quick
@given(texts)
def test_every_text_stands_at_its_span(text: str) -> None:
    minutes = parse(text)
    for clause, _, _ in every_clause(minutes):
        assert clause.text == " ".join(squeeze(text[slice(*span)]) for span in pieces(clause))
        if clause.tail is not None:
            assert clause.tail.text == squeeze(text[slice(*clause.tail.span)])
        for reference in clause.references:
            assert reference.text == squeeze(text[slice(*reference.span)])
    passages: list[Passage] = list(minutes.unparsed)
    for item in minutes.items:
        passages += [*item.declarations, *item.actions, *item.notes, *item.narrative]
        for response in item.responses:
            if response.span is not None:
                assert response.text == squeeze(text[slice(*response.span)])
        for group in item.groups:
            passages += [*group.reasons, *group.alternatives]
            if group.lead_in_span is not None and group.lead_in is not None:
                assert group.lead_in == squeeze(text[slice(*group.lead_in_span)])
    for passage in passages:
        assert passage.text == squeeze(text[slice(*passage.span)])


@quick
@given(texts)
def test_lines_are_those_of_the_span(text: str) -> None:
    breaks = [at for at, letter in enumerate(text) if letter in "\n\f" or (letter == "\r" and text[at + 1 : at + 2] != "\n")]

    def line(at: int) -> int:
        return 1 + sum(one < at for one in breaks)

    minutes = parse(text)
    for clause, _, _ in every_clause(minutes):
        if clause.lines is not None and pieces(clause):
            assert clause.lines == (line(pieces(clause)[0][0]), line(pieces(clause)[-1][1] - 1))
    for finding in minutes.findings:
        if finding.span is not None:
            assert 0 <= finding.span[0] <= finding.span[1] <= len(text)
            assert finding.lines is None or finding.lines[0] == line(finding.span[0])


@quick
@given(texts)
@example(DEEP)
@example(STYLES)
def test_siblings_ascend_and_no_two_clauses_share_a_character(text: str) -> None:
    minutes = parse(text)
    taken: list[Span] = []
    for clause, _, siblings in every_clause(minutes):
        spans = pieces(clause)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        taken += [span for span in spans if span[0] < span[1]]
        if siblings[0] is clause:
            starts = [pieces(one)[0] for one in siblings if pieces(one)]
            assert starts == sorted(starts)
    taken.sort()
    assert all(one[1] <= other[0] for one, other in pairwise(taken))


@quick
@given(texts)
def test_no_label_is_invented(text: str) -> None:
    for clause, _, _ in every_clause(parse(text)):
        if clause.label is None:
            continue
        assert clause.label_span is not None
        assert text[slice(*clause.label_span)] == clause.label
        assert all(clause.label_span[1] <= span[0] for span in pieces(clause))
        assert not clause.generated


@quick
@given(texts)
@example(DEEP)
@example(STYLES)
@example("RESOLVED:\n" + "1" * 6000 + ") That it be noted\n")
@example("RESOLVED:\n" + "i" * 6000 + ") That it be noted\n")
def test_depth_and_labels_are_bounded(text: str) -> None:
    for clause, depth, _ in every_clause(parse(text)):
        assert depth <= DEPTH
        assert len(clause.label or "") <= LABEL


@quick
@given(texts)
def test_ids_are_unique_and_whatever_points_points_at_something(text: str) -> None:
    minutes = parse(text)
    items = [item.id for item in minutes.items]
    groups = [group.id for _, group in groups_of(minutes)]
    clauses = [clause.id for clause, _, _ in every_clause(minutes)]
    known = [*items, *groups, *clauses]
    assert len(set(known)) == len(known)
    assert all(known)
    for _, group in groups_of(minutes):
        assert group.copy_of is None or group.copy_of in groups
        assert group.copy_of != group.id
    for clause, _, _ in every_clause(minutes):
        for reference in clause.references:
            assert set(reference.targets) <= set(clauses)
            assert (reference.status == "resolved") <= bool(reference.targets)
    for item in minutes.items:
        for response in item.responses:
            assert isinstance(response.scope, str) or set(response.scope) <= set(clauses)
    assert {part.node for part in minutes.parts} <= {None, *known}


@quick
@given(texts)
def test_what_is_inferred_says_why(text: str) -> None:
    for _, group in groups_of(parse(text)):
        assert group.certainty == "certain" or group.evidence


@quick
@given(texts)
def test_the_same_text_gives_the_same_record(text: str) -> None:
    assert parse(text).to_dict() == parse(text).to_dict()


@quick
@given(st.one_of(hot_text, lists()).map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")))
@example(sample(sample_names()[0]))
def test_line_ends_change_only_positions(text: str) -> None:
    expected = shape(parse(text))
    assert shape(parse(text.replace("\n", "\r\n"))) == expected
    assert shape(parse(text.replace("\n", "\r"))) == expected


@quick
@given(mutated_samples())
def test_blank_lines_at_the_end_change_nothing(text: str) -> None:
    assert shape(parse(text.rstrip() + "\n\n\n \n")) == shape(parse(text.rstrip()))


@pytest.mark.parametrize("name", sample_names())
def test_prose_at_the_end_changes_no_certain_group_before_it(name: str) -> None:
    # Reasons and alternatives run on until something else begins, so prose at the end may join them.
    def told(text: str) -> list[Any]:
        records = [to_record(group) for _, group in groups_of(parse(text)) if group.certainty == "certain"]
        return [{key: value for key, value in record.items() if key not in ("reasons", "alternatives")} for record in records]

    text = sample(name)
    assert told(text + "\n\nThe evening was fair and the ferry ran late.\n") == told(text)


def test_a_record_does_not_depend_on_what_was_parsed_before() -> None:
    alone = {name: parse(sample(name)).to_dict() for name in sample_names()}
    among = {name: parse(sample(name)).to_dict() for name in reversed(sample_names())}
    assert alone == among


def test_hash_seed_locale_and_time_zone_change_nothing() -> None:
    code = (
        "import json, pathlib; from minutes_cli.parsing import parse\n"
        "for path in sorted(pathlib.Path('samples').glob('*.txt')):\n"
        "    print(json.dumps(parse(path.read_text(encoding='utf-8')).to_dict()))"
    )
    shown = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True, env={**os.environ, **settings_}).stdout
        for settings_ in (
            {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
            {"PYTHONHASHSEED": "4021", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Auckland"},
        )
    ]
    assert shown[0]
    assert shown[0] == shown[1]
