"""Comparing keys: what two wordings must share to count as the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_FOLDED = {
    **dict.fromkeys(map(ord, _INVISIBLE), ""),
    **dict.fromkeys(map(ord, "‘’‚‛′`´ʼ"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_INSIDE = r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]"
WORD = rf"{_INSIDE}++(?:(?:['’‐‑-](?={_INSIDE})|(?<=\d)[.,:/](?=\d)){_INSIDE}++)*+"
"""A word: letters and digits, with the hyphen, apostrophe or digit mark that joins them (``post-war``, ``1,250.50``)."""

_WORDS = re.compile(rf"{WORD}|[£$€¥%]")
_CONJUNCTION = re.compile(r";[ ]?(?:and|or)", re.IGNORECASE)


def fold(text: str) -> str:
    """Typographic variants made one: composed, no soft hyphens or zero-width marks, plain quotes, dashes and ligatures.

    White space stays as it is. Idempotent.
    """
    if text.isascii():
        return text.replace("`", "'")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_FOLDED))


def _without_closing(text: str) -> str:
    """Squeezed text without its closing ``;``, ``; and``, ``; or``, full stop, comma or colon, however many stand there."""
    end = len(text)
    while end:
        if text[end - 1] in " ;,:.":
            end -= 1
            continue
        for width in (3, 4, 5):
            if end >= width and text[end - width] == ";" and _CONJUNCTION.fullmatch(text, end - width, end):
                end -= width
                break
        else:
            break
    return text[:end]


def wording_key(text: str) -> str:
    """The key under which two wordings are the same words: case and inner punctuation count, typography does not.

    Equal keys mean ``unchanged`` words (fault property P20). Idempotent.
    """
    squeezed = " ".join(fold(text).split())
    # A clause of marks alone keeps them: it must still equal itself.
    return _without_closing(squeezed) or squeezed or text.strip()


def search_words(text: str) -> list[str]:
    """The words alone, case folded, with currency and per-cent signs; what similarity is counted over.

    Two texts with equal words and different keys differ in case or punctuation only: ``cosmetic``.
    """
    folded = fold(text).casefold()
    found: list[str] = _WORDS.findall(folded)
    return found


_LABEL_MARKS = " \t\u00a0()[]{}.,:;-–—*•·▪●○◦"


@lru_cache(maxsize=4096)
def label_value(label: str | None) -> str:
    """The letter or number that a printed label stands for: ``(d)``, ``d)`` and ``d.`` all give ``d``; a bullet gives nothing."""
    return (label or "").strip(_LABEL_MARKS)


def vocabulary(words: str) -> frozenset[str]:
    """A set of words written as one line."""
    return frozenset(words.split())
