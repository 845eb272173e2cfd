"""Statuses: what position and evidence say of groups whose words alone do not tell (phenomena section 2, findings 1-3; P02, P11, T1-T3).

Evidence is added up and goes into the output: after the narrative, decision mood, repeats the proposal, a longer blank run than the
page's usual one, nearness to the footer. Too little of it leaves a paragraph what it looks like: narrative.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from operator import itemgetter

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.model import Evidence
from minutes_cli.parsing.asking import ASKED
from minutes_cli.parsing.assembling import Assembler
from minutes_cli.parsing.drafts import Entry, GroupDraft, Movers
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.motions import read_movers
from minutes_cli.parsing.neighbours import below
from minutes_cli.parsing.prose import records_behind, tells
from minutes_cli.parsing.questions import IMPERATIVE, short_title
from minutes_cli.parsing.quoting import told_elsewhere
from minutes_cli.parsing.seconding import MOVED_ABOVE, second
from minutes_cli.parsing.sending import part_quoted
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.voting import read_vote

ENOUGH = 2
"""Signs that a headless group needs to be a decision."""
PLENTY = 3
"""Signs from which it counts as inferred and no longer as a guess."""
_REPEATS = 0.6
"""Share of words that two groups must have in common for one to repeat the other."""

_WORD = late(r"[^\W_]{2,}")
_OTHERS = late(r"\b(?:recommend\w*|finding\w*|advi[sc]e\w*|suggest\w*|had\sresolved|conclusion\w*)\b", re.IGNORECASE)
_PUT_DOWN = late(r"\b(?:motion|amendment)\b|\b(?:will|to|shall)\s(?:move|propose)\b", re.IGNORECASE)
_REPORT = gated(
    "report paper agenda officer officers",
    r"\b(?:report|paper|agenda)\s(?:\w+\s){0,3}(?:recommend\w*|propos\w*|ask\w*|invit\w*)\b|\bofficers?[’']?s?\srecommend",
    re.IGNORECASE,
)
_VERB = late(
    r"\b(?:\w+ed|that|to|then|therefore|recommends?|requests?|asks?|notes?|approves?|agrees?|endorses?|instructs?|authorises?)\b",
    re.IGNORECASE,
)
_ACTED = late(r"\s{0,4}(?:[a-z]+ed|gave|chose|set|took|made)\s")
_CLOSED = late(
    r"(?:the\s)?(?:meeting|chair(?:man|woman|person)?|business)\b[^.]{0,30}\b(?:closed|concluded|ended|finished|rose)\b", re.IGNORECASE
)
"""What is said of the end of a meeting stands behind its last outcome."""
_ASKS = late(r"\b(?:recommend\w*|advi[sc]e\w*|suggest\w*)\b", re.IGNORECASE)


_ACTION = late(
    r"(?:Adoption|Approval|Appointment|Election|Confirmation|Acceptance|Authorisation|Review|Grant|Provision|Change)\b", re.IGNORECASE
)


def _names_item(words: str) -> bool:
    """Whether a line of an agenda's list only names an item (``Date of next meeting``) and asks for nothing."""
    return short_title(words, 8) and not (_ACTION.search(words) or IMPERATIVE.match(words))


_IS_HEARD = late(
    r"To\s(?:receive|hear)\s(?:(?:and\snote\s)?(?:any|the)\s)?(?:[^\W_]{1,20}\s){0,2}?(?:apolog(?:y|ies)|declarations?|disclosures?|questions|petitions|deputations)\b",
    re.IGNORECASE,
)
"""What an agenda only hears (``To receive apologies``) is asked of nobody (T4)."""


