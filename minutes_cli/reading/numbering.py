"""Word's automatic numbering: which label a numbered paragraph shows (``numbering.xml`` and the styles that use it)."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from minutes_cli.carriers import dataclass, field
from minutes_cli.reading.ordinals import PRIVATE_BULLETS, letters_doubling, ordinal, roman, upper, word

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters_doubling,
    "upperLetter": upper(letters_doubling),
    "lowerRoman": roman,
    "upperRoman": upper(roman),
    "ordinal": ordinal,
    "cardinalText": word,
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
}


@dataclass(slots=True)
class Level:
    """One level of a list as ``w:lvl`` describes it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    separator: str = "tab"
    """tab, space or nothing."""
    restart: int | None = None
    """Number of the level (from 1) after which it begins again; 0 for never, None for after any higher one."""
    legal: bool = False
    style: str | None = None
    symbols: bool = False
    """True where the label is printed in a font of signs."""


@dataclass(slots=True)
class _List:
    """``w:num``: one use of an abstract list."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(slots=True)
class Label:
    """The label that a paragraph shows, and what stands between it and the words."""

    text: str
    gap: str
    bullet: bool = False


@dataclass(slots=True)
class Numbering:
    """All lists of a file, and how far each has counted."""

    abstracts: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, _List] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level that a paragraph style stands for in a list; None where the list does not name it."""
        found = self.lists.get(number)
        if found is None:
            return None
        for place, level in self.abstracts.get(found.abstract, {}).items():
            if level.style == style:
                return place
        return None

    def next_label(self, number: str, place: int) -> Label | None:
        """Counts one paragraph on; None where no such list or level exists."""
        found = self.lists.get(number)
        if found is None or not 0 <= place < LEVELS:
            return None
        levels = {**self.abstracts.get(found.abstract, {}), **found.levels}
        level = levels.get(place)
        if level is None:
            return None
        counts = self.counts.setdefault(found.abstract, {})
        override = found.starts.get(place)
        if override is not None and (number, place) not in self.started:
            counts[place] = override
        elif place in counts:
            counts[place] += 1
        else:
            counts[place] = level.start
        self.started.add((number, place))
        for deeper in [deep for deep in counts if deep > place]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart > 0 and place < restart):
                del counts[deeper]
        if level.format == "bullet":
            return Label(_bullet(level), " ", True)
        shown = _PLACE.sub(lambda match: _shown(int(match.group(1)) - 1, level, levels, counts), level.text)
        gap = {"nothing": "", "space": " "}.get(level.separator, " ")
        return Label(shown, gap) if shown.strip() else None


def _bullet(level: Level) -> str:
    """What a bullet looks like: symbol fonts print letters as signs, and keep them in a private part of Unicode or as plain letters."""
    letters = level.text.strip()
    if level.symbols:
        letters = "".join(letter if ord(letter) > 0xFF else PRIVATE_BULLETS.get(chr(0xF000 + ord(letter)), "•") for letter in letters)
    return "".join(PRIVATE_BULLETS.get(letter, letter) for letter in letters) or "•"


def _shown(place: int, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    other = levels.get(place, Level())
    number = counts.get(place, other.start)
    style = "decimal" if level.legal and other.format not in ("none", "bullet") else other.format
    return _FORMATS.get(style, str)(number)


def read_numbering(root: Element | None, style_lists: dict[str, str]) -> Numbering:
    """The lists of ``numbering.xml``; ``style_lists`` gives the list that a numbering style uses, by style id."""
    numbering = Numbering()
    if root is None:
        return numbering
    linked: dict[str, str] = {}
    for abstract in root.findall("abstractNum"):
        key = abstract.get("abstractNumId") or ""
        numbering.abstracts[key] = {place: level for place, level in map(_level, abstract.findall("lvl")) if place is not None}
        link = abstract.find("numStyleLink")
        if link is not None:
            linked[key] = link.get("val") or ""
    for entry in root.findall("num"):
        target = entry.find("abstractNumId")
        found = _List((target.get("val") or "") if target is not None else "")
        for override in entry.findall("lvlOverride"):
            place = _number(override.get("ilvl"))
            start = override.find("startOverride")
            if place is not None and start is not None:
                found.starts[place] = _number(start.get("val")) or 0
            inner = override.find("lvl")
            if place is not None and inner is not None:
                found.levels[place] = _level(inner)[1]
        numbering.lists[entry.get("numId") or ""] = found
    # An abstract list may only point at a numbering style, whose own list has the levels.
    for key, style in linked.items():
        other = numbering.lists.get(style_lists.get(style, ""))
        if other is not None and not numbering.abstracts[key]:
            for found in numbering.lists.values():
                if found.abstract == key:
                    found.abstract = other.abstract
    return numbering


def _level(element: Element) -> tuple[int | None, Level]:
    level = Level()
    for part in element:
        value = part.get("val") or ""
        if part.tag == "start":
            level.start = _number(value) or 0
        elif part.tag == "numFmt":
            level.format = value
        elif part.tag == "AlternateContent":
            fallback = part.find("Fallback/numFmt")
            level.format = (fallback.get("val") or "decimal") if fallback is not None else "decimal"
        elif part.tag == "lvlText":
            level.text = value[:100]
        elif part.tag == "suff":
            level.separator = value
        elif part.tag == "lvlRestart":
            level.restart = _number(value)
        elif part.tag == "isLgl":
            level.legal = value not in ("0", "false", "off")
        elif part.tag == "pStyle":
            level.style = value
        elif part.tag == "rPr":
            fonts = part.find("rFonts")
            level.symbols = fonts is not None and (fonts.get("ascii") or "").lower().startswith(("wingdings", "symbol", "webdings"))
    return _number(element.get("ilvl")), level


def _number(value: str | None) -> int | None:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
