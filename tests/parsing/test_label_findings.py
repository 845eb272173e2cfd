"""Labels that are read although they are glued to their words, and marks that only look like labels (R33, R39)."""

import pytest

from minutes_cli.parsing import parse


def names(text: str) -> list[str]:
    return [finding.name for finding in parse(text).findings]


def test_a_label_glued_to_its_words_is_read_and_said() -> None:
    text = "RESOLVED:\n(a)That the quay be swept.\n(b) That the gate be shut.\n"
    minutes = parse(text)
    assert [clause.label for clause in minutes.items[0].groups[0].clauses] == ["(a)", "(b)"]
    assert [(finding.name, finding.span) for finding in minutes.findings] == [("label-space", (10, 13))]


@pytest.mark.parametrize("mark", ["а)", "(１)", "²)", "(\u0130)"])
def test_a_look_alike_is_no_label_and_said(mark: str) -> None:
    minutes = parse(f"RESOLVED:\n{mark} That the quay be swept.\n")
    assert [clause.label for clause in minutes.items[0].groups[0].clauses] == [None]
    assert "look-alike-label" in [finding.name for finding in minutes.findings]


@pytest.mark.parametrize("mark", ["a)", "(1)", "é.g.", "•", "“a)", "(£5)"])
def test_plain_labels_and_words_are_no_look_alikes(mark: str) -> None:
    assert "look-alike-label" not in names(f"RESOLVED:\n{mark} That the quay be swept.\n")
