"""Lists under a lead-in (P01, P03, P05, P21, P22, P30): the words that open them, the labels, how the entries begin, tight or spaced."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from tests.forms.reading import assert_read, thinned, told

LEAD_INS = (
    "RESOLVED:", "RESOLVED that:", "RESOLVED That:", "RESOLVED –", "RESOLVED", "Resolved:", "Resolved -", "RESOLVED to:",
    "It was RESOLVED that:", "It was resolved:", "The Committee RESOLVED:", "The Committee RESOLVED to:", "The Committee resolved that:",
    "AGREED:", "AGREED that:", "It was AGREED:", "Decision:", "DECISION", "Decision\n", "The Cabinet agreed:", "The Cabinet agreed to:",
    "RECOMMENDED:", "RECOMMENDED that:", "The Panel recommended that:", "Resolution:", "RESOLVED unanimously that:",
    "RESOLVED (unanimously):", "The Committee:", "Members agreed to:", "It was agreed to:", "It was agreed that:",
    "RESOLVED: That", "It was therefore RESOLVED:-", "RESOLVED (7 votes to 2) that:",
)  # fmt: skip
"""Left out: `Cabinet:` and `That:` alone on a line, which stand above a speaker's words or a motion as often as above a decision."""

LABELS = (
    ("(a)", "(b)", "(c)"), ("a)", "b)", "c)"), ("1.", "2.", "3."), ("(1)", "(2)", "(3)"), ("1)", "2)", "3)"), ("(i)", "(ii)", "(iii)"),
    ("i)", "ii)", "iii)"), ("i.", "ii.", "iii."), ("A.", "B.", "C."), ("a.", "b.", "c."), ("•", "•", "•"), ("-", "-", "-"),
    ("1.1", "1.2", "1.3"), ("I.", "II.", "III."),
)  # fmt: skip
ENTRIES = {
    "that": ("that the gate be painted;", "that the wall be mended; and", "that the report be noted."),
    "That": ("That the gate be painted.", "That the wall be mended.", "That the report be noted."),
    "be": ("the gate be painted;", "the wall be mended; and", "the report be noted."),
    "verb": ("paint the gate;", "mend the wall; and", "note the report."),
    "To": ("To paint the gate;", "To mend the wall; and", "To note the report."),
    "order": ("Approve the plan.", "Note the report.", "Delegate authority to the Director of Place."),
}
GAPS = ("\n\n", "\n")
PAGE = """Minutes of the Council

5. Village gate

The Clerk spoke about the gate and the wall.

{}

6. Planning

There was nothing to report.
"""


def fits(lead_in: str, mood: str) -> bool:
    """Whether the sentence that the lead-in begins can go on so."""
    last = lead_in.rstrip(":").split()[-1]
    if last == "to":
        return mood == "verb"
    if last in ("that", "That"):
        return mood == "be"
    if mood == "be" and lead_in == "The Committee:":
        return False  # `The Committee: (a) the gate be painted` is no sentence; it is a speaker's label
    return mood != "verb" and (mood != "be" or lead_in.endswith(("D", "–", ":", "-")))


@pytest.mark.parametrize("lead_in", LEAD_INS)
def test_every_entry_is_a_clause_of_the_one_decision_of_its_item(lead_in: str) -> None:
    moods = [mood for mood in ENTRIES if fits(lead_in, mood)]
    rows = [(labels, mood, gap) for mood in moods for gap in GAPS for labels in LABELS]

    def text(row: tuple[tuple[str, ...], str, str]) -> str:
        labels, mood, gap = row
        entries = [f"{label} {words}" for label, words in zip(labels, ENTRIES[mood], strict=True)]
        return PAGE.format(lead_in.rstrip("\n") + gap + gap.join(entries))

    def right(row: tuple[tuple[str, ...], str, str], page: Minutes) -> bool:
        labels, mood, _ = row
        printed = [label if label not in "•-" else None for label in labels]
        heads = [(item.number, item.title, len(item.groups)) for item in page.items]
        clauses = tuple(zip(printed, ENTRIES[mood], strict=True))
        return told(page) == [("decided", None, clauses)] and heads == [("5", "Village gate", 1), ("6", "Planning", 0)]

    chosen = thinned(rows, 3, LEAD_INS.index(lead_in)) if len(moods) > 1 else rows
    assert {row[0][0] for row in chosen} == {labels[0] for labels in LABELS}, "thinned too far: a label is missing"
    assert {row[1:] for row in chosen} == {row[1:] for row in rows}, "thinned too far: a mood or a gap is missing"
    assert_read(chosen, text, right)
