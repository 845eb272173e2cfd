"""Openings: what opens a group - block heads, lead-ins, movers, motions put down - and what an outcome closes (P01, P09, P10, P11, P20)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.model import Evidence, Vote
from minutes_cli.parsing.blocks import Block, skip
from minutes_cli.parsing.drafts import GroupDraft, Movers, places
from minutes_cli.parsing.formal import asks, is_formal
from minutes_cli.parsing.inline import Inline, find_inline, give_back
from minutes_cli.parsing.margins import Margins
from minutes_cli.parsing.matters import matter_ends, next_matter, outcome_begins, told_before
from minutes_cli.parsing.moods import mood, opens_quote
from minutes_cli.parsing.motions import has_colons, movers_behind, read_movers, states_movers, words_between
from minutes_cli.parsing.prose import sentences, tells
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.titles import capitals
from minutes_cli.parsing.voting import is_vote_line, leads_on, opens_votes, read_vote
from minutes_cli.parsing.walking import MOTION_HEADS, OWN_MATTER

_TOLD_PROPOSAL = late(r"\b(?:proposed|proposes)\b", re.IGNORECASE)
_HANGING = late(r"\b(?:and|was|and it was|,)$")
_NUMBERED = late(r"\bResolution\s(?:[Nn]o\.?\s)?[0-9]", re.IGNORECASE)
"""What already bears a resolution's number was carried (P49)."""
_YES = late(r"\W{0,4}(?:agreed|approved|adopted|accepted|carried|passed)\b", re.IGNORECASE)
NEAR = 120
"""Code points within which a mover's statement must stand to belong to a lead-in in the same paragraph."""
FAR_IN = 240
"""Code points of other words in front of a mover's statement that still belongs to a lead-in behind it."""
RECOMMENDS = gated("recommend recommends recommended", r"\b(?:RECOMMEND(?:S|ED)?|[Rr]ecommend(?:s|ed)?)\b")
_ELECTION = gated(
    "election appointment office bearers officebearers officers", r"\b(?:election|appointment|office[- ]?bearers|officers)\b", re.IGNORECASE
)
_BY_WHOM = late(r"[(\[]?(?:proposed|proposer|nominated|moved)\b", re.IGNORECASE)
_RESOLUTION_NUMBER = late(r"(?=[\w./-]{5,24}\s)[\w./-]{0,12}[0-9]{2}[\w./-]{0,12}[0-9]\s{1,4}(?=(?:That|THAT)\b)")
"""The number between a head and the words of a resolution (``RESOLUTION: 2031.04.1 That …``, P49)."""
_ONLY_NUMBER = late(r"\s{0,4}(?:[Nn]o\.?\s)?#?[A-Z0-9]{0,8}[-./ ]{0,2}[0-9][0-9A-Za-z./-]{0,16}\s*$")
"""The number of a resolution alone behind its heading: the words stand below, with their mover."""
_STATED = late(r"(?:[Ii]t\swas\s)?(?:[Mm]oved|[Pp]roposed|MOVED|PROPOSED)\b(?:\s?:|\s(?:by|BY)\b)")
_LOUD = gated("moved proposed", r"\b(?:MOVED|PROPOSED)\b")
_FRAMES = late(r"Motion\sto\s(?!approve|pass|adopt|receive)[a-z]{3,20}\b[^.:]{0,60}:\s{0,4}$", re.IGNORECASE)
"""A motion that only says what is to be done with the words behind it (``Motion to refer part b):``)."""


