"""A grammar at work: which phrase stands at a place of a text, and how far it reaches.

Three sieves, each far cheaper than the next: the first word of the place is looked up in a dictionary of all phrases;
the words that a phrase cannot do without must stand within reach; only then is the phrase compiled (once) and parsed
with pyparsing, on at most `REACH` characters of one line. The first two are done once a place, for all sections
together. So the time is linear in the text whatever it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyparsing as pp

from minutes_cli.grammar.compiling import compile_phrase
from minutes_cli.grammar.folding import LINE_END, LINE_ENDS, fold, skip_space
from minutes_cli.grammar.index import Entry, Index, place_at
from minutes_cli.grammar.named import opens_with_label
from minutes_cli.grammar.phrases import Phrase
from minutes_cli.grammar.places import starts
from minutes_cli.grammar.words_seen import Seen

REACH = 200
"""Code points from its start in which a phrase must end."""


@dataclass(slots=True)
class Match:
    """A phrase found in a text; all offsets are code points of the text that was given."""

    phrase: Phrase
    start: int
    """Its first character; white space before it is skipped."""
    end: int
    parts: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Spans of its named parts, in the order in which they stand."""


_Groups = dict[str, list[Entry]]
"""Phrases that may match, by section."""


class Grammar:
    """A grammar with all that it inherits. Phrases are indexed when the first text comes, and compiled when first needed."""

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
        self._index: Index | None = None
        self._seen_for: tuple[str, int, int] = ("", 0, 0)
        self._seen = Seen(frozenset())
        self._match_for: tuple[str, int, int] = ("", 0, 0)
        self._matchable: _Groups = {}
        self._search_for: tuple[str, int, int] = ("", 0, 0)
        self._searchable: _Groups = {}

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
        Asking several sections about one place costs little more than asking one.
        """
        limit = len(text) if end is None else end
        asked = self._match_for
        if asked[0] is not text or asked[1] != pos or asked[2] != limit:
            self._matchable = self._groups_at(text, pos, limit)
            self._match_for = (text, pos, limit)
        found = self._matchable.get(section)
        return self._best(found, text, skip_space(text, pos), limit) if found else None

    def whole(self, section: str, text: str, pos: int = 0, end: int | None = None) -> Match | None:
        """As `match`, but only if nothing but white space is left between the phrase and `end`."""
        limit = len(text) if end is None else end
        found = self.match(section, text, pos, limit)
        return found if found and not text[found.end : limit].strip() else None

    def search(self, section: str, text: str, pos: int = 0, end: int | None = None) -> Iterator[Match]:
        """All matches of phrases with ``where: inline`` that begin at a word's start, left to right, none overlapping.

        Phrases that begin with a sign are not searched for; use `match` where the place is known.
        """
        limit = len(text) if end is None else end
        asked = self._search_for
        if asked[0] is not text or asked[1] != pos or asked[2] != limit:
            self._searchable = self._groups_in(text, pos, limit)
            self._search_for = (text, pos, limit)
        found = self._searchable.get(section)
        return self._searched(found, text, pos, limit) if found else iter(())

    def _searched(self, entries: list[Entry], text: str, pos: int, limit: int) -> Iterator[Match]:
        done = pos
        for start, may_start in starts(entries, text, pos, limit, REACH, self._words_of(text, skip_space(text, pos), limit)):
            if start < done:
                continue
            if limit - start > REACH:
                seen = Seen.of(_window(text, start, limit))
                may_start = [entry for entry in may_start if entry.fits(seen)]
            best = self._best(may_start, text, start, limit) if may_start else None
            if best:
                done = best.end
                yield best

    def _indexed(self) -> Index:
        if self._index is None:
            self._index = Index((phrase for phrases in self._phrases.values() for phrase in phrases), self.words)
        return self._index

    def _words_of(self, text: str, start: int, limit: int) -> Seen:
        """The words of a stretch of text; the last stretch is kept, as match and search ask about the same."""
        asked = self._seen_for
        if asked[0] is not text or asked[1] != start or asked[2] != limit:
            self._seen = Seen.of(text[start:limit])
            self._seen_for = (text, start, limit)
        return self._seen

    def _groups_at(self, text: str, pos: int, limit: int) -> _Groups:
        """The phrases that may stand at `pos`, by section."""
        start = skip_space(text, pos)
        groups: _Groups = {}
        if start >= limit:
            return groups
        entries = self._indexed().at(place_at(text, start))
        if entries:
            seen = self._words_of(text, start, min(limit, start + REACH))
            for entry in entries:
                if entry.fits(seen):
                    groups.setdefault(entry.phrase.section, []).append(entry)
        return groups

    def _groups_in(self, text: str, pos: int, limit: int) -> _Groups:
        """The phrases that may stand somewhere in a stretch of text, by section."""
        seen = self._words_of(text, skip_space(text, pos), limit)
        groups: _Groups = {}
        for entry in self._indexed().triggered(seen):
            if entry.fits(seen):
                groups.setdefault(entry.phrase.section, []).append(entry)
        return groups

    def _best(self, entries: list[Entry], text: str, start: int, limit: int) -> Match | None:
        window = _window(text, start, limit)
        first = place_at(window, 0)
        after = skip_space(window, len(first.printed))
        second = place_at(window, after) if after < len(window) else None
        best: Match | None = None
        best_order = 0
        for entry in entries:
            found = self._parse(entry, window, start) if entry.may_go_on(first, second) else None
            if found is None or (entry.rest and not _rest_fits(entry.rest, text, found.end, limit)):
                continue
            if best is None or found.end > best.end or (found.end == best.end and entry.order < best_order):
                best, best_order = found, entry.order
        return best

    def _parse(self, entry: Entry, window: str, start: int) -> Match | None:
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


def _window(text: str, start: int, limit: int) -> str:
    """The line from `start`, cut to `REACH` characters and to `limit`."""
    limit = min(limit, start + REACH)
    line_end = LINE_END.search(text, start, limit)
    return text[start : line_end.start() if line_end else limit]


def _rest_fits(rest: str, text: str, at: int, limit: int) -> bool:
    """True where the line ends at `at`, but for white space, or where a label stands there and a label will do."""
    at = skip_space(text, at)
    return at >= limit or text[at] in LINE_ENDS or (rest == "label" and opens_with_label(text, at))
