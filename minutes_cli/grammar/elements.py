"""The pyparsing elements that phrases are compiled to: tokens that know the field's white space, letters and marks.

pyparsing's own white space lacks the no-break space that stands after every label (finding 9 of the phenomena), so
each token here skips it explicitly and nothing else does. Tokens yield no result; a named part yields (name, start, end).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pyparsing as pp

from minutes_cli.grammar.folding import first_run, fold, fold_signs, key_at, skip_space, word_end
from minutes_cli.grammar.nodes import Sign, Word

Reader = Callable[[str, int], int]
"""Takes a text and an offset at its first character; gives the offset behind what it recognised there, or -1."""

Found = tuple[str, int, int]


class _Own(pp.Token):
    """A token that skips no white space by itself, says what it expected, and may yield a part of that name."""

    def __init__(self, what: str, part: str | None) -> None:
        super().__init__()
        self.part = part
        self.skipWhitespace = False
        self.mayIndexError = False
        self.set_name(what)
        self.errmsg = f"Expected {what}"

    def _generateDefaultName(self) -> str:
        return str(self.errmsg)


class Reading(_Own):
    """A token that skips white space and then asks a `Reader`; an optional one that fails consumes nothing."""

    def __init__(self, reader: Reader, what: str, name: str | None = None, optional: bool = False) -> None:
        super().__init__(what, name)
        self.optional = optional
        self.reader = reader

    def parseImpl(self, instring: str, loc: int, do_actions: bool = True) -> Any:
        start = skip_space(instring, loc)
        end = self.reader(instring, start)
        if end < 0:
            if self.optional:
                return loc, []
            raise pp.ParseException(instring, loc, self.errmsg, self)
        return end, [] if self.part is None else [(self.part, start, end)]


class Matching(_Own):
    """A token that is a regular expression, white space and all; yields (kind, start, end) where it has a kind.

    pyparsing's own `Regex` compiles its expression when a sequence is put together, so also where no text ever comes that far.
    """

    def __init__(self, pattern: re.Pattern[str], what: str, kind: str | None = None) -> None:
        super().__init__(what, kind)
        self.pattern = pattern

    def parseImpl(self, instring: str, loc: int, do_actions: bool = True) -> Any:
        found = self.pattern.match(instring, loc)
        if found is None:
            raise pp.ParseException(instring, loc, self.errmsg, self)
        return found.end(), [] if self.part is None else [(self.part, loc, found.end())]


class Here(pp.Token):
    """Consumes nothing; yields the offset at which a phrase ended."""

    def __init__(self) -> None:
        super().__init__()
        self.skipWhitespace = False
        self.mayIndexError = False
        self.set_name("end of phrase")

    def _generateDefaultName(self) -> str:
        return "end of phrase"

    def parseImpl(self, instring: str, loc: int, do_actions: bool = True) -> Any:
        return loc, [("", loc, loc)]


class Skipping(pp.Token):
    """gap = as few words as possible, at most `WORDS`, up to where `target` fits; without a target, the rest of the text."""

    WORDS = 16

    def __init__(self, target: pp.ParserElement | None) -> None:
        super().__init__()
        self.target = target
        self.skipWhitespace = False
        self.mayIndexError = False
        self.set_name("...")
        self.errmsg = "Expected the words that end a gap"

    def _generateDefaultName(self) -> str:
        return "..."

    def parseImpl(self, instring: str, loc: int, do_actions: bool = True) -> Any:
        if self.target is None:
            return len(instring.rstrip()) if len(instring.rstrip()) > loc else loc, []
        at = loc
        for _ in range(self.WORDS + 1):
            if self.target.can_parse_next(instring, at):
                return at, []
            at = next_word(instring, at)
            if at >= len(instring):
                break
        raise pp.ParseException(instring, loc, self.errmsg, self)


def next_word(text: str, at: int) -> int:
    """Offset behind the word or sign that stands at or after `at`."""
    at = skip_space(text, at)
    start = at
    while at < len(text) and text[at].isalnum():
        at += 1
    return at + 1 if at == start else at


Literal = tuple[Word | Sign, ...]
"""Words and signs one after another."""


def literals(options: list[Literal], optional: bool = False) -> pp.ParserElement:
    """literals = words and signs | words and signs ... ; the option that reaches furthest

    One token for all of it: a pyparsing expression for each word costs more than the words of a page are worth.
    """
    what = " | ".join(" ".join(piece.text for piece in option) for option in options)
    if len(options) == 1:
        return Reading(lambda text, at: _literal_end(text, at, options[0]), what, optional=optional)
    by_key: dict[str, list[Literal]] = {}
    for option in options:
        by_key.setdefault(first_run(fold(option[0].text)), []).append(option)

    def read(text: str, at: int) -> int:
        if at >= len(text):
            return -1
        key = key_at(text, at)[0]
        found = options if len(key) == 1 and key.isalnum() else by_key.get(key, ())
        return max((_literal_end(text, at, option) for option in found), default=-1)

    return Reading(read, what, optional=optional)


def _literal_end(text: str, at: int, option: Literal) -> int:
    for count, piece in enumerate(option):
        at = skip_space(text, at) if count else at
        if isinstance(piece, Word):
            at = word_end(text, at, piece.text, piece.exact)
        else:
            at = at + 1 if at < len(text) and fold_signs(text[at]) == piece.text else -1
        if at < 0:
            return -1
    return at


def plain(element: pp.ParserElement) -> pp.ParserElement:
    """`element` without white-space skipping of its own, so that nothing that failed leaves a trace in the end offset."""
    return element.leave_whitespace(recursive=False)
