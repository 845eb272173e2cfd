"""The word that words begin or end with: looked up in a set, where an expression of as many words takes a millisecond to compile."""

from __future__ import annotations

from minutes_cli.grammar.late import late

_FIRST = late(r"\w++")
_LAST = late(r"\b\w{1,16}$")
_LONGEST = 16
"""Letters of the longest last word that anybody asks about."""


def first_word(words: str) -> str:
    """The word that stands at the very beginning, in small letters; empty where none does."""
    found = _FIRST.match(words)
    return found.group().casefold() if found is not None else ""


def last_word(words: str) -> str:
    """The word that stands at the very end, in small letters; empty where none does, and not whole where it is a long one."""
    found = _LAST.search(words[-_LONGEST:])
    return found.group().casefold() if found is not None else ""
