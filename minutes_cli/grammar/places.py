"""The places of a text at which a search tries phrases: near the words that they cannot do without, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.grammar.folding import LONGEST_WORD, RUN, fold
from minutes_cli.grammar.index import PRINTED_CLASSES, Entry, place_at
from minutes_cli.grammar.words_seen import Seen, is_usual, spelled, unmarked


def starts(entries: list[Entry], text: str, pos: int, limit: int, reach: int, seen: Seen) -> Iterator[int]:
    """Where a word stands that one of `entries` may begin with; a trigger stands within `reach` of each."""
    firsts = frozenset[str]().union(*(entry.first for entry in entries))
    by_class = not firsts.isdisjoint(PRINTED_CLASSES)
    for low, high in _windows(entries, text, pos, limit, reach, seen):
        for run in RUN.finditer(text, low, limit):
            start = run.start()
            if start >= high:
                break
            if start == low > pos and text[low - 1].isalnum():
                continue
            printed = run.group()
            key = printed.casefold() if printed.isascii() else fold(printed[: 2 * LONGEST_WORD])
            if key not in firsts and len(key) > 1 and not (by_class and (len(key) < 7 or not printed[0].islower())):
                continue
            place = place_at(text, start)
            if any(entry.may_begin(place) for entry in entries):
                yield start


def _windows(entries: list[Entry], text: str, pos: int, limit: int, reach: int, seen: Seen) -> list[tuple[int, int]]:
    """Stretches, in order and apart, in which a phrase may begin: its trigger stands there or within `reach` after it."""
    triggers: set[str] = set()
    for entry in entries:
        if entry.trigger is None or "==" in entry.trigger:
            return [(pos, limit)]
        triggers |= entry.trigger
    back = 0 if all(entry.opens for entry in entries) else reach - 1
    windows: list[tuple[int, int]] = []
    for hit in _hits({unmarked(word) for word in triggers}, text, pos, limit, seen):
        low = max(pos, hit - back)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], hit + 1)
        else:
            windows.append((low, hit + 1))
    return windows


def _hits(words: set[str], text: str, pos: int, limit: int, seen: Seen) -> list[int]:
    """Where one of `words` stands in the text, or is spelled in single letters; ascending."""
    piece = text[pos:limit]
    folded = piece.casefold()
    if is_usual(piece) and len(folded) == len(piece) and all(map(str.isascii, words)):
        found = {pos + at for word in words for at in _word_places(word, folded)}
    else:
        found = {run.start() for run in RUN.finditer(text, pos, limit) if fold(run.group()[: 2 * LONGEST_WORD]) in words}
    if seen.spelled:
        letters = list(spelled(piece))
        found |= {pos + at[hit.start()] for joined, at in letters for word in words for hit in re.finditer(re.escape(word), joined)}
    return sorted(found)


def _word_places(word: str, folded: str) -> Iterator[int]:
    at = folded.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and folded[at - 1].isalnum()) and not folded[end : end + 1].isalnum():
            yield at
        at = folded.find(word, at + 1)
