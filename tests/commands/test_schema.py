"""The shipped JSON Schemas agree with the data model, and with what is written."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from minutes_cli.model import Lineage, Minutes, Side, State, Thread
from minutes_cli.schema import SCHEMAS, schema_text
from minutes_cli.writing.bare import without_provenance
from minutes_cli.writing.rows import clause_rows, rows_schema
from tests.commands.schema_from_model import ROOTS, schema_of
from tests.writing.records import MINUTES, harbour, harbour_comparison


def shipped(record: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(schema_text(record))
    return schema


@cache
def validator(record: str) -> Draft202012Validator:
    return Draft202012Validator(shipped(record))


def errors(record: str, value: Any) -> list[str]:
    return [error.message for error in validator(record).iter_errors(value)]


@pytest.mark.parametrize("record", SCHEMAS)
def test_schema_and_model_agree(record: str) -> None:
    assert shipped(record) == schema_of(ROOTS[record], shipped(record)), "run python -m tests.commands.schema_from_model"


@pytest.mark.parametrize("record", SCHEMAS)
def test_schema_is_valid_and_describes_every_property(record: str) -> None:
    schema = shipped(record)
    Draft202012Validator.check_schema(schema)
    for name, definition in [(record, schema), *schema["$defs"].items()]:
        assert definition["additionalProperties"] is False
        assert definition["description"], name
        assert [key for key, entry in definition["properties"].items() if not entry["description"]] == [], name


def test_worked_examples_are_valid() -> None:
    assert errors("parse", harbour().to_dict()) == []
    assert errors("parse", without_provenance(harbour().to_dict())) == []
    assert errors("diff", harbour_comparison().to_dict()) == []
    lineage = Lineage(documents=[Side("a")], threads=[Thread("1", [State(0, "1/1", "a)", text="Words", flags=["added"])], ["2"])])
    assert errors("trace", lineage.to_dict()) == []


def test_what_the_contract_does_not_have_is_refused() -> None:
    record = harbour().to_dict()
    assert errors("parse", record | {"colour": "red"}) == ["Additional properties are not allowed ('colour' was unexpected)"]
    assert errors("parse", record | {"schema": "minutes/2"}) == ["'minutes/1' was expected"]


@settings(max_examples=20)
@given(MINUTES)
def test_generated_records_keep_to_the_keys(minutes: Minutes) -> None:
    assert errors("parse", minutes.to_dict()) == []


@settings(max_examples=20)
@given(MINUTES)
def test_rows_keep_to_their_schema(minutes: Minutes) -> None:
    check = Draft202012Validator(rows_schema())
    Draft202012Validator.check_schema(rows_schema())
    for row in clause_rows(minutes):
        assert [error.message for error in check.iter_errors(row)] == []
