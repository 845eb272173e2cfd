"""A grammar at work: which phrase stands at a place of a text, and how far it reaches.

Three sieves, each far cheaper than the next: the first word of the place is looked up in a dictionary; a word that the
phrase cannot do without must stand within reach; only then is the phrase compiled (once) and parsed with pyparsing,
on at most `REACH` characters of one line. So the time is linear in the text whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import merge

import pyparsing as pp

from minutes_cli.grammar.compiling import compile_phrase
from minutes_cli.grammar.folding import LINE_END, LINE_ENDS, LONGEST_WORD, RUN, SPELLED, fold, fold_signs, skip_space
from minutes_cli.grammar.gates import ANY, CAPITAL, DIGIT, Gate, gate_of

REACH = 200
"""Code points from its start in which a phrase must end."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a grammar."""

    section: str
    name: str | None
    """Given so that a grammar that extends this one can replace the phrase; most have none."""
    source: str
    """The phrase in the notation."""
    facts: Mapping[str, str]
    """What it means: every other key of its entry (kind, status, side, where, certainty, verdict, action, role…)."""
    is_: tuple[str, ...] = ()
    """Examples that it must consume whole."""
    not_: tuple[str, ...] = ()
    """Examples at whose start it must not match."""
    file: str = ""
    """Name of the grammar that holds it."""
    line: int = 0
    """Its line there, from 1; 0 where unknown."""


@dataclass(slots=True)
class Match:
    """A phrase found in a text; all offsets are code points of the text that was given."""

    phrase: Phrase
    start: int
    """Its first character; white space before it is skipped."""
    end: int
    parts: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Spans of its named parts, in the order in which they stand."""


@dataclass(slots=True)
class _Entry:
    """A phrase ready for work."""

    order: int
    phrase: Phrase
    gate: Gate
    trigger: frozenset[str] | None
    """Words of which one must stand within reach; None where there is nothing to look for."""
    opens: bool
    """True where the trigger is what the phrase begins with, so that the look-up has checked it already."""
    whole: bool
    """True where nothing else may stand on the line after it (``needs: whole``)."""
    element: pp.ParserElement | None = None


class _Section:
    """The phrases of one section, indexed by what they can begin with."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self.by_key: dict[str, tuple[_Entry, ...]] = {}
        self.by_letter: dict[str, tuple[_Entry, ...]] = {}
        self.by_trigger: dict[str, tuple[_Entry, ...]] = {}
        self.loose: list[_Entry] = []
        for order, phrase in enumerate(phrases):
            gate = gate_of(phrase.source)
            trigger = gate.trigger()
            entry = _Entry(
                order, phrase, gate, trigger, trigger is not None and trigger == gate.first, phrase.facts.get("needs") == "whole"
            )
            for key in gate.first:
                self.by_key[key] = (*self.by_key.get(key, ()), entry)
            for letter in {key[0] for key in gate.first if key[0].isalpha() and len(key) > 2}:
                self.by_letter[letter] = (*self.by_letter.get(letter, ()), entry)
            for key in trigger or ():
                self.by_trigger[key] = (*self.by_trigger.get(key, ()), entry)
            if trigger is None:
                self.loose.append(entry)

    def at(self, key: str, original: str) -> tuple[_Entry, ...]:
        """Entries that can begin with the word or sign `key`, printed as `original`; in file order."""
        found = self.by_key.get(key, ())
        if original.isalpha() and len(key) == 1:
            found = (*found, *self.by_letter.get(key, ()))
        if CAPITAL in self.by_key and original[:1].isupper():
            found = (*found, *self.by_key[CAPITAL])
        if DIGIT in self.by_key and original[:1].isdigit():
            found = (*found, *self.by_key[DIGIT])
        if ANY in self.by_key:
            found = (*found, *self.by_key[ANY])
        return found


