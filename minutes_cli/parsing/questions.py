"""Questions that the walk asks about a block and what is open: does it fit, does it go on, is a list asked for?"""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft
from minutes_cli.parsing.labels import GLUED_NUMBER
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.neighbours import adjoin
from minutes_cli.parsing.prose import tells
from minutes_cli.parsing.stems import acts, announces
from minutes_cli.parsing.titles import capitals, title_like

LOOK_AHEAD = 8
"""Blocks of prose that may lie between two labels of one list before it counts as two."""

HARD = frozenset(
    [
        "lead-in",
        "block-head",
        "item-head",
        "meeting-head",
        "page-head",
        "title",
        "documents",
        "metadata",
        "outcome",
        "mover",
        "reasons",
        "alternatives",
    ]
)
"""Kinds of block that no list runs over."""

NOTHING = late(
    r"(?:there\s(?:was|were)\s)?(?:none|no\s(?!objections?\b|comments?\b|observations?\b)\w+|nil|not\sapplicable|n/a)\b[^.|]{0,60}\.?[\s|]*$",
    re.IGNORECASE,
)
"""Words that say that there was nothing to decide (P37), up to the end of a table's cell."""

_SUMS = late(r"(?:(?:19|20)[0-9]{2}\s?[/–-]\s?(?:[0-9]{2}|(?:19|20)[0-9]{2})\b(?![/-]\w)|[£€$]\s?[0-9]|[0-9]{1,3},[0-9]{3}\b)", re.ASCII)
_LOWER = late(r"[a-z]")
_LISTED = late(r"\b(?:recommend\w*|resol\w*|finding\w*|agreed|decision\w*|propos\w*|motion|advi[sc]e\w*)\b", re.IGNORECASE)
_ASKS_TO = gated(
    "ask asks asked invite invites invited request requests requested recommend recommends",
    r"\b(?:asks?|asked|invites?|invited|requests?|requested|recommends?)\s[^.;:]{3,80}\bto\s{0,3}[:;–-]+\s*$",
    re.IGNORECASE,
)
"""``a report which asks Council to:``"""
_PASSIVE = late(r"\bbe\s(?:\w+ly\s)?\w+(?:ed|en)\b")
_DEBATED = late(
    r"\b(?:noted|discuss\w*|points?|raised|comment\w*|questions?|asked|said|stated|mentioned|concerns?|issues?|observ\w*|heard|explained)\b",
    re.IGNORECASE,
)
_AND_THAT = late(r"(?:and|AND|And)\s(?:that|THAT|That)\b")
_DECIDED = late(
    r"\b(?:agreed|approved|noted|endorsed|adopted|confirmed|resolved|decided|granted|refused|deferred|appointed|authorised|rejected)\b",
    re.IGNORECASE,
)
_REASON = gated("reason reasons", r"\bfor\sthe\sfollowing\sreasons?\s{0,2}[:–-]+\s*$", re.IGNORECASE)
_OPTION = late(r"\sor[.;,]?$")
_CHOICES = late(r"\b(?:steps|options|powers|courses|choices)\b[^.:]{0,60}:\s*$", re.IGNORECASE)
"""What introduces the things that could have been decided (T8)."""
_NOTED = gated("noted pointed", r"(?:and\s)?it\s(?:being|was|be|is)\s(?:further\s|also\s)?(?:noted|pointed\sout)\b", re.IGNORECASE)
_ENCLOSED = gated(
    "enclosed attached circulated follow herewith reference references",
    r"\s{0,4}\([^()]{0,160}\b(?:enclosed|attached|circulated|to\sfollow|herewith)(?:\selectronically)?\)\.?\s{0,4}$"
    r"|\s{0,4}\(references?\s?[:–—-]{1,2}\s[^\n]{3,400}\)\.?\s{0,4}$",
    re.IGNORECASE,
)
IMPERATIVE = late(
    r"(?:Consider|Appoint|Approve|Agree|Note|Adopt|Confirm|Endorse|Authorise|Delegate|Elect|Determine|Nominate|Recommend)\s(?!No\b)[A-Za-z]"
)
"""How an agenda asks without more words (P11)."""
_TELLING = ("that", "to", "passive", "past")


