"""Copies: one decision printed twice or three times on a page, in one language or in two, is counted once (P13, P48)."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import word_list
from minutes_cli.model import Group, Item
from minutes_cli.parsing.tree import walk

_WORD = late(r"[^\W_]+")
TELLING = 12
"""Words that two groups on the same side must share to be one decision printed twice, and not two alike answers."""
ALIKE = 0.8
"""Share of words in common from which two groups of one item are the same decision."""


_WELSH = frozenset(word_list("y yr yn bod fod ei eu ar gan gyda wedi ac dylid cael mae gael ym hynny"))
_ENGLISH = frozenset(word_list("the that be of and to for with is are was were on in by"))
_WORDS = late(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


def _language(group: Group) -> str | None:
    """cy or en, from the small words of a group and its lead-in; None where they do not tell."""
    words = [
        word.replace("'", "’")
        for text in (group.lead_in or "", *(clause.text for clause in group.clauses))
        for word in _WORDS.findall(text.casefold())
    ]
    welsh = sum(word in _WELSH or word.endswith("’r") or "enderfyn" in word for word in words)
    english = sum(word in _ENGLISH for word in words)
    return "cy" if welsh > 2 * english else "en" if english > 2 * welsh else None


def _link_translations(groups: list[Group]) -> None:
    """Marks a decision that repeats the one right before it in the page's other language, clause for clause (P48)."""
    for one, other in pairwise(groups):
        if one.status != other.status or one.kind != other.kind or one.copy_of or other.copy_of or not one.clauses:
            continue
        labels = [[clause.label for clause in walk(group)] for group in (one, other)]
        if labels[0] == labels[1] and {_language(one), _language(other)} == {"cy", "en"}:
            other.copy_of = one.id


def link_copies(items: list[Item]) -> None:
    """Marks decided groups that repeat an earlier decided group of the same item, or of an item with the same title."""
    for item in items:
        if any("enderfyn" in (group.lead_in or "").casefold() or _language(group) == "cy" for group in item.groups):
            _link_translations(item.groups)
    seen: dict[str, list[tuple[Group, tuple[str, ...], Counter[str]]]] = {}
    for item in items:
        where = (item.title or "").casefold() or item.id
        for group in item.groups:
            if group.status != "decided" or group.form == "narrative" or not group.clauses:
                continue
            words = tuple(" ".join(_WORD.findall(clause.text.casefold())) for clause in walk(group))
            bag = Counter(word for clause in words for word in clause.split())
            if sum(bag.values()) < 4:
                continue
            for other, other_words, other_bag in seen.setdefault(where, [])[-8:]:
                if (other.side == group.side and other.side is not None) or other.kind != group.kind:
                    continue
                if words == other_words and (other.side != group.side or sum(bag.values()) >= TELLING):
                    group.copy_of, group.differs = other.id, _votes_differ(group, other)
                    break
                if other.side == group.side:
                    continue
                shared = sum((bag & other_bag).values())
                same = set(words) & set(other_words)
                mostly = shared >= ALIKE * max(sum(bag.values()), sum(other_bag.values()))
                if mostly or (len(same) > 1 and 2 * len(same) > max(len(words), len(other_words))):
                    group.copy_of, group.differs = other.id, True
                    break
            else:
                seen[where].append((group, words, bag))


def _votes_differ(one: Group, other: Group) -> bool:
    """Whether two copies print different counts of the same vote (phenomena section 2, finding 5)."""
    if one.vote is None or other.vote is None:
        return False
    counts = [(vote.for_, vote.against, vote.abstain) for vote in (one.vote, other.vote)]
    return counts[0] != counts[1] and None not in counts[0][:2] + counts[1][:2]
