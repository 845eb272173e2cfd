"""Nodes of a phrase to a pyparsing expression."""

from __future__ import annotations

from collections.abc import Callable

import pyparsing as pp

from minutes_cli.grammar.elements import Here, Reading, Skipping, bare_word, exact_word, one_sign, plain
from minutes_cli.grammar.named import reader_of
from minutes_cli.grammar.nodes import Choice, Gap, Node, Optional, Part, Sequence, Sign, Word
from minutes_cli.grammar.notation import may_be_empty, parse_phrase

Words = Callable[[str], frozenset[str]]
"""Gives the folded words of a vocabulary list: titles, bodies, months."""


def compile_phrase(source: str, words: Words) -> pp.ParserElement:
    """Compiles a phrase; its results are (name, start, end) of each named part, and last ("", end, end).

    Raises PhraseSyntaxError. Parse with `parse_string` on a text whose tabs and spaces are kept.
    """
    return plain(_build(parse_phrase(source), words) + Here()).parse_with_tabs().set_name(source)


def _build(node: Node, words: Words) -> pp.ParserElement:
    if isinstance(node, Word):
        return exact_word(node.text) if node.exact else bare_word(node.text)
    if isinstance(node, Sign):
        return one_sign(node.text)
    if isinstance(node, Part):
        return Reading(reader_of(node.part, words), node.part, node.name)
    if isinstance(node, Optional):
        return plain(pp.Opt(_build(node.item, words)))
    if isinstance(node, Choice):
        return plain(pp.Or([_build(option, words) for option in node.options]))
    if isinstance(node, Gap):
        return Skipping(None)
    return _sequence(node, words)


def _sequence(node: Sequence, words: Words) -> pp.ParserElement:
    built = [_build(item, words) for item in node.items]
    for at, item in enumerate(node.items):
        if isinstance(item, Gap):
            built[at] = Skipping(_target(node.items[at + 1 :], built[at + 1 :]))
    return plain(pp.And(built))


def _target(items: tuple[Node, ...], built: list[pp.ParserElement]) -> pp.ParserElement | None:
    """What ends a gap: all that follows up to the first element that cannot be missing; None where nothing must follow."""
    for count, item in enumerate(items, 1):
        if not may_be_empty(item):
            return built[0] if count == 1 else plain(pp.And(built[:count]))
    return None
