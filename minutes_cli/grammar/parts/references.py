"""Words that point at another clause, minute or paper (P17): ``recommendations c) and d)``, ``(i) above``, ``the first recommendation``.

Productions (white space explicit, letters and figures ASCII only, R39)::

    reference  = listed | ordinal | plain | bare
    listed     = ["above-noted"] noun ["No."] (labels | numbers) [[","] direction]
    labels     = label [range label] { separator label [range label] }
    separator  = "," | "and" | "&" | "or" | ", and" | "and/or"
    range      = "to" | "-" | "–" | "through"
    ordinal    = [the] ("first" | "second" | … | "last" | "final") [count] { ("," | "and") ordinal } noun
    plain      = "the above" [noun plural] | noun direction
    bare       = bracketed labels direction
    direction  = "above" | "below"

What each label looks like is told in ``reference_labels``; which of them lead out of the list in ``reference_scope``.
"""

from __future__ import annotations

import re
from functools import cache

import pyparsing as pp

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.folding import lowered
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import (
    DASH,
    GAP,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    Piece,
    Production,
    choice,
    gap,
    mute,
    parse_at,
    piece,
    whole_element,
)
from minutes_cli.grammar.parts.numbers import ORDINAL_PATTERN, WORD_PATTERN, number_value, ordinal_value
from minutes_cli.grammar.parts.reference_labels import BRACKETED_LABEL, LABEL, MINUTE_LABEL, ReferenceLabel, follows_list, read_label
from minutes_cli.grammar.parts.reference_scope import is_external, qualifier_end

LIST_NOUNS = {"recommendation": "recommendations", "resolution": "resolutions", "clause": "clauses", "paragraph": "paragraphs"}
"""Nouns that can count clauses of a list, with ordinals too; singular to plural."""
PIECE_NOUNS = {"part": "parts", "point": "points"}
"""Nouns that count clauses only with a label: the first part of a sentence is no reference."""
OTHER_NOUNS = {
    "item": "items",
    "minute": "minutes",
    "appendix": "appendices",
    "schedule": "schedules",
    "article": "articles",
    "section": "sections",
    "annex": "annexes",
}
"""Nouns that point out of the list: at an agenda item, a minute, a paper, an Act."""

_SINGULAR = {plural: one for table in (LIST_NOUNS, PIECE_NOUNS, OTHER_NOUNS) for one, plural in table.items()} | {"appendixes": "appendix"}
_NOUNS = _SINGULAR.keys() | _SINGULAR.values()
_NOUN = choice(_NOUNS) + NO_WORD_AFTER
_LIST_NOUN = choice(LIST_NOUNS.keys() | LIST_NOUNS.values()) + NO_WORD_AFTER
_PLAIN_NOUN = choice([*LIST_NOUNS.values(), *LIST_NOUNS, *PIECE_NOUNS.values()]) + NO_WORD_AFTER

