"""The frame of a report in HTML: one self-contained file that loads nothing and runs nothing (fault R95)."""

from __future__ import annotations

import base64
import hashlib

from minutes_cli.writing.escaping import html_text
from minutes_cli.writing.view import NEW, OLD, Run

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --line: #8a8a8a; --quiet: #4a4a4a; --link: #0a4fa3;
  --old: #7a2500; --old-paper: #ffe6d6; --new: #0b3d91; --new-paper: #dfeaff; --grave: #8a0f2e; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #16181c; --line: #8d939c; --quiet: #c3c7cd; --link: #9cc7ff;
  --old: #ffc9a8; --old-paper: #4a1f08; --new: #cfe0ff; --new-paper: #0d2f66; --grave: #ffb3c4; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.25rem; } h3 { font-size: 1.05rem; margin: 0 0 .35rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: .5rem; padding: .5rem; background: var(--paper); }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.headline { font-size: 1.1rem; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .75rem; } dt { color: var(--quiet); } dd { margin: 0; }
section { border-top: 1px solid var(--line); padding: .75rem 0; }
section:target { outline: 3px solid var(--link); outline-offset: 4px; }
.flags { color: var(--quiet); font-weight: normal; }
.wording { margin: .25rem 0; }
del { color: var(--old); background: var(--old-paper); text-decoration: line-through; padding: 0 .1em; }
ins { color: var(--new); background: var(--new-paper); text-decoration: underline; padding: 0 .1em; }
.remarks { margin: .35rem 0 0; padding-left: 1.2rem; color: var(--quiet); } .grave { color: var(--grave); font-weight: 600; }
.from { color: var(--quiet); padding: .5rem 0; border-top: 1px dashed var(--line); margin: 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: normal; }
thead th + th { min-width: 6rem; overflow-wrap: anywhere; }
summary { cursor: pointer; padding: .35rem 0; font-weight: 600; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; } }
@media print { body { max-width: none; padding: 0; } .skip { display: none; } section { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; } }
"""

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"

_TAGS = {OLD: ("del", "deleted"), NEW: ("ins", "inserted")}

LEGEND = (
    "<p>How to read it: {old} stands only in the earlier document, {new} only in the later one. Screen readers hear where each begins "
    "and ends.</p>"
)


def html_page(title: str, target: str, head: str, main: str) -> str:
    """A whole page. `title` is cleaned here; `head` and `main` are HTML; `target` is the id that the skip link leads to."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html_text(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#{target}">Skip to the {target}</a>\n<header>\n{head}\n</header>\n<main id="{target}" tabindex="-1">\n'
        f"{main}\n</main>\n</body>\n</html>\n"
    )


def html_wording(runs: list[Run]) -> str:
    """Runs as a paragraph, isolated from the direction of what surrounds it, with hidden words for screen readers."""
    return f'<p class="wording"><bdi>{html_runs(runs)}</bdi></p>'


def html_runs(runs: list[Run]) -> str:
    """Runs in ``<del>`` and ``<ins>``, whose beginning and end are told in words that only screen readers get."""
    pieces: list[str] = []
    for run in runs:
        if run.kind in _TAGS:
            tag, told = _TAGS[run.kind]
            pieces.append(
                f'<{tag}><span class="heard"> [{told}: </span>{html_text(run.text)}<span class="heard"> end of {told}] </span></{tag}>'
            )
        else:
            pieces.append(html_text(run.text))
    return "".join(pieces)


def html_legend() -> str:
    """What the marks mean, in words and by example."""
    return LEGEND.format(old=html_runs([Run(OLD, "like this")]), new=html_runs([Run(NEW, "like this")]))
