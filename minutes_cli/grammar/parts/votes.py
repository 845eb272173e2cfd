"""How a body voted (P19): outcome, counts and names, as far as they are printed.

Productions::

    vote  = outcome | tally | outcome … tally | tally … outcome
    tally = bracket | sides | versus | labelled | prose | table

Each kind has its room: ``vote_outcomes``, ``vote_tallies``, ``vote_names``, ``vote_tables``. Here they become votes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import GAP, NO_WORD_BEFORE, word_list
from minutes_cli.grammar.parts.persons import ROLES, TITLES
from minutes_cli.grammar.parts.vote_names import MOST, find_labelled, find_prose, read_tabled
from minutes_cli.grammar.parts.vote_outcomes import find_outcomes
from minutes_cli.grammar.parts.vote_record import FoundVote
from minutes_cli.grammar.parts.vote_tables import read_vote_table
from minutes_cli.grammar.parts.vote_tallies import BRACKET, find_tallies

__all__ = ["FoundVote", "find_vote", "find_votes"]

_LED = late(
    rf"(?:\(\s?)?(?:{NO_WORD_BEFORE}(?:with|by|(?:a{GAP})?majority{GAP}of|(?:recorded{GAP})?vot(?:e|es|ing)\s{{0,2}}[:–-]|on{GAP}a{GAP}vote{GAP}of){GAP}){{0,3}}\Z|\(\s?\Z",
    re.IGNORECASE,
)
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
_OTHER_MOTION = late(r"(?<![^\W_])(?:amendment|substantive|original|second|further|next)(?![^\W_])", re.IGNORECASE)
_STEMS = word_list(
    "vot carried lost reject pass unanim favo nem tied against abst yea aye nay noes yes all defeat fail fell majority negatived agreed "
    "carries prevail lapse denied approved adopted opposed dies died duly unfrydol for: blaid erbyn cynnig gwelliant"
)
"""One of these stands in every text that tells of a vote, ``(13 to 0)`` apart; looking for them spares most lines the patterns."""


def find_votes(text: str, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES) -> list[FoundVote]:
    """Every vote of ``text`` in order, each outcome with the counts and names that stand next to it.

    In: a clause or line, with the lines after it where a table of names follows. Two outcomes that exclude one another, and outcomes
    of different motions, are two votes. Counts of more than nine digits have no value (R51).
    """
    folded = text.casefold()
    if not any(stem in folded for stem in _STEMS) and BRACKET.search(text) is None:
        return []
    pieces = sorted(
        (*find_outcomes(text), *find_tallies(text), *find_labelled(text, titles, roles), *find_prose(text, titles, roles)),
        key=lambda each: (each.start, -each.end),
    )
    table = read_vote_table(text)
    if table is not None:
        pieces.append(read_tabled(text, table, titles, roles))
        pieces.sort(key=lambda each: (each.start, -each.end))
    votes: list[FoundVote] = []
    for each in pieces[: 4 * MOST]:
        merged = _merge(text, votes[-1], each) if votes else None
        if merged is not None:
            votes[-1] = merged
        else:
            votes.append(each)
    return [_finish(text, vote) for vote in votes[:MOST]]


def find_vote(text: str, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES) -> FoundVote | None:
    """The first of ``find_votes``, or None."""
    votes = find_votes(text, titles, roles)
    return votes[0] if votes else None


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
        "lost" if outcomes == {"lost", "casting-vote"} else next((each for each in _RANK if each in outcomes), None),
        vote.for_ if vote.for_ is not None else other.for_,
        vote.against if vote.against is not None else other.against,
        vote.abstain if vote.abstain is not None else other.abstain,
        {**vote.names, **other.names},
        vote.by_order or other.by_order,
    )


def _finish(text: str, vote: FoundVote) -> FoundVote:
    """The vote with its outcome told from the counts where need be, and its span widened over ``(with`` … ``)``."""
    outcome = vote.outcome
    if outcome is None and vote.for_ is not None and vote.against is not None:
        outcome = "carried" if vote.for_ > vote.against else "lost" if vote.for_ < vote.against else "tied"
    if outcome is None and vote.against == 0 and vote.for_ is None and vote.names.get("for"):
        outcome = "carried"
    if outcome is None and vote.for_ == 0 and vote.against is None and vote.names.get("against"):
        outcome = "lost"
    for_, against = vote.for_, vote.against
    if vote.by_order and vote.outcome == "lost" and for_ is not None and against is not None:
        for_, against = min(for_, against), max(for_, against)
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
    return replace(vote, start=start, end=end, outcome=outcome, for_=for_, against=against)
