"""What a text must hold before a phrase is worth parsing: a light pass over the notation, without pyparsing.

Most lines of a page begin no phrase at all, so the words decide first: those that can open the phrase (`first`), and
sets of words of which one must follow (`needs`). A gate may let a text through that the phrase then refuses; it never
keeps one back that the phrase would match. Tests prove both, against the nodes and against the compiled phrases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_cli.grammar.folding import first_run, fold, fold_signs
from minutes_cli.grammar.named import ARTICLES
from minutes_cli.grammar.notation import NAMED, SIGN, WORD

CAPITAL, DIGIT, ANY = "<capital>", "<digit>", "<any>"
"""Classes of beginnings; everything else in `Gate.first` is a word's first run of letters, or a sign."""

_NAME = ARTICLES | {CAPITAL}
PART_FIRST = {
    "mark": frozenset(":;,-/."),
    "label": frozenset({ANY}),
    "number": frozenset({ANY}),
    "date": frozenset({DIGIT, CAPITAL}),
    "person": _NAME,
    "body": _NAME,
}

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

_TOKEN = re.compile(
    rf'(?P<open>[\[(])|(?P<close>[\])])|(?P<or>\|)|"(?P<quoted>[^"]*+)"|(?P<gap>\.\.\.|…)|(?P<part>{NAMED})|(?P<word>{WORD})|(?P<sign>{SIGN})'
)
_PIECE = re.compile(rf"({WORD})|(\S)")

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Gate:
    """`first`: what the phrase may begin with; `needs`: sets of words, one of each of which it must contain."""

    first: Keys
    needs: tuple[Keys, ...]

    def trigger(self) -> Keys | None:
        """The rarest of its word sets, whose words are looked for in a text; None where every set holds a class or a sign."""
        wordy = [keys for keys in (self.first, *self.needs) if all(key[0].isalnum() for key in keys)]
        return min(wordy, key=lambda keys: (bool(keys & COMMON), len(keys))) if wordy else None


@dataclass(slots=True)
class _Run:
    """A sequence as far as it has been read."""

    first: Keys = frozenset()
    nullable: bool = True
    needs: list[Keys] = field(default_factory=list)

    def add(self, first: Keys, nullable: bool, needs: list[Keys]) -> None:
        if self.nullable:
            self.first |= first
        self.nullable = self.nullable and nullable
        self.needs += needs


@dataclass(slots=True)
class _Level:
    """A bracket that is open: what it is, its finished alternatives, the one being read."""

    bracket: str
    done: list[_Run] = field(default_factory=list)
    run: _Run = field(default_factory=_Run)

    def close(self) -> tuple[Keys, bool, list[Keys]]:
        runs = [*self.done, self.run]
        first: Keys = frozenset().union(*(run.first for run in runs))
        if self.bracket == "[":
            return first, True, []
        if len(runs) == 1:
            return first, runs[0].nullable, runs[0].needs
        shared = [_smallest(run.needs) for run in runs]
        needs = [] if None in shared else [frozenset[str]().union(*(keys for keys in shared if keys))]
        return first, any(run.nullable for run in runs), needs


def _smallest(needs: list[Keys]) -> Keys | None:
    return min(needs, key=lambda keys: (bool(keys & COMMON), len(keys)), default=None)


def gate_of(source: str) -> Gate:
    """The gate of a phrase that is in the notation; of other texts it gives something, and no error."""
    levels = [_Level("(")]
    for found in _TOKEN.finditer(source):
        kind = found.lastgroup
        text = found.group()
        if kind == "open":
            levels.append(_Level(text))
        elif kind == "close" and len(levels) > 1:
            closed = levels.pop().close()
            levels[-1].run.add(*closed)
        elif kind == "or":
            levels[-1].done.append(levels[-1].run)
            levels[-1].run = _Run()
        elif kind == "gap":
            levels[-1].run.add(frozenset(), True, [])
        elif kind == "part":
            levels[-1].run.add(PART_FIRST[text.rpartition("=")[2]], False, [])
        elif kind == "quoted":
            for piece in _PIECE.finditer(found["quoted"]):
                _add_plain(levels[-1].run, piece.group(), bool(piece[1]))
        elif kind in ("word", "sign"):
            _add_plain(levels[-1].run, text, kind == "word")
    first, _, needs = levels[0].close()
    return Gate(first, tuple(needs))


def _add_plain(run: _Run, text: str, word: bool) -> None:
    if word:
        key = frozenset({first_run(fold(text))})
        run.add(key, False, [key])
    else:
        run.add(frozenset({fold_signs(text)}), False, [])