_OFFICER_TO = late(r"(?:The\s|An?\s)?[A-Z][\w’'-]{1,30}(?:\s(?:of|for|and|the|&|[A-Z][\w’'-]{0,30})){0,9}\sto\s[a-z]{3,}")
"""Who is to do what, as a decision is put in few words (``The Head of Ports to report back``, P24)."""
_WILL_BE = late(r"\b(?:will|shall)\s(?:not\s)?be\s\w+(?:ed|en|n|t)\b", re.IGNORECASE)
"""How the decision in an officer's form is worded, where it is no clause of a resolution (P55)."""
_NAMES_ACT = late(
    r"(?:Approval|Agreement|Authority|Authorisation|Consent|Permission|Delegation|Award|Appointment|Adoption|Acceptance|Refusal|Renewal"
    r"|Extension|Confirmation|Endorsement)\s(?:of|to|for|is|was|that|in)\b"
)
"""How an outcome begins that only names what was done (``Approval of the lease``, P37)."""


def encloses(words: str) -> bool:
    """Whether words only say that a paper is enclosed, or which one was before the meeting (``(Report Enclosed)``, ``(Reference: …)``)."""
    return _ENCLOSED.match(words) is not None


def fits(group: GroupDraft, words: str) -> bool:
    """Whether prose can be what a waiting lead-in or head announced (P24, P37)."""
    if group.match is not None and "list" in group.match.phrase.facts.get("needs", ""):
        return group.certainty == "certain" and group.status == "decided" and mood(words) in ("that", "to")
    if group.origin == "head" and _CHOICES.search(words):
        return False
    if group.quoted or group.origin in ("lead-in", "inline", "motion"):
        return not (NOTHING.match(words) and group.status != "decided")
    if group.status == "proposed":
        return True
    if NOTHING.match(words):
        return False
    if mood(words) is None and tells(words) and not _DECIDED.search(words):
        return False
    return (
        mood(words) is not None
        or len(words.split()) <= 12
        or announces(words)
        or bool(_NAMES_ACT.match(words) or _PASSIVE.search(words) or _DECIDED.search(words))
        or (group.origin == "head" and _OFFICER_TO.match(words) is not None)
    )


def adjacent(blocks: list[Block], group: GroupDraft, index: int) -> bool:
    """Whether nothing but page furniture stands between a group's last block and this one."""
    return adjoin(blocks, group.last, index)


def accepts(blocks: list[Block], group: GroupDraft, index: int) -> bool:
    """Whether a labelled block belongs to the open group."""
    block = blocks[index]
    assert block.label is not None
    if not group.entries and not group.quoted:
        return not _late_title(block)
    if group.quoted:
        return True
    if group.series.started and _heads_next(group, block):
        return False
    if group.series.started and group.series.continues(block.label) is not None:
        return True
    if not adjacent(blocks, group, index) or _asks_next(group, block) or _leaves_sums(blocks, group, index):
        return False
    if group.series.started:
        shapes = {level.shape for level in group.series.levels}
        return block.label.shape in shapes or any(r.ordinal <= 1 for r in block.label.readings) or announces(group.entries[-1].view)
    if block.label.shape == "bullet" and group.entries[-1].view.rstrip()[-1:] not in ".;!?" and block.words[:1].islower():
        return True
    if announces(group.entries[-1].view):
        return True
    first = block.label.shape not in ("number", "bullet", "decimal") and any(reading.ordinal == 1 for reading in block.label.readings)
    if first and group.origin == "lead-in" and group.entries[-1].view.rstrip()[-1:].isalnum():
        return True
    return mood(block.words) in ("that", "to", "past") and any(reading.ordinal <= 1 for reading in block.label.readings)


