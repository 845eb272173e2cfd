"""What a grammar costs: reading it, compiling it, and asking it about the lines of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tests.benchmarks.registry import Row, benchmark
from tests.benchmarks.shapes import many_pages
from tests.benchmarks.timing import seconds

GROWTH = 8
ASKED = ("furniture", "metadata", "block_heads", "lead_ins", "movers", "outcomes")
"""Sections that a parser asks about the start of each line."""
SOUGHT = ("lead_ins", "movers", "outcomes", "responses", "history")
"""Sections whose phrases it looks for inside sentences."""

HOSTILE: dict[str, Callable[[int], str]] = {
    "spaces after a verb": lambda size: "Resolved" + " " * size + "that",
    "moved by, without names": lambda size: "moved by seconded by " * (size // 21),
    "spaced letters": lambda size: "R E S O L V E D " * (size // 16),
    "open brackets after a verb": lambda size: "RESOLVED (" * (size // 10),
    "names in a row": lambda size: "Cllr Ash, Mr Birch, " * (size // 20),
    "combining marks": lambda size: "e" + "\u0301\u0327" * (size // 2),
    "one lead-in after another": lambda size: "it was agreed that the " * (size // 23),
}


def _ask(texts: list[str]) -> int:
    from minutes_cli.grammar.loading import load

    grammar = load("moderngov")
    found = 0
    for text in texts:
        at = 0
        for line in text.splitlines(keepends=True):
            end = at + len(line)
            found += sum(grammar.match(section, text, at, end) is not None for section in ASKED)
            found += sum(1 for section in SOUGHT for _ in grammar.search(section, text, at, end))
            at = end
    return found


def _read_again() -> None:
    from minutes_cli.grammar import loading

    loading.forget()
    loading.load("moderngov")


@benchmark("grammar")
def costs() -> Iterator[Row]:
    """Milliseconds to have a grammar ready and to compile a phrase; megabytes a second of asking; growth on hostile lines."""
    from minutes_cli.grammar import loading
    from minutes_cli.grammar.compiling import compile_phrase
    from minutes_cli.grammar.index import Index

    ready = loading.load("moderngov")
    phrases = [phrase for section in ready.sections() for phrase in ready.phrases(section)]
    yield Row("moderngov read from its files", 1e3 * seconds(_read_again), None, "ms")
    yield Row(f"{len(phrases)} phrases indexed", 1e3 * seconds(lambda: Index(phrases, ready.words)), None, "ms")
    every = 1e3 * seconds(lambda: [compile_phrase(phrase.source, ready.words) for phrase in phrases])
    yield Row("a phrase compiled", every / len(phrases), None, "ms")
    texts = many_pages(500_000)
    _ask(texts)
    size = sum(map(len, texts)) / 1e6
    yield Row(f"{len(ASKED)} sections at line starts, {len(SOUGHT)} searched", size / seconds(lambda: _ask(texts)), None, "MB/s", True)
    for what, build in HOSTILE.items():
        small, large = build(10_000), build(GROWTH * 10_000)
        first = seconds(partial(_ask, [small]))
        yield Row(f"{what}: {GROWTH} times the text", seconds(partial(_ask, [large])) / max(first, 1e-4), 10, "times")
