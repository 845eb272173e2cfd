"""How a body voted (P19): outcome, counts and names, as far as they are printed.

Productions::

    vote     = outcome | tally | outcome … tally | tally … outcome
    outcome  = "carried" | "lost" | "unanimously" | "all in favour" | "nem con" | "tied" | "casting vote" | …
    tally    = bracket | sides | versus | labelled | prose
    bracket  = "(" figure ("to" | "-") figure ")"                           after the words of an outcome, or alone
    sides    = figure ["votes"] side { ("," | "and" | "with") figure ["votes"] side }
    versus   = figure "votes" "to" figure ["with" figure "abstentions"]
    labelled = side-label ":" (figure | ["(" figure ")"] people) { side-label … }
    prose    = people ("voted" "for" | "voted" "against" | "abstained")

Names in a table are read by ``vote_tables``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import pyparsing as pp

from minutes_cli.grammar.parts.basis import (
    DASH,
    GAP,
    MAYBE_GAP,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    mute,
    parse_at,
    piece,
    whole_element,
    word_list,
)
from minutes_cli.grammar.parts.numbers import FIGURE_PATTERN, WORD_PATTERN, number_value
from minutes_cli.grammar.parts.persons import ROLES, TITLES, FoundPerson, read_people, read_people_before, read_person
from minutes_cli.grammar.parts.vote_tables import FoundTable, read_vote_table

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundVote:
    """A vote; every offset counts code points of the searched text."""

    start: int
    end: int
    outcome: str | None = None
    """carried, lost, unanimous, nem-con, tied or casting-vote; told from the counts where both sides are counted and no word says it."""
    for_: int | None = None
    against: int | None = None
    abstain: int | None = None
    names: dict[str, Spans] = field(default_factory=dict)
    """Names by side: for, against, abstain, absent."""


_N = rf"(?:{FIGURE_PATTERN}|{WORD_PATTERN}|(?:none|nil|no){NO_WORD_AFTER})"
_COUNTED = rf"(?:{GAP}(?:votes?|members?|councillors?){NO_WORD_AFTER})?"
_SIDES = {
    "for": rf"(?:(?:votes?{GAP})?(?:voted{GAP}|voting{GAP}|were{GAP})?(?:in{GAP})?(?:for|favou?r)|ayes|yeas|yes)",
    "against": rf"(?:(?:votes?{GAP})?(?:voted{GAP}|voting{GAP}|were{GAP})?against|noes|nays)",
    "abstain": r"(?:abstentions?|abstain(?:ed|ing|s)?)",
    "absent": r"(?:absent|recused?|conflict|did not vote)",
}
_SIDE = "(?:" + "|".join(_SIDES.values()) + ")" + NO_WORD_AFTER

_JOIN = rf"(?:\s{{0,4}}[,;/]{MAYBE_GAP}(?:and{GAP})?(?:with{GAP})?|{GAP}(?:and|&){GAP}(?:with{GAP})?|{GAP}with{GAP}|{GAP})"
_counted = piece("number", _N) + mute(_COUNTED, "votes") + mute(rf"{GAP}", "gap") + piece("side", _SIDE)
_SIDES_ELEMENT = whole_element(_counted + (mute(_JOIN, "joint") + _counted)[0, 4], "sides")
_VERSUS_ELEMENT = whole_element(
    piece("number", _N)
    + mute(rf"{GAP}votes?{NO_WORD_AFTER}", "votes")
    + mute(rf"{GAP}(?:to|versus|v){GAP}|\s?{DASH}\s?", "to")
    + piece("number", _N)
    + pp.Opt(mute(_JOIN, "joint") + _counted),
    "versus",
)

_LABELS = {
    "for": r"(?:votes{G})?(?:in{G}favou?r|for)|ayes?|yeas?|yes".replace("{G}", GAP),
    "against": r"(?:votes{G})?against|noes|nays?|no".replace("{G}", GAP),
    "abstain": r"abstentions?|abstain(?:ed|ing)?|abstained",
    "absent": r"absent|recused?",
}
_LABEL = re.compile(
    rf"{NO_WORD_BEFORE}(?:"
    + "|".join(f"(?P<{side}>{words})" for side, words in _LABELS.items())
    + rf")(?:\s{{0,4}}(?:[:=]|{DASH}(?=\s|[0-9]))|(?=\s{{0,3}}\(?[0-9]))[\s*_]{{0,8}}",
    re.IGNORECASE,
)
_COUNT_AFTER = re.compile(rf"\(?(?P<count>{_N})\)?(?:\s{{0,2}}:)?", re.IGNORECASE)
_COUNT_BEHIND = re.compile(r"\s{0,4}\(([0-9]{1,4})\)")
_BETWEEN_LABELS = re.compile(r"[\s.,;|/*_>]{0,24}(?:and\s{1,4})?")

_OUTCOMES: tuple[tuple[str, str], ...] = (
    ("casting-vote", rf"casting{GAP}votes?"),
    ("nem-con", rf"nem\.?\s?con(?:{NO_WORD_AFTER}\.?)|nemine{GAP}contradicente"),
    (
        "tied",
        rf"(?:votes?{GAP}(?:was{GAP}|were{GAP}|being{GAP})?(?:tied|equal)|tied{GAP}vote|equality{GAP}of{GAP}votes|votes?{GAP}were{GAP}evenly{GAP}split)",
    ),
    (
        "lost",
        rf"(?:(?:motion|amendment|proposal|vote|was|were|is|declared|and|being|be|thereby|then){GAP}(?:was{GAP}|were{GAP}|to{GAP}be{GAP}|declared{GAP}){{0,2}}"
        rf"(?:lost|defeated|negatived|failed|not{GAP}carried)|lost(?={GAP}by{GAP}(?:[0-9]|{WORD_PATTERN}))|(?:motion|amendment){GAP}fell)",
    ),
    (
        "unanimous",
        rf"(?:unanimously|unanimous(?={GAP}(?:vote|decision|agreement|in{GAP}favou?r|consent)|\s{{0,4}}(?:[.,;:)]|\Z))(?:{GAP}in{GAP}favou?r)?|"
        rf"all(?:{GAP}(?:members?|councillors?|those))?(?:{GAP}(?:present|voting|were|voted)){{0,3}}{GAP}in{GAP}favou?r|all{GAP}agreed(?=\s{{0,4}}(?:[.,;)]|\Z))|yn{GAP}unfrydol)",
    ),
    (
        "carried",
        rf"(?:(?:motion|amendment|proposal|vote|was|were|is|declared|and|being|be|duly|then){GAP}(?:was{GAP}|were{GAP}|to{GAP}be{GAP}|declared{GAP}){{0,2}}carried"
        rf"|carried(?={GAP}(?:by|with|on|unanimously|nem)|\s{{0,4}}(?:[.,;:)(]|\Z))|(?:motion|amendment|resolution|vote){GAP}(?:was{GAP}|were{GAP})?passed"
        rf"|passed(?=\s{{0,3}}\())(?!{GAP}(?:out|forward|over|through))",
    ),
)
_OUTCOME = re.compile(
    rf"{NO_WORD_BEFORE}(?:" + "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _OUTCOMES) + f"){NO_WORD_AFTER}",
    re.IGNORECASE,
)
_SHOUTED = re.compile(rf"{NO_WORD_BEFORE}(?:(?P<lost>LOST|DEFEATED|NOT CARRIED)|(?P<carried>CARRIED)){NO_WORD_AFTER}")

_BRACKET = re.compile(rf"\(\s?(?P<for>[0-9]{{1,4}})\s{{0,2}}(?:to|{DASH}|:)\s{{0,2}}(?P<against>[0-9]{{1,4}})\s?\)", re.IGNORECASE)
_BEFORE_BRACKET = re.compile(
    r"(?:passed|carried|failed|lost|defeated|voted?|votes|voting|agreed|approved|unanimously|resolved|rejected)[\s:*_–-]{0,6}\Z",
    re.IGNORECASE,
)
_PLAIN_VERSUS = re.compile(
    rf"(?:carried|lost|passed|defeated|approved|agreed|rejected|majority|vote){GAP}(?:by|of){GAP}(?P<for>[0-9]{{1,4}})(?:{GAP}to{GAP}|\s?{DASH}\s?)(?P<against>[0-9]{{1,4}})"
    rf"(?![0-9])(?!{GAP}(?:per|%|days|weeks|months|years))",
    re.IGNORECASE,
)
_TALLY_GATE = re.compile(
    rf"{NO_WORD_BEFORE}(?<![0-9][.,/]){_N}(?={GAP}(?:votes?|members?|councillors?|voted|voting|were|in{GAP}fav|for|against|abst|ayes|noes|yeas|nays))",
    re.IGNORECASE,
)
_PROSE = re.compile(
    rf"{NO_WORD_BEFORE}(?:(?P<for>voted{GAP}(?:for|in{GAP}favou?r))|(?P<against>voted{GAP}against)|(?P<abstain>abstained)){NO_WORD_AFTER}",
    re.IGNORECASE,
)

_LED = re.compile(
    rf"(?:\(\s?)?(?:{NO_WORD_BEFORE}(?:with|by|(?:a{GAP})?majority{GAP}of|(?:recorded{GAP})?vot(?:e|es|ing)\s{{0,2}}[:–-]|on{GAP}a{GAP}vote{GAP}of){GAP}){{0,3}}\Z|\(\s?\Z",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"(?<![^\W_])(?:motion|amendment|proposal|proposition|vote|voted|votes|resolution|declared|addendum|put|seconded)(?![^\W_])",
    re.IGNORECASE,
)
_COUNT_FOLLOWS = re.compile(rf"{GAP}(?:by|with|unanimously|nem|on)(?![^\W_])|\s{{0,3}}\(", re.IGNORECASE)
_NEAR = 100
"""How far apart, in code points, an outcome and the count that belongs to it may stand."""
_TOGETHER = {
    frozenset(pair)
    for pair in (
        ("carried", "unanimous"),
        ("carried", "nem-con"),
        ("carried", "casting-vote"),
        ("tied", "casting-vote"),
        ("lost", "casting-vote"),
        ("lost", "tied"),
        ("unanimous", "nem-con"),
    )
}
_RANK = ("casting-vote", "nem-con", "unanimous", "tied", "lost", "carried")
_OTHER_MOTION = re.compile(r"(?<![^\W_])(?:amendment|substantive|original|second|further|next)(?![^\W_])", re.IGNORECASE)
_STEMS = word_list(
    "vot carried lost pass unanim favo nem tied against abst yea aye nay noes yes defeat fail fell majority negatived agreed unfrydol for:"
)
"""One of these stands in every text that tells of a vote, ``(13 to 0)`` apart; looking for them spares most lines the patterns."""
_MOST = 200
"""Votes of one text; more is no clause."""


def find_votes(text: str, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES) -> list[FoundVote]:
    """Every vote of ``text`` in order, each outcome with the counts and names that stand next to it.

    In: a clause or line, with the lines after it where a table of names follows. Two outcomes that exclude one another, and outcomes
    of different motions, are two votes. Counts of more than nine digits have no value (R51).
    """
    folded = text.casefold()
    if not any(stem in folded for stem in _STEMS) and _BRACKET.search(text) is None:
        return []
    pieces = sorted(
        (*_outcomes(text), *_tallies(text), *_labelled(text, titles, roles), *_prose(text, titles, roles)),
        key=lambda each: (each.start, -each.end),
    )
    table = read_vote_table(text)
    if table is not None:
        pieces.append(_tabled(text, table, titles, roles))
        pieces.sort(key=lambda each: (each.start, -each.end))
    votes: list[FoundVote] = []
    for each in pieces[: 4 * _MOST]:
        merged = _merge(text, votes[-1], each) if votes else None
        if merged is not None:
            votes[-1] = merged
        else:
            votes.append(each)
    return [_finish(text, vote) for vote in votes[:_MOST]]


def find_vote(text: str, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES) -> FoundVote | None:
    """The first of ``find_votes``, or None."""
    votes = find_votes(text, titles, roles)
    return votes[0] if votes else None


def _outcomes(text: str) -> list[FoundVote]:
    found = [
        FoundVote(hit.start(), hit.end(), (hit.lastgroup or "").replace("_", "-"))
        for hit in (*_OUTCOME.finditer(text), *_SHOUTED.finditer(text))
    ]
    return [each for each in found if each.outcome not in {"carried", "lost"} or _of_motion(text, each)]


def _of_motion(text: str, found: FoundVote) -> bool:
    """Whether ``was lost`` or ``carried`` speaks of a motion: in capitals, counted, alone on its line, or near the word."""
    words = text[found.start : found.end]
    if words.split()[-1].isupper() or _MOTION.search(words) or _COUNT_FOLLOWS.match(text, found.end):
        return True
    return (
        not text[max(0, found.start - 40) : found.start].strip("*_> ")
        or _MOTION.search(text, max(0, found.start - 100), found.start) is not None
    )


def _tabled(text: str, table: FoundTable, titles: tuple[str, ...], roles: tuple[str, ...]) -> FoundVote:
    """A table as a vote, the titles left off its names."""
    names: dict[str, Spans] = {}
    for side, spans in table.names.items():
        people = [(read_person(text, start, titles, roles), start, end) for start, end in spans[:_MOST]]
        names[side] = tuple((person.start if person and person.end <= end else start, end) for person, start, end in people)
    return FoundVote(table.start, table.end, None, table.counts.get("for"), table.counts.get("against"), table.counts.get("abstain"), names)


def _tallies(text: str) -> list[FoundVote]:
    """Counts without labels: ``bracket``, ``sides`` and ``versus``."""
    found = []
    for hit in _BRACKET.finditer(text):
        alone = not text[: hit.start()].strip(" \t\n*_>") if hit.start() < 40 else False
        if alone or _BEFORE_BRACKET.search(text, max(0, hit.start() - 24), hit.start()):
            found.append(FoundVote(hit.start(), hit.end(), None, int(hit["for"]), int(hit["against"])))
    for hit in _PLAIN_VERSUS.finditer(text):
        found.append(FoundVote(hit.start("for"), hit.end(), None, int(hit["for"]), int(hit["against"])))
    at = 0
    while (gate := _TALLY_GATE.search(text, at)) is not None:
        vote = _versus(text, gate.start()) or _sides(text, gate.start())
        if vote is not None:
            found.append(vote)
        at = vote.end if vote else gate.end()
    return found


def _versus(text: str, at: int) -> FoundVote | None:
    pieces = parse_at(_VERSUS_ELEMENT, text, at, 200)
    if not pieces:
        return None
    numbers = [number_value(each.text) for each in pieces if each.kind == "number"]
    abstain = numbers[2] if len(numbers) > 2 and _side(pieces[-1].text) == "abstain" else None
    return FoundVote(at, pieces[-1].end, None, numbers[0], numbers[1], abstain)


def _sides(text: str, at: int) -> FoundVote | None:
    """``sides``; one count alone needs the word ``votes`` or ``in favour``, since ``12 for`` and ``2 against`` say little."""
    pieces = parse_at(_SIDES_ELEMENT, text, at, 240)
    if not pieces:
        return None
    counts: dict[str, int | None] = {}
    for number, side in zip(pieces[::2], pieces[1::2], strict=True):
        counts.setdefault(_side(side.text), number_value(number.text))
    words = text[at : pieces[-1].end].casefold()
    if len(counts) < 2 and not re.search(r"votes?|voted|favou?r|abst", words):
        return None
    return FoundVote(at, pieces[-1].end, None, counts.get("for"), counts.get("against"), counts.get("abstain"))


def _side(words: str) -> str:
    return next(side for side, pattern in _SIDES.items() if re.fullmatch(pattern, words, re.IGNORECASE))


def _labelled(text: str, titles: tuple[str, ...], roles: tuple[str, ...]) -> list[FoundVote]:
    """``labelled``: at least two sides, or one side with titled names."""
    found: list[FoundVote] = []
    at = 0
    while (hit := _LABEL.search(text, at)) is not None:
        counts: dict[str, int | None] = {}
        names: dict[str, Spans] = {}
        end, titled = hit.end(), False
        label: re.Match[str] | None = hit
        while label is not None:
            side = label.lastgroup or ""
            count, people, reached = _count_and_names(text, label.end(), titles, roles)
            if side in counts or side in names or (count is None and not people):
                break
            end = reached
            if count is not None:
                counts[side] = count
            if people:
                names[side] = tuple((person.start, person.end) for person in people)
                titled = titled or people[0].titled
            between = _BETWEEN_LABELS.match(text, end)
            label = _LABEL.match(text, between.end() if between else end)
        sides = counts.keys() | names.keys()
        if (len(sides) > 1 or (titled and sides != {"absent"})) and sides & {"for", "against", "abstain"}:
            found.append(FoundVote(hit.start(), end, None, counts.get("for"), counts.get("against"), counts.get("abstain"), names))
        at = max(end, hit.end())
    return found


def _count_and_names(text: str, at: int, titles: tuple[str, ...], roles: tuple[str, ...]) -> tuple[int | None, list[FoundPerson], int]:
    """What stands after a side's label: a count, names, or both, and where it ends."""
    count = _COUNT_AFTER.match(text, at)
    value = number_value(count["count"]) if count else None
    end = count.end() if count else at
    gap = re.compile(r"\s{0,8}").match(text, end)
    listed = count is None or text[end - 1] in ":)"
    people = read_people(text, gap.end() if gap else end, titles, roles, plural=True) if listed else []
    if people:
        end = people[-1].end
        behind = _COUNT_BEHIND.match(text, end)
        if behind is not None:
            value, end = int(behind[1]), behind.end()
    return value, people, end


