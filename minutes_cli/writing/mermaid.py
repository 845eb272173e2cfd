"""A trace as a Mermaid flowchart: a lane a meeting, an arrow from each recommendation to what became of it."""

from __future__ import annotations

import itertools
import re

from minutes_cli.model import Lineage
from minutes_cli.shown import shown_line
from minutes_cli.writing.story import ABSENT, Story, stories

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
    joined = {(row, rows[other]) for row, story in enumerate(told) for other in story.family if rows.get(other, row) > row}
    for one, other in sorted(joined):
        lines += _kinship(one, told[one], other, told[other])
    return "\n".join(lines) + "\n"


def _kinship(one: int, first: Story, other: int, second: Story) -> list[str]:
    """Dotted lines between two of a family: to a part from what was there before it, and between two that became one where they did."""
    places = [[place for place, cell in enumerate(story.cells) if cell != ABSENT] for story in (first, second)]
    if not all(places):
        return []
    lines: list[str] = []
    (whole, part), (before, after) = ((one, other), places) if places[0][0] <= places[1][0] else ((other, one), places[::-1])
    earlier = [place for place in before if place < after[0]]
    if earlier:
        lines.append(f"  t{whole}m{earlier[-1]} -.-> t{part}m{after[0]}")
    together = [place for place in places[0] if first.cells[place] == second.cells[place] != "dropped"]
    if together:
        lines.append(f"  t{one}m{together[0]} -.- t{other}m{together[0]}")
    return lines or [f"  t{one}m{places[0][-1]} -.- t{other}m{places[1][-1]}"]


def _label(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"#{ord(found.group())};", shown_line(text))
