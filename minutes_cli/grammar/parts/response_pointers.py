"""Where an answer only points (``the response is set out in Appendix 1``, P15), and the bodies that answer.

Production::

    pointer = "response" … ("is" | "was") ("set out" | "detailed" | …) ("in" | "at") ["the"] paper
"""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.addressees import name_end
from minutes_cli.grammar.parts.basis import APOSTROPHE, GAP, NO_WORD_AFTER, NO_WORD_BEFORE
from minutes_cli.grammar.parts.references import read_reference

Span = tuple[int, int]
MOST = 200
"""Answers of one text; a table of more belongs to the parser of tables."""

_THE = late(rf"the{GAP}", re.IGNORECASE)
_COMMON_BODY = late(
    rf"(?:committee|cabinet|council|board|panel|executive|commission|leader|members|authority){NO_WORD_AFTER}", re.IGNORECASE
)
NAME_START = late(rf"{NO_WORD_BEFORE}[A-Z]|(?<=the\s)[a-z]")
"""Where the name of a body may begin."""
_POINTER = gated(
    "response responses reply replies answer answers",
    rf"{NO_WORD_BEFORE}(?:response|responses|reply|replies|answers?)(?:{GAP}(?!(?:is|are|was|were|be|will|that|which|and){NO_WORD_AFTER})[^\s.;:]{{1,40}}){{0,12}}?"
    rf"{GAP}(?:is|are|was|were){GAP}(?:also{GAP})?(?:set{GAP}out|detailed|contained|attached|outlined|shown|given|appended|provided|included){GAP}(?:in|at|as|to|under){GAP}(?:(?:the|an?){GAP})?",
    re.IGNORECASE,
)
_PAPER = late(
    rf"(?:(?:attached|accompanying|appended|published|officer){GAP})?(?:report|table|schedule|appendix|annex|paper|supplement|addendum|letter){NO_WORD_AFTER}",
    re.IGNORECASE,
)
_RESPONDER = late(rf"(?:of|from|by){GAP}(?:the{GAP})?", re.IGNORECASE)


def body_at(text: str, at: int) -> tuple[int, int] | None:
    """The body named at offset ``at``, its article left off."""
    article = _THE.match(text, at)
    start = article.end() if article else at
    end = name_end(text, start)
    if end is None:
        common = _COMMON_BODY.match(text, start)
        end = common.end() if common else None
    return (start, end) if end is not None else None


def find_pointers(text: str) -> list[tuple[Span, Span | None, Span]]:
    """Answers that stand in another paper: where the words stand, the body that answers, and the paper."""
    found = []
    for count, hit in enumerate(_POINTER.finditer(text)):
        if count >= MOST:
            break
        reference = read_reference(text, hit.end())
        paper = None if reference else _PAPER.match(text, hit.end())
        span = (reference.start, reference.end) if reference else paper.span() if paper else None
        if span is not None:
            found.append(((hit.start(), span[1]), _responder(text, hit), span))
    return found


def _responder(text: str, hit: re.Match[str]) -> tuple[int, int] | None:
    """Whose response it is: ``the response of Cabinet``, ``Cabinet’s response``, ``the Cabinet response``."""
    of = _RESPONDER.search(text, hit.start(), hit.end())
    if of is not None:
        body = body_at(text, of.end())
        if body is not None and body[1] <= hit.end():
            return body
    low = max(0, hit.start() - 100)
    owner = re.search(rf"(?:{APOSTROPHE}s?)?{GAP}\Z", text[low : hit.start()])
    if owner is None:
        return None
    end = low + owner.start()
    for match in NAME_START.finditer(text, low, end):
        body = body_at(text, match.start())
        if body is not None and end <= body[1] <= end + 2:
            return body[0], end
    return None
