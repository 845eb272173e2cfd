"""Motions: who moved and seconded, read where they stand (P09)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import holds
from minutes_cli.grammar.parts.movers import find_movers
from minutes_cli.model import Vote
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import Movers
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.voting import read_vote

_MOVER_STEMS = ("mov", "prop", "second", "support", "motion", "/", "cyn", "eil")
_COLONS = gated(
    "moved proposed seconded", r"\b(?:moved|proposed|seconded)\s?:|\bseconded\sby\s[^:.;]{3,60}:\s{1,4}(?=that\b)", re.IGNORECASE
)
_JOIN = late(
    r"(?:\s?\([^()\n]{3,80}\))?[,;:.]?\s*+(?:(?:as|by\sway\sof)\san?\s(?:direct\s|further\s)?(?:amendment|motion)[,:]?\s{0,4})?(?:and\s)?(?:it\swas\s)?"
    r"(?:(?:unanimously\s)?(?:voted|carried|passed)(?:\sunanimously)?,?\s)?(?:(?:an?|the)\s(?:(?:further|procedural|substantive|new|second|composite)\s)?(?:amendment|motion|resolution|proposal)[,:]?\s)?(?=that\b|to\b|bod\b|fod\b|y\sdylid\b|“|\")",
    re.IGNORECASE,
)


class Motions:
    """Movers that wait for their motion."""

    def __init__(self) -> None:
        self._waiting = Movers()

    @property
    def pending(self) -> bool:
        """True while somebody has moved something that is not printed yet."""
        return bool(self._waiting)

    def propose(self, movers: Movers) -> None:
        """Adds a line's movers to those that wait; a second mover starts anew."""
        if movers.moved_by and self._waiting.moved_by:
            self._waiting = Movers()
        self._waiting.moved_by = self._waiting.moved_by or movers.moved_by
        self._waiting.seconded_by = self._waiting.seconded_by or movers.seconded_by
        self._waiting.spans.extend(movers.spans)
        self._waiting.hanging = movers.hanging

    def take(self) -> Movers:
        """The movers that wait, for the motion that has come."""
        movers, self._waiting = self._waiting, Movers()
        return movers

    def words_behind(self, block: Block, movers: Movers) -> int | None:
        """Where a motion's words begin in the paragraph that names its mover; None where only names stand."""
        start = block.paragraph.start
        last = max([span[1] - start for span in movers.spans] + [movers.end - start])
        found = _JOIN.match(block.view, last)
        if found is None:
            rest = skip(block.view, last, ".;,")
            colons = _COLONS.search(block.view, max(0, movers.start - start), last) is not None
            return rest if colons and len(block.view) - rest > 12 and block.view[rest].isupper() else None
        at = skip(block.view, found.end())
        return at if len(block.view) - at > 12 else None


def read_movers(block: Block, begin: int, end: int) -> Movers:
    """Movers and seconders named in a stretch of a block; empty where there are none."""
    view = block.view[begin:end]
    if not holds(view, _MOVER_STEMS) and not view.lstrip()[:1].isdigit():
        return Movers()
    found = find_movers(view)
    if found is None:
        return Movers()
    start = block.paragraph.start + begin
    spans = [(start + a, start + b) for a, b in [*found.moved_by, *found.seconded_by]]
    end = start + found.end
    return Movers(
        [squeeze(view[a:b]) for a, b in found.moved_by], [squeeze(view[a:b]) for a, b in found.seconded_by], spans, end, start + found.start
    )


_WENT = late(
    r"[\s,.;:–—-]{0,4}(?:(?:and|was|were|it|which|the|motion|is)\s){0,4}(?:(?:duly|then|put\sand|declared|unanimously)\s){0,2}"
    r"(?P<how>carried|passed|approved|adopted|agreed|voted|unanimous(?:ly)?|defeated|lost|rejected|failed)(?:\sunanimously)?\b(?:\sby\s[^.;:()]{3,60})?",
    re.IGNORECASE,
)
_REFUSED = ("defeated", "lost", "rejected", "failed")


def went(view: str, at: int) -> tuple[Vote | None, int]:
    """What became of a motion, where that is said right behind the names of who moved it (``… seconded by B and carried``, P09, P19).

    Returns the vote, and where its words end; None where nothing is said there.
    """
    found = _WENT.match(view, at)
    if found is None:
        return None, at
    vote, _ = read_vote(view[at : found.end()])
    if vote is None or vote.outcome is None:
        outcome = "lost" if found["how"].casefold() in _REFUSED else "unanimous" if "nanimous" in found[0] else "carried"
        vote = Vote(outcome, text=squeeze(found[0].strip(" ,.;:")))
    vote.text, vote.span = (vote.text or "").strip(" ,.;:"), None
    return vote, found.end()


