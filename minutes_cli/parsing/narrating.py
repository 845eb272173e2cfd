"""Told decisions: sentences of the narrative in which the body decides, as groups of their own (P18)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.parts.response_lines import find_labelled
from minutes_cli.grammar.words_seen import lacks
from minutes_cli.model import Evidence, Span, Vote
from minutes_cli.parsing.assembling import Assembler
from minutes_cli.parsing.assent import counted_behind, motion_in, name_movers, seconds_and_ends, settle_by_assent, stretches_below
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import Entry, GroupDraft, Movers, Told, places
from minutes_cli.parsing.items import Draft
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.motions import movers_behind, read_movers, states_movers
from minutes_cli.parsing.outcome_words import ends_in_outcome
from minutes_cli.parsing.prose import DECIDING, VERBAL, behind_label, decision_in, own_words
from minutes_cli.parsing.quoting import Under
from minutes_cli.parsing.seconding import hand_on, moves_by_name, only_seconds, second
from minutes_cli.parsing.sentences import sentences
from minutes_cli.parsing.told_lists import MOST_LISTED, SUMS, labelled_behind, listed_behind
from minutes_cli.parsing.told_votes import voted_behind, voted_below
from minutes_cli.parsing.verdicts import ends_in_verdict, is_view
from minutes_cli.parsing.voting import is_vote_line, read_vote, yes

_ONLY_NAMES = late(
    r"(?:(?:this|it|these)\s(?:was|were)\s(?:proposed|moved|seconded)\sby\b(?![^;]{0,200}?\s(?:that|to)\s)|[\[(]?(?:proposed|moved|prop|proposer|seconded)\b)",
    re.IGNORECASE,
)
"""A sentence that only says who moved is no decision of its own."""
_ACTED = late(r"\b(?:on|upon)\s{1,4}(?:the|a)\s{1,4}(?:proposal|proposition|motion)\s{1,4}of\b", re.IGNORECASE)
_THIS = late(r"(?:This|These)\s(?:was|were)\s(?:(?:then|also|duly|unanimously|all)\s){0,2}(?:agreed|approved|accepted|carried)\b(?!\sas\b)")
_ANNOUNCES = late(r"\b(?:(?:the\sfollowing|these|as\sfollows|below)\b[^:]{0,160}[:–—-]{1,2}|as\sfollows)\s{0,4}$", re.IGNORECASE)
_LISTS = late(r"(?:[^:.;]{0,60},\s)?the\sfollowing\b[^:.]{0,80}:\s{0,4}$", re.IGNORECASE)
_ALL_AGREED = late(
    r"\b(?:and|was)\s(?:then\s|also\s|duly\s)?(?:unanimously\s)?(?:agreed|approved|accepted|carried|passed)\b", re.IGNORECASE
)
_SIGNED = late(r"(?:The\s|These\s)?(?:minutes|they)\s(?:were|was)\s(?:then\s|duly\s)?signed\b(?!\sas\b)", re.IGNORECASE)
"""What is done with minutes that the sentence before has approved."""
_NOMINATED = late(
    r"\b(?:proposed|nominated|moved)\s[^.;]{3,80}?\b(?:as|for\sthe\s(?:position|office|post|chair)|be\snominated|be\selected)\b",
    re.IGNORECASE,
)
_NOMINATES = late(r"\bnominated\b(?!.{0,200}?\b(?:agreed|carried|approved)\b)", re.IGNORECASE)
_ELECTED = late(r"\b(?:re-?)?elected\b", re.IGNORECASE)
_VOTES = gated("voted voting abstained abstentions", r"\b(?:voted|voting|abstained|abstentions)\b", re.IGNORECASE)
_OUTCOME_ALONE = gated(
    "approved agreed accepted adopted carried deferred",
    r"(?:All\s)?(?:Approved|Agreed|Accepted|Adopted|Carried|Deferred)(?:\s(?:unanimously|by\sall))?\.?",
)
"""A sentence that is nothing but an outcome: what it is about stands before it."""
_PAID = late(r"\bfollowing\b[^.:]{0,80}\b(?:pa(?:id|yments?)|accounts|invoices|cheques)\b[^.:]{0,40}\.\s*$", re.IGNORECASE)
_ALL_OF_THEM = late(r"[-–—]\s?all\s(?:\w+ly\s)?(?:agreed|approved|accepted)\b[^.]{0,30}\.?\s*$", re.IGNORECASE)
_ELECTION = late(r"\b(?:election|appointment|office[- ]?bearers)\b", re.IGNORECASE)
_NO_OTHERS = late(r"(?:There\swere\s|With\s)?no\s(?:other|further|more)\s(?:nominations?|proposals?|candidates?)\b", re.IGNORECASE)
_TOOK = late(
    r"\b(?:accepted|took\sthe\schair|no\sother\s(?:nominations?|proposals?)|(?:was|were)\s(?:duly\s)?(?:re-?)?elected|duly\s(?:re-?)?elected)\b",
    re.IGNORECASE,
)
"""What says, in a sentence of election, that who was proposed was elected."""
_IT_WAS_PROPOSED = late(r"(?:It|this)\swas\s(?:then\s|also\s)?(?:proposed|moved)\s(?:that|to)\b", re.IGNORECASE)
_IT_WAS_MOVED = late(
    r"(?:^|\band\s|[,;]\s)it\swas\s(?:(?:then|also|duly)\s)?(?:moved(?:(?:,\s|\sand\s)(?:duly\s)?seconded)?|proposed(?:,\s|\sand\s)(?:duly\s)?seconded)"
    r"(?:\sby\s[^.;:]{3,60}?)?\s(?:that|to)\s"
    r"|^(?:(?:a\s)?motion\s(?:was\s)?(?:made|moved)|moved)(?:,\s|\sand\s)(?:duly\s)?seconded\s(?:that|to)\s",
    re.IGNORECASE,
)
"""A motion is told whole without the name of who moved it; what was only proposed so may be anybody's thought."""
_PROPOSING = frozenset(
    {"proposed", "proposes", "proposal", "propose", "proposer", "prop", "moved", "mover", "nominated", "motion", "motioned", "motions"}
)
_PROPOSED = late(
    r"\b(?:proposed|propos(?:es|al)|moved|nominated|motioned|motions\sto|(?:made|makes|offered)\s(?:an?|the)\smotion"
    r"|(?<!of\s)motion\s(?:(?:was\s)?(?:made|offered)\s)?by|motion\s(?:was\s)?made\sand\sseconded|motion\s(?:to|that|for)\b(?=[^.;:]{3,240}\sby\s))\b",
    re.IGNORECASE,
)


