"""Answers in a form's few words (P15): ``Recommendation 1: Accepted``, ``Response: Not agreed.``, a verdict alone in its cell.

Productions::

    labelled = "recommendation" labels mark verdict
    line     = [body] ("response" | "reply" | "answer") [("of" | "from" | "by") body] mark
    verdict  = ["not" | "partially" | "fully" | …] ("accepted" | "agreed" | "noted" | "rejected" | …) ["in part" | "subject to" …] end
"""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import APOSTROPHE, GAP, NO_WORD_AFTER, NO_WORD_BEFORE
from minutes_cli.grammar.parts.references import read_reference
from minutes_cli.grammar.parts.response_pointers import Span
from minutes_cli.grammar.parts.responses import FoundResponse

_MARK = r"\s{0,4}(?:[:|–—-]|\t|\.(?=\s))[\s|]{0,6}"
_VERDICT = late(
    rf"(?:(?:cabinet|executive|council|the{GAP}[^\s,;.:|]{{1,30}}){GAP})?"
    rf"(?:(?P<not>not|no)(?:t{GAP}be)?{GAP}|(?P<part>partially|partly|part){GAP}|(?:fully|wholly|unanimously|all|to{GAP}be){GAP})?"
    r"(?P<verb>accept(?:ed)?|agree(?:d)?|approve(?:d)?|support(?:ed)?|endorse(?:d)?|adopt(?:ed)?|note(?:d)?|reject(?:ed)?|decline(?:d)?|refuse(?:d)?|defer(?:red)?|postpone(?:d)?)"
    rf"{NO_WORD_AFTER}(?P<some>{GAP}(?:in{GAP}(?:part|principle)|partially|partly|with{GAP}(?:amendments?|modifications?)|as{GAP}amended|subject{GAP}to|in{GAP}full))?"
    rf"(?=\s{{0,4}}(?:[.,;:|()–—-]|\t|\Z|(?:because|as|since|and|but|by|on|for|pending|until|the|this|it|there|subject){NO_WORD_AFTER}))",
    re.IGNORECASE,
)
_STEMS = (
    ("accept", "accepted"),
    ("agree", "accepted"),
    ("approve", "accepted"),
    ("support", "accepted"),
    ("endorse", "accepted"),
    ("adopt", "accepted"),
    ("note", "noted"),
    ("reject", "rejected"),
    ("decline", "rejected"),
    ("refuse", "rejected"),
    ("defer", "deferred"),
    ("postpone", "deferred"),
)
_NOUN = gated("recommendation recommendations", rf"{NO_WORD_BEFORE}recommendations?{NO_WORD_AFTER}", re.IGNORECASE)
_AFTER_LABEL = late(_MARK)
_LINE = gated(
    "response responses reply replies answer",
    rf"\W{{0,4}}(?P<front>[^.:;|\n]{{0,60}}?)(?:response|reply|answer)(?:{GAP}to{GAP}(?:the{GAP})?recommendation(?:{GAP}[0-9]{{1,2}})?)?"
    rf"(?:{GAP}(?:of|from|by){GAP}(?P<whose>[^.:;|\n]{{2,60}}?))?\s{{0,4}}[:–—-]\s{{0,4}}",
    re.IGNORECASE,
)
_OWNER = late(
    rf"(?:the{GAP})?(?:[A-Z][\w&-]{{1,20}}{GAP}|(?:and|for|of|the|&){GAP}){{0,8}}?(?:[A-Z][\w&-]{{1,20}})?(?:{APOSTROPHE}s?)?\s{{0,4}}\Z",
    re.IGNORECASE,
)
_NAMED = late(rf"\s{{0,4}}(?:the{GAP})?(?P<name>[^\s](?:.{{0,60}}?[^\s])?)(?:{APOSTROPHE}s?)?\s{{0,4}}", re.IGNORECASE)


def verdict_at(text: str, at: int) -> tuple[str, int] | None:
    """The verdict with which the words at offset ``at`` begin, and where it ends; None where they begin with none."""
    found = _VERDICT.match(text, at)
    if found is None:
        return None
    word = found["verb"].casefold()
    verdict = next(name for stem, name in _STEMS if word.startswith(stem))
    some = (found["some"] or "").casefold()
    if found["not"]:
        verdict = "rejected" if verdict == "accepted" else "not-stated"
    elif verdict == "accepted" and (found["part"] or (some and "full" not in some)):
        verdict = "accepted-in-part"
    return verdict, found.end()


def find_labelled(text: str) -> list[FoundResponse]:
    """``Recommendation 1: Accepted``, ``Recommendations 2 and 3 – Not agreed``: every such answer, in order."""
    found = []
    for hit in _NOUN.finditer(text):
        reference = read_reference(text, hit.start())
        mark = _AFTER_LABEL.match(text, reference.end) if reference is not None and reference.labels else None
        verdict = verdict_at(text, mark.end()) if mark else None
        if reference is not None and verdict is not None:
            found.append(FoundResponse(hit.start(), verdict[1], None, None, verdict[0], reference.labels))
    return found


def response_line(text: str) -> tuple[int, Span | None] | None:
    """Where the words begin that a line gives as a response (``Cabinet’s response: …``), and whose it is; None for any other line."""
    found = _LINE.match(text)
    if found is None or _OWNER.fullmatch(found["front"]) is None:
        return None
    part = "whose" if found["whose"] else "front"
    owner = _NAMED.fullmatch(found[part])
    if owner is None:
        return found.end(), None
    return found.end(), (found.start(part) + owner.start("name"), found.start(part) + owner.end("name"))
