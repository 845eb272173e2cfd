"""A comparison or a trace as Markdown for forges and wikis, with real ``<ins>`` and ``<del>``, a wording a line."""

from __future__ import annotations

from collections.abc import Callable

from minutes_cli.model import Comparison, Lineage
from minutes_cli.writing.escaping import markdown_text
from minutes_cli.writing.story import Story, rest_of_trace, stories, trace_headline
from minutes_cli.writing.view import NEW, OLD, Entry, Run, entries, headline, left_out

Wording = Callable[[list[Run]], str]

_TAGS = {OLD: ("<del>", "</del>"), NEW: ("<ins>", "</ins>")}


def to_markdown(comparison: Comparison, noun: str = "clause") -> str:
    """The comparison as GitHub-flavoured Markdown. Rendered, every wording comes back letter for letter."""
    return comparison_document(comparison, noun, _wording)


def trace_to_markdown(lineage: Lineage) -> str:
    """The trace as GitHub-flavoured Markdown: a table of all recommendations, then each one's story."""
    return trace_document(lineage, _wording)


def _wording(runs: list[Run]) -> str:
    pieces = []
    for run in runs:
        opening, closing = _TAGS.get(run.kind, ("", ""))
        pieces.append(opening + markdown_text(run.text) + closing)
    return "".join(pieces)


def comparison_document(comparison: Comparison, noun: str, wording: Wording) -> str:
    """The comparison with its words as `wording` marks them."""
    shown = entries(comparison)
    lines = [
        f"# {markdown_text(comparison.old.path)} → {markdown_text(comparison.new.path)}",
        f"**{markdown_text(headline(comparison, noun))}**",
        f"Deleted words look {wording([Run(OLD, 'like this')])}, inserted words look {wording([Run(NEW, 'like this')])}.",
    ]
    for entry in shown:
        if entry.changed:
            lines += _section(entry, wording)
    kept = [entry for entry in shown if not entry.changed]
    if kept:
        lines.append("## Unchanged")
        lines += [_item(f"{markdown_text(entry.label())} {wording(entry.runs)}") for entry in kept]
    lines += [markdown_text(told) for told in left_out(comparison)]
    return "\n\n".join(lines) + "\n"


def _section(entry: Entry, wording: Wording) -> list[str]:
    return [
        f"## {markdown_text(entry.label())} – {', '.join(map(markdown_text, entry.flags))}",
        f"> {wording(entry.runs)}",
        *(_item(f"**{markdown_text(alarm)}**") for alarm in entry.alarms),
        *(_item(markdown_text(remark)) for remark in entry.remarks),
    ]


def _item(line: str) -> str:
    return f"- {line}"


def trace_document(lineage: Lineage, wording: Wording) -> str:
    """The trace with its words as `wording` marks them."""
    told = stories(lineage)
    names = [markdown_text(document.path) for document in lineage.documents]
    table = [f"| | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    table += [f"| {number} | {' | '.join(markdown_text(cell) for cell in story.cells)} |" for number, story in enumerate(told, 1)]
    lines = [f"# {' → '.join(names)}", f"**{markdown_text(trace_headline(lineage))}**", "\n".join(table)]
    for number, story in enumerate(told, 1):
        lines += _story(number, story, names, wording)
    lines += [markdown_text(sentence) for sentence in rest_of_trace(lineage)]
    return "\n\n".join(lines) + "\n"


def _story(number: int, story: Story, names: list[str], wording: Wording) -> list[str]:
    lines = [f"## {number}\\: {markdown_text(story.title)}"]
    for chapter in story.chapters:
        lines.append(f"{names[chapter.document]}: {markdown_text(chapter.heading)}")
        if chapter.runs:
            lines.append(f"> {wording(chapter.runs)}")
        lines += [_item(markdown_text(remark)) for remark in chapter.remarks]
    return lines
