"""What to compare: the lists of two documents that answer each other, found by their content.

By default recommendations made (in the old document) are held against recommendations received (in the new one). Where these are not
what the documents have in common, decisions are. Two versions of one meeting's minutes are compared whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain, permutations

from minutes_cli.carriers import dataclass
from minutes_cli.comparing.entries import Entry
from minutes_cli.comparing.families import Families
from minutes_cli.comparing.keys import search_words
from minutes_cli.comparing.listings import Listing, listings, without_copies
from minutes_cli.model import Minutes, Side

_ANSWERS = 0.12
"""Share of a list's telling word pairs that another must hold to answer it."""
_MADE = {"decided": 1.0, "moved": 0.8, "proposed": 0.6, "reported": 0.3}
_RECEIVED = {"reported": 1.0, "proposed": 0.6, "moved": 0.5, "decided": 0.4}
_STATUS_WEIGHT = 0.2
_TITLE_WEIGHT = 0.1
_FRESH = 0.5
"""Share of what two lists have in common that no pair of the same items may have accounted for yet."""
_MAINLY = 0.3
"""Share of what the documents have in common from which recommendations are what they are about."""
_CROWD = 60
"""Lists that may hold a word pair which still counts as telling."""
_UNIT = 1_000_000
"""Weight of a word pair that one list alone holds; whole numbers, so that sums do not depend on the order of a set."""
_SHOWN = 6
"""Labels that the line on the rest names."""


class NothingComparable(Exception):
    """Nothing in one document answers anything in the other; the message says so in one line."""


@dataclass(slots=True)
class Chosen:
    """One document's lists, and those of them that are compared."""

    minutes: Minutes
    lists: list[Listing]
    taken: list[Listing]

    def entries(self) -> list[Entry]:
        """What is compared, in the order of the page."""
        return _in_page_order(self.taken)

    def side(self) -> Side:
        """What the record says of the document."""
        side = Side(self.minutes.source.path, self.minutes.source.sha256 or None)
        items = list(dict.fromkeys(listing.item.id for listing in self.taken))
        if items != [item.id for item in self.minutes.items]:
            side.items = items
        if len(self.taken) < len(self.lists):
            side.groups = list(dict.fromkeys(listing.group.id for listing in self.taken))
        return side

    def listing_of(self) -> dict[str, Listing]:
        """By clause the compared list that it stands in."""
        return {entry.id: listing for listing in self.taken for entry in listing.entries}

    def answering(self, linked: Collection[str]) -> Chosen:
        """Without the lists of which no clause is among the linked ones, but with what must not be left out beside the others."""
        held = [listing for listing in self.taken if any(entry.id in linked for entry in listing.entries)]
        return Chosen(self.minutes, self.lists, _with_neighbours(held, self.taken))


@dataclass(slots=True)
class Choice:
    """The clauses that are compared, and what is said of the rest."""

    old: Chosen
    new: Chosen
    by_content: bool = True
    """False where the user, or the two being versions of one meeting, decided what is compared."""
    narrowed: bool = False
    """True where the user named items: what they share is then compared, whatever it is."""

    def alike(self) -> bool:
        """Whether the two documents hold the same clauses, word for word."""
        old, new = ([entry.key for listing in chosen.lists for entry in listing.entries] for chosen in (self.old, self.new))
        return old == new

    def remaining(self) -> str | None:
        """One line on the clauses that were not compared, as printed labels where they are few."""
        parts: list[str] = []
        for name, chosen in (("old", self.old), ("new", self.new)):
            ids = {id(listing) for listing in chosen.taken}
            rest = [entry for listing in chosen.lists if id(listing) not in ids for entry in listing.entries]
            if rest:
                labels = [(entry.label or "no label").strip() for entry in rest]
                shown = f" ({', '.join(labels)})" if len(labels) <= _SHOWN else ""
                parts.append(f"{len(rest)} clause{'s' if len(rest) > 1 else ''} of the {name} document{shown}")
        return f"not compared: {'; '.join(parts)}" if parts else None


