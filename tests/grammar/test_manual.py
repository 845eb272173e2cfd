"""The manual of the notation (grammars/README.md): every numbered example runs, and what it names is there."""

from __future__ import annotations

import re
from functools import cache

import pytest

from minutes_cli.data import data_folder
from minutes_cli.grammar.checking import check
from minutes_cli.grammar.loading import grammar_names, load
from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.phrases import Phrase

ROW = re.compile(r"^\| (\d+) \| `(.+)` \| `(.+)` \| `(.+)` \|$", re.MULTILINE)


@cache
def manual() -> str:
    return (data_folder("grammars") / "README.md").read_text(encoding="utf-8")


def rows() -> list[tuple[str, str, str, str]]:
    found: list[tuple[str, str, str, str]] = ROW.findall(manual())
    return [(number, phrase.replace("\\|", "|"), is_, not_) for number, phrase, is_, not_ in found]


def test_the_examples_are_numbered_without_a_gap() -> None:
    assert [int(number) for number, *_ in rows()] == list(range(1, len(rows()) + 1))
    assert len(rows()) >= 46


@pytest.mark.parametrize(("number", "source", "is_", "not_"), rows(), ids=[f"{number}-{source}" for number, source, *_ in rows()])
def test_a_numbered_example_of_the_manual(number: str, source: str, is_: str, not_: str) -> None:
    phrase = Phrase("s", None, source, {}, (is_,), (not_,))
    made_up = Grammar("manual", (), {"s": (phrase,)}, load("council").lists())
    assert [fault.message for fault in check(made_up)] == []


def test_the_manual_names_every_shipped_grammar_and_section() -> None:
    for name in grammar_names():
        assert f"`{name}.yaml`" in manual()
        for section in load(name).sections():
            assert f"`{section}`" in manual(), section


def test_the_grammar_of_ones_own_in_the_manual_works(tmp_path_factory: pytest.TempPathFactory) -> None:
    shown = re.search(r"```yaml\n(.*?)```", manual(), re.DOTALL)
    assert shown is not None
    path = tmp_path_factory.mktemp("clerk") / "port-ellis.yaml"
    path.write_text(shown[1], encoding="utf-8")
    ours = load(str(path), examples=True)
    assert [str(fault) for fault in check(ours)] == []
    found = ours.match("lead_ins", "SO ORDERED: that the pier be mended")
    assert found is not None
    assert found.phrase.facts["status"] == "decided"
