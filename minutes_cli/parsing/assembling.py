"""Assembling: an item's blocks walked once, in order, and gathered into groups (design section 7, steps 3 and 4).

What a block means depends on what is open: a lead-in waiting for its clauses, a list whose series goes on, a motion waiting for its
outcome, reasons being given. Statuses that only the whole item can tell stay open here; `statuses` settles them.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.parsing.answering import Answering, answer_behind
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft, Movers, places
from minutes_cli.parsing.entries import add_paragraph
from minutes_cli.parsing.formal import is_strong
from minutes_cli.parsing.inline import find_inline
from minutes_cli.parsing.labels import Label
from minutes_cli.parsing.matters import outcome_behind
from minutes_cli.parsing.moods import closes_quote, mood, opens_quote
from minutes_cli.parsing.motions import bracketed, read_movers, went
from minutes_cli.parsing.moving import FAR_IN, FURTHER, NEAR
from minutes_cli.parsing.questions import (
    NOTHING,
    accepts,
    encloses,
    fits,
    goes_on,
    interrupts,
    introduced_telling,
    is_tail,
    list_is_asked,
    names_motion,
    next_bare,
    notes_after,
    notes_on,
    numbers_on,
    only_tells,
    stem_waits,
)
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.voting import is_vote_line
from minutes_cli.parsing.walking import drop_closing

_NUMBER_ALONE = late(r"\W{0,3}(?:[A-Z]{1,4}[\s-]{0,2})?[0-9]{3,6}(?:[/-][0-9]{2,4})?\W{0,3}$", re.ASCII)
"""The number of a resolution, printed between its lead-in and its words (P49)."""
_ENDS_ASK = (".", ":", "-", "–", "—", "|", ";")
"""What stands between an item's ask and the record of it, on one line (``To approve the minutes – RESOLVED that they be approved``)."""
_AHEAD = 12
"""Paragraphs of prose between a heading of decisions and its lead-in, at most."""
_DECIDES = late(
    r"\b(?:agreed|approved|granted|refused|rejected|noted|endorsed|adopted|deferred|delegated|authorised|appointed|supported|[A-Z]{6,})\b"
)
"""Words of which one stands in prose that decides something itself."""
_PUT_AS = late(r"\s{0,4}(?:motion|resolve[ds]?)\s(?:to|th)", re.IGNORECASE)
"""How the words of a motion begin behind its movers, where they name what they are (``Motion to``, ``Resolve to``)."""
_NO_LABEL = Label("", "none", (), 0)


