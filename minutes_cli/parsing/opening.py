"""Openings: what opens a group - block heads and lead-ins - and the side of the page on which it stands (P01, P10, P11, P20)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Match
from minutes_cli.model import Evidence
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import places
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.formal import asks, is_formal, is_strong
from minutes_cli.parsing.inline import Inline, give_back, sentence_before
from minutes_cli.parsing.margins import Margins
from minutes_cli.parsing.matters import matter_ends, next_matter
from minutes_cli.parsing.moods import enclosing_quote, mood
from minutes_cli.parsing.motions import bracketed, read_movers
from minutes_cli.parsing.prose import tells
from minutes_cli.parsing.sentences import each_sentence
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.voting import opens_votes, read_vote
from minutes_cli.parsing.walking import MOTION_HEADS

_YES = late(r"\W{0,4}(?:agreed|approved|adopted|accepted|carried|passed)\b", re.IGNORECASE)
RECOMMENDS = gated("recommend recommends recommended", r"\b(?:RECOMMEND(?:S|ED)?|[Rr]ecommend(?:s|ed)?)\b")
_RESOLUTION_NUMBER = late(r"(?=[\w./-]{5,24}\s)[\w./-]{0,12}[0-9]{2}[\w./-]{0,12}[0-9]\s{1,4}(?=(?:That|THAT)\b)")
"""The number between a head and the words of a resolution (``RESOLUTION: 2031.04.1 That …``, P49)."""
_ONLY_NUMBER = late(r"\s{0,4}(?:[Nn]o\.?\s)?#?[A-Z0-9]{0,8}[-./ ]{0,2}[0-9][0-9A-Za-z./-]{0,16}\s*$")
"""The number of a resolution alone behind its heading: the words stand below, with their mover."""


class Openings(Margins):
    """The parts of the walk that open groups."""

    def _block_head(self, index: int, block: Block) -> None:
        if (opens_votes(block) or block.facts.get("role") == "vote") and self._votes_listed(index, block):
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
            begin = 0 if block.label is not None else match.start
            block.label, block.body = None, begin
            return self._speak(index, block, begin)
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
        if match is None or target is None or not target.entries or index - target.last > 2:
            return False
        if target.vote is not None and target.voted is None:
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
        if block.match is not None and block.body >= len(block.view) and is_strong(block.match, block.view):
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
        begin = block.match.start if block.match is not None and block.label is None else 0
        group = self.group
        if group is None or group.origin != "head" or group.entries or self.side != "decision":
            self._close()
            group = self._start(index, block, "lead-in", basis="label")
            group.status = "proposed" if self.side == "agenda" else block.facts.get("status", "decided")
        self._fill(group, index, block, begin, opened=False)
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
        group.match, group.numbered = found.match, block.label
        start = block.paragraph.start
        group.lead_in = (start + found.start, start + found.end)
        for name, spans in found.match.parts.items():
            words = [" ".join(block.view[low:high].split()) for low, high in spans]
            if name == "to":
                group.to = words
            elif name in ("by", "body") and words:
                group.by = words[0].removeprefix("The ").removeprefix("the ")
        if group.status == "decided" and self.own.reports(
            group.by, sentence_before(block.view, found.start), block.view[found.start : found.end]
        ):
            group.status = "reported"
        role, by = facts.get("role"), group.by or ""
        if group.status == "decided" and ((role == "own" and not self.own.is_named(by)) or (role == "told" and self.own.may_be_other(by))):
            group.status, group.evidence = "reported", [Evidence("another-body", "nothing says that the body named is the page's own")]
        if self.side == "agenda" and group.status == "decided" and not self._told_resolution(index, found.match):
            group.status = "proposed"
        group.vote = read_vote(block.view[found.start : max(found.end, found.body)])[0] or group.vote
        if group.vote is None and group.status == "decided":
            group.vote = self._vote_above(index, block, found.start)
        movers = read_movers(block, found.start, found.end)
        group.movers = movers if movers else self.motions.take()
        if group.status == "moved" and group.vote is not None and group.vote.outcome in ("carried", "unanimous"):
            group.status = group.voted = "decided"
        named, vote, words_at = bracketed(block, found.body)
        if words_at > found.body:
            self.ledger.claim(places(block.paragraph, found.body, words_at), "mover" if named else "vote")
            group.movers, group.vote, found.body = group.movers or named, vote or group.vote, words_at
        group.match_quote = enclosing_quote(block.view, found.start) or ""
        group.quoted = group.match_quote != ""
        if found.body < len(block.view):
            end = len(block.view)
            if found.history and not announces(block.view[: found.body]):
                end = next((high for _, high in each_sentence(block.view, found.body)), end)
            else:
                end = matter_ends(block.view, found.body) if group.origin == "inline" else end
                end = next_matter(self.grammar, block.view, found.body, end)
            self._fill(group, index, block, found.body, opened=True, end=end)
            if end < len(block.view):
                self._close()
                self._unsaid = skip(block.view, end)

    def _told_resolution(self, index: int, match: Match) -> bool:
        """Whether what looks like an agenda is the record of its matter already: a cell without heads among others (P27).

        A formal lead-in behind what was recommended, with no head of a record to come, has lost its own (P02).
        """
        if self._hinted is not None:
            return False
        if (len(self.groups) > 1 or self._named_ask) and index > self._record_head and is_strong(match, self.item.blocks[index].view):
            return True
        return any(tells(block.view[begin:end]) for _, block, begin, end in self.narrative[-3:])


def _announced_alone(block: Block) -> bool:
    """Whether a weak lead-in stands alone with its mark (``Agreed:``), and is neither a stem nor the outcome itself (``RECEIVED.``)."""
    return block.body >= len(block.view) and mood(block.view) != "that" and block.view.rstrip()[-1:] in ":-–—"
