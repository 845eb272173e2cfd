"""Blocks: paragraphs with the part that each plays on the page, found by one rule after another.

A rule looks at one paragraph and says what it is, or nothing; the first that speaks wins. Rules know the words (from the grammar) and the
shape of one paragraph; what a block means among its neighbours is decided later, by items and groups.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar, Match
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.formal import allowed, asks, is_formal, puts_motion, trim_label
from minutes_cli.parsing.labels import Label, label_at
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.openers import MARKS_BEHIND, begins_at_once, mover_begins, outcome_begins
from minutes_cli.parsing.page_numbers import SYSTEM_MARKS
from minutes_cli.parsing.paragraphs import Paragraph
from minutes_cli.parsing.parting import parted
from minutes_cli.parsing.sentences import sentences
from minutes_cli.parsing.stems import announces

_OPENING_QUOTES = "“\"‘'«"


@dataclass(slots=True)
class Block:
    """A paragraph and what it is. Offsets inside it count in the paragraph's view."""

    paragraph: Paragraph
    kind: str = "prose"
    """furniture, documents, page-head, metadata, meeting-head, block-head, lead-in, labelled, mover, outcome, reasons, alternatives, notes,
    action, declaration, stop-head, item-head, report-from, title, truncated or prose."""
    label: Label | None = None
    label_at: int = 0
    body: int = 0
    """Where its own words begin: behind a label, a heading word or a lead-in."""
    match: Match | None = None
    facts: dict[str, str] = field(default_factory=dict)
    next_bare: bool = False
    """True where the next labelled paragraph has a label without any mark."""
    next_label: Label | None = None
    """The label of the same shape that is printed next in the item."""

    view: str = field(init=False, repr=False)
    """The paragraph's characters, one for one, breaks blanked."""

    def __post_init__(self) -> None:
        self.view = self.paragraph.view

    @property
    def words(self) -> str:
        """Its own words, behind label and lead-in."""
        return self.paragraph.view[self.body :]


Rule = Callable[[Grammar, Paragraph], Block | None]


def furniture(grammar: Grammar, paragraph: Paragraph) -> Block | None:
    """Lines that the page adds to the record: heads, footers, links, page numbers (P06, P36)."""
    if "furniture" in paragraph.roles or (paragraph.view[:1] == "<" and SYSTEM_MARKS.fullmatch(paragraph.view)):
        return Block(paragraph, "furniture")
    found = grammar.whole("furniture", paragraph.view, 0, len(paragraph.view.rstrip(" .\xa0")))
    if found is None:
        return None
    role = found.phrase.facts.get("role", "noise")
    if found.phrase.facts.get("certainty") == "inferred" and grammar.whole("block_heads", paragraph.view) is not None:
        return None
    kind = {"page-head": "page-head", "footer": "documents", "documents": "documents", "truncated": "truncated"}.get(role, "furniture")
    return Block(paragraph, kind, match=found, facts=dict(found.phrase.facts))


_MEETING = late(
    r"Meeting:\s{0,4}+(?P<date>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})\s{0,4}+[-–—]\s{0,4}+(?P<body>[^()\n]{2,120}+)(?:\(Item\s(?P<number>[^)\s]{1,12})\))?",
    re.IGNORECASE,
)
_DATED = late(r"(?P<date>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})\s{0,4}+[-–—]\s{0,4}+(?P<title>\S[^\n]{2,300}+)")


def meeting_head(grammar: Grammar, paragraph: Paragraph) -> Block | None:
    """``Meeting: dd/mm/yyyy - Body (Item n)`` and ``dd/mm/yyyy - Title``, the heads of issue and decision pages (P50)."""
    view = paragraph.view
    found = _MEETING.match(view) if view[:8].lower() == "meeting:" else None
    if found:
        facts = {"date": found["date"], "body": " ".join(found["body"].split())}
        if found["number"]:
            facts["number"] = found["number"]
        return Block(paragraph, "meeting-head", facts=facts)
    found = _DATED.match(view) if view[:1].isdigit() else None
    if found and len(view) < 400:
        return Block(
            paragraph, "meeting-head", facts={"date": found["date"], "title": " ".join(found["title"].split())}, body=found.start("title")
        )
    return None


