"""Records written by hand, hostile sizes, and what is not loaded."""

from __future__ import annotations

import gc
import subprocess
import sys
import time

import pytest

from minutes_cli.collector import paused
from minutes_cli.comparing import align, change_words, compare, trace
from minutes_cli.model import Clause, Group, Item, Meeting, Minutes, Reference
from tests.comparing.making import clauses, listed, minutes


def test_comparing_loads_neither_grammar_nor_yaml_nor_terminal() -> None:
    heavy = ("pyparsing", "yaml", "rich", "click", "rapidfuzz")
    code = f"import sys, minutes_cli.comparing; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_clauses_without_ids_or_with_one_id_for_all() -> None:
    texts = ["That the gate be painted.", "That the lamp be lit at dusk.", "That the shed be let."]
    old = minutes("old", Group(kind="recommendation", clauses=[Clause(text=text, kind="recommendation") for text in texts]))
    new = minutes("new", Group(kind="recommendation", clauses=[Clause(id="x", text=text, kind="recommendation") for text in texts]))
    assert compare(old, new).summary.unchanged == 3
    assert len(trace([old, new]).threads) == 3


def test_deep_nesting_does_not_end_in_the_stack() -> None:
    def deep(path: str) -> Minutes:
        top = inner = Clause(id="0", text="That part 0 of the pier be mended.")
        for at in range(1, 3000):
            inner.clauses = [Clause(id=str(at), text=f"That part {at} of the pier be mended.")]
            inner = inner.clauses[0]
        return minutes(path, Group(id="g", clauses=[top]))

    assert compare(deep("old"), deep("new")).summary.unchanged == 3000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["word " * 60_000], ["word " * 59_000 + "ward"]),
        (["a b " * 30_000 + "old"], ["b a " * 30_000 + "new"]),
        (["gate shed lamp"] * 1500, ["gate shed lamp"] * 1400),
        ([f"gate {at}" for at in range(1500)], [f"gate {at}" for at in range(1500, 3000)]),
        ([f"That £{at} be granted to the ward" for at in range(700)], [f"That £{at} be given to the ward" for at in range(700, 1400)]),
        ([". ; and " * 20_000], [", : or " * 20_000]),
        (["x" * 500_000], ["x" * 499_999 + "y"]),
    ],
    ids=["one-word", "two-words", "all-alike", "all-new", "family", "marks", "no-spaces"],
)
def test_hostile_shapes_end_soon(old: list[str], new: list[str]) -> None:
    start = time.perf_counter()
    links = align(clauses(old), clauses(new))
    assert sum(len(link.old) for link in links) == len(old)
    # Generous: it tells a hang from an answer, not a fast machine from a slow one.
    assert time.perf_counter() - start < 20


def test_very_many_lists_and_references_end_soon() -> None:
    start = time.perf_counter()
    sides = []
    for path in ("old", "new"):
        groups = [Group(id=f"g{at}", clauses=[Clause(id=f"c{at}", text=f"That lamp {at} be lit on day {at * 7}.")]) for at in range(1500)]
        groups[0].clauses[0].references = [Reference(f"lamp {at}", (0, 0), ["c1"], "resolved") for at in range(2000)]
        sides.append(Minutes(items=[Item(id="1", groups=groups)], meeting=Meeting("Ellis", "2031-01-01")))
        sides[-1].source.path = path
    comparison = compare(*sides)
    assert comparison.summary.unchanged == 1500 and comparison.summary.references == {"intact": 2000}
    assert time.perf_counter() - start < 20


def test_control_characters_stay_in_the_words_as_they_are() -> None:
    """Making them harmless is the renderings' task; a comparison must not change what it quotes."""
    (link,) = compare(
        listed("old", ["That \x1b[31m the gate\u202e be shut."]), listed("new", ["That \x1b[32m the gate\u202e be shut."])
    ).links
    assert link.old[0].text == "That \x1b[31m the gate\u202e be shut."
    assert [change.op for change in link.words] == ["replace"]


def test_the_collector_runs_again_afterwards() -> None:
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), paused():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()
    gc.disable()
    try:
        with paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_word_changes_of_long_repetitive_texts_end_soon() -> None:
    start = time.perf_counter()
    change_words("the gate and the shed and " * 3000, "the shed and the gate or " * 3000)
    assert time.perf_counter() - start < 20
