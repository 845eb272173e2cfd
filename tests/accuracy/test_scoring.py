"""The measures themselves, on pages small enough to count by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from minutes_cli.model import Clause, Group, Item, Minutes, Vote
from tests.accuracy.labels import CORPUS, GOLD, Mislabelled, label_files, load_labels, second_files
from tests.accuracy.page import Gathered, Labelled, Page, plain_label, plain_name, trim
from tests.accuracy.predictions import Places, to_page
from tests.accuracy.scoring import Tally, relaxed_pairs, score

TEXT = "x" * 400


def page(*clauses: Labelled, groups: list[Gathered] | None = None) -> Page:
    """A page of Wexcombe Council with these clauses, all in one decided group unless `groups` says otherwise."""
    return Page("wexcombe/a.md", "wexcombe", "develop", (0, 400), TEXT, groups or [Gathered("decided")], list(clauses))


def clause(start: int, end: int, label: str | None = None, group: int = 0, parent: int | None = None) -> Labelled:
    return Labelled((start, end), label, "resolution", group, parent)


def test_equal_pages_agree_in_everything() -> None:
    groups = [Gathered("decided", False, frozenset({"ash"}), frozenset({"birch"}), ("carried", 4, 1, 0))]
    one = page(clause(0, 50, "1."), clause(60, 90, "a)", parent=0), groups=groups)
    found = score(one, one)
    figures = {name: tally.f1 for name, tally in found.tallies.items() if name != "exact-narrative"}
    assert figures == dict.fromkeys(("exact", "relaxed", "exact-formal", "movers", "seconders", "votes", "outcomes"), 1.0)
    assert {what: found.share(what) for what in found.agreeing} == dict.fromkeys(("label", "nesting", "status", "kind", "form"), 1.0)


def test_one_edge_off_is_no_exact_match_but_a_relaxed_one() -> None:
    found = score(page(clause(0, 100)), page(clause(0, 81)))
    assert found.tallies["exact"] == Tally(0, 1, 1)
    assert found.tallies["relaxed"] == Tally(1, 0, 0)


@pytest.mark.parametrize(("end", "pairs"), [(80, [(0, 0)]), (79, [])])
def test_relaxed_needs_eight_tenths_of_the_union(end: int, pairs: list[tuple[int, int]]) -> None:
    assert relaxed_pairs(page(clause(0, 100)), page(clause(0, end))) == pairs


def test_the_better_overlap_takes_the_clause() -> None:
    assert relaxed_pairs(page(clause(0, 100)), page(clause(0, 85), clause(2, 100))) == [(0, 1)]


def test_labels_nesting_and_status_are_counted_over_matched_clauses_only() -> None:
    gold = page(clause(0, 50, "1."), clause(60, 90, "a)", parent=0), clause(100, 150))
    found = page(clause(0, 50, "1."), clause(60, 90, "b)"), groups=[Gathered("moved")])
    counts = score(gold, found)
    assert counts.matched == 2
    assert (counts.share("label"), counts.share("nesting"), counts.share("status")) == (0.5, 0.5, 0.0)
    assert counts.tallies["exact"] == Tally(2, 0, 1)


def test_a_child_of_a_parent_that_was_not_found_is_nested_wrongly() -> None:
    counts = score(page(clause(0, 50), clause(60, 90, parent=0)), page(clause(60, 90)))
    assert counts.share("nesting") == 0.0


def test_prose_decisions_are_scored_apart() -> None:
    groups = [Gathered("decided"), Gathered("decided", narrative=True)]
    gold = page(clause(0, 50), clause(60, 90, group=1), clause(100, 150, group=1), groups=groups)
    found = page(clause(0, 50), clause(60, 90, group=1), clause(200, 250, group=1), clause(300, 350), groups=groups)
    counts = score(gold, found)
    assert counts.tallies["exact"] == Tally(2, 2, 1)
    assert counts.tallies["exact-formal"] == Tally(1, 1, 0)
    assert counts.tallies["exact-narrative"] == Tally(1, 1, 1)


def test_movers_count_name_by_name_and_only_in_the_group_that_answers() -> None:
    gold = page(
        clause(0, 50), clause(60, 90, group=1), groups=[Gathered("decided", moved_by=frozenset({"ash", "birch"})), Gathered("decided")]
    )
    found = page(clause(0, 50), clause(60, 90, group=1), groups=[Gathered("decided"), Gathered("decided", moved_by=frozenset({"ash"}))])
    assert score(gold, found).tallies["movers"] == Tally(0, 1, 2)


def test_a_group_without_clauses_in_the_part_compared_does_not_count() -> None:
    elsewhere = Gathered("decided", moved_by=frozenset({"ash"}), vote=("carried", 3, None, None))
    gold = page(clause(0, 50), groups=[Gathered("decided"), elsewhere])
    counts = score(gold, page(clause(0, 50)))
    assert counts.tallies["movers"] == counts.tallies["votes"] == Tally(0, 0, 0)


@pytest.mark.parametrize(
    ("gold_vote", "found_vote", "counts", "outcome"),
    [
        (("carried", 12, 1, None), ("carried", 12, 1, None), Tally(1, 0, 0), Tally(1, 0, 0)),
        (("carried", 12, 1, None), ("carried", 12, None, None), Tally(0, 1, 1), Tally(1, 0, 0)),
        (None, ("lost", 1, 12, None), Tally(0, 1, 0), Tally(0, 1, 0)),
        (("carried", None, None, None), None, Tally(0, 0, 1), Tally(0, 0, 1)),
        ((None, 9, None, 0), ("lost", 9, None, 0), Tally(1, 0, 0), Tally(0, 1, 0)),
    ],
)
def test_votes(
    gold_vote: tuple[str | None, int | None, int | None, int | None] | None,
    found_vote: tuple[str | None, int | None, int | None, int | None] | None,
    counts: Tally,
    outcome: Tally,
) -> None:
    pages = [page(clause(0, 50), groups=[Gathered("decided", vote=vote)]) for vote in (gold_vote, found_vote)]
    found = score(*pages)
    assert found.tallies["votes"] == counts
    assert found.tallies["outcomes"] == outcome


def test_false_decisions_count_only_where_nothing_is_decided() -> None:
    agenda = page(clause(0, 50), groups=[Gathered("proposed")])
    misread = page(clause(0, 50), clause(60, 90), groups=[Gathered("decided")])
    assert (score(agenda, misread).empty_pages, score(agenda, misread).false_decisions) == (1, 2)
    assert (score(misread, agenda).empty_pages, score(misread, agenda).false_decisions) == (0, 0)


def test_scores_add_up() -> None:
    one, other = score(page(clause(0, 50)), page()), score(page(), page(clause(0, 50)))
    both = one + other
    assert both.tallies["exact"] == Tally(0, 1, 1)
    assert both.pages == 2


def test_edges_without_meaning_are_trimmed() -> None:
    text = "> **“That the slip be dredged;”**\\\n"
    assert text[slice(*trim(text, 0, len(text)))] == "That the slip be dredged;"
    assert trim("&nbsp;That&nbsp;", 0, 16) == (6, 10)
    assert trim("** \u00a0", 0, 4)[0] == trim("** \u00a0", 0, 4)[1]


@pytest.mark.parametrize(
    "name", ["Councillor J. O’Brien", "Cllr. J O'Brien", "J. O’Brien", "Mayor J. O’Brien", "Deputy Mayor J. O’Brien", "**J. O’BRIEN**"]
)
def test_names_are_compared_without_titles_and_marks(name: str) -> None:
    assert plain_name(name) == "j obrien"


def test_a_title_alone_stays_a_name() -> None:
    assert plain_name("the Chair") == plain_name("Chair") == "chair"
    assert plain_name("Marsh") == "marsh"


def test_labels_are_compared_without_escapes() -> None:
    assert plain_label("1\\.") == "1."
    assert plain_label("**a)**") == "a)"
    assert plain_label(None) is None


def test_places_in_the_text_become_places_in_the_file() -> None:
    file = "**Agreed** that *all*"
    text = "Agreed that all"
    places = Places([(0, 2), (6, 10), (12, 17)])
    assert [file[slice(*places.span((start, start + len(word))))] for word, start in (("Agreed", 0), ("that", 7), ("all", 12))] == [
        "Agreed",
        "that",
        "all",
    ]
    assert file[slice(*places.span((0, len(text))))] == "Agreed** that *all"
    assert Places([]).span((3, 9)) == (3, 9)


def test_what_the_program_found_becomes_a_page() -> None:
    inner = Clause(label="i)", span=(60, 90), kind="recommendation")
    condition = Clause(label="(a)", span=(95, 99))
    top = Clause(label="1.", spans=[(0, 20), (30, 50)], clauses=[inner], conditions=[condition], moved_by=["Cllr Ash"])
    outside = Clause(span=(380, 420))
    minutes = Minutes(items=[Item(groups=[Group(clauses=[top, outside], vote=Vote("nem-con"), seconded_by=["Birch"])])])
    found = to_page(minutes, [], replace(page(), text="x" * 500))
    assert [(one.span, one.label, one.kind, one.parent) for one in found.clauses] == [
        ((0, 50), "1.", "resolution", None),
        ((60, 90), "i)", "recommendation", 0),
        ((95, 99), "(a)", "resolution", 0),
    ]
    assert found.groups == [Gathered("decided", False, frozenset({"ash"}), frozenset({"birch"}), ("unanimous", None, None, None))]


LABELS = """\
file: wexcombe/a.md
sha256: {digest}
read: [0, {end}]
half: develop
groups:
- status: decided
  kind: resolution
  moved_by: [[9, 12]]
  vote: {{outcome: carried, for: 3}}
  clauses:
  - span: [14, 29]
    label: '1.'
    kind: resolution
    clauses:
    - {{spans: [[30, 34], [35, 39]], label: a), kind: resolution}}
  - {{span: [40, 44], kind: resolution}}
