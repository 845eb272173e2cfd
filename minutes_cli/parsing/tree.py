"""Tree: a group's entries made into clauses that nest, with stem, children, conditions and tails (P03, P05, P26, P39)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.model import Clause, Group, Part, Span, Tail
from minutes_cli.parsing.drafts import Entry, GroupDraft
from minutes_cli.parsing.flattened import is_one_sentence
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.stems import acts, announces

_CONDITIONS = gated(
    "condition conditions reason reasons grounds", r"\b(?:conditions?|reasons?|grounds)\b[^.;]{0,80}[:\s–—-]*$", re.IGNORECASE
)
_EXCLUSION = gated("public press", r"\b(?:public|press)\b.{0,80}\bexcluded\b", re.IGNORECASE)


def build(text: str, draft: GroupDraft, group: Group, parts: list[Part]) -> None:
    """Fills a group's stem and clauses from its draft and books the places of their words."""
    entries = list(draft.entries)
    stem: Entry | None = None
    parent: Clause | None = None
    if len(entries) > 2 and is_one_sentence(entries[0].view, entries[-1].view):
        entries = [_joined(entries)]
    if (
        len(entries) > 1
        and entries[0].label is None
        and (entries[1].label is not None or entries[0].view.rstrip().endswith(":"))
        and announces(entries[0].view)
        and not acts(entries[0].view)
        # A stem has no tail: words that end its sentence behind the list make it a clause with its children.
        and not any(entry.tail for entry in entries)
    ):
        stem = entries.pop(0)
        if stem.pieces:
            group.stem = words_of(text, stem.pieces)
            parts.extend(Part(span, "stem", group.id) for span in stem.pieces)
    open_at: dict[int, Clause] = {}
    heading: dict[int, str | None] = {}
    for number, entry in enumerate(entries):
        if entry.tail and parent is None and not (entry.place and entry.place.depth):
            # No clause is above it whose sentence could go on: the words are its own.
            entry.pieces, entry.tail = [*entry.pieces, *entry.tail], []
        clause = _clause(text, entry, group)
        if entry.label is None:
            bare_parent = number + 1 < len(entries) and _opens_children(entry, entries[number + 1])
            group.clauses.append(clause)
            parent = clause if bare_parent else None
            open_at = {}
        else:
            depth = entry.place.depth if entry.place else 0
            above = open_at.get(depth - 1) if depth else parent
            while above is None and depth > 0:
                depth -= 1
                above = open_at.get(depth - 1) if depth else parent
            if above is not None and id(above) not in heading:
                heading[id(above)] = _heads(above.text)
            if above is None:
                group.clauses.append(clause)
            elif heading[id(above)] == "exclusion" and "flattened" in entry.flags:
                _swallow(text, above, clause, parts)
            elif heading[id(above)] is not None:
                above.conditions.append(clause)
            else:
                above.clauses.append(clause)
            open_at = {at: one for at, one in open_at.items() if at < depth}
            open_at[depth] = clause
            if entry.tail and above is not None:
                above.tail = Tail(words_of(text, entry.tail), (entry.tail[0][0], entry.tail[-1][1]))
    _name(group)
    if group.stem:
        for clause in group.clauses:
            clause.full_text = f"{group.stem} {clause.text}" if clause.text else None
    _book(group, entries, parts)


def _heads(text: str) -> str | None:
    """What the clauses listed under a clause are by its words: its conditions, the grounds of an exclusion, or None: outcomes."""
    if _EXCLUSION.search(text):
        return "exclusion"
    return "conditions" if _CONDITIONS.search(text) else None


def _opens_children(entry: Entry, following: Entry) -> bool:
    """Whether a bare clause is the parent of the labelled one behind it: it announces a list, or breaks off before a bullet."""
    if following.label is None:
        return False
    if following.label.shape == "bullet" and following.view[:1].islower() and entry.view.rstrip()[-1:] not in ".;!?":
        return True
    return announces(entry.view)


def _joined(entries: list[Entry]) -> Entry:
    """Limbs of one sentence as the one clause that they are, labels included."""
    whole = entries[0]
    for entry in entries[1:]:
        whole.pieces.extend([entry.label_span] if entry.label_span else [])
        whole.pieces.extend(entry.pieces)
    return whole


def _swallow(text: str, above: Clause, ground: Clause, parts: list[Part]) -> None:
    """Makes a ground of exclusion part of the clause that excludes: it is no outcome (P34, T10)."""
    pieces = [*(above.spans or ([above.span] if above.span else []))]
    if ground.label_span is not None:
        pieces.append(ground.label_span)
    pieces.extend(ground.spans or ([ground.span] if ground.span else []))
    merged = merge(text, pieces)
    above.text = words_of(text, merged)
    above.span, above.spans = (merged[0], []) if len(merged) == 1 else (None, merged)


def _clause(text: str, entry: Entry, group: Group) -> Clause:
    clause = Clause(kind=group.kind, inferred=list(entry.flags))
    if entry.label is not None and entry.label_span is not None:
        clause.label_span = entry.label_span
        if entry.label.shape != "bullet":
            clause.label = text[entry.label_span[0] : entry.label_span[1]]
    if entry.place is not None:
        clause.expected_label = entry.place.expected
        clause.fault, clause.missing = entry.place.fault, entry.place.missing
    clause.text = words_of(text, entry.pieces)
    if entry.pieces:
        merged = merge(text, entry.pieces)
        if len(merged) == 1:
            clause.span = merged[0]
        else:
            clause.spans = merged
    elif entry.label_span is not None:
        clause.span = (entry.label_span[1], entry.label_span[1])
    return clause


def merge(text: str, pieces: list[Span]) -> list[Span]:
    """Joins stretches with nothing but white space between them."""
    merged: list[Span] = []
    for start, end in pieces:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def words_of(text: str, pieces: list[Span]) -> str:
    """The words of several stretches, squeezed and joined by a space."""
    return " ".join(filter(None, (squeeze(text[start:end]) for start, end in pieces)))


def _name(group: Group) -> None:
    """Gives every clause its id: its place, level by level."""
    stack = [(f"{group.id}/{number}", clause) for number, clause in enumerate(group.clauses, 1)]
    while stack:
        name, clause = stack.pop()
        clause.id = name

        stack.extend((f"{name}.{number}", child) for number, child in enumerate(clause.clauses, 1))
        stack.extend((f"{name}.c{number}", child) for number, child in enumerate(clause.conditions, 1))


def _book(group: Group, entries: list[Entry], parts: list[Part]) -> None:
    for clause in walk(group):
        if clause.label_span is not None:
            parts.append(Part(clause.label_span, "label", clause.id))
        role = "condition" if ".c" in clause.id.rpartition("/")[2] else "clause"
        for span in clause.spans or ([clause.span] if clause.span else []):
            parts.append(Part(span, role, clause.id))
        if clause.tail is not None:
            parts.append(Part(clause.tail.span, "tail", clause.id))
    for entry in entries:
        parts.extend(Part(span, "note", group.id) for span in entry.after)


def walk(group: Group) -> list[Clause]:
    """Every clause of a group, conditions included, in the order of the text."""
    found: list[Clause] = []
    stack = list(reversed(group.clauses))
    while stack:
        clause = stack.pop()
        found.append(clause)
        stack.extend(reversed(clause.conditions))
        stack.extend(reversed(clause.clauses))
    return found
