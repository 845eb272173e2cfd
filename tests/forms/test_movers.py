"""Who moved and who seconded: the words, the names, and where they stand beside the decision (P09)."""

from __future__ import annotations

import pytest

from minutes_cli.model import Minutes
from minutes_cli.parsing import parse
from tests.forms.reading import Told, assert_read, decided, groups, thinned, told

FORMS = (
    "Proposed by {a}, seconded by {b}", "Proposed by {a} and seconded by {b}", "Proposed: {a} Seconded: {b}",
    "Proposed: {a}, Seconded: {b}", "Proposed {a}, seconded {b}", "Proposed {a} Seconded {b}", "Prop: {a} Sec: {b}",
    "Prop. {a}, Sec. {b}", "Moved by {a}, seconded by {b}", "Moved: {a} Seconded: {b}", "MOVED by {a}, SECONDED by {b}",
    "Moved {a}, seconded {b}", "Moved by {a} and seconded by {b}", "Proposer: {a} Seconder: {b}", "Proposer {a}, Seconder {b}",
    "(Proposed {a}, seconded {b})", "(Proposed by {a}; seconded by {b})", "({a}/{b})", "It was proposed by {a} and seconded by {b}",
    "It was moved by {a} and seconded by {b}", "This was proposed by {a} and seconded by {b}", "On the proposal of {a}, seconded by {b}",
    "On the motion of {a}, seconded by {b}", "{a} proposed and {b} seconded", "{a} proposed, {b} seconded", "{a} moved, {b} seconded",
    "{a} moved and {b} seconded", "Proposed {a} / Seconded {b}", "Proposed by {a}\nSeconded by {b}", "Moved by: {a}\nSeconded by: {b}",
    "PROPOSED BY {a} SECONDED BY {b}", "Mover: {a}\nSeconder: {b}",
)  # fmt: skip

NAMES = (
    ("Cllr Ash", "Cllr Birch"), ("Councillor J. Ash", "Councillor M. Birch"), ("Cllr. Ash", "Cllr. Birch"), ("Cr Ash", "Cr Birch"),
    ("Mrs Ash", "Mr Birch"), ("J. Ash", "M. Birch"), ("Jane Ash", "Mark Birch"), ("Cllr J Ash-Elm", "Cllr O’Birch"),
    ("Councillor Mrs Ash", "Councillor Dr Birch"), ("JA", "MB"), ("Cllr Jane Ash", "Cllr Mark Birch"), ("Alderman Ash", "Alderman Birch"),
    ("Councillor Ash", "the Chair"),
)  # fmt: skip
TITLES = ("Councillor Mrs ", "councillor ", "Councillor Dr ", "Cllr. ", "Cllr ", "Councillor ", "Cr ", "Mrs ", "Mr ", "Alderman ")

GATE = "that the gate be painted."
MINUTES = "The minutes were approved as a correct record ({m})."
PLACES = {
    "line before": ("{m}\n\nRESOLVED that the gate be painted.", decided(GATE)),
    "same line before": ("{m} RESOLVED that the gate be painted.", decided(GATE)),
    "and resolved": ("{m} and RESOLVED that the gate be painted.", decided(GATE)),
    "line after": ("RESOLVED that the gate be painted.\n\n{m}\n\nThe meeting went on.", decided(GATE)),
    "same line after": ("RESOLVED that the gate be painted. {m}.", decided(GATE)),
    "after a told decision": ("It was agreed to paint the gate. {m}.", decided("It was agreed to paint the gate.", "narrative")),
    "in brackets in a told decision": (MINUTES, decided(MINUTES, "narrative")),
}
OPENS = ("It was", "On the")
"""Beginnings of a sentence that the decision ends."""


def belongs(form: str, place: str) -> bool:
    """Whether a page prints the form there."""
    if place == "in brackets in a told decision":
        return "\n" not in form and not form.startswith(("(", "This was", *OPENS))
    if place == "and resolved":
        return not any(mark in form for mark in "(:\n/") and not form.startswith("This was")
    if form.startswith("This was"):
        return "before" not in place
    if form.startswith(OPENS):
        return "after" not in place and (place != "line before" or form.startswith("It was"))
    return "\n" not in form or place.startswith("line")


def left_out(form: str, names: tuple[str, str], place: str) -> bool:
    """Combinations without one right reading."""
    before, after = names
    if before == "JA":
        return place == "same line before" or form.startswith("(")  # initials glued to RESOLVED, and any two capital letters in brackets
    if after == "the Chair":
        return place == "same line before"  # `seconded by the Chair RESOLVED` reads as the Chair's own doing
    if before == "Jane Ash":
        return "/" in form  # without a title, a stroke and two capitals may part two places or two officers as well
    # Behind a sentence, points inside the brackets could be those of further sentences.
    return form == "({a}/{b})" and "." in before and place == "same line after"