def block_head(grammar: Grammar, paragraph: Paragraph) -> Block | None:
    """``Minutes:``, ``Decision:``, ``Recommendations:``: what follows stands on a side (P11, P13, P24)."""
    view = paragraph.view
    for role, side in (("agenda", "agenda"), ("decision", "decision"), ("minutes", "minutes")):
        if role in paragraph.roles and len(view) < 40:
            return Block(paragraph, "block-head", facts={"side": side}, body=len(view))
    at = skip(view, 0)
    found = grammar.match("block_heads", view, at) if "item-title" not in paragraph.roles else None
    if found is None:
        return None
    body = skip(view, found.end)
    if body < len(view) and found.phrase.facts.get("needs") == "clause" and mood(view[body:]) is None:
        return None
    if found.phrase.facts.get("role") == "motion" and "/" in view and grammar.match("movers", view, at) is not None:
        return None
    if _INSIDE_NUMBER.match(view, max(0, found.end - 2)) and found.end < len(view):
        return None
    if _ONLY_DATE.match(view, body):
        return Block(paragraph, "metadata", match=found, facts={"key": "publication-date"}, body=body)
    if body < len(view) and view[found.end - 1] not in ":-–—" and "mark" not in found.parts:
        return None
    return Block(paragraph, "block-head", match=found, facts=dict(found.phrase.facts), body=body)


