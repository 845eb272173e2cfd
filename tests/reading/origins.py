"""Ties characters of an extracted text back to the file, as ``Source.origin`` tells."""

from __future__ import annotations

from bisect import bisect_right

from minutes_cli.model import Source


def file_offset(source: Source, offset: int) -> int:
    """The offset in the decoded file of a text offset."""
    place = bisect_right(source.origin, offset, key=lambda pair: pair[0]) - 1
    here, there = source.origin[place] if place >= 0 else (0, 0)
    return offset - here + there


def strays(source: Source, raw: str) -> list[int]:
    """Offsets of printed characters that do not stand in the file where ``origin`` says; entities excepted."""
    return [
        offset
        for offset, letter in enumerate(source.text)
        if not letter.isspace() and raw[file_offset(source, offset)] not in (letter, "&")
    ]
