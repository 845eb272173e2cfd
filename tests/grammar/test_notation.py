"""The phrase notation: what it says, and how it complains."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.grammar.nodes import Choice, Gap, Node, Optional, Part, Sequence, Sign, Word
from minutes_cli.grammar.notation import PhraseSyntaxError, parse_phrase

GOOD: dict[str, Node] = {
    "resolved": Word("resolved"),
    "Resolved That": Sequence((Word("resolved"), Word("that"))),
    "sub-group": Word("sub-group"),
    '"AGREED"': Word("AGREED", exact=True),
    '"On Notice"': Sequence((Word("On", exact=True), Word("Notice", exact=True))),
    '"("': Sign("("),
    "[it]was": Sequence((Optional(Word("it")), Word("was"))),
    "(a | b c)": Choice((Word("a"), Sequence((Word("b"), Word("c"))))),
    "a | b": Choice((Word("a"), Word("b"))),
    "[a|b] c": Sequence((Optional(Choice((Word("a"), Word("b")))), Word("c"))),
    "motion [mark]": Sequence((Word("motion"), Optional(Part("mark", "mark")))),
    "by=body resolved": Sequence((Part("body", "by"), Word("resolved"))),
    "Date of decision": Sequence((Word("date"), Word("of"), Word("decision"))),
    "date": Part("date", "date"),
    "vote ... to number": Sequence((Word("vote"), Gap(), Word("to"), Part("number", "number"))),
    "vote … closed": Sequence((Word("vote"), Gap(), Word("closed"))),
    "issue – decisions": Sequence((Word("issue"), Sign("-"), Word("decisions"))),
    "nem. con.": Sequence((Word("nem"), Sign("."), Word("con"), Sign("."))),
    "y Cyngor": Sequence((Word("y"), Word("cyngor"))),
    "tŷ": Word("ty\u0302"),
}


@pytest.mark.parametrize("source", GOOD, ids=list(GOOD))
def test_a_phrase_says_what_it_means(source: str) -> None:
    assert parse_phrase(source) == GOOD[source]


BAD = {
    "": "a phrase needs at least one word\n    \n    ^",
    "[it was resolved": "[ is never closed\n    [it was resolved\n    ^",
    "resolved ) that": ") closes nothing that was opened\n    resolved ) that\n             ^",
    "(a ]": "] closes nothing that was opened\n    (a ]\n       ^",
    'put to "the': 'the quotation is never closed\n    put to "the\n           ^',
    "a (b | )": "something is missing between | and )\n    a (b | )\n           ^",
    "[] a": "something is missing between [ and ]\n    [] a\n     ^",
    "| a": "a phrase cannot begin with |\n    | a\n    ^",
    "a |": "a word, a part, a sign or a bracket is missing here\n    a |\n      ^",
    "resolved ~ that": "this character has no meaning here; put it in quotes\n    resolved ~ that\n             ^",
    "moved x=foo": "a name before = needs a part after it: mark, label, person, date, number, body\n    moved x=foo\n          ^^",
    "[a] [b]": "every part of this phrase may be missing, so it fits anywhere\n    [a] [b]\n    ^^^^^^^",
    "... moved": "nothing can begin with ... ; a word that cannot be missing has to come first\n    ... moved\n    ^^^",
    "((((((((( a )))))))))": "brackets stand more than 8 deep\n    ((((((((( a )))))))))\n            ^",
}


@pytest.mark.parametrize("source", BAD, ids=list(BAD))
def test_a_wrong_phrase_is_shown_with_its_place(source: str) -> None:
    with pytest.raises(PhraseSyntaxError) as fault:
        parse_phrase(source)
    assert str(fault.value) == BAD[source]


def test_a_phrase_of_endless_letters_is_refused() -> None:
    with pytest.raises(PhraseSyntaxError, match="a word has at most 40 letters"):
        parse_phrase("x" * 50)
    with pytest.raises(PhraseSyntaxError, match="at most 1000 characters"):
        parse_phrase("word " * 300)


@given(st.text(alphabet='ab |[]()"=.…~ markdaté-\n\t’', max_size=40))
def test_any_text_is_a_phrase_or_one_clear_error(source: str) -> None:
    try:
        parse_phrase(source)
    except PhraseSyntaxError as fault:
        start, end = fault.span
        assert 0 <= start <= len(fault.source)
        assert start <= end
        assert str(fault).count("\n") >= 2
