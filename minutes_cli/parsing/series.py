"""Series: labels to lists, by what is printed and never by indentation (P26, P28).

A label that continues an open series closes what is deeper; a new style opens a level; ``i`` after ``h`` is a letter and ``(i)``
after ``(a) …:`` a child. Nothing is renumbered: a label that is not the next one is placed where its style says and reported.
"""

from __future__ import annotations

from minutes_cli.carriers import dataclass, field
from minutes_cli.parsing.labels import Label, Reading, same_style_label

DEEPEST = 32
"""Levels of an outline (R01); deeper labels stay at the deepest level."""


@dataclass(slots=True)
class Level:
    """One open list: its style, and how far it has come."""

    shape: str
    alphabet: str
    printed: int
    """Ordinal of the label printed last."""
    position: int
    """Place of the last clause in the list, from the first printed ordinal."""
    prefix: str = ""
    """For decimals: what stands before the last number (``2.1.`` for 2.1.3)."""


@dataclass(slots=True)
class Place:
    """Where the series puts a label."""

    depth: int
    """0 for the outermost list of the group."""
    reading: Reading
    fault: str | None = None
    """duplicate, gap, restart, out-of-order, late-start or ambiguous."""
    expected: str | None = None
    """The label that this place calls for, where it is another than the printed one."""
    missing: str | None = None
    """For a gap: the first label that was left out."""


