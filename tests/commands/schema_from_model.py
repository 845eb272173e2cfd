"""The JSON Schemas as the data model has them. ``python -m tests.commands.schema_from_model`` writes them anew.

Keys, types and what is required come from the dataclasses, descriptions from the docstrings of their fields; what the shipped files
say beyond that (descriptions of fields without a docstring, closed lists of words) is kept.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import json
import types
import typing
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import minutes_cli.schema
from minutes_cli.model import Comparison, Lineage, Minutes, State

ROOTS: dict[str, type] = {"parse": Minutes, "diff": Comparison, "trace": Lineage}
FOLDER = Path(minutes_cli.schema.__file__).parent
ALWAYS_WRITTEN = {"schema", "id", "text"}


def schema_of(root: type, shipped: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record's class; `shipped` is the present one, or empty."""
    definitions: dict[str, Any] = {}
    waiting = [root]
    while waiting:
        kind = waiting.pop(0)
        if kind.__name__ not in definitions:
            present = shipped if kind is root else shipped.get("$defs", {}).get(kind.__name__, {})
            definitions[kind.__name__] = _object(kind, present, waiting)
    top = definitions.pop(root.__name__)
    name = root().schema
    top["properties"]["schema"] |= {"const": name}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:minutes-cli:{name.replace('/', ':')}", "title": name}
    whole: dict[str, Any] = head | top | {"$defs": dict(sorted(definitions.items()))}
    return whole


def _object(kind: type, present: dict[str, Any], waiting: list[type]) -> dict[str, Any]:
    hints, told = typing.get_type_hints(kind), _docstrings(kind)
    properties: dict[str, Any] = {}
    required: list[str] = []
    for part in fields(kind):
        if not part.metadata.get("record", True):
            continue
        key, hint = part.name.rstrip("_"), hints[part.name]
        kept = present.get("properties", {}).get(key, {})
        entry = _type(hint, waiting)
        description = told.get(part.name) or kept.get("description", "")
        properties[key] = {"description": description} | entry | {word: kept[word] for word in ("enum", "pattern") if word in kept}
        if hint is int or (hint is str and key in ALWAYS_WRITTEN and kind is not State):
            required.append(key)
    return {
        "description": (kind.__doc__ or "").split("\n")[0],
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _type(hint: Any, waiting: list[type]) -> dict[str, Any]:
    if hint in (str, int, float, bool):
        return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[hint]}
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        choices = [_type(argument, waiting) for argument in arguments if argument is not types.NoneType]
        return choices[0] if len(choices) == 1 else {"anyOf": choices}
    if origin is tuple:
        return {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
    if origin is list:
        return {"type": "array", "items": _type(arguments[0], waiting)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(arguments[1], waiting)}
    if not is_dataclass(hint):
        raise TypeError(f"no schema for {hint}")
    kind = typing.cast(type, hint)
    waiting.append(kind)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _docstrings(kind: type) -> dict[str, str]:
    """What stands under each field of a class, and of the classes that it inherits from."""
    told: dict[str, str] = {}
    for ancestor in reversed(kind.__mro__[:-1]):
        body = typing.cast(ast.ClassDef, ast.parse(inspect.getsource(ancestor)).body[0]).body
        for line, after in itertools.pairwise(body):
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and isinstance(after, ast.Expr):
                told[line.target.id] = " ".join(str(ast.literal_eval(after.value)).split()).replace("``", "`")
    return told


def write() -> None:
    """Writes the three files."""
    for record, root in ROOTS.items():
        path = FOLDER / minutes_cli.schema.SCHEMAS[record]
        shipped = json.loads(path.read_text("utf8")) if path.exists() else {}
        path.write_text(json.dumps(schema_of(root, shipped), ensure_ascii=False, indent=2) + "\n", "utf8")


if __name__ == "__main__":
    write()