def settle(assembler: Assembler, usual_gap: int) -> tuple[list[GroupDraft], list[GroupDraft]]:
    """Gives every group of an item its status; returns the groups kept, and those that are narrative after all.

    On a page that holds no record at all nothing is decided (P11).
    """
    kept: list[GroupDraft] = []
    dropped: list[GroupDraft] = []
    record = assembler.record
    last_start = max((group.first for group in assembler.groups), default=-1)
    last_told = assembler.narrative[-1][0] if assembler.narrative else -1
    for group in assembler.groups:
        group.status = group.voted or group.status
        if group.introduced is not None and not group.movers and MOVED_ABOVE.search(group.introduced):
            group.movers = _movers_above(assembler, group)
        if group.origin == "list":
            agenda = not record or group.side == "agenda"
            asks = [entry for entry in group.entries if not (_IS_HEARD.match(entry.view) or (agenda and _names_item(entry.view)))]
            _keep(assembler, group, asks or group.entries[:1])
        if group.status == "moved" and group.entries and _ADOPTED.search(group.entries[-1].view[-60:]):
            group.status = "decided"
        if group.status is None or (group.origin == "bare" and group.certainty == "guess" and group.status != "moved"):
            if _judge(assembler, group, kept, usual_gap, last_told, last_start, record):
                kept.append(group)
            else:
                dropped.append(group)
        else:
            if group.status == "decided" and not record and not assembler.item.decision_page:
                group.status = "proposed"
            if group.certainty != "certain" and not group.evidence:
                group.evidence = [Evidence("weak-words", "the words that open it do not always open a decision")]
            (dropped if _is_bare_name(group) else kept).append(group)
    _report_received(assembler, kept)
    _carry_by_name(kept)
    _report_quoted(assembler, kept)
    second(assembler.narrative, kept)
    return part_quoted(kept), dropped


def _keep(assembler: Assembler, group: GroupDraft, entries: list[Entry]) -> None:
    """Leaves a group only some of its entries; the words of the others are narrative."""
    kept = {id(entry) for entry in entries}
    for entry in group.entries:
        if id(entry) not in kept:
            assembler.ledger.claim([*([entry.label_span] if entry.label_span else []), *entry.pieces, *entry.tail], "narrative")
    group.entries = entries


_ADOPTED = late(
    r"\band\s(?:(?:(?:this|it|these|they)\s)?(?:was\s|were\s))?(?:unanimously\s|duly\s)?(?:adopted|agreed|carried|passed)\.?\s*$"
)
"""How a motion's own paragraph ends where it tells the outcome too."""

_RECEIVED = gated("minutes", r"\b(?:received|noted|considered|adopted)\s(?:these|those|the\sabove)\sminutes\b", re.IGNORECASE)


def _report_received(assembler: Assembler, kept: list[GroupDraft]) -> None:
    """What stands above ``received these minutes`` was decided by the other body whose minutes they are (P43)."""
    received = max((index for index, block, begin, end in assembler.narrative if _RECEIVED.search(block.view, begin, end)), default=-1)
    for group in kept:
        if group.last < received and group.status == "decided":
            group.status = "reported"


_THE_MOTION = late(
    r"(?:(?:that|to|unanimously)\s){0,3}(?P<went>approv|adopt|accept|support|agree|pass|reject)\w{0,3}\s(?:to\s)?(?:the|this)\s(?:\w+\s)?(?:motion|amendment|proposal)\b"
    r"|(?:(?:that|unanimously)\s){0,2}the\s(?:\w+\s)?(?:motion|amendment|proposal)\s(?:as\s\w+\s)?be\s(?:\w+ly\s)?(?P<was>approv|adopt|accept|support|agree|pass|reject)",
    re.IGNORECASE,
)
"""A resolution that only names the motion it adopts."""


def _carry_by_name(kept: list[GroupDraft]) -> None:
    """A motion was decided, or lost, where the resolution right behind it adopts or rejects it by name (P12, P20).

    One that only frames the words behind it (``That part a) be approved:``) goes as they do.
    """
    for motion, group in pairwise(kept):
        if _frames(motion, group):
            motion.status, motion.vote, group.movers = group.status, group.vote, motion.movers
            continue
        if motion.status != "moved" or group.status != "decided" or group.first - motion.last > 2 or not group.entries:
            continue
        said = _THE_MOTION.match(group.entries[0].view)
        if said is not None:
            motion.status = "lost" if (said["went"] or said["was"]).casefold() == "reject" else "decided"


def _frames(motion: GroupDraft, group: GroupDraft) -> bool:
    """Whether a motion announces the words of the next group, which were voted on."""
    if motion.status != "moved" or motion.vote is not None or group.vote is None or group.movers or group.first - motion.last > 1:
        return False
    return bool(motion.entries) and motion.entries[-1].view.rstrip().endswith(":") and group.vote.outcome is not None


def _report_quoted(assembler: Assembler, kept: list[GroupDraft]) -> None:
    """What a letter, an extract or an earlier meeting's list says was decided elsewhere (P42, P43)."""
    for group in kept:
        if group.status == "decided" and told_elsewhere(assembler.item.blocks, group, assembler.narrative):
            group.status, group.certainty = "reported", "inferred"
            group.evidence = [Evidence("introduced", "the words before it announce what others wrote or decided")]


