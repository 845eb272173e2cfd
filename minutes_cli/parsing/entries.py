"""Entries: a paragraph of a group cut into its labelled and bare pieces (P03, P27, P29, P30)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import Entry, GroupDraft, places
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.flattened import Inner, bare_pieces, buried, flattened
from minutes_cli.parsing.labels import Label, label_at
from minutes_cli.parsing.stems import announces

_FRONT = late(r"(?:that|to|the\s\w+|that\s(?:the\s)?\w+)?\s{0,4}+[,:;–—-]{0,3}\s{0,4}+(?=[(0-9A-Za-z·•])", re.IGNORECASE)


def add_paragraph(group: GroupDraft, block: Block, begin: int, *, opened: bool, end: int | None = None) -> None:
    """Adds a paragraph's words from ``begin`` on to a group.

    ``opened`` says that the words follow the lead-in directly. A label at ``begin`` is read here too, so that a lead-in and its
    first clause may share a line; a label alone takes the next paragraph as its words (P29).
    """
    view = block.view
    end = len(view) if end is None else end
    first = Entry(block, [], "")
    at = begin
    if block.kind == "labelled" and block.label is not None and begin <= block.body:
        _open_label(group, first, block, block.label, block.label_at)
        at = block.body
    else:
        label = (
            label_at(
                view, begin, end, bare=block.next_bare or (view[begin : begin + 2].strip() == "A" and bool(bare_pieces(view, begin, end)))
            )
            if opened
            else None
        )
        if label is not None and (label.shape != "bullet" or label.raw not in "-–—"):
            _open_label(group, first, block, label, begin)
            at = skip(view, begin + label.length)
    inner = _inside(group, view, at, end, first.label, opened)
    stop = inner[0].at if inner else end
    first.view = view[at:stop]
    first.pieces = places(block.paragraph, at, stop)
    if first.label is not None or first.pieces:
        waiting = group.entries[-1] if group.entries else None
        if first.label is None and waiting is not None and waiting.label is not None and not waiting.pieces and not waiting.tail:
            waiting.pieces, waiting.view = first.pieces, first.view
        else:
            group.entries.append(first)
    for number, piece in enumerate(inner):
        body = skip(view, piece.at + piece.label.length)
        stop = inner[number + 1].at if number + 1 < len(inner) else end
        entry = Entry(block, places(block.paragraph, body, stop), view[body:stop])
        _open_label(group, entry, block, piece.label, piece.at, inner[number + 1].label if number + 1 < len(inner) else block.next_label)
        entry.flags.append("run-in" if piece.run_in else "flattened")
        group.entries.append(entry)
    group.blocks.append(block)


def _open_label(group: GroupDraft, entry: Entry, block: Block, label: Label, at: int, following: Label | None = None) -> None:
    start = block.paragraph.start + at
    entry.label = label
    entry.label_span = (start, start + label.length)
    above = group.entries[-1] if group.entries else None
    opens_child = above is not None and announces(above.view) and not above.tail
    entry.place = group.series.place(label, following or block.next_label, opens_child=opens_child, start=group.runs_on)


def _inside(group: GroupDraft, view: str, at: int, end: int, label: Label | None, opened: bool) -> list[Inner]:
    """Labels inside the words: a list on one line, or siblings buried behind a labelled clause."""
    if end - at < 6:
        return []
    if label is not None and label.shape == "bare":
        return bare_pieces(view, at, end)
    if label is not None:
        nested = label_at(view, at, end)
        inner = flattened(view, at, end, group.series, opened=nested is not None and nested.shape != "bullet")
        own = group.series.levels[-1].shape if group.series.levels else None
        siblings = {piece.at for piece in buried(view, at, end, group.series)} if label.shape == own else set()
        kept = []
        for piece in inner:
            if piece.at in siblings:
                piece.run_in = True
            kept.append(piece)
        return kept
    front = _FRONT.match(view, at) if opened else None
    begin = at
    if front and label_at(view, front.end(), end) is not None and front.end() > at:
        begin = front.end()
    return flattened(view, begin, end, group.series, opened=opened)
