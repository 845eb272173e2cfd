"""What the measures print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.accuracy import __main__ as command
from tests.accuracy import labels, report
from tests.accuracy.page import Page
from tests.accuracy.scoring import score
from tests.accuracy.test_scoring import clause, page


def test_a_body_is_told_in_a_few_lines() -> None:
    shown = report.lines("wexcombe", score(page(clause(0, 50), clause(60, 90)), page(clause(0, 50))))
    assert shown[0] == "wexcombe: 1 document"
    assert shown[1] == "  clauses by exact span            P 1.000  R 0.500  F1 0.667   1 right, 0 false, 1 missed"
    assert shown[-1] == "  over 1 matched clauses: label 1.000  nesting 1.000  status 1.000  kind 1.000  form 1.000"


def test_goals_name_the_worst_body() -> None:
    good, bad = score(page(clause(0, 50)), page(clause(0, 50))), score(page(clause(0, 50)), page(clause(0, 20)))
    assert report.goals(good + bad, {"wexcombe": good, "netherby": bad}) == [
        "  exact F1 0.500, goal 0.97: MISSED",
        "  worst body netherby 0.000, goal 0.94: MISSED",
        "  status 1.000, goal 0.98: met",
    ]


def test_errors_stand_in_the_order_of_the_text() -> None:
    gold = page(clause(0, 50, "a)"), clause(60, 90), clause(100, 200))
    found = page(clause(0, 50, "b)"), clause(102, 200), clause(300, 310))
    rows = [row.split(" x")[0].strip() for row in report.errors(gold, found, 9)]
    assert rows == [
        "differs  a.md:1 [0, 50] (label b) for a))",
        "missed   a.md:1 [60, 90] (decided)",
        "edges    a.md:1 [100, 200] (starts +2, ends +0)",
        "false    a.md:1 [300, 310] (decided)",
    ]
    assert report.errors(gold, gold, 9) == []


@pytest.fixture
def two_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two labelled documents of two bodies, one of each half, and a program that finds half of their clauses."""
    pages: dict[str, Page] = {}
    for body, half in (("wexcombe", "develop"), ("netherby", "held-out")):
        one = page(clause(0, 50), clause(60, 90))
        one.body, one.half, one.name = body, half, f"{body}/a.md"
        pages[body] = one
    monkeypatch.setattr(command, "CORPUS", Path(__file__).parent)
    monkeypatch.setattr(command, "label_files", lambda: list(pages))
    monkeypatch.setattr(command, "load_labels", lambda body, corpus: pages[body])
    monkeypatch.setattr(command, "predict", lambda like, corpus, grammar: page(clause(0, 50)))


@pytest.mark.usefixtures("two_documents")
def test_figures_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert list(figures["bodies"]) == ["netherby", "wexcombe"]
    assert list(figures["halves"]) == ["develop", "held-out"]
    assert figures["overall"]["exact"] == {"precision": 1.0, "recall": 0.5, "f1": 2 / 3, "right": 2, "false": 0, "missed": 2}


@pytest.mark.usefixtures("two_documents")
def test_one_half_or_one_body(capsys: pytest.CaptureFixture[str]) -> None:
    for chosen in (["--half", "held-out"], ["--body", "nether"]):
        assert command.main([*chosen, "--json"]) == 0
        assert list(json.loads(capsys.readouterr().out)["bodies"]) == ["netherby"]


@pytest.mark.usefixtures("two_documents")
def test_the_screen_names_every_body_and_both_halves(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--errors", "5"]) == 0
    shown = capsys.readouterr().out
    for name in (
        "wexcombe: 1 document",
        "netherby: 1 document",
        "half: develop: 1",
        "half: held-out: 1",
        "overall: 2 documents",
        "goals",
        "missed",
    ):
        assert name in shown


def test_without_the_documents_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    monkeypatch.setattr(command, "CORPUS", tmp_path / "none")
    assert command.main([]) == 2
    assert capsys.readouterr().err == f"the labelled documents are not here: {tmp_path / 'none'}\n"


def test_the_label_folder_is_the_one_of_the_project() -> None:
    assert labels.label_files()
    assert {path.parent.name for path in labels.label_files()}.isdisjoint({"pairs", "second"})
