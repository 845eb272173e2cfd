"""Three extractions of one page give one answer, with less certainty where a heading is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli.parsing import parse
from tests.cases.reading import FOLDER, differences

PAGES = sorted((FOLDER / "extractions").glob("*.yaml"))


def expectation(path: Path, extraction: str) -> dict[str, Any]:
    """What must be read from one extraction; the certainty of a group depends on whether its heading is still there."""
    expected: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for group in expected["groups"]:
        if group.pop("lost", False):
            group["certainty"] = "below certain" if extraction == "c" else "certain"
            if extraction == "c":
                group["lead_in"] = None
    return expected


@pytest.mark.parametrize("extraction", "abc")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_an_extraction_of_a_page(path: Path, extraction: str) -> None:
    text = path.with_name(f"{path.stem}.{extraction}.txt").read_text(encoding="utf-8")

    assert differences(expectation(path, extraction), parse(text).to_dict()) == []


def test_there_are_ten_pages_in_three_extractions_that_differ() -> None:
    pages = [{path.with_name(f"{path.stem}.{extraction}.txt").read_text(encoding="utf-8") for extraction in "abc"} for path in PAGES]

    assert len(pages) >= 10
    assert sum(len(texts) == 3 for texts in pages) >= 10