def numbers_on(group: GroupDraft, block: Block) -> bool:
    """Whether a label goes on with the number of the lead-in's own paragraph, and not with the list: the record goes on (P40).

    ``(4) RESOLVED that the Committee: (a) … (b) …`` and then ``(5) Mr Ash thanked the officers.``
    """
    above, label = group.numbered, block.label
    if above is None or label is None or label.shape != above.shape or not group.entries or group.quoted:
        return False
    if group.series.started and group.series.continues(label) is not None:
        return False
    if label.shape == "decimal" and label.token.rpartition(".")[0] != above.token.rpartition(".")[0]:
        return False
    nexts = {(reading.alphabet, reading.ordinal + 1) for reading in above.readings}
    return mood(block.words) is None and any((reading.alphabet, reading.ordinal) in nexts for reading in label.readings)


def _asks_next(group: GroupDraft, block: Block) -> bool:
    """Whether a ``1.`` behind a complete clause asks (``1. To note the apologies``), and the next such label is no 2.

    On some pages the agenda's list starts anew with every item: what it asks next is no clause of the decision above.
    """
    if group.series.started or group.entries[-1].view.rstrip()[-1:] != "." or not block.words.startswith("To "):
        return False
    follows = block.next_label
    return follows is None or not any(reading.ordinal == 2 for reading in follows.readings)


def _leaves_sums(blocks: list[Block], group: GroupDraft, index: int) -> bool:
    """Whether a letter that begins no list stands behind sums that were announced: the next part of the item (``b) Precept``)."""
    label = blocks[index].label
    if label is None or group.series.started or any(reading.ordinal <= 1 for reading in label.readings) or index - 1 <= group.first:
        return False
    return _SUM_AT_END.search(blocks[index - 1].view.rstrip()[-20:]) is not None


_SUM_AT_END = late(r"(?:[£€$]\s?[0-9][0-9,]{0,12}(?:\.[0-9]{2})?|\b[0-9]{1,3}(?:,[0-9]{3}){0,3}\.[0-9]{2})\s*$", re.ASCII)


def short_title(words: str, most: int) -> bool:
    """Whether words, ``most`` of them or fewer, only name a matter: they read as a title and ask for nothing."""
    return len(words.split()) <= most and mood(words) is None and title_like(words)


def _late_title(block: Block) -> bool:
    """Whether a label that begins no list stands before a title: it goes on with the parts of the item, and lists nothing (P41)."""
    if block.label is None or block.label.shape == "bullet" or any(reading.ordinal <= 1 for reading in block.label.readings):
        return False
    return short_title(block.words, 6) and block.words.rstrip()[-1:].isalpha()


def _heads_next(group: GroupDraft, block: Block) -> bool:
    """Whether a label that runs ahead of a finished list stands before a title: it numbers the next item of the meeting (T9)."""
    if block.label is None or group.entries[-1].view.rstrip()[-1:] != "." or not short_title(block.words, 8):
        return False
    levels = [level for level in group.series.levels if level.shape == block.label.shape and level.alphabet == "digit"]
    if not levels:
        return False
    return any(reading.alphabet == "digit" and reading.ordinal > levels[-1].printed + 1 for reading in block.label.readings)


def goes_on(blocks: list[Block], group: GroupDraft, index: int, begin: int) -> bool:
    """Whether prose continues the last clause: sums, a sentence not ended, words before the list's next label (P47)."""
    last = group.entries[-1]
    block = blocks[index]
    words = block.view[begin:]
    if not adjacent(blocks, group, index) or is_tail(group, words) or GLUED_NUMBER.match(words):
        return False
    if (_SUMS.match(words) and len(words) < 160) or (not words[:1].isascii() and words[:1].isnumeric()):
        return True
    ended = last.view.rstrip()[-1:] in '.!?;:”")'
    if _LOWER.match(words) and not (group.series.started and (ended or is_tail(group, words) or _NOTED.match(words))):
        return True
    if _REASON.search(last.view[-60:]) and not group.series.started:
        return True
    if last.view.rstrip().endswith(":") and block.paragraph.gap == 0 and _is_listed_line(words):
        return True
    if block.paragraph.cells and last.view.rstrip().endswith(":"):
        return True
    if not group.series.started:
        return announces(last.view) and len(words) < 120 and mood(words) not in ("that", "to", "past")
    return label_ahead(blocks, group, index)


