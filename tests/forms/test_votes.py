"""How a vote went, below, behind and beside the motion (P09, P19): the clause keeps its words and the vote its outcome and counts."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from tests.forms.reading import assert_read, groups, told

Outcome = tuple[str, int | None, int | None]

CARRIED: Outcome = ("carried", None, None)
BY_7_TO_2: Outcome = ("carried", 7, 2)
UNANIMOUS: Outcome = ("unanimous", None, None)
LOST: Outcome = ("lost", None, None)

VOTES: dict[Outcome, tuple[str, ...]] = {
    CARRIED: (
        "Carried.", "CARRIED", "Motion carried.", "The motion was carried.", "The motion was put to the vote and carried.",
        "On being put to the vote, the motion was carried.", "Upon being put to the vote the motion was declared CARRIED.", "Passed.",
        "The motion was passed.", "This was carried.", "It was carried by a majority.", "The motion, on being put, was carried.",
        "The motion was agreed to.", "RESULT: Carried", "Disposition: Carried",
    ),
    BY_7_TO_2: (
        "The motion was carried by 7 votes to 2.", "The motion was carried by 7 votes to 2, with 1 abstention.",
        "Vote: 7 for, 2 against, 1 abstention.", "Votes for: 7; against: 2; abstentions: 1", "For: 7 Against: 2 Abstain: 1",
        "7 in favour, 2 against, 1 abstention.", "(7 for, 2 against)", "The motion was carried with 7 voting in favour and 2 against.",
        "A vote was taken and the motion was carried, 7 for and 2 against.", "CARRIED 7/2", "CARRIED (7-2)", "Carried 7 to 2.",
        "Those in favour: 7. Those against: 2.", "Cast: For 7, Against 2",
    ),
    ("carried", 7, 0): ("Motion Carried 7/0",),
    UNANIMOUS: (
        "Carried unanimously.", "CARRIED UNANIMOUSLY", "All in favour.", "All agreed.", "Unanimous.", "Agreed unanimously.",
        "This was agreed unanimously.", "The vote was unanimous.", "Motion passed unanimously.", "Vote unanimous.", "Vote: Unanimous",
        "The motion was approved unanimously.", "With all voting in favour, the motion was carried.",
    ),
    ("nem-con", None, None): ("Carried nem con.",),
    ("casting-vote", None, None): ("Carried on the casting vote of the Chair.",),
    LOST: ("The motion was lost.", "LOST", "Motion defeated.", "On being put to the vote the motion was LOST.", "The motion fell."),
    ("lost", 2, 7): ("The motion was lost by 2 votes to 7.", "Vote: 2 for, 7 against."),
}  # fmt: skip

MOTION = "That the gate be painted."
IN_A_SENTENCE = "that the gate be painted."
ONE_SENTENCE = "It was proposed by Cllr Ash and seconded by Cllr Birch that the gate be painted."
BETWEEN_COMMAS = "Cllr Ash proposed, seconded by Cllr Birch, that the gate be painted."
PLACES = {
    "line below": ("Moved by Cllr Ash, seconded by Cllr Birch\n\n" + MOTION + "\n\n{v}\n\nNext business", None, MOTION),
    "same paragraph": ("Moved by Cllr Ash, seconded by Cllr Birch, that the gate be painted. {v}", None, IN_A_SENTENCE),
    "tight lines": ("Moved by Cllr Ash\nSeconded by Cllr Birch\n" + MOTION + "\n{v}", None, MOTION),
    "behind a told proposal": (ONE_SENTENCE + " {v}", "narrative", ONE_SENTENCE),
    "told in three sentences": (
        "Cllr Ash proposed that the gate be painted. Seconded by Cllr Birch. {v}",
        "narrative",
        "Cllr Ash proposed that the gate be painted.",
    ),
    "below a told proposal": (BETWEEN_COMMAS + "\n\n{v}", "narrative", BETWEEN_COMMAS),
}
LEFT_OUT = {("Agreed unanimously.", "below a told proposal")}
"""A paragraph of its own below prose may close the matter before it or begin one."""


@pytest.mark.parametrize(("words", "outcome"), [(words, outcome) for outcome, forms in VOTES.items() for words in forms])
def test_the_vote_settles_the_motion_before_it(words: str, outcome: Outcome) -> None:
    status = "lost" if outcome[0] == "lost" else "decided"
    abstained = 1 if "bst" in words else None

    def right(place: str, page: Minutes) -> bool:
        _, form, clause = PLACES[place]
        if told(page) != [(status, form, ((None, clause),))]:
            return False
        [group] = groups(page)
        vote = group.vote
        counted = vote and (vote.outcome, vote.for_, vote.against, vote.abstain)
        return counted == (*outcome, abstained) and (group.moved_by, group.seconded_by) == (["Ash"], ["Birch"])

    places = [place for place in PLACES if (words, place) not in LEFT_OUT]
    assert_read(places, lambda place: "Minutes of the Council\n\n" + PLACES[place][0].format(v=words) + "\n", right)


COUNTED = (
    "Voting: For 8, Against 2", "Voting: 8 – For, 2 – Against", "(Voting: 8 for, 2 against, 1 abstention)",
    "For: 8 Against: 2 Abstentions: 1", "For: 8\nAgainst: 2\nAbstain: 1", "For – 8\nAgainst – 2", "Votes for 8, against 2.",
    "8 voted for and 2 against.", "Upon being put to the vote there were 8 votes for and 2 against.", "CARRIED (8 votes to 2)",
    "(8 for, 2 against, 1 abstention)", "[For: 8, Against: 2, Abstained: 1]", "The voting was: 8 For; 2 Against; 1 Abstention.",
    "The vote was 8 in favour, 2 against and 1 abstention.", "(By 8 votes to 2)", "Vote: 8-2-1", "Vote: 8 - 2",
    "(Eight votes for, two against)", "The motion was carried by 8 votes for and 2 against with 1 abstention.",
    "In favour 8; Against 2; Abstentions 1", "Yes: 8 No: 2", "Ayes 8, Noes 2",
)  # fmt: skip
RESOLVED = "RESOLVED that the gate be painted."
BESIDE = {
    "below": RESOLVED + "\n\n{v}",
    "below a list": "RESOLVED:\n\n1. That the gate be painted.\n\n2. That the wall be mended.\n\n{v}",
    "above": "The Clerk spoke.\n\n{v}\n\n" + RESOLVED,
    "behind": RESOLVED + " {v}",
    "below the motion": "Moved by Cllr Ash, seconded by Cllr Birch, that the gate be painted.\n\n{v}\n\n" + RESOLVED,
}


@pytest.mark.parametrize("words", COUNTED)
def test_a_vote_beside_a_resolution_is_its_own_and_none_of_its_words(words: str) -> None:
    def right(place: str, page: Minutes) -> bool:
        first = groups(page)[0]
        listed = ("That the gate be painted.", "That the wall be mended.")
        clauses = listed if place == "below a list" else (RESOLVED.removeprefix("RESOLVED "),)
        counted = first.vote and (first.vote.for_, first.vote.against)
        return counted == (8, 2) and tuple(clause.text for clause in first.clauses) == clauses

    places = [place for place in BESIDE if not (place == "behind" and "\n" in words)]
    page = "Minutes of the Council\n\n12. Gate\n\nThe report was presented.\n\n{}\n\n13. Other Business\n\nThere was none.\n"
    assert_read(places, lambda place: page.format(BESIDE[place].format(v=words)), right)
