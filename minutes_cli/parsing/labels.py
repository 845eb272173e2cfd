"""Labels: the marks that open clauses, as printed, with the readings that each allows (phenomena section 5).

A label is ASCII only (R39), at most 16 characters with numbers of at most four digits (R08). ``i``, ``v``, ``x`` and the capitals
``A`` and ``I`` stay ambiguous here; the series decides (P26).
"""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late

LONGEST = 16
"""Code points of the longest label (R08)."""

_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN_TENS = ("", "x", "xx", "xxx", "xl", "l")
ROMANS: dict[str, int] = {
    tens + ones: 10 * t + o for t, tens in enumerate(_ROMAN_TENS) for o, ones in enumerate(_ROMAN_ONES) if tens + ones
}
"""Roman numerals from i to lix: no printed list of clauses was seen to go further."""

BULLETS = "·•▪●○‣◦■□–—-*oO§ØüØ▫\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8"
"""Marks that open an item without a place in a series (P30), Wingdings glyphs in the private-use area included."""
_GLYPHS = "Ø\uf0d8\uf0fc\uf0a8"
"""Marks that a font's substitution made, and that stand right before a capital letter (``ØThe costs``); ``Østergaard`` is a name."""

SPACES = " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""What may stand between a label and its words (R33): tab and every Zs."""

_TOKEN = r"(?P<token>[0-9]{1,3}|[a-z]{1,8}|[A-Z]{1,8})"
_BRACKETED = late(rf"[(\[]\ ?{_TOKEN}\ ?[)}}\]](?P<dot>\.?)", re.ASCII | re.VERBOSE)
_CLOSED = late(rf"{_TOKEN}\ ?(?P<close>[.):])(?!\))", re.ASCII | re.VERBOSE)
_DECIMAL = late(r"[0-9]{1,4}(?:\.[0-9]{1,3}){1,4}(?P<close>[.)]?)", re.ASCII)
_COMPOUND = late(r"[0-9]{1,3}(?:\.[a-z]\b[.)]?|[a-z][.)]|\([a-z]\)[.)]?)", re.ASCII)
_NUMBER = late(
    r"[0-9]{1,4}/(?:19|20)[0-9]{2}|[0-9]{1,4}/[0-9]{1,4}/[0-9]{1,3}(?:\.[0-9]{1,3})?|[0-9]{1,4}/[0-9]{1,3}\.[0-9]{1,3}", re.ASCII
)
_BARE = late(r"(?P<token>[0-9]{1,2}|[A-Z]|[ivx]{1,4})(?=[\t\xa0 ])", re.ASCII)
_LETTERS = late(r"([a-z])\1?|([A-Z])\2?", re.ASCII)


GLUED_NUMBER = late(r"[0-9]{1,3}\.[0-9]{2,4}\.(?=[A-Z][a-z]{1,12}\s)")
"""A minute's number without a space behind it (``31.005.It was resolved``, P40)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a label: its place in a series of one style."""

    alphabet: str
    """digit, lower, upper, roman, ROMAN, decimal, number or bullet."""
    ordinal: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, with its readings."""

    raw: str
    shape: str
    """What stands round the token: ``()``, ``)``, ``.``, ``:``, bare, decimal, number or bullet."""
    readings: tuple[Reading, ...]
    length: int
    """Code points from the label's first mark to its last."""
    token: str = ""


@lru_cache(maxsize=4096)
def readings(token: str) -> tuple[Reading, ...]:
    """Every series that a token can stand in: ``i`` is the ninth letter and the first Roman numeral.

    Letters after z are doubled (aa, bb). An unknown token has no readings.
    """
    if token.isdigit():
        return (Reading("digit", int(token)),)
    found = []
    if _LETTERS.fullmatch(token):
        base = ord("a") if token.islower() else ord("A")
        found.append(Reading("lower" if token.islower() else "upper", ord(token[0]) - base + 1 + 26 * (len(token) - 1)))
    roman = ROMANS.get(token.lower())
    if roman:
        found.append(Reading("roman" if token.islower() else "ROMAN", roman))
    return tuple(found)


def _spaced(text: str, at: int, end: int) -> bool:
    return at >= end or text[at] in SPACES or text[at] in "\r\n"