def _prose(text: str, titles: tuple[str, ...], roles: tuple[str, ...]) -> list[FoundVote]:
    found = []
    for count, hit in enumerate(_PROSE.finditer(text)):
        if count >= _MOST:
            break
        people = read_people_before(text, hit.start(), titles, roles)
        if people:
            spans = tuple((person.start, person.end) for person in people)
            found.append(FoundVote(people[0].printed_start, hit.end(), names={hit.lastgroup or "": spans}))
    return found


def _merge(text: str, vote: FoundVote, other: FoundVote) -> FoundVote | None:
    """The two as one vote, or None where they are of different motions."""
    if other.start < vote.end and other.end <= vote.end and other.outcome is None and not other.names:
        return vote
    outcomes = {each for each in (vote.outcome, other.outcome) if each}
    if len(outcomes) > 1 and frozenset(outcomes) not in _TOGETHER:
        return None
    between = text[vote.end : other.start]
    if len(between) > _NEAR or _OTHER_MOTION.search(between):
        return None
    repeated = outcomes and vote.outcome == other.outcome and other.start > vote.end and ("." in between or ";" in between)
    clash = any(a is not None and b is not None and a != b for a, b in ((vote.for_, other.for_), (vote.against, other.against)))
    if repeated or clash or vote.names.keys() & other.names.keys():
        return None
    return FoundVote(
        min(vote.start, other.start),
        max(vote.end, other.end),
        next((each for each in _RANK if each in outcomes), None),
        vote.for_ if vote.for_ is not None else other.for_,
        vote.against if vote.against is not None else other.against,
        vote.abstain if vote.abstain is not None else other.abstain,
        {**vote.names, **other.names},
    )


def _finish(text: str, vote: FoundVote) -> FoundVote:
    """The vote with its outcome told from the counts where need be, and its span widened over ``(with`` … ``)``."""
    outcome = vote.outcome
    if outcome is None and vote.for_ is not None and vote.against is not None:
        outcome = "carried" if vote.for_ > vote.against else "lost" if vote.for_ < vote.against else "tied"
    start, end = vote.start, vote.end
    led = _LED.search(text, max(0, start - 60), start)
    if led is not None and led.start() < start:
        opened = text[led.start()] == "("
        closed = re.compile(r"\s?\)").match(text, end)
        if opened and closed:
            start, end = led.start(), closed.end()
        else:
            start = led.start() + (1 if opened else 0)
            start += len(text[start : vote.start]) - len(text[start : vote.start].lstrip())
    return replace(vote, start=start, end=end, outcome=outcome)
