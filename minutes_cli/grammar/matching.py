"""A grammar at work: which phrase stands at a place of a text, and how far it reaches.

Three sieves, each far cheaper than the next: the first word of the place is looked up in a dictionary of all phrases;
the words that a phrase cannot do without must stand within reach; only then is the phrase compiled (once) and parsed
as pyparsing would, on at most `REACH` characters of one line. The first two are done once a place, for all sections
together. So the time is linear in the text whatever it holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.compiling import compile_phrase
from minutes_cli.grammar.folding import fold, skip_space
from minutes_cli.grammar.index import Entry, Index
from minutes_cli.grammar.openings import REACH, Found, Opening, window_at
from minutes_cli.grammar.phrases import Phrase
from minutes_cli.grammar.places import Stretch, starts
from minutes_cli.grammar.steps import step_of
from minutes_cli.grammar.words_seen import LONGEST, seen_in

KEPT = 2048
"""Stretches of which it is remembered what stands there."""


@dataclass(slots=True)
class Match:
    """A phrase found in a text; all offsets are code points of the text that was given."""

    phrase: Phrase
    start: int
    """Its first character; white space before it is skipped."""
    end: int
    parts: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Spans of its named parts, in the order in which they stand."""


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
        self._openings: dict[tuple[str, str], Opening] = {}
        self._asked: tuple[str, int, int] = ("", 0, 0)
        self._whole: str | None = None
        """The text of which all words count for the mask; None where it was a part of one."""
        self._mask = 0
        """The phrases that the words of what was asked last do not rule out."""
        self._opening: Opening | None = None
        self._looked = False
        """True once the opening of what was asked last is known."""
        self._stretch = Stretch("", 0, 0)

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
        self._ask(text, pos, len(text) if end is None else end)
        if not self._mask & (self._index or self._indexed()).sections.get(section, 0):
            return None
        opening = self._stands()
        found = opening.best(section, False, self._parse) if opening else None
        return _moved(found, skip_space(text, pos)) if found else None

    def standing(self, text: str, pos: int = 0, end: int | None = None) -> Collection[str]:
        """The sections of which a phrase may stand at `pos`, as far as its words tell; `match` gives None for every other."""
        self._ask(text, pos, len(text) if end is None else end)
        opening = self._stands() if self._mask else None
        return opening.sections() if opening else ()

    def _ask(self, text: str, pos: int, limit: int) -> None:
        """Makes ready for questions about one place."""
        asked = self._asked
        if asked[0] is text and asked[1] == pos and asked[2] == limit:
            return
        if len(text) > LONGEST or _cuts(text, pos) or _cuts(text, limit):
            start = skip_space(text, pos)
            self._mask = self._indexed().possible(seen_in(text[start : min(limit, start + REACH)]))
            self._whole = None
        elif self._whole is not text:
            self._mask = self._indexed().possible(seen_in(text))
            self._whole = text
        self._asked = (text, pos, limit)
        self._looked = False

    def _stands(self) -> Opening | None:
        """What stands at the place that was asked last."""
        if not self._looked:
            text, pos, limit = self._asked
            self._opening = self._opening_at(text, skip_space(text, pos), limit)
            self._looked = True
        return self._opening

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
        sought = self._indexed().inside.get(section)
        if sought is None:
            return iter(())
        if not self._stretch.is_of(text, pos, limit):
            self._stretch = Stretch(text, pos, limit)
        mask = sought & self._indexed().possible(self._stretch.seen)
        return self._searched(section, mask, self._stretch) if mask else iter(())

    def finds(self, section: str, text: str) -> bool:
        """Whether `search` finds anything of a section in a text."""
        return next(iter(self.search(section, text)), None) is not None

    def within(self, text: str) -> list[Phrase]:
        """The phrases with ``where: inline`` that the words of a text do not rule out, in file order; `search` finds none of the others."""
        index = self._indexed()
        if not self._stretch.is_of(text, 0, len(text)):
            self._stretch = Stretch(text, 0, len(text))
        return [entry.phrase for entry in index.listed(index.possible(self._stretch.seen)) if entry.inline]

    def _searched(self, section: str, mask: int, stretch: Stretch) -> Iterator[Match]:
        text, limit = stretch.text, stretch.limit
        done = stretch.pos
        for start in starts(self._indexed().listed(mask), stretch, REACH):
            if start < done:
                continue
            found = Opening(self._indexed(), *window_at(text, start, limit), mask).best(section, True, self._parse)
            if found:
                done = start + found[1]
                yield _moved(found, start)

    def _indexed(self) -> Index:
        if self._index is None:
            self._index = Index((phrase for phrases in self._phrases.values() for phrase in phrases), self.words)
        return self._index

    def _opening_at(self, text: str, start: int, limit: int) -> Opening | None:
        """What stands at `start`; None where nothing does. The same words on another page, or read another way, are looked at once."""
        if start >= limit:
            return None
        stretch = window_at(text, start, limit)
        if not stretch[0]:
            return None
        opening = self._openings.get(stretch)
        if opening is None:
            if len(self._openings) >= KEPT:
                self._openings.clear()
            opening = self._openings[stretch] = Opening(self._indexed(), *stretch, self._mask)
        return opening

    def _parse(self, entry: Entry, window: str) -> Found | None:
        if entry.step is None:
            entry.step = step_of(compile_phrase(entry.phrase.source, self.words))
        read: list[tuple[str, int, int]] = []
        end = entry.step(window, 0, read)
        if end < 0:
            return None
        parts: dict[str, list[tuple[int, int]]] = {}
        for name, first, last in read:
            parts.setdefault(name, []).append((first, last))
        return entry, end, parts


def _cuts(text: str, at: int) -> bool:
    """True where an offset stands inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _moved(found: Found, start: int) -> Match:
    """What was found in a stretch, counted in the text in which the stretch begins at `start`."""
    entry, end, parts = found
    return Match(entry.phrase, start, start + end, {name: [(start + a, start + b) for a, b in spans] for name, spans in parts.items()})
