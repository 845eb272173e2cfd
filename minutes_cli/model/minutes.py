"""What the parser found in one source, field by field; the keys and their order are the contract ``minutes/1``."""

from __future__ import annotations

from typing import Any

from minutes_cli.carriers import dataclass, field
from minutes_cli.model.record import HIDDEN, to_record
from minutes_cli.model.source import Span


@dataclass(slots=True)
class Passage:
    """Words of the source with their place: a note, a reason, a stretch of narrative."""

    text: str
    """The words, runs of white space made one space."""
    span: Span
    """Where they stand."""


@dataclass(slots=True)
class Tail(Passage):
    """Words of a clause that follow its children."""


@dataclass(slots=True)
class Evidence:
    """One reason for a decision that the parser inferred."""

    sign: str
    """Name of the sign: after-narrative, decision-mood, repeats-proposal, long-gap, before-footer, decision-page…"""
    detail: str | None = None
    """What was seen, in a few words of the program's own."""


@dataclass(slots=True)
class Reference:
    """Words in a clause that point at another clause, minute or paper."""

    text: str
    span: Span
    targets: list[str] = field(default_factory=list)
    """Ids of the clauses that it points at, in the order in which they are named."""
    status: str = "unresolved"
    """resolved, ambiguous, unresolved, or external (another paper, minute or body)."""


@dataclass(slots=True)
class Deadline:
    """By when a clause is to be done."""

    text: str
    amount: int | None = None
    unit: str | None = None
    """day, week, month or year."""
    after: str | None = None
    """The event from which the time runs, verbatim."""
    date: str | None = None
    """ISO date, where one is printed."""
    span: Span | None = field(default=None, metadata=HIDDEN)


@dataclass(slots=True)
class Vote:
    """How the body voted on a motion, as far as it is printed."""

    outcome: str | None = None
    """carried, lost, unanimous, nem-con, tied or casting-vote."""
    for_: int | None = None
    against: int | None = None
    abstain: int | None = None
    names: dict[str, list[str]] = field(default_factory=dict)
    """Names by side: for, against, abstain, absent."""
    text: str | None = None
    span: Span | None = field(default=None, metadata=HIDDEN)


@dataclass(slots=True)
class Clause:
    """One numbered, lettered, bulleted or bare outcome; clauses nest."""

    id: str = ""
    label: str | None = None
    """The mark as printed, such as ``d)``; None where none is printed."""
    expected_label: str | None = None
    """The label that its place in the series calls for, where the printed one differs."""
    generated: bool = False
    """True where the file implies the label (Word numbering, an HTML list) and the reader wrote it."""
    kind: str = "resolution"
    """resolution or recommendation."""
    inferred: list[str] = field(default_factory=list)
    """What was inferred of it: run-in (stood at the end of its neighbour's paragraph), flattened…"""
    action: str | None = None
    """note, approve, recommend, refer, defer, refuse, delegate, monitor, request…"""
    to: list[str] = field(default_factory=list)
    """Whom it addresses, verbatim."""
    text: str = ""
    """Its own words, without its label and its children; runs of white space made one space."""
    full_text: str | None = None
    """Stem and text, only where a stem stands."""
    references: list[Reference] = field(default_factory=list)
    deadline: Deadline | None = None
    span: Span | None = None
    spans: list[Span] = field(default_factory=list)
    """Instead of ``span`` where page furniture interrupts the words."""
    lines: tuple[int, int] | None = None
    """First and last line, counted from 1."""
    page: int | None = None
    """Printed page on which it begins, counted from 1, where the format has pages."""
    moved_by: list[str] = field(default_factory=list)
    seconded_by: list[str] = field(default_factory=list)
    vote: Vote | None = None
    by_reference: str | None = None
    """What the clause adopts without repeating it, verbatim (``the recommendations in the report``)."""
    conditions: list[Clause] = field(default_factory=list)
    """Conditions or reasons listed under it; not outcomes of their own."""
    clauses: list[Clause] = field(default_factory=list)
    tail: Tail | None = None
    label_span: Span | None = field(default=None, metadata=HIDDEN)
    fault: str | None = field(default=None, metadata=HIDDEN)
    """What is wrong with its label's place: duplicate, gap, restart, out-of-order, late-start or ambiguous."""
    missing: str | None = field(default=None, metadata=HIDDEN)
    """For a gap or a late start: the first label that was left out."""


