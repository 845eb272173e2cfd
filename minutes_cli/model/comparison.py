"""What a comparison found; the keys and their order are the contract ``minutes-diff/1``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from minutes_cli.model.record import HIDDEN, to_record
from minutes_cli.model.source import Span


@dataclass(slots=True)
class Side:
    """One of the two documents compared."""

    path: str
    sha256: str | None = None
    items: list[str] = field(default_factory=list)
    """Ids of the items compared, where not all were."""
    groups: list[str] = field(default_factory=list)
    """Ids of the groups compared."""


@dataclass(slots=True)
class ComparedSide:
    """A clause as a link shows it."""

    id: str
    label: str | None = None
    text: str = ""


@dataclass(slots=True)
class WordChange:
    """One operation on words; offsets count code points of each side's own (joined) text."""

    op: str
    """delete, insert or replace."""
    old: Span
    new: Span
    text: str | None = None
    """The old words (delete, replace) or the new ones (insert)."""
    to: str | None = None
    """The new words of a replace."""
    note: str | None = None
    """doubled-words, number, sum, date, deadline, negation, modal, body…"""


@dataclass(slots=True)
class ComparedReference:
    """A reference inside a clause, compared by what it points at."""

    text: str
    status: str
    """intact, followed, retargeted, changed, dangling or ambiguous."""
    new_text: str | None = None


@dataclass(slots=True)
class Link:
    """Old clauses and the new clauses that answer them; either side may be empty."""

    old: list[ComparedSide] = field(default_factory=list)
    new: list[ComparedSide] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    """unchanged, cosmetic, relabelled, moved, reworded, split, merged, added, dropped, reinstated, ambiguous, weak."""
    matched_by: str | None = None
    """exact, context, similarity, split or merge; None for added and dropped."""
    score: float | None = None
    margin: float | None = None
    swapped_with: str | None = None
    """Id of the old clause with which it changed places."""
    words: list[WordChange] = field(default_factory=list)
    references: list[ComparedReference] = field(default_factory=list)


@dataclass(slots=True)
class Summary:
    """Counts over all links; flags can hold together, so they need not add up to the links."""

    links: int = 0
    unchanged: int = 0
    cosmetic: int = 0
    relabelled: int = 0
    moved: int = 0
    reworded: int = 0
    split: int = 0
    merged: int = 0
    added: int = 0
    dropped: int = 0
    ambiguous: int = 0
    weak: int = 0
    references: dict[str, int] = field(default_factory=dict)
    """Number of references by status, gravest first."""
    meaning: dict[str, int] = field(default_factory=dict)
    """Number of word changes by what they may mean: negation, sum, deadline, date, number, modal, body."""
    budget_exhausted: bool = False
    """True where the comparison stopped weighing pairs before it had weighed all."""
    remaining: str | None = None
    """One line on the groups that were not compared."""


@dataclass(slots=True)
class Comparison:
    """The record of one comparison: schema ``minutes-diff/1``."""

    schema: str = "minutes-diff/1"
    old: Side = field(default_factory=lambda: Side("-"))
    new: Side = field(default_factory=lambda: Side("-"))
    summary: Summary = field(default_factory=Summary)
    links: list[Link] = field(default_factory=list)
    notices: list[str] = field(default_factory=list, metadata=HIDDEN)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts, lists and scalars, in the contract's key order."""
        record: dict[str, Any] = to_record(self)
        return record


@dataclass(slots=True)
class State:
    """One recommendation as one meeting has it."""

    document: int
    """Index of the document, from 0, in the order of the trace."""
    id: str
    label: str | None = None
    text: str = ""
    flags: list[str] = field(default_factory=list)
    """What changed since the meeting before."""


@dataclass(slots=True)
class Thread:
    """One recommendation's story across meetings."""

    id: str
    states: list[State] = field(default_factory=list)
    family: list[str] = field(default_factory=list)
    """Ids of threads that it split from, merged into or with."""


@dataclass(slots=True)
class Lineage:
    """The record of a trace: schema ``minutes-trace/1``."""

    schema: str = "minutes-trace/1"
    documents: list[Side] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts, lists and scalars."""
        record: dict[str, Any] = to_record(self)
        return record
