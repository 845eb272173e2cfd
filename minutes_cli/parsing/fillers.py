"""Fillers: what stands between words and is none."""

from __future__ import annotations

from minutes_cli.parsing.labels import SPACES

FILLER = SPACES + "\r\n|>*_"
"""What is no word: white space, the walls of cells, marks of quotation and emphasis."""


def skip(view: str, at: int, also: str = "") -> int:
    """The first offset from ``at`` that holds no space or filler (and none of ``also``)."""
    end = len(view)
    while at < end and (view[at] in FILLER or view[at] in also):
        at += 1
    return at
