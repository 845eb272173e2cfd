"""The phrase notation: text to nodes, with pyparsing.

Each function's docstring is its production. `grammars/README.md` is the notation's manual.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pyparsing as pp

from minutes_cli.grammar.folding import LONGEST_WORD, fold, fold_signs
from minutes_cli.grammar.late import late
from minutes_cli.grammar.nodes import PARTS, Choice, Gap, Node, Optional, Part, Sequence, Sign, Word

LONGEST_PHRASE = 1000
"""Characters of the longest phrase."""
DEEPEST = 8
"""How deep brackets may stand in each other; real phrases need three."""

WORD = r"[^\W_]{1,60}(?:['’‐‑-][^\W_]{1,60}){0,8}"
SIGN = r"[,;:./&*#+%@!?£€–—'’-]"
NAMED = r"(?:[a-z]{1,20}=)?(?:" + "|".join(PARTS) + r")(?![^\W_]|['’‐‑-][^\W_])"

_PLAIN = rf'"[^"\n]{{1,200}}"|\.\.\.|…|{NAMED}|[a-z]{{1,20}}=|{WORD}|{SIGN}'
_TOKEN = late(rf"\||{_PLAIN}")
"""Everything of the notation that is no bracket."""


class PhraseSyntaxError(ValueError):
    """A phrase that is not in the notation: what is wrong, the phrase, and the span (start, end) of the wrong part in it.

    As text it is three lines: the message, the phrase, and carets under the wrong part.
    """

    def __init__(self, message: str, source: str, span: tuple[int, int]) -> None:
        super().__init__(message, source, span)
        self.message = message
        self.source = source
        self.span = span

    def __str__(self) -> str:
        start, end = self.span
        return f"{self.message}\n    {self.source}\n    {' ' * start}{'^' * max(1, end - start)}"


def parse_phrase(source: str) -> Node:
    """Parses one phrase to its nodes; raises PhraseSyntaxError with the place of what is wrong."""
    source = unicodedata.normalize("NFC", source)
    _check_brackets(source)
    try:
        node: Node = phrase().parse_string(source, parse_all=True)[0]
    except pp.ParseBaseException as fault:
        at = min(fault.loc, len(source))
        raise _unexpected(source, at) from None
    _check_sense(node, source)
    return node


@cache
def phrase() -> pp.ParserElement:
    """phrase = flat | alternatives"""
    inner = pp.Forward()
    inner.set_name("phrase")
    inner << (flat() | alternatives(sequence(element(optional(inner), choice(inner)))))
    return inner.parse_with_tabs()


def flat() -> pp.ParserElement:
    """flat = plain ("|" plain)* ; a phrase, or what stands in a bracket, without any bracket in it, as one token of pyparsing"""
    bar = r"\|(?!\s*+(?:[|\])]|\Z))"
    return pp.Regex(rf"(?!\|)(?:(?:{_PLAIN}|{bar})\s*+)++(?=[\])]|\Z)").set_parse_action(_flat_choice).set_name("words")


def alternatives(part: pp.ParserElement) -> pp.ParserElement:
    """alternatives = sequence ("|" sequence)*"""
    built = pp.DelimitedList(part, delim="|")
    return built.set_parse_action(lambda found: found[0] if len(found) == 1 else Choice(tuple(found))).set_name("alternatives")


def sequence(part: pp.ParserElement) -> pp.ParserElement:
    """sequence = element+"""
    built = pp.OneOrMore(part)
    return built.set_parse_action(lambda found: found[0] if len(found) == 1 else Sequence(tuple(found))).set_name("sequence")


def element(optional_part: pp.ParserElement, choice_part: pp.ParserElement) -> pp.ParserElement:
    """element = plain | optional | choice"""
    return (plain() | optional_part | choice_part).set_name("element")


def optional(inner: pp.ParserElement) -> pp.ParserElement:
    """optional = "[" phrase "]" """
    built = pp.Suppress("[") + inner + pp.Suppress("]")
    return built.set_parse_action(lambda found: Optional(found[0])).set_name("optional")


def choice(inner: pp.ParserElement) -> pp.ParserElement:
    """choice = "(" phrase ")" """
    built = pp.Suppress("(") + inner + pp.Suppress(")")
    return built.set_name("choice")


def plain() -> pp.ParserElement:
    """plain = (quoted | gap | part | word | sign)+ ; all that stands between brackets, one token of pyparsing

    quoted = '"' words and signs whose case counts '"'
    gap    = "..." | "…"
    part   = [name "="] ("mark" | "label" | "person" | "date" | "number" | "body")
    word   = letters and digits, joined by apostrophes or hyphens
    sign   = one of , ; : . / & * # + % @ ! ? £ € - – — ' ’ ; other signs stand in quotes
    """
    return pp.Regex(rf"(?:(?:{_PLAIN})\s*+)++").set_parse_action(_nodes).set_name("words")


def _flat_choice(source: str, at: int, found: pp.ParseResults) -> Node:
    built = [option[0] if len(option) == 1 else Sequence(tuple(option)) for option in _options_of(found[0], source, at)]
    return built[0] if len(built) == 1 else Choice(tuple(built))


def _nodes(source: str, at: int, found: pp.ParseResults) -> list[Node]:
    return _options_of(found[0], source, at)[0]


def _options_of(words: str, source: str, at: int) -> list[list[Node]]:
    """The nodes of what stands at `at` of a phrase and holds no bracket, option by option."""
    options: list[list[Node]] = [[]]
    for token in _TOKEN.finditer(words):
        text = token.group()
        nodes = options[-1]
        if text == "|":
            options.append([])
        elif text[0] == '"':
            exact = _exact(text[1:-1])
            nodes += exact.items if isinstance(exact, Sequence) else [exact]
        elif text in ("...", "…"):
            nodes.append(Gap())
        elif text[-1] == "=":
            start = at + token.start()
            raise PhraseSyntaxError(f"a name before = needs a part after it: {', '.join(PARTS)}", source, (start, start + len(text)))
        elif text.rpartition("=")[2] in PARTS:
            nodes.append(_part(text))
        elif text[0].isalnum():
            nodes.append(Word(fold(text)))
        else:
            nodes.append(Sign(fold_signs(text)))
    return options


def _part(text: str) -> Part:
    name, _, kind = text.rpartition("=")
    return Part(kind, name or kind)


def _exact(text: str) -> Node:
    pieces: list[Node] = []
    for found in re.finditer(rf"({WORD})|(\S)", fold_signs(text)):
        pieces.append(Word(found[1], exact=True) if found[1] else Sign(found[2]))
    return pieces[0] if len(pieces) == 1 else Sequence(tuple(pieces))


def _check_brackets(source: str) -> None:
    if not source.strip():
        raise PhraseSyntaxError("a phrase needs at least one word", source, (0, 0))
    if len(source) > LONGEST_PHRASE:
        raise PhraseSyntaxError(f"a phrase has at most {LONGEST_PHRASE} characters", source, (LONGEST_PHRASE, LONGEST_PHRASE))
    pairs = {"]": "[", ")": "("}
    open_: list[int] = []
    quote = -1
    before = "|"
    for at, sign_ in enumerate(source):
        if sign_.isspace() and quote < 0:
            continue
        if quote < 0 and sign_ in "])|" and before in "[(|":
            raise PhraseSyntaxError(
                f"something is missing between {before} and {sign_}" if at else "a phrase cannot begin with |", source, (at, at + 1)
            )
        before = sign_ if quote < 0 and sign_ != '"' else '"'
        if sign_ == '"':
            quote = at if quote < 0 else -1
        elif quote >= 0:
            continue
        elif sign_ in "[(":
            open_.append(at)
            if len(open_) > DEEPEST:
                raise PhraseSyntaxError(f"brackets stand more than {DEEPEST} deep", source, (at, at + 1))
        elif sign_ in "])":
            if not open_ or source[open_[-1]] != pairs[sign_]:
                raise PhraseSyntaxError(f"{sign_} closes nothing that was opened", source, (at, at + 1))
            open_.pop()
    if quote >= 0:
        raise PhraseSyntaxError("the quotation is never closed", source, (quote, quote + 1))
    if open_:
        raise PhraseSyntaxError(f"{source[open_[-1]]} is never closed", source, (open_[-1], open_[-1] + 1))


def _unexpected(source: str, at: int) -> PhraseSyntaxError:
    at = next((i for i in range(at, len(source)) if not source[i].isspace()), len(source))
    rest = source[at:]
    if rest[:1] in ("]", ")", "|", ""):
        return PhraseSyntaxError("a word, a part, a sign or a bracket is missing here", source, (at, at + 1))
    return PhraseSyntaxError("this character has no meaning here; put it in quotes", source, (at, at + 1))


def _check_sense(node: Node, source: str) -> None:
    """Refuses what could never work: a phrase that fits nothing at all, one that opens with a gap, a word of endless letters."""
    whole = (0, len(source))
    if may_be_empty(node):
        raise PhraseSyntaxError("every part of this phrase may be missing, so it fits anywhere", source, whole)
    waiting: list[tuple[Node, bool]] = [(node, True)]
    while waiting:
        current, first = waiting.pop()
        if isinstance(current, Gap) and first:
            place = re.search(r"(?:^|[\[(|])\s{0,99}(\.\.\.|…)", source) or re.search(r"(\.\.\.|…)", source)
            span = place.span(1) if place else whole
            raise PhraseSyntaxError("nothing can begin with ... ; a word that cannot be missing has to come first", source, span)
        if isinstance(current, Word) and len(current.text) > LONGEST_WORD:
            raise PhraseSyntaxError(f"a word has at most {LONGEST_WORD} letters", source, whole)
        if isinstance(current, Sequence):
            waiting += [(item, all(may_be_empty(before) for before in current.items[:i])) for i, item in enumerate(current.items)]
        elif isinstance(current, Choice):
            waiting += [(item, True) for item in current.options]
        elif isinstance(current, Optional):
            waiting.append((current.item, True))


def may_be_empty(node: Node) -> bool:
    """True if the node can match no characters at all; such a thing never stands under a repetition (P15)."""
    if isinstance(node, Sequence):
        return all(may_be_empty(item) for item in node.items)
    if isinstance(node, Choice):
        return any(may_be_empty(item) for item in node.options)
    return isinstance(node, Optional | Gap)
