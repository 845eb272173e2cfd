"""A comparison or a trace on a terminal: headline first, then each change; inline, side by side, or old above new, by the width."""

from __future__ import annotations

from minutes_cli.model import Comparison, Lineage
from minutes_cli.shown import shown_line
from minutes_cli.writing.console import Piece, Styled
from minutes_cli.writing.plain import MARKS
from minutes_cli.writing.story import rest_of_trace, stories, trace_headline
from minutes_cli.writing.view import NEW, OLD, SAME, Entry, Run, entries, headline, left_out

SIDE_BY_SIDE = 120
"""Columns from which old and new stand beside each other."""
ABOVE = 60
"""Columns under which old stands above new."""

_GAP = " │ "
_NARROW_GUTTER = 2
_WIDEST_GUTTER = 16


def to_terminal(comparison: Comparison, noun: str = "clause", *, width: int = 80, color: bool = False, encoding: str = "utf-8") -> str:
    """The comparison for a terminal of `width` columns; `encoding` is the stream's, for what it cannot show.

    No word is cut at any width. Deletions and insertions stand between marks whatever the colours. Rule T holds for all words.
    """
    out = Styled(width, color, encoding)
    shown = entries(comparison)
    paths = f"{shown_line(comparison.old.path)} {out.arrow} {shown_line(comparison.new.path)}"
    out.print(out.wrap([(paths, "quiet")], out.width))
    out.print(out.wrap([(headline(comparison, noun), "label")], out.width))
    changed = [entry for entry in shown if entry.changed]
    gutter = _gutter(out, changed)
    for entry in changed:
        _print(out, entry, gutter)
    kept = [entry.label(out.arrow) for entry in shown if not entry.changed]
    if kept:
        out.blank()
        out.print(out.wrap([(", ".join(kept), "label"), ("  unchanged", "quiet")], out.width))
    for told in left_out(comparison):
        out.blank()
        out.print(out.wrap([(told, "quiet")], out.width))
    return out.text()


def _gutter(out: Styled, changed: list[Entry]) -> int:
    """Columns for the labels at the left: what the longest needs, within bounds; on a narrow terminal the words need them more."""
    if out.width < ABOVE:
        return _NARROW_GUTTER
    return min(max((len(entry.label(out.arrow)) + 2 for entry in changed), default=0), _WIDEST_GUTTER)


def _print(out: Styled, entry: Entry, gutter: int) -> None:
    head: list[Piece] = [(f"{entry.label(out.arrow):<{gutter - 2}}", "label"), ("  ", ""), (", ".join(entry.flags), "quiet")]
    indent = " " * gutter
    out.blank()
    out.print(out.wrap(head, out.width))
    reworded = len(entry.runs) > 1
    if not reworded or ABOVE <= out.width < SIDE_BY_SIDE:
        out.print(out.wrap(_pieces(entry.runs), out.width, indent))
    elif out.width < ABOVE:
        out.print(out.wrap([("- ", "label"), *_pieces(entry.side(OLD))], out.width, indent))
        out.print(out.wrap([("+ ", "label"), *_pieces(entry.side(NEW))], out.width, indent))
    else:
        half = (out.width - gutter - len(_GAP)) // 2
        left = out.wrap(_pieces(entry.side(OLD)), gutter + half, indent)
        right = out.wrap(_pieces(entry.side(NEW)), half)
        out.print(out.side_by_side(left, right, gutter + half, _GAP if out.arrow == "→" else " | "))
    for alarm in entry.alarms:
        out.print(out.wrap([(f"!! {alarm}", "grave")], out.width, indent))
    for remark in entry.remarks:
        out.print(out.wrap([(f"({remark})", "quiet")], out.width, indent))


def trace_to_terminal(lineage: Lineage, *, width: int = 80, color: bool = False, encoding: str = "utf-8") -> str:
    """The trace for a terminal of `width` columns: a line a recommendation, then each one's story."""
    out = Styled(width, color, encoding)
    told = stories(lineage)
    names = [shown_line(document.path) for document in lineage.documents]
    out.print(out.wrap([(f" {out.arrow} ".join(names), "quiet")], out.width))
    out.print(out.wrap([(trace_headline(lineage), "label")], out.width))
    out.blank()
    for number, story in enumerate(told, 1):
        out.print(out.wrap([(f"{number}: ", "quiet"), (f" {out.arrow} ".join(story.cells), "label")], out.width))
    for number, story in enumerate(told, 1):
        out.blank()
        out.print(out.wrap([(f"{number}: {story.title}", "label")], out.width))
        for chapter in story.chapters:
            out.print(out.wrap([(f"{names[chapter.document]}: ", "quiet"), (chapter.heading, "label")], out.width, "  "))
            if chapter.runs:
                out.print(out.wrap(_pieces(chapter.runs), out.width, "    "))
            for remark in chapter.remarks:
                out.print(out.wrap([(f"({remark})", "quiet")], out.width, "    "))
    for sentence in rest_of_trace(lineage):
        out.blank()
        out.print(out.wrap([(sentence, "")], out.width))
    return out.text()


def _pieces(runs: list[Run]) -> list[Piece]:
    pieces: list[Piece] = []
    for run in runs:
        opening, closing = MARKS.get(run.kind, ("", ""))
        pieces.append((opening + run.text + closing, "" if run.kind == SAME else run.kind))
    return pieces
