"""Counts of a vote without labels (P19).

Productions::

    bracket = "(" figure ("to" | "-") figure ")"                           after the words of an outcome, or alone
    sides   = figure ["votes"] side { ("," | "and" | "with") figure ["votes"] side }
    triple  = "vote" [":"] figure "-" figure ["-" figure]
    behind  = ("carried" | "lost" | …) ["resolution" number] figure ("/" | ":" | "-") figure ["-" figure]
    versus  = figure "votes" "to" figure ["with" figure "abstentions"] | ("by" | "majority of") figure ("to" | "-") figure
"""

from __future__ import annotations

import re
from functools import cache

import pyparsing as pp

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import (
    DASH,
    GAP,
    MAYBE_GAP,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    Production,
    mute,
    parse_at,
    piece,
    whole_element,
)
from minutes_cli.grammar.parts.numbers import FIGURE_PATTERN, WORD_PATTERN, number_value
from minutes_cli.grammar.parts.vote_record import FoundVote

NUMBER = rf"(?:{FIGURE_PATTERN}|{WORD_PATTERN}|(?:none|nil|no){NO_WORD_AFTER})"
_COUNTED = rf"(?:{GAP}(?:votes?|members?|councillors?){NO_WORD_AFTER})?"
_SIDES = {
    "for": rf"(?:(?:votes?{GAP})?(?:voted{GAP}|voting{GAP}|(?:were{GAP})?cast{GAP}|were{GAP})?(?:in{GAP})?(?:for|favou?r)|ayes|yeas|yes)",
    "against": rf"(?:(?:votes?{GAP})?(?:voted{GAP}|voting{GAP}|(?:were{GAP})?cast{GAP}|were{GAP})?(?:against|opposed)|noes|nays)",
    "abstain": r"(?:abstentions?|abstain(?:ed|ing|s)?)",
    "absent": r"(?:absent|recused?|conflict|did not vote)",
}
_SIDE = "(?:" + "|".join(_SIDES.values()) + ")" + NO_WORD_AFTER

_JOIN = rf"(?:\s{{0,4}}[,;/]{MAYBE_GAP}(?:and{GAP})?(?:with{GAP})?|{GAP}(?:and|&){GAP}(?:with{GAP})?|{GAP}(?:with|to){GAP}|{GAP})"
_MOTION = (
    rf"(?:{GAP}(?:of{GAP})?(?:the|this){GAP}"
    rf"(?:motion|amendment|proposal|recommendations?|resolution|application|substantive{GAP}motion){NO_WORD_AFTER})?"
)


def _counted() -> pp.ParserElement:
    between = mute(rf"(?:\s?{DASH}\s?|{GAP})", "gap")
    return piece("number", NUMBER) + mute(_COUNTED, "votes") + between + piece("side", _SIDE) + mute(_MOTION, "motion")


@cache
def _sides_element() -> Production:
    """``sides``."""
    return whole_element(_counted() + (mute(_JOIN, "joint") + _counted())[0, 4], "sides")


@cache
def _versus_element() -> Production:
    """``versus`` with the word ``votes``."""
    return whole_element(
        piece("number", NUMBER)
        + mute(rf"{GAP}votes?{NO_WORD_AFTER}", "votes")
        + mute(rf",?{GAP}(?:to|versus|v){GAP}|\s?{DASH}\s?", "to")
        + piece("number", NUMBER)
        + mute(rf"(?:{GAP}votes?{NO_WORD_AFTER})?", "votes")
        + pp.Opt(mute(_JOIN, "joint") + _counted()),
        "versus",
    )


