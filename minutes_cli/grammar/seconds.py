"""Which word or sign may come second in a phrase, after each that may come first: the last sieve before pyparsing.

Worked out from the notation like the gate, without pyparsing, and only for phrases whose words all stand within reach.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.folding import fold, fold_signs
from minutes_cli.grammar.gates import DATE, DIGIT, PART_FIRST, PIECE, TOKEN

_END, _ANY = "<end>", "<anything>"

_INSIDE_PARTS = {"number": {",", "-", _END}, "date": {"/", "-", ".", ",", "of", DATE, DIGIT}}
"""What may stand second inside a named part, where little may; inside any other, anything."""

_MARKERS = {part: f"<part {part}>" for part in PART_FIRST}
_PARTS = {marker: part for part, marker in _MARKERS.items()}

Followers = dict[str, set[str]]


@dataclass(slots=True)
class _Run:
    """A sequence as far as it has been read: its possible first keys, each with what may follow."""

    firsts: Followers = field(default_factory=dict)
    nullable: bool = True

    def add(self, firsts: Followers, nullable: bool) -> None:
        for followers in self.firsts.values():
            if _END in followers:
                followers.update(firsts)
                if not nullable:
                    followers.discard(_END)
        if self.nullable:
            for key, followers in firsts.items():
                self.firsts.setdefault(key, set()).update(followers)
            self.nullable = nullable

    def add_gap(self) -> None:
        for followers in self.firsts.values():
            if _END in followers:
                followers.add(_ANY)


@dataclass(frozen=True, slots=True)
class Seconds:
    """What may come second; None in place of keys where anything may, or nothing need."""

    words: dict[str, frozenset[str] | None]
    """After each word or sign that may come first."""
    parts: dict[str, frozenset[str] | None]
    """Behind each named part that may come first."""


@cache
def seconds_of(source: str) -> dict[str, frozenset[str] | None]:
    """For each first key of a phrase, those of its parts included, the keys of which one must come second."""
    firsts = {key: set(followers) for key, followers in _firsts_of(source).items() if key not in _PARTS}
    for marker, part in _PARTS.items():
        behind = _firsts_of(source).get(marker)
        if behind is not None:
            inside = _INSIDE_PARTS.get(part, {_ANY})
            followers = (inside - {_END}) | behind if _END in inside else inside
            for key in PART_FIRST[part]:
                firsts.setdefault(key, set()).update(followers)
    return {key: _keys(followers) for key, followers in firsts.items()}


@cache
def apart(source: str) -> Seconds:
    """The same with the parts kept apart, for whoever has read a part and knows where it ends."""
    firsts = _firsts_of(source)
    words = {key: _keys(followers) for key, followers in firsts.items() if key not in _PARTS}
    return Seconds(words, {_PARTS[key]: _keys(followers) for key, followers in firsts.items() if key in _PARTS})


def _keys(followers: set[str]) -> frozenset[str] | None:
    if followers & {_END, _ANY}:
        return None
    return frozenset(followers - _PARTS.keys()).union(*(PART_FIRST[_PARTS[marker]] for marker in followers & _PARTS.keys()))


@cache
def _firsts_of(source: str) -> Followers:
    """What a phrase may begin with, each with what may follow; a named part is one key, its marker."""
    levels: list[tuple[str, list[_Run]]] = [("(", [_Run()])]
    for text in TOKEN.findall(unicodedata.normalize("NFC", source)):
        run = levels[-1][1][-1]
        if text in "[(":
            levels.append((text, [_Run()]))
        elif text in "])":
            if len(levels) > 1:
                bracket, runs = levels.pop()
                closed = _joined(runs)
                levels[-1][1][-1].add(closed.firsts, closed.nullable or bracket == "[")
        elif text == "|":
            levels[-1][1].append(_Run())
        elif text[0] == '"':
            for piece in PIECE.findall(text[1:-1]):
                run.add(_one(piece[0] or piece[1]), False)
        elif text in ("...", "…"):
            run.add_gap()
        elif text in PART_FIRST:
            run.add({_MARKERS[text]: {_END}}, False)
        elif text[-1] != "=":
            run.add(_one(text), False)
    return _joined(levels[0][1]).firsts


def _joined(runs: list[_Run]) -> _Run:
    joined = _Run({}, any(run.nullable for run in runs))
    for run in runs:
        for key, followers in run.firsts.items():
            joined.firsts.setdefault(key, set()).update(followers)
    return joined


def _one(text: str) -> Followers:
    """A word or sign; of a word of several runs (``sub-group``) the first run, with the sign that joins it to the next."""
    if not text[0].isalnum():
        return {fold_signs(text): {_END}}
    folded = fold(text)
    for at, letter in enumerate(folded):
        if letter in "'-":
            return {folded[:at]: {letter}}
    return {folded: {_END}}
