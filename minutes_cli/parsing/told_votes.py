"""Votes of motions told in prose: in the next sentence, or in the paragraphs right below, counts on lines of their own included (P19)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar
from minutes_cli.model import Vote
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import Told
from minutes_cli.parsing.motions import states_movers
from minutes_cli.parsing.neighbours import adjoin
from minutes_cli.parsing.seconding import only_seconds
from minutes_cli.parsing.sentences import sentences
from minutes_cli.parsing.voting import is_vote_line, opens_votes, read_vote, yes

_PUT = late(r"\bput\sto\s(?:the|a)\s(?:vote|meeting)\b|\b(?:voted|vote|votes|voting)\b[^.]{0,60}:\s{0,4}$", re.IGNORECASE)
"""What announces a vote: the motion is put, or the votes follow."""
_NOT_CARRIED = late(
    r"\b(?:was|were|is)\s(?:therefore\s|accordingly\s)?(?:not\s(?:agreed|approved|accepted|carried|supported)|lost|defeated|rejected)\b",
    re.IGNORECASE,
)
BELOW = 6
"""Paragraphs under a told proposal in which its vote may be told."""


def voted_behind(grammar: Grammar, view: str, begin: int, end: int) -> tuple[Vote | None, bool]:
    """The vote that the next sentence tells of, and whether it was lost."""
    following = sentences(view, begin, min(end, begin + 300))
    if following and (only_seconds(view, *following[0]) or states_movers(view[slice(*following[0])])):
        following = following[1:]
    words = view[slice(*following[0])] if following else ""
    if not words or not (is_vote_line(grammar, words) or yes(words)):
        return None, False
    vote, lost = read_vote(words)
    return vote or yes(words), lost


def voted_below(grammar: Grammar, blocks: list[Block], told: list[Told], at: int) -> tuple[Vote | None, bool]:
    """The vote that the paragraphs right under a told proposal tell of, counts on lines of their own included (P19)."""
    lines: list[str] = []
    refused = False
    for ahead in range(at + 1, min(len(told), at + 1 + BELOW)):
        index, block, begin, end = told[ahead]
        words = block.view[begin:end]
        adjoins = adjoin(blocks, told[ahead - 1][0], index)
        if adjoins and not lines and (only_seconds(block.view, begin, end) or states_movers(words)):
            said, lost = read_vote(words)
            if said is not None and said.outcome:
                return said, lost
            continue
        if not adjoins or not (opens_votes(block) or is_vote_line(grammar, words) or _PUT.search(words) or (not lines and yes(words))):
            refused = bool(lines) and _NOT_CARRIED.search(words) is not None
            break
        lines.append(words)
        if len(lines) == 1 and read_vote(words)[0] is None and (said := yes(words)):
            return said, False
    vote, lost = read_vote("\n".join(lines)) if lines else (None, False)
    if vote is not None and vote.outcome is None:
        if not refused and (vote.for_ is None or vote.against is None or vote.for_ == vote.against):
            return None, False
        lost = refused or (vote.for_ or 0) < (vote.against or 0)
        vote.outcome = "lost" if lost else "carried"
    return vote, lost
