"""Which word or sign may come second in a phrase, after each that may come first: the last sieve before pyparsing.

Worked out from the notation like the gate, without pyparsing, and only for phrases whose words all stand within reach.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache

from minutes_cli.grammar.folding import fold, fold_signs
from minutes_cli.grammar.gates import DATE, DIGIT, PART_FIRST, PIECE, TOKEN

_END, _ANY = "<end>", "<anything>"

_INSIDE_PARTS = {"number": {",", "-", _END}, "date": {"/", "-", ".", ",", "of", DATE, DIGIT}}
"""What may stand second inside a named part, where little may; inside any other, anything."""

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


@cache
def seconds_of(source: str) -> dict[str, frozenset[str] | None]:
    """For each first key of a phrase the keys of which one must come second; None where anything may, or nothing need."""
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
            run.add({key: set(_INSIDE_PARTS.get(text, {_ANY})) for key in PART_FIRST[text]}, False)
        elif text[-1] != "=":
            run.add(_one(text), False)
    firsts = _joined(levels[0][1]).firsts
    return {key: None if followers & {_END, _ANY} else frozenset(followers) for key, followers in firsts.items()}


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
