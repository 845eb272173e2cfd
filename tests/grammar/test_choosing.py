"""Choosing a grammar by the signs on a page."""

from __future__ import annotations

import pytest

from minutes_cli.data import data_folder
from minutes_cli.grammar.choosing import choose
from minutes_cli.grammar.loading import DEFAULT, grammar_names, load

PAGES = {
    "cymraeg": "Eitem Agenda\n\nCofnodion:\n\nPENDERFYNWYD:\na) Bod yr adroddiad yn cael ei nodi.\n",
    "ireland": "Proposed by Councillor Breen;\nSeconded by Councillor Devane;\nAnd Resolved:\n\n“That it be so.”\nCathaoirleach\n",
    "northern-ireland": "Moved by Alderman Kerr,\nSeconded by Councillor Orr and\nResolved - that it be noted.\nSummary of Key Items\n",
    "scotland": "TIDEWELL COMMUNITY COUNCIL\nThe Convener opened the meeting. The minutes were moved as correct.\n",
    "ontario": "Moved by: B. Spruce\n\nThat the bid BE ACCEPTED.\n\nMotion Passed (4 to 0)\n",
    "parish": "NETHERBY PARISH COUNCIL\nMinutes of the meeting in the Village Hall. It was resolved to mend the swings.\n",
    DEFAULT: "Agenda item\n\nPier lighting\n\nRESOLVED: -\n1) That the report be noted.\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_by_the_grammar_that_its_signs_speak_for(name: str) -> None:
    grammar, signs = choose(PAGES[name])
    assert grammar.name == name
    assert all(sign.grammar == name for sign in signs)
    assert bool(signs) == (name != DEFAULT)
    lines = PAGES[name].split("\n")
    for sign in signs:
        assert sign.text in lines[sign.line - 1]


def test_a_single_sign_is_not_enough() -> None:
    assert choose("The Provost of Saltmarsh sent a letter.")[0].name == DEFAULT
    assert choose("")[0].name == DEFAULT


def test_a_sign_counts_once_however_often_it_stands_there() -> None:
    assert choose("The Provost spoke. " * 50)[0].name == DEFAULT


def test_signs_far_down_are_not_looked_for() -> None:
    assert choose("word " * 8000 + PAGES["cymraeg"])[0].name == DEFAULT


def test_the_samples_that_name_a_grammar_are_read_by_it() -> None:
    for path in data_folder("samples").glob("*.txt"):
        named = sorted((name for name in grammar_names() if path.stem.endswith(f"-{name}")), key=len, reverse=True)
        if named:
            assert choose(path.read_text(encoding="utf-8"))[0].name == named[0]


def test_every_shipped_grammar_inherits_the_default_so_that_a_wrong_guess_costs_little() -> None:
    base = {phrase.source for phrase in load("council").phrases("lead_ins")}
    for name in grammar_names():
        assert base <= {phrase.source for phrase in load(name).phrases("lead_ins")}