def _is_bare_name(group: GroupDraft) -> bool:
    """Whether a list under nothing but a name and a colon (``REPLY:``) holds no outcomes: none of its items begins as one (P22)."""
    if group.match is None or group.certainty == "certain" or "list" not in group.match.phrase.facts.get("needs", ""):
        return False
    if _VERB.search(group.opener.view, group.match.start, group.match.end):
        return False
    return not any(mood(entry.view) in ("that", "to", "past", "present") or _ACTED.match(entry.view) for entry in group.entries)


def _judge(
    assembler: Assembler, group: GroupDraft, earlier: list[GroupDraft], usual_gap: int, last_told: int, last_start: int, record: bool
) -> bool:
    if group.side == "agenda":
        group.status, group.certainty = "proposed", "certain"
        return True
    if group.side == "decision":
        group.status = "decided"
        group.basis = "page" if assembler.item.decision_page else "label"
        group.certainty = "certain"
        return True
    if group.introduced is not None and _REPORT.search(group.introduced):
        group.status, group.kind, group.side, group.certainty = "proposed", "recommendation", "agenda", "inferred"
        group.evidence = [Evidence("introduced", "the sentence before it says that the report recommends it")]
        return True
    if group.introduced is not None and _OTHERS.search(group.introduced):
        group.status = "reported"
        group.kind = "recommendation" if _ASKS.search(group.introduced) else group.kind
        group.certainty = "inferred"
        group.evidence = [Evidence("introduced", "the sentence before it announces what others found or recommended")]
        return True
    if group.introduced is not None and (said := MOVED_ABOVE.search(group.introduced)):
        _moved_above(group, agreed=said["agreed"] is not None)
        return True
    if group.introduced is not None and _PUT_DOWN.search(group.introduced):
        group.status, group.certainty = "proposed", "inferred"
        group.evidence = [Evidence("introduced", "the sentence before it says that it is a motion")]
        return True
    if record and group.side is None and _heads_record(assembler, group):
        return False
    if assembler.item.lists_decisions and mood(group.entries[0].view) == "that" and not group.after_narrative:
        group.status, group.certainty = "decided", "inferred"
        group.evidence = [Evidence("decisions-listed", "the page lists decisions, and begins as outcomes begin")]
        return True
    before = group.after_narrative
    later = last_told > group.last or last_start > group.last
    if not record or (not before and group.side != "minutes" and later):
        group.status = "proposed"
        group.side = "agenda"
        group.certainty = "inferred" if later or group.certainty != "guess" else "guess"
        group.evidence = [Evidence("before-narrative", "stands before the record of the item")]
        return True
    if len(group.entries) == 1 and group.entries[0].label is None and ASKED.match(group.entries[0].view) and _answered(assembler, group):
        group.status, group.side, group.certainty = "proposed", "agenda", "inferred"
        group.evidence = [Evidence("before-record", "stands right before the record of what came of it")]
        return True
    signs = list(_signs(assembler, group, earlier, usual_gap))
    weak = group.certainty == "guess"
    if len(signs) < ENOUGH + weak:
        return False
    group.status = "decided"
    group.side = group.side or ("minutes" if group.after_narrative else None)
    group.certainty = "inferred" if len(signs) >= PLENTY else "guess"
    group.evidence = signs
    return True


def _moved_above(group: GroupDraft, *, agreed: bool) -> None:
    """Takes vote and status from the sentence that announces a motion's words (P09, P19)."""
    group.status, group.certainty = "decided" if agreed else "moved", "inferred"
    group.evidence = [Evidence("introduced", "the sentence before it says that it was " + ("moved and agreed" if agreed else "moved"))]
    if agreed and group.vote is None:
        group.vote, _ = read_vote(group.introduced or "")


def _movers_above(assembler: Assembler, group: GroupDraft) -> Movers:
    """Who moves and seconds in the last words before a group."""
    at = bisect_left(assembler.narrative, group.first, key=itemgetter(0)) - 1
    if at < 0:
        return Movers()
    _, block, begin, end = assembler.narrative[at]
    return read_movers(block, begin, end)


