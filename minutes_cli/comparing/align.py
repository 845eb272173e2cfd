"""Alignment by content: which old clauses answer which new ones.

The steps, each only for what the ones before left free: equal wording that is unique, then equal neighbours of linked clauses;
equal words; clear rewordings by the best assignment; repeated wording placed by its neighbourhood; splits and merges; fair rewordings
helped by the gap that they fill; what one long clause alone holds whole. Labels and positions only break ties.

Both directions give the same links: of two documents always the same one is taken as the old one inside, and the answer turned round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from minutes_cli.collector import paused
from minutes_cli.comparing import exact, similar
from minutes_cli.comparing.beads import Growers, Spare
from minutes_cli.comparing.budget import Budget
from minutes_cli.comparing.corpus import Corpus
from minutes_cli.comparing.dealing import deal
from minutes_cli.comparing.entries import Entry, entries, remembering
from minutes_cli.comparing.figures import pair_figures
from minutes_cli.comparing.links import build_links
from minutes_cli.comparing.pairing import Alignment, Bead, Pairing
from minutes_cli.model import Clause, Link


def align(old: Iterable[Clause], new: Iterable[Clause], *, show_weak: bool = False, budget: Budget | None = None) -> list[Link]:
    """Links every clause of two lists, nested ones as well, once: with its answer, or as added or dropped.

    Weak likenesses are only links with ``show_weak``, and then flagged so. References are not looked at here.
    """
    with paused(), remembering():
        olds, news = entries(old), entries(new)
        return build_links(olds, news, align_entries(olds, news, show_weak=show_weak, budget=budget))


def align_entries(
    old: Sequence[Entry], new: Sequence[Entry], *, show_weak: bool = False, plain: bool = False, budget: Budget | None = None
) -> Alignment:
    """The beads between two lists of entries, by first old position; ``plain`` ones are one to one only, without scores and margins."""
    budget = budget or Budget()
    turned = _rank(new) < _rank(old)
    if turned:
        found = _align(new, old, show_weak, plain, budget)
        for bead in found:
            bead.olds, bead.news = bead.news, bead.olds
            bead.matched_by = {"split": "merge", "merge": "split"}.get(bead.matched_by, bead.matched_by)
        found.sort(key=lambda bead: min(bead.olds))
    else:
        found = _align(old, new, show_weak, plain, budget)
    return Alignment(found, turned, budget.exhausted)


def _rank(side: Sequence[Entry]) -> list[tuple[str, str, str]]:
    return [(entry.text, entry.label or "", entry.id) for entry in side]


def _align(old: Sequence[Entry], new: Sequence[Entry], show_weak: bool, plain: bool, budget: Budget) -> list[Bead]:
    pairing = Pairing(old, new)
    exact.pair_unique(pairing, lambda entry: entry.key)
    exact.pair_neighbours(pairing)
    repeated = {entry.key for entry in old if entry.key} & {entry.key for entry in new if entry.key}
    exact.pair_unique(pairing, lambda entry: None if entry.key in repeated else tuple(entry.words))
    pairing.settle()
    if pairing.free_old() and pairing.free_new():
        corpus = Corpus(old, new)
        waiting_old, waiting_new = _waiting(pairing.old, pairing.free_old(), repeated), _waiting(pairing.new, pairing.free_new(), repeated)
        scores, others = similar.score(pairing, corpus, budget), similar.Others(corpus, budget)
        waiting = waiting_old | {-1 - j for j in waiting_new}
        pair_figures(pairing, corpus, scores, budget, waiting)
        similar.pair_similar(pairing, corpus, scores, budget, similar.strong(pairing, corpus, scores, others), waiting, plain=plain)
        pairing.settle()
        growers = Growers(pairing, corpus, scores, budget) if not plain else None
        if growers:
            growers.grow(_spare(pairing, waiting_old, waiting_new))
        exact.pair_repeats(pairing, budget)
        pairing.settle()
        if growers:
            growers.grow()
        pair_figures(pairing, corpus, scores, budget, anywhere=True)
        pairing.settle()
        similar.look_around(pairing, corpus, scores, budget)
        similar.pair_similar(pairing, corpus, scores, budget, similar.fair(pairing, corpus, scores, others), plain=plain)
        if growers:
            growers.grow()
        similar.pair_held(pairing, corpus, scores)
        if show_weak:
            _pair_weak(pairing, corpus, scores, budget)
        deal(pairing, budget)
    return pairing.beads()


def _waiting(side: Sequence[Entry], free: list[int], repeated: set[str]) -> set[int]:
    """Free clauses of wording that both sides hold: their neighbours must be linked before they can be placed."""
    return {at for at in free if side[at].key in repeated}


def _spare(pairing: Pairing, old: set[int], new: set[int]) -> Spare:
    """For each waiting wording how many more of it the old side holds than the new one, and the other way round; 0 where it does not."""
    olds, news = Counter(pairing.old[i].key for i in old), Counter(pairing.new[j].key for j in new)
    keys = olds.keys() | news.keys()
    return Counter({key: max(0, olds[key] - news[key]) for key in keys}), Counter({key: max(0, news[key] - olds[key]) for key in keys})


def _pair_weak(pairing: Pairing, corpus: Corpus, scores: similar.Scores, budget: Budget) -> None:
    before = set(pairing.of_old)
    similar.pair_similar(pairing, corpus, scores, budget, similar.anything, unrivalled=True)
    for i, bead in pairing.of_old.items():
        if i not in before:
            bead.weak = True
