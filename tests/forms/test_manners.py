"""In what manner a body decided, between its verb and what it decided, in all combinations (P18, P19, P23)."""

from __future__ import annotations

from itertools import product

import pytest

from minutes_cli.model import Group
from minutes_cli.parsing import parse

SUBJECTS = ("It was", "It was then", "The Council", "The Harbour Board then", "Members", "After a short debate, the Panel")
VERBS = ("resolved", "RESOLVED", "agreed", "AGREED", "decided")
MANNERS = {
    "": None,
    "unanimously": "unanimous",
    "by a majority": "carried",
    "by 7 votes to 2": "carried",
    "by seven votes to two": None,
    "by 4 votes in favour and 1 against": "carried",
    "by a vote of 6 in favour and 2 abstentions": None,
    "by a majority of 4 to 1": "carried",
    "by a majority of 4 in favour to 1 against": "carried",
    "by 5 for, 2 against and 1 abstention": "carried",
    "(7 in favour, 1 against)": "carried",
    "on a show of hands": None,
    "with one abstention": None,
    "with 2 against": None,
    "without dissent": None,
    "nem con": "nem-con",
    "by consensus": None,
    "by general consent": None,
    "with Cllr Ash abstaining": None,
    ", with Cllr Ash voting against,": None,
    "in principle": None,
    "on the Chair’s casting vote": "casting-vote",
    "by all present": "unanimous",
    "after discussion": None,
    "by a vote of 6-2": "carried",
}
"""Manners, each with the outcome of the vote that it tells; None where it tells none, or only who abstained."""
MATTERS = (
    "to paint the old gate",
    "not to paint the old gate",
    "that the old gate be painted",
    "the old gate be painted",
    "that the Clerk would paint the old gate",
    "the Clerk would paint the old gate",
    "no action be taken over the old gate",
    "there was no objection to the old gate",
    "the purchase of a new gate",
    "a grant of £50 be made for the old gate",
)


def _decided(sentence: str) -> list[Group]:
    page = parse(f"4. GATES\n\nMembers spoke about paint. {sentence}\n\n5. LAMPS\n\nThe Clerk spoke.\n")
    return [group for item in page.items for group in item.groups if group.status == "decided"]


def _said(*words: str) -> str:
    return " ".join(word for word in words if word).replace(" ,", ",") + "."


@pytest.mark.parametrize("manner", MANNERS)
def test_a_decision_is_told_in_any_manner(manner: str) -> None:
    missed = []
    for subject, verb, matter in product(SUBJECTS, VERBS, MATTERS):
        sentence = _said(subject, verb, manner, matter)
        found = _decided(sentence)
        if len(found) != 1 or not found[0].clauses[0].text.endswith(matter.removeprefix("to ").removeprefix("that ") + "."):
            missed.append(sentence)
    assert missed == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Clerk decided by herself to paint the old gate.",
        "Mr Elm said that the Board of the mill had agreed by a majority to paint the old gate.",
        "Members discussed by how many votes the gate might be painted.",
    ],
)
def test_what_others_did_in_some_manner_is_no_decision(sentence: str) -> None:
    assert _decided(sentence) == []


ADVERBS = ("", "unanimously", "then", "also", "therefore", "accordingly", "subsequently", "further", "by a majority")
ACTS = (
    "approved a grant of £50 to the club",
    "adopted a new policy",
    "accepted the quotation from Gull and Sons",
    "ratified the payments",
    "deferred the application",
    "refused permission",
    "granted the licence",
    "appointed Mrs Elm to the panel",
    "authorised the Clerk to sign the lease",
    "delegated authority to the Director",
    "referred the matter to Cabinet",
    "awarded the contract to Gull and Sons",
    "elected Cllr Ash as Vice-Chair",
)


@pytest.mark.parametrize("adverb", ADVERBS)
def test_a_body_acts_in_any_manner(adverb: str) -> None:
    sentences = [_said(subject, adverb, act) for subject, act in product(("The Committee", "The Council", "Members", "Cabinet"), ACTS)]
    assert [sentence for sentence in sentences if [group.clauses[0].text for group in _decided(sentence)] != [sentence]] == []


@pytest.mark.parametrize(("manner", "outcome"), [row for row in MANNERS.items() if row[1]])
def test_the_manner_gives_the_vote(manner: str, outcome: str) -> None:
    wrong = []
    for subject, verb, matter in product(SUBJECTS, VERBS[:3], MATTERS[:3]):
        sentence = _said(subject, verb, manner, matter)
        votes = [group.vote.outcome if group.vote else None for group in _decided(sentence)]
        if votes != [outcome]:
            wrong.append((sentence, votes))
    assert wrong == []
