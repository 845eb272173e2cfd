"""Counting: votes that are told, listed or counted beside what was voted on, and the groups that they settle (P19, P20)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.model import Span, Vote
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.contests import names_amendment, puts_another
from minutes_cli.parsing.drafts import GroupDraft, places
from minutes_cli.parsing.neighbours import adjoin
from minutes_cli.parsing.prose import decision_in
from minutes_cli.parsing.recorded import Recorded
from minutes_cli.parsing.sentences import sentences
from minutes_cli.parsing.voted_before import vote_before
from minutes_cli.parsing.voting import LOST, contest, each_went, is_vote_line, joined, lists_votes, opens_votes, read_vote, yes
from minutes_cli.parsing.walking import SOON

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


_TITLE_ENDS = late(r"(?:councillors?|members|cllrs?|aldermen|:)\s{0,4}$", re.IGNORECASE)
_BARE_NAMES = late(
    r"\W{0,3}[A-Z][\w.’'-]{0,24}(?:(?:,?\s(?:and\s)?|\s?&\s?)[A-Z][\w.’'-]{0,24}){0,60}[\s.;]{0,4}(?:\([0-9]{1,3}\)[\s.;]{0,4})?$"
)
_MOVES = late(
    r"\b(?:moved|proposed)\b[^.;]{0,120}?\b(?:that|to)\s|\b(?:proposal|motion|amendment)\s(?:for|to|that|by|from)\b[^.;]{0,120}?\b(?:lost|carried|defeated|rejected|fell)\b",
    re.IGNORECASE,
)
"""What puts another motion, or tells what became of it."""
_TAKEN_UP = late(
    r"(?:The\s)?(?:mover|proposer)(?:\sof\sthe\s(?:original\s|substantive\s)?motion)?(?:\sand\s(?:the\s)?seconder)?\s(?:then\s|both\s)?(?:accepted|agreed\sto|consented\sto)\sthe\s(?:proposed\s)?amendment\W{0,3}$",
    re.IGNORECASE,
)
"""An amendment that the mover takes into the motion is voted on with it, and not by itself."""
FURTHER = 4
"""Paragraphs behind a motion within which a vote without a motion of its own is one more vote on it."""
_OF_AMENDMENT = late(
    r"\W{0,4}(?:on\sbeing\sput[^.]{0,30}?,?\s)?(?:the|this)\s(?:proposed\s|further\s|second\s)?amendment\b(?![^.]{0,80}\bmotion\b)",
    re.IGNORECASE,
)
_SET_ASIDE = late(
    r"\W{0,4}(?:(?:result|outcome|action|disposition|motion\sstatus)\W{1,4})?(?:(?:the\s)?(?:motion|amendment|resolution)\s(?:was\s)?)?"
    r"(?:tabled|deferred|referred|withdrawn|postponed|not\sseconded)\W{0,4}$",
    re.IGNORECASE,
)


class Counting(Recorded):
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
        resolved = target.origin in ("lead-in", "inline") and target.status == "decided"
        if (lost or len(view.split()) < 2) and resolved and self.narrative and self.narrative[-1][0] > target.last:
            return self.ledger.claim(spans, "vote")  # something else was told since: it is not what was resolved
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
        if self._recorded(index, block) or self._each_went(block):
            return True
        if puts_another(block.view):
            return False
        if self._told_amendments_vote(index, block):
            return True
        target = self._voted_by(block.view)
        first = (
            target is None
            and not any(group.entries for group in self.groups)
            and is_vote_line(self.grammar, block.view)
            and len(sentences(block.view)) == 1
        )
        if first and decision_in(self.grammar, block.view, 0, len(block.view)) is None:
            self._vote_first(index, block)
            return True
        if target is None and not any(group.entries for group in self.groups) and opens_votes(block) and self._side_first(index, block):
            return True
        if target is None or self._in_quote():
            return False
        if opens_votes(block) or (
            self._votes
            and (
                self._names_follow(block)
                or block.paragraph.cells
                or block.paragraph.roles & {"table-row"}
                or block.view.lower().startswith("councillors")
            )
        ):
            if not self._votes and self._elsewhere(index, target, block.view):
                return False
            self._votes.extend(block.paragraph.pieces)
            self.ledger.block(block, "vote")
            target.last = max(target.last, index)
            return True
        if is_vote_line(self.grammar, block.view) and not (target.origin in ("lead-in", "inline") and OWN_MATTER.match(block.view)):
            if self._elsewhere(index, target, block.view):
                self._vote_first(index, block)
                return True
            self._count_votes()
            self._settle_vote(target, block.view, block.paragraph.pieces)
            self._close()
            return True
        return False

    def _voted_by(self, view: str) -> GroupDraft | None:
        """The group that a vote is about whose words say which: what befell an amendment befell no motion that was none (P20)."""
        target = self._voted_on()
        if target is None or _OF_AMENDMENT.match(view) is None or self._amends(target):
            return target
        moved = (group for group in reversed(self.groups[-SOON:]) if group.status == "moved" and group.vote is None and group.entries)
        return next(filter(self._amends, moved), None)

    def _amends(self, group: GroupDraft) -> bool:
        """Whether a group is an amendment, as its own words or the two paragraphs above it say."""
        low = self.item.blocks[max(0, group.first - 2)].paragraph.start
        return "amend" in self.text[low : self.item.blocks[group.last].paragraph.end].casefold()

    def _names_follow(self, block: Block) -> bool:
        """Whether a line of names without titles follows one that ends with their common title or a colon (``FOR: Councillors``)."""
        return (
            _TITLE_ENDS.search(self.text, max(0, self._votes[-1][1] - 16), self._votes[-1][1]) is not None
            and _BARE_NAMES.match(block.view) is not None
        )

    def _elsewhere(self, index: int, target: GroupDraft, view: str) -> bool:
        """Whether another motion was told behind a resolution: a vote behind that is about it and not about what was resolved.

        A vote that names the motion is not about an amendment that was told.
        """
        if target.origin not in ("lead-in", "inline") or not self.narrative:
            return False
        told = [one for one in self.narrative[-MOST_SIDES:] if not opens_votes(one[1])]
        if "motion" in view.casefold() and "amend" not in view.casefold():
            told = [one for one in told if not puts_another(one[1].view[one[2] : one[3]])]
        return any(
            target.last < at and index - at <= MOST_SIDES and _MOVES.search(block.view, begin, end) is not None
            for at, block, begin, end in told[-2:]
        )

    def _told_amendments_vote(self, index: int, block: Block) -> bool:
        """Takes the vote of an amendment that was told right before with the narrative, where it is read: not the motion's above (P20)."""
        if not names_amendment(block.view) or not self._told_motion(index, 1) or not is_vote_line(self.grammar, block.view):
            return False
        at, before, begin, end = self.narrative[-1]
        if self._in_quote() or any(group.last > at for group in self.groups[-1:]) or not puts_another(before.view[begin:end]):
            return False
        self._close()
        self.narrative.append((index, block, 0, len(block.view)))
        self.ledger.block(block, "vote")
        return True

    def _vote_first(self, index: int, block: Block) -> None:
        """Takes a vote that no group waits for: that of the motion told right before it, or of what is still to come."""
        listed = bool(self.narrative) and opens_votes(self.narrative[-1][1])
        if self._told_motion(index, 2 if listed else 1):
            self.narrative.append((index, block, 0, len(block.view)))
        else:
            told = read_vote(block.view)[0]
            self._early = vote_before(self.grammar, block.view, 0, len(block.view)) if "mendment" in block.view.casefold() else told
            self._early_moved = self.motions.pending
            if self.group is not None and self.group.origin in ("head", "lead-in", "inline"):
                self.group.vote = self._early
            self._early_at, self._votes_before = index, list(block.paragraph.pieces)
        self.ledger.block(block, "vote")

    def _each_went(self, block: Block) -> bool:
        """Takes a sentence that tells what became of an amendment and of its motion (``the one LOST and the other CARRIED``, P20)."""
        if len(self.groups) < 2 or self._in_quote() or (went := each_went(block.view)) is None:
            return False
        motion, amendment = self.groups[-2:]
        if not self._amends(amendment) or self._amends(motion) or motion.vote is not None or amendment.vote is not None:
            return False
        self._close()
        for group, vote in ((motion, went["motion"]), (amendment, went["amendment"])):
            group.vote, group.voted = vote, "lost" if vote.outcome in LOST else "decided"
        self.ledger.block(block, "vote")
        return True

    def _set_aside(self, index: int, block: Block) -> bool:
        """Takes a line that says that a motion was not decided (``TABLED``, ``DEFERRED``, ``The motion was withdrawn``, P19)."""
        target = self._voted_by(block.view)
        if target is None or target.status != "moved" or index - target.last > SOON or _SET_ASIDE.match(block.view) is None:
            return False
        self.ledger.block(block, "vote")
        self._close()
        return True

    def _voted_already(self, index: int) -> bool:
        """Whether the motion right before was voted on, and nobody has moved anything since: a further vote is about it too (P20)."""
        last = self.groups[-1] if self.groups else None
        return last is not None and last.status in ("decided", "lost") and last.vote is not None and index - last.last <= FURTHER

    def _vote_above(self, index: int, block: Block, end: int) -> Vote | None:
        """The vote told before a lead-in at ``end`` of its paragraph; of the paragraph right above where nothing stands before it."""
        told = self.narrative[-1] if self.narrative else None
        last = self.groups[-2].last if len(self.groups) > 1 else -1
        if block.view[:end].strip():
            begin = told[2] if told is not None and told[0] == index else 0
            return vote_before(self.grammar, block.view, begin, end) if last < index else None
        if told is None or last >= told[0] or not adjoin(self.item.blocks, told[0], index):
            return None
        return vote_before(self.grammar, told[1].view, told[2], told[3])

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
            self._early_moved = self.motions.pending
        self._early_at = index
        self.ledger.block(block, "vote")
        return True

    def _agreed_to(self, index: int, block: Block) -> bool:
        """Takes a paragraph that only says yes (``AGREED``) for the outcome of the motion right before it (P19)."""
        if self._set_aside(index, block):
            return True
        target = self._voted_on()
        if target is not None and target.status == "moved" and index - target.last <= SOON and _TAKEN_UP.match(block.view):
            target.status = "decided"
            self.ledger.block(block, "vote")
            self._close()
            return True
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
