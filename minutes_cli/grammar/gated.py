"""Regular expressions behind a set of words: a text that holds none of the words is not searched, and the expression not compiled.

Most lines of a page hold none of the words that an expression is about, and an expression of many words takes microseconds to find that
out. The words of a line are taken out once and asked by every expression.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import cast

from minutes_cli.grammar.late import Late, late
from minutes_cli.grammar.words_seen import LONGEST, lacks


class Gated(Late):
    """Stands for a `re.Pattern` of text of which each match holds one of some words; asks for these before it searches."""

    __slots__ = ("_late", "_waits", "words")

    def __init__(self, pattern: str, flags: int, words: frozenset[str]) -> None:
        super().__init__(pattern, flags)
        self.words = words
        self._late = late(pattern, flags)
        self._waits = True
        """True until one place was looked at: until then the words are asked there too, so that nothing is compiled in vain."""

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        if len(text) <= LONGEST and lacks(text, self.words):
            return None
        return self._late.search(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        if len(text) <= LONGEST and lacks(text, self.words):
            return iter(())
        return self._late.finditer(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`; once it is compiled the words are not asked, since one place is soon looked at."""
        return None if self._waits and self._stays_waiting(text) else self._late.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`; the words are asked as by `match`."""
        return None if self._waits and self._stays_waiting(text) else self._late.fullmatch(text, pos, endpos)

    def _stays_waiting(self, text: str) -> bool:
        self._waits = len(text) <= LONGEST and lacks(text, self.words)
        return self._waits


_ESCAPE = re.compile(r"\\[a-zA-Z]")
_WORD = re.compile(r"[a-z]{3,}")


def words_in(pattern: str) -> frozenset[str]:
    """The words of three letters and more that a pattern spells out, without case, and each with an s.

    One of them stands in every match of a pattern that is a list of plain words; tests try that on every line of the cases.
    """
    found = _WORD.findall(_ESCAPE.sub(" ", pattern).casefold())
    return frozenset(word + end for word in found for end in ("", "s"))


def gated(words: str, pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `late`, for a pattern of which every match holds one of `words` as a whole word, whatever its case.

    Without words, those that the pattern spells out are asked for (`words_in`).
    """
    return cast("re.Pattern[str]", Gated(pattern, flags, frozenset(words.split()) or words_in(pattern)))
