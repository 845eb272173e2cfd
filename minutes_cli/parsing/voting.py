"""Votes printed over several lines: heads, names by side, tables, and the outcome (P19)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.parts.basis import holds
from minutes_cli.grammar.parts.vote_tallies import BRACKET
from minutes_cli.grammar.parts.votes import FoundVote, find_vote
from minutes_cli.model import Vote
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.moods import mood

LOST = frozenset({"lost", "tied"})
_HEAD = late(
    r"\(?\s?(?:(?:recorded\s)?(?:votes?|voting)\s{0,2}:?\s{0,2}(?:was\sas\sfollows:?)?$|(?:yeas?|ayes?|nays?|noes|in\sfavou?r|for|against|opposed|abstain(?:ed)?|abstentions?|absent|recused?|roll\s?call(?:\svote)?)\b\s{0,2}(?:[:(|\t]|[-–—]\s?[0-9(]|$|councillors?\s)"
    r"|(?:yeas|ayes|noes|nays)\s[0-9]|(?:for|against|in\sfavou?r|abst[a-z]{3,9}|not\svoting)\s{1,4}[0-9]{1,3}\W{0,4}$|not\svoting\s?[:–-]|abstain(?:ed)?\s?[-–—]\s{0,2}[0-9]"
    r"|(?:yes|no)\s?[-–—]\s{0,2}[0-9]|(?:for|against)\s[-–—]\s(?:nil|none)\b|(?:for|against)\sthe\s(?:substantive\s|original\s)?(?:motion|amendment|proposal|recommendations?)\s?(?:[:–-]|(?:was|were)\s|\()|(?:yes|no)\s?:\s?[0-9]|(?:members?|councillors?|those|votes)\s(?:voting\s|cast\s|who\svoted\s)?(?:in\sfavour|for|against)\s?[:(–-])",
    re.IGNORECASE,
)
_ONE_WORD = late(r"\W{0,4}(?:the\s)?(?:motion\s)?(?:was\s)?(carried|passed|defeated|lost|failed)\W{0,4}$", re.IGNORECASE)
_VOTED = late(
    r"\b(?:vot\w+|put\sto\sthe\smeeting|carried(?!\s(?:out|forward|over|through)\b)|lost|rejected|unanim\w+|by\s(?:all|every\w+)|all\s(?:\w+\s){0,2}agreed|in\sagreement|present\sagreed|motion\s(?:carries|passes|fails|dies|died|denied)|dies\sfor|died\sfor|prevail(?:s|ed)|laps(?:ed|es)|negatived|denied|opposed|(?:approved|adopted)(?=\s\(?[0-9]{1,3}\s?[-–/])|(?:motion|resolution|ordinance)\s(?:approved|adopted)|not\svoting|majority|favou?r|against|abst\w+|nem\.?\scon|passed|defeated|failed|fell|not\s(?:agreed|carried|approved|supported)|agreed\sto|unfryd\w*|unfryd\w*|o\sblaid|yn\serbyn|(?:cynnig|gwelliant)\swedi|ayes|yeas|nays|noes|yes:\s[0-9]+)\b",
    re.IGNORECASE,
)
_VOTED_STEMS = (
    "vot",
    "put to",
    "ayes",
    "noes",
    "yeas",
    "nays",
    "yes:",
    "by all",
    "by every",
    "majority",
    "agree",
    "carried",
    "lost",
    "rejected",
    "unanim",
    "favo",
    "against",
    "abst",
    "nem",
    "passed",
    "defeated",
    "failed",
    "fell",
    "carries",
    "passes",
    "fails",
    "prevail",
    "laps",
    "negativ",
    "denied",
    "opposed",
    "dies",
    "died",
    "approved",
    "adopted",
    "not ",
    "unfryd",
    "blaid",
    "erbyn",
    "cynnig wedi",
    "gwelliant wedi",
)
_MATTER = late(r"\s{1,4}(?:that|to)\s", re.IGNORECASE)
"""What was agreed by all stands behind the words: they tell more than how the vote went."""
_AS_RECORD = late(r"\s(?:agreed\s)?(?:as\san?\s(?:true|correct|accurate|fair)\b|and\s(?:duly\s)?signed\b)", re.IGNORECASE)
"""What minutes were agreed as, or that they were signed, behind the words of a vote: no matter of its own."""
_PUT = late(r"\bput\sto\s(?:the|a)\s(?:vote|meeting)\b|\bon\sbeing\sput\b", re.IGNORECASE)
_SAYS_RESULT = late(r"(?:result|outcome|disposition|action|(?:motion\s)?status)\s?[:–-]\s?", re.IGNORECASE)
_SUPPOSES = gated(
    "if whether should unless would",
    r"\b(?:if|whether|should|unless|would)\b",
    re.IGNORECASE,
)
"""What stands before an outcome that is only supposed (``asked what happens if the motion is lost``)."""


def _voted(view: str) -> bool:
    return holds(view, _VOTED_STEMS) and _VOTED.search(view) is not None


def opens_votes(block: Block) -> bool:
    """Whether a paragraph heads or lists votes: ``Vote:``, ``Yeas: (3): …``, ``Against``."""
    view = block.view
    return len(view) < 1200 and _HEAD.match(view) is not None


_VOTE_FOLLOWS = late(
    r"(?:(?:up)?on|following|after)\s(?:an?|the)\s(?:roll\s?call\s|recorded\s|named\s|show\sof\s)?(?:vote|hands|poll|division)\b[^.:]{0,80}:\s{0,4}$"
    r"|(?:the\s)?(?:results?\sof\sthe\s|recorded\s|roll\s?call\s|named\s)?(?:votes?|voting)\s(?:results?\s)?(?:was|were)\s(?:taken\s)?(?:recorded\s)?as\sfollows\s?:\s{0,4}$",
    re.IGNORECASE,
)
"""What announces the votes below it, at the end of a motion's paragraph."""


