"""Matters: where the words of one outcome end in its paragraph, and another matter, its vote or a task begins (P04, P10, P46)."""

from __future__ import annotations

import re
from itertools import islice

from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.formal import is_formal
from minutes_cli.parsing.labels import label_at
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.motions import read_movers, states_movers
from minutes_cli.parsing.prose import behind_label, decision_in, tells
from minutes_cli.parsing.sentences import each_sentence, sentences
from minutes_cli.parsing.voting import is_vote_line

_TABLED = late(r"\bthe\sfollowing\b", re.IGNORECASE)
_LETTERED = late(r"A\s[A-Z][a-z][^|]{4,600}?[.;,]\s(?:and\s)?B\s[A-Z][a-z]")
"""Labels without any mark in one paragraph (``A Note the plan. B Note the list.``)."""
_TASK = late(r"(?:The\s)?Clerk\sto\s[a-z]|ACTION\b|Action(?::|\sby)|Following\sthe\smeeting\b")
"""What somebody is to do about an outcome is none of its words (P46)."""
_EVENT = late(
    r"\(?(?:(?:Cllr|Councillor|Cr|Alderman|Mr|Mrs|Ms|Dr)s?\.?\s[^.;:]{2,60}?|The\s(?:Chair\w*|Mayor|Convener|Provost|Committee|Clerk)|Members)\s(?:then\s|also\s)?"
    r"(?:left|joined|rejoined|entered|withdrew|returned|arrived|closed|adjourned|thanked|asked|abstained|declared|spoke|voted\sagainst"
    r"|requested\sthat\s(?:his|her|their))\b|The\smeeting\s(?:then\s|was\s)?(?:closed|ended|adjourned|finished|concluded)\b"
    r"|There\sbeing\sno\s(?:further|other)\sbusiness\b|The\snext\smeeting\b"
)
"""What happened next is none of the words of what was decided before."""
_TOLD_OUTCOME = late(
    r"(?:The|This)\s(?:substantive\s|amended\s|original\s)?(?:motion|amendment|proposal|proposition|resolution)\b[^.]{0,60}?"
    r"\b(?:carried|lost|defeated|agreed|approved|passed|rejected|accepted)\b",
    re.IGNORECASE,
)
_GOES_ON = ("This ", "These ", "Such ", "Any ", "It is ", "They ", "The above", "In doing so")


def next_matter(grammar: Grammar, view: str, begin: int, end: int) -> int:
    """Where a sentence behind an outcome in its paragraph, before ``end``, decides another matter or gives somebody a task (P04, P10)."""
    for low, high in islice(each_sentence(view, begin), 1, None):
        if low >= end:
            return end
        if is_vote_line(grammar, view[low:high]) or states_movers(view[low:high]):
            return low
        at = behind_label(view, behind_label(view, low, high), high)
        if _TASK.match(view, low, high) or _EVENT.match(view, low, high) or decision_in(grammar, view, at, high) is not None:
            return low
        found = grammar.match("lead_ins", view, at)
        if found is not None and is_formal(found, view):
            return low
    return end


def outcome_behind(grammar: Grammar, view: str, begin: int) -> int:
    """Where the sentences at a clause's end begin that only say who moved it or how the vote went (P09, P19); else its end."""
    end = len(view)
    for low, high in reversed(sentences(view, begin)[1:]):
        if not (is_vote_line(grammar, view[low:high]) or states_movers(view[low:high])):
            break
        end = low
    return end


def told_before(grammar: Grammar, block: Block, begin: int) -> bool:
    """Whether the movers of a paragraph stand behind a decision that it tells: they moved that one (P09, P18)."""
    movers = read_movers(block, begin, len(block.view))
    low, high = begin, movers.start - block.paragraph.start
    return bool(movers) and any(decision_in(grammar, block.view, *span) for span in each_sentence(block.view, low, high))


def outcome_begins(view: str, begin: int) -> int | None:
    """Where a sentence behind a motion in its paragraph begins to tell its outcome (``The motion having been put and carried, …``)."""
    for low, high in islice(each_sentence(view, begin), 1, None):
        if _TOLD_OUTCOME.match(view, low, high) or (mood(view[begin:low]) == "to" and tells(view[low:high])):
            return low
    return None


def matter_ends(view: str, begin: int) -> int:
    """Where the words of a lead-in inside a sentence end: with the sentence, or with those behind it that speak of the same (P04, P10).

    A list on the same line goes on to the paragraph's end (P27).
    """
    label = label_at(view, begin)
    if label is not None and label.shape != "number":
        return len(view)
    if _LETTERED.match(view, begin):
        return len(view)
    end = begin
    for low, high in each_sentence(view, begin):
        if end == begin and _TABLED.search(view, low, high) and not tells(view[high:]):
            return len(view)
        if end > begin and mood(view[low:high]) not in ("that", "to") and not view.startswith(_GOES_ON, low):
            return end
        end = high
    return len(view)
