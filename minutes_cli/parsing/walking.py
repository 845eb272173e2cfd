"""The walk through an item's blocks: what is open, what was told, how votes and words are booked."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar
from minutes_cli.model import Part, Span, Vote
from minutes_cli.parsing.blocks import Block, skip
from minutes_cli.parsing.drafts import Entry, GroupDraft, Ledger, Movers, Told, places
from minutes_cli.parsing.entries import add_paragraph
from minutes_cli.parsing.items import Draft
from minutes_cli.parsing.moods import closes_quote, mood, opens_quote
from minutes_cli.parsing.motions import Motions, states_movers
from minutes_cli.parsing.neighbours import adjoin
from minutes_cli.parsing.prose import decision_in, sentences, tells
from minutes_cli.parsing.questions import HARD
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.voting import LOST, contest, is_vote_line, joined, lists_votes, opens_votes, read_vote, yes

_BREAKS_OFF = gated("", r"\b(?:noted|discussed|raised|asked|said|stated|included|mentioned|made)\s{0,4}$")
"""A sentence without an end, right above a list, introduces it (T6, T7)."""

OWN_MATTER = late(r"\W{0,3}(?:The|A)\s(?:proposal|motion|amendment)\s(?:for|to|that|by|from|of|in)\b")
"""A vote that names what was voted on is about that, not about the resolution before it."""
_PUT_FORWARD = late(r"\b(?:proposed|moved|seconded|nominated)\b", re.IGNORECASE)
_ONLY_NAMED = late(r"(?:(?:Cllr|Councillor|Cr|Ald|Alderman)s?\.?\s[^.;:]{3,400}\.?\s*|None\.?\s*)$")
_POINTS = gated(
    "following",
    r"\bthe\sfollowing\s(?:\w+\s){0,2}(?:points|comments|questions|issues|concerns|observations|remarks|updates|responses)\b[^.]{0,60}\.\s{0,4}$",
)


MOTION_HEADS = ("motion", "amendment")
"""Roles of heads that name a motion: they stand in agendas and in records alike."""

_WITHIN = (*MOTION_HEADS, "vote", "action")
"""Roles of heads that stand inside a record and open none."""


def _opens_record(block: Block) -> bool:
    sided = block.kind == "block-head" and block.facts.get("side") in ("minutes", "decision")
    return sided and block.facts.get("role") not in _WITHIN


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
    _hinted: str | None = None
    """The side that the layout gave to the last block."""

    def __init__(self, grammar: Grammar, item: Draft, ledger: Ledger, text: str, *, record: bool) -> None:
        self.grammar = grammar
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
        self.truncated = False
        self._record_head = max((index for index, block in enumerate(item.blocks) if _opens_record(block)), default=-1)
        """Index of the last head of a record (``Minutes:``, ``Decision:``) in the item."""
        self.side: str | None = "decision" if item.decision_page else self._first_side()
        self.group: GroupDraft | None = None
        self.motions = Motions()
        self._mode: str | None = None
        self._footer = False
        self._listing = False
        """True inside a list that is narrative, so that its other labels stay narrative."""
        self._early: Vote | None = None
        """A vote that was told before the words voted on."""
        self._votes: list[Span] = []
        """Places of votes that are being listed."""

    def _first_side(self) -> str | None:
        """What stands before the heading of the decision or the minutes is the agenda's (T2)."""
        heads = [block for block in self.item.blocks if block.kind == "block-head" and block.facts.get("role") not in _WITHIN]
        return "agenda" if heads and heads[0].facts.get("side") in ("minutes", "decision") else None

    def _voted_on(self) -> GroupDraft | None:
        """The group that a vote printed here is about: the open one, or the last one not voted on yet."""
        if self.group is not None and self.group.entries:
            waiting = [self.group]
        else:
            moved = [group for group in self.groups if group.status == "moved"]
            waiting = moved or [group for group in self.groups[-1:] if group.side != "agenda" or self.side == "agenda"]
        for target in reversed(waiting):
            if target.entries and (target.vote is None or target.vote.outcome is None):
                return target
        return None

    def _settle_contest(self, target: GroupDraft, view: str) -> bool:
        """Gives a motion and the amendment behind it what one vote made of both (P20)."""
        went = contest(view)
        at = next((len(self.groups) - back for back in (1, 2) if len(self.groups) > back and self.groups[-back] is target), 0)
        if went is None or not at or not self.groups[at - 1].entries or self.groups[at - 1].vote is not None:
            return False
        for name, group in (("motion", self.groups[at - 1]), ("amendment", target)):
            won = went[0] == name
            group.vote = Vote("carried" if won else "lost", went[1][name], text=" ".join(view.split()))
            group.status = "decided" if won else "lost"
        return True

    def _settle_vote(self, target: GroupDraft, view: str, spans: list[Span]) -> None:
        if self._settle_contest(target, view):
            return self.ledger.claim(spans, "vote")
        vote, lost = read_vote(view)
        vote = vote or yes(view)
        target.vote = joined(target.vote, vote)
        self.ledger.claim(spans, "vote")
        settles = lost or target.status == "moved" or target.origin not in ("lead-in", "inline")
        if vote is not None and vote.outcome and target.status in (None, "moved", "decided") and settles:
            target.status = "lost" if lost else "decided"

    def _votes_listed(self, index: int, block: Block) -> bool:
        """Takes a line of votes or of voters' names, where something was put to the vote."""
        if self._sided and _ONLY_NAMED.match(block.view):
            self._votes.extend(block.paragraph.pieces if self._votes else [])
            self.ledger.block(block, "vote")
            return True
        self._sided = False
        target = self._voted_on()
        first = target is None and not self.groups and is_vote_line(self.grammar, block.view) and len(sentences(block.view)) == 1
        if first and decision_in(self.grammar, block.view, 0, len(block.view)) is None:
            self._vote_first(index, block)
            return True
        if target is None or self._in_quote():
            return False
        if opens_votes(block) or (
            self._votes and (block.paragraph.cells or block.paragraph.roles & {"table-row"} or block.view.lower().startswith("councillors"))
        ):
            self._votes.extend(block.paragraph.pieces)
            self.ledger.block(block, "vote")
            target.last = max(target.last, index)
            return True
        if is_vote_line(self.grammar, block.view) and not (target.origin in ("lead-in", "inline") and OWN_MATTER.match(block.view)):
            self._count_votes()
            self._settle_vote(target, block.view, block.paragraph.pieces)
            self._close()
            return True
        return False

    def _vote_first(self, index: int, block: Block) -> None:
        """Takes a vote that no group waits for: that of the motion told right before it, or of what is still to come."""
        before = self.narrative[-1] if self.narrative and index - self.narrative[-1][0] <= 2 else None
        if before is not None and _PUT_FORWARD.search(before[1].view, before[2], before[3]):
            self.narrative.append((index, block, 0, len(block.view)))
        else:
            self._early, _ = read_vote(block.view)
        self.ledger.block(block, "vote")

    def _agreed_to(self, index: int, block: Block) -> bool:
        """Takes a paragraph that only says yes (``AGREED``) for the outcome of the motion right before it (P19)."""
        target = self._voted_on()
        if target is None or target.status != "moved" or index - target.last > 2 or yes(block.view) is None:
            return False
        self._settle_vote(target, block.view, block.paragraph.pieces)
        self._close()
        return True

    def _votes_labelled(self, index: int, block: Block) -> bool:
        """Takes a labelled paragraph that counts and names the votes of one side, and keeps it from being read as a clause (P19)."""
        if not lists_votes(block.words):
            return False
        target = self._voted_on()
        if target is not None:
            self._votes.extend(places(block.paragraph, block.body, len(block.view)))
        self.ledger.block(block, "vote")
        self._listing = self._sided = True
        return True

    def _count_votes(self) -> None:
        target = self._voted_on()
        if self._votes and target is not None:
            vote, lost = read_vote(self.text[self._votes[0][0] : self._votes[-1][1]])
            target.vote = joined(target.vote, vote)
            if lost and target.status in (None, "moved"):
                target.status = "lost"
            elif target.status == "moved" and target.vote is not None and target.vote.outcome:
                target.status = "decided"
        self._votes = []

    def _fill(self, group: GroupDraft, index: int, block: Block, begin: int, *, opened: bool, end: int | None = None) -> None:
        """Adds a paragraph's words to a group, enclosing quotation marks left out (P42)."""
        view = block.view
        stop = len(view) if end is None else end
        told = sentences(view, begin, stop) if end is None else []
        last = view[slice(*told[-1])] if len(told) > 1 else ""
        if last and (is_vote_line(self.grammar, last) or (group.origin == "motion" and yes(last) is not None)):
            stop = told[-1][0]
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
        return decision_in(self.grammar, block.view, *sentences(block.view, begin, end)[-1]) is not None

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
        if self._early is not None and origin in ("motion", "list", "bare", "head"):
            group.vote, self._early = self._early, None
            group.voted = "lost" if group.vote is not None and group.vote.outcome in LOST else "decided"
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
            if self.groups[-1] is group:
                self.groups.pop()
            else:
                self.groups.remove(group)
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


def drop_closing(entry: Entry, view: str, mark: str) -> None:
    """Takes the closing quotation mark, and what stands behind it, off a clause's last piece."""
    if not entry.pieces:
        return
    start, end = entry.pieces[-1]
    tail = view.rstrip()
    cut = len(tail) - tail.rfind(mark)
    if cut <= 4 and end - cut > start:
        entry.pieces[-1] = (start, end - cut)
