"""A comparison or a trace in plain text, for pipes, files and mail: ``[-old-]{+new+}``."""

from __future__ import annotations

from minutes_cli.model import Comparison, Lineage
from minutes_cli.shown import shown_line
from minutes_cli.writing.story import rest_of_trace, stories, trace_headline
from minutes_cli.writing.view import NEW, OLD, Entry, Run, entries, headline, left_out

MARKS = {OLD: ("[-", "-]"), NEW: ("{+", "+}")}


def to_plain(comparison: Comparison, noun: str = "clause") -> str:
    """The comparison as text: the headline, each changed clause with its words marked, the unchanged labels in one line.

    A clause's words stand on one line of their own, never cut or folded. Controls and invisible characters are shown as pictures.
    """
    shown = entries(comparison)
    blocks = [f"{shown_line(comparison.old.path)} → {shown_line(comparison.new.path)}\n{headline(comparison, noun)}\n"]
    blocks += [_block(entry) for entry in shown if entry.changed]
    kept = [entry.label() for entry in shown if not entry.changed]
    if kept:
        blocks.append(f"{', '.join(kept)}  unchanged\n")
    blocks += [told + "\n" for told in left_out(comparison)]
    return "\n".join(blocks)


def _block(entry: Entry) -> str:
    lines = [f"{entry.label()}  {', '.join(entry.flags)}", "    " + "".join(map(marked, entry.runs))]
    lines += [f"    !! {alarm}" for alarm in entry.alarms]
    lines += [f"    ({remark})" for remark in entry.remarks]
    return "\n".join(lines) + "\n"


def marked(run: Run) -> str:
    """A run's words between the marks of its kind; bare where both sides have them."""
    opening, closing = MARKS.get(run.kind, ("", ""))
    return opening + run.text + closing


def trace_to_plain(lineage: Lineage) -> str:
    """The trace as text: the headline, a line a recommendation, then each one's story with its words marked."""
    told = stories(lineage)
    names = [shown_line(document.path) for document in lineage.documents]
    blocks = [f"{' → '.join(names)}\n{trace_headline(lineage)}\n"]
    blocks.append("".join(f"{number}: {' → '.join(story.cells)}\n" for number, story in enumerate(told, 1)))
    for number, story in enumerate(told, 1):
        lines = [f"{number}: {story.title}"]
        for chapter in story.chapters:
            lines.append(f"    {names[chapter.document]}: {chapter.heading}")
            if chapter.runs:
                lines.append("        " + "".join(map(marked, chapter.runs)))
            lines += [f"        ({remark})" for remark in chapter.remarks]
        blocks.append("\n".join(lines) + "\n")
    blocks += [sentence + "\n" for sentence in rest_of_trace(lineage)]
    return "\n".join(blocks)
