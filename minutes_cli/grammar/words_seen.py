"""The words of a stretch of text, as gates ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes_cli.grammar.folding import LETTER_GAP, LONGEST_WORD, RUN, SPACES, UNUSUAL, fold, fold_signs

_PLAIN_RUN = re.compile(r"[^\W_]++")
_UNUSUAL = re.compile(f"[{UNUSUAL}]")

SPELLED = re.compile(f"(?<![^\\W_])[^\\W\\d_](?:[{SPACES}]{{1,{LETTER_GAP}}}+[^\\W\\d_](?![^\\W_])){{2,}}+")
"""Three and more single letters in a row: a letter-spaced word, or several."""


@dataclass(slots=True)
class Seen:
    """The words of a stretch of text."""

    words: frozenset[str]
    """Its runs of letters and digits, folded; those in capitals also as printed after =, and == if there is any."""
    spelled: str = ""
    """What its single letters in a row spell; empty in nearly every text."""

    @classmethod
    def of(cls, text: str) -> Seen:
        """The words of `text`, in one pass; runs of more than twice `LONGEST_WORD` letters are left out."""
        in_order = (
            _PLAIN_RUN.findall(text) if is_usual(text) else [fold_signs(run) for run in RUN.findall(text) if len(run) <= 2 * LONGEST_WORD]
        )
        runs = set(in_order)
        if text.isascii():
            words = set(map(str.casefold, runs))
        else:
            words = {run.casefold() if run.isascii() else fold(run) for run in runs if len(run) <= 2 * LONGEST_WORD}
        letters = [word for word in words if len(word) < 2]
        capitals = [f"={run}" for run in runs if run.isupper() and len(run) > 1]
        if capitals:
            words.update(capitals)
            words.add("==")
        return cls(frozenset(words), "|".join(joined for joined, _ in spelled(text)) if len(letters) > 1 and _three_alone(in_order) else "")

    def any_of(self, words: Iterable[str]) -> set[str]:
        """Those of `words` that stand in the text or are spelled there."""
        found = set(self.words.intersection(words))
        return found if not self.spelled else found | {word for word in words if len(word) > 2 and unmarked(word) in self.spelled}


def is_usual(text: str) -> bool:
    """True where a text holds neither hidden characters nor combining accents, so that its runs need no care."""
    return text.isascii() or _UNUSUAL.search(text) is None


def _three_alone(runs: list[str]) -> bool:
    """True where three runs of one letter follow each other, as letter-spaced words need."""
    return "111" in "".join(["1" if len(run) == 1 else "0" for run in runs])


def unmarked(key: str) -> str:
    """A key as it is folded: ``=AGREED`` gives ``agreed``."""
    return fold(key[1:]) if key[:1] == "=" else key


def spelled(text: str) -> Iterator[tuple[str, list[int]]]:
    """Letters that stand singly in a row, folded and joined, with the offset of each."""
    for found in SPELLED.finditer(text):
        letters = [at for at in range(found.start(), found.end()) if text[at].isalpha()]
        yield "".join(fold(text[at])[:1] for at in letters), letters