BRACKET = late(rf"\(\s?(?P<for>[0-9]{{1,4}})\s{{0,2}}(?:to|{DASH}|:)\s{{0,2}}(?P<against>[0-9]{{1,4}})\s?\)", re.IGNORECASE)
_BEFORE_BRACKET = late(
    r"(?:passed|carried|failed|lost|defeated|voted?|votes|voting|agreed|approved|unanimously|resolved|rejected)[\s:*_–-]{0,6}\Z",
    re.IGNORECASE,
)
_PLAIN_VERSUS = late(
    rf"(?:carried|lost|passed|defeated|approved|agreed|rejected|majority|vote){GAP}(?:by|of){GAP}(?:a{GAP}vote{GAP}of{GAP})?(?P<for>[0-9]{{1,4}})(?:{GAP}to{GAP}|\s?{DASH}\s?)(?P<against>[0-9]{{1,4}})"
    rf"(?![0-9])(?!{GAP}(?:per|%|days|weeks|months|years))",
    re.IGNORECASE,
)
_TRIPLE = gated(
    "vote votes voting",
    rf"{NO_WORD_BEFORE}(?:votes?|voting)(?:{GAP}(?:was|were|cast))?\s{{0,2}}[:–-]?{MAYBE_GAP}\(?(?P<for>[0-9]{{1,3}})\s?{DASH}\s?(?P<against>[0-9]{{1,3}})"
    rf"(?:\s?{DASH}\s?(?P<abstain>[0-9]{{1,3}}))?(?![0-9/]|\s?{DASH})(?!{GAP}[a-z])",
    re.IGNORECASE,
)
"""``Vote: 8-2-1``: for, against, and who abstained."""
_BEHIND_OUTCOME = gated(
    "carried carries lost passed passes defeated failed fails prevailed prevails negatived",
    rf"{NO_WORD_BEFORE}(?:carrie[ds]|lost|passe[ds]|defeated|fail(?:ed|s)|prevail(?:ed|s)|negatived){NO_WORD_AFTER}"
    rf"(?:{GAP}resolution{GAP}no\.?\s?[\w./-]{{2,20}}|{GAP}unanimously|{GAP}(?:by|on|with){GAP}an?{GAP}(?:[a-z]{{4,9}}{GAP})?vote(?:{GAP}of)?)?(?:\s?[:,])?\s{{0,120}}+\(?"
    rf"(?P<for>[0-9]{{1,3}})(?:\s?(?:/|:|{DASH})\s?|{GAP}to{GAP})(?P<against>[0-9]{{1,3}})(?:\s?{DASH}\s?(?P<abstain>[0-9]{{1,3}}))?(?![0-9/])",
    re.IGNORECASE,
)
"""``CARRIED 8/0``, also with the resolution's number between, or far behind in a column of its own."""
_BEHIND_ASSENT = gated(
    "approved adopted agreed denied rejected accepted",
    rf"{NO_WORD_BEFORE}(?:approved|adopted|agreed|denied|rejected|accepted)(?:{GAP}unanimously)?(?:\s?[:,])?{GAP}\(?(?P<for>[0-9]{{1,3}})\s?{DASH}\s?(?P<against>[0-9]{{1,3}})"
    rf"(?:\s?{DASH}\s?(?P<abstain>[0-9]{{1,3}}))?\)?(?=\s{{0,4}}(?:[.;\"”]|\Z))",
    re.IGNORECASE,
)
"""``Approved 5-0.``; these words have other numbers behind them too, so the score must end the sentence."""
_TALLY_GATE = late(
    rf"{NO_WORD_BEFORE}(?<![0-9][.,/]){NUMBER}(?=(?:{GAP}|\s?{DASH}\s?)(?:votes?|members?|councillors?|voted|voting|were|in{GAP}fav|for|against|opposed|abst|ayes|noes|yeas|nays))",
    re.IGNORECASE,
)


def find_tallies(text: str) -> list[FoundVote]:
    """Counts without labels: ``bracket``, ``sides``, ``versus`` and ``behind``."""
    found = []
    for hit in BRACKET.finditer(text):
        alone = not text[: hit.start()].strip(" \t\n*_>") if hit.start() < 40 else False
        if alone or _BEFORE_BRACKET.search(text, max(0, hit.start() - 24), hit.start()):
            found.append(FoundVote(hit.start(), hit.end(), None, int(hit["for"]), int(hit["against"]), by_order=True))
    for hit in _PLAIN_VERSUS.finditer(text):
        found.append(FoundVote(hit.start("for"), hit.end(), None, int(hit["for"]), int(hit["against"]), by_order=True))
    for hit in (*_BEHIND_OUTCOME.finditer(text), *_BEHIND_ASSENT.finditer(text), *_TRIPLE.finditer(text)):
        abstain = int(hit["abstain"]) if hit["abstain"] else None
        found.append(FoundVote(hit.start("for"), hit.end(), None, int(hit["for"]), int(hit["against"]), abstain, by_order=True))
    at = 0
    while (gate := _TALLY_GATE.search(text, at)) is not None:
        vote = _versus(text, gate.start()) or _sides(text, gate.start())
        if vote is not None:
            found.append(vote)
        at = vote.end if vote else gate.end()
    return found


def _versus(text: str, at: int) -> FoundVote | None:
    pieces = parse_at(_versus_element(), text, at, 200)
    if not pieces:
        return None
    numbers = [number_value(each.text) for each in pieces if each.kind == "number"]
    abstain = numbers[2] if len(numbers) > 2 and _side(pieces[-1].text) == "abstain" else None
    return FoundVote(at, pieces[-1].end, None, numbers[0], numbers[1], abstain, by_order=True)


def _sides(text: str, at: int) -> FoundVote | None:
    """``sides``; one count alone needs the word ``votes`` or ``in favour``, since ``12 for`` and ``2 against`` say little."""
    pieces = parse_at(_sides_element(), text, at, 240)
    if not pieces:
        return None
    counts: dict[str, int | None] = {}
    for number, side in zip(pieces[::2], pieces[1::2], strict=True):
        counts.setdefault(_side(side.text), number_value(number.text))
    words = text[at : pieces[-1].end].casefold()
    if len(counts) < 2 and not re.search(r"votes?|voted|favou?r|abst", words):
        return None
    return FoundVote(at, pieces[-1].end, None, counts.get("for"), counts.get("against"), counts.get("abstain"))


def _side(words: str) -> str:
    return next(side for side, pattern in _SIDES.items() if re.fullmatch(pattern, words, re.IGNORECASE))
