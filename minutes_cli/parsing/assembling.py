"""Assembling: an item's blocks walked once, in order, and gathered into groups (design section 7, steps 3 and 4).

What a block means depends on what is open: a lead-in waiting for its clauses, a list whose series goes on, a motion waiting for its outcome, reasons
being given. Statuses that only the whole item can tell stay open here; `statuses` settles them.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.matching import Grammar
from minutes_cli.model import Part, Span
from minutes_cli.parsing.blocks import Block, skip
from minutes_cli.parsing.drafts import Entry, GroupDraft, Ledger, Movers, places
from minutes_cli.parsing.entries import add_paragraph
from minutes_cli.parsing.formal import is_formal
from minutes_cli.parsing.inline import Inline, find_inline, give_back
from minutes_cli.parsing.items import Draft
from minutes_cli.parsing.labels import Label, label_at
from minutes_cli.parsing.moods import closes_quote, mood, opens_quote
from minutes_cli.parsing.motions import Motions, read_movers
from minutes_cli.parsing.prose import sentences
from minutes_cli.parsing.questions import HARD, NOTHING, accepts, fits, goes_on, is_tail, list_is_asked, next_bare, notes_after, notes_on
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.voting import is_vote_line, joined, opens_votes, read_vote


_TOLD_PROPOSAL = re.compile(r"\b(?:proposed|proposes)\b")
NEAR = 120
"""Code points within which a mover's statement must stand to belong to a lead-in in the same paragraph."""
_RECOMMENDS = re.compile(r"\b(?:RECOMMEND(?:S|ED)?|[Rr]ecommend(?:s|ed)?)\b")
_PROCEDURE = re.compile(r"\b(?:declarations?|apologies|disclosures?)\b", re.IGNORECASE)
"""What every agenda asks for and nobody decides (T4)."""
_NO_LABEL = Label("", "none", (), 0)


