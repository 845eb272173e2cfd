"""Lead-ins: which are strong enough to stand inside a sentence (P23), and what they swallowed at their end."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Match

_FORMAL = late(
    r"\bresolve[ds]?\b|\bR\s?E\s?S\s?O\s?L\s?V\s?E\s?D\b|\bpenderfyn\w+|\b(?:AGREED|RECOMMENDED|RECOMMENDS|RECOMMEND|APPROVED|DECIDED|NOTED|ADOPTED|DETERMINED)\b",
    re.IGNORECASE,
)


def is_formal(match: Match, view: str) -> bool:
    """Whether a lead-in is formal: ``resolved`` in any case, other verbs in capitals. A guess never is."""
    if match.phrase.facts.get("certainty", "certain") == "guess":
        return False
    found = _FORMAL.search(view[match.start : match.end])
    return found is not None and ("resolve" in found[0].lower() or "penderfyn" in found[0].lower() or found[0].replace(" ", "").isupper())


def is_strong(match: Match, view: str) -> bool:
    """Whether a lead-in is strong enough to cut a wrapped paragraph, and to show that a page is a record."""
    facts = match.phrase.facts
    return facts.get("status") == "decided" and facts.get("certainty", "certain") == "certain" and is_formal(match, view)


_LAST_LABEL = late(r"\(\s?(?:[0-9]{1,2}|[A-Za-z]|[ivx]{2,4})\s?\)\s*(?:(?:that|to)\b[\s:;,–-]{0,4})?$", re.IGNORECASE)
_LAST_NUMBER = late(r"\s[0-9]{1,4}/[0-9]{1,4}/[0-9]{1,4}$", re.ASCII)


def trim_label(found: Match, view: str) -> None:
    """Takes a label in brackets, or a decision's number, that a lead-in swallowed off its end again (``RESOLVED (A)  That``)."""
    label = _LAST_LABEL.search(view[found.start : found.end])
    label = label or _LAST_NUMBER.search(view[found.start : found.end])
    if label is not None:
        found.end = found.start + len(view[found.start : found.start + label.start()].rstrip())
