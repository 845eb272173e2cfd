"""Votes in every form (P19)."""

import pytest

from minutes_cli.grammar.parts.vote_tables import read_vote_table
from minutes_cli.grammar.parts.votes import find_vote, find_votes

Counts = tuple[int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "outcome", "counts", "span"),
    [
        ("(13 to 0)", "carried", (13, 0, None), "(13 to 0)"),
        ("**Motion Passed (12 to 1)**", "carried", (12, 1, None), "Motion Passed (12 to 1)"),
        ("Motion Failed (5 to 10)", "lost", (5, 10, None), "Motion Failed (5 to 10)"),
        ("AGREED (with 34 votes for and 1 against) that:", "carried", (34, 1, None), "(with 34 votes for and 1 against)"),
        (
            "the motion was carried by 28 votes for, 3 against and 5 abstentions",
            "carried",
            (28, 3, 5),
            "motion was carried by 28 votes for, 3 against and 5 abstentions",
        ),
        ("the amendment was lost by 47 votes to 17", "lost", (17, 47, None), "amendment was lost by 47 votes to 17"),
        (
            "the motion was lost with 12 votes for and 11 against",
            "lost",
            (12, 11, None),
            "motion was lost with 12 votes for and 11 against",
        ),
        ("Resolved: (By 14 votes to none)", "carried", (14, 0, None), "(By 14 votes to none)"),
        ("Report AGREED by 41 votes to 1", "carried", (41, 1, None), "by 41 votes to 1"),
        ("by a majority of 7 to 3", "carried", (7, 3, None), "by a majority of 7 to 3"),
        ("12 votes to 3 with 2 abstentions", "carried", (12, 3, 2), "12 votes to 3 with 2 abstentions"),
        (
            "fourteen votes in favour, two against, no abstentions",
            "carried",
            (14, 2, 0),
            "fourteen votes in favour, two against, no abstentions",
        ),
        (
            "7 Members voted in favour, 5 voted against, and 1 abstained",
            "carried",
            (7, 5, 1),
            "7 Members voted in favour, 5 voted against, and 1 abstained",
        ),
        ("For: 12 Against: 3 Abstain: 1", "carried", (12, 3, 1), "For: 12 Against: 3 Abstain: 1"),
        ("For 12, Against 12, Abstentions 1", "tied", (12, 12, 1), "For 12, Against 12, Abstentions 1"),
        ("Yes: 5 No: 3", "carried", (5, 3, None), "Yes: 5 No: 3"),
        ("Prop. JB, 2nd JH, 6 in favour.", None, (6, None, None), "6 in favour"),
        ("declared by 24 votes, to 10 votes, with 1 abstention", "carried", (24, 10, 1), "by 24 votes, to 10 votes, with 1 abstention"),
        ("with twenty Members for and thirty-six against", "lost", (20, 36, None), "with twenty Members for and thirty-six against"),
        (
            "six Members voted for the proposal and none against",
            "carried",
            (6, 0, None),
            "six Members voted for the proposal and none against",
        ),
        ("motion passed by a vote of 4-1", "carried", (4, 1, None), "motion passed by a vote of 4-1"),
        ("By the Chair's casting vote the motion was lost.", "lost", (None, None, None), "casting vote the motion was lost"),
        ("used his casting vote against the motion", "lost", (None, None, None), "casting vote against"),
        ("the Chair gave her deciding vote", "casting-vote", (None, None, None), "deciding vote"),
        ("resolved unanimously that", "unanimous", (None, None, None), "unanimously"),
        ("CARRIED UNANIMOUSLY", "unanimous", (None, None, None), "CARRIED UNANIMOUSLY"),
        ("(Voting: unanimous in favour)", "unanimous", (None, None, None), "(Voting: unanimous in favour)"),
        ("Voting: Unanimous", "unanimous", (None, None, None), "Voting: Unanimous"),
        ("all in favour", "unanimous", (None, None, None), "all in favour"),
        ("PENDERFYNWYD YN UNFRYDOL", "unanimous", (None, None, None), "YN UNFRYDOL"),
        ("agreed nem con", "nem-con", (None, None, None), "nem con"),
        ("carried nem. con.", "nem-con", (None, None, None), "carried nem. con."),
        ("carried on the Chair's casting vote", "casting-vote", (None, None, None), "carried on the Chair's casting vote"),
        ("The motion was put and declared CARRIED.", "carried", (None, None, None), "and declared CARRIED"),
        ("The motion was not carried", "lost", (None, None, None), "motion was not carried"),
        ("The vote was tied", "tied", (None, None, None), "vote was tied"),
        ("(with\u00a034\u00a0votes for\tand 1 against)", "carried", (34, 1, None), "(with\u00a034\u00a0votes for\tand 1 against)"),
    ],
)
def test_outcome_and_counts(text: str, outcome: str | None, counts: Counts, span: str) -> None:
    (vote,) = find_votes(text)
    assert vote.outcome == outcome
    assert (vote.for_, vote.against, vote.abstain) == counts
    assert text[vote.start : vote.end] == span
    assert find_vote(text) == vote


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("For: Ash, Birch and Cole; Against: Dale", {"for": ["Ash", "Birch", "Cole"], "against": ["Dale"]}),
        (
            "For: Councillors Ash and Birch (2)\nAgainst: Councillor Dale (1)\nAbstentions: none",
            {"for": ["Ash", "Birch"], "against": ["Dale"]},
        ),
        (
            "Yeas: (3): Mayor J. Holt, A. Ash, S. Birch\nNays: (1): E. Elm",
            {"for": ["J. Holt", "A. Ash", "S. Birch"], "against": ["E. Elm"]},
        ),
        ("Councillors Ash and Birch voted against and Councillor Cole abstained.", {"against": ["Ash", "Birch"], "abstain": ["Cole"]}),
        (
            "> |Yeas:|Nays:|Absent:|\n> |---|---|---|\n> |Mayor J. Holt|E. Elm|S. Frost|\n> |A. Ash||S. Fell|\n\n> **Motion Passed**",
            {"for": ["J. Holt", "A. Ash"], "against": ["E. Elm"], "absent": ["S. Frost", "S. Fell"]},
        ),
    ],
)
def test_names_by_side(text: str, names: dict[str, list[str]]) -> None:
    (vote,) = find_votes(text)
    assert {side: [text[a:b] for a, b in spans] for side, spans in vote.names.items()} == names


