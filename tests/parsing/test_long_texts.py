"""Texts far longer than any page: nothing is lost, and no depth of the machine's own is reached (faults R04 to R06, P12)."""

from __future__ import annotations

from minutes_cli.model import Clause
from minutes_cli.parsing import parse
from minutes_cli.parsing.details import MOST_MEANT
from minutes_cli.parsing.parting import LONGEST


def _clauses(text: str) -> list[Clause]:
    return [clause for item in parse(text).items for group in item.groups if group.status == "decided" for clause in group.clauses]


def _gates(count: int, form: str, between: str) -> str:
    return between.join(form.format(n=number) for number in range(1, count + 1))


def test_a_page_on_one_line_keeps_every_resolution() -> None:
    found = _clauses("Minutes\n\n4. PIER\n\n" + _gates(2000, "RESOLVED: That gate {n} be painted.", " ") + "\n")
    assert [clause.text for clause in found] == [f"That gate {number} be painted." for number in range(1, 2001)]


def test_a_page_on_one_line_keeps_every_decision_told() -> None:
    found = _clauses("Minutes\n\n4. PIER\n\n" + _gates(2000, "The clerk spoke of gate {n}. It was agreed to paint gate {n}.", " ") + "\n")
    assert [clause.text for clause in found] == [f"It was agreed to paint gate {number}." for number in range(1, 2001)]


def test_a_list_on_one_line_goes_on_behind_a_cut() -> None:
    text = "RESOLVED:\n\n" + _gates(900, "{n}. That gate {n} be painted.", " ") + "\n"
    assert len(text) > 2 * LONGEST
    assert [(clause.label, clause.text) for clause in _clauses(text)] == [
        (f"{number}.", f"That gate {number} be painted.") for number in range(1, 901)
    ]


def test_votes_without_end_are_votes_of_nothing() -> None:
    assert _clauses("Minutes\n\n" + "For: 8\n\nAgainst: 2\n\n" * 3000) == []


def test_a_reference_to_more_than_anybody_means_is_not_resolved() -> None:
    listed = _gates(MOST_MEANT + 1, "{n}. That gate {n} be painted.", "\n")
    last = f"{MOST_MEANT + 2}. That the above resolutions be printed.\n{MOST_MEANT + 3}. That resolutions 3 to 5 be kept.\n"
    many, few = _clauses(f"RESOLVED:\n\n{listed}\n{last}")[-2:]
    assert [(one.status, one.targets) for one in many.references] == [("unresolved", [])]
    assert [(one.status, one.targets) for one in few.references] == [("resolved", ["1/1/3", "1/1/4", "1/1/5"])]
