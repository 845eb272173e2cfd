"""Moving: motions put down or told, who moved them, and what an outcome closes (P09, P19, P20, P49)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.model import Evidence, Vote
from minutes_cli.parsing.assent import awaits_names
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.contests import puts_another
from minutes_cli.parsing.counting import OWN_MATTER
from minutes_cli.parsing.drafts import GroupDraft, Movers, places
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.inline import find_inline
from minutes_cli.parsing.matters import outcome_begins, told_before
from minutes_cli.parsing.moods import mood, opens_quote
from minutes_cli.parsing.motions import (
    VERB_ALONE,
    announced,
    has_colons,
    movers_behind,
    names_below,
    read_movers,
    states_movers,
    went,
    words_between,
)
from minutes_cli.parsing.neighbours import adjoin
from minutes_cli.parsing.opening import Openings
from minutes_cli.parsing.sentences import each_sentence, sentences
from minutes_cli.parsing.titles import capitals
from minutes_cli.parsing.voting import is_vote_line, leads_on, opens_votes, read_vote

_TOLD_PROPOSAL = late(r"\b(?:proposed|proposes)\b", re.IGNORECASE)
_HANGING = late(r"\b(?:and|was|and it was|,)$")
_NUMBERED = late(r"\bResolution\s(?:[Nn]o\.?\s)?[0-9]", re.IGNORECASE)
"""What already bears a resolution's number was carried (P49)."""
NEAR = 120
"""Code points within which a mover's statement must stand to belong to a lead-in in the same paragraph."""
SENTENCE = 20
"""Code points: a longer sentence in front of who seconds tells the motion."""
FAR_IN = 240
"""Code points of other words in front of a mover's statement that still belongs to a lead-in behind it."""
_ELECTION = gated(
    "election appointment office bearers officebearers officers", r"\b(?:election|appointment|office[- ]?bearers|officers)\b", re.IGNORECASE
)
_BY_WHOM = late(r"[(\[]?(?:proposed|proposer|nominated|moved)\b", re.IGNORECASE)
_OFFICE_FORM = late(
    r"(?P<holder>[^\W\d_][^.;:()\n]{2,40}?(?::|\s[-–—])\s{1,3}[^.;:()\n]{3,50}?)\s?[-–—,(]{1,2}\s{0,3}(?=(?:proposed|proposer|nominated|moved|prop)\b\.?\s?(?:by\b|:))",
    re.IGNORECASE,
)
"""An office and who holds it, in front of who proposed it, on one line of a form (``Chair: Jo Ash - Proposed: K Birch``)."""
_STATED = late(r"(?:[Ii]t\swas\s)?(?:[Mm]oved|[Pp]roposed|MOVED|PROPOSED)\b(?:\s?:|\s(?:by|BY)\b)")
_TITLED = gated("moved proposed", r"[^\W\d_][^.;:\n]{2,90}?\s?[-–—:]{1,3}\s{1,3}(?=[Ii]t\swas\s(?:moved|proposed)\sby\b)")
"""A title that stands in front of who moved, on one line."""
_LOUD = gated("moved proposed", r"\b(?:MOVED|PROPOSED)\b")
FURTHER = late(r"\s{0,4}(?:AND|And|and)\s(?:FURTHER|[Ff]urther|ALSO|also),?\s(?:THAT|that)\b")
"""What opens one more matter of the same motion."""
_THE_MOTION = late(r"\W{0,3}(?:an?|the)\s(?:motion|amendment|proposal)\s", re.IGNORECASE)
_WENT_SO = late(
    r"\s(?:was\s)?(?:carried|passed|failed|lost|defeated)\b(?:\sunanimously|\sby\s[^.;:]{3,40}|\s[0-9]{1,2}[-–][0-9]{1,2})?\.?\s{0,4}$",
    re.IGNORECASE,
)
"""``A motion by A, seconded by B, to approve the lease carried unanimously``: the sentence ends with what became of it."""
_FRAMES = late(r"Motion\sto\s(?!approve|pass|adopt|receive)[a-z]{3,20}\b[^.:]{0,60}:\s{0,4}$", re.IGNORECASE)
"""A motion that only says what is to be done with the words behind it (``Motion to refer part b):``)."""


