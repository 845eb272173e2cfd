"""A trace as every rendering shows it: a row a recommendation, and its story meeting by meeting. It knows no format."""

from __future__ import annotations

from collections import Counter

from minutes_cli.carriers import dataclass, field
from minutes_cli.model import Lineage, State, Thread
from minutes_cli.model.comparison import Term
from minutes_cli.shown import shown_line
from minutes_cli.writing.view import NO_LABEL, SAME, Run, reference_remark, runs_between

ABSENT = "–"
"""Stands where a meeting does not have the recommendation."""

_TITLE = 70
"""Code points of a story's title; its whole words follow at the first meeting."""

_DEADLINES = {
    "met": "was met",
    "missed": "was missed, as far as these papers tell",
    "open": "cannot be judged yet",
    "unknown": "has no date to judge it by",
}


@dataclass(slots=True)
class Chapter:
    """A recommendation at one meeting."""

    document: int
    heading: str
    """Label and what changed, cleaned."""
    runs: list[Run] = field(default_factory=list)
    """Its words, changes since the meeting before marked; empty where nothing changed, or it is not there."""
    remarks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """One recommendation across all meetings."""

    id: str
    title: str
    """Its first label and its first words."""
    cells: list[str]
    """Label and change at each document, in order."""
    chapters: list[Chapter]
    family: list[str]


def stories(lineage: Lineage) -> list[Story]:
    """One story a thread, in the threads' order."""
    numbers = {thread.id: number for number, thread in enumerate(lineage.threads, 1)}
    stems = Counter(_stem(_first_text(thread)) for thread in lineage.threads)
    return [_story(thread, lineage, numbers, {stem for stem, count in stems.items() if count > 1}) for thread in lineage.threads]


def _first_text(thread: Thread) -> str:
    return next((shown_line(state.text) for state in thread.states if state.id), "")


def _stem(text: str) -> str:
    """What stands before the first colon, and it: what many recommendations of one list begin with tells none of them apart."""
    return text[: text.find(": ") + 2] if ": " in text else ""


def trace_headline(lineage: Lineage) -> str:
    """The whole trace in one line; where the meetings' own chain and a direct comparison disagree comes first."""
    count = len(lineage.threads)
    flags = Counter(flag for thread in lineage.threads for flag in {flag for state in thread.states for flag in state.flags})
    told = [f"{flags[flag]} {flag}" for flag in ("reworded", "split", "merged", "dropped", "reinstated", "added") if flags[flag]]
    answered = sum(1 for thread in lineage.threads if any(answer.verdict != "not-stated" for answer in thread.answers))
    if answered:
        told.append(f"{answered} answered")
    missed = sum(1 for term in _terms(lineage) if term == "missed")
    if missed:
        told.append(f"{missed} {'deadline' if missed == 1 else 'deadlines'} missed")
    line = f"{count} {'recommendation' if count == 1 else 'recommendations'} across {len(lineage.documents)} meetings"
    line += f": {', '.join(told)}" if told else ""
    if lineage.disagreements:
        line = f"{len(lineage.disagreements)} matched otherwise when first and last are compared directly; {line}"
    return line


def _terms(lineage: Lineage) -> list[str]:
    own = [term.status for thread in lineage.threads for term in thread.deadlines]
    return own + [term.status for term in lineage.deadlines]


def _story(thread: Thread, lineage: Lineage, numbers: dict[str, int], stems: set[str]) -> Story:
    first = next((state for state in thread.states if state.id), None)
    text = _first_text(thread)
    stem = _stem(text) if _stem(text) in stems else ""
    title = f"{_label(first)} {'… ' if stem else ''}{_first_words(text[len(stem) :])}" if first else thread.id
    cells = [ABSENT] * len(lineage.documents)
    chapters: list[Chapter] = []
    before: State | None = None
    for state in thread.states:
        cells[state.document] = _heading(state, brief=True)
        chapters.append(_chapter(state, before))
        before = state if state.id else before
    for answer in thread.answers:
        by = shown_line(answer.by) if answer.by else "the answer"
        words = f": “{shown_line(answer.text)}”" if answer.text else ""
        _at(chapters, answer.document).remarks.append(f"{by}: {shown_line(answer.verdict)}{words}")
    for term in thread.deadlines:
        _at(chapters, term.document).remarks.append(_deadline(term))
    for (document, how), others in _family(thread, lineage).items():
        _at(chapters, document).remarks.append(f"{how} {', '.join(str(numbers[other]) for other in others)}")
    return Story(thread.id, title, cells, chapters, thread.family)


