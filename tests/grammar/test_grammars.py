"""The grammars that travel with the program."""

from __future__ import annotations

import pytest

from minutes_cli.grammar.checking import check
from minutes_cli.grammar.loading import grammar_names, load
from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.phrases import Phrase

KINDS = {"resolution", "recommendation"}
STATUSES = {"decided", "proposed", "moved", "reported", "lost"}
ALLOWED = {
    "kind": KINDS,
    "status": STATUSES,
    "side": {"agenda", "decision", "minutes"},
    "where": {"line", "inline"},
    "needs": {"list", "label", "clause", "whole"},
    "certainty": {"certain", "inferred", "guess"},
    "outcome": {"carried", "lost", "tied", "withdrawn", "deferred", "fallen", "unanimous"},
    "verdict": {"accepted", "accepted-in-part", "noted", "rejected", "deferred", "not-stated", "cell"},
}


@pytest.mark.parametrize("name", grammar_names())
def test_every_example_of_a_shipped_grammar_holds(name: str) -> None:
    assert [str(fault) for fault in check(load(name, examples=True))] == []


@pytest.mark.parametrize("name", grammar_names())
def test_a_shipped_grammar_uses_only_values_that_the_manual_names(name: str) -> None:
    grammar = load(name)
    assert grammar.description
    for section in grammar.sections():
        for phrase in grammar.phrases(section):
            for key, values in ALLOWED.items():
                assert phrase.facts.get(key, next(iter(values))) in values, (phrase.file, phrase.line, key)
            if section == "lead_ins":
                assert {"kind", "status", "where"} <= set(phrase.facts), (phrase.file, phrase.line)


def faults_of(phrase: Phrase) -> list[str]:
    return [fault.message for fault in check(Grammar("made-up", (), {"s": (phrase,)}, {}))]


def test_a_check_says_what_does_not_hold() -> None:
    assert faults_of(Phrase("s", None, "so [ordered]", {}, ("so ordered",), ("ordered",))) == []
    assert faults_of(Phrase("s", None, "so", {}, ("so ordered",))) == ["'so' leaves 'ordered' of its example 'so ordered'"]
    assert faults_of(Phrase("s", None, "so", {}, ("ordered",))) == ["'so' does not match its example 'ordered'"]
    assert faults_of(Phrase("s", None, "so", {}, ("so",), ("so it is",))) == ["'so' matches 'so' of 'so it is', which stands under not"]
    assert faults_of(Phrase("s", None, "so", {})) == ["'so' has no example under is; give one"]
    assert faults_of(Phrase("s", None, "so [mark] mark", {}, ("so: -",)))[0].endswith("the optional one takes it: leave one out")
    assert faults_of(Phrase("s", None, "(so", {}, ("so",))) == ["( is never closed\n    (so\n    ^"]


LEAD_INS = [
    ("RESOLVED:-", "resolution", "decided"),
    ("Resolved: -", "resolution", "decided"),
    ("RESOLVED - T H A T", "resolution", "decided"),
    ("RECOMMENDED TO COUNCIL:", "recommendation", "decided"),
    ("AGREED (with 34 votes for and 1 against) that:", "resolution", "decided"),
    ("Council is RECOMMENDED to: -", "resolution", "proposed"),
    ("To RESOLVE that", "resolution", "proposed"),
    ("It is recommended that:", "resolution", "proposed"),
]


@pytest.mark.parametrize(("text", "kind", "status"), LEAD_INS, ids=[text for text, _, _ in LEAD_INS])
def test_what_a_lead_in_means(text: str, kind: str, status: str) -> None:
    found = load("moderngov").whole("lead_ins", text)
    assert found is not None
    assert (found.phrase.facts["kind"], found.phrase.facts["status"]) == (kind, status)


TRAPS = [
    "the complaint was resolved last year",
    "Resolved complaints are listed in the appendix",
    "The Committee had resolved that the gate be painted",
    "Members asked whether the matter had been resolved",
    "The Chair agreed with the Member that tides vary",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_lead_in(text: str) -> None:
    grammar = load("moderngov")
    assert grammar.match("lead_ins", text) is None
    assert list(grammar.search("lead_ins", text)) == []
