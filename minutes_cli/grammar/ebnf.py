"""A grammar as EBNF of the kind that railroad-diagram generators draw (the notation of the XML recommendation)."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.nodes import PARTS, Gap, Node, Optional, Part, Sequence, Sign, Word
from minutes_cli.grammar.notation import parse_phrase


def ebnf(grammar: Grammar, sections: list[str]) -> Iterator[str]:
    """Lines of productions: one for each section, its phrases as alternatives; then the named parts.

    Words in quotes match in any case; those that the phrase itself quotes are marked with a leading ``=``.
    Raises PhraseSyntaxError for a phrase that is not in the notation.
    """
    for section in sections:
        phrases = grammar.phrases(section)
        yield f"{section.replace(' ', '_')} ::="
        for number, phrase in enumerate(phrases):
            yield f"  {'|' if number else ' '} {_shown(parse_phrase(phrase.source), top=True)}"
        yield ""
    yield f"/* parts: {', '.join(PARTS)}; gap: at most sixteen words */"


def _shown(node: Node, top: bool = False) -> str:
    if isinstance(node, Word):
        return f'"={node.text}"' if node.exact else f'"{node.text}"'
    if isinstance(node, Sign):
        return f"'{node.text}'" if node.text == '"' else f'"{node.text}"'
    if isinstance(node, Part):
        return node.part
    if isinstance(node, Gap):
        return "gap"
    if isinstance(node, Optional):
        return f"{_grouped(node.item)}?"
    if isinstance(node, Sequence):
        return " ".join(_shown(item) for item in node.items)
    joined = " | ".join(_shown(option) for option in node.options)
    return joined if top else f"({joined})"


def _grouped(node: Node) -> str:
    shown = _shown(node)
    return f"({shown})" if isinstance(node, Sequence) else shown
