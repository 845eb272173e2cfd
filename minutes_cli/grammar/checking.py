"""Whether a grammar holds what it promises: every phrase in the notation, every example as its entry says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.compiling import compile_phrase
from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.nodes import Choice, Node, Optional, Sequence
from minutes_cli.grammar.notation import PhraseSyntaxError, parse_phrase
from minutes_cli.grammar.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold in a grammar."""

    phrase: Phrase
    message: str
    """What is wrong and what to do, one line or, for a phrase that is not in the notation, three."""

    def __str__(self) -> str:
        """``FILE:LINE: section: what is wrong``."""
        return f"{self.phrase.file}.yaml:{self.phrase.line}: {self.phrase.section}: {self.message}"


def check(grammar: Grammar, *, inherited: bool = False) -> Iterator[Fault]:
    """Runs every example of a grammar that was loaded with its examples; yields what does not hold, in file order.

    An example under ``is`` must be consumed whole by its phrase; one under ``not`` must not match at its start.
    Phrases that the grammar inherits are left out unless `inherited`.
    """
    for section in grammar.sections():
        for phrase in grammar.phrases(section):
            if inherited or phrase.file == grammar.file:
                yield from _check_phrase(grammar, phrase)


def _check_phrase(grammar: Grammar, phrase: Phrase) -> Iterator[Fault]:
    try:
        compile_phrase(phrase.source, grammar.words)
    except PhraseSyntaxError as fault:
        yield Fault(phrase, str(fault))
        return
    if _takes_its_neighbour(parse_phrase(phrase.source)):
        yield Fault(phrase, f"{phrase.source!r} has an optional part right before the same part; the optional one takes it: leave one out")
    alone = Grammar(grammar.name, (), {phrase.section: (phrase,)}, grammar.lists())
    for example in phrase.is_:
        found = alone.match(phrase.section, example)
        if found is None:
            yield Fault(phrase, f"{phrase.source!r} does not match its example {example!r}")
        elif found.end < len(example.rstrip()):
            rest = example[found.end :].strip()
            yield Fault(phrase, f"{phrase.source!r} leaves {rest!r} of its example {example!r}")
    for example in phrase.not_:
        found = alone.match(phrase.section, example)
        if found is not None:
            matched = example[found.start : found.end]
            yield Fault(phrase, f"{phrase.source!r} matches {matched!r} of {example!r}, which stands under not")
    if not phrase.is_:
        yield Fault(phrase, f"{phrase.source!r} has no example under is; give one")


def _takes_its_neighbour(node: Node) -> bool:
    """True where ``[x] x`` stands somewhere: what is optional is never given back, so the second x would want another."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Sequence):
            for item, following in pairwise(current.items):
                if isinstance(item, Optional) and item.item == following:
                    return True
            waiting += current.items
        elif isinstance(current, Choice):
            waiting += current.options
        elif isinstance(current, Optional):
            waiting.append(current.item)
    return False
