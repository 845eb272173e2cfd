"""Records as YAML that every reader takes alike (faults R91, R99; properties P08, P23, P24).

The quoting rule: a scalar is plain only when it begins with a letter, is no word that some reader takes for a boolean or a number,
and holds no colon, no number sign and nothing outside the visible set. Everything else is in single quotes, and what holds a
character outside that set stands escaped in double quotes. The same rule makes PyYAML's C and pure emitters agree on every byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late

_UNSEEN = (
    "\x00-\x1f\x7f-\xa0\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U00010000-\U0010ffff"
)
"""Outside YAML's set, invisible, or (beyond the first plane) escaped by the emitters in their own ways."""

_SPECIAL = late(f"[{_UNSEEN}]")
_FIRST_PLANE = "\uffff"

_FLOW_SIGNS = frozenset(",?[]{}")

_RESERVED = frozenset({"y", "yes", "n", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity", "none"})
_LONGEST_RESERVED = max(map(len, _RESERVED))

_LEFT_RAW = late("[\xa0\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb]")
"""Members of the unseen set that the emitters write raw; by then each stands inside double quotes."""

_WIDTH = 2**31 - 1
"""No line is ever folded: the widest that the C emitter takes."""

_FLOW = frozenset(
    {"span", "spans", "lines", "to", "targets", "inferred", "flags", "family", "moved_by", "seconded_by", "names", "scope"}
    | {"deadline", "coverage", "summary", "other"}
)
"""Keys whose whole value stands on one line."""

_FLOW_UNLESS_NESTED = frozenset({"items", "groups", "targets"})
"""Lists that stand on one line when they hold ids, and as blocks when they hold records."""

_PLAINLY = (True, False)
_QUOTED = (False, True)
_BLOCK_MAPPING = yaml.MappingStartEvent(None, None, True, flow_style=False)
_FLOW_MAPPING = yaml.MappingStartEvent(None, None, True, flow_style=True)
_MAPPING_END = yaml.MappingEndEvent()
_BLOCK_SEQUENCE = yaml.SequenceStartEvent(None, None, True, flow_style=False)
_FLOW_SEQUENCE = yaml.SequenceStartEvent(None, None, True, flow_style=True)
_SEQUENCE_END = yaml.SequenceEndEvent()

_SHORT = 20
_MOST_KNOWN = 4096
"""Labels, kinds and keys come again and again: scalars of at most so many code points are made once, at most so many of them."""


def to_yaml(record: Mapping[str, Any] | Sequence[Any], *, pure: bool = False) -> bytes:
    """One YAML document, opened by ``---``, as UTF-8.

    Takes plain dicts, lists, strings, numbers and booleans, as `to_dict` gives them; keys keep their order. `pure` asks for
    PyYAML's Python emitter; the bytes are the same.
    """
    writer = _Events(record)
    emitter = None if pure else getattr(yaml, "CSafeDumper", None)
    try:
        text: str = yaml.emit(writer, Dumper=emitter or yaml.SafeDumper, allow_unicode=True, width=_WIDTH)
    except UnicodeEncodeError:
        # The C emitter cannot take a lone surrogate; the pure one escapes it.
        return to_yaml(record, pure=True)
    if writer.special:
        text = _LEFT_RAW.sub(_escape, text)
    return text.encode("utf8")


def _escape(found: re.Match[str]) -> str:
    return "\\_" if found.group() == "\xa0" else f"\\u{ord(found.group()):04X}"


class _Events:
    """Walks a record into the emitter's events, without PyYAML's representer, which costs most of its time.

    Collections that are open stand on a stack, so depth costs no recursion.
    """

    def __init__(self, record: Any) -> None:
        self.special = False
        self._known: dict[tuple[str, bool], yaml.ScalarEvent] = {}
        self._open: list[_Level] = []
        self._ready: list[yaml.Event] = [yaml.StreamStartEvent(), yaml.DocumentStartEvent(explicit=True)]
        self._value(record, False, False)

    def __iter__(self) -> Iterator[yaml.Event]:
        while self._open:
            self._fill(self._open[-1])
            yield from self._ready
            self._ready.clear()
        yield from self._ready
        yield yaml.DocumentEndEvent(explicit=False)
        yield yaml.StreamEndEvent()

    def _fill(self, level: _Level) -> None:
        """Goes on with the innermost open collection until it ends or another one opens."""
        depth = len(self._open)
        if level.pairs is not None:
            for key, content in level.pairs:
                self._ready.append(self._scalar(key, True))
                self._value(content, level.flow or _stands_on_one_line(key, content), key == "words")
                if len(self._open) > depth:
                    return
            self._ready.append(_MAPPING_END)
        else:
            for content in level.elements:
                self._value(content, level.flow_elements, False)
                if len(self._open) > depth:
                    return
            self._ready.append(_SEQUENCE_END)
        self._open.pop()

    def _value(self, value: Any, flow: bool, flow_elements: bool) -> None:
        kind = value.__class__
        if kind is str:
            self._ready.append(self._scalar(value, flow))
        elif kind is list or kind is tuple:
            self._ready.append(_FLOW_SEQUENCE if flow or not value else _BLOCK_SEQUENCE)
            self._open.append(_Level(flow, flow or flow_elements, None, iter(value)))
        elif kind is dict:
            self._ready.append(_FLOW_MAPPING if flow or not value else _BLOCK_MAPPING)
            self._open.append(_Level(flow, flow, iter(value.items()), iter(())))
        else:
            self._ready.append(yaml.ScalarEvent(None, None, _PLAINLY, _number(value)))

    def _scalar(self, text: str, flow: bool) -> yaml.ScalarEvent:
        known = self._known.get((text, flow))
        if known is not None:
            return known
        special = _is_special(text)
        if not special and _is_plain(text, flow):
            event = yaml.ScalarEvent(None, None, _PLAINLY, text)
        elif special:
            self.special = True
            event = yaml.ScalarEvent(None, None, _QUOTED, text, style='"')
        else:
            event = yaml.ScalarEvent(None, None, _QUOTED, text, style="'")
        if len(text) <= _SHORT and len(self._known) < _MOST_KNOWN:
            self._known[text, flow] = event
        return event


@dataclass(slots=True)
class _Level:
    """A collection that is open: how its elements stand, and those that are still to come."""

    flow: bool
    flow_elements: bool
    pairs: Iterator[tuple[str, Any]] | None
    elements: Iterator[Any]


def _is_special(text: str) -> bool:
    """Whether a text holds anything of the unseen set. All of it below the second plane is what Python calls not printable."""
    if text.isprintable() and (text.isascii() or max(text) <= _FIRST_PLANE):
        return False
    return _SPECIAL.search(text) is not None


def _is_plain(text: str, flow: bool) -> bool:
    """Whether a text without anything unseen may stand without quotes."""
    first = text[:1]
    if not first.isalnum() or first.isdecimal() or ":" in text or "#" in text or text[-1] == " ":
        return False
    if flow and not _FLOW_SIGNS.isdisjoint(text):
        return False
    return len(text) > _LONGEST_RESERVED or text.lower() not in _RESERVED


def _stands_on_one_line(key: str, content: Any) -> bool:
    if key in _FLOW:
        return True
    if key in ("old", "new"):
        return isinstance(content, Mapping)
    return key in _FLOW_UNLESS_NESTED and isinstance(content, list) and not any(isinstance(element, dict) for element in content)


def _number(value: Any) -> str:
    """Booleans, numbers and null as all YAML readers know them; no exponent, which YAML 1.1 reads as text."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        digits = repr(value)
        return f"{value:.12f}".rstrip("0") + "0" if "e" in digits else digits
    return str(value)
