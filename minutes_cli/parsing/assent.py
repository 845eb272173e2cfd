"""Assent: what the words behind a motion told in prose say of how it went, be they no vote in form (P09, P18, P19).

Parish clerks tell it in the same sentence (``… seconded by Cllr Elm and all were in favour``), in the sentence that names the seconder
(``Cllr Elm seconded this with all Council in full agreement.``), in the next one (``All agreed, the Chairman signed.``), or in few words
behind the names alone (``Payments as listed Prop Cllr Ash, 2nd Cllr Elm carried``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.persons import read_people
from minutes_cli.grammar.parts.votes import find_vote
from minutes_cli.model import Vote
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft, Movers, Told
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.motions import read_movers, states_movers
from minutes_cli.parsing.neighbours import adjoin
from minutes_cli.parsing.prose import VERBAL
from minutes_cli.parsing.sentences import each_sentence, last_sentence
from minutes_cli.parsing.voting import LOST, leads_on, vote_of

Stretch = tuple[Block, int, int]
"""A block, and where in its view words begin and end."""

_PUT = (
    r"(?:(?:on|upon|after|when|having\sbeen|following)\s(?:being\s)?(?:put\sto\s(?:the|a)\s(?:vote|meeting)|an?\svote|the\svote)"
    r"|(?:(?:when|was|were|and)\s)?put\sto\s(?:the|a)\s(?:vote|meeting)|a\svote\swas\s(?:then\s)?(?:taken|held))"
)
_LEAD = late(
    rf"[\s,.;:)\]–—-]{{0,5}}(?:(?:and|which|this|these|it|they|was|were|then|also|duly|with|by|being|so|therefore"
    rf"|the\s(?:motion|proposal|amendment|recommendation|nomination|resolution)|{_PUT})\b[\s,;:]{{0,4}}){{0,6}}",
    re.IGNORECASE,
)
"""What leads from the names to how it went."""
_GROUP = (
    r"(?:of|the|those|members?|councillors?|cllrs?|councill?ors|council|committee|present|voting|at|meeting|in\sattendance|and\svoting)"
)
_ALL = (
    rf"(?:all|everyone|everybody)(?:\s{_GROUP}){{0,6}}(?:\s(?:were|was|being|are|then|in|voted|voting|raised)){{0,3}}?"
    r"\s(?:(?:in\s)?favou?r|in\s(?:(?:full|complete|total)\s)?(?:agreement|accord)|(?:full|complete|total)\sagreement|agreed|agreeing|concurred)"
    r"|unanimous(?:ly)?(?:\s(?:agreed|approved|carried|accepted|adopted|passed|resolved|supported|in\sfavou?r|vote(?:\sin\sfavou?r)?|agreement|approval|decision))?"
    r"|(?:agreed|approved|carried|accepted|adopted|passed|resolved|supported)(?:\sunanimously|\sby\s(?:all|everyone)(?:\s(?:present|members|councillors|cllrs)){0,2})"
)
_WENT = late(
    rf"(?:(?P<all>{_ALL})|(?P<yes>(?:agreed|approved|carried|accepted|adopted|passed|resolved)))\b"
    r"(?=\s{0,2}(?:[.,;:)\]|–—-]|$)|\s(?:and|of|that|to|as\s(?:an?\s)?(?:true|correct|accurate|fair)|with\s(?:no|one|[0-9])|subject)\b)",
    re.IGNORECASE,
)
"""All agreed, or it was agreed and no more."""
_SECONDS = late(
    r"(?:(?:This|It|Which|That|The\s(?:proposal|motion|nomination|amendment|recommendation|resolution))\s(?:was|is)\s)?(?:then\s|duly\s|formally\s|also\s){0,2}\Z",
    re.IGNORECASE,
)
"""What may stand in front of who seconds, in a sentence that seconds the matter before it."""
_SECONDED_WHAT = late(
    r"\s(?:this|it|that|the\s(?:proposal|motion|nomination|amendment|recommendation|resolution))(?=[\s.,;:]|$)", re.IGNORECASE
)
MOST_BEHIND = 4
"""Sentences behind a motion that may name its seconder and tell how it went."""
NEAR = 300
"""Code points within which they stand."""


@dataclass(slots=True)
class Behind:
    """What stands behind a motion in its paragraph: who seconded it and how it went."""

    movers: Movers
    vote: Vote | None = None
    """None where the words do not say how it went."""

    @property
    def lost(self) -> bool:
        """Whether the motion was lost."""
        return self.vote is not None and self.vote.outcome in LOST


def went_at(view: str, at: int, end: int, *, with_matter: bool = False) -> Vote | None:
    """How it went, where the words at ``at`` say that right away; None where they go on with anything else.

    ``with_matter`` says that what was voted on may follow (``… and all were in favour that the gate be painted``).
    """
    lead = _LEAD.match(view, at, end)
    begin = lead.end() if lead else at
    found = find_vote(view[at:end])
    if found is not None and at + found.start <= begin:
        vote = vote_of(view[at:end], found)
        if vote.outcome is None and vote.for_ and vote.against is None and vote.abstain is not None:
            vote.outcome = "carried"
        said = vote.outcome is not None and (with_matter or not leads_on(view, at + found.end))
        if said and (vote.outcome in LOST or vote.for_ is not None or not _WENT.match(view, begin, end)):
            return vote
    words = _WENT.match(view, begin, end)
    if words is None or (leads_on(view, words.end()) and not with_matter):
        return None
    outcome = "unanimous" if words["all"] else "carried"
    if found is not None and begin <= at + found.start <= words.end() and found.outcome not in LOST:
        vote = vote_of(view[at:end], found)
        vote.outcome = outcome
        return vote
    return Vote(outcome, text=squeeze(words[0]), span=(words.start() - at, words.end() - at))


def behind(stretches: Iterable[Stretch]) -> Behind:
    """What is said of the motion told right before: the mover and the seconder, and how it went.

    In: the rest of its paragraph and the paragraphs that adjoin below, as block, begin and end; as many sentences are read as say that.
    """
    told = Behind(Movers())
    for block, low, high in islice(_each(stretches), MOST_BEHIND):
        view = block.view
        movers = read_movers(block, low, high)
        if movers and (states_movers(view[low:high]) or _only_seconds(block, movers, low)):
            if told.movers.seconded_by or (told.movers.moved_by and movers.moved_by):
                break
            told.movers = Movers(told.movers.moved_by or movers.moved_by, movers.seconded_by, told.movers.spans + movers.spans, movers.end)
            begin = movers.end - block.paragraph.start
            what = _SECONDED_WHAT.match(view, begin, high)
            told.vote = went_at(view, what.end() if what else begin, high)
        else:
            told.vote = went_at(view, low, high)
            if told.vote is None:
                break
        if told.vote is not None:
            break
    return told


def _each(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    for block, begin, end in stretches:
        for low, high in islice(each_sentence(block.view, begin, min(end, begin + NEAR)), MOST_BEHIND):
            yield block, low, high


def stretches_below(blocks: list[Block], told: list[Told], at: int, begin: int) -> Iterator[Stretch]:
    """The rest of a paragraph of the narrative from ``begin`` on, and those that adjoin below it, for `behind`."""
    index, block, _, end = told[at]
    yield block, begin, end
    for ahead in range(at + 1, min(len(told), at + 1 + MOST_BEHIND)):
        number, other, low, high = told[ahead]
        if not adjoin(blocks, index, number):
            return
        yield other, low, high
        index = number


def _only_seconds(block: Block, movers: Movers, low: int) -> bool:
    """Whether a sentence begins with who seconds, and names no mover."""
    begin = movers.start - block.paragraph.start
    return bool(movers.seconded_by) and not movers.moved_by and _SECONDS.fullmatch(block.view, low, begin) is not None


def went_inside(block: Block, movers: Movers, end: int) -> Vote | None:
    """How it went, where a sentence that ends at ``end`` says so right behind the names."""
    if not movers.seconded_by:
        return None
    return went_at(block.view, movers.end - block.paragraph.start, end, with_matter=True)


_PUT_FORWARD = late(
    r"(?:(?:It|it|This|this)\swas\s(?:(?:then|also|unanimously|therefore|jointly)\s){0,2}(?:proposed|moved)\s(?:that|to)\b"
    r"|(?:An?|The)\s(?:proposal|motion)\swas\s(?:then\s|also\s)?(?:raised|made|put\sforward|tabled|put|submitted)\s(?:that|to|for|by)\b)"
)
_BY_NAME = late(r"\sby\s(?:the\s)?(?=[A-Z][^.;:]{1,50}\.?$)")
_BARE_MOVER = late(r"([A-Z][a-zà-ÿ’'-]{1,20}(?:\s[A-Z][a-zà-ÿ’'-]{1,20}){1,2})\s(?:then\s|also\s)?(?:proposed|moved|nominated)\s")


def _put_forward(block: Block, low: int, high: int, rest: Iterable[Stretch]) -> Movers | None:
    """Who put a motion forward (nobody, where none is named), in a sentence that only the words behind it show to be one.

    ``A proposal was raised to object. Cllr Ash seconded this.``, ``It was proposed that Brian Oak be the representative. Agreed by all.``,
    and a name without title that somebody else seconds in the next sentence. None where no seconder and no outcome follows.
    """
    view = block.view
    unnamed, bare = _PUT_FORWARD.match(view, low, high), _BARE_MOVER.match(view, low, high)
    if unnamed is None and bare is None:
        return None
    said = behind(rest)
    if not said.movers.seconded_by and (unnamed is None or said.vote is None):
        return None
    start, by = block.paragraph.start, _BY_NAME.search(view, low, high) if unnamed else None
    people = read_people(view, by.end()) if by else []
    place = (people[-1].start, people[-1].end) if len(people) == 1 else bare.span(1) if bare else None
    if place is None:
        return Movers()
    return Movers([squeeze(view[slice(*place)])], [], [(start + place[0], start + place[1])], start + place[1], start + place[0])


def settle_by_assent(group: GroupDraft, block: Block, high: int, rest: Iterable[Stretch]) -> None:
    """Gives a motion told in a sentence that ends at ``high`` its seconder, its vote and its status, as far as words behind say them."""
    movers = group.movers
    inside = went_inside(block, movers, high)
    said = behind(rest) if inside is None else Behind(Movers(), inside)
    _add(group, said.movers)
    if said.vote is not None:
        group.vote, group.status = said.vote, "lost" if said.lost else "decided"


def name_movers(group: GroupDraft, rest: Iterable[Stretch]) -> None:
    """Gives a motion the movers that stand behind it, where it lacks them."""
    if not (group.movers.moved_by and group.movers.seconded_by):
        _add(group, behind(rest).movers)


def _add(group: GroupDraft, more: Movers) -> None:
    own = group.movers
    if more and not (own.moved_by and own.seconded_by):
        group.movers = Movers(
            own.moved_by or more.moved_by, own.seconded_by or more.seconded_by, own.spans + more.spans, own.end, own.start
        )


def seconds_and_ends(block: Block, low: int, high: int) -> bool:
    """Whether a sentence only says who seconded the motion before it and how it went (``Cllr Elm seconded and this was agreed.``)."""
    movers = read_movers(block, low, high)
    if not movers or not _only_seconds(block, movers, low):
        return False
    begin = movers.end - block.paragraph.start
    what = _SECONDED_WHAT.match(block.view, begin, high)
    return went_at(block.view, what.end() if what else begin, high) is not None


def counted_behind(view: str, begin: int, end: int) -> Vote | None:
    """The count that the next sentence of a paragraph holds and nothing else, where it did not go against what was decided."""
    low, high = next(each_sentence(view, begin, min(end, begin + NEAR)), (begin, begin))
    vote = went_at(view, low, high)
    if vote is None or vote.for_ is None or vote.span is None or vote.outcome in LOST:
        return None
    return vote if not view[low + vote.span[1] : high].strip(" .;,)|") else None


def motion_in(
    block: Block, first: int, low: int, high: int, movers: Movers, rest: Iterable[Stretch], last: GroupDraft | None
) -> tuple[int, Movers] | None:
    """Where what a sentence moves begins, and who moved it, where only the words beside or behind it show that it is a motion.

    In: the sentence's beginning with its heading and without, its end, the movers that it names, what stands behind it, and the decision
    told last, whose movers the words behind may be. None where it is no motion.
    """
    whole = movers if first == low else read_movers(block, first, high)
    if ends_in_names(block, first, high, whole):
        return (low if ends_in_names(block, low, high, movers) else first), whole
    if movers.moved_by:
        begins = _behind_names(block, low, high, movers)
        return None if begins is None else (begins, movers)
    if _PUT_FORWARD.match(block.view, low, high) or _BARE_MOVER.match(block.view, low, high):
        put = _put_forward(block, low, high, rest)
        return None if put is None else (low, put)
    low = first if high - low < SHORTEST else low
    matter = block.view[low:high]
    if movers or not SHORTEST <= high - low <= LONGEST or VERBAL.search(matter) or " " not in matter.strip():
        return None
    said = behind(rest)
    named = said.movers.moved_by and said.movers.seconded_by and said.vote is not None and not said.lost
    taken = last is not None and ((last.opener is block and not last.movers) or not set(last.movers.spans).isdisjoint(said.movers.spans))
    return (low, Movers()) if named and not taken else None


LONGEST = 240
"""Code points of the longest matter that stands without a verb in front of names."""
SHORTEST = 16
"""Code points of the shortest."""


_MATTER = late(r"[\s.,;:–—-]{0,4}(?P<own>(?:that|to)\s)", re.IGNORECASE)


_IN_FORM = late(r"(?:Proposed|PROPOSED|Proposal|Moved|MOVED|Prop)\b\.?\s?[(:]")
"""Names in the style of a form; a sentence that tells who moved what stays whole (``Cllr Ash proposed and Cllr Elm seconded that …``)."""


def _behind_names(block: Block, low: int, high: int, movers: Movers) -> int | None:
    """Where the words of a motion begin behind who moved and seconded it, in few words (``Proposed (AB) & Seconded (SE) that …``)."""
    start = block.paragraph.start
    brief = bool(movers.seconded_by) and low == movers.start - start and _IN_FORM.match(block.view, low) is not None
    matter = _MATTER.match(block.view, movers.end - start, high) if brief else None
    return matter.start("own") if matter else None


_SAYS_PROPOSAL = late(r"\W{0,3}(?:Proposal|Motion|Resolution)\s?[:–-]")


def awaits_names(block: Block, begin: int, end: int, names: Block, movers: Movers) -> bool:
    """Whether the narrative that ends right above a line of names puts forward what they moved, or names them too.

    So does any matter where the line itself says that it was carried.
    """
    low, high = last_sentence(block.view, begin, end) or (begin, end)
    words = block.view[low:high]
    if _PUT_FORWARD.match(words) or _SAYS_PROPOSAL.match(words) or states_movers(words):
        return True
    vote = went_at(names.view, movers.end - names.paragraph.start, len(names.view)) if movers.moved_by and movers.seconded_by else None
    return vote is not None and vote.outcome not in LOST and VERBAL.search(words) is None


def ends_in_names(block: Block, low: int, high: int, movers: Movers) -> bool:
    """Whether words name a matter, then who moved and seconded it, and end with that it was carried.

    ``Payments as listed Prop Cllr Ash, 2nd Cllr Elm carried``.
    """
    begin = movers.start - block.paragraph.start
    if not movers.moved_by or not movers.seconded_by or begin - low < SHORTEST // 2:
        return False
    at = movers.end - block.paragraph.start
    vote = went_at(block.view, at, high)
    return (
        vote is not None and vote.span is not None and vote.outcome not in LOST and not block.view[at + vote.span[1] : high].strip(" .;,)")
    )
