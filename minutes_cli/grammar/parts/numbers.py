"""Numbers as minutes print them: figures, number words, sums of money, shares in percent.

Never more than nine digits become a number (R51); longer figures keep their words and have no value.
"""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import GAP, NO_WORD_AFTER, NO_WORD_BEFORE, word_list

MOST_DIGITS = 9
"""A figure of more digits than this has no value; no vote, sum or count of a council needs them."""

_ONES = word_list(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")


def _number_words() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_ONES, 1)}
    for ten, word in enumerate(_TENS, 2):
        words[word] = 10 * ten
        words |= {f"{word}{mark}{one}": 10 * ten + value for mark in "- " for value, one in enumerate(_ONES[:9], 1)}
    return words | {"hundred": 100, "one hundred": 100, "a hundred": 100}


NUMBER_WORDS: dict[str, int] = _number_words()
"""Every spelling of one to a hundred, in lower case, tens and ones joined by a hyphen or one blank."""

ORDINAL_WORDS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        word_list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
}
"""first to twentieth; further ordinals are printed as figures (``21st``)."""

_ONE = "one|two|three|four|five|six|seven|eight|nine"
_BELOW_20 = f"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|{_ONE}"
_TEN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
WORD_PATTERN = rf"(?:(?:{_TEN})(?:(?:-|{GAP})(?:{_ONE}){NO_WORD_AFTER})?|(?:an?{GAP}|one{GAP})?hundred|{_BELOW_20}){NO_WORD_AFTER}"
"""``word = ten [("-" | gap) one] | one to nineteen | ["a" | "one"] "hundred"``; for use with ``re.IGNORECASE``."""

FIGURE_PATTERN = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?![0-9])"
"""``figure = digit {digit} | digit [digit [digit]] {"," digit digit digit}``, nine to twelve digits at most."""

ORDINAL_PATTERN = rf"(?:{'|'.join(sorted(ORDINAL_WORDS, key=len, reverse=True))}|[0-9]{{1,2}}(?:st|nd|rd|th)){NO_WORD_AFTER}"
"""``ordinal = "first" … "twentieth" | figure ("st" | "nd" | "rd" | "th")``; for use with ``re.IGNORECASE``."""

_SPACES = late(r"\s{1,40}+")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text; offsets in code points."""

    start: int
    end: int
    kind: str
    """count, money or percent."""
    value: float | None
    """None where the figure is too long to be one (R51)."""
    currency: str | None = None


def number_value(words: str) -> int | None:
    """The value of one figure or number word (``1,250``, ``Twenty-one``, ``none``); None for anything else and past nine digits."""
    folded = _SPACES.sub(" ", words.strip()).casefold()
    if folded in {"none", "nil", "no", "zero"}:
        return 0
    digits = folded.replace(",", "")
    if digits.isascii() and digits.isdigit():
        return int(digits) if len(digits) <= MOST_DIGITS else None
    return NUMBER_WORDS.get(folded, NUMBER_WORDS.get(folded.replace("- ", "-")))


def ordinal_value(words: str) -> int | None:
    """The value of one ordinal (``third``, ``21st``), at most 99; None for anything else."""
    folded = words.strip().casefold()
    if folded in ORDINAL_WORDS:
        return ORDINAL_WORDS[folded]
    digits = folded[:-2]
    if digits.isascii() and digits.isdigit() and len(digits) <= 2 and folded[-2:] in {"st", "nd", "rd", "th"}:
        return int(digits) or None
    return None


_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_AMOUNT = r"[0-9]{1,9}(?:,[0-9]{3}){0,3}(?![0-9])(?:\.[0-9]{1,4}(?![0-9]))?"
_SUM = rf"(?P<currency>[£€$])\s?(?P<sum>{_AMOUNT})(?:\s?(?P<scale>k|thousand|mn?|million|bn|billion){NO_WORD_AFTER})?"
_SHARE = rf"(?P<share>{_AMOUNT})\s?(?:%|per\s?cent{NO_WORD_AFTER})"
_COUNT = rf"(?P<count>{FIGURE_PATTERN}|{WORD_PATTERN}){NO_WORD_AFTER}"
_NUMBER = late(rf"(?:{_SUM}|{NO_WORD_BEFORE}(?<![0-9][.,/])(?:{_SHARE}|{_COUNT}))", re.IGNORECASE)


def find_numbers(text: str) -> list[FoundNumber]:
    """Every count, sum of money and share in ``text``, in order: ``number = sum | share | count``.

    ``£15k`` is 15000 in ``£``; ``1,250`` and ``twenty-one`` are counts; ``4.5%`` and ``4.5 per cent`` are shares of 4.5.
    Figures longer than nine digits are left out (R51).
    """
    found = []
    for match in _NUMBER.finditer(text):
        if match["sum"]:
            value = float(match["sum"].replace(",", "")) * _SCALES.get((match["scale"] or "").casefold(), 1)
            found.append(FoundNumber(match.start(), match.end(), "money", value, match["currency"]))
        elif match["share"]:
            found.append(FoundNumber(match.start(), match.end(), "percent", float(match["share"].replace(",", ""))))
        else:
            found.append(FoundNumber(match.start(), match.end(), "count", number_value(match["count"])))
    return found
