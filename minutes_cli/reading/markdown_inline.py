"""Markdown inside a paragraph: which characters are marks and which are words."""

from __future__ import annotations

import html
import re

from minutes_cli.carriers import dataclass
from minutes_cli.reading.edits import Edits

Stretch = tuple[int, int]
"""Offsets in the decoded file."""

_TOKEN = re.compile(
    r"""
    (?P<escape>\\[!-/:-@\[-`{-~])
  | (?P<hard>\\(?=\r?\n|$))
  | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
  | (?P<comment><!--)
  | (?P<autolink><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]{1,2000}|[A-Za-z0-9.!\#$%&'*+/=?^_`{|}~-]{1,80}@[A-Za-z0-9.-]{1,200})>)
  | (?P<tag></?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,2000})?/?>)
  | (?P<note>\[\^[^\]\s]{1,60}\]:?)
  | (?P<image>!\[)
  | (?P<open>\[(?!\[))
  | (?P<link>\](?:
        \(<[^<>\n]{0,2000}>\)
      | \([^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500})?(?:[ \t]{1,9}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\)
    ))
  | (?P<close>\])
  | (?P<raised>\^[A-Za-z0-9]{1,6}\^)
  | (?P<code>`{1,3})
  | (?P<run>\*{1,3}(?!\*)|_{1,3}(?!_))
  | (?P<long>\*{4,}+|_{4,}+)
    """,
    re.X | re.A,
)
# What every token begins with; to look for it first is much faster than to try the tokens at each letter.
_MARK = re.compile(r"[\\&<\[\]!^`*_]")
_BREAK_TAG = re.compile(r"<br\b", re.I)
_BOLD_TAG = re.compile(r"<(/?)(?:b|strong)\b", re.I)
_HEADING_TAG = re.compile(r"<(/?)h([1-6])\b", re.I)


@dataclass(slots=True)
class Inline:
    """What one paragraph's marks told."""

    bold: list[Stretch]
    headings: list[tuple[Stretch, str]]
    hidden: list[Stretch]
    """Comments, which are left out."""


@dataclass(slots=True)
class _Run:
    start: int
    end: int
    opens: bool
    closes: bool
    paired: bool = False


def read_inline(raw: str, start: int, end: int, edits: Edits, *, break_as: str = "\n") -> Inline:
    """Reads the marks between two offsets of the file into ``edits``; ``break_as`` stands for a ``<br>`` tag."""
    found = Inline([], [], [])
    runs: list[_Run] = []
    brackets: list[tuple[int, int]] = []
    heading: tuple[int, str] | None = None
    bold_tag: int | None = None
    position = start
    comments = True
    while (mark := _MARK.search(raw, position, end)) is not None:
        match = _TOKEN.match(raw, mark.start(), end)
        if match is None:
            position = mark.end()
            continue
        kind, at, after = match.lastgroup, match.start(), match.end()
        if kind == "comment":
            # A comment that nothing closes is looked for once only; its marks then stay as printed.
            closed = raw.find("-->", after, end) if comments else -1
            comments = closed >= 0
            after = closed + 3 if comments else after
        position = after
        if kind == "escape":
            edits.drop(at, at + 1)
        elif kind == "hard":
            edits.drop(at, after)
        elif kind == "entity":
            letters = html.unescape(match.group())
            if letters != match.group():
                edits.put(at, after, letters)
        elif kind == "comment":
            if comments:
                edits.drop(at, after)
                found.hidden.append((at, after))
        elif kind == "autolink":
            edits.drop(at, at + 1)
            edits.drop(after - 1, after)
        elif kind == "tag":
            if _BREAK_TAG.match(raw, at):
                edits.put(at, after, "" if raw[after : after + 1] in ("\n", "\r") else break_as)
                continue
            edits.drop(at, after)
            level = _HEADING_TAG.match(raw, at)
            strong = _BOLD_TAG.match(raw, at)
            if level and not level.group(1):
                heading = (after, level.group(2))
            elif level and heading:
                found.headings.append(((heading[0], at), heading[1]))
                heading = None
            elif strong and not strong.group(1):
                bold_tag = after
            elif strong and bold_tag is not None:
                found.bold.append((bold_tag, at))
                bold_tag = None
        elif kind == "note" or kind == "code":
            edits.drop(at, after)
        elif kind == "raised":
            edits.drop(at, at + 1)
            edits.drop(after - 1, after)
        elif kind in ("image", "open"):
            brackets.append((at, after))
        elif kind == "link" and brackets:
            opened = brackets.pop()
            edits.drop(*opened)
            edits.drop(at, after)
        elif kind in ("close", "link"):
            if brackets:
                brackets.pop()
        elif kind == "run":
            runs.append(_flanked(raw, at, after, start, end))
        elif kind == "long" and raw[at] == "*":
            edits.drop(at, after)
    found.bold += _match_runs(raw, runs, edits)
    return found


def _flanked(raw: str, at: int, after: int, start: int, end: int) -> _Run:
    """Whether a run of ``*`` or ``_`` can open or close emphasis, by its neighbours."""
    before = raw[at - 1] if at > start else " "
    behind = raw[after] if after < end else " "
    opens = not behind.isspace()
    closes = not before.isspace()
    if raw[at] == "_":
        return _Run(at, after, opens and not before.isalnum(), closes and not behind.isalnum())
    # Converters leave a blank inside the closing bold mark; a run of two or three before a blank still closes.
    return _Run(at, after, opens, closes or (after - at >= 2 and behind.isspace()))


def _match_runs(raw: str, runs: list[_Run], edits: Edits) -> list[Stretch]:
    """Pairs opening with closing runs; gives the bold stretches. What finds no partner at all stays as printed."""
    bold: list[Stretch] = []
    waiting: dict[str, list[_Run]] = {"*": [], "_": []}
    for run in runs:
        stack = waiting[raw[run.start]]
        while run.closes and run.start < run.end and stack:
            opener = stack[-1]
            size = min(opener.end - opener.start, run.end - run.start)
            edits.drop(opener.end - size, opener.end)
            edits.drop(run.start, run.start + size)
            if size >= 2:
                bold.append((opener.end, run.start))
            opener.paired = run.paired = True
            opener.end -= size
            run.start += size
            if opener.start == opener.end:
                stack.pop()
        if run.opens and run.start < run.end:
            stack.append(run)
    for run in runs:
        if run.paired:
            edits.drop(run.start, run.end)
    return bold
