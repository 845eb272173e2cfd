"""The phrases of a grammar by what they begin with, and by the words that they cannot do without."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyparsing as pp

from minutes_cli.grammar.elements import Reader
from minutes_cli.grammar.folding import LETTER_GAP, first_run, key_at
from minutes_cli.grammar.gates import BODY, CAPITAL, DATE, DIGIT, LABEL, NUMBER, gate_of
from minutes_cli.grammar.named import MONTHS, NUMBER_WORDS, WEEKDAYS, reader_of
from minutes_cli.grammar.phrases import Phrase
from minutes_cli.grammar.seconds import Seconds, apart
from minutes_cli.grammar.words_seen import SPELLED, Seen, unmarked

KEPT = 4096
"""Pairs of words of which it is remembered what begins with them."""
_NOTHING: frozenset[str] = frozenset()
_REST = {"whole": "whole", "label": "label"}


PRINTED_CLASSES = frozenset({CAPITAL, DIGIT, LABEL})
"""Classes that are told by how a word is printed."""


@dataclass(slots=True)
class Place:
    """The word or sign that stands somewhere in a text."""

    key: str
    """Its first run of letters, folded, or the sign: what indexes hold."""
    printed: str
    spelled: bool
    """True where it is the first of letters that stand singly in a row."""

    def is_one_of(self, keys: frozenset[str]) -> bool:
        """True if `keys` hold it, or a class that it belongs to."""
        if self.key in keys:
            return True
        if not keys.isdisjoint(PRINTED_CLASSES):
            return not keys.isdisjoint(self.classes())
        return False

    def classes(self) -> list[str]:
        """The classes of the gate that it belongs to."""
        first = self.printed[:1]
        found = [CAPITAL] if first.isupper() else [DIGIT] if first.isdigit() else []
        return [*found, LABEL] if like_label(self.printed) else found


def place_at(text: str, at: int) -> Place:
    """What stands at `at`, which is not past the end."""
    key, printed = key_at(text, at)
    return Place(key, printed, len(key) == 1 and key.isalpha() and SPELLED.match(text, at, at + 3 * LETTER_GAP) is not None)


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
    opens: bool
    """True where the phrase can only begin with its trigger."""
    rest: str
    """What may follow on the line: ``whole`` nothing, ``label`` nothing or a clause's label, else anything."""
    inline: bool
    """True where the phrase is also looked for inside a sentence."""
    resolve: Callable[[frozenset[str]], frozenset[str]]
    """Makes words of the classes of the gate."""
    element: pp.ParserElement | None = None
    seconds: Seconds | None = None
    """What may come second, once worked out."""

    def fits(self, seen: Seen) -> bool:
        """False where the words that were seen rule the phrase out."""
        if seen.spelled:
            return all(map(seen.any_of, self.needs))
        return not any(map(seen.words.isdisjoint, self.needs))

    def may_begin(self, place: Place) -> bool:
        """True if the phrase can begin with the word or sign at `place`."""
        return place.is_one_of(self.first) or (place.spelled and any(word[0] == place.key and len(word) > 2 for word in self.first))

    def may_go_on(self, first: Place, second: Place | None) -> bool:
        """True if the phrase can begin with these two, as words or signs of its own; `second` is None where there is none."""
        if first.spelled or (second is not None and second.spelled):
            return True
        followers = self.followers().words.get(first.key, _NOTHING)
        return followers is None or (second is not None and second.is_one_of(followers))

    def may_follow(self, part: str, place: Place | None) -> bool:
        """True if `place` (None where there is none) may stand behind the named part that opens the phrase."""
        followers = self.followers().parts.get(part, _NOTHING)
        return followers is None or (place is not None and (place.spelled or place.is_one_of(followers)))

    def followers(self) -> Seconds:
        """What may come second in the phrase, the classes of its grammar made words."""
        if self.seconds is None:
            found = apart(self.phrase.source)
            self.seconds = Seconds(self._resolved(found.words), self._resolved(found.parts))
        return self.seconds

    def _resolved(self, followers: dict[str, frozenset[str] | None]) -> dict[str, frozenset[str] | None]:
        return {key: None if keys is None else self.resolve(keys) for key, keys in followers.items()}


Candidate = tuple[Entry, tuple[tuple[str, Reader], ...]]
"""A phrase that may stand at a place; where it has readers, one of these named parts has to open it."""