def label_at(text: str, at: int = 0, end: int | None = None, *, bare: bool = False) -> Label | None:
    """Reads the label that stands at ``text[at]``.

    ``bare`` also allows tokens without any mark (``A  Approved``, ``1  text``), which only a run can prove.
    A label must be followed by white space or the line's end; one in brackets also by its words (R33), and
    ``1.`` by a capital. Returns None where there is no label.
    """
    end = len(text) if end is None else end
    if at >= end:
        return None
    first = text[at]
    if first in "([":
        found = _BRACKETED.match(text, at, end)
        if found and (_spaced(text, found.end(), end) or text[found.end()].isalnum() or text[found.end()] in "“\"‘'(|"):
            options = readings(found["token"])
            if options:
                return Label(found[0], "()", options, found.end() - at, found["token"])
        return None
    if first.isascii() and first.isalnum():
        opening = text[at : min(at + 3, end)]
        if len(opening) == 3 and opening.isalpha() and opening.strip("ivxlIVXL"):
            return None
        label = _marked(text, at, end)
        if label is None and bare:
            label = _bare(text, at, end)
        if label is not None and label.length > LONGEST:
            return None
        if label is not None or first not in "oO":
            return label
    if first in "·•▪●\uf0b7\uf0a7" and at + 1 == end:
        return Label(first, "bullet", (Reading("bullet", 0),), 1)
    if first in BULLETS and at + 1 < end and (text[at + 1] in SPACES):
        return Label(first, "bullet", (Reading("bullet", 0),), 1)
    if first in "·•▪●\uf0b7\uf0a7" and at + 1 < end:
        return Label(first, "bullet", (Reading("bullet", 0),), 1)
    if first in _GLYPHS and at + 2 < end and text[at + 1].isupper() and not text[at + 2].isupper():
        return Label(first, "bullet", (Reading("bullet", 0),), 1)
    return None


def _marked(text: str, at: int, end: int) -> Label | None:
    if text[at].isdigit():
        found = _DECIMAL.match(text, at, end)
        if found and _spaced(text, found.end(), end):
            if found.end() >= end and not found["close"] and len(found[0]) > 3:
                return None
            last = found[0].rstrip(".)").rpartition(".")[2]
            return Label(found[0], "decimal", (Reading("decimal", int(last)),), found.end() - at, found[0].rstrip(".)"))
        found = _NUMBER.match(text, at, end)
        if found and _spaced(text, found.end(), end):
            return Label(found[0], "number", (Reading("number", int(found[0].partition("/")[0])),), found.end() - at, found[0])
        found = _COMPOUND.match(text, at, end)
        if found and _spaced(text, found.end(), end) and len(found[0]) > 2:
            letter = next(c for c in found[0] if c.isalpha())
            return Label(found[0], "compound", (Reading("lower", ord(letter) - 96),), found.end() - at, found[0])
    found = _CLOSED.match(text, at, end)
    if found is None:
        return None
    token, close = found["token"], found["close"]
    options = readings(token)
    if not options:
        return None
    after = found.end()
    if not _spaced(text, after, end):
        glued = close == ")" and text[after].isalpha()
        glued = glued or (close == "." and token.isdigit() and len(token) < 3 and text[after].isupper())
        if not glued:
            return None
    if close == ":" and not (len(token) == 1 and token.isupper()):
        return None
    return Label(found[0], close, options, after - at, token)


def _bare(text: str, at: int, end: int) -> Label | None:
    found = _BARE.match(text, at, end)
    if found is None:
        return None
    options = readings(found["token"])
    return Label(found[0], "bare", options, found.end() - at, found["token"]) if options else None


def same_style_label(label: Label, reading: Reading, ordinal: int) -> str:
    """The label that the ``ordinal``-th place of the same series would print: ``d)`` and 5 give ``e)``."""
    token = label.token
    if reading.alphabet == "decimal":
        stem, dot, _ = token.rpartition(".")
        new = f"{stem}{dot}{ordinal}"
    else:
        new = spell(reading.alphabet, ordinal) or token
    return label.raw.replace(token, new, 1) if token else label.raw


def spell(alphabet: str, ordinal: int) -> str | None:
    """The token at a place of a series; None where the alphabet has none there."""
    if alphabet in ("digit", "number"):
        return str(ordinal)
    if alphabet in ("lower", "upper"):
        if not 1 <= ordinal <= 52:
            return None
        letter = chr(96 + (ordinal - 1) % 26 + 1) * (1 + (ordinal - 1) // 26)
        return letter if alphabet == "lower" else letter.upper()
    if alphabet in ("roman", "ROMAN"):
        for token, value in ROMANS.items():
            if value == ordinal:
                return token if alphabet == "roman" else token.upper()
    return None
