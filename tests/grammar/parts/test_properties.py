"""What holds for every recogniser and any text: it answers, its places are true, and it answers the same again."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.grammar.parts.actions import VERBS, find_action
from minutes_cli.grammar.parts.addressees import find_addressees
from minutes_cli.grammar.parts.dates import find_dates
from minutes_cli.grammar.parts.deadlines import find_deadlines
from minutes_cli.grammar.parts.doubled import find_doubled
from minutes_cli.grammar.parts.movers import find_movers
from minutes_cli.grammar.parts.numbers import find_numbers
from minutes_cli.grammar.parts.persons import find_persons
from minutes_cli.grammar.parts.references import find_references
from minutes_cli.grammar.parts.responses import find_responses
from minutes_cli.grammar.parts.votes import find_votes

Span = tuple[int, int]


def _movers(text: str) -> tuple[list[Span], list[Span]]:
    found = find_movers(text)
    return ([(found.start, found.end)], [*found.moved_by, *found.seconded_by]) if found else ([], [])


def _references(text: str) -> tuple[list[Span], list[Span]]:
    found = find_references(text)
    inner = [(label.start, label.end) for each in found for pair in each.labels for label in pair if label]
    assert all(text[label.start : label.end] == label.text for each in found for pair in each.labels for label in pair if label)
    return [(each.start, each.end) for each in found], inner + [each.qualifier for each in found if each.qualifier]


def _deadlines(text: str) -> tuple[list[Span], list[Span]]:
    found = find_deadlines(text)
    inner = [(each.after_start, each.after_end) for each in found if each.after_start is not None and each.after_end is not None]
    return [(each.start, each.end) for each in found], inner


def _doubled(text: str) -> tuple[list[Span], list[Span]]:
    found = find_doubled(text)
    assert all(text[a:b].casefold().split() == text[c:d].casefold().split() for a, b, c, d in found)
    return [], [span for a, b, c, d in found for span in ((a, b), (c, d))]


def _votes(text: str) -> tuple[list[Span], list[Span]]:
    found = find_votes(text)
    return [], [(each.start, each.end) for each in found] + [span for each in found for spans in each.names.values() for span in spans]


def _responses(text: str) -> tuple[list[Span], list[Span]]:
    found = find_responses(text)
    inner = [(each.by_start, each.by_end) for each in found if each.by_start is not None and each.by_end is not None]
    return [], [(each.start, each.end) for each in found] + inner + [each.pointer_span for each in found if each.pointer_span]


FINDERS: dict[str, Callable[[str], tuple[list[Span], list[Span]]]] = {
    "addressees": lambda text: (find_addressees(text), []),
    "dates": lambda text: ([(each.start, each.end) for each in find_dates(text)], []),
    "deadlines": _deadlines,
    "doubled": _doubled,
    "movers": _movers,
    "numbers": lambda text: ([(each.start, each.end) for each in find_numbers(text)], []),
    "persons": lambda text: ([(each.start, each.end) for each in find_persons(text)], []),
    "references": _references,
    "responses": _responses,
    "votes": _votes,
}
"""Each recogniser as a function to its spans that must not overlap, in order, and to the further spans that it gives."""

HOT = [
    *(
        "recommendations ",
        "recommendation",
        "resolution ",
        "clause ",
        "Minute ",
        "Appendix ",
        "c)",
        "(a)",
        "(i) ",
        "1.2(c)",
        "d) ",
        "2a",
        "the above ",
        "above",
        "below,",
    ),
    *(
        "the first ",
        "last two ",
        "within ",
        "two ",
        "14 ",
        "months ",
        "days",
        "by ",
        "31 March 2032",
        "14/03/2031",
        "the next meeting",
        "with effect from ",
    ),
    *("Councillor ", "Cllrs ", "Mrs. ", "Ash", "O’Dell", "J. ", "(M)", "moved by ", "MOVED", " seconded by ", "SECONDED ", "the Chair "),
    *(
        "carried ",
        "LOST",
        "For: ",
        "Against: ",
        "12 ",
        "votes ",
        "in favour",
        "unanimously",
        "(13 to 0)",
        "|Yeas:|Nays:|\n",
        "|A. Ash||",
        "abstained",
    ),
    *(
        "Cabinet ",
        "accepted ",
        "noted ",
        "were ",
        "rejected",
        "all of the ",
        "response ",
        "is set out in ",
        "be ",
        "submitted ",
        "to ",
        "referred ",
        "OSMB",
    ),
    *(
        "that ",
        "that",
        "be be ",
        "and ",
        ", ",
        "; ",
        ". ",
        "\n",
        "\u00a0",
        "\t",
        "(",
        ")",
        "’s ",
        "–",
        "£1,000",
        "%",
        "\u0130",
        "\u212a",
        "٣",
        "²",
        "\x00",
        "\U0001f6f6",
    ),
]
"""Pieces that the gates look for, and characters that trip readers (R33, R39)."""

texts = st.text(max_size=120) | st.lists(st.sampled_from(HOT), max_size=30).map("".join)


@pytest.mark.parametrize("name", sorted(FINDERS))
@settings(max_examples=120, deadline=None)
@given(text=texts)
def test_places_are_true_and_answers_repeat(name: str, text: str) -> None:
    finder = FINDERS[name]
    outer, inner = finder(text)
    for start, end in (*outer, *inner):
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
    assert all(before[1] <= after[0] for before, after in pairwise(outer))
    assert finder(text) == (outer, inner)


@settings(max_examples=200, deadline=None)
@given(text=texts)
def test_an_act_is_one_of_the_known_ones(text: str) -> None:
    assert find_action(text) in {None, *VERBS} - {"submit"}


@pytest.mark.parametrize("name", sorted(FINDERS))
@pytest.mark.parametrize(
    "piece", ["recommendations c) and d), ", "Councillor A ", "12 votes to ", "((((", "be submitted to the Board and ", "A.A.", " \u00a0"]
)
def test_a_long_text_of_one_kind_is_read(name: str, piece: str) -> None:
    FINDERS[name](piece * (4000 // len(piece)))
