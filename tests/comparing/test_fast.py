"""The extra ``fast`` changes the time, never the links."""

from __future__ import annotations

import sys

import pytest

from minutes_cli.comparing import align, fast
from tests.alignment.generator import GRADES, history


@pytest.mark.parametrize("grade", list(GRADES))
@pytest.mark.parametrize("seed", range(2))
def test_same_links(grade: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rapidfuzz", reason="the extra 'fast' is not installed")
    old, new = history(seed, GRADES[grade], 80).meetings
    monkeypatch.setattr(fast, "WORTH", 0)
    assert fast.counting(1) is not None
    quick = align(old, new)
    monkeypatch.setattr(fast, "WORTH", sys.maxsize)
    assert fast.counting(1) is None
    assert align(old, new) == quick


def test_without_it_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)
    assert fast.counting(fast.WORTH) is None