class Grammar:
    """A grammar with all that it inherits. Sections are indexed when first asked for, phrases compiled when first needed."""

    def __init__(
        self,
        name: str,
        parents: tuple[str, ...],
        phrases: Mapping[str, tuple[Phrase, ...]],
        words: Mapping[str, tuple[str, ...]],
        description: str = "",
        file: str = "",
    ) -> None:
        self.name = name
        self.file = file
        """Name of its own file, without ending; inherited phrases name other files."""
        self.parents = parents
        self.description = description
        self._phrases = dict(phrases)
        self._lists = dict(words)
        self._words = {section: frozenset(" ".join(fold(word).split()) for word in listed) for section, listed in words.items()}
        self._indexed: dict[str, _Section] = {}
        self._last: tuple[str, _Seen] = ("", _Seen(frozenset(), ""))

    def sections(self) -> list[str]:
        """Names of its sections of phrases, in file order."""
        return list(self._phrases)

    def phrases(self, section: str) -> tuple[Phrase, ...]:
        """The phrases of a section, its own before the inherited ones; none where there is no such section."""
        return self._phrases.get(section, ())

    def lists(self) -> dict[str, tuple[str, ...]]:
        """Its word lists as written, own words first."""
        return dict(self._lists)

    def words(self, section: str) -> frozenset[str]:
        """The words of a list of plain vocabulary (titles, months, bodies), folded as by `fold`; empty where there is none."""
        return self._words.get(section, frozenset())

    def match(self, section: str, text: str, pos: int = 0, end: int | None = None) -> Match | None:
        """The phrase of `section` that stands at `pos` and reaches furthest; the first in file order where several do.

        White space at `pos` is skipped. The phrase must end within `REACH` characters, on the same line, before `end`.
        """
        limit = len(text) if end is None else end
        start = skip_space(text, pos)
        if start >= limit:
            return None
        found = self._section(section).at(*_key(text, start))
        return self._best(found, text, start, limit) if found else None

    def whole(self, section: str, text: str, pos: int = 0, end: int | None = None) -> Match | None:
        """As `match`, but only if nothing but white space is left between the phrase and `end`."""
        limit = len(text) if end is None else end
        while limit > pos and text[limit - 1].isspace():
            limit -= 1
        if limit - pos > 2 * REACH:
            return None
        found = self.match(section, text, pos, limit)
        return found if found and found.end == limit else None

    def search(self, section: str, text: str, pos: int = 0, end: int | None = None) -> Iterator[Match]:
        """All matches that begin at a word's start, left to right, none overlapping the one before.

        Phrases that begin with a sign are not searched for; use `match` where the place is known.
        """
        limit = len(text) if end is None else end
        index = self._section(section)
        triggers = self._seen(text, pos, limit).any_of(index.by_trigger.keys())
        if not triggers and not index.loose:
            return
        wanted = {id(entry): entry for key in triggers for entry in index.by_trigger[key]} | {id(entry): entry for entry in index.loose}
        near = _places(text, pos, limit, triggers) if not index.loose else None
        done = pos
        for run in RUN.finditer(text, pos, limit):
            start = run.start()
            if start < done or (near is not None and not near(start)):
                continue
            found = tuple(entry for entry in index.at(*_key(text, start)) if id(entry) in wanted)
            best = self._best(found, text, start, limit) if found else None
            if best:
                done = best.end
                yield best

    def _section(self, section: str) -> _Section:
        index = self._indexed.get(section)
        if index is None:
            index = self._indexed[section] = _Section(self.phrases(section))
        return index

    def _seen(self, text: str, pos: int, end: int) -> _Seen:
        """The words of a stretch of text; the last stretch is kept, as several sections are asked about the same."""
        piece = text[pos:end]
        if self._last[0] != piece:
            self._last = (piece, _Seen.of(piece))
        return self._last[1]

    def _best(self, entries: tuple[_Entry, ...], text: str, start: int, limit: int) -> Match | None:
        window = _window(text, start, limit)
        seen: _Seen | None = None
        best: Match | None = None
        best_order = 0
        for entry in entries:
            if not entry.opens and entry.trigger is not None:
                seen = _Seen.of(window) if seen is None else seen
                if not seen.any_of(entry.trigger):
                    continue
            found = self._parse(entry, window, start)
            if found and entry.whole and not _line_done(text, found.end, limit):
                continue
            if found and (best is None or found.end > best.end or (found.end == best.end and entry.order < best_order)):
                best, best_order = found, entry.order
        return best

    def _parse(self, entry: _Entry, window: str, start: int) -> Match | None:
        if entry.element is None:
            entry.element = compile_phrase(entry.phrase.source, self.words)
        try:
            results = entry.element.parse_string(window)
        except pp.ParseException:
            return None
        match = Match(entry.phrase, start, start)
        for name, first, last in results:
            if name:
                match.parts.setdefault(name, []).append((start + first, start + last))
            else:
                match.end = start + last
        return match


