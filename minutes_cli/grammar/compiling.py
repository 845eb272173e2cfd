"""Nodes of a phrase to a pyparsing expression."""

from __future__ import annotations

from collections.abc import Callable

import pyparsing as pp

from minutes_cli.grammar.elements import Here, Literal, Reading, Skipping, literals, plain
from minutes_cli.grammar.named import reader_of
from minutes_cli.grammar.nodes import Choice, Gap, Node, Optional, Part, Sequence, Sign, Word
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
    wanted = node.item if isinstance(node, Optional) else node
    spoken = _literals(wanted)
    if spoken:
        return literals(spoken, optional=wanted is not node)
    if isinstance(wanted, Part):
        return Reading(reader_of(wanted.part, words), wanted.part, wanted.name, optional=wanted is not node)
    if isinstance(node, Optional):
        return plain(pp.Opt(_build(node.item, after, words)))
    if isinstance(node, Choice):
        return plain(pp.Or(_options(node, after, words)))
    if isinstance(node, Sequence):
        return plain(pp.And(_elements(node.items, after, words)))
    return Skipping(_target((), after, words))


def _literals(node: Node) -> list[Literal] | None:
    """The options of a node that is made of words and signs only; None for any other."""
    options = node.options if isinstance(node, Choice) else (node,)
    found: list[Literal] = []
    for option in options:
        pieces = option.items if isinstance(option, Sequence) else (option,)
        literal = tuple(piece for piece in pieces if isinstance(piece, Word | Sign))
        if len(literal) != len(pieces):
            return None
        found.append(literal)
    return found


def _options(node: Choice, after: tuple[Node, ...], words: Words) -> list[pp.ParserElement]:
    """The expressions of a choice: one for all its options that are words only, one for each of the others."""
    spoken = [option for option in node.options if not isinstance(option, Choice) and _literals(option)]
    others = [option for option in node.options if isinstance(option, Choice) or not _literals(option)]
    built = [_build(option, after, words) for option in others]
    return [*built, _build(Choice(tuple(spoken)), after, words)] if spoken else built


def _elements(items: tuple[Node, ...], after: tuple[Node, ...], words: Words) -> list[pp.ParserElement]:
    """The expressions of a sequence; words that follow each other become one."""
    built: list[pp.ParserElement] = []
    at = 0
    while at < len(items):
        end = at
        while end < len(items) and isinstance(items[end], Word | Sign):
            end += 1
        if end > at:
            built.append(_build(Sequence(items[at:end]), after, words))
            at = end
            continue
        own = items[at + 1 :]
        item = items[at]
        built.append(Skipping(_target(own, after, words)) if isinstance(item, Gap) else _build(item, (*own, *after), words))
        at += 1
    return built


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
    return plain(pp.And(_elements(tuple(item for item in rest if not isinstance(item, Gap)), after, words)))
