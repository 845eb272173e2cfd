"""A compiled phrase or production as plain functions: what pyparsing built, walked without the book-keeping of its general case.

pyparsing keeps results, positions of errors and names for every element it tries; a phrase needs none of them until it has matched. Its
errors hold on to the page besides, since they know where they were raised, until the collector of cycles comes. The elements stay what
they are, this only calls them in the same order: a sequence takes each in turn, a choice the option that reaches furthest and the first of
equals, or the first that fits, and an option that fails takes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

import pyparsing as pp

from minutes_cli.grammar.elements import Found, Here, Matching, Reading, Skipping, next_word
from minutes_cli.grammar.folding import skip_space

Step = Callable[[str, int, list[Found]], int]
"""Takes a text and an offset, adds the named parts that it reads to the list, and gives the offset behind it; -1 where it does not fit,
and then what it added counts for nothing."""


def step_of(element: pp.ParserElement) -> Step:
    """The step of an element that `compile_phrase` built, or a recogniser's production out of `basis.piece` and `basis.mute`."""
    if isinstance(element, Reading):
        return _reading(element)
    if isinstance(element, Matching):
        return _matching(element)
    if isinstance(element, Here):
        return lambda text, at, parts: at
    if isinstance(element, Skipping):
        return _skipping(element)
    if isinstance(element, pp.Opt):
        return _optional(step_of(element.expr))
    if isinstance(element, pp.ZeroOrMore) and element.max_count is not None:
        return _repeated(step_of(element.expr), element.max_count)
    if isinstance(element, pp.Or):
        return _choice([step_of(option) for option in element.exprs])
    if isinstance(element, pp.MatchFirst):
        return _first([step_of(option) for option in element.exprs])
    if isinstance(element, pp.And):
        return _sequence([step_of(part) for part in element.exprs])
    raise TypeError(f"no phrase is made of {type(element).__name__}")


def _reading(element: Reading) -> Step:
    reader, part, optional = element.reader, element.part, element.optional

    def step(text: str, at: int, parts: list[Found]) -> int:
        start = skip_space(text, at)
        end = reader(text, start)
        if end < 0:
            return at if optional else -1
        if part is not None:
            parts.append((part, start, end))
        return end

    return step


def _matching(element: Matching) -> Step:
    pattern, part = element.pattern, element.part

    def step(text: str, at: int, parts: list[Found]) -> int:
        found = pattern.match(text, at)
        if found is None:
            return -1
        end = found.end()
        if part is not None:
            parts.append((part, at, end))
        return end

    return step


def _skipping(element: Skipping) -> Step:
    if element.target is None:
        return lambda text, at, parts: max(at, len(text.rstrip()))
    target = step_of(element.target)

    def step(text: str, at: int, parts: list[Found]) -> int:
        for _ in range(Skipping.WORDS + 1):
            if target(text, at, []) >= 0:
                return at
            at = next_word(text, at)
            if at >= len(text):
                break
        return -1

    return step


def _optional(inner: Step) -> Step:
    def step(text: str, at: int, parts: list[Found]) -> int:
        known = len(parts)
        end = inner(text, at, parts)
        if end < 0:
            del parts[known:]
            return at
        return end

    return step


def _repeated(inner: Step, most: int) -> Step:
    def step(text: str, at: int, parts: list[Found]) -> int:
        for _ in range(most):
            known = len(parts)
            end = inner(text, at, parts)
            if end < 0:
                del parts[known:]
                break
            at = end
        return at

    return step


def _choice(options: list[Step]) -> Step:
    def step(text: str, at: int, parts: list[Found]) -> int:
        furthest, taken = -1, None
        for option in options:
            added: list[Found] = []
            end = option(text, at, added)
            if end > furthest:
                furthest, taken = end, added
        if taken:
            parts += taken
        return furthest

    return step


def _first(options: list[Step]) -> Step:
    def step(text: str, at: int, parts: list[Found]) -> int:
        known = len(parts)
        for option in options:
            end = option(text, at, parts)
            if end >= 0:
                return end
            del parts[known:]
        return -1

    return step


def _sequence(steps: list[Step]) -> Step:
    def step(text: str, at: int, parts: list[Found]) -> int:
        for one in steps:
            at = one(text, at, parts)
            if at < 0:
                return -1
        return at

    return step
