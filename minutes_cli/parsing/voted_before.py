"""Votes told right before the words of a resolution: in its own sentence, in the sentences before it, or above it (P19).

``There were 8 votes in favour and 2 against. The vote was carried. The Panel RESOLVED to …``, ``by a vote of 8-0: / RESOLVED``.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.parts.votes import find_votes
from minutes_cli.model import Vote
from minutes_cli.parsing.sentences import sentences
from minutes_cli.parsing.voting import LOST, is_vote_line, read_vote, vote_of

FARTHEST = 600
"""Code points before a lead-in in which its vote is told."""
_MOST = 4
"""Sentences that one vote takes."""
_OTHER = late(
    r"\b(?:amendments?|amended|counter-?motion|first|former|procedural|minutes|apolog\w+|adjourn\w*|extend\w*|suspend\w*)\b", re.IGNORECASE
)
"""What is voted on beside a resolution, and not it."""
_BETWEEN = late(
    r"(?:[\s,:;.)–—-]|\b(?:and|it|was|were|is|the|council|cabinet|committee|sub-?committee|board|panel|members|councillors|meeting|authority|trustees|therefore"
    r"|accordingly|then|thereupon|whereupon|so|duly|hereby|this|that|motion|proposal|recommendations?|substantive|resolution|votes?|of|those|present|voting|being|been|having|had"
    r"|a|an|by|in|to|on|cast|taken|following|declared|carried|passed|agreed|approved|with|no|abstentions?|none)\b){0,40}\Z",
    re.IGNORECASE,
)
"""Words that may stand between a vote and the lead-in of what was voted on: a body, and that it was carried."""


def vote_before(grammar: Grammar, view: str, begin: int, end: int) -> Vote | None:
    """The vote that a stretch tells of at its very end, where a lead-in follows; None where it was lost or was about something else."""
    begin = max(begin, end - FARTHEST)
    told = sentences(view, begin, end)
    if not told:
        return None
    low, high = told[-1]
    if view[high - 1] not in ".!?":
        fragment = view[low:high]
        votes = [] if _OTHER.search(fragment) else find_votes(fragment)
        if votes:
            last = votes[-1]
            fits = last.outcome not in LOST and _BETWEEN.match(fragment, last.end) is not None
            return vote_of(fragment, last) if fits else None
        told.pop()
    low = high = told[-1][1] if told else 0
    for start, stop in reversed(told[-_MOST:]):
        if not is_vote_line(grammar, view[start:stop]):
            break
        low = start
    if low == high or _OTHER.search(view, low, high):
        return None
    vote, lost = read_vote(view[low:high])
    return None if lost else vote