_FOLLOWING = late(
    r"[\s,]{0,4}(?:it\swas\s)?(?:that\s)?the\sfollowing\s(?:[^\W_]{1,20}\s){0,3}?"
    r"(?:motions?|resolutions?|recommendations?|amendments?|proposals?|decisions?)\b(?P<rest>[^.:;]{0,120})(?P<mark>[:.–—-]{1,2})\s{0,4}$",
    re.IGNORECASE,
)
_ADOPTED = late(r"\s(?:was|were)\s(?:[^\W_]{1,20}\s){0,2}?(?:adopted|carried|approved|passed|agreed)\b", re.IGNORECASE)


def announced(view: str, at: int) -> tuple[bool, Vote | None]:
    """Whether the words behind the names end the paragraph and only say that the motion follows (``…, the following motion was carried:``).

    Also the vote that they tell, if any. ``that the following recommendations be made to Cabinet:`` announces them too (P09, P19).
    """
    found = _FOLLOWING.match(view, at)
    if found is None:
        return False, None
    adopted = _ADOPTED.search(found["rest"])
    if adopted is None:
        return found["mark"] != ".", None
    vote, _ = read_vote(found["rest"])
    return True, vote if vote is not None and vote.outcome else Vote("carried")


def bracketed(block: Block, at: int) -> tuple[Movers, Vote | None, int]:
    """Movers and vote in brackets between a lead-in and its words (``RESOLVED: (moved by A, seconded by B) that …``, P09, P19).

    Also where those words begin.
    """
    closing = {"(": ")", "[": "]"}.get(block.view[at : at + 1])
    end = block.view.find(closing, at, at + LONGEST_STATEMENT) if closing is not None else -1
    if end < 0:
        return Movers(), None, at
    movers = read_movers(block, at, end + 1)
    words = block.view[movers.end - block.paragraph.start if movers else at + 1 : end]
    vote, ended = went(words, 0)
    if words[ended:].strip(" .,;"):
        vote = None
    if not movers and vote is None:
        return Movers(), None, at
    return movers, vote, skip(block.view, end + 1)


VERB_ALONE = late(r"\W{0,3}(?:moved|proposed|seconded|mover|seconder)(?:\sby)?\s?[:–—-]?\s{0,4}$", re.IGNORECASE)
"""The verb of a statement on a line of its own: the names stand on the next (``MOVED``, ``Seconded by:``)."""


def names_below(verb: str, block: Block) -> Movers:
    """Movers and seconders of a paragraph whose first verb stands alone in the paragraph above it."""
    prefix = f"{verb.strip()} "
    found = find_movers(prefix + block.view)
    if found is None or found.start > 0 or not (found.moved_by or found.seconded_by):
        return Movers()
    shift = block.paragraph.start - len(prefix)
    moved, seconded = (
        [squeeze(block.view[low - len(prefix) : high - len(prefix)]) for low, high in names]
        for names in (found.moved_by, found.seconded_by)
    )
    spans = [(shift + low, shift + high) for low, high in (*found.moved_by, *found.seconded_by)]
    return Movers(moved, seconded, spans, shift + found.end, block.paragraph.start)


