"""What a comparison found; the keys and their order are the contract ``minutes-diff/1``."""

from __future__ import annotations

from typing import Any

from minutes_cli.carriers import dataclass, field
from minutes_cli.model.record import HIDDEN, to_record
from minutes_cli.model.source import Span


@dataclass(slots=True)
class Side:
    """One of the two documents compared."""

    path: str
    sha256: str | None = None
    body: str | None = None
    """The body that met; only in a trace."""
    date: str | None = None
    """ISO date of the meeting; only in a trace."""
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
    id: str = ""
    """Id of the clause; empty where the meeting dropped it."""
    label: str | None = None
    status: str | None = None
    """Status of the group that it stands in: proposed, moved, decided, lost or reported."""
    text: str = ""
    flags: list[str] = field(default_factory=list)
    """What changed since the meeting before; added at the first meeting but one that has it."""
    words: list[WordChange] = field(default_factory=list)
    """Changes of wording since the state before; for a split or merge against the joined text of its link."""
    references: list[ComparedReference] = field(default_factory=list)


@dataclass(slots=True)
class Answer:
    """What a body answered to a recommendation at a meeting."""

    document: int
    verdict: str
    """accepted, accepted-in-part, noted, rejected, deferred or not-stated."""
    by: str | None = None
    text: str = ""


@dataclass(slots=True)
class Term:
    """A deadline that a meeting set, and what the later meetings show of it."""

    document: int
    id: str
    """Id of the clause that sets it."""
    text: str
    due: str | None = None
    """ISO date, where it can be reckoned: printed, or counted from the date of the meeting that set it."""
    status: str = "unknown"
    """met, missed, open (no later meeting is late enough to tell) or unknown (no date to reckon with)."""
    met_by: int | None = None
    """Index of the document with the answer."""


@dataclass(slots=True)
class Thread:
    """One recommendation's story across meetings."""

    id: str
    states: list[State] = field(default_factory=list)
    """In the order of the meetings; the first one has the first wording."""
    family: list[str] = field(default_factory=list)
    """Ids of threads that it split from, merged into or with."""
    answers: list[Answer] = field(default_factory=list)
    deadlines: list[Term] = field(default_factory=list)


@dataclass(slots=True)
class Disagreement:
    """A recommendation of the first meeting whose answer in the last one differs when the two are compared directly."""

    old: str
    """Id of the clause in the first document."""
    direct: list[str] = field(default_factory=list)
    """Ids of the clauses in the last document, as compared directly."""
    composed: list[str] = field(default_factory=list)
    """The same by way of the meetings between."""


@dataclass(slots=True)
class Lineage:
    """The record of a trace: schema ``minutes-trace/1``."""

    schema: str = "minutes-trace/1"
    documents: list[Side] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)
    deadlines: list[Term] = field(default_factory=list)
    """Deadlines of clauses that are no recommendation themselves (that the response be reported back within two months)."""
    disagreements: list[Disagreement] = field(default_factory=list)
    notices: list[str] = field(default_factory=list, metadata=HIDDEN)
    steps: list[Comparison] = field(default_factory=list, metadata=HIDDEN)
    """The comparisons that the story is made of; each side's ``path`` names its document."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts, lists and scalars."""
        record: dict[str, Any] = to_record(self)
        return record