def choose(
    old: Minutes,
    new: Minutes,
    *,
    items: Collection[str] | None = None,
    kinds: Collection[str] | None = None,
    groups: Collection[str] | None = None,
    everything: bool = False,
    lists: tuple[list[Listing], list[Listing]] | None = None,
) -> Choice:
    """The lists to compare.

    ``items`` are ids or numbers of agenda items (``old:7`` and ``new:7`` speak of one side; a side that has none of them is not
    narrowed), ``kinds`` kinds, ``groups`` ids or statuses of groups; ``everything`` takes all that these leave. ``lists`` are the
    ``listings`` of the two documents, where they are known already. Raises ``NothingComparable`` where a side has no clauses, none is
    left, or nothing answers.
    """
    all_old, all_new = lists or (listings(old), listings(new))
    for side, name, path in ((all_old, "old", old.source.path), (all_new, "new", new.source.path)):
        if not side:
            raise NothingComparable(f"the {name} document holds no resolution and no recommendation: {path}")
    kept_old = _filtered(all_old, "old", items, kinds, groups)
    kept_new = _filtered(all_new, "new", items, kinds, groups)
    _demand_items(items, all_old, all_new)
    if not kept_old or not kept_new:
        raise NothingComparable(f"the choice of item, kind or group leaves nothing of the {'new' if kept_old else 'old'} document")
    pairs, masses = _answering(kept_old, kept_new)
    by_content = not (everything or groups or _same_meeting(old, new))
    if by_content:
        if not pairs:
            raise NothingComparable(f"nothing in {new.source.path} answers a recommendation or resolution of {old.source.path}")
        made = ["recommendation" in (one.kind, two.kind) for one, two in pairs]
        if sum(mass for mass, is_made in zip(masses, made, strict=True) if is_made) >= _MAINLY * sum(masses):
            pairs = [pair for pair, is_made in zip(pairs, made, strict=True) if is_made]
        taken_old = _with_neighbours([one for one, _ in pairs], kept_old)
        taken_new = _with_neighbours([two for _, two in pairs], kept_new)
    else:
        # Also where no word pair is shared: the alignment itself then tells whether anything answers.
        taken_old, taken_new = without_copies(kept_old), without_copies(kept_new)
    _number(pairs, taken_old, taken_new)
    return Choice(Chosen(old, all_old, taken_old), Chosen(new, all_new, taken_new), by_content, bool(items))


def _filtered(
    lists: Sequence[Listing], name: str, items: Collection[str] | None, kinds: Collection[str] | None, groups: Collection[str] | None
) -> list[Listing]:
    kept = list(lists)
    if items:
        wanted = [listing for listing in kept if _is_item(listing, name, items)]
        kept = wanted or ([] if any(given.startswith(f"{name}:") for given in items) else kept)
    if kinds:
        kept = [listing for listing in kept if listing.kind in kinds]
    if groups:
        kept = [listing for listing in kept if listing.group.id in groups or listing.group.status in groups]
    return kept


def _is_item(listing: Listing, name: str, items: Collection[str]) -> bool:
    names = {listing.item.id, listing.item.number or listing.item.id}
    return any(given in names or given.removeprefix(f"{name}:") in names for given in items)


def _demand_items(items: Collection[str] | None, old: Sequence[Listing], new: Sequence[Listing]) -> None:
    if items and not any(_is_item(listing, name, items) for name, lists in (("old", old), ("new", new)) for listing in lists):
        raise NothingComparable(f"neither document has an item {', '.join(items)} with a resolution or recommendation")


def _same_meeting(old: Minutes, new: Minutes) -> bool:
    """Whether two documents are versions of the minutes of one meeting: a draft and what was approved."""
    return bool(old.meeting.date and old.meeting.date == new.meeting.date and old.meeting.body and old.meeting.body == new.meeting.body)


