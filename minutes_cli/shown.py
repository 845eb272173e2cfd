"""Document words, file names and library messages, made safe for a terminal or a log (faults R38, R40-R43, R85, R98)."""

from __future__ import annotations

import re
from unicodedata import category

_KEPT = {0x09, 0x0A, 0xAD, 0x200C, 0x200D}
"""Newline and tab; soft hyphen and the two joiners, which are part of how words are spelt."""

_HIDDEN_CATEGORIES = frozenset({"Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp"})

_MIDDLE = "…"


class _Pictures(dict[int, str]):
    """Code point to what is shown for it; filled as characters turn up."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        if point in _KEPT or category(char) not in _HIDDEN_CATEGORIES:
            picture = char
        elif point < 0x20:
            picture = chr(0x2400 + point)
        elif point == 0x7F:
            picture = "\u2421"
        else:
            picture = f"<U+{point:04X}>"
        self[point] = picture
        return picture


_PICTURES = _Pictures()


def shown(text: str) -> str:
    """The text with every control and invisible character replaced by a visible picture of it.

    Newline, tab, soft hyphen and the joiners stay. Other C0 controls and DEL become control pictures (U+2400...);
    bidirectional and other format characters, C1 controls, lone surrogates, private-use and unassigned code points,
    and the line and paragraph separators become ``<U+202E>``. Nothing else changes. Rule T of the fault catalogue.
    """
    return text if text.isprintable() else text.translate(_PICTURES)


def shown_line(text: str, limit: int | None = None) -> str:
    """As `shown`, on one line: newlines and tabs become pictures too.

    With a limit, longer text loses its middle, so that at most `limit` code points come out.
    """
    line = shown(text).replace("\n", "\u240a").replace("\t", "\u2409")
    if limit is None or len(line) <= limit:
        return line
    head = (limit - 1) // 2
    return line[:head] + _MIDDLE + line[len(line) - (limit - 1 - head) :]


def plain_name(path: str) -> str:
    """A file name as Unicode text: bytes that are not UTF-8 are written ``%XX`` (fault R85)."""
    return re.sub("[\udc80-\udcff]", lambda found: f"%{ord(found.group()) - 0xDC00:02X}", path)


def shown_name(path: str) -> str:
    """A file name as messages show it: on one line, cleaned, at most 120 code points."""
    return shown_line(plain_name(path), 120)
