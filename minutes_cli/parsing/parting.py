"""Parting: paragraphs that an extraction ran together, cut where another part of the page begins (P27, P36, P54)."""

from __future__ import annotations

from dataclasses import replace

from minutes_cli.grammar.late import late
from minutes_cli.parsing.paragraphs import Paragraph


def parted(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, cut at heads inside their lines and before links to a full text. Order and places stay."""
    return _cut_off(_heads_inside(paragraphs))


_HEAD_INSIDE = late(
    r"(?<=[\s|])(?=(?:Minutes|Minute|Decision|Decisions|Supporting\sdocuments|Additional\sdocuments|Reasons?\sfor\s[Dd]ecision):(?:\s|$))"
    r"|(?<=[\s|])(?=[0-9]{1,5}[a-z]?\.?\s[A-Z][A-Z’',&-]{2,30}\s(?:[A-Z][A-Z’',&-]{1,30}\s){1,12})"
)
_SENTENCE_END = late(r"[.|:;)0-9]\s{0,4}$|KB\s{0,4}$|\b(?!for\b|the\b|of\b|and\b)[a-z]{2,20}\s{0,4}$")


def _heads_inside(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Parts a page that an extraction ran together at the heads inside its lines (``… PDF 40 KB Minutes: That …``, P27, P54)."""
    pieces: list[Paragraph] = []
    for paragraph in paragraphs:
        view = paragraph.view
        cuts = []
        if len(paragraph.pieces) == 1 and len(view) > 24 and (":" in view or any(map(str.isdigit, view[1:]))):
            cuts = [
                found.start()
                for found in _HEAD_INSIDE.finditer(view, 1)
                if _SENTENCE_END.search(view, max(0, found.start() - 12), found.start())
            ]
        start = 0
        for cut in [*cuts, len(view)]:
            words = view[start:cut].rstrip()
            if words.strip():
                low = paragraph.start + start
                piece = (low, low + len(words))
                pieces.append(
                    replace(paragraph, start=piece[0], end=piece[1], view=words, pieces=[piece], gap=paragraph.gap if not start else 0)
                    if cuts
                    else paragraph
                )
            start = cut
    return pieces


_CUT = late(r"(?:\.{3}|…)\s{0,4}(?=[Vv]iew\sthe\sfull\b)")


def _cut_off(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Parts a page's ``...  view the full minutes text`` from the words that it cuts off (P36)."""
    pieces = []
    for paragraph in paragraphs:
        found = _CUT.search(paragraph.view, max(0, len(paragraph.view) - 120)) if "iew the full" in paragraph.view else None
        if found is None or found.start() == 0 or len(paragraph.pieces) > 1:
            pieces.append(paragraph)
            continue
        at = paragraph.start + found.end()
        head = paragraph.view[: found.end()].rstrip()
        end = paragraph.start + len(head)
        pieces.append(replace(paragraph, end=end, view=head, pieces=[(paragraph.start, end)]))
        pieces.append(replace(paragraph, start=at, view=paragraph.view[found.end() :], pieces=[(at, paragraph.end)], gap=0))
    return pieces
