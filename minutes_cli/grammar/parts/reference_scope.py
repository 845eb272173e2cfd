"""Whether a reference stays in its own list or leads out of it (P17): ``recommendations (b) and (c) from the Committee`` leads out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import APOSTROPHE, GAP, NO_WORD_AFTER, NO_WORD_BEFORE

_OWN = "motion|resolution|resolutions|recommendation|recommendations|decision|decisions|list|clause"
"""What a reference may belong to and still be of the same list: ``part c) of the motion``."""

_OTHER = (
    "report|reports|committee|sub-committee|subcommittee|panel|board|minutes|minute|appendix|section|act|regulations|plan|strategy|policy|review|"
    "commission|council|cabinet|executive|meeting|schedule|by-law|bylaw|order|agreement|constitution|paper|papers|letter|document|item|"
    "response|group|sub-group|forum|authority|rules|standing|code|agenda|addendum|supplement|inspector|auditor|audit|scrutiny|article|annex|"
    "paragraph|chapter|deed|lease|contract|scheme|table|page"
)
"""Heads that name another paper, body or law."""

_LEAD = (
    rf"(?:(?:as|that|which|is|are|was|were){GAP}){{0,2}}"
    rf"(?:set{GAP}out|set{GAP}forth|contained|detailed|outlined|listed|included|shown|made|given|found|identified)"
)
_PREPOSITION = r"(?:of|in|from|on|under|at|within|by|to)"
_WORD = r"[^\W_](?:[^\s,;:.()\[\]]|\.(?=[0-9])){0,30}"
_STOP = r"(?!(?:be|is|are|was|were|been|that|which|and|or|who|has|have|had|should|shall|will|would|may|must|can|with|so)(?![^\W_]))"
_QUALIFIER = late(
    rf"\s{{0,4}},?{GAP}(?P<words>(?:{_LEAD}{GAP})?{_PREPOSITION}{GAP}"
    rf"(?P<target>{_STOP}{_WORD}(?:{GAP}{_STOP}{_WORD}){{0,8}}))",
    re.IGNORECASE,
)
_HEAD_OTHER = late(rf"{NO_WORD_BEFORE}(?:{_OTHER}){NO_WORD_AFTER}", re.IGNORECASE)
_HEAD_OWN = late(
    rf"(?:(?:the|this|these|that|those|its|their)(?:{GAP}(?:above|original|substantive|main|same|amended)(?:-[a-z]{{1,12}})?)?{GAP})?"
    rf"(?:{_OWN}){NO_WORD_AFTER}(?!{GAP}(?:in|at|of|from|made|passed|adopted){NO_WORD_AFTER})",
    re.IGNORECASE,
)
_OWNER_BEFORE = late(rf"[^\W\d_]{APOSTROPHE}(?:s{GAP}|{GAP})(?:[a-z]{{1,12}}{GAP}){{0,1}}\Z")
_BODY_BEFORE = gated(
    "committee panel commission scrutiny board group audit",
    rf"{NO_WORD_BEFORE}(?:Committee|Panel|Commission|Scrutiny|Board|Group|Audit){GAP}\Z",
)


def qualifier_end(text: str, at: int) -> tuple[int, int] | None:
    """Span of the words right after ``at`` that say to which paper, body or law a reference belongs; None where none do.

    ``qualifier = [","] [("set out" | "contained" | …)] ("of" | "in" | "from" | …) target``, where the target's words hold the name of
    a paper, body or law; ``of the motion`` names the list itself and is none.
    """
    match = _QUALIFIER.match(text, at, at + 240)
    if match is None or _HEAD_OWN.match(match["target"]):
        return None
    head = _HEAD_OTHER.search(match["target"])
    if head is None or match["words"][:3].casefold() == "to " or match["words"][:3].casefold() == "by ":
        return None
    return match.span("words")


def is_external(
    text: str,
    start: int,
    end: int,
    *,
    noun: str | None,
    listed: bool,
    shapes: Sequence[str],
    capital: bool,
    directed: bool,
    qualifier: tuple[int, int] | None,
) -> bool:
    """Whether the reference ``text[start:end]`` leads out of its list.

    It does when its noun counts no clauses (``listed`` false; ``section a) above`` stays), when a qualifier says so, when an owner
    stands before it (``the Panel's recommendation 2``), when its label is the number of a minute, or when it is a part of a law
    (``Part 8``, ``part VIII``: a part with a bare figure or numeral and no direction).
    """
    if qualifier is not None:
        return True
    if directed and (listed or set(shapes) <= {"bracketed", "closed"}):
        return False
    if not listed:
        return True
    before = text[max(0, start - 60) : start]
    if _OWNER_BEFORE.search(before) or _BODY_BEFORE.search(before):
        return True
    if "number" in shapes:
        return True
    letter = len(shapes) == 1 and shapes[0] == "letter" and text[end - 2 : end].isalpha() and text[end - 2 : end].isupper()
    return noun == "part" and (shapes[:1] == ["figure"] or letter) and (capital or letter)
