"""Nodes of a phrase to a pyparsing expression."""

from __future__ import annotations

from collections.abc import Callable

import pyparsing as pp

from minutes_cli.grammar.elements import Here, Reading, Skipping, bare_word, exact_word, one_sign, plain
from minutes_cli.grammar.named import reader_of
from minutes_cli.grammar.nodes import Choice, Gap, Node, Optional, Part, Sign, Word
from minutes_cli.grammar.notation import may_be_empty, parse_phrase

Words = Callable[[str], frozenset[str]]
"""Gives the folded words of a vocabulary list: titles, bodies, months."""


def compile_phrase(source: str, words: Words) -> pp.ParserElement:
    """Compiles a phrase; its results are (name, start, end) of each named part, and last ("", end, end).

    Raises PhraseSyntaxError. Parse with `parse_string` on a text whose tabs and spaces are kept.
    """
    return plain(_build(parse_phrase(source), (), words) + Here()).parse_with_tabs().set_name(source)


def _build(node: Node, after: tuple[Node, ...], words: Words) -> pp.ParserElement:
    """The expression of a node; `after` is what follows it in the phrase, which tells a gap where to end."""
    if isinstance(node, Word):
        return exact_word(node.text) if node.exact else bare_word(node.text)
    if isinstance(node, Sign):
        return one_sign(node.text)
    if isinstance(node, Part):
        return Reading(reader_of(node.part, words), node.part, node.name)
    if isinstance(node, Optional):
        return plain(pp.Opt(_build(node.item, after, words)))
    if isinstance(node, Choice):
        return plain(pp.Or([_build(option, after, words) for option in node.options]))
    if isinstance(node, Gap):
        return Skipping(_target((), after, words))
    built = []
    for at, item in enumerate(node.items, 1):
        own = node.items[at:]
        built.append(Skipping(_target(own, after, words)) if isinstance(item, Gap) else _build(item, (*own, *after), words))
    return plain(pp.And(built))


def _target(own: tuple[Node, ...], after: tuple[Node, ...], words: Words) -> pp.ParserElement | None:
    """What ends a gap: the rest of its own sequence up to the next gap, or, where all of that may be missing, also what
    follows up to the first element that cannot be; None where nothing must follow."""
    rest = own[: next((at for at, item in enumerate(own) if isinstance(item, Gap)), len(own))]
    if all(may_be_empty(item) for item in rest):
        follow = (*own, *after)
        needed = next((at for at, item in enumerate(follow, 1) if not may_be_empty(item)), None)
        if needed is None:
            return None
        rest, after = follow[:needed], follow[needed:]
    return plain(pp.And([_build(item, (*rest[at:], *after), words) for at, item in enumerate(rest, 1) if not isinstance(item, Gap)]))