@dataclass(slots=True)
class Group:
    """One list or paragraph of asks or decisions under one lead-in."""

    id: str = ""
    kind: str = "resolution"
    status: str = "decided"
    """proposed, moved, decided, lost or reported."""
    side: str | None = None
    """agenda, decision or minutes."""
    form: str | None = None
    """narrative, for a decision told in prose."""
    lead_in: str | None = None
    """The words that open it; None where the text has none."""
    by: str | None = None
    to: list[str] = field(default_factory=list)
    moved_by: list[str] = field(default_factory=list)
    seconded_by: list[str] = field(default_factory=list)
    vote: Vote | None = None
    stem: str | None = None
    """The shared beginning of fragments: ``That Cabinet:``."""
    by_reference: str | None = None
    basis: str = "lead-in"
    """What it was recognised by: lead-in, label, stem, position or page."""
    certainty: str = "certain"
    """certain, inferred or guess."""
    evidence: list[Evidence] = field(default_factory=list)
    copy_of: str | None = None
    """Id of the group that prints the same decision elsewhere on the page."""
    differs: bool = False
    """True where the copy's words are not the same."""
    reasons: list[Passage] = field(default_factory=list)
    alternatives: list[Passage] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    lead_in_span: Span | None = field(default=None, metadata=HIDDEN)


@dataclass(slots=True)
class Response:
    """What a body answered to recommendations made to it."""

    by: str | None = None
    verdict: str = "not-stated"
    """accepted, accepted-in-part, noted, rejected, deferred or not-stated."""
    scope: str | list[str] = "all"
    """all, or ids of the clauses answered."""
    group: str | None = None
    """Id of the group whose clauses are answered."""
    pointer: str | None = None
    """The appendix or paper that holds the answer, verbatim, where the text only points there."""
    text: str = ""
    span: Span | None = None


@dataclass(slots=True)
class Item:
    """One agenda item: number, title, and what follows until the next."""

    id: str = ""
    number: str | None = None
    title: str | None = None
    body: str | None = None
    """The body, where the page holds meetings of several."""
    date: str | None = None
    """ISO date of its meeting, where the page holds several."""
    report_from: str | None = None
    truncated: bool = False
    """True where the page says that its text is cut off."""
    groups: list[Group] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    declarations: list[Passage] = field(default_factory=list)
    actions: list[Passage] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)
    narrative: list[Passage] = field(default_factory=list)
    """Only with ``--narrative``."""
    number_span: Span | None = field(default=None, metadata=HIDDEN)
    title_span: Span | None = field(default=None, metadata=HIDDEN)


@dataclass(slots=True)
class Finding:
    """A numbered diagnostic about the document."""

    code: str
    """Such as ``MIN103``."""
    name: str
    """Such as ``duplicate-label``."""
    severity: str
    """error, warning or note."""
    message: str
    span: Span | None = None
    lines: tuple[int, int] | None = None
    other: Span | None = None
    """The other place that it concerns."""


@dataclass(slots=True)
class Part:
    """A stretch of the text and the part that it plays; parts in order hold every non-blank character once."""

    span: Span
    role: str
    """label, clause, tail, lead-in, stem, item-number, item-title, furniture, metadata, narrative, mover, vote,
    reason, alternative, note, action, declaration, document, response-head, attendance, unparsed…"""
    node: str | None = None
    """Id of the item, group or clause that it belongs to."""


@dataclass(slots=True)
class Coverage:
    """How many non-blank characters the text has, and how many a rule claimed."""

    characters: int = 0
    accounted: int = 0


@dataclass(slots=True)
class Meeting:
    """What the text says of the sitting."""

    body: str | None = None
    date: str | None = None
    """ISO date."""
    venue: str | None = None


@dataclass(slots=True)
class SourceFacts:
    """What the record says of its source."""

    path: str = "-"
    format: str = "text"
    sha256: str = ""
    characters: int = 0
    encoding: str | None = None


@dataclass(slots=True)
class Minutes:
    """The record of one source: schema ``minutes/1``."""

    schema: str = "minutes/1"
    source: SourceFacts = field(default_factory=SourceFacts)
    grammar: str = ""
    """Name of the grammar that read it, with what ``auto`` chose added."""
    meeting: Meeting = field(default_factory=Meeting)
    items: list[Item] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    coverage: Coverage = field(default_factory=Coverage)
    unparsed: list[Passage] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list, metadata=HIDDEN)
    empty: list[Span] = field(default_factory=list, metadata=HIDDEN)
    """Lead-ins that no words follow."""
    text: str = field(default="", metadata=HIDDEN)
    """The source's text, for writers that show it; never in the record."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts, lists and scalars, in the contract's key order, unknown keys left out."""
        record: dict[str, Any] = to_record(self)
        return record
