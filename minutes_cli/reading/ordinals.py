"""Numbers as list labels print them: 4, d, iv, IV, 04."""

from __future__ import annotations

from collections.abc import Callable

# fmt: off
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)
# fmt: on
_LARGEST = 3999


PRIVATE_BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0fc": "✓",
    "\uf0d8": "➢",
    "\uf02d": "-",
    "\uf0e0": "→",
    "\uf076": "❖",
    "\uf071": "❑",
    "\uf06c": "●",
    "\uf06e": "■",
}
"""Letters of symbol fonts that Word uses as bullets, and what they look like."""


def roman(number: int) -> str:
    """Lower-case roman numeral; plain digits where there is none (below 1, above 3999)."""
    if not 1 <= number <= _LARGEST:
        return str(number)
    letters = []
    for value, numeral in _ROMAN:
        while number >= value:
            letters.append(numeral)
            number -= value
    return "".join(letters)


def letters_doubling(number: int) -> str:
    """a to z, then aa, bb, cc as Word counts; plain digits below 1 or above 30 letters."""
    if not 1 <= number <= 26 * 30:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def letters_counting(number: int) -> str:
    """a to z, then aa, ab, ac as browsers count; plain digits below 1."""
    if number < 1:
        return str(number)
    letters = []
    while number:
        number, place = divmod(number - 1, 26)
        letters.append(chr(ord("a") + place))
    return "".join(reversed(letters))


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def word(number: int) -> str:
    """One to Twenty in words; digits beyond."""
    return _WORDS[number].capitalize() if 0 <= number < len(_WORDS) else str(number)


def upper(style: Callable[[int], str]) -> Callable[[int], str]:
    """The same style in capitals."""
    return lambda number: style(number).upper()
