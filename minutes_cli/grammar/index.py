"""The phrases of a grammar by what they begin with, and by the words that they cannot do without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import merge

import pyparsing as pp

from minutes_cli.grammar.folding import LONGEST_WORD, RUN, fold, fold_signs
from minutes_cli.grammar.gates import ANY, CAPITAL, DIGIT, gate_of
from minutes_cli.grammar.phrases import Phrase
from minutes_cli.grammar.words_seen import Seen, spelled


@dataclass(slots=True)
class Entry:
    """A phrase ready for work."""

    order: int
    phrase: Phrase
    first: frozenset[str]
    needs: tuple[frozenset[str], ...]
    """Sets of words of which one each must stand within reach."""
    trigger: frozenset[str] | None
    """The rarest set of words; None where there is nothing to look for."""
    whole: bool
    """True where nothing else may stand on the line after it (``needs: whole``)."""
    element: pp.ParserElement | None = None

    def fits(self, seen: Seen) -> bool:
        """False where the words that were seen rule the phrase out."""
        return not any(seen.lacks(words) for words in self.needs)

    def may_begin(self, key: str, printed: str) -> bool:
        """True if the phrase can begin with the word or sign `key`, printed as `printed`."""
        first = self.first
        if key in first or ANY in first or (CAPITAL in first and printed[:1].isupper()) or (DIGIT in first and printed[:1].isdigit()):
            return True
        return len(key) == 1 and printed.isalpha() and any(word[0] == key and len(word) > 2 for word in first)


class Index:
    """All phrases of a grammar, found by the first word of a place and by the words of a text."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.by_key: dict[str, list[Entry]] = {}
        self.by_letter: dict[str, list[Entry]] = {}
        self.by_trigger: dict[str, list[Entry]] = {}
        self.loose: list[Entry] = []
        for order, phrase in enumerate(phrases):
            gate = gate_of(phrase.source)
            entry = Entry(order, phrase, gate.first, gate.needs, gate.trigger(), phrase.facts.get("needs") == "whole")
            for key in gate.first:
                self.by_key.setdefault(key, []).append(entry)
            for letter in {key[0] for key in gate.first if len(key) > 2 and key[0].isalpha()}:
                self.by_letter.setdefault(letter, []).append(entry)
            if phrase.facts.get("where") != "inline":
                continue
            for key in entry.trigger or ():
                self.by_trigger.setdefault(key, []).append(entry)
            if entry.trigger is None:
                self.loose.append(entry)
        self.capitals = self.by_key.get(CAPITAL, [])
        self.digits = self.by_key.get(DIGIT, [])
        self.anything = self.by_key.get(ANY, [])

    def at(self, key: str, printed: str) -> list[Entry]:
        """Entries that can begin with the word or sign `key`, printed as `printed`, each once."""
        first = printed[:1]
        found = [*self.by_key.get(key, ()), *self.anything]
        if first.isupper():
            found += self.capitals
        elif first.isdigit():
            found += self.digits
        if len(key) == 1 and key.isalpha():
            found += self.by_letter.get(key, ())
            return list({entry.order: entry for entry in found}.values())
        return found

    def triggered(self, seen: Seen) -> Iterable[Entry]:
        """Entries that may stand inside a sentence: those one of whose trigger words was seen, and those that have none."""
        words = seen.words if not seen.spelled else seen.any_of(self.by_trigger)
        found = {entry.order: entry for word in words if word in self.by_trigger for entry in self.by_trigger[word]}
        return [*found.values(), *self.loose]


def key_at(text: str, at: int) -> tuple[str, str]:
    """What stands at `at`, as the index looks it up, and as it is printed: a run of letters and digits, or one sign."""
    run = RUN.match(text, at, at + 2 * LONGEST_WORD)
    if run is None:
        return fold_signs(text[at]), text[at]
    printed = run.group()
    return fold(printed), printed


def starts(entries: list[Entry], text: str, pos: int, limit: int, reach: int) -> Iterator[tuple[int, list[Entry]]]:
    """Places of a text where a word begins that one of `entries` may begin with, and a trigger stands within `reach`."""
    near = _near(entries, text, pos, limit, reach) if limit - pos > reach else None
    for run in RUN.finditer(text, pos, limit):
        start = run.start()
        if near is not None and not near(start):
            continue
        printed = run.group()[: 2 * LONGEST_WORD]
        key = fold(printed)
        found = [entry for entry in entries if entry.may_begin(key, printed)]
        if found:
            yield start, found


def _near(entries: list[Entry], text: str, pos: int, limit: int, reach: int) -> Callable[[int], bool] | None:
    """Tells, for starts that only ever grow, whether a trigger stands within reach; None where an entry has no trigger."""
    triggers: set[str] = set()
    for entry in entries:
        if entry.trigger is None:
            return None
        triggers |= entry.trigger
    printed = (run.start() for run in RUN.finditer(text, pos, limit) if fold(run.group()[: 2 * LONGEST_WORD]) in triggers)
    letters = spelled(text[pos:limit])
    apart = [pos + at[found.start()] for joined, at in letters for word in triggers for found in re.finditer(re.escape(word), joined)]
    hits = merge(printed, sorted(apart))
    following = next(hits, None)

    def near(start: int) -> bool:
        nonlocal following
        while following is not None and following < start:
            following = next(hits, None)
        return following is not None and following - start < reach

    return near