_INSIDE_NUMBER = late(r"[0-9][-–][0-9A-Za-z]")
"""A dash inside a number (``Resolution 2031-14``) is no mark behind a head."""
_ONLY_DATE = late(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\W*$")


def metadata(grammar: Grammar, paragraph: Paragraph) -> Block | None:
    """``Report author: J Doe``: facts about the page, never outcomes (P06, T19)."""
    found = grammar.match("metadata", paragraph.view)
    if found is None:
        return None
    return Block(paragraph, "metadata", match=found, facts=dict(found.phrase.facts), body=skip(paragraph.view, found.end))


def _introduced(section: str, kind: str, begins: Callable[[str], int | None] = lambda view: skip(view, 0, "[(")) -> Rule:
    def rule(grammar: Grammar, paragraph: Paragraph) -> Block | None:
        at = begins(paragraph.view)
        if at is None:
            return None
        found = grammar.match(section, paragraph.view, at, len(paragraph.view.rstrip(MARKS_BEHIND)) if kind == "outcome" else None)
        if found is None or (found.phrase.facts.get("role") == "remark" and len(sentences(paragraph.view)) > 1):
            return None
        return Block(paragraph, kind, match=found, facts=dict(found.phrase.facts), body=skip(paragraph.view, found.end))

    rule.__doc__ = f"Paragraphs opened by the grammar's {section}."
    return rule


_PAIR = late(
    r"\s{0,4}(?!(?:The|An?)\s)[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,3}\s?/\s?[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,3}:\s{0,4}"
    r"(?=(?:THAT|That|BE\sIT|RESOLVED|Resolved)\b|(?:[A-Z]{2,6}[\s-]?)?[0-9]{1,5}[/-][0-9]{1,5}\s{0,4}$)"
)


_NUMBERED_PAIR = late(
    r"\s{0,4}[0-9]{1,4}[.)]\s{1,4}[A-Z]\.\s?[A-Z][\w’'-]{1,20}\s{1,4}[-–—]\s{1,4}[A-Z]\.\s?[A-Z][\w’'-]{1,20}\s{0,4}$", re.ASCII
)


def mover_pair(grammar: Grammar, paragraph: Paragraph) -> Block | None:
    """``C. Ash/D. Elm: THAT …``: mover and seconder on the sides of a stroke, before the motion or its number (P09, P49)."""
    found = _PAIR.match(paragraph.view) if "/" in paragraph.view[:80] else _NUMBERED_PAIR.match(paragraph.view)
    return Block(paragraph, "mover", body=found.end()) if found is not None else None


def report_from(grammar: Grammar, paragraph: Paragraph) -> Block | None:
    """``Report from the Strategic Director.``: whose report the item takes."""
    found = _REPORT_FROM.match(paragraph.view)
    if found is None or len(paragraph.view) > 200:
        return None
    return Block(paragraph, "report-from", body=found.start("who"))


_REPORT_FROM = late(r"(?:Joint\s)?Report\s(?:from|of|by)\s(?:the\s)?(?P<who>[A-Z][^.:;]{2,160}+)\.?\s{0,3}+$")


def lead_in(grammar: Grammar, paragraph: Paragraph) -> Block | None:
    """``RESOLVED:``, ``AGREED -``, ``RECOMMENDED TO COUNCIL:`` at a paragraph's start, also behind a paragraph number (P01, P40)."""
    view = paragraph.view
    at = skip(view, 0)
    found = grammar.match("lead_ins", view, at)
    label: Label | None = None
    mark = at
    if found is None:
        label = label_at(view, at)
        if label is None or label.shape == "bullet":
            return None
        mark, at = at, skip(view, at + label.length)
        found = grammar.match("lead_ins", view, at)
        if found is None:
            return None
    if found.phrase.facts.get("where") == "inline" and not is_formal(found, view):
        at = skip(view, found.end, ":;-–—")
        if at < len(view) and label_at(view, at) is None:
            return None
    if not is_formal(found, view) and puts_motion(grammar, view, found):
        return None
    if not allowed(found, view) or asks(found, view):
        return None
    facts = found.phrase.facts
    if facts.get("status") == "proposed" and _INTERESTS.search(view, found.end, found.end + 160):
        return None
    if _TO_WHAT.match(view, found.end) and _TO_ENDS.search(view, max(0, found.end - 12), found.end):
        return None
    if facts.get("status") == "proposed" and _TO_WHAT.match(view, found.end) and view[: found.end].rstrip().lower().endswith(" to"):
        return None
    if facts.get("status") == "proposed" and (
        _OPTIONS.search(view, found.start, found.end) or _REMINDS.search(view, found.start, found.end + 12)
    ):
        return None
    if label is not None and (facts.get("certainty", "certain") != "certain" or facts.get("status") == "proposed"):
        return None
    trim_label(found, view)
    return Block(paragraph, "lead-in", label, mark, skip(view, found.end), found, dict(found.phrase.facts))


_OPTIONS = late(r"\boptions?\b", re.IGNORECASE)
"""What introduces options asks for nothing (T8)."""
_REMINDS = late(r"\breminded\b", re.IGNORECASE)
_INTERESTS = late(
    r"\b(?:declare|(?:any|what|their)\s(?:\w+\s)?interests?|disclosable|disclose|pecuniary|prejudicial|declarations?)\b", re.IGNORECASE
)
"""What members are asked to say of themselves is no ask of the agenda (T4)."""
_TO_ENDS = late(r"\b(?:AGREED|agreed|Agreed)\sto\s?$")
_TO_WHAT = late(r"\s?(?:the|an?|this)\s", re.IGNORECASE)
"""Members are invited ``to a meeting``: no infinitive, nothing is asked."""


def labelled(grammar: Grammar, paragraph: Paragraph) -> Block | None:
    """A paragraph that opens with a label."""
    view = paragraph.view
    at = skip(view, 0, _OPENING_QUOTES)
    label = label_at(view, at)
    if label is None:
        return None
    return Block(paragraph, "labelled", label, at, skip(view, at + label.length))


RULES: tuple[tuple[str, Rule], ...] = (
    ("meeting-head", meeting_head),
    ("furniture", furniture),
    ("actions", _introduced("actions", "action")),
    ("block-head", block_head),
    ("metadata", metadata),
    ("reasons", _introduced("reasons", "reasons")),
    ("alternatives", _introduced("alternatives", "alternatives")),
    ("notes", _introduced("notes", "notes")),
    ("report-from", report_from),
    ("declaration", _introduced("declarations", "declaration")),
    ("lead-in", lead_in),
    ("outcome", _introduced("outcomes", "outcome", outcome_begins)),
    ("mover", _introduced("movers", "mover", mover_begins)),
    ("mover-pair", mover_pair),
    ("stop-head", _introduced("stop_heads", "stop-head")),
    ("labelled", labelled),
)
"""Every rule, by name, in the order in which they are asked."""


_SECTIONS = {
    "furniture": "furniture",
    "block-head": "block_heads",
    "metadata": "metadata",
    "reasons": "reasons",
    "alternatives": "alternatives",
    "notes": "notes",
    "actions": "actions",
    "declaration": "declarations",
    "outcome": "outcomes",
    "mover": "movers",
    "stop-head": "stop_heads",
}
"""The section of the grammar without which a rule says nothing about words that stand at a paragraph's very beginning."""


def classify(grammar: Grammar, paragraphs: list[Paragraph]) -> list[Block]:
    """Asks the rules about every paragraph; what none claims is prose."""
    blocks = []
    for paragraph in parted(paragraphs):
        view = paragraph.view
        if "item-title" in paragraph.roles:
            blocks.append(Block(paragraph))
            continue
        at_once = not paragraph.roles and begins_at_once(view)
        standing = grammar.standing(view) if at_once else ()
        for name, rule in RULES:
            if at_once and name in _SECTIONS and _SECTIONS[name] not in standing:
                continue
            block = rule(grammar, paragraph)
            if block is not None:
                break
        else:
            block = Block(paragraph)
        blocks.append(block)
    _page_title(blocks)
    _bare_runs(blocks)
    upcoming: dict[str, Label] = {}
    bare = False
    for block in reversed(blocks):
        block.next_bare = bare
        if block.kind == "labelled" and block.label is not None:
            block.next_label = upcoming.get(block.label.shape)
            upcoming[block.label.shape] = block.label
            bare = block.label.shape == "bare"
        elif block.kind in ("meeting-head", "page-head"):
            upcoming.clear()
    return blocks


_DECISIONS = late(r"decisions\s*$", re.IGNORECASE)


def _page_title(blocks: list[Block]) -> None:
    """The first line of a page that lists decisions is its title and opens none (P50)."""
    first = next((block for block in blocks if block.kind != "furniture"), None)
    if first is not None and first.kind == "block-head" and _DECISIONS.match(first.view):
        first.kind, first.facts = "page-head", {"page": "list", "title": "none"}


RUN = 6
"""Paragraphs within which the second bare label of a run must follow the first."""


def _bare_runs(blocks: list[Block]) -> None:
    """Labels without any mark (``A  Approved``, ``1  That``) count only in a run: ``A`` is also the article (phenomena section 5)."""
    bare: list[tuple[int, Label, int]] = []
    for index, block in enumerate(blocks):
        if block.kind in ("prose", "lead-in"):
            at = block.body if block.kind == "lead-in" and block.facts.get("status") != "proposed" else skip(block.view, 0, _OPENING_QUOTES)
            label = label_at(block.view, at, bare=True)
            if label is not None and label.shape == "bare":
                bare.append((index, label, at))
        elif block.kind in ("item-head", "meeting-head", "documents"):
            bare.append((index, Label("", "stop", (), 0), 0))
    last: dict[str, tuple[int, int]] = {}
    for place, (index, label, at) in enumerate(bare):
        for reading in label.readings:
            known = last.get(reading.alphabet)
            goes_on = known is not None and known[1] + 1 == reading.ordinal and index - known[0] <= RUN
            begins = reading.ordinal == 1 and any(
                other_index - index <= RUN and any(r.alphabet == reading.alphabet and r.ordinal == 2 for r in other.readings)
                for other_index, other, _ in bare[place + 1 : place + 3]
            )
            if (goes_on or begins) and blocks[index].kind == "lead-in" and blocks[index].facts.get("status") != "proposed":
                last[reading.alphabet] = (index, reading.ordinal)
                break
            announced = index > 0 and (
                blocks[index - 1].kind in ("lead-in", "block-head", "meeting-head") or announces(blocks[index - 1].view)
            )
            if (goes_on or begins) and (known is not None or announced or _capital_behind(blocks[index].view, at + label.length)):
                blocks[index].kind, blocks[index].label, blocks[index].label_at = "labelled", label, at
                blocks[index].body = skip(blocks[index].view, at + label.length)
                last[reading.alphabet] = (index, reading.ordinal)
                break
        if label.shape == "stop":
            last.clear()


def _capital_behind(view: str, at: int) -> bool:
    at = skip(view, at)
    return at < len(view) and (view[at].isupper() or view[at] in _OPENING_QUOTES or view.startswith(("that ", "to "), at))