def begins_vote(words: str) -> bool:
    """Whether a sentence behind a motion counts or names the votes of one side, or announces them (``Ayes: Ash, Elm.``)."""
    return len(words) < 400 and (_HEAD.match(words) is not None or _VOTE_FOLLOWS.match(words) is not None)


_RULED = late(
    r"\W{0,3}(?:The\s)?(?:Chair(?:man|woman|person)?|Mayor|Convener|Moderator|President|Provost|Speaker|Reeve|Presiding\sOfficer)\s(?:then\s)?(?:ruled|declared|announced|stated|pronounced)\s(?:that\s)?"
    r"(?:the\s)?(?:\w+\s)?(?:motion|amendment|proposal|resolution|question|vote)\b",
    re.IGNORECASE,
)
"""How the one who presides says what became of a motion."""
_MOVED_ANEW = late(r"\b(?:moved|proposed)\b[^.]{0,160}?\b(?:that|to\s(?!the\b))", re.IGNORECASE)
"""Another motion in the same words: they tell more than how the vote went."""
_LISTED = late(r"(?:For|Against|Abstentions?|Abstain(?:ed|ing)?|In\sfavour)\b[^.;]{0,60}?\s?[-–—:]\s?[0-9]{1,3}(?![0-9/.])", re.ASCII)


_YES = late(
    r"\W{0,4}(?:(?:this|it|these|(?:the\s)?(?:motion|proposal|amendment|recommendation)s?)\s(?:was|were)\s)?"
    r"(?:(?:then|all|duly)\s)?(?P<all>unanimously\s)?(?:agreed|approved|adopted|accepted|carried|passed)(?P<by_all>\sunanimously|\sby\sall)?\W{0,4}$"
    r"|\W{0,4}(?:Members|Councillors|The\s(?:Council|Committee|meeting))\s(?:present\s)?voted\sin\sfavou?r(?:\sof\sthis)?\W{0,4}$",
    re.IGNORECASE,
)


def yes(view: str) -> Vote | None:
    """What words say that do nothing but agree to the motion before them (``Agreed.``): a vote that carried it; None for other words."""
    said = _YES.match(view)
    if said is None:
        return None
    return Vote("unanimous" if said["all"] or said["by_all"] else "carried", text=squeeze(view), span=(0, len(view)))


def lists_votes(words: str) -> bool:
    """Whether a labelled paragraph counts the votes of one side (``(a) For recommendation (2) – 11``)."""
    return _LISTED.match(words) is not None


def leads_on(view: str, end: int) -> bool:
    """Whether what was voted on follows the words of a vote that end at ``end`` (``agreed by all that …``)."""
    return _MATTER.match(view, end) is not None


_MOVES_WHAT = late(r"[^.]{3,60}\s(?:moved|proposed)\sthat\s")
"""A paragraph that begins with a motion and its words tells more than the vote on them."""


def is_vote_line(grammar: Grammar, view: str) -> bool:
    """Whether a short paragraph does nothing but tell how the vote went."""
    if len(view) > 240 or not _voted(view) or mood(view) == "that" or _MOVES_WHAT.match(view):
        return False
    found = find_vote(view)
    if found is None or leads_on(view, found.end) or _SUPPOSES.search(view, 0, found.start) is not None:
        return False
    if _MOVED_ANEW.search(view):
        return False
    if found.end - found.start >= 0.5 * len(view.strip(" ().;:")):
        return True
    if _PUT.search(view) or _SAYS_RESULT.match(view) or _RULED.match(view) or (found.start < 8 and _AS_RECORD.match(view, found.end)):
        return True
    return len(view) < 200 and grammar.finds("outcomes", view)