class Openings(Margins):
    """The parts of the walk that open groups."""

    def _block_head(self, index: int, block: Block) -> None:
        if opens_votes(block) and self._votes_listed(index, block):
            return
        self._close()
        self._mode, self._footer, self._listing = None, False, False
        moved = block.facts.get("role") in MOTION_HEADS
        self._under_motion = moved
        if not (moved and self.side == "agenda" and index < self._record_head):
            self.side = block.facts.get("side", self.side)
        status = block.facts.get("status")
        head = places(block.paragraph, 0, block.match.end if block.match else block.body)
        if block.facts.get("role") == "summary":
            self.ledger.block(block, "furniture")
            self._mode = "metadata-block" if block.body >= len(block.view) else None
            return
        resolves = block.facts.get("role") == "resolution" and _ONLY_NUMBER.match(block.view, block.body) is None
        if status == "proposed" or self.side == "decision" or block.facts.get("opens") or resolves:
            group = self._start(index, block, "head", basis="label")
            group.status = status or ("decided" if self.side == "decision" else None)
            group.kind = block.facts.get("kind", "resolution")
            group.lead_in = (head[0][0], head[-1][1]) if head else None
        else:
            self.ledger.claim(head, "lead-in")
        number = _RESOLUTION_NUMBER.match(block.view, block.body)
        if number is not None:
            self.ledger.claim(places(block.paragraph, block.body, number.end()), "furniture")
            block.body = number.end()
        if block.body < len(block.view):
            found = self.grammar.match("lead_ins", block.view, block.body)
            if found is not None and found.phrase.facts.get("where") != "inline" and not asks(found, block.view):
                self._lead_in(
                    index, Block(block.paragraph, "lead-in", None, block.body, skip(block.view, found.end), found, dict(found.phrase.facts))
                )
            else:
                self._speak(index, block, block.body)

    def _take_side(self, index: int, block: Block) -> None:
        """Changes sides where the layout says on which side a block stands, though no heading says so."""
        side = block.paragraph.values.get("side")
        if side == self._hinted or block.kind == "furniture":
            return
        self._hinted = side
        self._close()
        self.side, self._mode, self._footer, self._listing = side, None, False, False
        if side == "decision" and block.kind != "block-head":
            self._start(index, block, "head", basis="label").status = "decided"

    def _lead_in(self, index: int, block: Block) -> None:
        match = block.match
        assert match is not None
        if block.label is not None and self._list_waits(block):
            block.kind, block.body = "labelled", skip(block.view, block.label_at + block.label.length)
            return self._labelled(index, block)
        if self._mode == "metadata-block":
            return self._prose(index, block)
        if self._agreed_to(index, block):
            return None
        if block.facts.get("role") == "further" and self._resolves_further(index, block):
            return None
        asked = block.facts.get("status") == "proposed"
        if asked and (self.motions.pending or (self.group is not None and self.group.entries and announces(self.group.entries[-1].view))):
            block.label, block.body = None, 0
            return self._speak(index, block, 0)
        if (
            self.group is not None
            and (self.group.quoted or not self.group.entries)
            and (self._in_quote() or not (is_formal(match, block.view) or (self.group.origin == "head" and _announced_alone(block))))
        ):
            block.label, block.body = None, 0
            return self._speak(index, block, 0)
        if self.motions.pending and not is_formal(match, block.view) and mood(block.view) == "that":
            block.label, block.body = None, 0
            return self._speak(index, block, 0)
        if block.body >= len(block.view) and block.view.rstrip().endswith(".") and len(block.view.split()) < 4:
            return self._one_word(index, block)
        if not self.motions.pending:
            self._movers_before(index)
        self._close()
        self._mode, self._listing = None, False
        if block.label is not None:
            self.ledger.claim(places(block.paragraph, block.label_at, block.label_at + block.label.length), "furniture")
        return self._open_lead_in(index, block, Inline(match, match.start, *give_back(block.view, match.start, match.end, block.body)))

    def _resolves_further(self, index: int, block: Block) -> bool:
        """Adds a further resolution of one motion to the motion's group (``BE IT FURTHER RESOLVED THAT …``)."""
        target = self.group or (self.groups[-1] if self.groups else None)
        match = block.match
        if match is None or target is None or not target.entries or target.vote is not None or index - target.last > 2:
            return False
        end, body = give_back(block.view, match.start, match.end, block.body)
        self.ledger.claim(places(block.paragraph, 0, end), "lead-in")
        self.group = target
        self._fill(target, index, block, body, opened=True)
        return True

    def _list_waits(self, block: Block) -> bool:
        """Whether the open list calls for this very label: its words are then a clause, whatever they begin with."""
        group = self.group
        if group is None or block.label is None or group.origin == "motion":
            return False
        if not group.entries:
            return group.match is not None and "list" in group.match.phrase.facts.get("needs", "")
        return group.series.started and group.series.continues(block.label) is not None

    def _one_word(self, index: int, block: Block) -> None:
        """An outcome of one word: ``RECEIVED.`` (P37); behind a motion it is what became of that (P19)."""
        target = self._voted_on()
        if target is not None and target.status == "moved" and index - target.last <= 2:
            self._settle_vote(target, block.view, block.paragraph.pieces)
            if target.status == "moved" and _YES.match(block.view):
                target.status = "decided"
            return self._close()
        self._close()
        group = self._start(index, block, "lead-in", basis="label")
        group.status = "proposed" if self.side == "agenda" else block.facts.get("status", "decided")
        self._fill(group, index, block, 0, opened=False)
        self._close()

    def _movers_before(self, index: int) -> None:
        """Takes the movers from a sentence that breaks off right before the lead-in (``on the motion of Cllr Ash it was``)."""
        if self.narrative and self.narrative[-1][0] == index - 1:
            _, block, begin, end = self.narrative[-1]
            if block.view[begin:end].rstrip()[-1:] not in ".!?":
                self.motions.propose(read_movers(block, begin, end))

    def _open_lead_in(self, index: int, block: Block, found: Inline) -> None:
        facts = found.match.phrase.facts
        group = self._start(index, block, "lead-in" if block.kind == "lead-in" else "inline")
        group.kind = "recommendation" if RECOMMENDS.search(block.view, found.start, found.end) else facts.get("kind", "resolution")
        group.status = "reported" if found.history else facts.get("status", "decided")
        group.certainty = facts.get("certainty", "certain")
        if group.certainty != "certain" and self.motions.pending and block.view[found.start : found.start + 5].casefold() == "that ":
            group.status = "moved"
        group.match = found.match
        start = block.paragraph.start
        group.lead_in = (start + found.start, start + found.end)
        for name, spans in found.match.parts.items():
            words = [" ".join(block.view[low:high].split()) for low, high in spans]
            if name == "to":
                group.to = words
            elif name in ("by", "body") and words:
                group.by = words[0].removeprefix("The ").removeprefix("the ")
        if self.side == "agenda" and group.status == "decided" and not self._told_resolution():
            group.status = "proposed"
        group.vote, _ = read_vote(block.view[found.start : found.end])
        movers = read_movers(block, found.start, found.end)
        group.movers = movers if movers else self.motions.take()
        if found.body < len(block.view):
            end = len(block.view)
            if found.history and not announces(block.view[: found.body]):
                end = next((high for _, high in sentences(block.view, found.body)), end)
            else:
                end = next_matter(self.grammar, block.view, found.body)
                end = min(end, matter_ends(block.view, found.body)) if group.origin == "inline" else end
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
        behind = movers.end - block.paragraph.start
        if rest is None and len(block.view) > behind + 25 and not is_vote_line(self.grammar, block.view[behind:].lstrip(" .,;")):
            return self._prose(index, block)
        if len(movers.spans) > 1 and words_between(block, movers):
            return self._prose(index, block)
        if rest is None and not (self.motions.pending and not movers.moved_by) and self._belongs_back(index, movers):
            target = self.group or self.groups[-1]
            target.movers = Movers(
                target.movers.moved_by or movers.moved_by,
                target.movers.seconded_by or movers.seconded_by,
                target.movers.spans + movers.spans,
            )
            if target.status == "proposed" and movers.moved_by:
                target.status = "moved"
            self._claim_movers(block, 0, len(block.view), movers)
            said, lost = read_vote(block.view[behind:])
            if said is not None and said.outcome and target.vote is None and target.status in ("moved", "decided", None):
                target.vote, target.status = said, "lost" if lost else "decided"
            return None
        if rest is None and self._told_right_before(index) and self._nothing_follows(index):
            return self._tell(index, block, 0)
        if (
            rest is not None
            and _TOLD_PROPOSAL.search(block.view, 0, rest)
            and opens_quote(block.view[rest:]) is None
            and not block.view.lower().startswith(("proposed", "moved", "it was moved"))
        ):
            return self._prose(index, block)
        self._close()
        self._mode, self._listing = None, False
        movers.hanging = rest is None and _HANGING.search(block.view.rstrip()[-12:]) is not None
        self.motions.propose(movers)
        if rest is None:
            self._claim_movers(block, 0, len(block.view), movers)
            return None
        self._claim_movers(block, 0, rest, movers)
        return self._move(index, block, rest)

    def _move(self, index: int, block: Block, begin: int) -> None:
        """A motion's own words, with the outcome where its paragraph tells that too."""
        group = self._start_motion(index, block)
        if _FRAMES.match(block.view, begin):
            places_of = places(block.paragraph, begin, len(block.view))
            group.lead_in = (places_of[0][0], places_of[-1][1])
            return
        end = outcome_begins(block.view, begin)
        self._fill(group, index, block, begin, opened=True, end=end)
        if end is not None:
            self._settle_vote(group, block.view[end:], places(block.paragraph, end, len(block.view)))
        if group.vote is not None:
            self._close()

    def _start_motion(self, index: int, block: Block) -> GroupDraft:
        """A group for what the waiting movers moved: decided where only the lead-in between is lost."""
        group = self._start(index, block, "motion", basis="position")
        group.movers, group.status = self.motions.take(), "moved"
        if group.movers.hanging:
            group.status, group.certainty = "decided", "inferred"
            group.evidence = [Evidence("lost-lead-in", "the sentence that names the mover breaks off before it")]
        return group

    def _outcome(self, index: int, block: Block) -> None:
        inline = find_inline(self.grammar, block)
        if inline is not None and inline.body < len(block.view) and not inline.history:
            target = self._voted_on()
            if target is not None and target.status == "moved":
                self._settle_vote(target, block.view[: inline.start], places(block.paragraph, 0, inline.start))
            else:
                self._tell(index, block, 0, "vote", inline.start)
            self._close()
            return self._open_lead_in(index, block, inline)
        vote, _ = read_vote(block.view)
        target = self._voted_on()
        if target is not None and target.origin in ("lead-in", "inline") and OWN_MATTER.match(block.view):
            return self._prose(index, block)
        if vote is not None and vote.span is not None and leads_on(block.view, vote.span[1]):
            return self._prose(index, block)
        target = self._voted_on() if not self.motions.pending else None
        if target is None and vote is not None and vote.outcome and len(block.view) < 200 and not self._in_quote():
            return self._vote_first(index, block)
        if target is None or self._in_quote() or vote is None or len(block.view) > 400:
            return self._prose(index, block)
        self._count_votes()
        self._settle_vote(target, block.view, block.paragraph.pieces)
        self._close()
        return None

    def _moved_behind(self, block: Block, begin: int) -> int:
        """Takes a mover's statement that stands as a sentence of its own right behind an outcome (P09); returns where the rest begins."""
        target = self.groups[-1] if self.groups else None
        if target is not None and not target.movers:
            behind, agreed = movers_behind(block, begin)
            if behind:
                target.movers = behind
                if agreed in ("unanimous", "carried") and target.vote is None:
                    target.vote = Vote(agreed)
                end = behind.end - block.paragraph.start
                self.ledger.claim(places(block.paragraph, begin, end), "mover")
                return skip(block.view, end, ".,;") if not agreed else end
        first = next(iter(sentences(block.view, begin)), None)
        if target is None or target.movers or first is None or not states_movers(block.view[slice(*first)]):
            return begin
        target.movers = read_movers(block, *first)
        if target.vote is None:
            target.vote, _ = read_vote(block.view[target.movers.end - block.paragraph.start : first[1]])
        self.ledger.claim(places(block.paragraph, *first), "mover")
        return skip(block.view, first[1])

    def _moved_inside(self, index: int, block: Block, begin: int) -> bool:
        """Takes a motion whose number, mover, seconder and words share a line (``Resolution 4 Moved: A Seconded: B That …``).

        So is one whose verb stands out in capitals among other words (``… of the hall MOVED by Mr Ash to write``).
        """
        loud = _LOUD.search(block.view, begin)
        if loud is not None and capitals(block.view[begin : loud.start()] + block.view[loud.end() :]):
            loud = None
        stated = begin > 0 and _STATED.match(block.view, begin) is not None
        if loud is None and not stated and not has_colons(block.view, begin):
            return False
        if loud is None and told_before(self.grammar, block, begin):
            return False
        movers = read_movers(block, begin, len(block.view))
        rest = self.motions.words_behind(block, movers) if movers else None
        if rest is None and stated and movers and not block.view[movers.end - block.paragraph.start :].strip(" .;,\xa0"):
            self._close()
            self._claim_movers(block, begin, len(block.view), movers)
            self.motions.propose(movers)
            return True
        if rest is None:
            return False
        self._close()
        at = movers.start - block.paragraph.start
        self._tell(index, block, begin, "narrative", at)
        self._claim_movers(block, at, rest, movers)
        self.motions.propose(movers)
        self._move(index, block, rest)
        if _NUMBERED.search(block.view, begin, at) and self.groups[-1].status == "moved":
            self.groups[-1].status = "decided"
        return True

    def _told_resolution(self) -> bool:
        """Whether what looks like an agenda is the record of its matter already: a cell without heads among others (P27)."""
        return self._hinted is None and any(tells(block.view[begin:end]) for _, block, begin, end in self.narrative[-3:])

    def _elected(self, index: int, block: Block, begin: int) -> bool:
        """Takes an office and a name that their movers follow, under a title of elections (``Chair - Jo Ash. Proposed by …``, P09)."""
        if self.item.title is None or not _ELECTION.search(self.item.title):
            return False
        told = sentences(block.view, begin)
        if len(told) < 2 or told[-2][1] - begin > NEAR or not _BY_WHOM.match(block.view, told[-1][0]):
            return False
        movers = read_movers(block, *told[-1])
        if not movers.moved_by:
            return False
        self._close()
        self.motions.propose(movers)
        group = self._start_motion(index, block)
        group.status = "decided"
        self._fill(group, index, block, begin, opened=True, end=told[-2][1])
        self._claim_movers(block, told[-1][0], len(block.view), movers)
        self._close()
        return True

    def _moved_at_end(self, block: Block, begin: int) -> Movers:
        """Movers whose statement ends the paragraph with a colon: their motion follows (P09)."""
        words = block.view.rstrip()
        if not words.endswith(":"):
            return Movers()
        movers = read_movers(block, begin, len(block.view))
        return movers if movers and movers.end >= block.paragraph.start + len(words) - 2 else Movers()


def _announced_alone(block: Block) -> bool:
    """Whether a weak lead-in stands alone with its mark (``Agreed:``), and is neither a stem nor the outcome itself (``RECEIVED.``)."""
    return block.body >= len(block.view) and mood(block.view) != "that" and block.view.rstrip()[-1:] in ":-–—"
