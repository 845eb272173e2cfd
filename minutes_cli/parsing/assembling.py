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
from minutes_cli.parsing.inline import Inline, find_inline, give_back
from minutes_cli.parsing.items import Draft
from minutes_cli.parsing.moods import closes_quote, mood, opens_quote
from minutes_cli.parsing.motions import Motions, read_movers, read_vote
from minutes_cli.parsing.stems import announces

LOOK_AHEAD = 8
"""Blocks of prose that may lie between two labels of one list before it counts as two."""

_SUMS = re.compile(r"(?:(?:19|20)[0-9]{2}\s?[/–-]\s?[0-9]{2,4}\b|[£€$]\s?[0-9]|[0-9]{1,3},[0-9]{3}\b)", re.ASCII)
_NOTHING = re.compile(r"(?:there\swere\s)?(?:none|no\s\w+|nil|not\sapplicable|n/a)\b[^.]{0,60}\.?\s*$", re.IGNORECASE)
_LOWER = re.compile(r"[a-z]")
_LISTED = re.compile(r"\b(?:recommend\w*|resol\w*|finding\w*|agreed|decision\w*|propos\w*|motion)\b", re.IGNORECASE)
_TELLING = ("that", "to", "passive", "past")
_HARD = frozenset("lead-in block-head item-head meeting-head page-head title documents metadata outcome mover reasons alternatives".split())