_TELLING = DECIDING | _PROPOSING | {"object", "objects", "objections", "comments", "observations", "support", "supports", "neutral"}
"""Words of which one stands in every paragraph that tells of a decision or of a motion."""


_TURNED_DOWN = late(
    r"\b(?:proposal|motion|amendment)\s(?:for|to|that|of|by|from)\s[^.;]{0,120}?\s(?:was|were)\s(?:then\s|therefore\s)?"
    r"(?:rejected|lost|defeated|not\s(?:agreed|approved|accepted|carried|supported))\b",
    re.IGNORECASE,
)
"""A proposal that was turned down is lost, and its opposite not decided."""
SHORTEST_MATTER = 30
"""Code points: less behind a heading's dash is the outcome alone, and the heading is its matter (``Minutes of May – Approved``)."""
MOST_NAMES = 600
"""Code points behind a proposal that only name who seconded it."""


def _proposes(found: list[GroupDraft], block: Block, low: int, high: int, movers: Movers) -> bool:
    """Whether a sentence without a decision puts something forward, and does not only name who did (P09, P18).

    A statement of names with its outcome (``Proposed by A, seconded by B and agreed.``) stands for the decision itself where nothing
    before it in its paragraph decides.
    """
    if _PROPOSED.search(block.view, low, high) is None:
        return False
    if _moves_unnamed(block.view[low:high]):
        return True
    if not movers.moved_by:
        return _IT_WAS_PROPOSED.match(block.view, low, high) is not None and bool(movers_behind(block, high)[0].moved_by)
    only_names = _ONLY_NAMES.match(block.view, low, high) is not None or states_movers(block.view[low:high])
    if not only_names and not moves_by_name(block.view, low, high):
        return True
    return _ALL_AGREED.search(block.view, low, high) is not None and not (found and found[-1].opener is block)