_STATES = late(
    r"(?:(?:(?:This|These|It|Which|[Tt]he\s(?:proposal|motion|nomination|amendment|recommendation|resolution)s?)\s(?:was|were)\s)?"
    r"(?=(?:Prop(?:osed|oser|ose)?|Moved?r?|Seconde[dr]|proposed|moved|seconded|PROPOSED|MOVED|SECONDED)\b)"
    r"|(?=[A-Z][\w.’' -]{1,50}\s(?:proposed|moved|PROPOSED|MOVED)(?:,|\s(?:and\b|&))[^\n]{1,60}?\s(?:seconded|SECONDED)\b)"
    r"|(?=(?:Cllr|Councillor|Cr|Ald|Alderman|Mrs?|Ms|Dr|[A-Z]\.)(?!\w)\.?\s?[^/()]{2,40}/))"
)
_BEHIND = late(
    r"\.?\s{0,4}(?:(?!Propos|Moved?r?\b|PROPOSED)[A-Z][^.\n]{1,40}\.\s{1,4})?[(\[]?(?="
    + _STATES.pattern
    + r")(?:(?:This|These|It|[Tt]he\s\w{4,16})\s(?:was|were)\s)?"
)
_ALL = late(
    r"[\s,.;)]{0,4}(?:(?:and\s)?(?:was\s)?(?P<yes>agreed|approved|carried)(?P<by_all>\sby\sall|\sunanimously)?"
    r"|(?P<all>all\s(?:members\s|councillors\s)?(?:were\s)?(?:agreed|in\sfavour)|unanimous(?:ly)?(?:\sagreed)?))\b",
    re.IGNORECASE,
)
LONGEST_STATEMENT = 240
"""Code points: longer words say more than who moved."""
_MORE = late(r"\b(?:that|to|as)\s", re.IGNORECASE)
"""What follows is a matter of its own."""
_WORD = late(r"[^\W_]+")
_BESIDE = (
    "and this these it the was were proposal motion motions resolution recommendation recommendations amendment unanimously unanimous "
    "all members councillors present by in favour agreed carried approved accepted passed on a vote voting show of hands with no none "
    "nil objections votes for against abstention abstentions duly then both proposed proposer prop moved mover motion seconded seconder "
    "sec nominated which formally cllr cllrs councillor councillors cr crs clr clrs ald alderman aldermen mr mrs ms miss dr sir rev county "
    "district deputy lord lady reeve trustee warden supervisor councilman councilwoman councilor councilmember selectman selectwoman "
    "alderwoman mayor vice chair chairman chairwoman pro tem president director commissioner supported support "
    "propose second 2nd proposal resolved those meeting at being"
)
_SAID_BESIDE = frozenset(_BESIDE.split())
"""Words that beside the names only tell how it went."""
STATED = 110
"""Code points in which a statement of movers behind an outcome must end."""


def movers_behind(block: Block, at: int) -> tuple[Movers, str | None]:
    """Who moved and seconded, where that is stated right behind an outcome that ends at ``at`` (``Prop. JB, 2nd GK, all agreed``, P09).

    Also how the statement says that it went: unanimous, carried, or agreed and no more; None where it does not say.
    """
    found = _BEHIND.match(block.view, at)
    if found is None:
        return Movers(), None
    low = found.end() - (block.view[found.end() - 1 : found.end()] in ("(", "["))
    movers = read_movers(block, low, min(len(block.view), found.end() + STATED))
    start = block.paragraph.start
    if not (movers.moved_by or movers.seconded_by) or movers.start - start - found.end() > 2:
        return Movers(), None
    went = _ALL.match(block.view, movers.end - start)
    if went is None:
        return movers, None
    return movers, "unanimous" if went["all"] or went["by_all"] else went["yes"].casefold()


def states_movers(words: str) -> bool:
    """Whether words do nothing but say who moved and seconded, and how the vote went (``Proposed Cllr Ash, seconded Cllr Birch.``)."""
    front = len(words) - len(words.lstrip(" \t\xa0(["))
    if len(words) > LONGEST_STATEMENT or _STATES.match(words, front) is None:
        return False
    found = find_movers(words)
    if found is None or _MORE.search(words, front):
        return False
    names = [*found.moved_by, *found.seconded_by]
    return all(
        word[0].casefold() in _SAID_BESIDE or word[0].isdigit() or any(low <= word.start() < high for low, high in names)
        for word in _WORD.finditer(words)
    )


def has_colons(view: str, begin: int = 0) -> bool:
    """Whether a statement of movers in the style of a form stands in the words (``Moved: A Seconded: B``)."""
    return ":" in view and _COLONS.search(view, begin) is not None


FAR = 45
"""Code points between mover and seconder from which what was moved stands between them, in prose."""
_BLANKS = late(r"\s{2,}")
_AS_WHAT = late(
    r",?\s(?:as|by\sway\sof)\s(?:an?|the)\s(?:(?:direct|further|second|third|substantive|competent)\s)?(?:amendment|motion)\b",
    re.IGNORECASE,
)
"""What was moved is named, and not said."""
_MATTER = late(r"\bthat\s|\bto\s(?!the\b)[a-z]", re.IGNORECASE)


def words_between(block: Block, movers: Movers) -> bool:
    """Whether what was moved stands between the names of who moved and who seconded it (P09)."""
    start = block.paragraph.start
    first, last = movers.spans[0][1], movers.spans[-1][0]
    between = block.view[first - start : last - start]
    put = _AS_WHAT.search(between)
    apart = _BLANKS.sub(" ", between)
    return len(apart) - (len(put[0]) if put is not None else 0) > FAR or _MATTER.search(apart) is not None