def read_vote(view: str) -> tuple[Vote | None, bool]:
    """The vote that words tell of, and whether it was lost. The view may hold several lines."""
    if not _voted(view) and not _HEAD.match(view) and not BRACKET.search(view):
        return None, False
    found = find_vote(view)
    if found is None:
        word = _ONE_WORD.match(view)
        if word is None:
            return None, False
        lost = word[1].lower() in ("defeated", "lost", "failed")
        return Vote("lost" if lost else "carried", text=squeeze(view), span=(0, len(view))), lost
    return vote_of(view, found), found.outcome in LOST


def vote_of(view: str, found: FoundVote) -> Vote:
    """A found vote as the model has it; its span counts in the view."""
    names = {side: [squeeze(view[low:high]) for low, high in spans] for side, spans in found.names.items() if spans}
    return Vote(
        found.outcome, found.for_, found.against, found.abstain, names, squeeze(view[found.start : found.end]), (found.start, found.end)
    )


_CONTEST = late(
    r"\b(?P<first>[0-9]{1,3}|[a-z]{3,9})\s(?:members?\s|votes?\s)?(?:voted\s)?for\sthe\s(?P<one>motion|amendment)\b[^.]{0,40}?"
    r"\b(?P<second>[0-9]{1,3}|[a-z]{3,9})\s(?:members?\s|votes?\s)?(?:voted\s)?for\sthe\s(?P<other>motion|amendment)\b",
    re.IGNORECASE | re.ASCII,
)
_WINNER = late(
    r"\bthe\s(motion|amendment)\s(?:was\s|being\s|is\s)?(?:accordingly\s|therefore\s|declared\s|duly\s){0,2}carried\b", re.IGNORECASE
)


def contest(view: str) -> tuple[str, dict[str, int | None]] | None:
    """How a vote between a motion and its amendment went: which of them was carried, and the votes for each (P19, P20).

    In: a sentence such as ``9 voted for the motion and 4 for the amendment, and the motion was carried``. None where it is no such.
    """
    found = _CONTEST.search(view)
    if found is None or found["one"].lower() == found["other"].lower():
        return None
    counts: dict[str, int | None] = {
        found[name].lower(): int(found[count]) if found[count].isdigit() else None
        for name, count in (("one", "first"), ("other", "second"))
    }
    winner = _WINNER.search(view, found.end())
    if winner is not None:
        return winner[1].lower(), counts
    motion, amendment = counts["motion"], counts["amendment"]
    if motion is None or amendment is None or motion == amendment:
        return None
    return ("motion" if motion > amendment else "amendment"), counts


_BECAME = late(
    r"\bthe\s(?:\w+\s){0,2}?(?P<name>motion|amendment)\b(?:\s(?:on\sbehalf\sof|by|of|from|in\sthe\sname\sof)\s[^.,;]{3,80}?)?\s(?=(?:was|were|is|being)\s(?:\w+\s){0,2}?(?:not\s)?(?:carried|lost|defeated|rejected|negatived)\b)",
    re.IGNORECASE,
)


def each_went(view: str) -> dict[str, Vote] | None:
    """What one sentence tells of an amendment and of its motion, by name; None where it does not tell both (P20).

    In: ``the amendment on behalf of … was NOT CARRIED by 28 votes to 24 and the motion … was CARRIED by 28 votes to 24``.
    """
    if "mendment" not in view.casefold() or len(view) > 1200:
        return None
    found = list(_BECAME.finditer(view))
    if sorted(each["name"].casefold() for each in found) != ["amendment", "motion"]:
        return None
    went = {}
    for each, stop in zip(found, (found[1].start(), len(view)), strict=True):
        vote = find_vote(f"motion {view[each.end() : stop]}")
        if vote is None or vote.outcome is None:
            return None
        went[each["name"].casefold()] = Vote(vote.outcome, vote.for_, vote.against, vote.abstain, text=squeeze(view[each.start() : stop]))
    return went


def joined(old: Vote | None, new: Vote | None) -> Vote | None:
    """One vote from two readings of it: the outcome's line and the names' lines."""
    if old is None or new is None:
        return old or new
    return Vote(
        new.outcome or old.outcome,
        new.for_ if new.for_ is not None else old.for_,
        new.against if new.against is not None else old.against,
        new.abstain if new.abstain is not None else old.abstain,
        new.names or old.names,
        new.text or old.text,
        new.span or old.span,
    )
