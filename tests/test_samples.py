"""What must be read from each of the made-up pages in ``samples``; decided by reading them, as for the case files."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from minutes_cli.parsing import parse
from tests.cases.reading import FOLDER, differences

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_sample(path: Path) -> None:
    expected = yaml.safe_load((FOLDER / "samples" / f"{path.stem}.yaml").read_text(encoding="utf-8"))

    assert differences(expected, parse(path.read_text(encoding="utf-8")).to_dict()) == []


def test_every_sample_is_described() -> None:
    table = (SAMPLES / "README.md").read_text(encoding="utf-8")

    assert [path.name for path in SAMPLES.glob("*.txt") if f"| `{path.name}` |" not in table] == []
