"""A page's lines, each with the part that it plays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.model import Part
from minutes_cli.shown import shown

_LINE = re.compile(r"[^\r\n\f]++(?:\r\n|[\r\n\f])?|\r\n|[\r\n\f]")
_ROLES = 32
"""Columns for the parts of a line; longer lists of parts push the words to the right rather than lose any."""


def page(text: str, parts: Sequence[Part]) -> str:
    """Each line of `text`: its number, the parts that it holds (role and id, in order), and its words as a terminal may see them.

    Lines end at LF, CRLF, CR and form feed. Parts must be in order; a part that runs over lines is named on each of them.
    """
    rows: list[str] = []
    first = 0
    offset = 0
    for number, line in enumerate(_LINE.findall(text), 1):
        end = offset + len(line)
        while first < len(parts) and parts[first].span[1] <= offset:
            first += 1
        told = _names(parts, first, end)
        words = shown(line.rstrip("\r\n\f")).replace("\t", "    ")
        rows.append(f"{number:>5}  {shown(', '.join(told)):<{_ROLES}}  {words}".rstrip())
        offset = end
    return "".join(row + "\n" for row in rows)


def _names(parts: Sequence[Part], first: int, end: int) -> list[str]:
    """Role and id of the parts from `first` on that begin before `end`; a label goes without saying before its own clause."""
    told: list[str] = []
    for place in range(first, len(parts)):
        part = parts[place]
        if part.span[0] >= end:
            break
        following = parts[place + 1] if place + 1 < len(parts) else None
        if part.role == "label" and following is not None and following.node == part.node and following.span[0] < end:
            continue
        name = f"{part.role} {part.node}" if part.node else part.role
        if not told or told[-1] != name:
            told.append(name)
    return told