"""
DOCUMENT = "Moved by Ash\n That one stand. part\npart more.\n"


def written(tmp_path: Path, labels: str) -> Path:
    (tmp_path / "wexcombe").mkdir()
    (tmp_path / "wexcombe" / "a.md").write_text(DOCUMENT, encoding="utf-8-sig")
    path = tmp_path / "a.yaml"
    path.write_text(labels.format(digest=hashlib.sha256((tmp_path / "wexcombe" / "a.md").read_bytes()).hexdigest(), end=len(DOCUMENT)))
    return path


def test_labels_are_read_with_their_nesting(tmp_path: Path) -> None:
    read = load_labels(written(tmp_path, LABELS), tmp_path)
    assert [(one.span, one.label, one.parent) for one in read.clauses] == [
        ((14, 29), "1.", None),
        ((30, 39), "a)", 0),
        ((40, 44), None, None),
    ]
    assert read.groups == [Gathered("decided", moved_by=frozenset({"ash"}), vote=("carried", 3, None, None))]
    assert (read.body, read.half, read.decides) == ("wexcombe", "develop", True)


def test_a_label_that_reads_as_a_number_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, LABELS.replace("label: '1.'", "label: 1."))
    with pytest.raises(Mislabelled, match=r"^wexcombe/a\.md: the label 1\.0 is not quoted, so it is read as a number$"):
        load_labels(path, tmp_path)


def test_labels_of_another_document_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, LABELS.replace("{digest}", "0" * 64))
    with pytest.raises(Mislabelled, match=r"^a\.yaml: wexcombe/a\.md is not the document that was labelled$"):
        load_labels(path, tmp_path)


def test_labels_outside_the_part_read_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, LABELS.replace("[0, {end}]", "[0, 42]"))
    with pytest.raises(Mislabelled, match=r"clause \[40, 44\] is empty or outside \[0, 42\]$"):
        load_labels(path, tmp_path)


@pytest.mark.parametrize("path", [*label_files(), *second_files()], ids=lambda path: "/".join(path.relative_to(GOLD).with_suffix("").parts))
def test_every_hand_label_fits_its_document(path: Path) -> None:
    if not CORPUS.is_dir():
        pytest.skip("the labelled documents are not here: ../shared/corpus")
    gold = load_labels(path)
    assert gold.clauses
    exact = score(gold, gold).tallies["exact"]
    assert exact == Tally(len(gold.clauses), 0, 0), "every clause has a place of its own"
