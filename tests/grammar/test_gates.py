"""The gate: a light pass over the notation that must agree with the nodes and never keep back what a phrase matches."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.grammar.compiling import compile_phrase
from minutes_cli.grammar.gates import BODY, COMMON, PART_FIRST, PART_NEEDS, Gate, gate_of
from minutes_cli.grammar.loading import grammar_names, load
from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.nodes import Choice, Gap, Node, Optional, Part, Sequence, Sign, Word
from minutes_cli.grammar.notation import parse_phrase
from minutes_cli.grammar.phrases import Phrase
from minutes_cli.grammar.seconds import seconds_of
from tests.grammar.helpers import texts_of


def gate_of_node(node: Node) -> Gate:
    """The gate, worked out from the nodes that pyparsing gives."""
    first, _, needs = _walk(node)
    return Gate(first, tuple(needs))


def _walk(node: Node) -> tuple[frozenset[str], bool, list[frozenset[str]]]:
    if isinstance(node, Word):
        key = node.text.casefold().replace("’", "'").split("-")[0].split("'")[0]
        printed = node.text.split("-")[0].split("'")[0]
        shouted = node.exact and len(printed) > 1 and printed.isupper()
        return frozenset({key}), False, [frozenset({f"={printed}" if shouted else key})]
    if isinstance(node, Sign):
        return frozenset({node.text}), False, []
    if isinstance(node, Part):
        return PART_FIRST[node.part], False, list(PART_NEEDS.get(node.part, []))
    if isinstance(node, Gap):
        return frozenset(), True, []
    if isinstance(node, Optional):
        return _walk(node.item)[0], True, []
    if isinstance(node, Choice):
        walked = [_walk(option) for option in node.options]
        needs = [frozenset().union(*(min(w[2], key=_rarity) for w in walked))] if all(w[2] for w in walked) else []
        return frozenset().union(*(w[0] for w in walked)), any(w[1] for w in walked), needs
    first: frozenset[str] = frozenset()
    nullable = True
    all_needs: list[frozenset[str]] = []
    assert isinstance(node, Sequence)
    for item in node.items:
        item_first, item_nullable, item_needs = _walk(item)
        if nullable:
            first |= item_first
            nullable = item_nullable
        all_needs += item_needs
    return first, nullable, all_needs


def _rarity(keys: frozenset[str]) -> tuple[bool, int]:
    return bool(keys & (COMMON | {BODY})), len(keys)


@cache
def shipped() -> list[tuple[Grammar, Phrase]]:
    grammars = [load(name) for name in grammar_names()]
    return [(g, p) for g in grammars for section in g.sections() for p in g.phrases(section) if p.file == g.file]


def test_the_light_pass_agrees_with_the_nodes_on_every_shipped_phrase() -> None:
    for _, phrase in shipped():
        assert gate_of(phrase.source) == gate_of_node(parse_phrase(phrase.source)), phrase.source


ELEMENTS = st.recursive(
    st.sampled_from(["resolved", "sub-group", '"AGREED"', '"Lost it"', "mark", "by=body", "...", ",", "that", "person", "ŵyl", '"("']),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda found: "(" + " | ".join(found) + ")"),
        inner.map(lambda one: f"[{one}]"),
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
    ),
    max_leaves=8,
)


@given(ELEMENTS)
def test_the_light_pass_agrees_with_the_nodes_on_any_phrase(source: str) -> None:
    source = f"start {source}"
    try:
        node = parse_phrase(source)
    except ValueError:
        return
    assert gate_of(source) == gate_of_node(node)


@settings(max_examples=250)
@given(st.data())
def test_the_gate_lets_through_whatever_the_phrase_matches(data: st.DataObject) -> None:
    grammar, phrase = data.draw(st.sampled_from(shipped()))
    text = data.draw(texts_of(parse_phrase(phrase.source)))[:180]
    alone = Grammar("alone", (), {"s": (Phrase("s", None, phrase.source, {"where": "inline"}),)}, grammar.lists())
    try:
        results = compile_phrase(phrase.source, grammar.words).parse_string(text)
    except Exception as fault:
        assert type(fault).__name__ == "ParseException"
        assert alone.match("s", text) is None
        return
    found = alone.match("s", text)
    assert found is not None, (phrase.source, text)
    assert found.end == list(results)[-1][2]
    searched = list(alone.search("s", text))
    assert not text[:1].isalnum() or (searched and searched[0].start == 0), (phrase.source, text)


@pytest.mark.parametrize(
    ("source", "trigger"),
    [
        ("[it was] resolved that", {"resolved"}),
        ("on the motion of person", {"motion"}),
        ('by=body "AGREED"', {"=AGREED"}),
        ("[a] [b] mark", None),
    ],
)
def test_the_trigger_is_the_rarest_word(source: str, trigger: set[str] | None) -> None:
    assert gate_of(source).trigger() == trigger


@pytest.mark.parametrize(
    ("source", "seconds"),
    [
        ("and resolved mark", {"and": {"resolved"}}),
        ("[it was] resolved [that] [mark]", {"it": {"was"}, "resolved": None}),
        ("(parish clerk | rfo) mark", {"parish": {"clerk"}, "rfo": {":", ";", ",", "-", "/", "."}}),
        ("moved ... by", {"moved": None}),
        ("sub-group of", {"sub": {"-"}}),
        ("[the] [further] motion was", {"the": {"further", "motion"}, "further": {"motion"}, "motion": {"was"}}),
        ('"(" number ")"', {"(": {"<number>"}}),
        ("number of", {"<number>": {",", "-", "of"}}),
        ("date", {"<date>": {"/", "-", ".", ",", "of", "<date>", "<digit>"}}),
    ],
)
def test_what_may_come_second(source: str, seconds: dict[str, set[str] | None]) -> None:
    assert {key: None if found is None else set(found) for key, found in seconds_of(source).items()} == seconds


@given(ELEMENTS)
def test_any_phrase_compiles(source: str) -> None:
    try:
        parse_phrase(source)
    except ValueError:
        return
    assert str(compile_phrase(source, lambda _: frozenset({"council"}))) == source
