"""Drafts: groups and entries while they are being put together, and the exact places of their words."""

from __future__ import annotations

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.matching import Match
from minutes_cli.model import Evidence, Part, Span, Vote
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.labels import Label
from minutes_cli.parsing.paragraphs import Paragraph
from minutes_cli.parsing.series import Place, Series

_EDGES = " \t\r\n\f\v\xa0\u2002\u2003\u2009\u202f\u3000|"
"""What is no word at the edge of a clause: white space and the walls of table cells."""


def places(paragraph: Paragraph, begin: int, end: int) -> list[Span]:
    """Where the view's stretch from ``begin`` to ``end`` stands in the text: trimmed, without furniture in between."""
    view = paragraph.view
    while begin < end and view[begin] in _EDGES:
        begin += 1
    while end > begin and view[end - 1] in _EDGES:
        end -= 1
    if begin >= end:
        return []
    low, high = paragraph.start + begin, paragraph.start + end
    if len(paragraph.pieces) == 1:
        return [(low, high)]
    found = []
    for start, stop in paragraph.pieces:
        start, stop = max(start, low), min(stop, high)
        if start < stop:
            words = view[start - paragraph.start : stop - paragraph.start]
            left = len(words) - len(words.lstrip(_EDGES))
            right = len(words.rstrip(_EDGES))
            if left < right:
                found.append((start + left, start + right))
    return found


Told = tuple[int, Block, int, int]
"""A stretch of narrative: the index of its block, the block, begin and end in the block's view."""


@dataclass(slots=True)
class Entry:
    """One labelled or bare piece of a group: a clause before its list is known."""

    block: Block
    pieces: list[Span]
    view: str
    """Its own words as the view has them."""
    label: Label | None = None
    label_span: Span | None = None
    flags: list[str] = field(default_factory=list)
    place: Place | None = None
    tail: list[Span] = field(default_factory=list)
    after: list[Span] = field(default_factory=list)
    """Words of the group that stand behind this entry but belong to no clause."""


@dataclass(slots=True)
class Movers:
    """Who moved and who seconded, verbatim, and the stretch of text that says so."""

    moved_by: list[str] = field(default_factory=list)
    seconded_by: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    end: int = 0
    """Offset in the text behind the statement that names them."""
    start: int = 0
    """Offset at which it begins."""
    hanging: bool = False
    """True where the sentence that names them breaks off (``… seconded by Councillor Birch and``): the lead-in behind it is lost."""

    def __bool__(self) -> bool:
        return bool(self.moved_by or self.seconded_by)


@dataclass(slots=True)
class GroupDraft:
    """A group before its tree, status and ids are known."""

    opener: Block
    """The block that opened it: a lead-in, a label's head, a mover, or its first own paragraph."""
    origin: str
    """lead-in, inline, head, motion, list or bare."""
    side: str | None = None
    status: str | None = None
    """None while only its place can tell."""
    kind: str = "resolution"
    basis: str = "lead-in"
    certainty: str = "certain"
    form: str | None = None
    match: Match | None = None
    lead_in: Span | None = None
    by: str | None = None
    to: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    series: Series = field(default_factory=Series)
    movers: Movers = field(default_factory=Movers)
    vote: Vote | None = None
    voted: str | None = None
    """The status that a vote told before its words gives it."""
    reasons: list[list[Span]] = field(default_factory=list)
    alternatives: list[list[Span]] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    open: bool = True
    quoted: bool = False
    """True while a quotation that opened with the group has not closed."""
    match_quote: str = ""
    """The mark that closes it."""
    after_narrative: bool = False
    numbered: Label | None = None
    """The label of its lead-in's own paragraph, which numbers the minutes and no clause (P40)."""
    runs_on: int | None = None
    """The ordinal with which its list may begin, where the numbering of the group before runs on (P14)."""
    gap: int = 0
    introduced: str | None = None
    """Words of the narrative that introduce it, where they announce a list."""
    first: int = 0
    last: int = 0
    """Indexes of its first and last block in the item."""
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Ledger:
    """The parts of the page as they are claimed, in any order; every stretch once."""

    parts: list[Part] = field(default_factory=list)

    def claim(self, spans: list[Span], role: str, node: str | None = None) -> None:
        """Books stretches of the text under a role."""
        for span in spans:
            if span[0] < span[1]:
                self.parts.append(Part(span, role, node))

    def block(self, block: Block, role: str, node: str | None = None) -> None:
        """Books a whole block."""
        self.claim(block.paragraph.pieces, role, node)