def is_tail(group: GroupDraft, words: str) -> bool:
    """Whether prose takes up a clause's sentence behind its children: it begins with words that follow a list (``be put off``)."""
    if len(group.series.levels) < 2 and not _stemmed(group):
        return False
    return re.match(r"(?:be|is|are|shall|will|to\sbe|should|must|for|in|until|by)\s", words) is not None


def _stemmed(group: GroupDraft) -> bool:
    return len(group.entries) > 1 and group.entries[0].label is None


_SPOKE = late(
    r"(?:[^;:]{0,120}?,\s)?(?:(?:The|A|An|Several|Some)\s)?(?:Members?|Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Officers?|Chair\w{0,6}|Leader|Director|Clerk|Mayor|Portfolio\sHolder|Cabinet\sMember)\b"
    r"[^.;:]{0,60}?\b(?:asked|queried|discussed|raised|expressed|commented|enquired|said|stated|explained|advised|reported|responded|replied|thanked|referred|confirmed|spoke|felt|suggested|highlighted|outlined|presented)\b"
)


def interrupts(blocks: list[Block], group: GroupDraft, index: int, begin: int) -> bool:
    """Whether prose between two labels of a list is the record of a debate, and no second paragraph of the clause above it (P03, P18)."""
    words = blocks[index].view[begin:]
    ended = group.entries[-1].view.rstrip()[-1:] == "."
    if not (ended and group.series.started and words[:1].isupper()) or _SPOKE.match(words) is None:
        return False
    return tells(words) and label_ahead(blocks, group, index)


def label_ahead(blocks: list[Block], group: GroupDraft, index: int) -> bool:
    """Whether the list's very next label is printed soon, with nothing but prose in between."""
    for block in blocks[index + 1 : index + 1 + LOOK_AHEAD]:
        if block.kind == "labelled" and block.label is not None:
            return group.series.continues(block.label) is not None and block.label.shape != "bullet"
        if block.kind in HARD:
            return False
    return False


def _is_listed_line(words: str) -> bool:
    """Whether words could be one line of an unlabelled list of names, papers or sums (P47)."""
    return len(words) < 90 and words.rstrip()[-1:] not in ".:?!" and mood(words) is None and not tells(words) and not capitals(words)


def next_bare(blocks: list[Block], group: GroupDraft, index: int, words: str) -> bool:
    """Whether prose is a further unlabelled outcome: a paragraph in the same mood right behind (P31)."""
    if group.series.started or not adjacent(blocks, group, index):
        return False
    if announces(group.entries[-1].view) and not _AND_THAT.match(words):
        return False
    own = mood(words)
    if blocks[index].facts.get("form") == "decision" and group.origin == "head" and (own is not None or _WILL_BE.search(words)):
        return True
    return own == "that" or (own == "to" and group.origin == "head" and mood(group.entries[-1].view) == "to")


def notes_after(group: GroupDraft, words: str) -> bool:
    """Whether prose behind a finished list only remarks on it (``it being noted that …``)."""
    return group.series.started and (_LOWER.match(words) is not None or _NOTED.match(words) is not None)


def introduced_telling(group: GroupDraft, introducer: str | None) -> bool:
    """Whether lines under a heading of decisions are listed by a sentence that only tells (``The following interests were declared:``)."""
    if group.origin != "head" or group.status == "proposed" or group.entries or introducer is None:
        return False
    return tells(introducer) and not (_LISTED.search(introducer) or _DECIDED.search(introducer))