def _key(text: str, at: int) -> tuple[str, str]:
    """What stands at `at`, as the index looks it up, and as it is printed: a run of letters and digits, or one sign."""
    run = RUN.match(text, at)
    if run is None:
        return fold_signs(text[at]), text[at]
    printed = run.group()
    return (fold(printed) if len(printed) <= 2 * LONGEST_WORD else printed[:1]), printed


def _window(text: str, start: int, limit: int) -> str:
    """The line from `start`, cut to `REACH` characters and to `limit`."""
    limit = min(limit, start + REACH)
    line_end = LINE_END.search(text, start, limit)
    return text[start : line_end.start() if line_end else limit]


def _line_done(text: str, at: int, limit: int) -> bool:
    """True where nothing but white space stands between `at` and the end of the line or `limit`."""
    at = skip_space(text, at)
    return at >= limit or text[at] in LINE_ENDS


@dataclass(frozen=True, slots=True)
class _Seen:
    """The words of a stretch of text."""

    words: frozenset[str]
    """Its runs of letters and digits, folded."""
    spelled: str
    """What its single letters in a row spell; empty in nearly every text."""

    @classmethod
    def of(cls, text: str) -> _Seen:
        words = frozenset(fold(run) for run in set(RUN.findall(text)) if len(run) <= 2 * LONGEST_WORD)
        return cls(words, "|".join(spelled for spelled, _ in _spelled(text, 0, len(text))))

    def any_of(self, words: Iterable[str]) -> set[str]:
        """Those of `words` that stand in the text or are spelled there."""
        found = set(self.words.intersection(words))
        return found if not self.spelled else found | {word for word in words if len(word) > 2 and word in self.spelled}


def _spelled(text: str, pos: int, end: int) -> Iterator[tuple[str, list[int]]]:
    """Letters that stand singly in a row, folded and joined, with the offset of each."""
    for found in SPELLED.finditer(text, pos, end):
        letters = [at for at in range(found.start(), found.end()) if text[at].isalpha()]
        folded = [(fold(text[at])[:1], at) for at in letters]
        yield "".join(letter for letter, _ in folded), [at for _, at in folded]


def _places(text: str, pos: int, end: int, triggers: set[str]) -> Callable[[int], bool]:
    """Tells, for starts that only ever grow, whether a trigger word stands within reach of one."""
    printed = (run.start() for run in RUN.finditer(text, pos, end) if fold(run.group()[: 2 * LONGEST_WORD]) in triggers)
    spelled = [
        at[found.start()]
        for word in triggers
        for letters, at in _spelled(text, pos, end)
        for found in re.finditer(re.escape(word), letters)
    ]
    hits = merge(printed, sorted(spelled))
    following = next(hits, None)

    def near(start: int) -> bool:
        nonlocal following
        while following is not None and following < start:
            following = next(hits, None)
        return following is not None and following - start < REACH

    return near
