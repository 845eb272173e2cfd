"""YAML and JSON bytes to plain trees, refusing what a record never holds (faults R87-R94).

PyYAML's loaders can kill the process by nesting, and resolve, merge and overwrite on the way; so the tree is built here from parser
events, by a stack. Every YAML scalar stays text. A tree is made of dicts, lists and scalars.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

DEPTH_LIMIT = 64
"""Collections inside one another; the deepest record of the program's own has about 40."""
NODE_LIMIT = 5_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_NUMBER = 18


class TreeError(Exception):
    """What is wrong, in words for the user, and the line (from 1) where it is known."""

    def __init__(self, problem: str, line: int | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


class Tree:
    """Documents as plain trees, and where their collections begin."""

    def __init__(self) -> None:
        self.documents: list[Any] = []
        self._lines: dict[int, int] = {}

    def mark(self, collection: Any, line: int) -> None:
        """Remembers the line (from 1) on which a dict or list of this tree begins."""
        self._lines[id(collection)] = line

    def line(self, collection: Any) -> int | None:
        """The line on which a collection of this tree begins; None where the form does not tell (JSON)."""
        return self._lines.get(id(collection))


def yaml_tree(data: bytes) -> Tree:
    """The documents of a YAML stream. Refuses anchors, aliases, tags, doubled keys, collections as keys, too deep and too large ones."""
    import yaml

    tree = Tree()
    builder = _Builder(tree)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(_utf8(data))
    try:
        while True:
            event = loader.get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                builder.scalar(event)
            elif kind is yaml.MappingStartEvent:
                builder.open(event, {})
            elif kind is yaml.SequenceStartEvent:
                builder.open(event, [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                builder.close()
            elif kind is yaml.AliasEvent:
                raise TreeError("holds an alias, which a record never does", _line(event))
            elif kind is yaml.StreamEndEvent:
                break
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        raise TreeError(f"is not well-formed YAML ({_first_line(problem)})", mark.line + 1 if mark else None) from None
    finally:
        loader.dispose()
    return tree


class _Builder:
    """Puts events together; the open collections stand on a stack."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._open: list[Any] = []
        self._collection: Any = tree.documents
        self._key: str | None = None
        self._nodes = 0

    def scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            _refuse_names(event)
        text = event.value
        if type(self._collection) is dict and self._key is None:
            if text in self._collection:
                raise TreeError(f"has the key {text[:40]} twice in one place", _line(event))
            self._key = text
        else:
            self._put(text, event)

    def open(self, event: Any, collection: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            _refuse_names(event)
        if type(self._collection) is dict and self._key is None:
            raise TreeError("has a list or mapping as a key", _line(event))
        if len(self._open) >= DEPTH_LIMIT:
            raise TreeError(f"is nested more than {DEPTH_LIMIT} deep", _line(event))
        self._tree.mark(collection, _line(event))
        self._put(collection, event)
        self._open.append(self._collection)
        self._collection = collection

    def close(self) -> None:
        self._collection = self._open.pop()

    def _put(self, node: Any, event: Any) -> None:
        self._nodes += 1
        if self._nodes > NODE_LIMIT:
            raise TreeError(f"has more than {NODE_LIMIT:,} nodes", _line(event))
        if self._key is not None:
            self._collection[self._key] = node
            self._key = None
        else:
            self._collection.append(node)


def _line(event: Any) -> int:
    line: int = event.start_mark.line + 1
    return line


def _refuse_names(event: Any) -> None:
    """Refuses what gives a node a name or a type; a lone ``!`` gives none."""
    if event.anchor is not None:
        raise TreeError("holds an anchor, which a record never does", _line(event))
    if event.tag != "!":
        raise TreeError("holds a tag, which a record never does", _line(event))


def json_tree(data: bytes) -> Tree:
    """One JSON document. Refuses doubled keys, NaN and infinities, lone surrogates, huge numbers, and what is nested too deep."""
    tree = Tree()
    text = _utf8(data).decode("utf8")
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant, parse_int=_integer, parse_float=_fraction)
    except json.JSONDecodeError as problem:
        raise TreeError(f"is not well-formed JSON ({problem.msg})", problem.lineno) from None
    except RecursionError:
        raise TreeError(f"is nested more than {DEPTH_LIMIT} deep") from None
    _check_depth(document)
    if "\\u" in text:
        _check_characters(document)
    tree.documents.append(document)
    return tree


def _utf8(data: bytes) -> bytes:
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        data.decode("utf8")
    except UnicodeDecodeError as problem:
        raise TreeError("is not UTF-8", data.count(b"\n", 0, problem.start) + 1) from None
    return data


def _first_line(problem: Exception) -> str:
    told = getattr(problem, "problem", None) or str(problem)
    return str(told).partition("\n")[0][:80]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for key, content in pairs:
        if key in members:
            raise TreeError(f"has the key {key[:40]} twice in one place")
        members[key] = content
    return members


def _no_constant(name: str) -> NoReturn:
    raise TreeError(f"holds {name}, which is no JSON")


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise TreeError(f"holds a number of {len(digits)} digits")
    return int(digits)


def _fraction(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise TreeError("holds a number that is too large")
    return number


def _check_depth(document: Any) -> None:
    level = [document]
    depth = nodes = 0
    while level:
        nodes += len(level)
        if nodes > NODE_LIMIT:
            raise TreeError(f"has more than {NODE_LIMIT:,} nodes")
        below: list[Any] = []
        for node in level:
            if type(node) is dict:
                below += node.values()
            elif type(node) is list:
                below += node
        if any(type(node) in (dict, list) for node in level):
            depth += 1
            if depth > DEPTH_LIMIT:
                raise TreeError(f"is nested more than {DEPTH_LIMIT} deep")
        level = below


def _check_characters(document: Any) -> None:
    """Refuses halves of surrogate pairs, which no encoding can write."""
    stack = [document]
    while stack:
        node = stack.pop()
        if type(node) is str:
            if _SURROGATE.search(node):
                raise TreeError("holds half of a surrogate pair")
        elif type(node) is dict:
            stack += node.keys()
            stack += node.values()
        elif type(node) is list:
            stack += node