class Assembler:
    """Gathers one item's groups. Call `run` once; then read `groups`, `narrative`, `notes` and the ledger."""

    def __init__(self, grammar: Grammar, item: Draft, ledger: Ledger) -> None:
        self.grammar = grammar
        self.item = item
        self.ledger = ledger
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
        self.side: str | None = "decision" if item.decision_page else None
        self.group: GroupDraft | None = None
        self.motions = Motions()
        self._mode: str | None = None
        self._footer = False
        self._listing = False
        """True inside a list that is narrative, so that its other labels stay narrative."""

    def run(self) -> None:
        """Walks the blocks."""
        for index, block in enumerate(self.item.blocks):
            getattr(self, "_" + block.kind.replace("-", "_"), self._prose)(index, block)
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
        self._footer = False
        self.ledger.claim(places(block.paragraph, 0, block.body), "metadata")
        self.ledger.claim(places(block.paragraph, block.body, len(block.view)), "item-title" if block.body else "metadata")
        self._mode = None

    def _item_head(self, index: int, block: Block) -> None:
        self._close()
        self._mode, self._footer, self._listing = None, False, False
        item, start = self.item, block.paragraph.start
        inside = [span for span in (item.number_span, item.title_span) if span and start <= span[0] < block.paragraph.end]
        at = 0
        for span, role in zip(inside, ("item-number", "item-title") if len(inside) == 2 else ("item-number" if item.number_span in inside else "item-title",), strict=False):
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
        if self._in_list(block):
            return self._prose(index, block)
        self._close()
        self._tell(index, block, 0, "attendance")

    def _declaration(self, index: int, block: Block) -> None:
        if self._in_list(block):
            return self._prose(index, block)
        self._close()
        self.declarations.append(block.paragraph.pieces)
        self._tell(index, block, 0, "declaration")

    def _notes(self, index: int, block: Block) -> None:
        self._close(keep=True)
        self.notes.append(block.paragraph.pieces)
        self.ledger.block(block, "note")
        if block.view.lstrip()[:1] == "[" and "]" not in block.view:
            self._mode = "notes"

    def _action(self, index: int, block: Block) -> None:
        self.actions.append(block.paragraph.pieces)
        self.ledger.block(block, "action")

    def _reasons(self, index: int, block: Block) -> None:
        self._give(block, "reasons")

    def _alternatives(self, index: int, block: Block) -> None:
        self._give(block, "alternatives")

    def _give(self, block: Block, mode: str) -> None:
        self._close(keep=True)
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
        self._close()
        self._mode, self._footer, self._listing = None, False, False
        self.side = block.facts.get("side", self.side)
        status = block.facts.get("status")
        head = places(block.paragraph, 0, block.match.end if block.match else block.body)
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
                inner = Block(block.paragraph, "lead-in", None, block.body, skip(block.view, found.end), found, dict(found.phrase.facts))
                self._lead_in(index, inner)
            else:
                self._speak(index, block, block.body)

    def _lead_in(self, index: int, block: Block) -> None:
        match = block.match
        assert match is not None
        self._close()
        self._mode, self._listing = None, False
        if block.label is not None:
            self.ledger.claim(places(block.paragraph, block.label_at, block.label_at + block.label.length), "furniture")
        self._open_lead_in(index, block, Inline(match, match.start, *give_back(block.view, match.start, match.end, block.body)))

    def _open_lead_in(self, index: int, block: Block, found: Inline) -> None:
        facts = found.match.phrase.facts
        group = self._start(index, block, "lead-in" if block.kind == "lead-in" else "inline")
        group.kind = facts.get("kind", "resolution")
        group.status = facts.get("status", "decided")
        group.certainty = facts.get("certainty", "certain")
        group.match = found.match
        start = block.paragraph.start
        group.lead_in = (start + found.start, start + found.end)
        for name, spans in found.match.parts.items():
            words = [" ".join(block.view[a:b].split()) for a, b in spans]
            if name == "body" and words:
                if group.kind == "recommendation" and group.match.phrase.facts.get("body", "to") != "by":
                    group.to = words
                else:
                    group.by = words[0]
        if self.side == "agenda" and group.status == "decided":
            group.status = "proposed"
        vote, _ = read_vote(block.view[found.start : found.end])
        group.vote = vote
        movers = read_movers(block, found.start, found.end)
        group.movers = movers if movers else self.motions.take()
        if found.body < len(block.view):
            self._fill(group, index, block, found.body, opened=True)

    def _mover(self, index: int, block: Block) -> None:
        if self._in_quote():
            return self._prose(index, block)
        inline = find_inline(self.grammar, block)
        movers = read_movers(block, 0, inline.start if inline else len(block.view))
        if inline is not None:
            self._close()
            self.motions.propose(movers)
            self._claim_movers(index, block, 0, inline.start, movers)
            return self._open_lead_in(index, block, inline)
        if not movers:
            return self._prose(index, block)
        rest = self.motions.words_behind(block, movers)
        if rest is None and self._belongs_back(index):
            target = self.group or self.groups[-1]
            target.movers = _joined(target.movers, movers)
            self._claim_movers(index, block, 0, len(block.view), movers)
            return None
        self._close()
        self._mode, self._listing = None, False
        self.motions.propose(movers)
        if rest is None:
            self._claim_movers(index, block, 0, len(block.view), movers)
            return None
        self._claim_movers(index, block, 0, rest, movers)
        group = self._start(index, block, "motion", basis="position")
        group.movers, group.status = self.motions.take(), "moved"
        self._fill(group, index, block, rest, opened=True)
        return None

    def _outcome(self, index: int, block: Block) -> None:
        vote, lost = read_vote(block.view)
        target = self.group or (self.groups[-1] if self.groups else None)
        if target is None or target.vote is not None or self._in_quote() or vote is None:
            return self._prose(index, block)
        target.vote, target.vote_span = vote, (block.paragraph.start, block.paragraph.end)
        if target.status in (None, "moved", "decided") and target.origin != "lead-in":
            target.status = "lost" if lost else "decided"
        self.ledger.block(block, "vote")
        self._close()
        return None

    # what stands inside

    def _labelled(self, index: int, block: Block) -> None:
        if self._footer:
            return self._document(block)
        group = self.group
        if self._mode in ("reasons", "alternatives", "notes", "metadata") and not self._resumes(block):
            return self._collect_block(block)
        self._mode = None
        if group is not None and self._accepts(group, index, block):
            add_paragraph(group, block, block.body, opened=not group.entries)
            group.last = index
            return None
        if self.motions.pending:
            self._close()
            group = self._start(index, block, "motion", basis="position")
            group.movers, group.status = self.motions.take(), "moved"
            add_paragraph(group, block, block.body, opened=True)
            return None
        self._close()
        if not self._listing and self._list_is_asked(index, block):
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

    def _prose(self, index: int, block: Block) -> None:
        if self._footer:
            return self._document(block)
        if self._mode is not None:
            self._collect_block(block)
            if self._mode == "metadata" or (self._mode == "notes" and "]" in block.view):
                self._mode = None
            return None
        self._speak(index, block, 0)
        return None

    def _speak(self, index: int, block: Block, begin: int) -> None:
        """Prose from ``begin`` on: the words of an open group, a new group, or narrative."""
        view = block.view
        group = self.group
        words = view[begin:]
        if group is not None:
            if group.quoted or not group.entries:
                if self._fits(group, words):
                    return self._fill(group, index, block, begin, opened=not group.entries)
                if _NOTHING.match(words):
                    self._close()
                    return self._tell(index, block, begin)
            elif self._goes_on(group, index, block, begin):
                spans = places(block.paragraph, begin, len(view))
                group.entries[-1].pieces.extend(spans)
                group.last = index
                return None
            elif self._next_bare(group, index, words):
                return self._fill(group, index, block, begin, opened=False)
            elif group.series.started and _LOWER.match(words):
                group.entries[-1].after.extend(places(block.paragraph, begin, len(view)))
                return None
        inline = find_inline(self.grammar, block, begin)
        if inline is not None:
            self._close()
            movers = read_movers(block, begin, inline.start)
            if movers:
                self.motions.propose(movers)
                self._claim_movers(index, block, begin, inline.start, movers)
            else:
                self._tell(index, block, begin, "narrative", inline.start)
            return self._open_lead_in(index, block, inline)
        own = mood(words)
        if self.motions.pending and (own is not None or words[:9].lower() in ("motion to", "motion th")):
            self._close()
            group = self._start(index, block, "motion", basis="position")
            group.movers, group.status = self.motions.take(), "moved"
            return self._fill(group, index, block, begin, opened=True)
        if own == "that" or (own == "to" and not self.narrative) or (own == "passive" and self._short(words)):
            self._close()
            group = self._start(index, block, "bare", basis="position")
            if own != "that":
                group.certainty = "guess"
            return self._fill(group, index, block, begin, opened=True)
        self._close(keep=group is not None and not group.entries)
        self._listing = False
        return self._tell(index, block, begin)

    def _fill(self, group: GroupDraft, index: int, block: Block, begin: int, *, opened: bool) -> None:
        """Adds a paragraph's words to a group, enclosing quotation marks left out (P42)."""
        view, end = block.view, len(block.view)
        mark = opens_quote(view[begin:]) if opened or not group.entries else None
        if mark is not None and (mark not in "’'" or closes_quote(view, mark)):
            group.quoted = True
            group.match_quote = mark
            begin = skip(view, begin) + 1
        add_paragraph(group, block, begin, opened=opened)
        group.last = index
        if group.quoted and closes_quote(view[:end], group.match_quote):
            group.quoted = False
            _drop_closing(group.entries[-1], view, group.match_quote)

    # questions

    def _fits(self, group: GroupDraft, words: str) -> bool:
        """Whether prose can be what a waiting lead-in or head announced (P24, P37)."""
        if group.match is not None and "list" in group.match.phrase.facts.get("needs", "") and not group.entries:
            return False
        if group.quoted or group.origin in ("lead-in", "inline", "motion"):
            return not (_NOTHING.match(words) and group.status != "decided")
        if group.status == "proposed":
            return True
        if _NOTHING.match(words):
            return False
        return mood(words) is not None or len(words.split()) <= 14 or announces(words) or bool(re.search(r"\bbe\s\w+ed\b", words))

    def _accepts(self, group: GroupDraft, index: int, block: Block) -> bool:
        assert block.label is not None
        if not group.entries or group.quoted:
            return True
        if group.series.started and group.series.continues(block.label) is not None:
            return True
        return self._adjacent(group, index)

    def _adjacent(self, group: GroupDraft, index: int) -> bool:
        return all(block.kind == "furniture" for block in self.item.blocks[group.last + 1 : index])

    def _goes_on(self, group: GroupDraft, index: int, block: Block, begin: int) -> bool:
        """Whether prose continues the last clause: sums, a sentence not ended, words before the list's next label (P47)."""
        last = group.entries[-1]
        words = block.view[begin:]
        if not self._adjacent(group, index):
            return False
        if _SUMS.match(words) and len(words) < 160:
            return True
        ended = last.view.rstrip()[-1:] in ".!?;:”\")"
        if _LOWER.match(words) and (not ended or not group.series.started):
            return True
        if block.paragraph.roles & {"table-row"} and last.view.rstrip().endswith(":"):
            return True
        if not group.series.started:
            return announces(last.view) and len(words) < 120 and mood(words) is None
        return self._label_ahead(group, index)

    def _label_ahead(self, group: GroupDraft, index: int) -> bool:
        """Whether the list's very next label is printed soon, with nothing but prose in between."""
        for block in self.item.blocks[index + 1 : index + 1 + LOOK_AHEAD]:
            if block.kind == "labelled" and block.label is not None:
                return group.series.continues(block.label) is not None and not (block.label.shape == "bullet")
            if block.kind in _HARD:
                return False
        return False

    def _next_bare(self, group: GroupDraft, index: int, words: str) -> bool:
        """Whether prose is a further unlabelled outcome: a paragraph in the same mood right behind (P31)."""
        if group.series.started or not self._adjacent(group, index):
            return False
        return mood(words) == "that" and not announces(group.entries[-1].view)

    def _in_list(self, block: Block) -> bool:
        return self.group is not None and (self.group.quoted or not self.group.entries)

    def _in_quote(self) -> bool:
        return self.group is not None and self.group.quoted

    def _resumes(self, block: Block) -> bool:
        """Whether a label goes on with the last group's list after reasons or notes."""
        group = self.groups[-1] if self.groups else None
        assert block.label is not None
        return group is not None and group.series.started and group.series.continues(block.label) is not None and block.label.shape != "bullet"

    def _belongs_back(self, index: int) -> bool:
        """Whether a mover's line speaks of the group before it: nothing that could be moved follows (P09)."""
        target = self.group or (self.groups[-1] if self.groups else None)
        if target is None or target.movers.moved_by and target.movers.seconded_by or not target.entries:
            return False
        if index - target.last > 3:
            return False
        for block in self.item.blocks[index + 1 : index + 4]:
            if block.kind in ("lead-in", "labelled", "mover"):
                return False
            if block.kind == "prose":
                return mood(block.view) is None or bool(target.movers)
            if block.kind in _HARD:
                return True
        return True

    def _list_is_asked(self, index: int, block: Block) -> bool:
        """Whether a list without any lead-in could be asks or decisions: by its mood, or by what introduces it (T4, T6, T8)."""
        moods = []
        introducer = self._introducer(index)
        for other in self.item.blocks[index : index + 12]:
            if other.kind == "labelled" and len(moods) < 6:
                moods.append(mood(other.words))
            elif other.kind in _HARD:
                break
        telling = sum(1 for one in moods if one in _TELLING)
        if telling * 2 > len(moods) or (moods and moods[0] == "that"):
            return True
        return introducer is not None and bool(_LISTED.search(introducer)) and telling > 0

    def _introducer(self, index: int) -> str | None:
        """The narrative paragraph right before, where it announces a list."""
        if not self.narrative:
            return None
        at, block, begin, end = self.narrative[-1]
        if any(b.kind != "furniture" for b in self.item.blocks[at + 1 : index]):
            return None
        words = block.view[begin:end]
        return words if announces(words) or words.rstrip().endswith(":") else None

    def _short(self, words: str) -> bool:
        return len(words.split()) <= 70 and (self.side in (None, "minutes", "decision"))

    # doing

    def _start(self, index: int, block: Block, origin: str, *, basis: str = "lead-in") -> GroupDraft:
        introduced = self._introducer(index)
        self._close()
        group = GroupDraft(block, origin, self.side, basis=basis, first=index, last=index)
        group.gap = block.paragraph.gap
        group.after_narrative = any(block.view[begin:end].strip() for _, block, begin, end in self.narrative)
        group.introduced = introduced
        self.groups.append(group)
        self.group = group
        return group

    def _close(self, *, keep: bool = False) -> None:
        group = self.group
        if group is None or (keep and not group.entries):
            return
        group.open = False
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

    def _claim_movers(self, index: int, block: Block, begin: int, end: int, movers: Movers) -> None:
        self.ledger.claim(places(block.paragraph, begin, end), "mover" if movers else "narrative")

    def _collect_block(self, block: Block) -> None:
        self._collect(block.paragraph.pieces)

    def _document(self, block: Block) -> None:
        self.ledger.block(block, "document")
        self.documents.append(block.paragraph.pieces)


def _joined(old: Movers, new: Movers) -> Movers:
    return Movers(old.moved_by or new.moved_by, old.seconded_by or new.seconded_by, old.spans + new.spans)


def _drop_closing(entry: Entry, view: str, mark: str) -> None:
    """Takes the closing quotation mark, and what stands behind it, off a clause's last piece."""
    if not entry.pieces:
        return
    start, end = entry.pieces[-1]
    tail = view.rstrip()
    cut = len(tail) - tail.rfind(mark)
    if cut <= 4 and end - cut > start:
        entry.pieces[-1] = (start, end - cut)
