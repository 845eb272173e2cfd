"""The walk through an item's blocks: what is open, what was told, how votes and words are booked."""

from __future__ import annotations

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.matching import Grammar
from minutes_cli.model import Part, Span, Vote
from minutes_cli.parsing.answers import Line
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import Entry, GroupDraft, Ledger, Movers, Told, places
from minutes_cli.parsing.entries import add_paragraph
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.items import Draft
from minutes_cli.parsing.moods import closes_quote, mood, opens_quote
from minutes_cli.parsing.motions import Motions, states_movers
from minutes_cli.parsing.neighbours import adjoin
from minutes_cli.parsing.own_body import Own
from minutes_cli.parsing.prose import decision_in, tells
from minutes_cli.parsing.put_down import puts_amendment
from minutes_cli.parsing.questions import HARD
from minutes_cli.parsing.sentences import last_sentence, sentences
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.voting import LOST, begins_vote, is_vote_line, yes

_BREAKS_OFF = gated("", r"\b(?:noted|discussed|raised|asked|said|stated|included|mentioned|made)\s{0,4}$")
"""A sentence without an end, right above a list, introduces it (T6, T7)."""

_POINTS = gated(
    "following",
    r"\bthe\sfollowing\s(?:\w+\s){0,2}(?:points|comments|questions|issues|concerns|observations|remarks|updates|responses)\b[^.]{0,60}\.\s{0,4}$",
)


MOTION_HEADS = ("motion", "amendment")
"""Roles of heads that name a motion: they stand in agendas and in records alike."""

SOON = 3
"""Paragraphs from a vote to the resolution that came of it."""
_WITHIN = (*MOTION_HEADS, "vote", "action")
"""Roles of heads that stand inside a record and open none."""


def _opens_record(block: Block) -> bool:
    sided = block.kind == "block-head" and block.facts.get("side") in ("minutes", "decision")
    return sided and block.facts.get("role") not in _WITHIN


MOST_WAITING = 40
"""The last groups of an item among which a motion waits for its vote."""