def only_tells(group: GroupDraft, words: str, introducer: str | None) -> bool:
    """Whether a labelled paragraph under a heading of decisions tells how they came about, and decides nothing itself (P24)."""
    if group.origin != "head" or group.status == "proposed" or group.entries:
        return False
    if introduced_telling(group, introducer) or (introducer is not None and _CHOICES.search(introducer)):
        return True
    return mood(words) is None and tells(words) and not _DECIDED.search(words)


def names_motion(group: GroupDraft, words: str) -> bool:
    """Whether the first line under words that put a motion down is the motion's name: its own words end a sentence or announce a list."""
    if group.entries or group.match is None or group.match.phrase.section != "proposals":
        return False
    return words.rstrip()[-1:].isalnum() and len(words.split()) <= 10 and title_like(words)


def stem_waits(blocks: list[Block], group: GroupDraft, index: int, words: str) -> bool:
    """Whether a group's only words announce what follows (``This Council resolves to:``), and a paragraph without label follows (P05)."""
    only = group.entries[0] if len(group.entries) == 1 else None
    if only is None or only.label is not None or group.series.started or not adjacent(blocks, group, index):
        return False
    return only.view.rstrip().endswith(":") and not acts(only.view) and not tells(words)


def notes_on(words: str) -> bool:
    """Whether words only remark on a decision (``it being noted that …``)."""
    return _NOTED.match(words) is not None


_TO_BE_TAKEN = gated(
    "following",
    r"\bthe\sfollowing\s(?:[^\W_]{1,20}\s){1,3}be\s(?:taken|made|approved|adopted|agreed)\b[^.:]{0,80}:?\s{0,4}$",
    re.IGNORECASE,
)
"""The end of a stem whose beginning the page has cut off (``… the following actions be taken:``, P05)."""


def list_is_asked(blocks: list[Block], index: int, introducer: str | None, *, decision_page: bool = False, agenda: bool = False) -> bool:
    """Whether a list without any lead-in could be asks or decisions: by its mood, or by what introduces it (T4, T6, T7, T8)."""
    moods: list[str | None] = []
    told = False
    options = False
    opened = introducer is not None and announces(introducer)
    own = blocks[index].label
    shape = own.shape if own is not None else ""
    for other in blocks[index : index + 12]:
        if other.kind == "labelled" and other.label is not None and other.label.shape != shape:
            continue
        if other.kind == "labelled" and len(moods) < 6:
            words = other.words
            moods.append(
                "to" if agenda and IMPERATIVE.match(words) else mood(words) or (mood(words[:1].upper() + words[1:]) if opened else None)
            )
            told = told or (moods[-1] is None and tells(other.words))
            options = options or _OPTION.search(other.words[-12:].rstrip()) is not None
        elif other.kind in HARD:
            break
    if options or (introducer is not None and opened and _CHOICES.search(introducer) is not None):
        return False
    if introducer is not None and (_ASKS_TO.search(introducer) or _TO_BE_TAKEN.search(introducer)):
        return True
    listed = introducer is not None and _LISTED.search(introducer) is not None
    if introducer is not None and not listed and _DEBATED.search(introducer):
        return False
    label = blocks[index].label
    if label is not None and label.shape == "bullet" and not listed:
        if agenda and moods and all(one in ("that", "to") for one in moods):
            return True
        return introducer is None and len(moods) > 1 and all(one == "that" for one in moods)
    telling = sum(1 for one in moods if one in _TELLING)
    passive = len(moods) > 1 and all(one == "passive" for one in moods if one)
    if (telling * 2 > len(moods) and (not passive or not told)) or (moods and moods[0] == "that"):
        return True
    return (listed and telling > 0) or (
        decision_page and (telling > 0 or (len(moods) > 1 and not told and blocks[index].words[:1].islower()))
    )
