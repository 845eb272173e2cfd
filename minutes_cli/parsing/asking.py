"""Asking: motions put down, what a page recommends first, and outcomes without any lead-in (P02, P11, P43, P50, T3)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.movers import find_movers
from minutes_cli.grammar.parts.persons import read_people
from minutes_cli.model import Evidence, Span
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import Movers, places
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.inline import Inline, give_back
from minutes_cli.parsing.labels import label_at
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.moods import mood, opens_quote
from minutes_cli.parsing.motions import read_movers
from minutes_cli.parsing.moving import Moving
from minutes_cli.parsing.opening import RECOMMENDS
from minutes_cli.parsing.prose import tells
from minutes_cli.parsing.put_down import speaks_as_body
from minutes_cli.parsing.questions import IMPERATIVE
from minutes_cli.parsing.seconding import MOVED_ABOVE
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.titles import icon_in
from minutes_cli.parsing.walking import MOTION_HEADS

_PRESENT = late(r"\b(?:notes|agrees|approves|supports|welcomes|requests|endorses|recommends)\b", re.IGNORECASE)
_PROCEDURE = late(
    r"\b(?:declarations?|apolog(?:y|ies)|disclosures?|declare)\b|To\sreceive\b|\burgent\b|\baccepted\sby\sthe\sChair"
    r"|To\s(?:view|see|watch|access|find|download|contact|speak|register|join|answer|tell|inform|update|brief|advise|explain|outline)\b",
    re.IGNORECASE,
)
"""What every agenda asks for and nobody decides (T4), and what a page says to its readers."""
_FIRST_PERSON = late(
    r"\s{0,4}(?:As\s[^,]{3,80},\s)?I\s(?:hereby\s|have\s)?(?:agreed?|approved?|authorised?|confirm(?:ed)?|endorsed?|decided?|resolved?)\b(?!\swith\b)"
)
"""How one person decides on the record of a decision (P50)."""
_PUTS_MOTIONS = late(r"\b(?:council|authority|assembly|meeting)\b", re.IGNORECASE)
"""Bodies whose members put motions down in the present tense."""

_DATES = ("effective-from", "publication-date", "date-of-decision")
"""Facts right above the decision on its record."""
FEWEST = 5
"""Words of a decision that nothing but its place tells."""
LONGEST_KEY = 40
"""Code points in which the colon of a fact stands (``Anticipated restriction: Open``)."""
_BODY_SPEAKS = late(r"(?:that\s)?(?:this|the|full)\s|council\s", re.IGNORECASE)
"""``This Council requests the Board to …``: the words are the motion's own, and no lead-in to it."""
_WILL_MOVE = late(r"(?P<mover>[^:]{3,60}?)\sto\s(?:move|propose)(?:\sand\s(?P<seconder>[^:]{3,60}?)\sto\ssecond)?\s?:", re.IGNORECASE)


def _movers_to_be(block: Block, begin: int, end: int) -> Movers:
    """Who is to move and second a motion that an agenda announces (``Councillor Ash to move and Councillor Birch to second:``, P09)."""
    found = _WILL_MOVE.match(block.view, begin, end)
    if found is None:
        return Movers()
    names: dict[str, list[Span]] = {}
    for who in ("mover", "seconder"):
        people = read_people(block.view, found.start(who)) if found[who] else []
        names[who] = [(person.start, person.end) for person in people if person.end <= found.end(who)]
    start = block.paragraph.start
    spans = [(start + low, start + high) for who in names for low, high in names[who]]
    moved, seconded = ([squeeze(block.view[low:high]) for low, high in names[who]] for who in ("mover", "seconder"))
    return Movers(moved, seconded, spans, start + found.end(), start + found.start())


ASKED = late(
    r"To\s(?:(?:formally\s)?(?:approve|confirm|authorise|agree|adopt|consider|note|determine|elect|appoint|sign)|receive\sand\s\w+)\s[^.]{12,400}\.?\s*$"
)
"""One sentence that says what is to be done: the agenda's words, printed above the record of each item (P11)."""


