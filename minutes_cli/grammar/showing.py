"""A grammar as text for a reader: what is there, and what one section says."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.grammar.matching import Grammar


def overview(grammar: Grammar) -> Iterator[str]:
    """Lines that name the grammar, what it extends, its sections with the number of phrases, and its word lists."""
    yield f"{grammar.name}: {grammar.description}" if grammar.description else grammar.name
    if grammar.parents:
        yield f"extends {', '.join(grammar.parents)}"
    yield ""
    for section in grammar.sections():
        phrases = grammar.phrases(section)
        own = sum(phrase.file == grammar.file for phrase in phrases)
        inherited = f", {len(phrases) - own} inherited" if own < len(phrases) else ""
        yield f"  {section}: {own}{inherited}"
    lists = grammar.lists()
    if lists:
        yield ""
        yield f"  words: {', '.join(f'{name} ({len(words)})' for name, words in lists.items())}"


def section_lines(grammar: Grammar, section: str) -> Iterator[str]:
    """Lines that give each phrase of a section with its facts, its file and line, and its first example."""
    for phrase in grammar.phrases(section):
        facts = "  ".join(f"{key}: {value}" for key, value in phrase.facts.items())
        yield phrase.source
        yield f"    {facts or 'no facts'}  ({phrase.file}.yaml:{phrase.line})"
        if phrase.is_:
            yield f"    such as: {phrase.is_[0]}"
