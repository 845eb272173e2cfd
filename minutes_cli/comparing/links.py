"""From beads to links: flags, words, and the order in which links are shown."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.comparing.entries import Entry
from minutes_cli.comparing.keys import label_value, wording_key
from minutes_cli.comparing.order import moved_beads
from minutes_cli.comparing.pairing import Alignment, Bead
from minutes_cli.comparing.words import change_words
from minutes_cli.model import Link

_ORDER = ("unchanged", "cosmetic", "relabelled", "moved", "reworded", "split", "merged", "ambiguous", "weak")


def build_links(old: Sequence[Entry], new: Sequence[Entry], alignment: Alignment) -> list[Link]:
    """One link a bead and one for each clause that stands in none, in the order of the old side.

    What was added stands after the link that holds the new clause before it.
    """
    beads = alignment.beads
    moved, partners = moved_beads(old, new, alignment)
    rows: list[tuple[tuple[int, int, int], Link]] = []
    place_of_new: dict[int, int] = {}
    for at, bead in enumerate(beads):
        place = min(bead.olds)
        place_of_new.update(dict.fromkeys(bead.news, place))
        link = _link([old[i] for i in bead.olds], [new[j] for j in bead.news], bead, at in moved)
        if at in partners:
            link.swapped_with = old[min(beads[partners[at]].olds)].id
        rows.append(((place, 0, 0), link))
    linked_old = {i for bead in beads for i in bead.olds}
    rows.extend(((i, 0, 0), Link(old=[entry.shown()], flags=["dropped"])) for i, entry in enumerate(old) if i not in linked_old)
    before = -1
    for j, entry in enumerate(new):
        if j in place_of_new:
            before = place_of_new[j]
        else:
            rows.append(((before, 1, j), Link(new=[entry.shown()], flags=["added"])))
    rows.sort(key=lambda row: row[0])
    return [link for _, link in rows]


def _link(olds: Sequence[Entry], news: Sequence[Entry], bead: Bead, moved: bool) -> Link:
    flags: set[str] = set()
    text_old, text_new = joined(olds), joined(news)
    link = Link([entry.shown() for entry in olds], [entry.shown() for entry in news], [], bead.matched_by, round(bead.score, 3))
    if bead.margin is not None:
        link.margin = round(bead.margin, 3)
    if len(olds) == len(news) == 1 and olds[0].key == news[0].key:
        relabelled = label_value(olds[0].label) != label_value(news[0].label)
        flags.add("relabelled" if relabelled else "unchanged")
    else:
        labels_old, labels_new = {label_value(entry.label) for entry in olds}, {label_value(entry.label) for entry in news}
        if not labels_old & labels_new:
            flags.add("relabelled")
        if len(olds) == len(news) == 1 or wording_key(text_old) != wording_key(text_new):
            flags.add("cosmetic" if _same_words(olds, news) else "reworded")
            link.words = change_words(text_old, text_new)
        if len(news) > 1:
            flags.add("split")
        if len(olds) > 1:
            flags.add("merged")
    if moved:
        flags.add("moved")
    if bead.ambiguous:
        flags.add("ambiguous")
    if bead.weak:
        flags.add("weak")
    link.flags = list(flags) if len(flags) == 1 else [flag for flag in _ORDER if flag in flags]
    return link


def _same_words(olds: Sequence[Entry], news: Sequence[Entry]) -> bool:
    if len(olds) == len(news) == 1:
        return olds[0].words == news[0].words
    return [word for entry in olds for word in entry.words] == [word for entry in news for word in entry.words]


def joined(side: Sequence[Entry]) -> str:
    """The wording of one side of a link: its clauses' own, joined by a space; what the offsets of its word changes count in."""
    return " ".join(entry.text for entry in side)
