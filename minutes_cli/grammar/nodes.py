"""What a phrase of the notation is made of, once parsed."""

from __future__ import annotations

from minutes_cli.carriers import dataclass

PARTS = ("mark", "label", "person", "date", "number", "body")
"""The named parts; `minutes_cli.grammar.named` says what each matches."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word; `exact` when it was quoted, so that its case counts."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """One character that is neither letter, digit nor space."""

    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A named part; `name` is what its span is called in the match, the part's own name unless the phrase gives another."""

    part: str
    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """``...``: as few words as possible, up to where the next element fits; at the end, the rest of the line."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """Elements one after another."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives; the one that reaches furthest wins, the first of equals."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Optional:
    """An element that may be missing; it is taken wherever it fits."""

    item: Node


Node = Word | Sign | Part | Gap | Sequence | Choice | Optional
