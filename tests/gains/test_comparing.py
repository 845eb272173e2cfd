"""What counts as gained, lost and changed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.gains.comparing import differences

ONE = [10, 40, "1.", "resolution", "decided", "That the slip be dredged."]
TWO = [50, 90, "2.", "resolution", "decided", "That the fee be waived."]


def test_nothing_changed() -> None:
    found = differences([ONE, TWO], [ONE, TWO])
    assert not found
    assert found.kept == 2


def test_gained_and_lost() -> None:
    found = differences([ONE], [TWO])
    assert (found.lost, found.gained, found.changed, found.kept) == ([ONE], [TWO], [], 0)


def test_a_clause_whose_facts_differ_is_changed() -> None:
    moved = [10, 40, "a)", "resolution", "moved", "That the slip be dredged."]
    assert [change for _, _, change in differences([ONE], [moved]).changed] == ["label 1. -> a); status decided -> moved"]


def test_a_clause_with_another_end_is_changed_not_lost() -> None:
    longer = [12, 60, *ONE[2:]]
    assert [change for _, _, change in differences([ONE], [longer]).changed] == ["starts +2, ends +20"]
    far = [30, 90, *ONE[2:]]
    assert differences([ONE], [far]).lost == [ONE]


def test_copies_at_one_place_are_counted_once_each() -> None:
    found = differences([ONE, ONE], [ONE])
    assert (found.kept, found.lost) == (1, [ONE])


def test_the_script_answers_every_path_even_a_missing_one(tmp_path: Path) -> None:
    script = Path(__file__).with_name("extract.py")
    missing = str(tmp_path / "none.txt")
    shown = subprocess.run([sys.executable, str(script)], input=missing, capture_output=True, text=True, check=True).stdout
    answer = json.loads(shown)
    assert (answer["path"], answer["clauses"]) == (missing, [])
    assert answer["error"].startswith("InputError: ")