class Asks(Moving):
    """The parts of the walk that take asks and outcomes that only their words or their place tell."""

    def _says_motion(self, index: int, block: Block, begin: int) -> bool:
        """Takes a paragraph of a motion that speaks for the body under its heading; further ones are further clauses (P05, P31)."""
        group = self.group
        if announces(block.view[begin:]):
            return False
        if group is None and not self.motions.pending and self.item.blocks[index - 1].facts.get("role") in MOTION_HEADS:
            group = self._start(index, block, "bare", basis="position")
            self._fill(group, index, block, begin, opened=True)
            return True
        if group is None or group.origin != "bare" or group.status != "moved" or group.quoted or not group.entries:
            return False
        if group.last != index - 1 or announces(group.entries[-1].view):
            return False
        self._fill(group, index, block, begin, opened=False)
        return True

    def _proposal(self, index: int, block: Block, begin: int) -> bool:
        """Takes a motion that is only put down (``This Council resolves to:``, P11, T3), or a list that others had resolved (P43)."""
        view = block.view
        if self._under_motion and self.side != "agenda" and speaks_as_body(view[begin:]) and self._says_motion(index, block, begin):
            return True
        at = skip(view, begin, "“\"‘'")
        found = self.grammar.match("proposals", view, at)
        moved = found is not None and (
            self.motions.pending
            or (self._under_motion and self.side != "agenda")
            or MOVED_ABOVE.search(self._introducer(index) or "") is not None
        )
        status = "moved" if moved else "proposed"
        if found is not None and status == "proposed" and self._is_recorded(view[found.start : found.end]):
            self._close()
            group = self._start(index, block, "bare", basis="position")
            group.status, group.certainty = "decided", "inferred"
            group.evidence = [Evidence("in-minutes", "the body speaks in the present tense under the heading of the minutes")]
            self._fill(group, index, block, begin, opened=True)
            return True
        if found is None:
            told = [match for match in self.grammar.search("history", view, begin) if match.end < len(view)]
            if not told or label_at(view, skip(view, told[-1].end)) is None:
                return False
            found, status = told[-1], "reported"
            self._tell(index, block, begin, "narrative", found.start)
        elif found.phrase.facts.get("role") == "recital":
            self._tell(index, block, begin)
            return True
        elif "option" in view[found.start : found.end].lower():
            self._listing = True
            self._tell(index, block, begin)
            return True
        elif begin < at:
            self.ledger.claim(places(block.paragraph, begin, at), "furniture")
        quoted = opens_quote(view[begin:])
        movers = self.motions.take() or _movers_to_be(block, found.start, found.end)
        if not movers and status == "proposed" and self.side != "agenda":
            movers = read_movers(block, found.start, found.end)
            status = "moved" if movers.moved_by else status
        group = self._start(index, block, "lead-in", basis="lead-in")
        group.status, group.movers, group.match = status, movers, found
        end, body = give_back(view, found.start, found.end, skip(view, found.end))
        group.lead_in = (block.paragraph.start + found.start, block.paragraph.start + end)
        if quoted and status != "reported":
            group.quoted, group.match_quote = True, quoted
        if status != "reported" and announces(view[body:]) and len(view) - body < 80 and mood(view[body:]) is None:
            last = places(block.paragraph, body, len(view))
            group.lead_in = (group.lead_in[0], last[-1][1] if last else group.lead_in[1])
            body = len(view)
        if (
            body < len(view)
            and status != "reported"
            and _BODY_SPEAKS.match(view, found.start)
            and view[found.end - 1 : found.end].isalpha()
        ):
            group.lead_in, body = None, begin
        if body < len(view):
            self._fill(group, index, block, body, opened=True)
        return True

    def _is_recorded(self, words: str) -> bool:
        """Whether words in the present tense (``The Committee notes …``) are the record of what the body did, and put down no motion."""
        if _PRESENT.search(words) is None:
            return False
        behind = self.side is None and self.record and bool(self.narrative)
        return self.side == "minutes" or (behind and _PUTS_MOTIONS.search(words) is None)

    def _recommended_first(self, index: int, block: Block, begin: int) -> bool:
        """Takes the first words under an item's title where they say what is recommended (``It is recommended that …``, P11)."""
        if begin or self.groups or self.narrative or self.side not in (None, "agenda") or self.item.decision_page:
            return False
        found = self.grammar.match("lead_ins", block.view)
        if found is None or found.phrase.facts.get("status") != "proposed" or not RECOMMENDS.search(block.view, 0, found.end):
            return False
        self._close()
        self._open_lead_in(
            index, block, Inline(found, found.start, *give_back(block.view, found.start, found.end, skip(block.view, found.end)))
        )
        return True

    def _follows_facts(self, index: int, words: str) -> bool:
        """Whether words stand where an entry's decision does that lost its head: behind the dates, before who led it (P02, P50)."""
        blocks = self.item.blocks
        if not self.item.decision_page or self.groups or self._heads_decision or len(words.split()) < FEWEST or ":" in words[:LONGEST_KEY]:
            return False
        above = next((blocks[at] for at in range(index - 1, -1, -1) if blocks[at].kind != "furniture"), None)
        return above is not None and above.kind == "metadata" and above.facts.get("key") in _DATES and above.body < len(above.view)

    def _opens_bare(self, own: str | None, words: str) -> bool:
        """Whether prose without lead-in may be an outcome or an ask of its own (P02, P11)."""
        if own == "that" or (own == "past" and self.item.decision_page):
            return True
        if own == "to":
            early = not self.record or not (self.groups or self.narrative) or self.side == "agenda"
            early = early or (self.side is None and not self.motions.pending and ASKED.match(words) is not None)
            return early and not self.item.decision_page and _PROCEDURE.search(words) is None and icon_in(words) is None
        early = (self.side == "agenda" or not self.record) and not self.groups and not self.narrative
        if own in (None, "present") and early and IMPERATIVE.match(words):
            return True
        if own in (None, "present") and self.narrative and self.record and self.side != "agenda" and IMPERATIVE.match(words):
            return True
        if own is None and self.item.decision_page and _FIRST_PERSON.match(words):
            return True
        if own == "passive" and (self.grammar.finds("history", words) or find_movers(words) is not None):
            return False
        return own == "passive" and self.record and len(words.split()) <= 70 and self.side != "agenda" and not tells(words)
