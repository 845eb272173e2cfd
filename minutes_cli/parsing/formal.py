"""Lead-ins: which are strong enough to stand inside a sentence (P23), what they need around them, what they swallowed at their end."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar, Match
from minutes_cli.parsing.fillers import FILLER
from minutes_cli.parsing.labels import label_at
from minutes_cli.parsing.moods import mood

_FORMAL = late(
    r"\bresolve[ds]?\b|\bR\s?E\s?S\s?O\s?L\s?V\s?E\s?D\b|\bph?enderfyn\w+|\b(?:AGREED|RECOMMENDED|RECOMMENDS|RECOMMEND|APPROVED|DECIDED|NOTED|ADOPTED|DETERMINED)\b",
    re.IGNORECASE,
)


def is_formal(match: Match, view: str) -> bool:
    """Whether a lead-in is formal: ``resolved`` in any case, other verbs in capitals. A guess never is."""
    if match.phrase.facts.get("certainty", "certain") == "guess":
        return False
    found = _FORMAL.search(view[match.start : match.end])
    return found is not None and ("resolve" in found[0].lower() or "enderfyn" in found[0].lower() or found[0].replace(" ", "").isupper())


def is_strong(match: Match, view: str) -> bool:
    """Whether a lead-in is strong enough to cut a wrapped paragraph, and to show that a page is a record."""
    facts = match.phrase.facts
    return facts.get("status") == "decided" and facts.get("certainty", "certain") == "certain" and is_formal(match, view)


_LAST_LABEL = late(r"\(\s?(?:[0-9]{1,2}|[A-Za-z]|[ivx]{2,4})\s?\)\s*(?:(?:that|to)\b[\s:;,–-]{0,4})?$", re.IGNORECASE)
_LAST_NUMBER = late(r"\s[0-9]{1,4}/[0-9]{1,4}/[0-9]{1,4}$", re.ASCII)


def trim_label(found: Match, view: str) -> None:
    """Takes a label in brackets, or a decision's number, that a lead-in swallowed off its end again (``RESOLVED (A)  That``)."""
    words = view[found.start : found.end]
    label = _LAST_LABEL.search(words) if ")" in words else None
    if label is None and "/" in words:
        label = _LAST_NUMBER.search(words)
    if label is not None:
        found.end = found.start + len(view[found.start : found.start + label.start()].rstrip())


_INFINITIVE = late(r"(?:[Tt]o|TO)\s(?!resolve|RESOLVE|recommend|RECOMMEND)[a-zA-Z]{3,20}(?:\s(?:whether|if|how))?,?\s?$")
"""``To consider`` opens what an agenda asks for; it is part of the words asked, no lead-in (P11)."""


def asks(found: Match, view: str) -> bool:
    """Whether a lead-in is only the verb of what is asked for (``To consider …``), and so part of the words asked."""
    return _INFINITIVE.match(view, found.start, found.end) is not None


def puts_motion(grammar: Grammar, view: str, found: Match) -> bool:
    """Whether words that could record what the Council does put a motion down (``Council notes that:``, T3)."""
    motion = grammar.match("proposals", view, found.start)
    return motion is not None and motion.end >= found.end and "ouncil" in view[found.start : found.end]


_WHO_IS_TO = late(r"(?:The\s)?[A-Z][\w’'.-]{1,20}(?:\s[A-Z][\w’'.-]{0,20}){0,3}\sto\s(?:be\s)?[a-z]{3,}")
"""``RESOLVED Councillor Ash to order the lamps.``"""


def gives_task(words: str) -> bool:
    """Whether words say who is to do something (``Councillor Ash to order the lamps``)."""
    return _WHO_IS_TO.match(words) is not None


def allowed(found: Match, view: str) -> bool:
    """Whether a weak lead-in has what it needs: a mark, capitals, or nothing behind it."""
    rest = view[found.end :].strip(FILLER)
    words = view[found.start : found.end]
    marked = "mark" in found.parts or words.rstrip()[-1:] in ":;-–—"
    for need in found.phrase.facts.get("needs", "").replace(",", " ").split():
        if need == "mark" and not (marked or not rest):
            return False
        if need == "capitals" and not any(word.isupper() and len(word) > 3 for word in words.split()):
            return False
        if need == "list" and rest and label_at(rest) is None:
            return False
        if need == "alone" and rest:
            return False
        if need == "label" and rest and label_at(rest) is None:
            return False
        if need == "clause" and rest and label_at(rest) is None and mood(rest) is None and not _WHO_IS_TO.match(rest):
            return False
    return True