def _moves_unnamed(sentence: str) -> bool:
    """Whether a sentence tells a motion without naming its mover (``… and it was moved that the minutes be adopted``)."""
    said = _IT_WAS_MOVED.search(sentence)
    return said is not None and (said[0].endswith("to ") or mood(sentence[said.end() :]) == "passive")


_AGREED_THAT = late(r"(?:It\swas|Members|The\s(?:Council|meeting|Committee))\s(?:then\s)?(?:agreed|resolved)\b[^.;:]{0,30}?\sthat\s")
"""An agreement in words of its own is the decision, and what was proposed before it only tells who moved it."""


def _says_again(last: GroupDraft, view: str, low: int, high: int) -> bool:
    """Whether a sentence only follows from the decision told right before it: minutes are signed, who was proposed is elected."""
    if _SIGNED.match(view, low, high):
        return True
    return bool(last.movers) and _ELECTED.search(view, low, high) is not None and _ELECTED.search(last.entries[0].view) is not None


def _ends_before(group: GroupDraft, told: list[Told], at: int, pieces: list[Span]) -> bool:
    """Whether a group's words are the sentence before (given by its places), or the block right before."""
    if group.form == "narrative":
        return bool(pieces) and pieces[-1] == group.entries[-1].pieces[-1]
    return told[at][0] == group.last + 1


def _settles_last(found: list[GroupDraft], told: list[Told], at: int, before: Span | None, low: int, high: int) -> bool:
    """Takes a sentence that only says yes (``This was agreed.``) for the outcome of the proposal told right before it (P18)."""
    _, block, _, _ = told[at]
    if _THIS.match(block.view, low, high) is None:
        return False
    pieces = places(block.paragraph, *before) if before else _last_sentence(told, at)
    last = next((group for group in found if (group.status == "moved" or group.vote) and _ends_before(group, told, at, pieces)), None)
    if last is None or last.status in ("decided", "lost"):
        return last is not None
    last.status = "decided"
    last.evidence.append(Evidence("agreed-behind", "the next sentence says that it was agreed"))
    return True


def _matter_before(told: list[Told], at: int, before: Span | None, low: int, high: int, found: list[GroupDraft]) -> list[Span]:
    """What a sentence that only says yes speaks of (P18).

    ``This was agreed.`` takes the sentence before it, unless that is a decision of its own; ``… - all approved.`` at the end of a
    list takes the lines of the list, back to the words that announce it.
    """
    _, block, begin, _ = told[at]
    if _THIS.match(block.view, low, high):
        pieces = places(block.paragraph, *before) if before else _last_sentence(told, at)
        known = {span for group in found[-3:] for entry in group.entries for span in entry.pieces}
        return [] if any(span in known for span in pieces) else pieces
    if _ALL_OF_THEM.search(block.view, max(begin, low - 4), high):
        pieces = places(block.paragraph, begin, low)
        for back in range(at - 1, max(-1, at - MOST_LISTED), -1):
            index, other, start, stop = told[back]
            words = other.view[start:stop].rstrip()
            if told[back + 1][0] - index > 1 or other.kind != "prose" or words.endswith((".", ":", "-", "–")):
                break
            pieces = [*places(other.paragraph, start, stop), *pieces]
        return pieces
    return []


def _sentence_before(view: str, spoken: list[Span], turn: int, low: int) -> Span | None:
    """The sentence of a paragraph that ends before ``low``, which lies in its sentence number ``turn``."""
    own = sentences(view, spoken[turn][0], low)
    return own[-1] if own else spoken[turn - 1] if turn else None


def _last_sentence(told: list[Told], at: int) -> list[Span]:
    """The last sentence of the paragraph right before, where it is prose."""
    if not at:
        return []
    index, block, begin, end = told[at - 1]
    before = sentences(block.view, begin, end)
    return places(block.paragraph, *before[-1]) if before and told[at][0] - index == 1 and block.kind in ("prose", "mover") else []


