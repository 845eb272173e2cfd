"""How a motion opens in the words of boards and town meetings (``Motion by A, second by B, to …``), and what became of it (P09, P19)."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import assert_read, groups, thinned, told

MATTER = "to approve the lease of the slipway"
OPENINGS = (
    "A motion was made by {a}, seconded by {b}, {m}.", "Motion was made by {a} and seconded by {b} {m}.",
    "Motion made by {a}, second by {b}, {m}.",
    "Motion by {a}, second by {b}, {m}.", "Motion by {a}, seconded by {b}, {m}.", "Motion by {a}, supported by {b}, {m}.",
    "Moved by {a}, supported by {b}, {m}.", "Moved by {a}, support by {b}, {m}.", "It was moved by {a}, supported by {b}, {m}.",
    "{a} moved, seconded by {b}, {m}.", "{a} moved and {b} seconded {m}.", "MOTION by {a}, second by {b}, {m}.",
    "On a motion by {a}, seconded by {b}, {m}.",
)  # fmt: skip
"""What was moved stands behind the names: it is a clause of its own."""
SENTENCES = (
    "{a} made a motion {m}. {b} seconded.", "{a} made a motion {m}. {b} seconded the motion.", "{a} motioned {m}. {b} seconded.",
    "{a} motioned {m}, seconded by {b}.", "{a} moved {m}, seconded by {b}.", "{a} made a motion {m}, second by {b}.",
    "{a} made the motion {m}; seconded by {b}.", "Motion {m} by {a}, seconded by {b}.", "A motion {m} was made by {a} and seconded by {b}.",
    "Motion {m} made by {a}, second by {b}.", "{a} moved {m}. Seconded by {b}.", "{a} moved {m}. {b} seconded.",
)  # fmt: skip
"""What was moved stands between the names or before them: the sentence is told."""
NAMES = (("Ash", "Elm"), ("Trustee Ash", "Trustee Elm"), ("Ms. Ash", "Mr. Elm"), ("Councilman Ash", "Councilwoman Elm"),
         ("Supervisor Ash", "Deputy Supervisor Elm"), ("Selectman Ash", "Mayor Pro Tem Elm"), ("Chair Ash", "Vice-Chair Elm"))  # fmt: skip
OUTCOMES = {
    " Motion carried.": ("decided", "carried"), " Motion carried unanimously.": ("decided", "unanimous"),
    " Motion failed.": ("lost", "lost"),
    "\nMotion carried.": ("decided", "carried"), "\nThe motion was defeated.": ("lost", "lost"), "": ("moved", None),
}  # fmt: skip
PAGE = "Minutes of the Harbour Board\n\nThe Board heard the report.\n\n{motion}{outcome}\n"


def _right(row: tuple[str, tuple[str, str], str], page: Minutes) -> bool:
    _, _, outcome = row
    status, vote = OUTCOMES[outcome]
    found = groups(page)
    return (
        [group.status for group in found] == [status]
        and (found[0].moved_by, found[0].seconded_by) == (["Ash"], ["Elm"])
        and (found[0].vote.outcome if found[0].vote else None) == vote
    )


def _page(row: tuple[str, tuple[str, str], str]) -> str:
    form, (mover, seconder), outcome = row
    return PAGE.format(motion=form.format(a=mover, b=seconder, m=MATTER), outcome=outcome)


@pytest.mark.parametrize("form", OPENINGS)
def test_the_motion_behind_its_movers_is_a_clause(form: str) -> None:
    rows = [(form, names, outcome) for names in NAMES for outcome in OUTCOMES]
    chosen = thinned(rows, 3, OPENINGS.index(form))
    assert_read(chosen, _page, lambda row, page: _right(row, page) and told(page)[0][2] == ((None, MATTER + "."),))


@pytest.mark.parametrize("form", SENTENCES)
def test_the_motion_between_its_movers_is_told(form: str) -> None:
    rows = [(form, names, outcome) for names in NAMES for outcome in OUTCOMES]
    chosen = thinned(rows, 5, SENTENCES.index(form))
    assert_read(chosen, _page, lambda row, page: _right(row, page) and told(page)[0][1] == "narrative")


@pytest.mark.parametrize(
    "line",
    [
        "Supported by Netherby Rail", "Staff made a motion to the door.", "Works proposed by Netherby Rail",
        "The Board discussed a motion by email.", "Residents second the thought.", "The motion picture was made by Netherby Films.",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_motion_is_none(line: str) -> None:
    assert_read([line], lambda words: PAGE.format(motion=words, outcome=""), lambda _, page: groups(page) == [])


UNNAMED = {
    "It was moved, seconded and carried {m}.": "decided", "It was moved and seconded, put to the vote and carried {m}.": "decided",
    "Moved and seconded {m}. Motion carried.": "decided", "Motion made and seconded {m}. Motion failed.": "lost",
    "A motion was made and seconded {m}. The motion carried.": "decided",
    "A motion {m} was proposed, seconded, voted on and carried.": "decided",
    "A motion {m} was moved and seconded but lost.": "lost", "The officer recommendation was proposed, seconded and carried.": "decided",
    "The recommendations were moved, seconded and unanimously approved.": "decided",
}  # fmt: skip


@pytest.mark.parametrize("form", UNNAMED)
def test_nobody_needs_to_be_named(form: str) -> None:
    def right(words: str, page: Minutes) -> bool:
        return [group.status for group in groups(page)] == [UNNAMED[words]]

    assert_read([form], lambda words: PAGE.format(motion=words.format(m=MATTER), outcome=""), right)


@pytest.mark.parametrize(("said", "status"), [("carried", "decided"), ("lost", "lost")])
def test_a_motion_that_was_put_forward_and_settled_is_the_one_above(said: str, status: str) -> None:
    motion = "Moved by Cllr Ash, seconded by Cllr Elm, that the gate be painted."
    page = parse(PAGE.format(motion=motion, outcome=f"\nThe motion was proposed, seconded and {said}."))
    assert [(group.status, group.moved_by) for group in groups(page)] == [(status, ["Ash"])]
