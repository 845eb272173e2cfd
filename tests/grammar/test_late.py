"""Expressions that wait for their first use."""

from __future__ import annotations

import re

import pytest

from minutes_cli.grammar.late import Late, late


def test_a_late_expression_does_what_its_pattern_does() -> None:
    words = late(r"(?P<first>[a-z])\w*", re.IGNORECASE)
    assert isinstance(words, Late)
    assert words.pattern == r"(?P<first>[a-z])\w*"
    assert [found["first"] for found in words.finditer("The gate, 12 Posts")] == ["T", "g", "P"]
    assert words.search("12 gates") is not None
    assert words.match("12 gates") is None
    assert words.fullmatch("gates") is not None
    assert words.flags & re.IGNORECASE
    assert words.groups == 1


def test_it_is_compiled_only_when_it_is_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("x")


def test_it_has_no_more_than_a_pattern_has() -> None:
    with pytest.raises(AttributeError):
        late("x").colour  # type: ignore[attr-defined]  # noqa: B018
