"""Reads a regular expression and says why it could take more than linear time, as far as its shape tells.

Three shapes are found (fault R03, R09 to R17; property P15):

- an unbounded repeat inside an unbounded repeat, and any repeat of changing length that can follow itself in one;
- two unbounded repeats that can share out the same characters between them, next to each other or with only such characters between;
- where the expression is searched for rather than matched at a known place: an unbounded repeat that can run over further beginnings.

Possessive repeats and atomic groups give nothing back, which is what makes the first two harmless.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Chars = frozenset[int]
MOST_PATHS = 400
EXTRA = "éÉßıſ\u212a\u00a0\u2003\u2013\u2019\u2028\u0430\u0663\u00b2\u200b"
BACKTRACKING = (codes.MAX_REPEAT, codes.MIN_REPEAT)
REPEATS = (*BACKTRACKING, codes.POSSESSIVE_REPEAT)
ZERO_WIDTH = (codes.AT, codes.ASSERT, codes.ASSERT_NOT, codes.FAILURE, codes.GROUPREF, codes.GROUPREF_EXISTS)


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of a path through an expression: a repeat, or one character that must be there."""

    chars: Chars
    least: int
    unbounded: bool
    gives_back: bool
    """True where it may match in several lengths and try them all."""
    first: Chars
    """Those of its characters that it can begin with."""


class Shape:
    """The parsed form of one expression, over the characters that tell its sets apart."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.tree = parser.parse(pattern, flags)
        self.flags = self.tree.state.flags
        letters = {*range(128), *map(ord, EXTRA), *self._named(self.tree)}
        self.alphabet = frozenset(letters)

    def _named(self, tree: Any) -> Iterator[int]:
        """Every character that the expression names, and the ends of its ranges."""
        pending = list(tree)
        while pending:
            entry = pending.pop()
            if isinstance(entry, tuple) and len(entry) == 2 and entry[0] in (codes.LITERAL, codes.NOT_LITERAL):
                yield entry[1]
            elif isinstance(entry, tuple) and len(entry) == 2 and entry[0] is codes.RANGE:
                yield from entry[1]
            elif isinstance(entry, tuple | list | parser.SubPattern):
                pending.extend(entry)

    def chars(self, op: Any, given: Any) -> Chars:
        """The characters that a one-character element takes."""
        if op is codes.ANY:
            return self.alphabet if self.flags & re.DOTALL else self.alphabet - {10}
        if op is codes.NOT_LITERAL:
            return self.alphabet - self._either_case(given)
        if op is codes.LITERAL:
            return self._either_case(given)
        negated = given[0][0] is codes.NEGATE
        taken: set[int] = set()
        for inner, value in given[1:] if negated else given:
            if inner is codes.LITERAL:
                taken |= self._either_case(value)
            elif inner is codes.RANGE:
                taken.update(letter for letter in self.alphabet if any(value[0] <= one <= value[1] for one in self._either_case(letter)))
            else:
                taken |= self.category(value)
        return self.alphabet - taken if negated else frozenset(taken)

    def _either_case(self, letter: int) -> Chars:
        if not self.flags & re.IGNORECASE:
            return frozenset({letter})
        shown = chr(letter)
        return frozenset(ord(one) for one in {shown, shown.lower(), shown.upper(), shown.swapcase()} if len(one) == 1)

    def category(self, name: Any) -> Chars:
        """The characters of a class such as `\\w`."""
        letter = {codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_WORD: r"\w"}
        letter |= {codes.CATEGORY_NOT_DIGIT: r"\D", codes.CATEGORY_NOT_SPACE: r"\S", codes.CATEGORY_NOT_WORD: r"\W"}
        known = re.compile(letter[name], self.flags & re.ASCII)
        return frozenset(one for one in self.alphabet if known.match(chr(one)))

    def all_chars(self, tree: Any) -> Chars:
        """Every character that any part of the tree takes."""
        return frozenset().union(*(step.chars for path in self.paths(tree) for step in path))

    def paths(self, tree: Any) -> list[list[Step]]:
        """The ways through a sequence, alternatives and optional parts chosen one way or the other; at most `MOST_PATHS`."""
        ways: list[list[Step]] = [[]]
        for op, given in tree:
            choices = self._choices(op, given)
            ways = [way + choice for way, choice in product(ways, choices)][:MOST_PATHS]
        return ways

    def _choices(self, op: Any, given: Any) -> list[list[Step]]:
        if op in ZERO_WIDTH:
            return [[]]
        if op is codes.SUBPATTERN:
            return self.paths(given[3])
        if op is codes.ATOMIC_GROUP:
            return [_held_fast(path) for path in self.paths(given)]
        if op is codes.BRANCH:
            return [path for branch in given[1] for path in self.paths(branch)]
        if op not in REPEATS:
            taken = self.chars(op, given)
            return [[Step(taken, 1, False, False, taken)]]
        least, most, body = given
        inner = self.paths(body)
        gives_back = op in BACKTRACKING and least != most
        single = all(len(path) == 1 and not path[0].unbounded and path[0].least == 1 for path in inner)
        if most is codes.MAXREPEAT or (single and most > 1):
            shortest = least * min((sum(step.least for step in path) for path in inner), default=0)
            begins: Chars = frozenset().union(*map(beginning, inner))
            return [[Step(self.all_chars(body), shortest, most is codes.MAXREPEAT, gives_back, begins)]]
        if op is codes.POSSESSIVE_REPEAT:
            inner = [_held_fast(path) for path in inner]
        once = inner + [one + other for one, other in product(inner, inner)][:MOST_PATHS] if most > 1 else inner
        return ([[]] if least == 0 else []) + once


def beginning(path: Sequence[Step]) -> Chars:
    """The characters that what a path matches can begin with."""
    begins: Chars = frozenset()
    for step in path:
        begins |= step.first
        if step.least:
            break
    return begins


def _held_fast(path: Sequence[Step]) -> list[Step]:
    """The path as an atomic group has it: nothing is given back."""
    return [replace(step, gives_back=False) for step in path]


def _sharing(path: Sequence[Step], only_unbounded: bool = True) -> bool:
    """Whether a repeat that gives back is followed by another that takes its characters, all between them being such characters too."""
    for index, first in enumerate(path):
        if not first.gives_back or (only_unbounded and not first.unbounded):
            continue
        for later in path[index + 1 :]:
            repeated = later.unbounded if only_unbounded else (later.gives_back or later.unbounded)
            if repeated and first.chars & later.first:
                return True
            if later.least and not first.chars & later.chars:
                break
            if not only_unbounded and later.least:
                break
    return False


def _subtrees(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every element of the tree, (operation, argument), the outer before the inner."""
    pending: list[Any] = [tree]
    while pending:
        for op, given in pending.pop():
            yield op, given
            pending.extend(_bodies(op, given))


