"""The lists of a document: what its groups hold, recommendations apart from the resolution that makes them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.carriers import dataclass, field
from minutes_cli.comparing.entries import Entry, walk
from minutes_cli.model import Group, Item, Minutes


@dataclass(slots=True)
class Listing:
    """One list of clauses of one kind, as it may answer a list of another document."""

    item: Item
    group: Group
    kind: str
    """resolution or recommendation."""
    parent: str | None = None
    """Id of the clause that it stands under, where it does."""
    entries: list[Entry] = field(default_factory=list)
    _shingles: set[tuple[str, ...]] | None = None

    def shingles(self) -> set[tuple[str, ...]]:
        """Runs of two words inside its clauses; single words where a clause has no more. Worked out once."""
        if self._shingles is None:
            self._shingles = set()
            for entry in self.entries:
                self._shingles.update(pairwise(entry.words) if len(entry.words) > 1 else [tuple(entry.words)] if entry.words else [])
        return self._shingles


def listings(minutes: Minutes) -> list[Listing]:
    """The lists of a document in the order of the page; lists without words are left out.

    A group is one list, and so is what stands under one of its clauses, with all that nests there: scrutiny resolves ``that the report
    be noted, and the following recommendations be submitted``, and only what follows is ever answered.
    """
    found: list[Listing] = []
    for item in minutes.items:
        for group in item.groups:
            found.extend(_of_group(item, group))
    return found


def _of_group(item: Item, group: Group) -> list[Listing]:
    main = Listing(item, group, group.kind)
    under: dict[str | None, Listing] = {}
    of_clause: dict[str | None, Listing] = {}
    conditions: set[int] = set()
    for clause, parent in walk(group.clauses):
        conditions.update(id(condition) for condition in clause.conditions)
        above = of_clause.get(parent, main)
        if above is main and parent is not None and id(clause) not in conditions:
            kind = group.kind if group.kind == "recommendation" else clause.kind
            above = under.setdefault(parent, Listing(item, group, kind, parent))
        above.entries.append(Entry(clause, parent=parent))
        of_clause[clause.id] = above
    return [listing for listing in (main, *under.values()) if listing.entries]


def without_copies(lists: Sequence[Listing]) -> list[Listing]:
    """The lists without those that only print again, word for word, what another of them says."""
    ids = {listing.group.id for listing in lists}
    return [listing for listing in lists if not (listing.group.copy_of in ids and not listing.group.differs)]
