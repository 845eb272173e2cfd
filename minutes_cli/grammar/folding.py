"""Which letters and signs count as the same when a phrase is looked for in a text.

Case, curly and straight quotes, the many dashes, soft hyphens and zero-width characters make no difference to a
bare word (R34-R37); nor does the way in which an accent is encoded. White space is any run of Unicode spaces and
tabs, no-break space included (R33, finding 9 of the phenomena), never a line end.
"""

from __future__ import annotations

import re
import unicodedata

SPACES = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
APOSTROPHES = "'\u2019\u2018\u02bc\u2032`\u00b4"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"

LONGEST_WORD = 40
"""Letters of the longest word that a phrase may hold; longer runs of a text are never looked up."""

LETTER_GAP = 8
"""Blanks that may stand between the letters of a letter-spaced word."""

_SAME = {ord(c): "'" for c in APOSTROPHES} | {ord(c): "-" for c in DASHES} | {ord(c): '"' for c in QUOTES} | {ord(c): None for c in HIDDEN}
_BLANKS = SPACES + HIDDEN
UNUSUAL = HIDDEN + "\u0300-\u036f"
"""Hidden characters and combining accents, as a character class: where none stands, runs of letters need no care."""

RUN = re.compile(f"[^\\W_][^\\W_{UNUSUAL}]*+(?:[{UNUSUAL}]++[^\\W_{UNUSUAL}]*+)*+")
"""A run of letters and digits with what is hidden between them: the unit that the gate looks up."""


def fold(text: str) -> str:
    """`text` as it is compared: casefolded, accents taken apart, quotes and dashes made one kind, hidden characters gone."""
    if text.isascii():
        return text.casefold().replace("`", "'")
    return unicodedata.normalize("NFD", text.translate(_SAME).casefold())


def fold_signs(text: str) -> str:
    """`text` with quotes and dashes made one kind and hidden characters gone, its case kept."""
    return unicodedata.normalize("NFD", text.translate(_SAME))


def lowered(text: str) -> str:
    """`text` in small letters, each in its place.

    An expression in small letters reads it in half the time that the same one, told to ignore case, needs for the text itself.
    """
    small = text.lower()
    return small if len(small) == len(text) else "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def skip_space(text: str, at: int) -> int:
    """Offset of the first character from `at` on that is no space, tab, other blank or hidden character; line ends stop it."""
    end = len(text)
    while at < end and text[at] in _BLANKS:
        at += 1
    return at


def first_run(word: str) -> str:
    """The leading letters and digits of a folded word: ``sub`` for ``sub-group``. It is the key of the gate."""
    found = RUN.match(word)
    return word[: found.end()] if found else word[:1]


def key_at(text: str, at: int) -> tuple[str, str]:
    """What stands at `at`, as an index looks it up, and as it is printed: a run of letters and digits, or one sign."""
    run = RUN.match(text, at, at + 2 * LONGEST_WORD)
    if run is None:
        return fold_signs(text[at]), text[at]
    printed = run.group()
    return fold(printed), printed


def word_end(text: str, at: int, word: str, exact: bool = False) -> int:
    """Where `word` ends if it stands at `at`, else -1.

    `word` is folded (or passed through `fold_signs` when `exact`). It also stands there letter-spaced, ``T H A T``.
    It ends at a word's end: ``council`` does not match in ``councils``, ``Council's`` or ``council-owned``.
    """
    piece = text[at : at + len(word)]
    if piece.isascii() and (piece if exact else fold(piece)) == word:
        return _closed(text, at + len(word))
    if len(word) > 2 and at + 1 < len(text) and text[at + 1] in SPACES:
        return _spaced_end(text, at, word, exact)
    if piece.isascii():
        return -1
    turn = fold_signs if exact else fold
    seen = 0
    while seen < len(word) and at < len(text):
        part = turn(text[at])
        if not word.startswith(part, seen):
            return -1
        seen += len(part)
        at += 1
    return _closed(text, at) if seen == len(word) else -1


def _spaced_end(text: str, at: int, word: str, exact: bool) -> int:
    for position, letter in enumerate(word):
        if position:
            gap = at
            at = skip_space(text, at)
            if at == gap or at - gap > LETTER_GAP:
                return -1
        if at >= len(text) or (text[at] if exact else fold(text[at])) != letter:
            return -1
        at += 1
    return _closed(text, at)


def _closed(text: str, at: int) -> int:
    """`at` if a word may end there, else -1. A dash or an apostrophe closes it unless it joins the word to another."""
    end = at
    while at < len(text) and text[at] in HIDDEN:
        at += 1
    if at >= len(text):
        return end
    if not (text[end - 1].isalnum() or unicodedata.combining(text[end - 1])):
        return end
    sign = text[at]
    if sign.isalnum() or unicodedata.combining(sign):
        return -1
    after = text[at + 1 : at + 2]
    if sign in APOSTROPHES and after.isalpha():
        return -1
    if sign in "-\u2010\u2011" and after.islower() and not text[end - 1].isupper():
        return -1
    return end
