"""One comparison from end to end: choose, align, judge the references, count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from minutes_cli.collector import paused
from minutes_cli.comparing.align import align_entries
from minutes_cli.comparing.budget import Budget
from minutes_cli.comparing.choosing import Choice, NothingComparable, choose
from minutes_cli.comparing.entries import identify, remembering
from minutes_cli.comparing.families import Families
from minutes_cli.comparing.links import build_links
from minutes_cli.comparing.listings import Listing
from minutes_cli.comparing.notes import MEANING
from minutes_cli.comparing.procedural import same_matter, same_title
from minutes_cli.comparing.references import ORDER, compare_references
from minutes_cli.comparing.words import is_coarse
from minutes_cli.model import Comparison, Link, Minutes, Summary

_COUNTED = ("unchanged", "cosmetic", "relabelled", "moved", "reworded", "split", "merged", "added", "dropped", "ambiguous", "weak")


def compare(
    old: Minutes,
    new: Minutes,
    *,
    items: Collection[str] | None = None,
    kinds: Collection[str] | None = None,
    groups: Collection[str] | None = None,
    everything: bool = False,
    show_weak: bool = False,
    budget: Budget | None = None,
) -> Comparison:
    """What changed between two documents, clause by clause and word by word.

    ``items``, ``kinds``, ``groups`` and ``everything`` choose what is compared (see ``choose``); ``show_weak`` links also what is only
    weakly alike. Raises ``NothingComparable`` where nothing answers anything.
    """
    identify(old)
    identify(new)
    with paused(), remembering():
        choice = choose(old, new, items=items, kinds=kinds, groups=groups, everything=everything)
        return compare_choice(old, new, choice, show_weak=show_weak, budget=budget)


def compare_choice(old: Minutes, new: Minutes, choice: Choice, *, show_weak: bool = False, budget: Budget | None = None) -> Comparison:
    """What changed between the chosen clauses of two documents."""
    olds, news = choice.old.entries(), choice.new.entries()
    alignment = align_entries(olds, news, show_weak=show_weak, budget=budget)
    if not alignment.beads:
        raise NothingComparable(f"no clause of {new.source.path} answers a clause of {old.source.path}")
    links = build_links(olds, news, alignment)
    if choice.by_content:
        choice, links = _only_answering(choice, links)
    compare_references(links, old, new)
    comparison = Comparison(old=choice.old.side(), new=choice.new.side(), links=links)
    comparison.summary = summarise(links)
    comparison.summary.remaining = choice.remaining()
    if alignment.budget_exhausted:
        comparison.summary.budget_exhausted = True
        comparison.notices.append("budget-exhausted: so many clauses look alike that not every pair was weighed; some links may be missing")
    if any(is_coarse(" ".join(s.text for s in link.old), " ".join(s.text for s in link.new)) for link in links if link.words):
        comparison.notices.append("diff-coarse: a clause is so long that it was compared by sentences, not by words")
    return comparison


def _only_answering(choice: Choice, links: list[Link]) -> tuple[Choice, list[Link]]:
    """Without the lists that were taken for an answer by their turns of phrase, but hold no clause that answers one.

    Procedure in common is no answer: every meeting approves minutes and notes reports. Lists that such a link alone connects are left
    out, unless the user chose them or the two documents hold the same clauses. Raises ``NothingComparable`` where nothing is left.
    """
    paired = [link for link in links if link.old and link.new]
    if not (choice.narrowed or choice.alike()):
        paired = _about_a_matter(choice, paired)
        if not paired:
            paths = choice.new.minutes.source.path, choice.old.minutes.source.path
            raise NothingComparable(f"no clause of {paths[0]} answers a clause of {paths[1]}: what they share is procedure")
    old = choice.old.answering({side.id for link in paired for side in link.old})
    new = choice.new.answering({side.id for link in paired for side in link.new})
    ids_old, ids_new = ({entry.id for entry in chosen.entries()} for chosen in (old, new))
    kept = [link for link in links if all(side.id in ids_old for side in link.old) and all(side.id in ids_new for side in link.new)]
    return Choice(old, new), kept


def _about_a_matter(choice: Choice, paired: list[Link]) -> list[Link]:
    """The links between lists that some link shows to be about the same matter, directly or through others."""
    of_old, of_new = choice.old.listing_of(), choice.new.listing_of()
    families = Families()
    for link in paired:
        for listing in (*(of_old[side.id] for side in link.old), *(of_new[side.id] for side in link.new)):
            families.join(id(of_old[link.old[0].id]), id(listing))
    leaders: set[int] = set()
    for link in paired:
        leader = families.leader(id(of_old[link.old[0].id]))
        # One link is enough; most lists are shown by their first.
        if leader not in leaders and _tells(link, of_old, of_new):
            leaders.add(leader)
    return [link for link in paired if families.leader(id(of_old[link.old[0].id])) in leaders]


def _tells(link: Link, of_old: dict[str, Listing], of_new: dict[str, Listing]) -> bool:
    """Whether a link shows by its words, or by the titles of its items, that they are about the same matter."""
    titles = any(same_title(of_old[one.id].item.title, of_new[two.id].item.title) for one in link.old for two in link.new)
    return titles or same_matter([side.text for side in link.old], [side.text for side in link.new])


def summarise(links: Collection[Link]) -> Summary:
    """Counts over links: flags, references by status (gravest first), changes by what they may mean."""
    summary = Summary(links=len(links))
    counts = Counter(flag for link in links for flag in link.flags)
    for flag in _COUNTED:
        setattr(summary, flag, counts[flag])
    references = Counter(ref.status for link in links for ref in link.references)
    summary.references = {status: references[status] for status in ORDER if references[status]}
    notes = Counter(note for link in links for change in link.words for note in (change.note or "").split(", "))
    summary.meaning = {note: notes[note] for note in MEANING if notes[note]}
    return summary


def differs(comparison: Comparison) -> bool:
    """Whether there is anything to report: a link that is not unchanged, or a reference that no longer points where it did."""
    return any(link.flags != ["unchanged"] for link in comparison.links) or any(
        status in comparison.summary.references for status in ("retargeted", "changed")
    )