def _heads_record(assembler: Assembler, group: GroupDraft) -> bool:
    """Whether labelled lines that say what is to be done (``4. To approve the minutes``) head the record that stands under each of them."""
    if not group.entries or any(entry.label is None or mood(entry.view) != "to" for entry in group.entries):
        return False
    if any(group.first < index <= group.last + 1 for index, *_ in assembler.narrative):
        return True
    if len(group.entries) == 1 and not group.after_narrative:
        return True
    if len(group.entries) == 1 and _answered(assembler, group):
        return True
    return any(records_behind(entry.view) for entry in group.entries)


def _signs(assembler: Assembler, group: GroupDraft, earlier: list[GroupDraft], usual_gap: int) -> list[Evidence]:
    signs = []
    if group.after_narrative:
        signs.append(Evidence("after-narrative", "stands behind the narrative of the item"))
    elif group.side == "minutes":
        signs.append(Evidence("in-minutes", "stands under the heading of the minutes"))
    first = group.entries[0].view
    own = mood(first) or (mood(first[:1].upper() + first[1:]) if group.introduced is not None and announces(group.introduced) else None)
    if (
        own in ("that", "past")
        or IMPERATIVE.match(group.entries[0].view)
        or (own is None and any(mood(entry.view) == "that" for entry in group.entries))
        or _passive(group)
    ):
        signs.append(Evidence("decision-mood", "begins as outcomes begin"))
    if own == "to" and _stands_alone(assembler, group):
        signs.append(Evidence("stands-alone", "is all that the item holds, on a page that tells what was done"))
    if own == "passive" and group.entries[0].label is None and group.entries[0].view.lstrip()[:1].islower() and group.after_narrative:
        signs.append(Evidence("lost-lead-in", "begins in the middle of a sentence, in the mood of a decision"))
    if any(other.status == "proposed" and repeats(other, group) for other in earlier[-12:]):
        signs.append(Evidence("repeats-proposal", "says again what was proposed"))
    if group.vote is not None and group.vote.outcome and any(entry.label is not None for entry in group.entries):
        signs.append(Evidence("voted", "a vote behind the list tells what became of it"))
    if group.gap > usual_gap:
        signs.append(Evidence("long-gap", f"{group.gap} blank lines before it, usually {usual_gap}"))
    if _at_end(assembler, group):
        signs.append(Evidence("before-footer", "is the last thing said in the item"))
    return signs


def _stands_alone(assembler: Assembler, group: GroupDraft) -> bool:
    """Whether a list is all that an item holds, and none of it is what only an agenda asks for (``To consider …``)."""
    alone = len(group.entries) > 1 and not assembler.narrative and len(assembler.groups) == 1
    return alone and not any(_TO_COME.match(entry.view) for entry in group.entries)


_TO_COME = late(r"To\s(?:consider|receive|discuss|hear|review|determine|decide|sign|elect|appoint|invite|declare|ask)\b", re.IGNORECASE)


def _answered(assembler: Assembler, group: GroupDraft) -> bool:
    """Whether the next thing said in the item is its record: a decision, or a sentence that tells."""
    for block in assembler.item.blocks[group.last + 1 : group.last + 4]:
        if block.kind == "furniture":
            continue
        return block.kind in ("lead-in", "block-head", "mover", "documents") or (block.kind == "prose" and tells(block.view))
    return False


def _passive(group: GroupDraft) -> bool:
    """Whether a labelled list says mostly what is to be done (``the programme be approved``)."""
    passive = sum(1 for entry in group.entries if entry.label is not None and mood(entry.view) == "passive")
    return passive > 1 and 2 * passive > len(group.entries)


def _at_end(assembler: Assembler, group: GroupDraft) -> bool:
    for block in below(assembler.item.blocks, group.last):
        if block.kind in ("documents", "metadata", "meeting-head", "reasons", "alternatives"):
            return True
        if block.kind != "furniture" and not _CLOSED.match(block.view):
            return False
    return True


def bag(group: GroupDraft) -> Counter[str]:
    """The words of a group, counted, whatever their case."""
    words: Counter[str] = Counter()
    for entry in group.entries:
        words.update(word.lower() for word in _WORD.findall(entry.view))
    return words


def repeats(one: GroupDraft, other: GroupDraft) -> bool:
    """Whether two groups say mostly the same words."""
    a, b = bag(one), bag(other)
    shared = sum((a & b).values())
    return shared >= _REPEATS * max(sum(a.values()), sum(b.values()), 1)
