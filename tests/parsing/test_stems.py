"""Stems: what only announces, and what acts and then lists its parts (P05)."""

from __future__ import annotations

import pytest

from minutes_cli.parsing.stems import acts, announces


@pytest.mark.parametrize(
    "words",
    [
        "That Cabinet:",
        "That Cabinet",
        "That approval be given to:",
        "That the following actions be taken with respect to the Pier:",
        "That, on the recommendation of the Clerk, the following actions be taken with respect to the Wharf:",
        "That authority be delegated to the Director to:",
        "That the Committee recommend to Council that:",
        "That consideration be given to the following:",
        "That the Clerk be asked to:",
        "To approve:",
    ],
)
def test_stems_only_announce(words: str) -> None:
    assert announces(words)
    assert not acts(words)


@pytest.mark.parametrize(
    "words",
    [
        "That the report be noted, and the following recommendations be sent to the Board and Cabinet: -",
        "That Council notes the report and",
        "That the plan be APPROVED subject to the following conditions:",
        "That the report be noted and that:",
        "That the budget be approved as follows:",
        "That it be noted that the following declarations were made:",
    ],
)
def test_clauses_act_and_then_announce(words: str) -> None:
    assert announces(words)
    assert acts(words)


def test_a_finished_sentence_announces_nothing() -> None:
    assert not announces("That the report be noted.")