def told_decisions(grammar: Grammar, item: Draft, assembler: Assembler, told: list[Told], kept: list[GroupDraft]) -> list[GroupDraft]:
    """Groups with ``form: narrative`` from an item's narrative. What stands on the agenda side tells of none."""
    found: list[GroupDraft] = []
    answered = any(group.status == "reported" for group in kept)
    opening: dict[int, list[GroupDraft]] = {}
    ending: dict[int, list[GroupDraft]] = {}
    for group in kept:
        opening.setdefault(group.first, []).append(group)
        ending.setdefault(group.last, []).append(group)
    under = Under()
    for at, (index, block, begin, end) in enumerate(told):
        under.reads(item.blocks, told[at])
        side = assembler.told_on.get(index, assembler.side)
        if side == "agenda" or _is_listed(found, index) or lacks(block.view, _TELLING):
            continue
        spoken = sentences(block.view, begin, end)
        for turn, (low, high) in enumerate(spoken):
            if _tells_vote_of(found, grammar, told, at, low, high):
                continue
            if block.view[low:high].rstrip().endswith("?") or (answered and find_labelled(block.view[low:high])):
                continue
            first, label_end = low, behind_label(block.view, low, high)
            if _is_vote_note(block.view[label_end:high]):
                continue
            low = own_words(block.view, low, high)
            match = decision_in(grammar, block.view, low, high, assembler.own)
            if match is not None and under.hides(block, block.view[low:high], match):
                continue
            verdict = ends_in_verdict(block.view, first, high)
            label_end = first if verdict else label_end
            outcome = verdict or ends_in_outcome(block.view, low, high)
            if match is None and outcome and under.notified:
                continue
            if low > label_end and high - low < SHORTEST_MATTER and ends_in_outcome(block.view, label_end, high):
                low, outcome, match = label_end, True, None
            if match is None and (_OUTCOME_ALONE.fullmatch(block.view, low, high) or is_view(block.view, begin, low, high)):
                before = _sentence_before(block.view, spoken, turn, low)
                if before and found and found[-1].opener is block and states_movers(block.view[slice(*before)]):
                    continue
                outcome = True
                if before and VERBAL.search(block.view, *before) is None:
                    label_end = behind_label(block.view, *before)
            if outcome and match is None:
                low = label_end
            if match is not None and not outcome and block.view.startswith(("Agreed to ", "Approved "), low + match.start):
                low += match.start
            movers = read_movers(block, low, high)
            again = match is not None and bool(found) and found[-1].opener is block and _says_again(found[-1], block.view, low, high)
            if again and found[-1].vote is None and _AGREED_THAT.match(block.view, low, high):
                movers = found.pop().movers
            elif again:
                continue
            if found and found[-1].movers and index - found[-1].last < 2 and _NO_OTHERS.match(block.view, low, high):
                found[-1].status = "decided"
                continue
            known = match is not None or outcome
            rest = stretches_below(item.blocks, told, at, high)
            put = None if known else motion_in(block, label_end, low, high, movers, rest, found[-1] if found else None)
            if put is not None:
                low, movers = put
            listed = opening.get(index + 1, [])
            if block.view[low:high].rstrip().endswith(":") and any(_announced_by(group, block.view[low:high]) for group in listed):
                continue
            breaks_off = block.view[low:high].rstrip()[-1:] not in ".!?" and bool(listed)
            if match is None and not outcome and put is None and (breaks_off or not _proposes(found, block, low, high, movers)):
                continue
            entry = Entry(block, places(block.paragraph, low, high), block.view[low:high])
            if not entry.pieces:
                continue
            before = _sentence_before(block.view, spoken, turn, low)
            if _settles_last([*ending.get(index - 1, ()), *found[-3:]], told, at, before, low, high):
                continue
            entry.pieces[:0] = _matter_before(told, at, before, low, high, found)
            if not block.view[high:end].strip():
                if _ANNOUNCES.search(block.view, low, high):
                    entry.pieces.extend(listed_behind(item.blocks, told, at))
                elif _PAID.search(block.view, low, high):
                    entry.pieces.extend(listed_behind(item.blocks, told, at, SUMS))
            kind = match.phrase.facts.get("kind", "resolution") if match else "resolution"
            group = GroupDraft(
                block,
                "told",
                side,
                "decided" if match or _ACTED.search(block.view, low, high) or outcome else "moved",
                kind,
                "position",
                "inferred",
                None if put is not None and put[1].end == block.paragraph.start + low - 1 else "narrative",
            )
            group.evidence = [Evidence("told-decision", "a sentence in which the body decides")]
            group.entries = [entry]
            group.first = group.last = index
            if match is not None and not block.view[high:].strip():
                group.last = labelled_behind(grammar, group, item.blocks, told, at)
            group.movers = movers
            _settle(grammar, item, told, at, group, low, high)
            if not known:
                name_movers(group, stretches_below(item.blocks, told, at, high))
            found.append(group)
    second(told, found)
    hand_on(told, [*kept, *found])
    return _without_nominations(found)