@dataclass(slots=True)
class Series:
    """The open lists of one group, outermost first."""

    levels: list[Level] = field(default_factory=list)
    started: bool = False

    def copy(self) -> Series:
        """An independent copy, for looking ahead."""
        return Series([Level(v.shape, v.alphabet, v.printed, v.position, v.prefix) for v in self.levels], self.started)

    def continues(self, label: Label) -> int | None:
        """Depth of the open list in which the label is the next one, deepest first; None where it is in none."""
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if any(_next_in(level, label, reading) for reading in label.readings):
                return depth
        return None

    def place(self, label: Label, after: Label | None = None, *, opens_child: bool = False, start: int | None = None) -> Place:
        """Puts a label into the lists and returns where it stands.

        ``after`` is the next label printed in the same shape, for readings that it decides; ``opens_child`` says that the
        clause before ends by announcing a list; ``start`` is an ordinal with which a first label may begin without being late
        (numbering that runs on from another group, P14).
        """
        if label.shape == "bullet":
            return self._bullet(label)
        choices = self._choices(label, after)
        for reading in choices:
            for depth in range(len(self.levels) - 1, -1, -1):
                level = self.levels[depth]
                if _next_in(level, label, reading):
                    if self._is_child(label, reading, after, opens_child):
                        break
                    return self._continue(depth, label, reading)
        first = next((reading for reading in choices if _first(reading, label)), None)
        if first is not None and not self._same_style(label, first):
            return self._open(label, first)
        if first is not None and opens_child and len(self.levels) < DEEPEST:
            return self._open(label, first)
        for reading in choices:
            same = self._same_style_depth(label, reading)
            if same is not None:
                return self._irregular(same, label, reading)
        reading = first or choices[0]
        place = self._open(label, reading)
        if not _first(reading, label) and reading.ordinal != start and reading.alphabet not in ("decimal", "number"):
            place.fault = "late-start"
            place.missing = same_style_label(label, reading, 1)
        return place

    def _choices(self, label: Label, after: Label | None) -> list[Reading]:
        """The label's readings, the likelier first: one that the next label goes on with, then letters before Romans."""
        if len(label.readings) < 2:
            return list(label.readings)
        going_on = [
            reading
            for reading in label.readings
            if after is not None
            and after.shape == label.shape
            and any(other.alphabet == reading.alphabet and other.ordinal == reading.ordinal + 1 for other in after.readings)
        ]
        running = [reading for reading in label.readings if any(_next_in(level, label, reading) for level in self.levels)]
        first_roman = [reading for reading in label.readings if reading.ordinal == 1]
        ordered: list[Reading] = []
        both = [reading for reading in running if reading in going_on]
        for group in (both, running if not going_on or not first_roman else [], going_on, running, first_roman, list(label.readings)):
            ordered.extend(reading for reading in group if reading not in ordered)
        return ordered

    def _is_child(self, label: Label, reading: Reading, after: Label | None, opens_child: bool) -> bool:
        """Whether a label that could go on a series opens a child list instead: ``i)`` after ``h) …:`` before ``ii)``."""
        if not opens_child or len(label.readings) < 2 or after is None or after.shape != label.shape:
            return False
        roman = next((r for r in label.readings if r.alphabet in ("roman", "ROMAN") and r.ordinal == 1), None)
        if roman is None or reading is roman:
            return False
        return any(other.alphabet == roman.alphabet and other.ordinal == 2 for other in after.readings)

    def _same_style_depth(self, label: Label, reading: Reading) -> int | None:
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if (
                level.shape == label.shape
                and level.alphabet == reading.alphabet
                and (reading.alphabet != "decimal" or _prefix(label) == level.prefix)
            ):
                return depth
        return None

    def _same_style(self, label: Label, reading: Reading) -> bool:
        return self._same_style_depth(label, reading) is not None

    def _continue(self, depth: int, label: Label, reading: Reading) -> Place:
        del self.levels[depth + 1 :]
        level = self.levels[depth]
        level.printed = reading.ordinal
        level.position += 1
        self.started = True
        return Place(depth, reading, expected=_expected(level, label, reading))

    def _open(self, label: Label, reading: Reading) -> Place:
        if len(self.levels) >= DEEPEST:
            del self.levels[DEEPEST - 1 :]
        self.levels.append(Level(label.shape, reading.alphabet, reading.ordinal, reading.ordinal, _prefix(label)))
        self.started = True
        return Place(len(self.levels) - 1, reading)

    def _irregular(self, depth: int, label: Label, reading: Reading) -> Place:
        """A label in the style of an open list that is not its next: duplicate, restart, gap or out of order."""
        del self.levels[depth + 1 :]
        level = self.levels[depth]
        last = level.printed
        place = Place(depth, reading)
        if reading.ordinal == 1 and (last > 1 or reading.alphabet == "digit"):
            place.fault = "restart"
        elif reading.ordinal == last:
            place.fault = "duplicate"
        elif reading.ordinal > last:
            place.fault = "gap"
            place.missing = same_style_label(label, reading, last + 1)
            place.expected = place.missing
            level.position += reading.ordinal - last
        else:
            place.fault = "out-of-order"
            return place
        if place.fault in ("restart", "duplicate"):
            level.position += 1
            place.expected = _expected(level, label, reading)
        level.printed = reading.ordinal
        return place

    def _bullet(self, label: Label) -> Place:
        reading = label.readings[0]
        for depth in range(len(self.levels) - 1, -1, -1):
            if self.levels[depth].shape == "bullet" and self.levels[depth].prefix == label.raw:
                del self.levels[depth + 1 :]
                return Place(depth, reading)
        if len(self.levels) >= DEEPEST:
            del self.levels[DEEPEST - 1 :]
        self.levels.append(Level("bullet", "bullet", 0, 0, label.raw))
        self.started = True
        return Place(len(self.levels) - 1, reading)


def _prefix(label: Label) -> str:
    return label.token.rpartition(".")[0] if label.shape == "decimal" else ""


def _first(reading: Reading, label: Label) -> bool:
    return reading.ordinal == 1 or label.shape == "number" or (label.shape == "decimal" and reading.ordinal <= 1)


def _next_in(level: Level, label: Label, reading: Reading) -> bool:
    if level.shape != label.shape or level.alphabet != reading.alphabet or reading.alphabet == "bullet":
        return False
    if reading.alphabet == "decimal" and level.prefix != _prefix(label):
        return False
    return reading.ordinal == level.printed + 1


def _expected(level: Level, label: Label, reading: Reading) -> str | None:
    if level.position == reading.ordinal:
        return None
    wanted = same_style_label(label, reading, level.position)
    return None if wanted == label.raw else wanted