def _bodies(op: Any, given: Any) -> list[Any]:
    if op in REPEATS:
        return [given[2]]
    if op is codes.SUBPATTERN:
        return [given[3]]
    if op is codes.ATOMIC_GROUP:
        return [given]
    if op is codes.BRANCH:
        return list(given[1])
    if op in (codes.ASSERT, codes.ASSERT_NOT):
        return [given[1]]
    return []


def _loops(shape: Shape) -> Iterator[str]:
    """What is wrong inside the unbounded repeats that give back."""
    for op, given in _subtrees(shape.tree):
        if op not in BACKTRACKING or given[1] is not codes.MAXREPEAT:
            continue
        body = given[2]
        paths = shape.paths(body)
        if any(step.unbounded and step.gives_back for path in paths for step in path):
            yield "an unbounded repeat inside an unbounded repeat"
        elif any(_sharing([*one, *other], only_unbounded=False) for one, other in list(product(paths, paths))[:MOST_PATHS]):
            yield "a repeat of changing length can follow itself inside an unbounded repeat"
        branches = [way for way in paths if len(way) == 1 and not way[0].unbounded and way[0].least == 1]
        if any(one[0].chars & other[0].chars for i, one in enumerate(branches) for other in branches[i + 1 :]):
            yield "two alternatives take the same character inside an unbounded repeat"


def faults(pattern: str, flags: int = 0, scanned: bool = False) -> list[str]:
    """Why the expression could take more than linear time; an empty list where nothing is seen.

    `scanned` says that it is searched for at every place of a text (search, finditer, findall, sub, split).
    """
    shape = Shape(pattern, flags)
    found = list(_loops(shape))
    trees = [shape.tree, *(body for op, given in _subtrees(shape.tree) if op is not codes.SUBPATTERN for body in _bodies(op, given))]
    if any(_sharing(path) for tree in trees for path in shape.paths(tree)):
        found.append("two unbounded repeats can share the same characters")
    if scanned and _runs_on(shape):
        found.append("searched for, and an unbounded repeat can run over further beginnings")
    return list(dict.fromkeys(found))


def _held(shape: Shape) -> Chars | None:
    """The characters that a further beginning inside a run may stand after; None where only one place can be a beginning."""
    first = list(shape.tree)[:1]
    if not first:
        return shape.alphabet
    op, given = first[0]
    if op is codes.AT and given in (codes.AT_BEGINNING_STRING, codes.AT_BEGINNING):
        anywhere = given is codes.AT_BEGINNING and shape.flags & re.MULTILINE
        return frozenset({10}) if anywhere else None
    if op in (codes.ASSERT_NOT, codes.ASSERT) and given[0] < 0:
        inside = shape.all_chars(given[1])
        return inside if op is codes.ASSERT else shape.alphabet - inside
    return shape.alphabet


def _runs_on(shape: Shape) -> bool:
    """Whether a search can begin at many places of one run of characters, and each time run to the same far end before it fails.

    All that must stand before the repeat has to be made of the repeat's own characters, or the run would hold no further beginning;
    and something after it has to be able to fail.
    """
    held = _held(shape)
    if held is None:
        return False
    at_boundary = any(op is codes.AT and given is codes.AT_BOUNDARY for op, given in list(shape.tree)[:1])
    words = shape.category(codes.CATEGORY_WORD)
    paths = shape.paths(shape.tree)
    enough = {tuple(path[: at + 1]) for path in paths for at in range(len(path)) if not any(step.least for step in path[at + 1 :])}
    if _ends_in_assertion(shape):
        enough = set()
    for path in paths:
        for at, step in enumerate(path):
            if not step.unbounded or not step.chars & held or tuple(path[: at + 1]) in enough:
                continue
            if at_boundary and (step.chars <= words or not step.chars & words):
                continue
            if all(before.chars & step.chars for before in path[:at] if before.least):
                return True
    return False


def _ends_in_assertion(shape: Shape) -> bool:
    last = list(shape.tree)[-1:]
    return bool(last) and last[0][0] in (codes.AT, codes.ASSERT, codes.ASSERT_NOT) and last[0][1] is not codes.AT_BOUNDARY
