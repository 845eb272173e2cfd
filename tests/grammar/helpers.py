"""Grammars made on the spot, and texts made from phrases."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.nodes import Choice, Gap, Node, Optional, Part, Sequence, Sign, Word
from minutes_cli.grammar.phrases import Phrase

WORDS = {
    "titles": ("Councillor", "Cllr", "Mr", "Mrs"),
    "offices": ("Mayor", "Chair"),
    "bodies": ("Council", "Cabinet", "Committee", "Board", "Panel", "Member"),
}

SPACES = [" ", "\u00a0", "\t", "\u2002", "   ", "\u00a0\u00a0 "]
"""What may stand between two words: space, no-break space, tab, en space, runs."""

PARTS = {
    "mark": [":", "-", "–", ":-", ": -", "/-", ";", ","],
    "label": ["(a)", "b)", "1.", "(iv)", "2.1"],
    "person": ["Councillor Ash", "Mr J. Birch", "the Mayor", "Wren Cole"],
    "date": ["3 May 2031", "03/06/2031", "2031-06-03"],
    "number": ["12", "1,200", "fourteen"],
    "body": ["Cabinet", "the Harbour Committee", "OSMB", "Wexcombe Borough Council"],
}


def grammar_of(*sources: str, words: Mapping[str, tuple[str, ...]] = WORDS, **facts: str) -> Grammar:
    """A grammar with one section, ``s``, of these phrases, all with the same facts (searchable unless told otherwise)."""
    facts = {"where": "inline"} | facts
    return Grammar("made-up", (), {"s": tuple(Phrase("s", None, source, facts) for source in sources)}, words)


@st.composite
def texts_of(draw: st.DrawFn, node: Node) -> str:
    """A text that the phrase of `node` is meant to match: case, white space, dashes and letter spacing vary."""
    pieces = _pieces(draw, node)
    text = ""
    for piece in pieces:
        text += (draw(st.sampled_from(SPACES)) if text else "") + piece
    return text


def _pieces(draw: st.DrawFn, node: Node) -> list[str]:
    if isinstance(node, Word):
        return [_word(draw, node)]
    if isinstance(node, Sign):
        return [draw(st.sampled_from("-–—‑")) if node.text == "-" else node.text]
    if isinstance(node, Part):
        return [draw(st.sampled_from(PARTS[node.part]))]
    if isinstance(node, Gap):
        return draw(st.lists(st.sampled_from(["zzz", "Zig", "zag,"]), max_size=3))
    if isinstance(node, Optional):
        return _pieces(draw, node.item) if draw(st.booleans()) else []
    if isinstance(node, Choice):
        return _pieces(draw, draw(st.sampled_from(node.options)))
    assert isinstance(node, Sequence)
    return [piece for item in node.items for piece in _pieces(draw, item)]


def _word(draw: st.DrawFn, node: Word) -> str:
    way = draw(st.sampled_from(["as it is", "upper", "title", "hidden", "spaced"]))
    if way == "hidden" and len(node.text) > 1:
        return node.text[:1] + "\u00ad" + node.text[1:]
    if way == "spaced" and len(node.text) > 2 and node.text.isascii() and node.text.isalpha():
        letters = node.text if node.exact else node.text.upper()
        return draw(st.sampled_from([" ", "\u00a0"])).join(letters)
    if node.exact:
        return node.text
    return {"upper": node.text.upper(), "title": node.text.title()}.get(way, node.text)
