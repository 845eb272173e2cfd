"""Which recommendations an answer speaks of (P15): all of them, some by label or ordinal, the rest, and all but some.

Productions::

    object    = ("all" | "each" | "both") ["of"] ["the"] [count] "recommendations" | reference | labels | "the recommendations" | "the rest"
    elliptic  = labels | figures | ["the"] ordinal [count | "one" | "ones"] { ("," | "and") ["the"] ordinal [count] }
    exception = ["," | "("] ("except" | "apart from" | "with the exception of" | "subject to the deletion of" | …) object

``elliptic`` leaves the noun out (``accepted the first recommendation and deferred the second``): it counts only behind another answer.
"""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import APOSTROPHE, DASH, GAP, NO_WORD_AFTER, NO_WORD_BEFORE
from minutes_cli.grammar.parts.numbers import FIGURE_PATTERN, ORDINAL_PATTERN, WORD_PATTERN, number_value, ordinal_value
from minutes_cli.grammar.parts.reference_labels import ReferenceLabel
from minutes_cli.grammar.parts.references import FoundReference, read_labels, read_reference

Labels = tuple[tuple[ReferenceLabel, ReferenceLabel | None], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The recommendations that words name; offsets count code points of the searched text."""

    start: int
    end: int
    labels: Labels = ()
    """The second of a pair closes a range."""
    ordinals: tuple[int, ...] = ()
    """Positions from 1, negative from the end."""
    all_: bool = False
    rest: bool = False
    plain: bool = False
    """Whether it is just ``the recommendations``."""


_COUNT = rf"(?:{FIGURE_PATTERN}|{WORD_PATTERN})"
_OWNER = (
    rf"(?:(?:[A-Z][^\s,;.:()]{{0,30}}{GAP}){{0,5}}?[^\s,;.:()]{{1,30}}{APOSTROPHE}s?{GAP}|"
    rf"(?:panel|committee|scrutiny|commission|group|sub-group|review|above|following){GAP})?"
)
_ALL = late(
    rf"(?:all|each|both|every){NO_WORD_AFTER}(?:{GAP}of)?(?:{GAP}(?:the|these|those|its|their|{_COUNT})){{0,2}}{GAP}(?:of{GAP}the{GAP})?{_OWNER}recommendations?{NO_WORD_AFTER}",
    re.IGNORECASE,
)
_DEFINITE = late(rf"(?:the|these|those|its|their)(?:{GAP}{_COUNT})?{GAP}{_OWNER}recommendations?{NO_WORD_AFTER}", re.IGNORECASE)
_REST = gated(
    "rest remainder others other remaining",
    rf"(?:the{GAP}(?:rest|remainder|others)|the{GAP}(?:other|remaining)(?:{GAP}{_COUNT})?{GAP}recommendations?){NO_WORD_AFTER}",
    re.IGNORECASE,
)
_THE = late(rf"the{GAP}", re.IGNORECASE)
_OBJECT_START = late(
    rf"{NO_WORD_BEFORE}(?:all|each|both|every|the|these|those|recommendations?|{WORD_PATTERN}|first|last)(?=\s)|(?<![^\s(])\(",
    re.IGNORECASE,
)
_OWNED = late(rf"{GAP}(?:of|from|by|in|above|made)(?:{GAP}[^\s,;.:]{{1,40}}){{0,8}}", re.IGNORECASE)

_PLACE = rf"(?:{ORDINAL_PATTERN}|(?:last|final|penultimate){NO_WORD_AFTER})"
_ELLIPTIC = late(
    rf"(?:the{GAP})?{_PLACE}(?:{GAP}(?:ones?|{WORD_PATTERN}){NO_WORD_AFTER})?"
    rf"(?:(?:\s{{0,4}},{GAP}(?:and{GAP})?|{GAP}and{GAP})(?:the{GAP})?{_PLACE}(?:{GAP}(?:ones?|{WORD_PATTERN}){NO_WORD_AFTER})?){{0,8}}",
    re.IGNORECASE,
)
_ORDINAL_WORD = late(rf"({_PLACE})(?:{GAP}({WORD_PATTERN}))?", re.IGNORECASE)
_ONE_FIGURE = r"[0-9]{1,2}(?![0-9/%£$€:])(?!\.[0-9])"
_FIGURES = late(
    rf"{_ONE_FIGURE}(?:\s{{0,2}}(?:{DASH}|to{NO_WORD_AFTER})\s{{0,2}}{_ONE_FIGURE})?"
    rf"(?:(?:\s{{0,4}},{GAP}(?:and{GAP})?|{GAP}and{GAP}){_ONE_FIGURE}(?:\s{{0,2}}(?:{DASH}|to{NO_WORD_AFTER})\s{{0,2}}{_ONE_FIGURE})?){{0,12}}"
)
_FIGURE_OR_RANGE = late(rf"([0-9]{{1,2}})(?:\s{{0,2}}(?:{DASH}|to)\s{{0,2}}([0-9]{{1,2}}))?")
_GOES_ON = late(
    rf"\s{{0,4}}(?:[.,;:)]|\Z|(?:and|but|while|was|were|be|is|are|has|have|had|which|that|not|in|by|for|pending|until|subject|on){NO_WORD_AFTER})",
    re.IGNORECASE,
)
"""What may stand behind recommendations named without their noun: ``noted the first phase`` names none."""

_BUT_FOR = gated(
    "except excepting excluding apart exception exclusion deletion removal omission other save bar",
    rf"(?:\s{{1,4}}|\s{{0,4}}[,(]\s{{0,4}})(?:(?:except|excepting|excluding|save|bar)(?:{GAP}(?:for|in{GAP}respect{GAP}of|in{GAP}relation{GAP}to))?"
    rf"|apart{GAP}from|other{GAP}than|with{GAP}the{GAP}(?:exception|exclusion|deletion|removal|omission){GAP}of"
    rf"|subject{GAP}to{GAP}the{GAP}(?:exclusion|deletion|removal|omission){GAP}of){NO_WORD_AFTER}",
    re.IGNORECASE,
)


def read_asked(text: str, at: int, *, bare: bool, elliptic: bool = False) -> Asked | None:
    """The recommendations named from ``at`` on; with ``bare`` also labels without the noun, with ``elliptic`` figures and ordinals."""
    first = text[at : at + 5].casefold()
    every = _ALL.match(text, at, at + 200) if first.startswith(("all", "each", "both", "every")) else None
    if every is not None:
        return Asked(at, every.end(), all_=True)
    rest = _REST.match(text, at, at + 80) if first.startswith("the") else None
    if rest is not None:
        return Asked(at, rest.end(), rest=True)
    article = _THE.match(text, at)
    reference = read_reference(text, article.end() if article else at) or (read_reference(text, at) if article else None)
    if reference is not None and reference.noun == "recommendation":
        return _of_reference(at, reference)
    definite = None
    if first.startswith(("the", "tho", "its")) and "recommendation" in text[at : at + 160].casefold():
        definite = _DEFINITE.match(text, at, at + 160)
    if definite is not None:
        return Asked(at, definite.end(), plain=True)
    if bare or elliptic:
        labels, end = read_labels(text, at)
        if labels:
            return Asked(at, end, labels)
    return _elliptic(text, at) if elliptic else None


def _of_reference(at: int, reference: FoundReference) -> Asked:
    if reference.labels or reference.ordinals:
        return Asked(at, reference.end, reference.labels, reference.ordinals)
    return Asked(at, reference.end, plain=True)


def _elliptic(text: str, at: int) -> Asked | None:
    """``the third and fourth``, ``the last two``, ``2 and 4``: recommendations whose noun stood before."""
    figures = _FIGURES.match(text, at)
    if figures is not None and _GOES_ON.match(text, figures.end()):
        pairs = []
        for each in _FIGURE_OR_RANGE.finditer(text, at, figures.end()):
            low, high = (
                ReferenceLabel(each.start(part), each.end(part), each[part], (each[part],), "figure") if each[part] else None
                for part in (1, 2)
            )
            if low is not None:
                pairs.append((low, high))
        return Asked(at, figures.end(), tuple(pairs))
    words = _ELLIPTIC.match(text, at)
    if words is None or not _GOES_ON.match(text, words.end()):
        return None
    places: list[int] = []
    for each in _ORDINAL_WORD.finditer(text, at, words.end()):
        name = each[1].casefold()
        place = {"last": -1, "final": -1, "penultimate": -2}.get(name) or ordinal_value(name)
        count = number_value(each[2]) if each[2] and each[2].casefold() != "one" else None
        if place and count and 1 < count <= 24:
            places.extend(range(-count, 0) if place == -1 else range(place, place + count))
        elif place:
            places.append(place)
    return Asked(at, words.end(), (), tuple(places)) if places else None


def asked_before(text: str, end: int) -> Asked | None:
    """The recommendations that the words before ``end`` name; a few words without a comma may stand between (``of the Panel``)."""
    low = max(0, end - 160)
    best = None
    for start in [match.start() for match in _OBJECT_START.finditer(text, low, end)][-16:]:
        thing = read_asked(text, start, bare=False)
        if thing is None or thing.end > end:
            continue
        between = text[thing.end : end]
        if between.strip() and not _OWNED.fullmatch(between):
            continue
        if best is None or thing.start < best.start or thing.end > best.end:
            best = thing if best is None or not (best.start <= thing.start and thing.end <= best.end) else best
    return best


def exception_behind(text: str, at: int) -> Asked | bool | None:
    """The recommendations that an exception behind ``at`` names; True where one is made that names none, None where none is made."""
    found = _BUT_FOR.match(text, at)
    if found is None:
        return None
    gap = re.compile(GAP).match(text, found.end())
    thing = read_asked(text, gap.end(), bare=True, elliptic=True) if gap else None
    return thing if thing is not None and (thing.labels or thing.ordinals) else True