class Moving(Openings):
    """The parts of the walk that take motions, their movers and what became of them."""

    _verb: Block | None = None
    """The paragraph right before, where it holds nothing but the verb of a statement of movers."""
    _announced_at = -2
    """Index of the last paragraph that announced a motion's words (``Mr Ash moved and Mr Elm seconded the following motion:``)."""

    def _mover(self, index: int, block: Block) -> None:
        if self._mode == "metadata-block":
            return self._prose(index, block)
        if self._verb is None and VERB_ALONE.match(block.view):
            return self._verb_alone(block)
        inline = find_inline(self.grammar, block)
        movers = self._named_below(block) or read_movers(block, 0, inline.start if inline else len(block.view))
        if inline is not None:
            self._close()
            self.motions.propose(movers)
            self._claim_movers(block, 0, inline.start, movers)
            return self._open_lead_in(index, block, inline)
        if not movers or (self._only_supports(block, movers) and not self.motions.pending):
            return self._prose(index, block)
        rest = self.motions.words_behind(block, movers)
        behind = movers.end - block.paragraph.start
        if rest is None and self._named_waiting(index, block, movers):
            return None
        follows, vote = announced(block.view, behind)
        if follows:
            self._announced_at = index
            return self._motion_follows(index, block, movers, vote)
        if rest is None and len(block.view) > behind + 25 and not is_vote_line(self.grammar, block.view[behind:].lstrip(" .,;")):
            return self._prose(index, block)
        if len(movers.spans) > 1 and words_between(block, movers):
            return self._prose(index, block)
        vote, said_to = went(block.view, behind)
        alone = rest is None and not block.view[said_to:].strip(" .:;,)-–—\xa0")
        if (
            rest is None
            and not (self.motions.pending and not movers.moved_by)
            and (self._belongs_back(index, movers) or (vote is not None and alone and self._settles_back(index, block)))
        ):
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
        if rest is None and (self._told_right_before(index) or self._names_motion(index, block, movers)) and self._nothing_follows(index):
            return self._tell(index, block, 0)
        before = block.view[: movers.start - block.paragraph.start].rstrip()
        if not movers.moved_by and len(before) > SENTENCE and (before[-1] == "." or len(sentences(before)) > 1):
            return self._prose(index, block)
        if (
            rest is not None
            and _TOLD_PROPOSAL.search(block.view, 0, rest)
            and opens_quote(block.view[rest:]) is None
            and not block.view.lower().startswith(("proposed", "moved", "it was moved"))
        ):
            return self._prose(index, block)
        if vote is not None and alone and not self._motion_next(index):
            return self._claim_movers(block, 0, len(block.view), movers)
        if vote is not None and (alone or rest is not None):
            return self._motion_follows(index, block, movers, vote, rest)
        self._close()
        self._mode, self._listing = None, False
        movers.hanging = rest is None and _HANGING.search(block.view.rstrip()[-12:]) is not None
        self.motions.propose(movers)
        if rest is None:
            self._claim_movers(block, 0, len(block.view), movers)
            return None
        self._claim_movers(block, 0, rest, movers)
        return self._move(index, block, rest)

    def _motion_follows(self, index: int, block: Block, movers: Movers, vote: Vote | None, rest: int | None = None) -> None:
        """Books movers whose motion's words stand behind them, from `rest` on or in the next paragraphs, and the vote told before those."""
        self._close()
        self._mode, self._listing = None, False
        self.motions.propose(movers)
        self._claim_movers(block, 0, len(block.view) if rest is None else rest, movers)
        if vote is not None:
            self._early, self._early_at, self._early_moved = vote, index, True
        if rest is not None:
            self._move(index, block, rest)

    def _settles_back(self, index: int, block: Block) -> bool:
        """Whether a statement of movers and outcome is that of the group right before it, which has neither yet (P09, P19)."""
        target = self.group or (self.groups[-1] if self.groups else None)
        if target is None or not target.entries or index - target.last > 1 or target.side == "agenda" or block.view.rstrip().endswith(":"):
            return False
        return not target.movers and (target.vote is None or target.vote.outcome is None)

    def _motion_next(self, index: int) -> bool:
        """Whether the next paragraph could be the words of what was moved."""
        block = next((each for each in self.item.blocks[index + 1 : index + 4] if each.kind != "furniture"), None)
        if block is None:
            return False
        return block.kind in ("lead-in", "labelled", "mover") or mood(block.view) is not None or opens_quote(block.view) is not None

    def _verb_alone(self, block: Block) -> None:
        self._verb = block
        self.ledger.block(block, "mover")

    def _named_below(self, block: Block) -> Movers:
        """Who is named under a verb that stands alone in the paragraph right before (``MOVED``)."""
        verb, self._verb = self._verb, None
        return names_below(verb.view, block) if verb is not None else Movers()

    def _named_waiting(self, index: int, block: Block, movers: Movers) -> bool:
        """Gives movers that stand between a lead-in and its words to the group that the lead-in opened (``RESOLVED:/(moved by …)``)."""
        group = self.group
        if group is None or group.entries or group.movers or group.origin not in ("lead-in", "inline") or group.status != "decided":
            return False
        if not states_movers(block.view):
            return False
        group.movers, group.last = movers, index
        group.vote = group.vote or went(block.view, movers.end - block.paragraph.start)[0]
        self._claim_movers(block, 0, len(block.view), movers)
        return True

    def _moves_on(self, group: GroupDraft, index: int, words: str) -> bool:
        """Whether a paragraph is one more of what was moved under one mover: ``THAT`` opens it and those before it (P09)."""
        if group.origin != "motion" or group.status != "moved" or group.vote is not None or index - group.last > 2 or not group.movers:
            return False
        opens = mood(words) == "that" or FURTHER.match(words) is not None
        return opens and all(
            entry.label is None and (mood(entry.view) == "that" or FURTHER.match(entry.view)) for entry in group.entries[-2:]
        )

    def _only_supports(self, block: Block, movers: Movers) -> bool:
        """Whether a line says who supported something (``Supported by Elm``): behind a mover that seconds, elsewhere it tells anything."""
        if movers.moved_by or block.view.lstrip(" (")[:7].casefold() != "support":
            return False
        target = self.group or (self.groups[-1] if self.groups else None)
        return target is None or not target.movers.moved_by or bool(target.movers.seconded_by)

    def _names_motion(self, index: int, block: Block, movers: Movers) -> bool:
        """Whether a line of names belongs to the motion that the paragraph right above tells (P09)."""
        if not self.narrative or not adjoin(self.item.blocks, self.narrative[-1][0], index):
            return False
        _, above, begin, end = self.narrative[-1]
        return awaits_names(above, begin, end, block, movers)

    def _move(self, index: int, block: Block, begin: int) -> None:
        """A motion's own words, with the outcome where its paragraph tells that too."""
        group = self._start_motion(index, block)
        if _FRAMES.match(block.view, begin):
            places_of = places(block.paragraph, begin, len(block.view))
            group.lead_in = (places_of[0][0], places_of[-1][1])
            return
        end = outcome_begins(block.view, begin)
        if end is None and _THE_MOTION.match(block.view):
            high = next((each[1] for each in each_sentence(block.view, begin)), begin)
            ending = _WENT_SO.search(block.view, max(begin, high - 60), high)
            end = ending.start() if ending is not None else None
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
        if block.facts.get("role") == "vote" and opens_votes(block):
            return self._prose(index, block)
        if self._recorded(index, block) or self._set_aside(index, block):
            return None
        inline = find_inline(self.grammar, block)
        if inline is not None and inline.body < len(block.view) and not inline.history:
            target = self._voted_on()
            if target is not None and target.status == "moved":
                self._settle_vote(target, block.view[: inline.start], places(block.paragraph, 0, inline.start))
            else:
                self._tell(index, block, 0, "vote", inline.start)
            self._close()
            return self._open_lead_in(index, block, inline)
        if puts_another(block.view):
            return self._prose(index, block)
        if self._told_amendments_vote(index, block):
            return None
        number = block.match.start if block.match is not None and block.view[:1].isdigit() else 0
        vote, _ = read_vote(block.view[number:])
        target = self._voted_on()
        if target is not None and target.origin in ("lead-in", "inline") and OWN_MATTER.match(block.view):
            return self._prose(index, block)
        if vote is not None and vote.span is not None and leads_on(block.view, vote.span[1]):
            return self._prose(index, block)
        target = self._voted_by(block.view) if not self.motions.pending else None
        if target is None and self._voted_on() is not None:
            return self._prose(index, block)
        if target is None and vote is not None and not self.motions.pending and self._voted_already(index):
            return self.ledger.block(block, "vote")
        if target is None and vote is not None and vote.outcome and len(block.view) < 200 and not self._in_quote():
            return self._vote_first(index, block)
        if target is None or self._in_quote() or vote is None or len(block.view) > 400:
            return self._prose(index, block)
        if self._elsewhere(index, target, block.view):
            return self._vote_first(index, block)
        self._count_votes()
        self._settle_vote(target, block.view[number:], block.paragraph.pieces)
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
        first = next(each_sentence(block.view, begin), None)
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
        front, titled = begin, _TITLED.match(block.view, begin)
        begin = titled.end() if titled is not None else begin
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
            self._tell(index, block, front, "narrative", begin)
            self._claim_movers(block, begin, len(block.view), movers)
            self.motions.propose(movers)
            return True
        if rest is None:
            return False
        self._close()
        at = movers.start - block.paragraph.start
        self._tell(index, block, front, "narrative", at)
        self._claim_movers(block, at, rest, movers)
        self.motions.propose(movers)
        self._move(index, block, rest)
        if _NUMBERED.search(block.view, begin, at) and self.groups[-1].status == "moved":
            self.groups[-1].status = "decided"
        return True

    def _elected(self, index: int, block: Block, begin: int) -> bool:
        """Takes an office and a name that their movers follow, under a title of elections (``Chair - Jo Ash. Proposed by …``, P09)."""
        if self.item.title is None or not _ELECTION.search(self.item.title):
            return False
        form = _OFFICE_FORM.match(block.view, begin)
        told = [(begin, form.end()), (form.end(), len(block.view))] if form is not None else sentences(block.view, begin)
        if len(told) < 2 or told[-2][1] - begin > NEAR or not _BY_WHOM.match(block.view, told[-1][0]):
            return False
        movers = read_movers(block, *told[-1])
        if not movers.moved_by:
            return False
        self._close()
        self.motions.propose(movers)
        group = self._start_motion(index, block)
        group.status = "decided"
        self._fill(group, index, block, begin, opened=True, end=told[-2][1] if form is None else form.end("holder"))
        self._claim_movers(block, told[-1][0], len(block.view), movers)
        self._close()
        return True

    def _moved_at_end(self, block: Block, begin: int) -> Movers:
        """Movers whose statement ends the paragraph with a colon: their motion follows (P09)."""
        words = block.view.rstrip(" \t\xa0-–—")
        if not words.endswith(":"):
            return Movers()
        movers = read_movers(block, begin, len(block.view))
        if not movers:
            return movers
        _, end = went(block.view, movers.end - block.paragraph.start)
        return movers if end >= len(words) - 2 else Movers()
