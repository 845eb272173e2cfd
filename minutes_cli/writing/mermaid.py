"""A trace as a Mermaid flowchart: a lane a meeting, an arrow from each recommendation to what became of it."""

from __future__ import annotations

import itertools
import re

from minutes_cli.model import Lineage
from minutes_cli.shown import shown_line
from minutes_cli.writing.story import ABSENT, stories

_UNSAFE = re.compile(r"[^\w \u00a0-\U0010ffff]", re.ASCII)


def trace_to_mermaid(lineage: Lineage) -> str:
    """The chart's source. Words of the documents stand in quoted labels, all punctuation as Mermaid's own ``#NN;`` codes."""
    told = stories(lineage)
    lines = ["flowchart LR"]
    for place, document in enumerate(lineage.documents):
        lines.append(f'  subgraph m{place}["{_label(document.path)}"]')
        lines += [f'    t{row}m{place}["{_label(story.cells[place])}"]' for row, story in enumerate(told) if story.cells[place] != ABSENT]
        lines.append("  end")
    for row, story in enumerate(told):
        there = [place for place, cell in enumerate(story.cells) if cell != ABSENT]
        lines += [f"  t{row}m{one} --> t{row}m{other}" for one, other in itertools.pairwise(there)]
    rows = {story.id: row for row, story in enumerate(told)}
    joined = {tuple(sorted((row, rows[other]))) for row, story in enumerate(told) for other in story.family if other in rows}
    for one, other in sorted(joined):
        ends = [max((place for place, cell in enumerate(told[row].cells) if cell != ABSENT), default=None) for row in (one, other)]
        if None not in ends and one != other:
            lines.append(f"  t{one}m{ends[0]} -.- t{other}m{ends[1]}")
    return "\n".join(lines) + "\n"


def _label(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"#{ord(found.group())};", shown_line(text))
