"""Formal words: which lead-ins are strong enough to stand inside a sentence (P23)."""

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
