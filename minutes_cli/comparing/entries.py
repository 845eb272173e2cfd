"""What is compared: the clauses of a document, one after the other, each with its wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from minutes_cli.carriers import dataclass, field
from minutes_cli.comparing.keys import search_words, wording_key
from minutes_cli.model import Clause, ComparedSide, Minutes


@dataclass(slots=True)
class Entry:
    """One clause as one side of a comparison."""

    clause: Clause
    listing: int = 0
    """Which of the compared lists it stands in; order is only compared inside a list."""
    parent: str | None = None
    """Id of the clause above it."""
    text: str = field(init=False, default="")
    """Its wording: stem and text where a stem stands, then the words that follow its children."""
    key: str = field(init=False, default="")
    words: tuple[str, ...] = field(init=False, default=())
    id: str = field(init=False, default="")
    label: str | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.text = wording(self.clause)
        self.key, self.words = _read(self.text)
        self.id, self.label = self.clause.id, self.clause.label

    def shown(self) -> ComparedSide:
        """The clause as a link shows it."""
        return ComparedSide(self.id, self.label, self.text)


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> tuple[str, tuple[str, ...]]:
    """Key and words of a wording."""
    return wording_key(text), tuple(search_words(text))


@contextmanager
def remembering() -> Iterator[None]:
    """Keeps what was read of each wording until the block ends: most clauses stand in every one of the documents as they are."""
    try:
        yield
    finally:
        _read.cache_clear()


def wording(clause: Clause) -> str:
    """The words that are compared: ``full_text`` where a stem stands (a changed stem is a changed ask), else ``text``; then the tail."""
    own = clause.full_text or clause.text
    return f"{own} {clause.tail.text}" if clause.tail and clause.tail.text else own


def walk(clauses: Iterable[Clause], parent: str | None = None) -> Iterator[tuple[Clause, str | None]]:
    """Every clause with the id of the one above it, in the order of the page: a clause, its conditions, its parts.

    Clauses without words of their own (a label that only opens a list) are passed over. Depth is not limited by the stack.
    """
    waiting = [(clause, parent) for clause in reversed(list(clauses))]
    while waiting:
        clause, above = waiting.pop()
        if wording(clause).strip():
            yield clause, above
        if clause.clauses:
            waiting.extend((inner, clause.id) for inner in reversed(clause.clauses))
        if clause.conditions:
            waiting.extend((inner, clause.id) for inner in reversed(clause.conditions))


def identify(minutes: Minutes) -> None:
    """Gives clauses without an id, or with that of another clause, one of their own; links and threads are kept by id.

    The parser's own records never need it, records written by hand may.
    """
    seen: set[str] = set()
    for item in minutes.items:
        for group in item.groups:
            for clause, _ in walk(group.clauses):
                while not clause.id or clause.id in seen:
                    clause.id = f"{clause.id or group.id or item.id}+{len(seen) + 1}"
                seen.add(clause.id)


def entries(clauses: Iterable[Clause], listing: int = 0, parent: str | None = None) -> list[Entry]:
    """The entries of a list of clauses, with all that nests in them."""
    return [Entry(clause, listing, above) for clause, above in walk(clauses, parent)]
