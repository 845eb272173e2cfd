"""A comparison as every rendering shows it: entries with labels, runs of words, and sentences about them. It knows no format."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from minutes_cli.carriers import dataclass, field
from minutes_cli.model import Clause, ComparedReference, ComparedSide, Comparison, Link, Minutes, WordChange
from minutes_cli.shown import shown_line

SAME, OLD, NEW = "same", "old", "new"

NO_LABEL = "(no label)"
"""Stands where a clause has no printed label."""

REFERENCES = {
    "retargeted": "same words, but now points elsewhere",
    "dangling": "points at nothing in the later document",
    "ambiguous": "may point at more than one place",
    "changed": "points elsewhere, in other words",
    "followed": "rewritten so as to point where it did",
    "intact": "still points where it did",
}
"""What became of a reference, gravest first."""

NOTES = {
    "doubled-words": "doubled words",
    "number": "a number",
    "sum": "a sum of money",
    "date": "a date",
    "deadline": "a deadline",
    "negation": "a negation",
    "modal": "must, should or may",
    "body": "the name of a body",
}
"""What a change of words may mean."""

GRAVE = frozenset({"retargeted", "dangling", "changed"})


@dataclass(slots=True)
class Run:
    """Words that are the same on both sides, only old, or only new; cleaned for showing."""

    kind: str
    text: str


@dataclass(slots=True)
class Entry:
    """One link, ready to be shown."""

    old_label: str | None
    """Labels of the old clauses, joined; None for an addition."""
    new_label: str | None
    flags: list[str]
    runs: list[Run]
    alarms: list[str] = field(default_factory=list)
    """Sentences of the program's own on references that no longer point where they did; they quote the reference, cleaned."""
    remarks: list[str] = field(default_factory=list)
    """Sentences on meaning and on other references."""
    old_ids: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether there is anything to show beyond the label."""
        return self.flags != ["unchanged"] or bool(self.alarms or self.remarks)

    def label(self, arrow: str = "→") -> str:
        """``d)``, ``d) → e)``, ``+ e)`` for an addition, ``- d)`` for what was dropped."""
        if self.old_label is None:
            return f"+ {self.new_label}"
        if self.new_label is None:
            return f"- {self.old_label}"
        return self.old_label if self.old_label == self.new_label else f"{self.old_label} {arrow} {self.new_label}"

    def side(self, kind: str) -> list[Run]:
        """The runs of one side: what is the same and what is only there."""
        return [run for run in self.runs if run.kind in (SAME, kind)]


def entries(comparison: Comparison) -> list[Entry]:
    """One entry a link, in the links' order."""
    labels = {side.id: _labels([side]) or "" for link in comparison.links for side in link.old}
    return [
        Entry(
            old_label=_labels(link.old),
            new_label=_labels(link.new),
            flags=[shown_line(flag) for flag in link.flags],
            runs=_runs(link),
            alarms=[reference_remark(reference) for reference in link.references if reference.status in GRAVE],
            remarks=_remarks(link, labels),
            old_ids=[side.id for side in link.old],
        )
        for link in comparison.links
    ]


def noun(comparison: Comparison, old: Minutes, new: Minutes) -> str:
    """What the compared clauses are, in the singular: recommendation where one side has nothing else, resolution where both have
    nothing else, clause otherwise."""
    made = {clause.kind for clause in _clauses(old, {side.id for link in comparison.links for side in link.old})}
    received = {clause.kind for clause in _clauses(new, {side.id for link in comparison.links for side in link.new})}
    if {"recommendation"} in (made, received):
        return "recommendation"
    return "resolution" if made | received == {"resolution"} else "clause"


def headline(comparison: Comparison, noun: str = "clause") -> str:
    """The whole comparison in one line; a reference that now points at another clause comes first."""
    flags = [set(link.flags) for link in comparison.links]
    references = comparison.summary.references
    parts = [_references(status, references[status]) for status in REFERENCES if status in GRAVE and references.get(status)]
    parts.append(f"{_count(len(flags), noun)}: {', '.join(_tallies(flags))}")
    if comparison.summary.meaning:
        parts.append(f"changed words touch {', '.join(_note(note) for note in comparison.summary.meaning)}")
    parts += [_references(status, references[status]) for status in REFERENCES if status not in GRAVE and references.get(status)]
    return "; ".join(parts)


