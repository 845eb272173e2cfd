"""Counting: votes that are told, listed or counted beside what was voted on, and the groups that they settle (P19, P20)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.model import Span, Vote
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft, places
from minutes_cli.parsing.prose import decision_in
from minutes_cli.parsing.sentences import sentences
from minutes_cli.parsing.voting import contest, is_vote_line, joined, lists_votes, opens_votes, read_vote, yes
from minutes_cli.parsing.walking import SOON, Walk

OWN_MATTER = late(r"\W{0,3}(?:The|A)\s(?:proposal|motion|amendment)\s(?:for|to|that|by|from|of|in)\b")
"""A vote that names what was voted on is about that, not about the resolution before it."""
_PUT_FORWARD = late(r"\b(?:proposed|moved|seconded|second(?:ed)?\sby|motioned|made\s(?:an?|the)\smotion|nominated)\b", re.IGNORECASE)
_ONLY_NAMED = late(r"(?:(?:Cllr|Councillor|Cr|Ald|Alderman)s?\.?\s[^.;:]{3,400}\.?\s*|None\.?\s*)$")
_SIDE = late(
    r"\W{0,3}(?:(?:recorded\s)?(?:votes?|voting)\W{0,4}$"
    r"|(?:for|against|in\sfavour|abst\w{1,8}|yes|no|ayes|noes)(?:\s?[:–-]\s?(?:\(?[0-9]|none\b|(?:Cllr|Councillor|Cr|Alderman)s?\b)|\s\(?[0-9]))",
    re.IGNORECASE,
)
"""A line that heads votes, or counts or names those of one side."""
MOST_SIDES = 12
"""Lines that one vote before its motion takes; they are read together, and again with each line more."""


class Counting(Walk):
    """The parts of the walk that take votes."""

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
        if target is None and not self.groups and opens_votes(block) and self._side_first(index, block):
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
        if self._told_motion(index, 1):
            self.narrative.append((index, block, 0, len(block.view)))
        else:
            self._early, _ = read_vote(block.view)
            self._early_at, self._votes_before = index, list(block.paragraph.pieces)
        self.ledger.block(block, "vote")

    def _told_motion(self, index: int, back: int) -> bool:
        """Whether a motion was told in one of the last paragraphs of narrative right before: what is counted here is its vote."""
        return any(
            index - at <= 2 * back + 1 and _PUT_FORWARD.search(block.view, begin, end) is not None
            for at, block, begin, end in self.narrative[-back:]
        )

    def _side_first(self, index: int, block: Block) -> bool:
        """Takes a line of one side's votes that stands before what was voted on, together with the lines of the other sides above it."""
        above = self._votes_before if index - self._early_at <= SOON and len(self._votes_before) < MOST_SIDES else []
        vote, _ = read_vote(self.text[(above or block.paragraph.pieces)[0][0] : block.paragraph.end])
        if not (_SIDE.match(block.view) or (vote is not None and is_vote_line(self.grammar, block.view))):
            return False
        self._votes_before = [*above, *block.paragraph.pieces]
        if self._told_motion(index, 3):
            self.narrative.append((index, block, 0, len(block.view)))
        else:
            self._early = vote
        self._early_at = index
        self.ledger.block(block, "vote")
        return True

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
