"""What a reader tells its user about single characters of a text (faults R29, R30, R32, R34-R43)."""

from __future__ import annotations

import re

from minutes_cli.model import Notice

_CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_ODD_BREAK = "\x0b\x1c\x1d\x1e\x85\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_TAGS = "\U000e0001\U000e0020-\U000e007f\ufdd0-\ufdef\ufffe\uffff"
# The patterns of rare letters are compiled only where there are some: it takes longer than to read a page.
_NOTABLE = f"[{_CONTROL}\x1f{_ODD_BREAK}{_BIDI}{_TAGS}]"
_NOTABLE_LATIN = re.compile(f"[{_CONTROL}\x1f\x0b\x1c\x1d\x1e\x85]")
_RARE = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufdd0\ufffe\uffff"
_ODD_BREAKS = frozenset(_ODD_BREAK)
_BIDIS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# ESC is left out: coloured output saved to a file is still text.
_NEVER_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1f\x7f-\x84\x86-\x9f]")
_LETTER = re.compile(r"[^\W\d_]")

_ZERO_WIDTH = "\u00ad\u200b-\u200d\u2060\ufeff\u180e"
_ZERO_WIDTHS = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e"
_HIDDEN_IN_LABEL = f"(?:^|(?<=[\n\r\f]))[ \t\u00a0]{{0,40}}[(\\[]?[0-9A-Za-z]{{0,5}}[{_ZERO_WIDTH}][0-9A-Za-z{_ZERO_WIDTH}]{{0,5}}[).\\]:]"
# What UTF-8 quotation marks, dashes, pounds and accented letters become when they are read as CP1252 and written as UTF-8 again.
_MOJIBAKE = (
    "\u00e2\u20ac[\u2122\u0153\u009d\u201c\u201d\u02dc\u00a6\u00a2]"
    "|\u00c2[\u00a3\u00a9\u00ae\u00b0\u00b7\u00a0\u00bd\u00bc]"
    "|\u00c3[\u00a9\u00a8\u00b4\u00bc\u00b6\u00a4\u00a1]"
)


def line_of(text: str, offset: int) -> int:
    """The line, counted from 1, on which the character at ``offset`` stands.

    Lines end at LF, CR, CRLF and FF and nowhere else (R32).
    """
    return 1 + text.count("\n", 0, offset) + text.count("\r", 0, offset) - text.count("\r\n", 0, offset) + text.count("\f", 0, offset)


def character_notices(text: str) -> list[Notice]:
    """One notice for each kind of character worth knowing of, with its number and the line of the first."""
    if text.isascii() and text.isprintable():
        return []
    kinds: dict[str, list[int]] = {}
    pattern = re.compile(_NOTABLE) if _has_rare(text) else _NOTABLE_LATIN
    for match in pattern.finditer(text):
        letter = match.group()
        code = "odd-break" if letter in _ODD_BREAKS else "bidi" if letter in _BIDIS else "control"
        kinds.setdefault(code, []).append(match.start())
    notices = []
    told = {
        "control": "control characters or unassigned codes; kept, shown as their names",
        "bidi": "characters that turn the direction of writing; kept, shown as their codes",
        "odd-break": "unusual line separators; kept as characters, no line ends there",
    }
    for code, offsets in kinds.items():
        first = ord(text[offsets[0]])
        notices.append(Notice(code, f"{len(offsets)} {told[code]} (first U+{first:04X})", line_of(text, offsets[0])))
    if any(letter in text for letter in _ZERO_WIDTHS):
        notices += _spread(text, _HIDDEN_IN_LABEL, "hidden", "labels with invisible characters inside; kept as they are")
    if any(letter in text for letter in "\u00e2\u00c2\u00c3"):
        notices += _spread(text, _MOJIBAKE, "mojibake", "letters that look decoded twice; kept as they are")
    return notices


def _has_rare(text: str) -> bool:
    """Whether a search for characters beyond Latin-1 is worth its time: one find for each is far quicker than one pattern for all."""
    return not text.isascii() and (any(letter in text for letter in _RARE) or len(text.encode("utf-16-le")) != 2 * len(text))


def is_text(text: str) -> bool:
    """False where a decoded file is no text at all: nothing printed in it, or too many control characters (R30, R52)."""
    letters = len(_NEVER_IN_TEXT.findall(text))
    if not letters:
        return True
    if letters > max(4, len(text) // 20):
        return False
    return _LETTER.search(text) is not None


def _spread(text: str, pattern: str, code: str, words: str) -> list[Notice]:
    found = [match.start() for match in re.finditer(pattern, text)]
    return [Notice(code, f"{len(found)} {words}", line_of(text, found[0] + 1))] if found else []