def _family(thread: Thread, lineage: Lineage) -> dict[tuple[int, str], list[str]]:
    """With whom a thread was merged, from whom or into what it was split, by the document where that happened."""
    threads = {other.id: other for other in lineage.threads}
    found: dict[tuple[int, str], list[str]] = {}
    here = {state.document: state for state in thread.states}
    for name in thread.family:
        other = threads.get(name)
        if other is None:
            continue
        there = {state.document: state for state in other.states}
        both = sorted(here.keys() & there.keys())
        merged = next((at for at in both if here[at].id and here[at].id == there[at].id), None)
        split = next((at for at in both if "split" in here[at].flags and "split" in there[at].flags), None)
        if merged is not None:
            found.setdefault((merged, "merged with number"), []).append(name)
        elif split is not None and split == thread.states[0].document:
            found.setdefault((split, "split from number"), []).append(name)
        elif split is not None:
            found.setdefault((split, "the rest of it is number"), []).append(name)
        else:
            found.setdefault((both[-1] if both else thread.states[-1].document, "goes with number"), []).append(name)
    return found


def rest_of_trace(lineage: Lineage) -> list[str]:
    """Sentences on deadlines that no single recommendation sets, and on where the chain of meetings may have gone astray; cleaned."""
    names = [shown_line(document.path) for document in lineage.documents]
    told = [f"{names[term.document]}: {_deadline(term)}" for term in lineage.deadlines]
    for found in lineage.disagreements:
        direct, composed = (", ".join(map(shown_line, ids)) or "nothing" for ids in (found.direct, found.composed))
        told.append(
            f"clause {shown_line(found.old)} of the first document is answered by {direct} of the last when the two are compared "
            f"directly, and by {composed} by way of the meetings between"
        )
    return told


def _deadline(term: Term) -> str:
    due = f" (due {shown_line(term.due)})" if term.due else ""
    return f"deadline “{shown_line(term.text)}”{due} {_DEADLINES.get(term.status) or shown_line(term.status)}"


def _first_words(text: str) -> str:
    if len(text) <= _TITLE:
        return text
    return text[:_TITLE].rpartition(" ")[0].rstrip(" ,;:") + " …"


def _at(chapters: list[Chapter], document: int) -> Chapter:
    for chapter in chapters:
        if chapter.document == document:
            return chapter
    chapters.append(Chapter(document, ABSENT))
    chapters.sort(key=lambda chapter: chapter.document)
    return _at(chapters, document)


def _chapter(state: State, before: State | None) -> Chapter:
    chapter = Chapter(state.document, _heading(state))
    if state.id:
        if before is None:
            chapter.runs = [Run(SAME, shown_line(state.text))]
        elif state.text != before.text:
            chapter.runs = runs_between(before.text, state.text, state.words) or [Run(SAME, shown_line(state.text))]
    chapter.remarks = [reference_remark(reference) for reference in state.references]
    return chapter


def _heading(state: State, brief: bool = False) -> str:
    if not state.id:
        return ", ".join(map(shown_line, state.flags)) or "dropped"
    flags = [shown_line(flag) for flag in state.flags if not (brief and flag in ("unchanged", "relabelled"))]
    parts = [_label(state), *([", ".join(flags)] if flags else [])]
    if state.status and not brief:
        parts.append(f"({shown_line(state.status)})")
    return " ".join(parts)


def _label(state: State) -> str:
    return shown_line(state.label) if state.label else NO_LABEL