class Inside:
    """The phrases of a section that may stand inside a sentence."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.triggers: frozenset[str] | None = frozenset()
        """Words of which one must stand in a text that holds any of the phrases; None where there is no such set."""

    def add(self, entry: Entry) -> None:
        """Takes one more phrase."""
        self.entries.append(entry)
        self.triggers = None if entry.trigger is None or self.triggers is None else self.triggers | entry.trigger

    def among(self, seen: Seen) -> list[Entry]:
        """Those that the words seen in a text do not rule out."""
        if self.triggers is not None and not seen.spelled and seen.words.isdisjoint(self.triggers):
            return []
        return [entry for entry in self.entries if entry.fits(seen)]


class Index:
    """All phrases of a grammar, found by the first words of a place and by the words of a text."""

    def __init__(self, phrases: Iterable[Phrase], words: Callable[[str], frozenset[str]]) -> None:
        classes = {
            NUMBER: frozenset({DIGIT, *map(first_run, words("numbers") or NUMBER_WORDS)}),
            DATE: frozenset({DIGIT, *map(first_run, (words("months") or MONTHS) | (words("weekdays") or WEEKDAYS))}),
            BODY: frozenset({"==", *map(first_run, words("bodies"))}),
        }

        def resolve(keys: frozenset[str]) -> frozenset[str]:
            for name in classes.keys() & keys:
                keys = (keys - {name}) | classes[name]
            return keys

        self.by_key: dict[str, list[Entry]] = {}
        self.entries: list[Entry] = []
        self.inside: dict[str, Inside] = {}
        """By section, the phrases that are looked for inside a sentence."""
        for order, phrase in enumerate(phrases):
            gate = gate_of(phrase.source)
            first = resolve(gate.first)
            needs = tuple(resolve(keys) for keys in gate.needs)
            trigger = gate.trigger()
            trigger = resolve(trigger) if trigger else None
            opens = trigger is not None and first == {unmarked(key) for key in trigger}
            inline = phrase.facts.get("where") == "inline"
            entry = Entry(order, phrase, first, needs, trigger, opens, _REST.get(phrase.facts.get("needs", ""), ""), inline, resolve)
            self.entries.append(entry)
            for key in first:
                self.by_key.setdefault(key, []).append(entry)
            if inline:
                self.inside.setdefault(phrase.section, Inside()).add(entry)
        self._words = words
        self._readers: dict[str, Reader] = {}
        self.opened: dict[tuple[str, str], dict[str, list[Candidate]]] = {}
        """What `opened_by` found so far, by the two words or signs as printed."""
        self.capitals = self.by_key.get(CAPITAL, [])
        self.digits = self.by_key.get(DIGIT, [])
        self.labels = self.by_key.get(LABEL, [])

    def at(self, place: Place) -> list[Entry]:
        """Entries that can begin with the word or sign at `place`, each once."""
        if place.spelled:
            return [entry for entry in self.entries if entry.may_begin(place)]
        first = place.printed[:1]
        found = [*self.by_key.get(place.key, ())]
        if self.labels and like_label(place.printed):
            found += self.labels
        if first.isupper():
            found += self.capitals
        elif first.isdigit():
            found += self.digits
        return list({entry.order: entry for entry in found}.values())

    def opened_by(self, first: Place, second: Place | None) -> dict[str, list[Candidate]]:
        """The phrases that may begin with these two, by section. Pairs that come again and again are worked out once."""
        if first.spelled or (second is not None and second.spelled):
            return self._candidates(first, second)
        pair = (first.printed, "" if second is None else second.printed)
        found = self.opened.get(pair)
        if found is None:
            if len(self.opened) >= KEPT:
                self.opened.clear()
            found = self.opened[pair] = self._candidates(first, second)
        return found

    def _candidates(self, first: Place, second: Place | None) -> dict[str, list[Candidate]]:
        found: dict[str, list[Candidate]] = {}
        for entry in self.at(first):
            if entry.may_go_on(first, second):
                found.setdefault(entry.phrase.section, []).append((entry, ()))
            elif entry.followers().parts:
                readers = tuple((part, self._reader(part)) for part in entry.followers().parts)
                found.setdefault(entry.phrase.section, []).append((entry, readers))
        return found

    def _reader(self, part: str) -> Reader:
        if part not in self._readers:
            self._readers[part] = reader_of(part, self._words)
        return self._readers[part]


def like_label(printed: str) -> bool:
    """True for what a clause's label may begin with: a bracket, a digit, one or two letters, a roman number."""
    return printed[:1] in "(0123456789" or len(printed) < 3 or (len(printed) < 7 and not printed.strip("ivxlIVXL"))