REFERRING = frozenset({*_NOUNS, "above", "below", "foregoing"})
"""Words of which one stands in every text that refers."""
MOST_LABELS = 24
"""Labels of one reference; more is a table and not a sentence."""


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A reference; every offset counts code points from the start of the text that was searched."""

    start: int
    end: int
    noun: str | None
    """Singular and lower case; None for a bare ``(i) above`` or ``the above``."""
    plural: bool
    labels: tuple[tuple[ReferenceLabel, ReferenceLabel | None], ...] = ()
    """Labels as printed, in order; the second of a pair closes a range (``(a) to (d)``), else None."""
    ordinals: tuple[int, ...] = ()
    """Positions named by ordinals, counted from 1; from the end -1 and further down (``the last two`` is -2, -1)."""
    direction: str | None = None
    """above or below, where the words say so."""
    scope: str = "local"
    """local: the same list or document; external: another paper, minute, item, body or Act."""
    qualifier: tuple[int, int] | None = None
    """Span of the words that say whose it is (``from the Committee``), where there are any; not part of the reference."""


_DIRECTION = rf"(?:above|below){NO_WORD_AFTER}(?!{DASH})"
_AFTER_NOUN = rf"(?:{GAP}(?:nos?|numbers?|numbered|ref){NO_WORD_AFTER}\.?:?)?"


def _listed(label: str, sep: str) -> pp.ParserElement:
    """``labels = label [range label] { separator label [range label] }``, up to ``MOST_LABELS``."""
    one = piece("label", label, 0)
    to = piece("range", rf"\s{{0,10}}+(?:{DASH}|(?:to|through){NO_WORD_AFTER}(?:{GAP}and{GAP}including)?)\s{{0,10}}+")
    each = one + pp.Opt(to + one)
    more: pp.ParserElement = (piece("separator", sep) + each)[0, MOST_LABELS]
    return each + more


_SEPARATOR = rf"(?:\s{{0,4}}[,;]{GAP}(?:and/or|and|or|&){GAP}|{GAP}(?:and/or|and|or|&){GAP}|\s{{0,4}}[,;]\s{{0,10}}+|\s{{0,2}}&\s{{0,2}})"


@cache
def _listed_reference() -> Production:
    """``listed``."""
    return whole_element(
        piece("noun", _NOUN) + mute(_AFTER_NOUN, "number sign") + mute(r"\s{0,10}+", "gap") + _listed(LABEL, _SEPARATOR),
        "listed reference",
    )


@cache
def _reference_by_number() -> Production:
    """``listed`` with numbers of minutes for labels."""
    return whole_element(
        piece("noun", _NOUN) + mute(_AFTER_NOUN, "number sign") + gap() + _listed(MINUTE_LABEL, _SEPARATOR),
        "reference by number",
    )


@cache
def _bare_reference() -> Production:
    """``bare`` without its direction."""
    return whole_element(_listed(BRACKETED_LABEL, _SEPARATOR), "bare reference")


_ORDINAL = rf"(?:{ORDINAL_PATTERN}|(?:last|final|penultimate){NO_WORD_AFTER})"
_COUNT = rf"(?:{WORD_PATTERN}|[0-9]{{1,2}}(?![0-9]))"


@cache
def _ordinal_reference() -> Production:
    """``ordinal``."""
    return whole_element(
        piece("ordinal", _ORDINAL)
        + (piece("separator", _SEPARATOR) + pp.Opt(mute(rf"the{GAP}", "the")) + piece("ordinal", _ORDINAL))[0, MOST_LABELS]
        + pp.Opt(gap() + piece("count", _COUNT))
        + gap()
        + pp.Opt(mute(rf"of{GAP}(?:the|these|those){GAP}", "of the"))
        + piece("noun", _LIST_NOUN),
        "ordinal reference",
    )


@cache
def _the_above() -> Production:
    """``plain``, with what may follow it."""
    return whole_element(
        piece("above", rf"the{GAP}(?:above|foregoing)(?:(?:{DASH}|{GAP})(?:noted|mentioned|named|listed))?{NO_WORD_AFTER}")
        + pp.Opt(gap() + piece("count", _COUNT))
        + pp.Opt(gap() + piece("noun", _PLAIN_NOUN)),
        "the above",
    )


_NOTED = gated("above", rf"{NO_WORD_BEFORE}above(?:{DASH}|{GAP})(?:noted|mentioned|named|listed){GAP}\Z", re.IGNORECASE)
_GATE = late(
    rf"(?P<noun>{NO_WORD_BEFORE}{_NOUN})|(?P<ordinal>{NO_WORD_BEFORE}{_ORDINAL}(?=[\s,]))|(?P<above>{NO_WORD_BEFORE}the{GAP}(?:above|foregoing))"
)
"""For small letters alone."""
_GATE_BARE = late(rf"(?<![^\s(]){BRACKETED_LABEL}")
_HAS_DIRECTION = gated("above below", rf"{NO_WORD_BEFORE}{_DIRECTION}", re.IGNORECASE)
_TRAILING_DIRECTION = late(rf"(?:\s{{0,4}}[,)]{GAP}|{GAP}){_DIRECTION}", re.IGNORECASE)
_ENDS_THE_ABOVE = late(
    r"\s{0,4}(?:[.,;:)]|\Z|(?:is|are|was|were|be|and|or|to|as|in|for|with|has|have|should|shall|will)(?![^\W_]))", re.IGNORECASE
)


def find_references(text: str) -> list[FoundReference]:
    """Every reference in ``text``, in order and not overlapping.

    In: one clause or line. The span of ``In relation to recommendations c) and d), that …`` is exactly ``recommendations c) and d)``;
    a direction belongs to it (``resolution (1) above``), a qualifier (``from the Committee``) does not but makes it external.
    Never raises; a noun without a label, ordinal or direction is no reference.
    """
    found: list[FoundReference] = []
    small = lowered(text)
    hit = _GATE.search(small)
    bare = _GATE_BARE.search(text) if ")" in text and _HAS_DIRECTION.search(text) else None
    while hit is not None or bare is not None:
        if bare is not None and (hit is None or bare.start() < hit.start()):
            reference, at = _read_bare(text, bare.start()), bare.end()
        elif hit is not None:
            reference, at = _read_at(text, hit), hit.end()
        if reference is not None:
            found.append(_placed(text, reference, found))
            at = reference.end
        # Each gate is asked again only once its last answer is behind, so that neither reads the text twice.
        if hit is not None and hit.start() < at:
            hit = _GATE.search(small, at)
        if bare is not None and bare.start() < at:
            bare = _GATE_BARE.search(text, at)
    return found


def read_reference(text: str, at: int) -> FoundReference | None:
    """The reference that begins exactly at offset ``at`` (scope not decided), or None."""
    hit = _GATE.match(lowered(text), at)
    return _read_at(text, hit) if hit else None


def read_labels(text: str, at: int) -> tuple[tuple[tuple[ReferenceLabel, ReferenceLabel | None], ...], int]:
    """Bracketed labels that begin at offset ``at`` (``(b) and (c)``) and where they end; none and ``at`` where there are none."""
    pieces = parse_at(_bare_reference(), text, at, 160) if ")" in text and _GATE_BARE.match(text, at) else None
    return _labels(text, pieces, True) if pieces else ((), at)


def _read_at(text: str, hit: re.Match[str]) -> FoundReference | None:
    if hit.lastgroup == "ordinal":
        return _read_ordinals(text, hit.start())
    if hit.lastgroup == "above":
        return _read_the_above(text, hit.start())
    return _read_noun(text, hit.start())


def _read_noun(text: str, at: int) -> FoundReference | None:
    """``listed``, or ``noun direction`` for a whole list named by its place (``the recommendations above``)."""
    orders = (_reference_by_number(), _listed_reference()) if text[at] in "mM" else (_listed_reference(), _reference_by_number())
    pieces = parse_at(orders[0], text, at) or parse_at(orders[1], text, at)
    if pieces is None:
        noun = re.compile(_PLAIN_NOUN, re.IGNORECASE).match(text, at)
        direction = _TRAILING_DIRECTION.match(text, noun.end()) if noun else None
        if noun is None or direction is None:
            return None
        singular, plural = _number_of(noun.group())
        return FoundReference(at, direction.end(), singular, plural, direction=_way(direction))
    singular, plural = _number_of(pieces[0].text)
    if singular == "minute" and re.search(r"[0-9]\s{1,4}\Z", text[max(0, at - 6) : at]):
        return None
    labels, end = _labels(text, pieces[1:], plural)
    if not labels:
        return None
    start = at
    noted = _NOTED.search(text[max(0, at - 40) : at])
    if noted:
        start = at - (noted.end() - noted.start())
    direction = _TRAILING_DIRECTION.match(text, end)
    way = _way(direction) if direction else "above" if noted else None
    return FoundReference(start, direction.end() if direction else end, singular, plural, labels, direction=way)


def _read_bare(text: str, at: int) -> FoundReference | None:
    """``bare = bracketed labels direction``: without the direction a bracketed letter is a limb or a list mark."""
    pieces = parse_at(_bare_reference(), text, at, 120)
    if pieces is None:
        return None
    labels, end = _labels(text, pieces, True)
    direction = _TRAILING_DIRECTION.match(text, end)
    if not labels or direction is None:
        return None
    return FoundReference(at, direction.end(), None, len(labels) > 1 or labels[0][1] is not None, labels, direction=_way(direction))


def _read_ordinals(text: str, at: int) -> FoundReference | None:
    pieces = parse_at(_ordinal_reference(), text, at)
    if pieces is None:
        return None
    words = [each.text.casefold() for each in pieces if each.kind == "ordinal"]
    values = [{"last": -1, "final": -1, "penultimate": -2}.get(word) or ordinal_value(word) for word in words]
    positions = [value for value in values if value]
    count = next((number_value(each.text) for each in pieces if each.kind == "count"), None)
    if count is not None and len(positions) == 1 and 1 <= count <= MOST_LABELS:
        first = positions[0]
        positions = list(range(-count, 0)) if first == -1 else list(range(first, first + count))
    if not positions:
        return None
    singular, plural = _number_of(pieces[-1].text)
    end = pieces[-1].end
    direction = _TRAILING_DIRECTION.match(text, end)
    return FoundReference(
        at, direction.end() if direction else end, singular, plural, (), tuple(positions), _way(direction) if direction else None
    )


def _read_the_above(text: str, at: int) -> FoundReference | None:
    """``the above``, alone or with the plural of a noun; ``the above-noted part a)`` is left to its noun."""
    pieces = parse_at(_the_above(), text, at)
    if pieces is None:
        return None
    noun = next((each for each in pieces if each.kind == "noun"), None)
    if noun is not None:
        if parse_at(_listed_reference(), text, noun.start) is not None:
            return None
        singular, plural = _number_of(noun.text)
        return FoundReference(at, noun.end, singular, plural, direction="above")
    if len(pieces) > 1 or not _ENDS_THE_ABOVE.match(text, pieces[0].end):
        return None
    return FoundReference(at, pieces[0].end, None, True, direction="above")


def _labels(text: str, pieces: list[Piece], plural: bool) -> tuple[tuple[tuple[ReferenceLabel, ReferenceLabel | None], ...], int]:
    """The labels of a list as far as they hold, and where they end.

    A label after a separator holds only if the words allow a list to go on or end there: ``recommendation 1 and 2 officers`` names one.
    """
    pairs: list[tuple[ReferenceLabel, ReferenceLabel | None]] = []
    end = pieces[0].start
    for index, each in enumerate(pieces):
        if each.kind != "label":
            continue
        label = read_label(text, each)
        if label is None:
            break
        before = pieces[index - 1].kind if index else "noun"
        if not follows_list(text, label, first=before == "noun" or index == 0, plural=plural):
            break
        if before == "range":
            if label.shape != pairs[-1][0].shape:
                break
            pairs[-1] = (pairs[-1][0], label)
        else:
            pairs.append((label, None))
        end = label.end
        if end < each.end:
            break
    return tuple(pairs), end


def _placed(text: str, reference: FoundReference, earlier: list[FoundReference]) -> FoundReference:
    """The reference with its scope: local or external, and the words that say so."""
    qualifier = qualifier_end(text, reference.end)
    follows = bool(earlier) and earlier[-1].scope == "external" and bool(re.fullmatch(r",\s{1,4}", text[earlier[-1].end : reference.start]))
    outside = follows or is_external(
        text,
        reference.start,
        reference.end,
        noun=reference.noun,
        listed=reference.noun in LIST_NOUNS or reference.noun in PIECE_NOUNS or reference.noun is None,
        shapes=[label.shape for pair in reference.labels for label in pair if label is not None],
        capital=text[reference.start].isupper(),
        directed=reference.direction is not None,
        qualifier=qualifier,
    )
    return FoundReference(
        reference.start,
        reference.end,
        reference.noun,
        reference.plural,
        reference.labels,
        reference.ordinals,
        reference.direction,
        "external" if outside else "local",
        qualifier,
    )


def _number_of(noun: str) -> tuple[str, bool]:
    """Singular and lower case form of a noun, and whether it was printed in the plural."""
    folded = noun.casefold()
    return _SINGULAR.get(folded, folded), folded in _SINGULAR


def _way(direction: re.Match[str]) -> str:
    return "below" if direction.group().casefold().endswith("below") else "above"
