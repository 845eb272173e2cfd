"""Heads of a decision's form: Decision, Reasons, Alternatives, numbered, in cells or worded as questions (P07, P55, T11).

Such a form names its parts in many ways (``1. Decision``, ``Reason/s:``, ``What decision was taken?``). A head of the decision and
one of the others together show that a page is a form; a numbered one alone may be the title of an item.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.fillers import skip

LONGEST = 140
"""Code points of the longest head."""
_LABEL = r"\W{0,4}(?:(?:[0-9]{1,2}(?:\.[0-9]{1,2})?|[A-Za-z]|[ivx]{1,4})[.):]?\s{1,12})?"
_END = r"(?:\s{0,4}(?P<mark>[:?]\s?[-–—]?|[-–—](?=\s)|[|\t])|\s{0,8}$)"
_ASKED = _END.replace("mark", "asked")
_WHOSE = r"(?:(?:the|this|your|officers?|officer’s|delegated|executive|cabinet|members?|member’s|key|urgent|final|formal|full)\s){0,3}"
_PLURAL = r"(?:s|\(s\)|/s)?"
_DECISION = late(
    _LABEL
    + rf"(?:(?:record|details?|notice|text|summary|nature)\sof\s)?{_WHOSE}decision{_PLURAL}(?:\s(?:taken|made|details|agreed|text))?{_END}"
    rf"|{_LABEL}what\s(?:decision|action)\s(?:was|is|has\sbeen|is\sbeing)\s(?:taken|made){_ASKED}",
    re.IGNORECASE,
)
_OF_IT = (
    r"(?:\sfor\s(?:(?:the|this|taking|making|any|your|its)\s){0,3}(?:\w{1,20}\s)?(?:decision|recommendation|proposal|action|urgency)"
    + _PLURAL
    + r")?"
)
_REASONS = late(
    _LABEL + rf"(?:(?:summary|statement|details?)\sof\s)?(?:the\s)?(?:main\s)?(?:reason{_PLURAL}|rationale|justification){_OF_IT}{_END}"
    rf"|{_LABEL}why\s(?:was|is|has)\s(?:it|this|the\sdecision)\s(?:being\s|been\s)?(?:taken|made|needed){_ASKED}",
    re.IGNORECASE,
)
_ALTERNATIVES = late(
    _LABEL
    + r"(?:(?:summary|details?)\sof\s)?(?:(?:the|any|all)\s){0,2}"
    + r"(?:(?:alternative|other)s?\s(?:options?|courses?\sof\saction|proposals?)|alternatives?|options)"
    rf"(?:\s(?!were|was|to\b)\w{{2,12}}){{0,10}}{_END}"
    rf"|{_LABEL}what\s(?:alternatives?|other\soptions|options)\s(?:\w{{2,12}}\s){{0,2}}(?:considered|rejected){_ASKED}",
    re.IGNORECASE,
)
_ALTERNATIVE_WORDS = late(r"\b(?:considered|rejected|discounted|dismissed|alternatives?)\b", re.IGNORECASE)
_OTHER = late(
    _LABEL
    + r"(?:(?:financial|legal|equality|equalities|risk|resource|staffing|other|key|climate|environmental|crime|and|the|any)\s){0,5}"
    + r"(?:implications|considerations|consultation|consultees|background(?:\spapers)?|documents|appendices|signed|signature|authorisation|"
    + rf"(?:(?:declarations?|conflicts?)\sof\s)?interests?|wards?(?:\saffected)?|contact(?:\sofficer)?|report\sauthor){_END}",
    re.IGNORECASE,
)
_KINDS = frozenset(["prose", "labelled", "metadata", "stop-head", "item-head", "block-head", "reasons", "alternatives"])
_FACTS = {
    "decision": {"side": "decision", "role": "decision", "status": "decided"},
    "reasons": {},
    "alternatives": {},
    "metadata": {"key": "other"},
}


def name_parts(blocks: list[Block]) -> None:
    """Makes heads of the parts of a decision's form, where the page holds a head of its decision and another."""
    found: list[tuple[Block, str, int, bool]] = []
    for block in blocks:
        if (block.kind not in _KINDS and block.facts.get("family") != "decision-label") or _is_title(block):
            continue
        headed = _part(block)
        if headed is not None:
            found.append((block, *headed))
    parts = {part for _, part, _, _ in found}
    if "decision" not in parts or not parts & {"reasons", "alternatives"}:
        return
    for block, part, end, marked in found:
        known = {"decision": "block-head"}.get(part, part)
        if block.kind == known or (not marked and skip(block.view, end) < len(block.view)):
            continue
        block.kind, block.label, block.match = known, None, None
        block.facts, block.body = dict(_FACTS[part]), skip(block.view, end)
    deciding = False
    for block in blocks:
        if block.kind == "prose" and deciding:
            block.facts = {**block.facts, "form": "decision"}
        elif block.kind != "furniture":
            deciding = block.kind == "block-head" and block.facts.get("side") == "decision"


def _is_title(block: Block) -> bool:
    return "item-title" in block.paragraph.roles or block.facts.get("names") == "item"


def _part(block: Block) -> tuple[str, int, bool] | None:
    """The part of a form that a paragraph heads, where its head ends, and whether a mark ends it."""
    for part, pattern in (("decision", _DECISION), ("reasons", _REASONS), ("alternatives", _ALTERNATIVES), ("metadata", _OTHER)):
        head = pattern.match(block.view, 0, LONGEST)
        if head is None or (head.end() == LONGEST and len(block.view) > LONGEST):
            continue
        if part == "alternatives" and _ALTERNATIVE_WORDS.search(head.group()) is None:
            continue
        return part, head.end(), bool(head["mark"] or (part != "metadata" and head["asked"]))
    return None