class Assembler:
    """Gathers one item's groups. Call `run` once; then read `groups`, `narrative`, `notes` and the ledger."""

    def __init__(self, grammar: Grammar, item: Draft, ledger: Ledger, text: str, *, record: bool) -> None:
        self.grammar = grammar
        self.item = item
        self.ledger = ledger
        self.text = text
        self.record = record
        self.groups: list[GroupDraft] = []
        self.narrative: list[tuple[int, Block, int, int]] = []
        """(index of the block, block, begin, end) of every stretch of narrative, in order; offsets in the view."""
        self.notes: list[list[Span]] = []
        self.actions: list[list[Span]] = []
        self.declarations: list[list[Span]] = []
        self.documents: list[list[Span]] = []
        self.empty: list[Span] = []
        """Lead-ins that nothing follows."""
        self.truncated = False
        self.side: str | None = "decision" if item.decision_page else self._first_side()
        self.group: GroupDraft | None = None
        self.motions = Motions()
        self._mode: str | None = None
        self._footer = False
        self._listing = False
        """True inside a list that is narrative, so that its other labels stay narrative."""
        self._votes: list[Span] = []
        """Places of votes that are being listed."""

    def _first_side(self) -> str | None:
        """What stands before the heading of the decision or the minutes is the agenda's (T2)."""
        sides = [block.facts.get("side") for block in self.item.blocks if block.kind == "block-head"]
        return "agenda" if sides and sides[0] in ("minutes", "decision") else None

    def run(self) -> None:
        """Walks the blocks."""
        for index, block in enumerate(self.item.blocks):
            getattr(self, "_" + block.kind.replace("-", "_"), self._prose)(index, block)
        self._count_votes()
        self._close()

    # what stands round the record

    def _furniture(self, index: int, block: Block) -> None:
        self.ledger.block(block, "furniture")

    def _page_head(self, index: int, block: Block) -> None:
        self._close()
        self.ledger.block(block, "furniture")

    def _truncated(self, index: int, block: Block) -> None:
        self.truncated = True
        self.ledger.block(block, "furniture")

    def _documents(self, index: int, block: Block) -> None:
        self._close()
        self._mode, self._footer = None, True
        self.ledger.block(block, "furniture")

    def _title(self, index: int, block: Block) -> None:
        self._close()
        self.ledger.block(block, "item-title")

    def _meeting_head(self, index: int, block: Block) -> None:
        self._close()
        self._mode, self._footer = None, False
        self.ledger.claim(places(block.paragraph, 0, block.body), "metadata")
        self.ledger.claim(places(block.paragraph, block.body, len(block.view)), "item-title" if block.body else "metadata")

    def _item_head(self, index: int, block: Block) -> None:
        self._close()
        self._mode, self._footer, self._listing = None, False, False
        item, start = self.item, block.paragraph.start
        at = 0
        for span, role in ((item.number_span, "item-number"), (item.title_span, "item-title")):
            if span is not None and start <= span[0] < block.paragraph.end:
                self.ledger.claim(places(block.paragraph, at, span[0] - start), "furniture")
                self.ledger.claim([span], role)
                at = span[1] - start
        self.ledger.claim(places(block.paragraph, at, block.body), "furniture")
        if block.body < len(block.view):
            self._speak(index, block, block.body)

    def _metadata(self, index: int, block: Block) -> None:
        self._close()
        self.ledger.block(block, "metadata")
        self._mode = "metadata" if block.body >= len(block.view) else None

    def _report_from(self, index: int, block: Block) -> None:
        self._close()
        self.ledger.block(block, "metadata")

    def _stop_head(self, index: int, block: Block) -> None:
        if self._waits():
            return self._prose(index, block)
        self._close()
        self._tell(index, block, 0, "attendance")
        return None

    def _declaration(self, index: int, block: Block) -> None:
        if self._waits():
            return self._prose(index, block)
        self._close()
        self._listing = True
        self.declarations.append(block.paragraph.pieces)
        self._tell(index, block, 0, "declaration")
        return None

    def _notes(self, index: int, block: Block) -> None:
        self._pause()
        self.notes.append(block.paragraph.pieces)
        self.ledger.block(block, "note")
        if block.view.lstrip()[:1] == "[" and "]" not in block.view:
            self._mode = "notes"

    def _action(self, index: int, block: Block) -> None:
        at = block.body if block.body < len(block.view) else 0
        self.actions.append(places(block.paragraph, at, len(block.view)))
        self.ledger.block(block, "action")

    def _reasons(self, index: int, block: Block) -> None:
        self._give(block, "reasons")

    def _alternatives(self, index: int, block: Block) -> None:
        self._give(block, "alternatives")

    def _give(self, block: Block, mode: str) -> None:
        self._pause()
        self._mode = mode
        self.ledger.claim(places(block.paragraph, 0, block.body), "furniture")
        self._collect(places(block.paragraph, block.body, len(block.view)))

    def _collect(self, spans: list[Span]) -> None:
        group = self.groups[-1] if self.groups else None
        role = {"reasons": "reason", "alternatives": "alternative", "notes": "note"}.get(self._mode or "", "metadata")
        self.ledger.claim(spans, role)
        if not spans:
            return
        if self._mode == "notes":
            self.notes.append(spans)
        elif group is not None and self._mode == "reasons":
            group.reasons.append(spans)
        elif group is not None and self._mode == "alternatives":
            group.alternatives.append(spans)

    # what opens a group

    def _block_head(self, index: int, block: Block) -> None:
        if opens_votes(block) and self._votes_listed(index, block):
            return
        self._close()
        self._mode, self._footer, self._listing = None, False, False
        self.side = block.facts.get("side", self.side)
        status = block.facts.get("status")
        head = places(block.paragraph, 0, block.match.end if block.match else block.body)
        if block.facts.get("role") == "summary":
            self.ledger.block(block, "furniture")
            self._mode = "metadata-block" if block.body >= len(block.view) else None
            return
        if status == "proposed" or self.side == "decision" or block.facts.get("opens"):
            group = self._start(index, block, "head", basis="label")
            group.status = status or ("decided" if self.side == "decision" else None)
            group.kind = block.facts.get("kind", "resolution")
            group.lead_in = (head[0][0], head[-1][1]) if head else None
        else:
            self.ledger.claim(head, "lead-in")
        if block.body < len(block.view):
            found = self.grammar.match("lead_ins", block.view, block.body)
            if found is not None and found.phrase.facts.get("where") != "inline":
                self._lead_in(
                    index, Block(block.paragraph, "lead-in", None, block.body, skip(block.view, found.end), found, dict(found.phrase.facts))
                )
            else:
                self._speak(index, block, block.body)

    def _lead_in(self, index: int, block: Block) -> None:
        match = block.match
        assert match is not None
        if self._mode == "metadata-block":
            return self._prose(index, block)
        asked = block.facts.get("status") == "proposed"
        if asked and (self.motions.pending or (self.group is not None and self.group.entries and announces(self.group.entries[-1].view))):
            block.label, block.body = None, 0
            return self._speak(index, block, 0)
        if (
            self.group is not None
            and (self.group.quoted or not self.group.entries)
            and (self._in_quote() or not is_formal(match, block.view))
        ):
            block.label, block.body = None, 0
            return self._speak(index, block, 0)
        if not self.motions.pending:
            self._movers_before(index)
        self._close()
        self._mode, self._listing = None, False
        if block.label is not None:
            self.ledger.claim(places(block.paragraph, block.label_at, block.label_at + block.label.length), "furniture")
        return self._open_lead_in(index, block, Inline(match, match.start, *give_back(block.view, match.start, match.end, block.body)))

    def _movers_before(self, index: int) -> None:
        """Takes the movers from a sentence that breaks off right before the lead-in (``on the motion of Cllr Ash it was``)."""
        if self.narrative and self.narrative[-1][0] == index - 1:
            _, block, begin, end = self.narrative[-1]
            if block.view[begin:end].rstrip()[-1:] not in ".!?":
                self.motions.propose(read_movers(block, begin, end))

    def _open_lead_in(self, index: int, block: Block, found: Inline) -> None:
        facts = found.match.phrase.facts
        group = self._start(index, block, "lead-in" if block.kind == "lead-in" else "inline")
        group.kind = "recommendation" if _RECOMMENDS.search(block.view, found.start, found.end) else facts.get("kind", "resolution")
        group.status = "reported" if found.history else facts.get("status", "decided")
        group.certainty = facts.get("certainty", "certain")
        group.match = found.match
        start = block.paragraph.start
        group.lead_in = (start + found.start, start + found.end)
        for name, spans in found.match.parts.items():
            words = [" ".join(block.view[low:high].split()) for low, high in spans]
            if name == "to":
                group.to = words
            elif name in ("by", "body") and words:
                group.by = words[0].removeprefix("The ").removeprefix("the ")
        if self.side == "agenda" and group.status == "decided":
            group.status = "proposed"
        group.vote, _ = read_vote(block.view[found.start : found.end])
        movers = read_movers(block, found.start, found.end)
        group.movers = movers if movers else self.motions.take()
        if found.body < len(block.view):
            end = len(block.view)
            if found.history and not announces(block.view[: found.body]):
                end = next((high for _, high in sentences(block.view, found.body)), end)
            elif group.origin == "inline":
                end = _matter_ends(block.view, found.body)
            self._fill(group, index, block, found.body, opened=True, end=end)
            if end < len(block.view):
                self._close()
                self._speak(index, block, skip(block.view, end))

    def _mover(self, index: int, block: Block) -> None:
        if self._mode == "metadata-block":
            return self._prose(index, block)
        inline = find_inline(self.grammar, block)
        movers = read_movers(block, 0, inline.start if inline else len(block.view))
        if inline is not None:
            self._close()
            self.motions.propose(movers)
            self._claim_movers(block, 0, inline.start, movers)
            return self._open_lead_in(index, block, inline)
        if not movers:
            return self._prose(index, block)
        rest = self.motions.words_behind(block, movers)
        if rest is None and len(block.view) > (movers.end - block.paragraph.start) + 25:
            return self._prose(index, block)
        if rest is None and self._belongs_back(index):
            target = self.group or self.groups[-1]
            target.movers = Movers(
                target.movers.moved_by or movers.moved_by,
                target.movers.seconded_by or movers.seconded_by,
                target.movers.spans + movers.spans,
            )
            if target.status == "proposed" and movers.moved_by:
                target.status = "moved"
            self._claim_movers(block, 0, len(block.view), movers)
            return None
        if (
            rest is not None
            and _TOLD_PROPOSAL.search(block.view, 0, rest)
            and not block.view.lower().startswith(("proposed", "moved", "it was moved"))
        ):
            return self._prose(index, block)
        self._close()
        self._mode, self._listing = None, False
        self.motions.propose(movers)
        if rest is None:
            self._claim_movers(block, 0, len(block.view), movers)
            return None
        self._claim_movers(block, 0, rest, movers)
        return self._move(index, block, rest)

    def _move(self, index: int, block: Block, begin: int) -> None:
        """A motion's own words, with the outcome where its paragraph tells that too."""
        group = self._start(index, block, "motion", basis="position")
        group.movers, group.status = self.motions.take(), "moved"
        self._fill(group, index, block, begin, opened=True)
        if group.vote is not None:
            self._close()

    def _outcome(self, index: int, block: Block) -> None:
        vote, _ = read_vote(block.view)
        target = self._voted_on()
        if target is None or self._in_quote() or vote is None or len(block.view) > 400:
            return self._prose(index, block)
        self._count_votes()
        self._settle_vote(target, block.view, block.paragraph.pieces)
        self._close()
        return None

    def _voted_on(self) -> GroupDraft | None:
        """The group that a vote printed here is about: the open one, or the last one not voted on yet."""
        if self.group is not None and self.group.entries:
            waiting = [self.group]
        else:
            waiting = [group for group in self.groups if group.status == "moved"] or self.groups[-1:]
        for target in reversed(waiting):
            if target.entries and (target.vote is None or target.vote.outcome is None):
                return target
        return None

    def _settle_vote(self, target: GroupDraft, view: str, spans: list[Span]) -> None:
        vote, lost = read_vote(view)
        target.vote = joined(target.vote, vote)
        self.ledger.claim(spans, "vote")
        if (
            vote is not None
            and vote.outcome
            and target.status in (None, "moved", "decided")
            and (lost or target.origin not in ("lead-in", "inline"))
        ):
            target.status = "lost" if lost else "decided"

    def _votes_listed(self, index: int, block: Block) -> bool:
        """Takes a line of votes or of voters' names, where something was put to the vote."""
        target = self._voted_on()
        if target is None or self._in_quote():
            return False
        if opens_votes(block) or (
            self._votes and (block.paragraph.cells or block.paragraph.roles & {"table-row"} or block.view.lower().startswith("councillors"))
        ):
            self._votes.extend(block.paragraph.pieces)
            self.ledger.block(block, "vote")
            target.last = max(target.last, index)
            return True
        if is_vote_line(self.grammar, block.view):
            self._count_votes()
            self._settle_vote(target, block.view, block.paragraph.pieces)
            self._close()
            return True
        return False

    def _count_votes(self) -> None:
        target = self._voted_on()
        if self._votes and target is not None:
            vote, lost = read_vote(self.text[self._votes[0][0] : self._votes[-1][1]])
            target.vote = joined(target.vote, vote)
            if lost and target.status in (None, "moved"):
                target.status = "lost"
        self._votes = []

    # what stands inside

    def _labelled(self, index: int, block: Block) -> None:
        if self._footer:
            return self._document(block)
        group = self.group
        if self._votes and self._votes_listed(index, block):
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
        if group is not None and accepts(self.item.blocks, group, index):
            add_paragraph(group, block, block.body, opened=not group.entries)
            group.last = index
            if group.quoted and closes_quote(block.view, group.match_quote):
                group.quoted = False
                _drop_closing(group.entries[-1], block.view, group.match_quote)
            return None
        if self.motions.pending:
            self._close()
            group = self._start(index, block, "motion", basis="position")
            group.movers, group.status = self.motions.take(), "moved"
            add_paragraph(group, block, block.body, opened=True)
            return None
        introducer = self._introducer(index)
        self._close()
        if not self._listing and list_is_asked(self.item.blocks, index, introducer):
            group = self._start(index, block, "list", basis="position")
            add_paragraph(group, block, block.body, opened=False)
            return None
        self._listing = True
        inline = find_inline(self.grammar, block)
        if inline is not None:
            self._tell(index, block, 0, "narrative", inline.start)
            return self._open_lead_in(index, block, inline)
        self._tell(index, block, 0)
        return None

    def _collect_labelled(self, block: Block) -> None:
        if self._mode == "metadata":
            self._mode = None
        at = block.body if self._mode in ("reasons", "alternatives") else 0
        self.ledger.claim(places(block.paragraph, 0, at), "furniture")
        self._collect(places(block.paragraph, at, len(block.view)))

    def _prose(self, index: int, block: Block) -> None:
        if self._footer:
            return self._document(block)
        if self._mode is not None:
            self._collect(block.paragraph.pieces)
            if self._mode == "metadata" or (self._mode == "notes" and "]" in block.view):
                self._mode = None
            return None
        if self._votes_listed(index, block):
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
        if group is not None:
            if group.quoted and group.entries and _quote_is_lost(group.entries[-1].view, words):
                group.quoted = False
            if group.quoted or not group.entries or (group.entries[-1].label is not None and not group.entries[-1].pieces):
                if group.quoted and group.entries and group.entries[-1].view.rstrip()[-1:] not in ".;:" and mood(words) != "that":
                    return self._extend(group, index, block, begin)
                if fits(group, words):
                    return self._fill(group, index, block, begin, opened=not group.entries)
                if NOTHING.match(words):
                    self._close()
                    return self._tell(index, block, begin)
            elif goes_on(blocks, group, index, begin):
                spans = places(block.paragraph, begin, len(view))
                self._noting = notes_on(words)
                group.entries[-1].pieces.extend(spans)
                group.blocks.append(block)
                group.last = index
                return None
            elif next_bare(blocks, group, index, words):
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
            movers = read_movers(block, begin, inline.start)
            if movers and block.paragraph.start + inline.start - movers.end < NEAR and movers.start - block.paragraph.start - begin < NEAR:
                self.motions.propose(movers)
                self._claim_movers(block, begin, inline.start, movers)
            else:
                self._tell(index, block, begin, "narrative", inline.start)
            return self._open_lead_in(index, block, inline)
        own = mood(words)
        if self.motions.pending and (own is not None or words[:9].lower() in ("motion to", "motion th")):
            self._close()
            return self._move(index, block, begin)
        if self._opens_bare(own, words):
            self._close()
            group = self._start(index, block, "bare", basis="position")
            if own != "that":
                group.certainty = "guess"
            return self._fill(group, index, block, begin, opened=True)
        if (group is not None and group.entries) or (group is not None and group.origin != "head"):
            self._close()
        self._listing = False
        return self._tell(index, block, begin)

    def _moved_behind(self, block: Block, begin: int) -> int:
        """Takes a mover's statement that stands as a sentence of its own right behind an outcome (P09); returns where the rest begins."""
        target = self.groups[-1] if self.groups else None
        first = next(iter(sentences(block.view, begin)), None)
        if target is None or target.movers or first is None or first[1] - first[0] > NEAR:
            return begin
        movers = read_movers(block, *first)
        if not movers or movers.start - block.paragraph.start - first[0] > 2:
            return begin
        target.movers = movers
        self.ledger.claim(places(block.paragraph, *first), "mover")
        return skip(block.view, first[1])

    def _proposal(self, index: int, block: Block, begin: int) -> bool:
        """Takes a motion that is only put down (``This Council resolves to:``, P11, T3), or a list that others had resolved (P43)."""
        view = block.view
        at = skip(view, begin, "“\"‘'")
        found = self.grammar.match("proposals", view, at)
        status = "moved" if self.motions.pending else "proposed"
        if found is None:
            told = [match for match in self.grammar.search("history", view, begin) if match.end < len(view)]
            if not told or label_at(view, skip(view, told[-1].end)) is None:
                return False
            found, status = told[-1], "reported"
            self._tell(index, block, begin, "narrative", found.start)
        elif "option" in view[found.start : found.end].lower():
            self._listing = True
            self._tell(index, block, begin)
            return True
        elif begin < at:
            self.ledger.claim(places(block.paragraph, begin, at), "furniture")
        quoted = opens_quote(view[begin:])
        movers = self.motions.take()
        group = self._start(index, block, "lead-in", basis="lead-in")
        group.status, group.movers = status, movers
        end, body = give_back(view, found.start, found.end, skip(view, found.end))
        group.lead_in = (block.paragraph.start + found.start, block.paragraph.start + end)
        if quoted and status != "reported":
            group.quoted, group.match_quote = True, quoted
        if status != "reported" and announces(view[body:]) and len(view) - body < 80 and mood(view[body:]) is None:
            last = places(block.paragraph, body, len(view))
            group.lead_in = (group.lead_in[0], last[-1][1] if last else group.lead_in[1])
            body = len(view)
        if body < len(view):
            self._fill(group, index, block, body, opened=True)
        return True

    def _opens_bare(self, own: str | None, words: str) -> bool:
        """Whether prose without lead-in may be an outcome or an ask of its own (P02, P11)."""
        if own == "that":
            return True
        if own == "to":
            early = not self.record or not (self.groups or self.narrative)
            return early and not self.item.decision_page and _PROCEDURE.search(words) is None
        return own == "passive" and self.record and len(words.split()) <= 70 and self.side != "agenda"

    def _fill(self, group: GroupDraft, index: int, block: Block, begin: int, *, opened: bool, end: int | None = None) -> None:
        """Adds a paragraph's words to a group, enclosing quotation marks left out (P42)."""
        view = block.view
        stop = len(view) if end is None else end
        told = sentences(view, begin, stop) if end is None else []
        if len(told) > 1 and is_vote_line(self.grammar, view[told[-1][0] : told[-1][1]]):
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
                _drop_closing(group.entries[-1], view[:stop], group.match_quote)
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
            _drop_closing(last, block.view, group.match_quote)

    # state

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

    def _belongs_back(self, index: int) -> bool:
        """Whether a mover's line speaks of the group before it: nothing that could be moved follows (P09)."""
        target = self.group or (self.groups[-1] if self.groups else None)
        if target is None or not target.entries or (target.movers.moved_by and target.movers.seconded_by) or index - target.last > 3:
            return False
        for block in self.item.blocks[index + 1 : index + 4]:
            if block.kind in ("lead-in", "labelled", "mover"):
                return False
            if block.kind == "prose":
                return mood(block.view) is None
            if block.kind in HARD:
                return True
        return True

    def _introducer(self, index: int) -> str | None:
        """The narrative paragraph right before, where it announces a list."""
        if not self.narrative:
            return None
        at, block, begin, end = self.narrative[-1]
        if any(other.kind != "furniture" for other in self.item.blocks[at + 1 : index]):
            return None
        words = block.view[begin:end]
        return words if announces(words) else None

    _noting = False
    _paused = False
    _given_list = False

    def _start(self, index: int, block: Block, origin: str, *, basis: str = "lead-in") -> GroupDraft:
        introduced = self._introducer(index)
        self._close()
        group = GroupDraft(block, origin, self.side, basis=basis, first=index, last=index)
        group.gap = block.paragraph.gap
        group.after_narrative = bool(self.narrative)
        group.introduced = introduced
        if self.groups and self.groups[-1].series.levels:
            group.runs_on = self.groups[-1].series.levels[0].printed + 1
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
        if not group.entries:
            self.groups.remove(group)
            if group.lead_in is not None:
                self.ledger.parts.append(Part(group.lead_in, "lead-in"))
                if group.origin in ("lead-in", "inline"):
                    self.empty.append(group.lead_in)

    def _tell(self, index: int, block: Block, begin: int, role: str = "narrative", end: int | None = None) -> None:
        stop = len(block.view) if end is None else end
        spans = places(block.paragraph, begin, stop)
        if spans:
            self.ledger.claim(spans, role)
            if role == "narrative":
                self.narrative.append((index, block, begin, stop))

    def _claim_movers(self, block: Block, begin: int, end: int, movers: Movers) -> None:
        self.ledger.claim(places(block.paragraph, begin, end), "mover" if movers else "narrative")

    def _document(self, block: Block) -> None:
        self.ledger.block(block, "document")
        self.documents.append(block.paragraph.pieces)


_GOES_ON = ("This ", "These ", "Such ", "Any ", "It is ", "They ", "The above", "In doing so")


def _matter_ends(view: str, begin: int) -> int:
    """Where the words of a lead-in inside a sentence end: with the sentence, or with those behind it that speak of the same (P04, P10)."""
    end = begin
    for low, high in sentences(view, begin):
        if end > begin and mood(view[low:high]) not in ("that", "to") and not view.startswith(_GOES_ON, low):
            return end
        end = high
    return len(view)


def _quote_is_lost(above: str, words: str) -> bool:
    """Whether a quotation that never closes has ended all the same: a sentence is complete and plain narrative follows."""
    return above.rstrip()[-1:] in ".!?" and mood(words) is None and not words[:1].islower() and opens_quote(words) is None


def _drop_closing(entry: Entry, view: str, mark: str) -> None:
    """Takes the closing quotation mark, and what stands behind it, off a clause's last piece."""
    if not entry.pieces:
        return
    start, end = entry.pieces[-1]
    tail = view.rstrip()
    cut = len(tail) - tail.rfind(mark)
    if cut <= 4 and end - cut > start:
        entry.pieces[-1] = (start, end - cut)
