"""Lines and paragraphs: pages wrapped at a width, pages whose lines are paragraphs, pages whose every line stands alone (P36, R31, R32)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.parsing.lines import read_lines, squeeze
from minutes_cli.parsing.paragraphs import join_lines, observe

WRAPPED = """The Harbour Master told the Committee that the buoys at the
mouth of the river had been moved by the storm and would be
put back before the regatta, weather allowing.

RESOLVED that the buoys be put back and that the cost be met
from the reserve of the harbour fund for the current year.
"""


def views(text: str) -> list[str]:
    """The paragraphs of a text, squeezed."""
    lines = read_lines(text)
    return [squeeze(one.view) for one in join_lines(text, lines, observe(text, lines), [], set(), lambda _text, _start, _end: False)]


def test_a_page_wrapped_at_a_width_is_joined() -> None:
    assert [view.split()[0] for view in views(WRAPPED)] == ["The", "RESOLVED"]


def test_a_page_whose_every_line_stands_alone_is_joined_by_sentences() -> None:
    spread = WRAPPED.replace("\n\n", "\n").replace("\n", "\n\n")
    assert [view.split()[0] for view in views(spread)] == ["The", "RESOLVED"]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "That the gate be painted.\nThat the lamp be lit.\nThat the wall be mended.\nThat the path be swept.\n"
    assert len(views(text)) == 4


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_change_offsets_only(end: str) -> None:
    assert views(WRAPPED.replace("\n", end)) == views(WRAPPED)


def test_only_four_breaks_end_a_line() -> None:
    text = "a\u2028b\vc\x85d\ne\rf\r\ng\fh"
    assert [text[line.start : line.end] for line in read_lines(text)] == ["a\u2028b\vc\x85d", "e", "f", "g", "h"]


@given(st.text(alphabet=st.sampled_from("ab .\n\r\f\t\u00a0(1)")))
def test_lines_hold_every_character_that_is_not_blank(text: str) -> None:
    lines = read_lines(text)
    assert "".join("".join(text[line.start : line.end].split()) for line in lines) == "".join(text.split())
    assert all(above.end <= below.start for above, below in pairwise(lines))