@pytest.mark.parametrize(
    "text",
    [
        "For 2\n\nCouncillors Ash and Birch\n\nAgainst 1\n\nAlderman Dale",
        "There voted for the plan:\n\nCouncillors Ash, Birch ........ 2\n\nThere voted against the plan:\n\nCouncillor Dale ...... 1",
        "AYES: Councilmembers Ash, Birch (2). NOES: Councilmember Dale (1)",
        "| For | J K Ash and Mrs L Birch | 2 |\n| Against | M Dale | 1 |",
        "For\tAsh, Birch\t2\nAgainst\tDale\t1",
    ],
)
def test_counts_and_names_together(text: str) -> None:
    (vote,) = find_votes(text)
    assert (vote.outcome, vote.for_, vote.against) == ("carried", 2, 1)
    assert [text[a:b].split()[-1] for a, b in vote.names["for"] + vote.names["against"]] == ["Ash", "Birch", "Dale"]


def test_counts_printed_after_the_names() -> None:
    vote = find_vote("For: Councillors Ash and Birch (2)\nAgainst: Councillor Dale (1)\nAbstentions: none")
    assert vote is not None
    assert (vote.outcome, vote.for_, vote.against, vote.abstain) == ("carried", 2, 1, 0)


def test_a_table_of_names_with_tabs_and_counts() -> None:
    text = "Yeas (2)\tNays (1)\nA. Ash\tE. Elm\nB. Birch\t\nThe next item"
    table = read_vote_table(text)
    assert table is not None
    assert table.counts == {"for": 2, "against": 1}
    assert {side: [text[a:b] for a, b in spans] for side, spans in table.names.items()} == {
        "for": ["A. Ash", "B. Birch"],
        "against": ["E. Elm"],
    }
    assert text[table.start : table.end].endswith("B. Birch\t")
    assert read_vote_table("For\nAgainst") is None
    assert read_vote_table("|For sale|By whom|\n|A boat|Ash|") is None


def test_two_motions_are_two_votes() -> None:
    votes = find_votes("Amendment A was put and declared LOST. The motion was declared CARRIED.")
    assert [vote.outcome for vote in votes] == ["lost", "carried"]


def test_a_tie_and_the_casting_vote_are_one() -> None:
    (vote,) = find_votes("The vote was tied. The Chair used her casting vote and the motion was CARRIED.")
    assert vote.outcome == "casting-vote"


@pytest.mark.parametrize(
    "text",
    [
        "works carried out by the mason; the lost property office; time was lost",
        "recommendations (1 to 4) be noted",
        "a fee of 12 for boats and 2 against",
        "For: information",
        "Absent: Councillor Dale",
        "a vote of thanks was passed",
        "the goods were carried",
        "9" * 5000 + " votes for and 1 against",
        "",
    ],
)
def test_no_vote(text: str) -> None:
    assert find_votes(text) == []