def plain(name: str) -> str:
    """The name as the record has it, without its title."""
    return next((name.removeprefix(title) for title in TITLES if name.startswith(title)), name)


@pytest.mark.parametrize("form", FORMS)
def test_both_are_named_and_the_clause_keeps_its_own_words(form: str) -> None:
    rows = [
        (form.format(a=names[0], b=names[1]), names, place)
        for place in PLACES
        if belongs(form, place)
        for names in NAMES
        if not left_out(form, names, place)
    ]

    def right(row: tuple[str, tuple[str, str], str], page: Minutes) -> bool:
        words, (mover, seconder), place = row
        expected: list[Told] = [
            (status, how, tuple((label, text.format(m=words)) for label, text in clauses)) for status, how, clauses in PLACES[place][1]
        ]
        who = [(group.moved_by, group.seconded_by) for group in groups(page)]
        return told(page) == expected and who == [([plain(mover)], [plain(seconder)])]

    chosen = thinned(rows, 2, FORMS.index(form))
    assert {row[2] for row in chosen} == {row[2] for row in rows}, "thinned too far: a place is missing"
    assert_read(chosen, lambda row: "Minutes of the Council\n\n" + PLACES[row[2]][0].format(m=row[0]) + "\n", right)


HEADS = (
    "{a}, seconded by {b}, moved:-", "{a}, seconded by {b}, moved as follows:", "Motion proposed by {a}, seconded by {b}",
    "Notice of Motion proposed by {a}, seconded by {b}:", "(a) Motion received from {a}, seconded by {b}:",
    "Motion submitted by {a} and seconded by {b}", "MOVED BY {a}\n\nSECONDED BY {b}", "Moved by {a}, seconded by {b}:",
)  # fmt: skip
TITLED = (("Cllr Ash", "Cllr Birch"), ("councillor Ash", "councillor Birch"), ("Alderman Ash", "Cllr J Birch"), ("Mrs Ash", "Mr Birch"))
AFTERWARDS = {"": "moved", "\n\nThe motion was carried.": "decided", "\n\nOn being put to the vote the motion was LOST.": "lost"}


@pytest.mark.parametrize("form", HEADS)
def test_what_stands_below_who_moved_it_is_the_motion(form: str) -> None:
    def right(row: tuple[tuple[str, str], str], page: Minutes) -> bool:
        (mover, seconder), after = row
        [group] = groups(page)
        named = (group.moved_by, group.seconded_by) == ([plain(mover)], [plain(seconder)])
        return named and told(page) == [(AFTERWARDS[after], None, ((None, "That the gate be painted."),))]

    opened = "Minutes of the Council\n\nThe Clerk spoke about the hall.\n\n"
    rows = [(names, after) for names in TITLED for after in AFTERWARDS if not (names[0][0].islower() and form.startswith("{a}"))]
    assert_read(rows, lambda row: opened + form.format(a=row[0][0], b=row[0][1]) + f"\n\nThat the gate be painted.{row[1]}\n", right)


@pytest.mark.parametrize("said", ["Seconded by Cllr Birch. Carried unanimously.", "Seconded by Cllr Birch.\n\nCarried unanimously."])
def test_a_line_that_seconds_belongs_to_the_motion_above_whatever_follows(said: str) -> None:
    page = parse(f"Minutes of the Council\n\nCllr Ash moved to approve the agenda.\n\n{said}\n\n4. Interests\n\nNone\n")
    assert [(group.status, group.moved_by, group.seconded_by) for group in groups(page)] == [("decided", ["Ash"], ["Birch"])]


def test_names_below_a_told_decision_are_its_movers() -> None:
    page = parse("Minutes of the Council\n\nThe minutes were agreed as a true record.\n\nProposed by R. Ash seconded by S. O’Birch\n")
    assert [(group.status, group.moved_by, group.seconded_by) for group in groups(page)] == [("decided", ["R. Ash"], ["S. O’Birch"])]


@pytest.mark.parametrize(
    ("resolution", "status"),
    [
        ("The Council resolved unanimously to approve the motion.", "decided"),
        ("The Council resolved to reject the motion.", "lost"),
        ("RESOLVED that the motion be adopted.", "decided"),
        ("RESOLVED that the report be adopted.", "moved"),
    ],
)
def test_a_resolution_that_names_the_motion_settles_it(resolution: str, status: str) -> None:
    motion = "Cllr Ash, seconded by Cllr Birch, moved:-\n\n“That the gate be painted.”"
    page = parse(f"Minutes of the Council\n\nThe Clerk spoke.\n\n{motion}\n\n{resolution}\n")
    assert [group.status for group in groups(page)] == [status, "decided"]