class Assembler(Answering):
    """Gathers one item's groups. Call `run` once; then read `groups`, `narrative`, `notes` and the ledger."""

    def run(self) -> None:
        """Walks the blocks."""
        for index, block in enumerate(self.item.blocks):
            self._take_side(index, block)
            if self._answers_row(index, block) or self._answers_below(index, block):
                continue
            getattr(self, "_" + block.kind.replace("-", "_"), self._prose)(index, block)
            while self._unsaid is not None:
                begin, self._unsaid = self._unsaid, None
                self._speak(index, block, begin)
        self._count_votes()
        self._close()

    def _labelled(self, index: int, block: Block) -> None:
        if self._footer and not self._leaves_documents(block):
            return self._document(block)
        if "named" in block.facts:
            self.ledger.claim(places(block.paragraph, 0, block.label_at), "furniture")
            self._mode = None if self._mode in ("reasons", "alternatives") else self._mode
        self._resumes_asked(index, block)
        group = self.group
        if (self._votes and self._votes_listed(index, block)) or self._votes_labelled(index, block):
            return None
        if self._mode is not None:
            if not self._resumes(block):
                return self._collect_labelled(block)
            self._mode = None
        if group is None and self.groups and self._resumes(block) and self._paused:
            group = self.group = self.groups[-1]
            group.last = index - 1
        if group is not None and self._noting and group.series.continues(block.label or _NO_LABEL) is None:
            spans = block.paragraph.pieces
            if group.series.started:
                self.notes.append(spans)
                self.ledger.claim(spans, "note")
            else:
                group.entries[-1].pieces.extend(spans)
            group.last = index
            return None
        self._noting = False
        if group is not None and numbers_on(group, block):
            self._close()
            group = None
        if group is not None and (only_tells(group, block.words, self._introducer(index)) or self._goes_on_listing(group, block)):
            self._listing, self._listing_shape = True, block.label.shape if block.label is not None else ""
            return self._tell(index, block, 0)
        if group is not None and accepts(self.item.blocks, group, index):
            end = answer_behind(block.view, block.body) or outcome_behind(self.grammar, block.view, block.body)
            add_paragraph(group, block, block.body, opened=not group.entries, end=end)
            group.last = index
            if end < len(block.view):
                if self._answers_line(index, block, end):
                    return None
                self._close()
                return self._speak(index, block, end)
            if group.quoted and closes_quote(block.view, group.match_quote):
                group.quoted = False
                drop_closing(group.entries[-1], block.view, group.match_quote)
            return None
        if self.motions.pending and (mood(block.words) is not None or announces(block.words) or self._announced_at == index - 1):
            self._close()
            group = self._start_motion(index, block)
            add_paragraph(group, block, block.body, opened=True)
            return None
        introducer = self._introducer(index)
        self._close()
        if block.label is not None and block.label.shape != self._listing_shape:
            self._listing, self._listing_shape = False, block.label.shape
        if self._proposal(index, block, block.body):
            return self.ledger.claim(places(block.paragraph, 0, block.body), "furniture")
        inline = find_inline(self.grammar, block, block.body) if mood(block.words) != "that" else None
        movers = self._movers_to(block, block.body, inline.start) if inline is not None else Movers()
        if inline is not None and mood(block.words) == "to":
            recorded_at = movers.start - block.paragraph.start if movers else inline.start
            inline = inline if block.view[:recorded_at].rstrip(" \xa0\t")[-1:] in _ENDS_ASK else None
        if (
            inline is None
            and not self._listing
            and list_is_asked(self.item.blocks, index, introducer, decision_page=self.item.decision_page, agenda=not self.record)
        ):
            group = self._start(index, block, "list", basis="position")
            if "named" in block.facts:
                self._name_asked(group)
            add_paragraph(group, block, block.body, opened=False)
            return None
        self._listing = True
        inline = inline or find_inline(self.grammar, block)
        if inline is not None:
            if movers:
                self.motions.propose(movers)
            self._tell(index, block, 0, "narrative", inline.start)
            return self._open_lead_in(index, block, inline)
        self._tell(index, block, 0)
        return None

    def _movers_to(self, block: Block, begin: int, end: int) -> Movers:
        """The movers that a paragraph names right before the lead-in at `end`; empty where other words stand far between."""
        movers = read_movers(block, begin, end)
        start = block.paragraph.start
        near = bool(movers) and start + end - movers.end < NEAR and movers.start - start - begin < FAR_IN
        return movers if near else Movers()

    def _only_leads_on(self, index: int, words: str) -> bool:
        """Whether plain prose under a heading of decisions leads on to a formal lead-in below it (``Members debated the report.``)."""
        if mood(words) is not None or _DECIDES.search(words) is not None:
            return False
        for block in self.item.blocks[index + 1 : index + 1 + _AHEAD]:
            if block.kind == "lead-in" and block.match is not None:
                return is_strong(block.match, block.view)
            if block.kind not in ("prose", "furniture"):
                return False
        return False

    def _tell_on(self, index: int, block: Block, begin: int) -> None:
        """Tells a paragraph while the open group goes on waiting."""
        self._tell(index, block, begin)
        if self.group is not None:
            self.group.last = index

    def _goes_on_listing(self, group: GroupDraft, block: Block) -> bool:
        """Whether a list that only tells goes on under a heading of decisions that still waits for one."""
        waits = group.origin == "head" and not group.entries
        return waits and self._listing and block.label is not None and block.label.shape == self._listing_shape

    def _promised(self, index: int) -> bool:
        """Whether the mover's line right above ends with ``that:``, so that the words of the motion follow whatever their mood (P09)."""
        return _PROMISES.search(self.item.blocks[index - 1].view.rstrip()[-8:]) is not None

    def _prose(self, index: int, block: Block) -> None:
        if self._footer and not self._leaves_documents(block):
            return self._document(block)
        if self._mode is not None:
            self._collect(block.paragraph.pieces)
            if self._mode == "metadata" or (self._mode == "notes" and "]" in block.view):
                self._mode = None
            return None
        if self._verb is not None:
            return self._mover(index, block)
        if block.view.rstrip().endswith(":") and self._moved_at_end(block, 0):
            self._count_votes()
            return self._speak(index, block, 0)
        if self._votes_listed(index, block) or self._agreed_to(index, block) or self._answers_line(index, block):
            return None
        self._count_votes()
        self._speak(index, block, 0)
        return None

    def _speak(self, index: int, block: Block, begin: int) -> None:
        """Prose from ``begin`` on: the words of an open group, a new group, or narrative."""
        view = block.view
        group = self.group
        words = view[begin:]
        blocks = self.item.blocks
        begin = self._moved_behind(block, begin) if begin and group is None else begin
        words = view[begin:]
        target = self._voted_on() if begin and group is None else None
        if target is not None and is_vote_line(self.grammar, words):
            return self._settle_vote(target, words, places(block.paragraph, begin, len(view)))
        if encloses(words) and not self._in_quote():
            if group is not None and group.entries:
                group.last = index
            return self.ledger.claim(places(block.paragraph, begin, len(view)), "document")
        if group is not None:
            if not group.entries and group.origin in ("lead-in", "inline", "motion") and _NUMBER_ALONE.match(words):
                return self.ledger.claim(places(block.paragraph, begin, len(view)), "furniture")
            if not group.entries and words[:1] == "(" and (vote := bracketed(block, begin)[1]) and words.rstrip()[-1:] == ")":
                group.vote, group.last = group.vote or vote, index
                return self.ledger.claim(places(block.paragraph, begin, len(view)), "vote")
            if group.quoted and group.entries and _quote_is_lost(group.entries[-1].view, words):
                group.quoted = False
            if group.quoted or not group.entries or (group.entries[-1].label is not None and not group.entries[-1].pieces):
                if group.quoted and group.entries and group.entries[-1].view.rstrip()[-1:] not in ".;:" and mood(words) != "that":
                    return self._extend(group, index, block, begin)
                inside = find_inline(self.grammar, block, begin) if group.origin == "head" and not group.entries else None
                if inside is not None:
                    movers = read_movers(block, begin, inside.start)
                    self._close()
                    self.motions.propose(movers)
                    self._claim_movers(block, begin, inside.start, movers)
                    return self._open_lead_in(index, block, inside)
                if group.first != index and introduced_telling(group, self._introducer(index)):
                    self._close()
                    return self._tell(index, block, begin)
                if names_motion(group, words) or (group.origin == "head" and not group.entries and self._only_leads_on(index, words)):
                    return self._tell_on(index, block, begin)
                if fits(group, words):
                    return self._fill(group, index, block, begin, opened=not group.entries)
                if NOTHING.match(words):
                    self._close()
                    return self._tell(index, block, begin)
            elif FURTHER.match(words) and self._moves_on(group, index, words):
                return self._fill(group, index, block, begin, opened=False)
            elif interrupts(blocks, group, index, begin):
                self._pause()
                return self._tell(index, block, begin)
            elif goes_on(blocks, group, index, begin):
                spans = places(block.paragraph, begin, len(view))
                self._noting = notes_on(words)
                group.entries[-1].pieces.extend(spans)
                group.blocks.append(block)
                group.last = index
                return None
            elif next_bare(blocks, group, index, words) or stem_waits(blocks, group, index, words) or self._moves_on(group, index, words):
                return self._fill(group, index, block, begin, opened=False)
            elif is_tail(group, words):
                group.entries[-1].tail.extend(places(block.paragraph, begin, len(view)))
                group.last = index
                return None
            elif notes_after(group, words):
                spans = places(block.paragraph, begin, len(view))
                self.notes.append(spans)
                self.ledger.claim(spans, "note")
                self._noting = True
                group.last = index
                return None
        if self._proposal(index, block, begin):
            return None
        inline = find_inline(self.grammar, block, begin)
        if inline is not None:
            self._close()
            if movers := self._movers_to(block, begin, inline.start):
                self.motions.propose(movers)
                self._claim_movers(block, begin, inline.start, movers)
            else:
                self._tell(index, block, begin, "narrative", inline.start)
            return self._open_lead_in(index, block, inline)
        if self._moved_inside(index, block, begin) or self._elected(index, block, begin):
            return None
        if own_movers := self._moved_at_end(block, begin):
            self._close()
            self._tell(index, block, begin, "narrative", own_movers.start - block.paragraph.start)
            self._claim_movers(block, own_movers.start - block.paragraph.start, len(view), own_movers)
            self._early, self._early_at = went(view, own_movers.end - block.paragraph.start)[0], index
            self._early_moved = self._early is not None
            return self.motions.propose(own_movers)
        if self._recommended_first(index, block, begin):
            return None
        own = mood(words)
        promised = self._announced_at == index - 1 or self._promised(index)
        if self.motions.pending and (own is not None or _PUT_AS.match(words) or promised):
            self._close()
            return self._move(index, block, begin)
        if self._opens_bare(own, words) or self._follows_facts(index, words):
            self._close()
            group = self._start(index, block, "bare", basis="position")
            if own != "that":
                group.certainty = "guess"
            return self._fill(group, index, block, begin, opened=True)
        if (group is not None and group.entries) or (group is not None and group.origin != "head"):
            self._close()
        self._listing = False
        return self._tell(index, block, begin)


_PROMISES = late(r"\bthat\s?[:–-]{0,2}$", re.IGNORECASE)


def _quote_is_lost(above: str, words: str) -> bool:
    """Whether a quotation that never closes has ended all the same: a sentence is complete and plain narrative follows."""
    return above.rstrip()[-1:] in ".!?" and mood(words) is None and not words[:1].islower() and opens_quote(words) is None