class Walk:
    """State of the walk, and the steps that all its parts share."""

    _noting = False
    _sided = False
    """True behind a labelled count of one side's votes: names follow."""
    _listing_shape = ""
    _paused = False
    _given_list = False
    _under_motion = False
    """True behind the heading of a motion, until something else opens."""
    _named_ask = False
    """True behind the head of a recommendation under which nothing but a name stood (``Recommendation``, ``Permission granted``)."""
    _hinted: str | None = None
    """The side that the layout gave to the last block."""

    def __init__(self, grammar: Grammar, item: Draft, ledger: Ledger, text: str, *, record: bool, own: Own | None = None) -> None:
        self.grammar = grammar
        self.own = own or Own()
        self.item = item
        self.ledger = ledger
        self.text = text
        self.record = record
        self.groups: list[GroupDraft] = []
        self.narrative: list[Told] = []
        """Every stretch of narrative, in order."""
        self.told_on: dict[int, str | None] = {}
        """The side of the page on which each block of narrative stands."""
        self.notes: list[list[Span]] = []
        self.actions: list[list[Span]] = []
        self.declarations: list[list[Span]] = []
        self.documents: list[list[Span]] = []
        self.empty: list[Span] = []
        """Lead-ins that nothing follows."""
        self.answers: list[Line] = []
        self.truncated = False
        self._record_head = max((index for index, block in enumerate(item.blocks) if _opens_record(block)), default=-1)
        """Index of the last head of a record (``Minutes:``, ``Decision:``) in the item."""
        self._heads_decision = any(block.kind == "block-head" and block.facts.get("side") == "decision" for block in item.blocks)
        """Whether a head of a decision stands in the item."""
        self.side: str | None = "decision" if item.decision_page else self._first_side()
        self.group: GroupDraft | None = None
        self.motions = Motions()
        self._mode: str | None = None
        self._footer = False
        self._listing = False
        """True inside a list that is narrative, so that its other labels stay narrative."""
        self._unsaid: int | None = None
        """Where in the view the words begin that stand behind an outcome in its paragraph; they are read next."""
        self._early: Vote | None = None
        """A vote that was told before the words voted on."""
        self._early_at = -1
        self._early_moved = False
        """Whether somebody had moved something when that vote was told: it is the vote of what they moved."""
        self._votes_before: list[Span] = []
        """Places of votes that are listed before what was voted on."""
        self._votes: list[Span] = []
        """Places of votes that are being listed."""

    def _first_side(self) -> str | None:
        """What stands before the heading of the decision or the minutes is the agenda's (T2), but no amendment is put before a meeting."""
        heads = []
        for block in self.item.blocks:
            if puts_amendment(block):
                return None
            if block.kind == "block-head" and block.facts.get("role") not in _WITHIN:
                heads.append(block)
                break
        return "agenda" if heads and heads[0].facts.get("side") in ("minutes", "decision") else None

    def _voted_on(self) -> GroupDraft | None:
        """The group that a vote printed here is about: the open one, or the last one not voted on yet."""
        if self.group is not None and self.group.entries:
            waiting = [self.group]
        else:
            moved = [group for group in self.groups[-MOST_WAITING:] if group.status == "moved"]
            waiting = moved or [group for group in self.groups[-1:] if group.side != "agenda" or self.side == "agenda"]
        for target in reversed(waiting):
            if target.entries and (target.vote is None or target.vote.outcome is None):
                return target
        return None

    def _fill(self, group: GroupDraft, index: int, block: Block, begin: int, *, opened: bool, end: int | None = None) -> None:
        """Adds a paragraph's words to a group, enclosing quotation marks left out (P42)."""
        view = block.view
        stop = len(view) if end is None else end
        for low, high in reversed(sentences(view, begin, stop)[1:] if end is None else []):
            last = view[low:high]
            if not (is_vote_line(self.grammar, last) or (group.origin == "motion" and (yes(last) is not None or begins_vote(last)))):
                break
            stop = low
        mark = opens_quote(view[begin:]) if opened or not group.entries else None
        if mark is not None and (mark not in "’'" or closes_quote(view[:stop], mark)):
            group.quoted, group.match_quote = True, mark
            begin = skip(view, begin) + 1
        add_paragraph(group, block, begin, opened=opened, end=stop)
        group.last = index
        if group.quoted and closes_quote(view[:stop], group.match_quote):
            group.quoted = False
            if group.entries:
                drop_closing(group.entries[-1], view[:stop], group.match_quote)
        if end is None and stop < len(view):
            self._settle_vote(group, view[stop:], places(block.paragraph, stop, len(view)))

    def _extend(self, group: GroupDraft, index: int, block: Block, begin: int) -> None:
        """Adds a paragraph's words to the last clause of a quotation that has not closed (P42)."""
        last = group.entries[-1]
        last.pieces.extend(places(block.paragraph, begin, len(block.view)))
        group.blocks.append(block)
        last.view = f"{last.view} {block.view[begin:]}"
        group.last = index
        if closes_quote(block.view, group.match_quote):
            group.quoted = False
            drop_closing(last, block.view, group.match_quote)

    def _waits(self) -> bool:
        """Whether a group is open that has no clause yet, or whose quotation has not closed."""
        return self.group is not None and (self.group.quoted or not self.group.entries) and self.group.origin != "head"

    def _in_quote(self) -> bool:
        return self.group is not None and self.group.quoted

    def _resumes(self, block: Block) -> bool:
        """Whether a label goes on with the last group's list after reasons or notes."""
        group = self.groups[-1] if self.groups else None
        if group is None or block.label is None or block.label.shape == "bullet" or self._mode in ("metadata", "metadata-block"):
            return False
        if self._mode in ("reasons", "alternatives") and any(reading.ordinal == 1 for reading in block.label.readings):
            self._given_list = True
        if self._mode in ("reasons", "alternatives") and self._given_list:
            return False
        return group.series.started and group.series.continues(block.label) is not None

    def _belongs_back(self, index: int, movers: Movers) -> bool:
        """Whether a mover's line speaks of the group before it: it only seconds, or nothing that could be moved follows (P09)."""
        target = self.group or (self.groups[-1] if self.groups else None)
        if self.item.blocks[index].view.rstrip().endswith((":", ",")):
            return False
        if target is None or not target.entries or (target.movers.moved_by and target.movers.seconded_by) or index - target.last > 3:
            return False
        if target.origin == "motion" and target.status == "moved" and not movers.moved_by and target.movers.moved_by:
            return True
        if self._under_motion and target is self.group and target.status == "moved" and not target.movers:
            return True
        return self._nothing_follows(index)

    def _nothing_follows(self, index: int) -> bool:
        """Whether nothing stands behind a mover's line that it could be about."""
        for block in self.item.blocks[index + 1 : index + 4]:
            if block.kind == "mover" and states_movers(block.view) and block.view.lstrip(" (")[:6].lower() == "second":
                if block.view.rstrip().endswith((":", ",")):
                    return False
                continue
            if block.kind in ("lead-in", "labelled", "mover"):
                return False
            if block.kind == "prose" and is_vote_line(self.grammar, block.view):
                continue
            if block.kind == "prose":
                return mood(block.view) is None
            if block.kind in HARD:
                return True
        return True

    def _told_right_before(self, index: int) -> bool:
        """Whether the paragraph before ends with a decision told in prose, whose movers a line of names then gives (P09, P18)."""
        if not self.narrative or not adjoin(self.item.blocks, self.narrative[-1][0], index):
            return False
        _, block, begin, end = self.narrative[-1]
        return decision_in(self.grammar, block.view, *(last_sentence(block.view, begin, end) or (begin, end))) is not None

    def _introducer(self, index: int) -> str | None:
        """The narrative paragraph right before, where it announces a list."""
        if not self.narrative:
            return None
        at, block, begin, end = self.narrative[-1]
        if not adjoin(self.item.blocks, at, index):
            return None
        words = block.view[begin:end]
        return words if announces(words) or _BREAKS_OFF.search(words) or _POINTS.search(words) else None

    def _start(self, index: int, block: Block, origin: str, *, basis: str = "lead-in") -> GroupDraft:
        introduced = self._introducer(index)
        self._close()
        self._footer = False
        group = GroupDraft(block, origin, self.side, basis=basis, first=index, last=index)
        group.gap = block.paragraph.gap
        group.after_narrative = bool(self.narrative)
        group.introduced = introduced
        if self.groups and self.groups[-1].series.levels:
            group.runs_on = self.groups[-1].series.levels[0].printed + 1
        if self._under_motion and origin in ("bare", "list") and self.side != "agenda":
            group.status = "moved"
        if self._early is not None:
            lost = self._early.outcome in LOST
            if origin == "motion" and not self._early_moved:
                pass  # what is moved behind a vote was not voted on by it
            elif origin in ("motion", "list", "bare", "head"):
                group.vote, group.voted = self._early, "lost" if lost else "decided"
            elif not lost and index - self._early_at <= SOON:
                group.vote = self._early
            self._early = None
        self.groups.append(group)
        self.group = group
        self._paused = self._given_list = self._noting = False
        return group

    def _pause(self) -> None:
        """Stops at reasons, notes and the like; the list may go on behind them."""
        if self.group is not None and self.group.entries:
            self._close()
            self._paused = True

    def _close(self) -> None:
        group = self.group
        self._paused = False
        if group is None:
            return
        self.group = None
        self._under_motion = self._under_motion and not group.entries
        if not group.entries:
            self._early = self._early or group.vote
            if self.groups[-1] is group:
                self.groups.pop()
            else:
                self.groups.remove(group)
            self._named_ask = self._named_ask or (group.origin == "head" and group.status == "proposed")
            if group.lead_in is not None:
                self.ledger.parts.append(Part(group.lead_in, "lead-in"))
                # A lead-in that was only inferred (``Cabinet:``) and opened nothing was a heading: no words are missing.
                if group.origin in ("lead-in", "inline") and group.certainty != "inferred":
                    self.empty.append(group.lead_in)

    def _tell(self, index: int, block: Block, begin: int, role: str = "narrative", end: int | None = None) -> None:
        stop = len(block.view) if end is None else end
        spans = places(block.paragraph, begin, stop)
        if spans:
            self.ledger.claim(spans, role)
            if role == "narrative":
                self.narrative.append((index, block, begin, stop))
                self._leave_agenda(index, block.view[begin:stop])
                self.told_on[index] = self.side

    def _leave_agenda(self, index: int, words: str) -> None:
        """Ends the agenda's side where the record begins without a head of its own, behind what was recommended (P02)."""
        if self.side == "agenda" and self.record and self.groups and index > self._record_head and self._hinted is None and tells(words):
            self.side = None

    def _claim_movers(self, block: Block, begin: int, end: int, movers: Movers) -> None:
        self.ledger.claim(places(block.paragraph, begin, end), "mover" if movers else "narrative")

    def _leaves_documents(self, block: Block) -> bool:
        """Whether the record goes on behind a list of documents: a sentence that tells something or puts a motion, no name of a paper."""
        if (
            len(block.view) > 25
            and "pdf" not in block.view.lower()
            and (tells(block.view) or mood(block.view) == "that" or self.grammar.match("proposals", block.view))
        ):
            self._footer = False
            return True
        return False

    def _document(self, block: Block) -> None:
        self.ledger.block(block, "document")
        self.documents.append(block.paragraph.pieces)

    def _speak(self, index: int, block: Block, begin: int) -> None:
        """Prose from ``begin`` on; what it means the assembler decides."""
        raise NotImplementedError

    def _labelled(self, index: int, block: Block) -> None:
        """A paragraph that opens with a label; what it means the assembler decides."""
        raise NotImplementedError

    def _prose(self, index: int, block: Block) -> None:
        """A paragraph without any mark of its own; what it means the assembler decides."""
        raise NotImplementedError

    def _settle_vote(self, target: GroupDraft, view: str, spans: list[Span]) -> None:
        """Books a vote on a group; see `counting`."""
        raise NotImplementedError


def drop_closing(entry: Entry, view: str, mark: str) -> None:
    """Takes the closing quotation mark, and what stands behind it, off a clause's last piece."""
    if not entry.pieces:
        return
    start, end = entry.pieces[-1]
    tail = view.rstrip()
    cut = len(tail) - tail.rfind(mark)
    if cut <= 4 and end - cut > start:
        entry.pieces[-1] = (start, end - cut)