def left_out(comparison: Comparison) -> list[str]:
    """Sentences on what the comparison does not show, cleaned."""
    told = [shown_line(comparison.summary.remaining)] if comparison.summary.remaining else []
    if comparison.summary.budget_exhausted:
        told.append("so many clauses look alike that not every pair was weighed; some links may be missing")
    return told


_ORDER = (
    *("unchanged", "cosmetic", "relabelled", "moved", "reworded", "split", "merged"),
    *("added", "dropped", "reinstated", "ambiguous", "weak"),
)
_OF_THEM = ("moved", "reworded")
_SPOKEN = {"cosmetic": "changed only in print", "weak": "only loosely alike"}


def _tallies(flags: Sequence[Collection[str]]) -> list[str]:
    """How many links have each flag; ``of them`` are such as all are relabelled too, where nothing else was told since."""
    told: list[str] = []
    relabelled = False
    for flag in _ORDER:
        having = [found for found in flags if flag in found]
        if having:
            within = relabelled and flag in _OF_THEM and all("relabelled" in found for found in having)
            relabelled = flag == "relabelled" or within
            told.append(f"{len(having)} {'of them ' if within else ''}{_SPOKEN.get(flag, flag)}")
    return told or ["nothing compared"]


def _references(status: str, number: int) -> str:
    return f"{_count(number, 'cross-reference')} {status}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _note(note: str) -> str:
    return NOTES.get(note) or shown_line(note)


def _labels(sides: Sequence[ComparedSide]) -> str | None:
    return ", ".join(shown_line(side.label) if side.label else NO_LABEL for side in sides) if sides else None


def _runs(link: Link) -> list[Run]:
    old = " ".join(side.text for side in link.old)
    new = " ".join(side.text for side in link.new)
    return runs_between(old, new, link.words) or [Run(kind, shown_line(text)) for kind, text in ((OLD, old), (NEW, new)) if text]


def runs_between(old: str, new: str, words: Sequence[WordChange]) -> list[Run]:
    """Both texts as runs, by the changes of words between them; empty where the changes do not turn one text into the other."""
    pieces: list[tuple[str, str]] = []
    place = 0
    for change in sorted(words, key=lambda change: change.old):
        pieces += [(SAME, old[place : change.old[0]]), (OLD, old[slice(*change.old)]), (NEW, new[slice(*change.new)])]
        place = change.old[1]
    pieces.append((SAME, old[place:]))
    if not _rebuilds(pieces, OLD, old) or not _rebuilds(pieces, NEW, new):
        return []
    return [Run(kind, shown_line(text)) for kind, text in pieces if text]


def _rebuilds(pieces: Sequence[tuple[str, str]], kind: str, text: str) -> bool:
    return "".join(piece for side, piece in pieces if side in (SAME, kind)) == text


def _remarks(link: Link, labels: dict[str, str]) -> list[str]:
    notes = dict.fromkeys(note for change in link.words for note in (change.note or "").split(", ") if note)
    told = [f"changed: {', '.join(map(_note, notes))}"] if notes else []
    if link.swapped_with is not None:
        told.append(f"changed places with {labels.get(link.swapped_with, 'another clause')}")
    return told + [reference_remark(reference) for reference in link.references if reference.status not in GRAVE]


def reference_remark(reference: ComparedReference) -> str:
    """What became of a reference, as a sentence that quotes it, cleaned."""
    words = f"“{shown_line(reference.text)}”"
    if reference.new_text is not None and reference.new_text != reference.text:
        words += f", now “{shown_line(reference.new_text)}”,"
    return f"{words} {REFERENCES.get(reference.status) or shown_line(reference.status)}"


def _clauses(document: Minutes, ids: set[str]) -> list[Clause]:
    """The clauses of a document that have one of the ids."""
    found: list[Clause] = []
    stack = [clause for item in document.items for group in item.groups for clause in group.clauses]
    while stack:
        clause = stack.pop()
        if clause.id in ids:
            found.append(clause)
        stack += clause.clauses
    return found
