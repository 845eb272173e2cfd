"""Document words inside Markdown and HTML: inert, and all there (faults R38, R95, R96)."""

from __future__ import annotations

import re

from minutes_cli.shown import shown_line

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def markdown_text(text: str) -> str:
    """Words for one line of Markdown: a backslash before every ASCII punctuation character, controls as pictures.

    An empty comment after ``@`` keeps a forge from telling the person whose name follows; a blank at the start stands as an
    entity, so that it neither vanishes nor makes a block of code.
    """
    line = _PUNCTUATION.sub(lambda found: "\\@<!-- -->" if found.group() == "@" else "\\" + found.group(), shown_line(text))
    return "&#32;" + line[1:] if line.startswith(" ") else line


def html_text(text: str) -> str:
    """Words for HTML, as content or in a quoted attribute; controls as pictures."""
    return shown_line(text).translate(_HTML)
