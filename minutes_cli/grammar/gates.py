"""What a text must hold before a phrase is worth parsing: a light pass over the notation, without pyparsing.

Most lines of a page begin no phrase at all, so the words decide first: those that can open the phrase (`first`), and
sets of words of which one must follow (`needs`). A gate may let a text through that the phrase then refuses; it never
keeps one back that the phrase would match. Tests prove both, against the nodes and against the compiled phrases.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.folding import first_run, fold, fold_signs
from minutes_cli.grammar.named import ARTICLES
from minutes_cli.grammar.notation import SIGN, WORD

CAPITAL, DIGIT, LABEL, NUMBER, DATE, BODY = "<capital>", "<digit>", "<label>", "<number>", "<date>", "<body>"
"""Classes, which a grammar's vocabulary makes words of; every other key is a word's first run of letters, or a sign.
A key that begins with = is a word in capitals that must stand so."""

_NAME = ARTICLES | {CAPITAL}
PART_FIRST = {
    "mark": frozenset(":;,-/."),
    "label": frozenset({LABEL}),
    "number": frozenset({NUMBER}),
    "date": frozenset({DATE}),
    "person": _NAME,
    "body": _NAME,
}

PART_NEEDS = {"body": [frozenset({BODY})]}
"""Words that a part cannot do without."""

COMMON = frozenset(
    {
        "the",
        "a",
        "an",
        "it",
        "of",
        "to",
        "that",
        "be",
        "and",
        "in",
        "was",
        "is",
        "for",
        "on",
        "by",
        "with",
        "at",
        "from",
        "this",
        "as",
        "not",
        "no",
        "or",
        "has",
        "had",
        "have",
        "were",
        "been",
        "any",
        "all",
    }
)
"""Words in nearly every paragraph: they make a poor gate."""

_POOR = COMMON | {BODY}

TOKEN = re.compile(rf'[\[\](|)]|"[^"]{{0,400}}"|\.\.\.|…|[a-z]{{1,20}}=|{WORD}|{SIGN}')
"""What a phrase is made of: brackets, bars, quotations, gaps, names of parts, words and signs."""
_GROUPED = re.compile(rf'[\[(][^\[\]()"]{{1,400}}[\])]|{TOKEN.pattern}')
"""The same, with each bracket that holds none as one token."""
PIECE = re.compile(rf"({WORD})|(\S)")

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Gate:
    """`first`: what the phrase may begin with; `needs`: sets of words, one of each of which it must contain."""

    first: Keys
    needs: tuple[Keys, ...]

    def trigger(self) -> Keys | None:
        """The rarest of the sets it needs, whose words are looked for in a text; None where it needs no word at all."""
        return min(self.needs, key=_rarity, default=None)


def _rarity(keys: Keys) -> tuple[bool, int]:
    return not keys.isdisjoint(_POOR), len(keys)


@dataclass(slots=True)
class _Run:
    """A sequence as far as it has been read."""

    first: set[str] = field(default_factory=set)
    nullable: bool = True
    needs: list[Keys] = field(default_factory=list)

    def add(self, first: Keys | set[str], nullable: bool, needs: list[Keys]) -> None:
        if self.nullable:
            self.first |= first
            self.nullable = nullable
        self.needs += needs


@dataclass(slots=True)
class _Level:
    """A bracket that is open: what it is, its finished alternatives, the one being read."""

    bracket: str
    done: list[_Run] = field(default_factory=list)
    run: _Run = field(default_factory=_Run)

    def close(self) -> tuple[set[str], bool, list[Keys]]:
        runs = [*self.done, self.run]
        first = runs[0].first if len(runs) == 1 else set[str]().union(*(run.first for run in runs))
        if self.bracket == "[":
            return first, True, []
        if len(runs) == 1:
            return first, runs[0].nullable, runs[0].needs
        needs = []
        if all(run.needs for run in runs):
            needs = [frozenset[str]().union(*(run.needs[0] if len(run.needs) == 1 else min(run.needs, key=_rarity) for run in runs))]
        return first, any(run.nullable for run in runs), needs


def gate_of(source: str) -> Gate:
    """The gate of a phrase that is in the notation; of other texts it gives something, and no error."""
    first, _, needs = _read(_GROUPED.findall(unicodedata.normalize("NFC", source)))
    return Gate(frozenset(first), tuple(needs))


def _read(tokens: list[str], bracket: str = "(") -> tuple[set[str], bool, list[Keys]]:
    """First keys, whether it may be empty, and needs of what stands in one bracket."""
    levels = [_Level(bracket)]
    run = levels[0].run
    for text in tokens:
        if text in "[(":
            levels.append(_Level(text))
            run = levels[-1].run
        elif text in "])":
            if len(levels) > 1:
                closed = levels.pop().close()
                run = levels[-1].run
                run.add(*closed)
        elif text == "|":
            levels[-1].done.append(run)
            run = levels[-1].run = _Run()
        elif text[0] in "[(":
            run.add(*_flat(text))
        elif text[0] == '"':
            for piece in PIECE.findall(text[1:-1]):
                run.add(*plain_keys(piece[0] or piece[1], True))
        elif text in PART_FIRST:
            run.add(PART_FIRST[text], False, PART_NEEDS.get(text, []))
        elif text not in ("...", "…") and text[-1] != "=":
            run.add(*plain_keys(text, False))
    return levels[0].close()


_PLAIN_OPTIONS = re.compile(r"[a-z]++(?: [a-z]++)*+(?: \| [a-z]++(?: [a-z]++)*+)*+")
"""Options of small ASCII words alone, as most brackets hold."""


@cache
def _flat(text: str) -> tuple[set[str], bool, list[Keys]]:
    """What a bracket without brackets in it adds to its sequence; the same ones stand in many phrases."""
    inside = text[1:-1]
    if _PLAIN_OPTIONS.fullmatch(inside):
        options = [option.split(" ") for option in inside.split(" | ")]
        if all(map(PART_FIRST.keys().isdisjoint, options)):
            return _spoken(options, text[0])
    return _read(TOKEN.findall(inside), text[0])


def _spoken(options: list[list[str]], bracket: str) -> tuple[set[str], bool, list[Keys]]:
    """As `_read`, for options that are plain words, each of which is its own key: a third of a start's work on phrases goes there."""
    first = {option[0] for option in options}
    if bracket == "[":
        return first, True, []
    if len(options) == 1:
        return first, False, [frozenset({word}) for word in options[0]]
    return first, False, [frozenset(next((word for word in option if word not in COMMON), option[0]) for option in options)]


@cache
def plain_keys(text: str, exact: bool) -> tuple[Keys, bool, list[Keys]]:
    """What a word or a sign adds to its sequence; signs are nothing that a text is searched for."""
    if not text[0].isalnum():
        return frozenset({fold_signs(text)}), False, []
    key = first_run(fold(text))
    printed = first_run(fold_signs(text))
    shouted = exact and len(printed) > 1 and printed.isupper()
    return frozenset({key}), False, [frozenset({"=" + printed if shouted else key})]
