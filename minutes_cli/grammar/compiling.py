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
        return Skipping(_target(after, words))
    return plain(pp.And([_build(item, (*node.items[at:], *after), words) for at, item in enumerate(node.items, 1)]))


def _target(after: tuple[Node, ...], words: Words) -> pp.ParserElement | None:
    """What ends a gap: all that follows up to the first element that cannot be missing; None where nothing must follow."""
    for count, item in enumerate(after, 1):
        if not may_be_empty(item):
            return plain(pp.And([_build(one, after[at:], words) for at, one in enumerate(after[:count], 1)]))
    return None
