"""Which links moved, seen over beads and over the lists that they stand in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from minutes_cli.comparing.entries import Entry
from minutes_cli.comparing.moves import in_order, swaps
from minutes_cli.comparing.pairing import Alignment


def moved_beads(old: Sequence[Entry], new: Sequence[Entry], alignment: Alignment) -> tuple[set[int], dict[int, int]]:
    """Indexes of the beads that moved, and for those that changed places the index of the other one.

    Order counts inside a pair of lists that answer each other; a clause that left its list for another one has moved, and so has a bead
    whose parts stand out of their order or apart. Of a bead that is ambiguous nobody can say that it moved.
    """
    pairs = [(bead.olds, bead.news) for bead in alignment.beads]
    if alignment.turned:
        # Ties must fall the same way in both directions.
        old, new = new, old
        pairs = [(two, one) for one, two in pairs]
    moved: set[int] = set()
    places = [(_largest(one, old), _largest(two, new)) for one, two in pairs]
    listings = [(old[i].listing, new[j].listing) for i, j in places]
    home = _homes(listings)
    rows_of: dict[int, list[tuple[int, int, int]]] = {}
    for at, (one, two) in enumerate(listings):
        if alignment.beads[at].ambiguous:
            continue
        if home.get(one) == two:
            rows_of.setdefault(one, []).append((*places[at], at))
        else:
            moved.add(at)
    partners: dict[int, int] = {}
    for rows in rows_of.values():
        rows.sort()
        for first, second in swaps([(i, j) for i, j, _ in rows]):
            partners[rows[first][2]], partners[rows[second][2]] = rows[second][2], rows[first][2]
        rest = [row for row in rows if row[2] not in partners]
        kept = set(in_order([(i, j) for i, j, _ in rest]))
        moved.update(at for i, j, at in rest if (i, j) not in kept)
    sides = [([pair[side] for pair in pairs], [place[side] for place in places]) for side in (0, 1)]
    moved = moved.union(*(_apart(members, standing, moved) for members, standing in sides))
    return moved | set(partners), partners


def _largest(members: Sequence[int], side: Sequence[Entry]) -> int:
    """Where a bead stands: the place of its longest part."""
    return max(members, key=lambda at: (len(side[at].words), -at))


def _homes(listings: Sequence[tuple[int, int]]) -> dict[int, int]:
    """For each old list the new one that most of its clauses went to; each new list is the home of one."""
    homes: dict[int, int] = {}
    taken: set[int] = set()
    for (one, two), _ in sorted(Counter(listings).items(), key=lambda item: (-item[1], item[0])):
        if one not in homes and two not in taken:
            homes[one] = two
            taken.add(two)
    return homes


def _apart(members: Sequence[Sequence[int]], places: Sequence[int], moved: set[int]) -> set[int]:
    """Indexes of the beads whose parts do not follow each other.

    What has no link does not count as standing between them, nor does what has moved there, be it a part of another bead.
    """
    several = [at for at, parts in enumerate(members) if len(parts) > 1]
    if not several:
        return set()
    standing = sorted(place for at, place in enumerate(places) if at not in moved)
    found: set[int] = set()
    for at in several:
        parts = members[at]
        between = bisect_left(standing, max(parts)) - bisect_right(standing, min(parts))
        own = at not in moved and min(parts) < places[at] < max(parts)
        if list(parts) != sorted(parts) or between > own:
            found.add(at)
    return found
