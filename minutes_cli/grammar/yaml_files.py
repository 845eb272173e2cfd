"""Grammar files as plain lists, dicts and texts: YAML read event by event.

Every scalar stays the text that is printed (``no`` is the word no), nothing is executed, and what a grammar does not
need is refused with its line: anchors, aliases, tags, repeated keys, deep nesting, several documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

DEEPEST = 12
"""Levels of nesting; a grammar has six."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class GrammarFileError(ValueError):
    """A grammar file that cannot be used: what is wrong and what to do, in one line, and the line from 1 (0 if unknown)."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message, line)
        self.message = message
        self.line = line

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message


class Entry(dict[str, Any]):
    """A mapping of the file that knows its line."""

    line: int = 0


def read_yaml(text: str) -> Any:
    """Reads one YAML document to `Entry`, list and str; raises GrammarFileError."""
    try:
        return _build(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as fault:
        mark: Any = getattr(fault, "problem_mark", None)
        problem: Any = getattr(fault, "problem", None) or "it holds a character that YAML does not allow"
        raise GrammarFileError(f"this is not YAML: {problem}; check the indentation and the quotes", mark.line + 1 if mark else 0) from None


def _build(events: Iterator[Any]) -> Any:
    stack: list[Any] = []
    keys: list[str | None] = []
    root: Any = None
    documents = 0
    value: Any
    for event in events:
        kind = event.__class__
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
            keys.pop()
            continue
        if kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _fault(event, "a grammar file holds one document; take out the line ---")
            continue
        if kind is yaml.AliasEvent or getattr(event, "anchor", None):
            raise _fault(event, "anchors (&) and aliases (*) are not used in a grammar; write the text out, or put it in quotes")
        if kind is yaml.ScalarEvent:
            value = event.value
        elif kind is yaml.MappingStartEvent:
            value = Entry()
            value.line = _line(event)
        elif kind is yaml.SequenceStartEvent:
            value = []
        else:
            continue
        if event.tag is not None and event.tag != "!":
            raise _fault(event, "tags (!) are not used in a grammar; put the text in quotes")
        if stack:
            _place(stack[-1], keys, value, event)
        else:
            root = value
        if kind is not yaml.ScalarEvent:
            stack.append(value)
            keys.append(None)
            if len(stack) > DEEPEST:
                raise _fault(event, f"this stands more than {DEEPEST} levels deep")
    return root


def _place(parent: Any, keys: list[str | None], value: Any, event: Any) -> None:
    """Puts a value into the list or mapping that is open; in a mapping, every other one is a key."""
    if isinstance(parent, list):
        parent.append(value)
        return
    key = keys[-1]
    if key is None:
        if not isinstance(value, str):
            raise _fault(event, "a list or mapping stands where a name is needed; put phrases that begin with [ or { in quotes")
        if value in parent:
            raise _fault(event, f"the name {value!r} stands twice; join the two")
        keys[-1] = value
        parent[value] = None
        return
    parent[key] = value
    keys[-1] = None


def _fault(event: Any, message: str) -> GrammarFileError:
    return GrammarFileError(message, _line(event))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
