"""The words of a stretch of text, as gates ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.folding import LETTER_GAP, LONGEST_WORD, RUN, SPACES, UNUSUAL, fold, fold_signs
from minutes_cli.grammar.late import late

_PLAIN_RUN = re.compile(r"[^\W_]++")
_UNUSUAL = re.compile(f"[{UNUSUAL}]")

_SINGLY = late(f"[{SPACES}][^\\W_][{SPACES}]{{1,{LETTER_GAP}}}+[^\\W_](?![^\\W_])")
"""Two letters or digits in a row of which each stands alone: the second and the third of a letter-spaced word."""

SPELLED = late(f"(?<![^\\W_])[^\\W\\d_](?:[{SPACES}]{{1,{LETTER_GAP}}}+[^\\W\\d_](?![^\\W_])){{2,}}+")
"""Three and more single letters in a row: a letter-spaced word, or several."""


@dataclass(slots=True)
class Seen:
    """The words of a stretch of text."""

    words: frozenset[str]
    """Its runs of letters and digits, folded; those in capitals also as printed after =, and == if there is any."""
    spelled: str = ""
    """What its single letters in a row spell; empty in nearly every text."""
    usual: bool = True
    """False where the text holds hidden characters or combining accents, which the words lack."""
    asked: tuple[object, int] | None = None
    """The index that asked last, and a mask of its phrases that the words call up."""

    @classmethod
    def of(cls, text: str) -> Seen:
        """The words of `text`, in one pass; runs of more than twice `LONGEST_WORD` letters are left out."""
        usual = is_usual(text)
        in_order = text.split() if usual else [fold_signs(run) for run in RUN.findall(text) if len(run) <= 2 * LONGEST_WORD]
        runs = set(in_order)
        if usual:
            joined = [run for run in runs if not run.isalnum()]
            runs.difference_update(joined)
            runs.update(_PLAIN_RUN.findall(" ".join(joined)))
        if text.isascii():
            words = set(map(str.lower, runs))
        else:
            words = {run.lower() if run.isascii() else fold(run) for run in runs if len(run) <= 2 * LONGEST_WORD}
        capitals = [f"={run}" for run in filter(str.isupper, runs) if len(run) > 1]
        if capitals:
            words.update(capitals)
            words.add("==")
        letters = sum(len(word) < 2 for word in words) > 1 and _SINGLY.search(text) is not None
        return cls(frozenset(words), "|".join(joined for joined, _ in spelled(text)) if letters else "", usual)

    def any_of(self, words: Iterable[str]) -> set[str]:
        """Those of `words` that stand in the text or are spelled there."""
        found = set(self.words.intersection(words))
        return found if not self.spelled else found | {word for word in words if len(word) > 2 and unmarked(word) in self.spelled}


KEPT = 8192
"""Texts of which the words are remembered: about the lines of the longest pages, each of which is asked many times. They come to 20 MB."""
LONGEST = 4000
"""Code points of the longest text that is remembered."""


def seen_in(text: str) -> Seen:
    """The words of a text."""
    return _remembered(text) if len(text) <= LONGEST else _long(text)


@lru_cache(maxsize=KEPT)
def _remembered(text: str) -> Seen:
    return Seen.of(text)


@lru_cache(maxsize=2)
def _long(text: str) -> Seen:
    """The words of a long text, remembered while it is read: it is asked of for each of its sentences."""
    return Seen.of(text)


def lacks(text: str, words: frozenset[str]) -> bool:
    """True where a text holds none of `words`, which are whole, without case and accents."""
    seen = seen_in(text)
    return words.isdisjoint(seen.words) and (seen.usual or words.isdisjoint(_PLAIN_RUN.findall(text.casefold())))


def is_usual(text: str) -> bool:
    """True where a text holds neither hidden characters nor combining accents, so that its runs need no care."""
    return text.isascii() or _UNUSUAL.search(text) is None


def unmarked(key: str) -> str:
    """A key as it is folded: ``=AGREED`` gives ``agreed``."""
    return fold(key[1:]) if key[:1] == "=" else key


def spelled(text: str) -> Iterator[tuple[str, list[int]]]:
    """Letters that stand singly in a row, folded and joined, with the offset of each."""
    for found in SPELLED.finditer(text):
        letters = [at for at in range(found.start(), found.end()) if text[at].isalpha()]
        yield "".join(fold(text[at])[:1] for at in letters), letters
