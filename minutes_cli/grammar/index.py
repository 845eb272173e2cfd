"""The phrases of a grammar by what they begin with, and by the words that they cannot do without."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.elements import Reader
from minutes_cli.grammar.folding import LETTER_GAP, first_run, key_at
from minutes_cli.grammar.gates import BODY, CAPITAL, DATE, DIGIT, LABEL, NUMBER, gate_of
from minutes_cli.grammar.named import MONTHS, NUMBER_WORDS, WEEKDAYS, reader_of
from minutes_cli.grammar.phrases import Phrase
from minutes_cli.grammar.seconds import Seconds, apart
from minutes_cli.grammar.steps import Step
from minutes_cli.grammar.words_seen import SPELLED, Seen, unmarked

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
    step: Step | None = None
    """The compiled phrase, once needed."""
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

        self.entries: list[Entry] = []
        self.inside: dict[str, int] = {}
        """By section, a mask of the phrases that are looked for inside a sentence."""
        self.sections: dict[str, int] = {}
        """By section, a mask of its phrases."""
        self._first: dict[str, int] = {}
        """By what a phrase may begin with, a mask of phrases."""
        self._needed: dict[str, int] = {}
        """By word, the masks of the phrases that need it: of those in whose first set of words it stands, in whose second set, and so on,
        side by side in one number, so that what a text's words are good for is added up in one step a word."""
        self._unneeded = 0
        """Masks of the same order: of the phrases that need no first set of words, no second set, and so on."""
        self._words = words
        self._readers: dict[str, Reader] = {}
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
                self._first[key] = self._first.get(key, 0) | 1 << order
            self.sections[phrase.section] = self.sections.get(phrase.section, 0) | 1 << order
            if inline:
                self.inside[phrase.section] = self.inside.get(phrase.section, 0) | 1 << order
        self._count_needs()

    def _count_needs(self) -> None:
        """Turns the needs of the phrases into masks by word."""
        width = len(self.entries)
        self._all = (1 << width) - 1
        self._shifts = range(0, width * max((len(entry.needs) for entry in self.entries), default=0), max(width, 1))
        for entry in self.entries:
            for shift in self._shifts[len(entry.needs) :]:
                self._unneeded |= 1 << shift + entry.order
            for shift, keys in zip(self._shifts, entry.needs, strict=False):
                for key in keys:
                    self._needed[key] = self._needed.get(key, 0) | 1 << shift + entry.order

    def possible(self, seen: Seen) -> int:
        """A mask of the phrases that the words seen in a text do not rule out; the bits are their places in file order."""
        if seen.asked is not None and seen.asked[0] is self:
            return seen.asked[1]
        if seen.spelled:
            mask = sum(1 << entry.order for entry in self.entries if entry.fits(seen))
        else:
            met = self._unneeded
            for word in self._needed.keys() & seen.words:
                met |= self._needed[word]
            mask = self._all
            for shift in self._shifts:
                mask &= met >> shift
        seen.asked = self, mask
        return mask

    def listed(self, mask: int) -> list[Entry]:
        """The phrases of a mask, in file order."""
        found = []
        while mask:
            found.append(self.entries[(mask & -mask).bit_length() - 1])
            mask &= mask - 1
        return found

    def beginning(self, place: Place) -> int:
        """A mask of the phrases that can begin with the word or sign at `place`."""
        mask = self._first.get(place.key, 0)
        if place.spelled:
            for entry in self.entries:
                mask |= entry.may_begin(place) << entry.order
            return mask
        for name in place.classes():
            mask |= self._first.get(name, 0)
        return mask

    def opened_by(self, mask: int, first: Place, second: Place | None) -> Iterator[Candidate]:
        """The phrases of a mask that may begin with these two, in file order."""
        for entry in self.listed(mask):
            if entry.may_go_on(first, second):
                yield entry, ()
            elif entry.followers().parts:
                yield entry, tuple((part, self._reader(part)) for part in entry.followers().parts)

    def _reader(self, part: str) -> Reader:
        if part not in self._readers:
            self._readers[part] = reader_of(part, self._words)
        return self._readers[part]


def like_label(printed: str) -> bool:
    """True for what a clause's label may begin with: a bracket, a digit, one or two letters, a roman number."""
    return printed[:1] in "(0123456789" or len(printed) < 3 or (len(printed) < 7 and not printed.strip("ivxlIVXL"))
