"""Lead-ins inside a sentence: ``After debate, it was RESOLVED that the gate be painted`` (P10)."""

from __future__ import annotations

import re
from itertools import islice

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar, Match
from minutes_cli.grammar.words_seen import lacks
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.fillers import FILLER, skip
from minutes_cli.parsing.formal import gives_task, is_formal, trim_label
from minutes_cli.parsing.labels import label_at
from minutes_cli.parsing.manners import unmannered
from minutes_cli.parsing.moods import mood, quotations
from minutes_cli.parsing.prose import behind_label, told_by_somebody, told_lately
from minutes_cli.parsing.sentences import each_sentence

_TRIGGER = late(
    r"\b(?:RESOLVED|AGREED|RECOMMENDED|CARRIED|(?:[Rr]esolve|[Aa]gree|[Rr]ecommend|[Dd]ecide)[ds]?|[A-ZŶ]{9,}|[Pp]h?enderfyn\w+)\b|\b(?:Decision|Resolution|DECISION|RESOLUTION|DECIDED):|\bfollowing\s(?:decision|resolution)"
)
_VERBS = frozenset(
    [verb + tense for verb in ("resolve", "agree", "recommend", "decide") for tense in ("", "d", "s")]
    + ["recommended", "carried", "following", "decision", "resolution"]
)
_CAPITALS = late(r"[A-ZŶ]{9}")
"""What stands in every text in which `_TRIGGER` is found, beside its Welsh word."""
_DATED = late(
    r"\b(?:in|on|of|since)\s(?:[0-9]{1,2}(?:st|nd|rd|th)?\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)?\s?,?\s?(?:19|20)[0-9]{2}\b|\blast\s(?:year|month|meeting)\b",
    re.IGNORECASE,
)
_FURTHER = late(r"it\swas\s(?:further|then|also|therefore|accordingly|now)\s")
"""What was resolved besides is this meeting's, though its sentence begins with what had been resolved before."""
_AT_SITTING = late(r"\bat\s(?:its|their)\s(?:\w+\s){0,2}meeting\s(?:held\s)?(?:on|of|in)\s(?![^.;]{0,120}\bit\swas\s)", re.IGNORECASE)
"""``The Council, at its meeting on 21 March, considered the report and resolved …`` tells of that meeting."""
_JOINED = late(r"[,;]\s|\s[-–—]\s|\band\s(?:it|so|was|then)\b|\bwas\sread\b|\bit\swas\b")
"""What stands between the date of something else and this meeting's own verb."""
_TO_WHAT = late(r"\s?(?:the|an?|this|these|its|their)\s")
"""``agreed to the quotation`` is no infinitive: the sentence tells what was agreed."""
_LED = late(
    r"\b(?:Resolved|RESOLVED|Agreed|AGREED|Decided|DECIDED|Decision|DECISION|Resolution|RESOLUTION|ORDERED)"
    r"(?=\s?:|\s(?:-|–|that\b|to\b|not\b|unanimously\b))"
)
_BEHIND_MARK = late(r"(?:\s[-–—|]|[a-z0-9]\s?:)\s{1,2}$")
"""What stands before a lead-in that has its matter in front of it on the line."""
_GIVEN_BACK = late(r"(?<!\w)(?:t\s?h\s?a\s?t|(?:not\s{1,4})?to|bod),?\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Inline:
    """A lead-in inside a paragraph; offsets count in the view."""

    match: Match
    start: int
    end: int
    """Where the lead-in's own words end."""
    body: int
    """Where its first clause begins."""
    history: bool = False
    """True where the sentence tells of an earlier meeting or of another body (P43)."""


def find_inline(grammar: Grammar, block: Block, begin: int = 0) -> Inline | None:
    """The first strong lead-in inside a paragraph that has words behind it or ends the paragraph; None where there is none.

    A sentence that tells history (``had resolved``, ``at its May meeting``) has none (P43).
    """
    view = block.view
    if lacks(view, _VERBS) and not _CAPITALS.search(view, begin) and "enderfyn" not in view:
        return None
    if not _TRIGGER.search(view, begin):
        return None
    found, plain = _find(grammar, view, begin), unmannered(view)
    other = _find(grammar, plain, begin) if plain != view else None
    if other is None or (found is not None and other.start >= found.start):
        return found
    if view[other.end : other.body].strip():
        other.end = len(view[: other.body].rstrip())
    return other


def _find(grammar: Grammar, view: str, begin: int) -> Inline | None:
    opaque = quotations(view, begin)
    for match in grammar.search("lead_ins", view, begin):
        if any(low < match.start < high for low, high in opaque):
            continue
        facts = match.phrase.facts
        if facts.get("status") == "proposed":
            continue
        trim_label(match, view)
        if facts.get("needs") and not _announces_list(view, match.end):
            continue
        if not is_formal(match, view) and not _announces_list(view, match.end):
            continue
        if _TO_WHAT.match(view, match.end) and view[match.start : match.end].rstrip().lower().endswith(" to"):
            continue
        if view.startswith("were ", match.start):
            continue
        numbered = _opens_number(view, match)
        history = not numbered and _history(grammar, view, begin, match)
        if (
            not history
            and not numbered
            and not view[match.start : match.end].isupper()
            and told_by_somebody(view, _sentence(view, begin, match.start), match.start)
        ):
            continue
        end, body = give_back(view, match.start, match.end, skip(view, match.end))
        return Inline(match, match.start, end, body, history)
    return _at_sentence(grammar, view, begin)


def _at_sentence(grammar: Grammar, view: str, begin: int) -> Inline | None:
    """A lead-in that begins a sentence of a paragraph, or stands behind a dash (P10).

    ``… of the hall. Resolved that the gate be painted``, ``Village gate – Agreed: to paint it``. One that is not formal needs its mark.
    """
    starts = [found.start() for found in _LED.finditer(view, begin if begin else 1)]
    told = islice(each_sentence(view, begin), 0 if begin else 1, None)
    at = -1
    for low in starts:
        while at < low:
            opens, ends = next(told, (len(view), len(view)))
            at = behind_label(view, opens, ends)
        if low != at and not _BEHIND_MARK.search(view, max(0, low - 4), low):
            continue
        match = grammar.match("lead_ins", view, low)
        if match is None or match.phrase.facts.get("needs") or match.phrase.facts.get("status") != "decided":
            continue
        trim_label(match, view)
        end, body = give_back(view, match.start, match.end, skip(view, match.end))
        if is_formal(match, view) or (":" in view[match.start : end] and (mood(view[body:]) is not None or gives_task(view[body:]))):
            return Inline(match, match.start, end, body)
    return None


def _opens_number(view: str, match: Match) -> bool:
    """Whether a lead-in of one word stands right before its decision's number (``Resolved 14/11/5.01``, P49)."""
    label = label_at(view, skip(view, match.end)) if " " not in view[match.start : match.end] else None
    return label is not None and label.shape == "number"


def _announces_list(view: str, end: int) -> bool:
    """Whether a weak lead-in ends its paragraph or stands right before a label: what follows is then a list of outcomes."""
    at = skip(view, end, ":;-–—")
    return at >= len(view) or label_at(view, at) is not None


def _history(grammar: Grammar, view: str, begin: int, match: Match) -> bool:
    """Whether the sentence that holds a lead-in tells of an earlier meeting or of another body (T12)."""
    front = _sentence(view, begin, match.start)
    if _FURTHER.match(view, match.start):
        front = match.start
    sentence = view[front : match.end]
    if _AT_SITTING.search(view, front, match.start):
        return True
    if told_lately(sentence.lstrip()):
        return True
    if grammar.finds("history", sentence):
        return True
    dated = _DATED.search(view, front, match.start)
    if dated is not None and _BEHIND_MARK.search(view, max(0, match.start - 4), match.start):
        return False
    if view[match.start : match.end].strip(FILLER + ":;-–—").isupper() and view[match.start : match.end].rstrip()[-1:] in ":-–—":
        return False
    return dated is not None and _JOINED.search(view, dated.end(), match.end) is None


def _sentence(view: str, begin: int, at: int) -> int:
    """Where the sentence around ``at`` begins."""
    return max(view.rfind(". ", begin, at) + 1, view.rfind("| ", begin, at) + 1, begin)


def sentence_before(view: str, at: int) -> str:
    """The words of the sentence around ``at`` that stand before it."""
    return view[_sentence(view, 0, at) : at].lstrip()


def give_back(view: str, start: int, end: int, body: int) -> tuple[int, int]:
    """Where a lead-in ends and its clause begins: ``that`` or ``(not) to`` goes to the clause when its words follow (design section 3)."""
    found = _GIVEN_BACK.search(view[start:end])
    rest = view[body:]
    if found is None or found.start() == 0 or not rest.strip() or rest.lstrip()[:1] in ":;-–—" or label_at(view, body) is not None:
        return end, body
    at = start + found.start()
    return start + len(view[start:at].rstrip()), at
