"""The two real documents that the project was born from: what it must show on them. Only facts, labels and short markers stand here."""

from __future__ import annotations

import pathlib

import pytest

from minutes_cli.comparing import compare
from minutes_cli.model import Clause, Minutes
from minutes_cli.parsing import parse
from minutes_cli.parsing.lines import squeeze
from minutes_cli.reading import read
from minutes_cli.writing.yaml import to_yaml

SEEDS = pathlib.Path(__file__).resolve().parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared/seeds")


def seed(number: str) -> Minutes:
    """The record of a seed, by the number its file name begins with."""
    return parse(read(str(next(SEEDS.glob(f"{number}_*")))))


@pytest.fixture(scope="module")
def earlier() -> Minutes:
    """The panel's page."""
    return seed("001")


@pytest.fixture(scope="module")
def later() -> Minutes:
    """The Cabinet's page that answers it."""
    return seed("000")


def letters(clauses: list[Clause]) -> list[str | None]:
    """Printed labels, in order."""
    return [clause.label for clause in clauses]


def test_the_earlier_page_is_one_decided_group_with_eight_recommendations(earlier: Minutes) -> None:
    groups = [group for item in earlier.items for group in item.groups]
    assert [(group.status, group.lead_in) for group in groups] == [("decided", "Resolved: -")]
    first, second = groups[0].clauses
    assert (first.label, second.label) == ("1)", "2)")
    assert first.to == ["OSMB", "Cabinet"]
    assert letters(first.clauses) == ["a)", "b)", "c)", "d)", "d)", "e)", "f)", "g)"]
    assert [clause.expected_label for clause in first.clauses] == [None] * 4 + ["e)", "f)", "g)", "h)"]
    assert [clause.inferred for clause in first.clauses] == [[]] * 3 + [["run-in"]] + [[]] * 4
    assert {clause.kind for clause in first.clauses} == {"recommendation"}
    reference = first.clauses[4].references[0]
    assert (reference.text, reference.status) == ("recommendations c) and d)", "resolved")
    assert reference.targets == [first.clauses[2].id, first.clauses[3].id]
    deadline = second.deadline
    assert deadline is not None
    assert (deadline.amount, deadline.unit, deadline.after) == (2, "month", "its submission")
    assert "is given is given" in first.clauses[7].text
    assert [finding.name for finding in earlier.findings] == ["run-in-clause", "duplicate-label", "doubled-words"]


def test_the_later_page_is_proposed_reported_and_decided_without_a_lead_in(later: Minutes) -> None:
    item = later.items[0]
    assert len(later.items) == 1
    assert item.title is not None
    assert item.report_from is not None
    proposed, reported, decided = item.groups
    assert (proposed.status, proposed.side, letters(proposed.clauses)) == ("proposed", "agenda", ["1."])
    assert (reported.status, reported.kind) == ("reported", "recommendation")
    assert letters(reported.clauses) == ["a)", "b)", "c)", "d)", "e)", "f)", "g)", "h)"]
    assert (decided.status, decided.lead_in, letters(decided.clauses)) == ("decided", None, [None])
    assert decided.certainty != "certain"
    assert {evidence.sign for evidence in decided.evidence} >= {
        "after-narrative",
        "decision-mood",
        "repeats-proposal",
        "long-gap",
        "before-footer",
    }
    assert [(one.by, one.verdict, one.scope, one.group) for one in item.responses] == [("Cabinet", "accepted", "all", reported.id)]


def test_the_comparison_of_the_two(earlier: Minutes, later: Minutes) -> None:
    comparison = compare(earlier, later)
    summary = comparison.summary
    assert (summary.links, summary.unchanged, summary.relabelled, summary.reworded) == (8, 4, 4, 1)
    assert (summary.moved, summary.split, summary.merged, summary.added, summary.dropped) == (0, 0, 0, 0, 0)
    assert summary.references == {"intact": 1}
    assert summary.remaining
    reworded = next(link for link in comparison.links if "reworded" in link.flags)
    assert [(change.op, change.text, change.note) for change in reworded.words] == [("delete", "is given", "doubled-words")]


@pytest.mark.parametrize("number", ["000", "001"])
def test_every_text_stands_where_it_says_and_everything_is_accounted_for(number: str) -> None:
    minutes = seed(number)
    stack = [clause for item in minutes.items for group in item.groups for clause in group.clauses]
    assert stack
    while stack:
        clause = stack.pop()
        stack.extend(clause.clauses)
        assert clause.span is not None
        assert clause.text == squeeze(minutes.text[slice(*clause.span)])
    assert minutes.coverage.accounted == minutes.coverage.characters == sum(map(len, minutes.text.split()))
    assert minutes.unparsed == []


@pytest.mark.parametrize("number", ["000", "001"])
def test_every_run_gives_the_same_bytes(number: str) -> None:
    assert to_yaml(seed(number).to_dict()) == to_yaml(seed(number).to_dict())
