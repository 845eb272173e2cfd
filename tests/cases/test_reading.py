"""The case files' own reader: it must refuse what nobody would compare, and see every difference."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cases.reading import differences, read

CASE = "gate\n.\nRESOLVED: That the gate be painted.\n\n.\ngroups: []\n.\n"


def record(**group: Any) -> dict[str, Any]:
    """A record of one item with one group."""
    return {"items": [{"id": "1", "groups": [group]}]}


def test_a_case_keeps_its_line_and_its_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "p01-gate.txt"
    path.write_text("# a remark\n\n" + CASE + "\n" + CASE.replace("gate", "door") + "# notes\n# a doubt\n", encoding="utf-8")

    cases = list(read(path))

    assert [case.id for case in cases] == ["p01-gate.txt:3", "p01-gate.txt:11"]
    assert cases[0].text == "RESOLVED: That the gate be painted.\n\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("gate\n.\ntext\n.\ngroups: []\n", "p.txt:1: a case is a title and two parts, each closed by a line with a single full stop"),
        ("gate\ntext\n.\n.\n.\n", "p.txt:1: a case is a title and two parts, each closed by a line with a single full stop"),
        ("gate\n.\ntext\n.\ngroup: []\n.\n", "p.txt:1: group: unknown or missing in the expectation"),
        ("gate\n.\ntext\n.\nfindings: []\n.\n", "p.txt:1: groups: unknown or missing in the expectation"),
    ],
)
def test_a_case_that_would_not_be_compared_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "p.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ValueError) as error:
        list(read(path))

    assert str(error.value) == message


@pytest.mark.parametrize(
    ("expected", "found", "lines"),
    [
        ({"status": "decided"}, {"status": "decided", "by": "Cabinet"}, []),
        ({"status": "decided"}, {"status": "moved"}, ["group 1: status: expected 'decided', found 'moved'"]),
        ({"lead_in": None}, {"lead_in": "RESOLVED:"}, ["group 1: lead_in: expected None, found 'RESOLVED:'"]),
        ({"certainty": "below certain"}, {"certainty": "guess"}, []),
        ({"certainty": "below certain"}, {"certainty": "certain"}, ["group 1: certainty: expected 'below certain', found 'certain'"]),
        ({"moved_by": ["Ash"]}, {}, ["group 1: moved_by: expected 1 entries, found 0: []"]),
        ({"vote": {"for": 2}}, {"vote": {"for": 2, "against": 1}}, []),
        (
            {"clauses": [{"text": "a"}]},
            {"clauses": [{"text": "a", "label": "1."}]},
            ["group 1, clause 1: label: expected None, found '1.'"],
        ),
        ({"clauses": []}, {"clauses": [{"text": "a"}]}, ["group 1: expected 0 clauses, found 1: ['a']"]),
        (
            {"clauses": [{"text": "a"}]},
            {"clauses": [{"text": "a", "clauses": [{"text": "b", "label": "i)"}]}]},
            ["group 1, clause 1: expected 0 clauses, found 1: ['i) b']"],
        ),
    ],
)
def test_a_group_is_compared_by_the_keys_given(expected: dict[str, Any], found: dict[str, Any], lines: list[str]) -> None:
    assert differences({"groups": [expected]}, record(**found)) == lines


def test_groups_are_counted_over_all_items() -> None:
    assert differences({"groups": []}, record(status="decided")) == ["groups: expected 0, found 1: ['decided, None: []']"]
    assert differences({"groups": [], "narrative_ok": True}, record(status="decided", form="narrative")) == []
    assert differences({"groups": [], "reported_ok": True}, record(status="reported")) == []
    assert differences({"nothing_decided": True}, record(status="proposed")) == []
    assert differences({"nothing_decided": True}, record(status="decided")) == ["decided: decided, None: []"]


def test_findings_are_compared_by_name() -> None:
    found = {"items": [], "findings": [{"name": "no-decision"}, {"name": "doubled-words"}]}

    assert differences({"groups": [], "findings": ["no-decision", "doubled-words"]}, found) == []
    assert differences({"groups": [], "findings": []}, found) == ["findings: expected 0 entries, found 2: ['doubled-words', 'no-decision']"]
