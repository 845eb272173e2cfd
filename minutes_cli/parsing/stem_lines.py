"""Stems with the first of their clauses on the same line, while the others have lines of their own (P05, P27)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.paragraphs import Paragraph, cut_at

_STEM = late(
    r"[\s“\"]{0,12}(?:THAT|That)(?:\s[A-Za-z]{2,20}){0,4}(?:\s?[:–-]{1,2}[\s\xa0]{0,40}|[\s\xa0]{2,40})"
    r"(?=(?P<label>1\.|\(1\)|1\)|\(a\)|a\)|a\.|\(i\)|i\)|i\.)[\s\xa0])"
)
_SECOND = {"1": "2", "a": "b", "i": "ii"}


def stems_apart(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with a stem cut from the first of its clauses where the next paragraph begins with the second one's label."""
    pieces: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        found = _STEM.match(paragraph.view) if len(paragraph.pieces) == 1 and index + 1 < len(paragraphs) else None
        if found is None or not _begins_with(paragraphs[index + 1].view, found["label"]):
            pieces.append(paragraph)
        else:
            pieces.extend(cut_at(paragraph, [found.end()]))
    return pieces


def _begins_with(view: str, first: str) -> bool:
    """Whether a paragraph begins with the label that follows `first`."""
    token = first.strip("().")
    return re.match(re.escape(first.replace(token, _SECOND[token])) + r"\s", view.lstrip(" \xa0\t")) is not None