def _answering(old: Sequence[Listing], new: Sequence[Listing]) -> tuple[list[tuple[Listing, Listing]], list[int]]:
    """Pairs of lists that answer each other, best first, and how much each has in common.

    What one pair already accounts for does not make another.
    """
    shingles_old, shingles_new = [listing.shingles() for listing in old], [listing.shingles() for listing in new]
    holders_old, holders_new = Counter(chain.from_iterable(shingles_old)), Counter(chain.from_iterable(shingles_new))
    weight = {s: _UNIT // max(count, holders_new[s]) for s, count in holders_old.items()}
    weight.update((s, _UNIT // count) for s, count in holders_new.items() if s not in weight)
    total_old, total_new = [_sum(weight, held) for held in shingles_old], [_sum(weight, held) for held in shingles_new]
    likely = _likely(shingles_old, shingles_new)
    found: list[tuple[float, int, int]] = []
    for one, held in enumerate(shingles_old):
        for two in likely(held):
            share = _sum(weight, held & shingles_new[two]) / min(total_old[one], total_new[two])
            if share >= _ANSWERS:
                found.append((share + _fit(old[one], new[two]), one, two))
    accounted_old: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    accounted_new: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    pairs: list[tuple[Listing, Listing]] = []
    masses: list[int] = []
    for _, one, two in sorted(
        found, key=lambda pair: (-pair[0], abs(pair[1] / len(old) - pair[2] / len(new)), pair[1] + pair[2], min(pair[1:]))
    ):
        shared = shingles_old[one] & shingles_new[two]
        of_old, of_new = accounted_old[old[one].item.id], accounted_new[new[two].item.id]
        # Inside an item a list that is printed twice (asked, then decided) answers once; one whose parts went to two lists answers both.
        if _sum(weight, shared - of_old - of_new) >= _FRESH * _sum(weight, shared):
            of_old |= shared
            of_new |= shared
            pairs.append((old[one], new[two]))
            masses.append(_sum(weight, shared))
    return pairs, masses


def _likely(old: Sequence[set[tuple[str, ...]]], new: Sequence[set[tuple[str, ...]]]) -> Callable[[set[tuple[str, ...]]], Iterable[int]]:
    """What finds the new lists that share a word pair with an old one; of very many that hold a pair only the first count."""
    if len(new) <= _CROWD:
        return lambda held: [at for at, other in enumerate(new) if not held.isdisjoint(other)]
    shared = set().union(*old)
    where: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, held in enumerate(new):
        for s in held & shared:
            if len(where[s]) < _CROWD:
                where[s].append(at)
    return lambda held: sorted({at for s in held for at in where.get(s, ())})


def _sum(weight: dict[tuple[str, ...], int], shingles: set[tuple[str, ...]]) -> int:
    return sum(map(weight.__getitem__, shingles))


def _fit(one: Listing, two: Listing) -> float:
    """How well two lists' parts in their meetings, and their items' titles, fit the relation of asking and answering."""
    received = _RECEIVED if "recommendation" in (one.kind, two.kind) else _MADE
    # Whichever document is called the old one, the same lists are held against each other.
    relation = max(
        _MADE.get(asked, 0.0) + received.get(answered, 0.0) for asked, answered in permutations((one.group.status, two.group.status))
    )
    titles = [set(search_words(listing.item.title or "")) for listing in (one, two)]
    common = 2 * len(titles[0] & titles[1]) / (len(titles[0]) + len(titles[1])) if all(titles) else 0.0
    return _STATUS_WEIGHT * relation / 2 + _TITLE_WEIGHT * common


def _with_neighbours(chosen: Sequence[Listing], lists: Sequence[Listing]) -> list[Listing]:
    """The chosen lists and what must not be left out beside them.

    A recommendation that got no answer must show as dropped, also where every recommendation is a list of its own: lists of the same item,
    kind, status and side are taken. So is what stands under a chosen clause.
    """
    alike = {(listing.item.id, listing.group.status, listing.group.side) for listing in chosen if listing.kind == "recommendation"}
    ids = {id(listing) for listing in chosen}
    clauses = {entry.id for listing in chosen for entry in listing.entries}
    taken = [
        listing
        for listing in lists
        if id(listing) in ids
        or (listing.parent is None and listing.kind == "recommendation" and _place(listing) in alike)
        or listing.parent in clauses
    ]
    return without_copies(taken)


def _place(listing: Listing) -> tuple[str, str, str | None]:
    return listing.item.id, listing.group.status, listing.group.side


def _in_page_order(lists: Sequence[Listing]) -> list[Entry]:
    """The entries of lists as they stand on the page: what stands under a clause right after it."""
    under: dict[str | None, list[Entry]] = {}
    for listing in lists:
        if listing.parent is not None:
            under.setdefault(listing.parent, []).extend(listing.entries)
    ordered: list[Entry] = []
    held = {entry.id for listing in lists for entry in listing.entries}
    for listing in lists:
        if listing.parent is None:
            for entry in listing.entries:
                ordered += [entry, *under.pop(entry.id, [])]
        elif listing.parent in under and listing.parent not in held:
            ordered += under.pop(listing.parent)
    return ordered


def _number(pairs: Sequence[tuple[Listing, Listing]], old: Sequence[Listing], new: Sequence[Listing]) -> None:
    """Gives lists that answer each other one number and every other list its own, so that order is compared only inside them."""
    known = {id(listing) for listing in (*old, *new)}
    families = Families()
    for one, two in pairs:
        if id(one) in known and id(two) in known:
            families.join(id(one), id(two))
    numbers: dict[int, int] = {}
    for listing in (*old, *new):
        number = numbers.setdefault(families.leader(id(listing)), len(numbers))
        for entry in listing.entries:
            entry.listing = number
