"""References compared by what they point at, not by how they read.

``intact``: same words, and what they point at is what answers the old target. ``followed``: other words, so as to keep the target.
``retargeted``: same words, other target, the dangerous one. ``changed``: other words and other target, or a reference that only one side
has. ``dangling``: on a side it points at nothing. ``ambiguous``: on a side it could point at several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from minutes_cli.comparing.corpus import dice
from minutes_cli.comparing.entries import walk, wording
from minutes_cli.comparing.keys import fold, search_words, wording_key
from minutes_cli.comparing.lcs import common_length, masks
from minutes_cli.model import Clause, ComparedReference, Link, Minutes, Reference

ORDER = ("retargeted", "dangling", "changed", "ambiguous", "followed", "intact")
"""Statuses, gravest first."""
_SAME_CLAUSE = 0.6
_MOST_PAIRS = 2_500
_MOST_WORDS = 5_000


def compare_references(links: Iterable[Link], old: Minutes, new: Minutes) -> None:
    """Fills ``references`` of every link that has both sides."""
    links = list(links)
    clauses_old, clauses_new = _clauses(old), _clauses(new)
    if not any(clause.references for clause in chain(clauses_old.values(), clauses_new.values())):
        return
    targets = _Targets(links, clauses_old, clauses_new)
    for link in links:
        if link.old and link.new:
            refs_old = [ref for side in link.old for ref in targets.old[side.id].references]
            refs_new = [ref for side in link.new for ref in targets.new[side.id].references]
            if refs_old or refs_new:
                link.references = _compared(refs_old, refs_new, targets)


def _clauses(minutes: Minutes) -> dict[str, Clause]:
    return {clause.id: clause for item in minutes.items for group in item.groups for clause, _ in walk(group.clauses)}


class _Targets:
    """What answers what: by the links where a clause was compared, by its wording where it was not."""

    def __init__(self, links: Sequence[Link], old: dict[str, Clause], new: dict[str, Clause]) -> None:
        self.old, self.new = old, new
        self.answers: defaultdict[str, set[str]] = defaultdict(set)
        self.compared_old = {side.id for link in links for side in link.old}
        self.compared_new = {side.id for link in links for side in link.new}
        for link in links:
            for one in link.old:
                self.answers[one.id].update(two.id for two in link.new)

    def answer(self, one: str, two: str) -> bool:
        """Whether an old and a new clause are the same matter."""
        if one in self.compared_old or two in self.compared_new:
            return two in self.answers.get(one, ())
        clause_one, clause_two = self.old.get(one), self.new.get(two)
        if clause_one is None or clause_two is None:
            return False
        if wording_key(wording(clause_one)) == wording_key(wording(clause_two)):
            return True
        words_one, words_two = search_words(wording(clause_one))[:_MOST_WORDS], search_words(wording(clause_two))[:_MOST_WORDS]
        return dice(common_length(masks(words_one), len(words_one), words_two), len(words_one), len(words_two)) >= _SAME_CLAUSE

    def same(self, olds: Sequence[str], news: Sequence[str]) -> bool:
        """Whether two lists of targets cover each other; all that an old clause was split into counts."""
        for one in olds:
            if not any(self.answer(one, two) for two in news):
                return False
        return all(any(self.answer(one, two) for one in olds) for two in news) and all(
            part in news for one in olds for part in self.answers.get(one, ())
        )


def _compared(olds: Sequence[Reference], news: Sequence[Reference], targets: _Targets) -> list[ComparedReference]:
    if len(olds) * len(news) > _MOST_PAIRS:
        # No clause that people wrote has so many; by position is good enough and takes no time.
        paired = [_judged(one, two, targets) for one, two in zip(olds, news, strict=False)]
        gone = [ComparedReference(ref.text, "changed") for ref in olds[len(news) :]]
        return [*paired, *gone, *(ComparedReference("", "changed", ref.text) for ref in news[len(olds) :])]
    left = list(news)
    partner: dict[int, Reference] = {}
    # A reference meets the one that reads alike and points alike, then the one that reads alike, then the one that points alike.
    for demand in ((True, True), (True, False), (False, True), (False, False)):
        for at, ref in enumerate(olds):
            if at not in partner:
                for other in left:
                    if (not demand[0] or _alike(ref, other)) and (not demand[1] or _same_target(ref, other, targets)):
                        partner[at] = other
                        left = [rest for rest in left if rest is not other]
                        break
    found = [_judged(ref, partner[at], targets) if at in partner else ComparedReference(ref.text, "changed") for at, ref in enumerate(olds)]
    return [*found, *(ComparedReference("", "changed", ref.text) for ref in left)]


def _alike(one: Reference, two: Reference) -> bool:
    return fold(one.text).casefold().split() == fold(two.text).casefold().split()


def _same_target(one: Reference, two: Reference, targets: _Targets) -> bool:
    return bool(one.targets and two.targets) and targets.same(one.targets, two.targets)


def _judged(one: Reference, two: Reference, targets: _Targets) -> ComparedReference:
    alike = _alike(one, two)
    statuses = {one.status, two.status}
    if statuses == {"external"}:
        status = "intact" if alike else "changed"
    elif "ambiguous" in statuses:
        status = "ambiguous"
    elif "unresolved" in statuses or not (one.targets and two.targets):
        status = "dangling" if "unresolved" in statuses else "changed"
    elif _same_target(one, two, targets):
        status = "intact" if alike else "followed"
    else:
        status = "retargeted" if alike else "changed"
    return ComparedReference(one.text, status, None if alike else two.text)
