"""Short ways to make documents for the tests."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.model import Clause, Comparison, Group, Item, Link, Minutes, SourceFacts

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def clauses(
    texts: Sequence[str], labels: Sequence[str | None] | None = None, *, prefix: str = "1/1", kind: str = "recommendation"
) -> list[Clause]:
    """Clauses with ids ``1/1/1``, ``1/1/2``…, labelled ``a)``, ``b)``… unless labels are given."""
    given = labels if labels is not None else [f"{LETTERS[at % 26]})" for at in range(len(texts))]
    return [Clause(id=f"{prefix}/{at + 1}", label=given[at], kind=kind, text=text) for at, text in enumerate(texts)]


def minutes(path: str, *groups: Group, title: str | None = None) -> Minutes:
    """A document with one item."""
    return Minutes(source=SourceFacts(path), items=[Item(id="1", title=title, groups=list(groups))])


def listed(path: str, texts: Sequence[str], labels: Sequence[str | None] | None = None) -> Minutes:
    """A document with one list of recommendations."""
    return minutes(path, Group(id="1/1", kind="recommendation", clauses=clauses(texts, labels)))


def shape(link: Link) -> tuple[list[str], list[str], list[str]]:
    """Last numbers of the ids on both sides, and the flags."""
    return [s.id.rpartition("/")[2] for s in link.old], [s.id.rpartition("/")[2] for s in link.new], link.flags


def shapes(found: Comparison | Sequence[Link]) -> list[tuple[list[str], list[str], list[str]]]:
    """The shapes of all links, in their order."""
    return [shape(link) for link in (found.links if isinstance(found, Comparison) else found)]
