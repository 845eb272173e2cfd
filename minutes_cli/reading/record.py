"""Parsed YAML and JSON back to the data model, by the schema (faults R87-R94; properties P23, P25).

What the schema calls a number becomes one; all else stays the text that it was: ``no``, ``12:30`` and ``1e3`` are words here.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar

from minutes_cli.errors import InputError
from minutes_cli.model import Comparison, Lineage, Minutes
from minutes_cli.reading.record_signs import begins_as_json
from minutes_cli.reading.trees import Tree, TreeError, json_tree, yaml_tree

_NUMBER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_FRACTION = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?", re.ASCII)

_Record = TypeVar("_Record", Minutes, Comparison, Lineage)
_Convert = Callable[[Any, str], Any]

_ADVICE = "write it again with minutes parse"


def load_record(data: bytes, name: str) -> list[Minutes]:
    """Every record of a YAML stream (one document or several, or a list) or of a JSON list; at least one.

    `name` stands in messages. Where a record was written with ``--bare``, a span that the model must have is (0, 0).
    Raises InputError [record], in one line, for anything that is not well-formed, not of the schema ``minutes/1``, or unsafe.
    """
    return _load(data, name, Minutes, "minutes/1")


def load_comparison(data: bytes, name: str) -> Comparison:
    """The one comparison in YAML or JSON (schema ``minutes-diff/1``); raises InputError [record]."""
    return _load(data, name, Comparison, "minutes-diff/1")[0]


def load_lineage(data: bytes, name: str) -> Lineage:
    """The one trace in YAML or JSON (schema ``minutes-trace/1``); raises InputError [record]."""
    lineage = _load(data, name, Lineage, "minutes-trace/1")[0]
    told = [term.document for term in lineage.deadlines]
    for thread in lineage.threads:
        told += [state.document for state in thread.states]
        told += [answer.document for answer in thread.answers]
        told += [term.document for term in thread.deadlines]
    if not all(0 <= place < len(lineage.documents) for place in told):
        raise InputError(name, f"speaks of a document that it does not list; {_ADVICE}", "record")
    return lineage


def _load(data: bytes, name: str, kind: type[_Record], schema: str) -> list[_Record]:
    try:
        tree = json_tree(data) if begins_as_json(data) else yaml_tree(data)
        records = [record for document in tree.documents for record in (document if isinstance(document, list) else [document])]
        if not records:
            raise TreeError("holds no record")
        return [_convert_record(record, kind, schema, tree) for record in records]
    except TreeError as problem:
        place = f" (line {problem.line})" if problem.line is not None else ""
        raise InputError(name, f"{problem.problem}{place}; {_ADVICE}", "record") from None


def _convert_record(record: Any, kind: Any, schema: str, tree: Tree) -> Any:
    if not isinstance(record, dict) or not isinstance(record.get("schema"), str):
        raise TreeError("is no record of this program: it names no schema", tree.line(record))
    told = record["schema"]
    if told != schema:
        raise TreeError(f"holds the schema {told[:40]} where {schema} is needed", tree.line(record))
    try:
        return _of_class(kind)(record, schema)
    except _Misfit as misfit:
        raise TreeError(f"does not fit the schema: {misfit.problem}", tree.line(misfit.holder)) from None


class _Misfit(Exception):
    """A value that the schema does not allow, and the collection that holds it."""

    def __init__(self, problem: str, holder: Any = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.holder = holder


@cache
def _of_class(kind: Any) -> _Convert:
    """What turns a dict into a dataclass: every key known, every value of its field's type."""
    hints = typing.get_type_hints(kind)
    known: dict[str, tuple[str, _Convert]] = {}
    needed: dict[str, Any] = {}
    for part in fields(kind):
        if part.metadata.get("record", True):
            known[part.name.rstrip("_")] = (part.name, _of_type(hints[part.name]))
            if part.default is MISSING and part.default_factory is MISSING:
                needed[part.name] = (0, 0) if hints[part.name] == tuple[int, int] else None

    def convert(value: Any, key: str) -> Any:
        if type(value) is not dict:
            raise _Misfit(f"{key} is not a mapping", value)
        arguments: dict[str, Any] = {}
        try:
            for member, content in value.items():
                if content is None:
                    continue
                attribute, of_type = known[member]
                arguments[attribute] = of_type(content, member)
        except KeyError:
            raise _Misfit(f"{key} has no key {member[:40]}", value) from None
        except _Misfit as misfit:
            raise _Misfit(misfit.problem, value if misfit.holder is None else misfit.holder) from None
        for attribute, default in needed.items():
            if attribute not in arguments:
                if default is None:
                    raise _Misfit(f"{key} lacks the key {attribute}", value)
                arguments[attribute] = default
        return kind(**arguments)

    return convert


@cache
def _of_type(hint: Any) -> _Convert:
    if hint in _SCALARS:
        return _SCALARS[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        choices = [argument for argument in arguments if argument is not types.NoneType]
        return _of_type(choices[0]) if len(choices) == 1 else _text_or_list(_of_type(choices[-1]))
    if origin is tuple:
        return _pair
    if origin is list:
        return _list_of(arguments[0])
    if origin is dict:
        return _dict_of(_of_type(arguments[1]))
    # A class is looked up when its first value comes, since clauses hold clauses.
    return lambda value, key: _of_class(hint)(value, key)


def _text(value: Any, key: str) -> str:
    if type(value) is not str:
        raise _Misfit(f"{key} is not text")
    return value


def _integer(value: Any, key: str) -> int:
    if type(value) is int:
        return value
    if type(value) is str and _NUMBER.fullmatch(value):
        return int(value)
    raise _Misfit(f"{key} is not a whole number")


def _fraction(value: Any, key: str) -> float:
    if type(value) in (int, float):
        return float(value)
    if type(value) is str and _FRACTION.fullmatch(value):
        return float(value)
    raise _Misfit(f"{key} is not a number")


def _boolean(value: Any, key: str) -> bool:
    if value is True or value == "true":
        return True
    if value is False or value == "false":
        return False
    raise _Misfit(f"{key} is neither true nor false")


_SCALARS: dict[Any, _Convert] = {str: _text, int: _integer, float: _fraction, bool: _boolean}


def _pair(value: Any, key: str) -> tuple[int, int]:
    if type(value) is not list or len(value) != 2:
        raise _Misfit(f"{key} is not a pair of numbers")
    first, second = _integer(value[0], key), _integer(value[1], key)
    if not 0 <= first <= second:
        raise _Misfit(f"{key} runs backwards")
    return first, second


def _list_of(hint: Any) -> _Convert:
    def convert(value: Any, key: str) -> list[Any]:
        of_type = _of_type(hint)
        if type(value) is not list:
            raise _Misfit(f"{key} is not a list")
        return [of_type(element, key) for element in value]

    return convert


def _dict_of(of_type: _Convert) -> _Convert:
    def convert(value: Any, key: str) -> dict[str, Any]:
        if type(value) is not dict:
            raise _Misfit(f"{key} is not a mapping")
        return {member: of_type(content, member) for member, content in value.items()}

    return convert


def _text_or_list(of_list: _Convert) -> _Convert:
    return lambda value, key: value if type(value) is str else of_list(value, key)
