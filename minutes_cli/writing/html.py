"""A comparison as one accessible HTML file: a heading and an anchor a clause, moved ones linked both ways, unchanged ones folded."""

from __future__ import annotations

import re

from minutes_cli.model import Comparison
from minutes_cli.writing.escaping import html_text
from minutes_cli.writing.html_page import html_legend, html_page, html_wording
from minutes_cli.writing.view import Entry, entries, headline, left_out

_TARGET = "changes"


def to_html(comparison: Comparison, noun: str = "clause") -> str:
    """The comparison as a page that loads nothing, runs nothing, and can be read without seeing colours or the screen."""
    shown = entries(comparison)
    head = (
        "<h1>What changed</h1>\n"
        f"<dl><dt>Earlier</dt><dd><bdi>{html_text(comparison.old.path)}</bdi></dd>"
        f"<dt>Later</dt><dd><bdi>{html_text(comparison.new.path)}</bdi></dd></dl>\n"
        f'<p class="headline">{html_text(headline(comparison, noun))}</p>\n{html_legend()}'
    )
    changed = [(number, entry) for number, entry in enumerate(shown, 1) if entry.changed]
    kept = [(number, entry) for number, entry in enumerate(shown, 1) if not entry.changed]
    blocks = ["<h2>Changes</h2>"]
    if not changed:
        blocks.append("<p>None.</p>")
    blocks += _with_old_places(changed)
    if kept:
        folded = "\n".join(_section(number, entry) for number, entry in kept)
        blocks.append(f"<h2>Unchanged</h2>\n<details><summary>Show {len(kept)} unchanged</summary>\n{folded}\n</details>")
    rest = left_out(comparison)
    if rest:
        blocks.append("<h2>Left out</h2>\n" + "\n".join(f"<p>{html_text(told)}</p>" for told in rest))
    return html_page(f"What changed: {comparison.old.path} – {comparison.new.path}", _TARGET, head, "\n".join(blocks))


def _section(number: int, entry: Entry) -> str:
    moved = f' <a href="#from-{number}">Where it stood before</a>' if "moved" in entry.flags else ""
    remarks = "".join(f'<li class="grave">{html_text(alarm)}</li>' for alarm in entry.alarms)
    remarks += "".join(f"<li>{html_text(remark)}</li>" for remark in entry.remarks)
    return (
        f'<section id="c-{number}" aria-labelledby="h-{number}">\n'
        f'<h3 id="h-{number}"><bdi>{html_text(entry.label())}</bdi> <span class="flags">{html_text(", ".join(entry.flags))}</span></h3>\n'
        f"{html_wording(entry.runs)}\n"
        + (f'<ul class="remarks">{remarks}</ul>\n' if remarks else "")
        + (f"<p>{moved.strip()}</p>\n" if moved else "")
        + "</section>"
    )


def _with_old_places(changed: list[tuple[int, Entry]]) -> list[str]:
    """The sections in their order; before the first that stood later, a pointer to each clause that moved away."""
    waiting = sorted(((_place(entry), number, entry) for number, entry in changed if "moved" in entry.flags), key=lambda one: one[:2])
    blocks: list[str] = []
    for number, entry in changed:
        while waiting and "moved" not in entry.flags and entry.old_ids and waiting[0][0] < _place(entry):
            blocks.append(_pointer(*waiting.pop(0)[1:]))
        blocks.append(_section(number, entry))
    return blocks + [_pointer(number, entry) for _, number, entry in waiting]


def _pointer(number: int, entry: Entry) -> str:
    label = html_text(entry.old_label or "")
    return f'<p class="from" id="from-{number}"><bdi>{label}</bdi> stood here and <a href="#c-{number}">moved</a></p>'


def _place(entry: Entry) -> list[int]:
    """Where the old clause stood: the numbers of its id, which count items, groups and clauses."""
    return [int(number) for number in re.findall(r"[0-9]{1,9}", entry.old_ids[0], re.ASCII)] if entry.old_ids else []