def _is_vote_note(sentence: str) -> bool:
    """Whether a sentence in brackets only tells how members voted (P19)."""
    return sentence.startswith("(") and sentence.rstrip(" .").endswith(")") and _VOTES.search(sentence) is not None


def _settle(grammar: Grammar, item: Draft, told: list[Told], at: int, group: GroupDraft, low: int, high: int) -> None:
    """Gives what a sentence tells the movers, the vote and the status that stand in it, behind it or below it (P18, P19)."""
    _, block, _, end = told[at]
    own = group.movers
    behind, agreed = movers_behind(block, high)
    group.movers = Movers(own.moved_by or behind.moved_by, own.seconded_by or behind.seconded_by, own.spans + behind.spans, own.end)
    group.vote, lost = read_vote(block.view[low:high])
    if group.vote is None and agreed:
        group.vote, lost = voted_behind(grammar, block.view, high, end)
    if agreed in ("unanimous", "carried") and group.vote is None:
        group.vote = Vote(agreed)
    elif agreed:
        group.status = "decided"
    if group.vote is not None and group.vote.outcome and not lost:
        group.status = "decided"
    if group.status == "moved" and group.vote is None:
        group.vote, lost = voted_behind(grammar, block.view, high, end)
        rest = sentences(block.view, high, min(end, high + MOST_NAMES)) if group.vote is None else []
        if group.vote is None and all(only_seconds(block.view, *one) or states_movers(block.view[slice(*one)]) for one in rest):
            group.vote, lost = voted_below(grammar, item.blocks, told, at)
        group.status = "moved" if group.vote is None else "decided"
    if group.status == "decided" and group.vote is None:
        group.vote = counted_behind(block.view, high, end)
    if group.status == "moved" and (group.vote is None or group.vote.outcome is None):
        settle_by_assent(group, block, high, stretches_below(item.blocks, told, at, high))
    if group.status == "moved" and item.title and _ELECTION.search(item.title) and _TOOK.search(block.view, low, min(end, high + 200)):
        group.status = "decided"
    if group.status == "moved" and own.seconded_by and _ALL_AGREED.search(block.view, low, high):
        group.status = "decided"
    if lost or _TURNED_DOWN.search(block.view, low, high):
        group.status = "lost"


def _is_listed(found: list[GroupDraft], index: int) -> bool:
    """Whether a block belongs to the list of the decision told last."""
    return bool(found) and found[-1].first < found[-1].last and index <= found[-1].last


def _tells_vote_of(found: list[GroupDraft], grammar: Grammar, told: list[Told], at: int, low: int, high: int) -> bool:
    """Whether a sentence only tells the vote that the decision right before has taken already."""
    index, block, _, _ = told[at]
    last = found[-1] if found else None
    if last is None or last.vote is None or not (last.opener is block or index - last.last <= 2):
        return False
    words = block.view[low:high]
    if seconds_and_ends(block, low, high):
        return True
    return _PROPOSED.search(words) is None and (is_vote_line(grammar, words) or yes(words) is not None)


def _announced_by(group: GroupDraft, sentence: str) -> bool:
    """Whether the sentence before a group only announces it: it lists it, or gave it its movers and status."""
    if group.introduced is None or group.status not in ("decided", "moved"):
        return False
    return bool(group.movers) or _LISTS.match(sentence) is not None


def _without_nominations(found: list[GroupDraft]) -> list[GroupDraft]:
    """What was told, less the nominations where the election between them is told too (P18)."""
    elected = any(group.status == "decided" and _ELECTED.search(group.entries[0].view) for group in found)
    return [group for group in found if not (group.status == "moved" and _only_nominates(group.entries[0].view, elected=elected))]


def _only_nominates(sentence: str, *, elected: bool) -> bool:
    """Whether a sentence names a candidate: ``nominated`` says so at once, other words where an election between them is told."""
    return _NOMINATES.search(sentence) is not None or (elected and _NOMINATED.search(sentence) is not None)
