"""The check of regular expressions, on shapes whose time was measured (faults R03 to R17) and on their cures."""

from __future__ import annotations

import re

import pytest

from tests.house.linearity import faults

NESTED = "an unbounded repeat inside an unbounded repeat"
ITSELF = "a repeat of changing length can follow itself inside an unbounded repeat"
TWICE = "two alternatives take the same character inside an unbounded repeat"
SHARED = "two unbounded repeats can share the same characters"
RUNS = "searched for, and an unbounded repeat can run over further beginnings"


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r"(?:a+)+b", NESTED),
        (r"(?:[ivxlc]+)+\)", NESTED),
        (r"(\w+\s*,?\s*)+\.", NESTED),
        (r"(?:x*v?i*)+", NESTED),
        (r"(?:a{1,3})+b", ITSELF),
        (r"(?:\w{1,9} ?)+\.", ITSELF),
        (r"(?:(\w)|\d)+\)", TWICE),
        (r"Resolved\s*:?\s*-?\s*$", SHARED),
        (r"a.*x.*y", SHARED),
        (r"(?:\s+|-)\s+x", SHARED),
        (r"\s+(?:and)?\s*x", SHARED),
        (r"\s*(?=\s*x)|a*a*b", SHARED),
        (r"(?=.*a.*b)c", SHARED),
        (r"\w*(?>\d+x)", SHARED),
    ],
)
def test_bad_shapes_are_seen(pattern: str, why: str) -> None:
    assert why in faults(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"Resolved\s*+:?\s*+-?\s*+$",
        r"\s*:\s*-",
        r"(?:\w++ )*+x",
        r"(?>a+)+b",
        r"[^x]*x[^y]*y",
        r"(?:[a-z] ?)+\.",
        r"(?:\d{1,2}\.){1,5}",
        r"(?:[a-z]|[0-9])+",
        r"\s+(?:and)\s+x",
        r"(?:, [a-z]++)*+",
        r"[a-z]+(?:-[a-z]+)*+",
        r"a{0,200}a{0,200}",
    ],
)
def test_good_shapes_pass(pattern: str) -> None:
    assert faults(pattern) == []


@pytest.mark.parametrize(
    "pattern",
    [r"\s+$", r"\d+\.", r"<[^>]*>", r"\[[^\]]*+\]", r"(?m)^\s*+x", r"(\w+)-\n(\w+)", r",?\s*and", r"[A-Z]\w*(?: \w{1,9}){0,3} Board"],
)
def test_searches_that_begin_again_are_seen(pattern: str) -> None:
    assert RUNS in faults(pattern, scanned=True)
    assert RUNS not in faults(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\d)\d++\.",
        r"\s++",
        r"<[^<>]*>",
        r"(?m)^[ \t]*+x",
        r"(?<=\w)-\n(?=\w)",
        r"\A\s*+x",
        r"^\s*+x",
        r"\d{1,4}\.",
        r"\b\w",
        r"be\s+\w+ed",
        r"\b[A-Z]\w*+\sBoard",
        r"([^\n]*+)(\n)?",
    ],
)
def test_searches_that_move_on_pass(pattern: str) -> None:
    assert faults(pattern, scanned=True) == []


def test_case_and_width_are_taken_into_account() -> None:
    assert faults("a*A*b") == []
    assert faults("a*A*b", re.IGNORECASE) == [SHARED]
    assert faults(r"\d*[\u0660-\u0669]*b") == [SHARED]
    assert faults(r"\d*[\u0660-\u0669]*b", re.ASCII) == []
