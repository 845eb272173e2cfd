"""The named parts: what each recognises, in the white space and punctuation of real pages."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.grammar.matching import Grammar
from tests.grammar.helpers import WORDS, grammar_of


def part(kind: str, text: str) -> str | None:
    """The words that the part `kind` takes at the start of `text`."""
    found = _GRAMMARS[kind].match("s", f"zz {text}")
    return f"zz {text}"[slice(*found.parts[kind][0])] if found else None


_GRAMMARS: dict[str, Grammar] = {kind: grammar_of(f"zz {kind}") for kind in ("mark", "label", "number", "date", "person", "body")}

DASHED = {f"{sign}{space}{dash}" for sign in ":;,/." for space in ("", " ") for dash in "-–"}
MARKS = DASHED | {a + b for a in ":;," for b in ":;,"} | {a + b for a in "-–" for b in "-–:;"} | set(":;,-–")


def test_every_short_mark_is_one_that_is_documented() -> None:
    for length in (1, 2, 3):
        for signs in itertools.product(":;,-–/. x", repeat=length):
            text = "".join(signs)
            if text != text.strip():
                continue
            took = part("mark", text)
            if took is not None and len(took) < 3:
                assert took in MARKS, text
            if text in MARKS:
                assert took == text


@pytest.mark.parametrize(
    ("kind", "text", "took"),
    [
        ("mark", ": - the plan", ": -"),
        ("mark", "/-", "/-"),
        ("mark", "(x", None),
        ("label", "(a) that", "(a)"),
        ("label", "iv) that", "iv)"),
        ("label", "2.1.1 that", "2.1.1"),
        ("label", "12. that", "12."),
        ("label", "2031/32", None),
        ("label", "that", None),
        ("label", "А) that", None),
        ("number", "1,200 votes", "1,200"),
        ("number", "fourteen votes", "fourteen"),
        ("number", "twenty-one votes", "twenty-one"),
        ("number", "1234567890123", None),
        ("number", "٣", None),
        ("number", "votes", None),
        ("date", "3 May 2031 at", "3 May 2031"),
        ("date", "Monday, 3rd May, 2031", "Monday, 3rd May, 2031"),
        ("date", "14th of March", "14th of March"),
        ("date", "March 14, 2031", "March 14, 2031"),
        ("date", "03/06/2031 -", "03/06/2031"),
        ("date", "2031-06-03", "2031-06-03"),
        ("date", "3 gates", None),
        ("date", "may 3", None),
        ("person", "Councillor Ash moved", "Councillor Ash"),
        ("person", "Cllr. J. Birch-Cole, who", "Cllr. J. Birch-Cole"),
        ("person", "Mrs O’Dunne and", "Mrs O’Dunne"),
        ("person", "the Mayor asked", "the Mayor"),
        ("person", "Wren Cole asked", "Wren Cole"),
        ("person", "Councillor Ash     Seconded: Cllr", "Councillor Ash"),
        ("person", "H. McAsh", "H. McAsh"),
        ("person", "AB Seconded", "AB"),
        ("person", "the gate", None),
        ("person", "acclaim", None),
        ("body", "The Wexcombe Harbour Committee resolved", "The Wexcombe Harbour Committee"),
        ("body", "the committee resolved", "the committee"),
        ("body", "OSMB and Cabinet for", "OSMB and Cabinet"),
        ("body", "COUNCIL:", "COUNCIL"),
        ("body", "WEXCOMBE COUNCIL RESOLVED", "WEXCOMBE COUNCIL"),
        ("body", "Cabinet Member for Harbours approved", "Cabinet Member for Harbours"),
        ("body", "RESOLVED that", None),
        ("body", "The gate", None),
    ],
)
def test_what_a_part_takes(kind: str, text: str, took: str | None) -> None:
    assert part(kind, text) == took


def test_a_hyphen_inside_a_word_is_no_mark() -> None:
    found = grammar_of("minute mark")
    assert found.match("s", "Minute-taker") is None
    assert found.match("s", "Minute -taker") is not None
    assert found.match("s", "MINUTE-That") is not None


def test_a_name_given_to_a_part_is_the_name_of_its_span() -> None:
    found = grammar_of("moved by mover=person and seconded by seconder=person").match("s", "Moved by Cllr Ash and seconded by Cllr Birch")
    assert found is not None
    assert found.parts == {"mover": [(9, 17)], "seconder": [(34, 44)]}


@given(st.sampled_from(sorted(_GRAMMARS)), st.text(max_size=60))
def test_a_part_takes_any_text_without_harm(kind: str, text: str) -> None:
    took = part(kind, text)
    assert took is None or took in text


def test_the_parts_use_the_words_of_their_grammar() -> None:
    welsh = grammar_of("gan person", words={**WORDS, "titles": ("Cynghorydd",)})
    assert welsh.match("s", "gan Cynghorydd Onnen") is not None
