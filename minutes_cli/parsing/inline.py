"""Lead-ins inside a sentence: ``After debate, it was RESOLVED that the gate be painted`` (P10)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_cli.grammar.matching import Grammar, Match
from minutes_cli.parsing.blocks import Block, skip
from minutes_cli.parsing.labels import label_at
from minutes_cli.parsing.prose import told_by_somebody

_TRIGGER = re.compile(r"\b(?:RESOLVED|AGREED|RECOMMENDED|CARRIED|(?:[Rr]esolve|[Aa]gree|[Rr]ecommend|[Dd]ecide)[ds]?|[A-ZŶ]{9,}|[Pp]enderfyn\w+)\b")
_GIVEN_BACK = re.compile(r"(?<!\w)(?:that|to),?\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Inline:
    """A lead-in inside a paragraph; offsets count in the view."""

    match: Match
    start: int
    end: int
    """Where the lead-in's own words end."""
    body: int
    """Where its first clause begins."""


def find_inline(grammar: Grammar, block: Block, begin: int = 0) -> Inline | None:
    """The first strong lead-in inside a paragraph that has words behind it or ends the paragraph; None where there is none.

    A sentence that tells history (``had resolved``, ``at its May meeting``) has none (P43).
    """
    view = block.view
    if not _TRIGGER.search(view, begin):
        return None
    for match in grammar.search("lead_ins", view, begin):
        facts = match.phrase.facts
        if facts.get("where") != "inline" and match.start != begin:
            continue
        if facts.get("where") != "inline" and facts.get("needs"):
            continue
        if _history(grammar, view, begin, match):
            continue
        if not view[match.start : match.end].isupper() and told_by_somebody(view, _sentence(view, begin, match.start), match.start):
            continue
        end, body = give_back(view, match.start, match.end, skip(view, match.end))
        return Inline(match, match.start, end, body)
    return None


def _history(grammar: Grammar, view: str, begin: int, match: Match) -> bool:
    """Whether the sentence that holds a lead-in tells of an earlier meeting or of another body (T12)."""
    sentence = view[_sentence(view, begin, match.start) : match.end]
    return next(iter(grammar.search("history", sentence)), None) is not None


def _sentence(view: str, begin: int, at: int) -> int:
    """Where the sentence around ``at`` begins."""
    return max(view.rfind(". ", begin, at) + 1, begin)


def give_back(view: str, start: int, end: int, body: int) -> tuple[int, int]:
    """Where a lead-in ends and its clause begins: ``that`` or ``to`` goes to the clause when its words follow (design section 3)."""
    found = _GIVEN_BACK.search(view[start:end])
    rest = view[body:]
    if found is None or found.start() == 0 or not rest.strip() or rest.lstrip()[:1] in ":;-–—" or label_at(view, body) is not None:
        return end, body
    at = start + found.start()
    return start + len(view[start:at].rstrip()), at
