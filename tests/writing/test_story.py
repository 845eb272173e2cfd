"""What a trace tells of one recommendation: its title, and with whom it was merged or from whom it was split."""

from __future__ import annotations

from minutes_cli.comparing import trace
from minutes_cli.model import Group, Item, Lineage, Meeting, Minutes, SourceFacts
from minutes_cli.writing.story import Story, stories
from tests.comparing.making import clauses

STEM = "That the following be sent to Cabinet: "
FERRY = "That £1,800 be granted to the ferry fund of Upper Holm ward"
QUAY = "That the tenants of the quay at Saltmarsh be told of the new rules by letter"


def traced(*meetings: list[str]) -> Lineage:
    documents = []
    for at, texts in enumerate(meetings):
        group = Group(id="1/1", kind="recommendation", clauses=clauses(texts, [f"{number + 1}." for number in range(len(texts))]))
        when = Meeting(body=f"Panel {at}", date=f"2031-{at + 1:02}-14")
        documents.append(Minutes(source=SourceFacts(f"{at}.txt"), meeting=when, items=[Item(id="1", groups=[group])]))
    return trace(documents)


def remarks(told: list[Story]) -> list[list[tuple[int, str]]]:
    return [[(chapter.document, remark) for chapter in story.chapters for remark in chapter.remarks] for story in told]


def test_recommendations_that_became_one_name_each_other_where_they_did() -> None:
    apart, one = [f"{FERRY}.", f"{QUAY}."], [f"{FERRY}, and t{QUAY[1:]}."]
    assert remarks(stories(traced(apart, one, one))) == [[(1, "merged with number 2")], [(1, "merged with number 1")]]


def test_the_parts_of_a_split_name_each_other_where_it_was_made() -> None:
    whole, parts = [f"{FERRY}, and t{QUAY[1:]}."], [f"{FERRY}.", f"{QUAY}."]
    told = remarks(stories(traced(whole, parts, parts)))
    assert sorted(told) == [[(1, "split from number 1")], [(1, "the rest of it is number 2")]]


def test_a_title_begins_behind_the_words_that_all_begin_with() -> None:
    listed = [f"{STEM}{FERRY}.", f"{STEM}{QUAY}."]
    assert [story.title for story in stories(traced(listed, listed))] == [
        "1. … That £1,800 be granted to the ferry fund of Upper Holm ward.",
        "2. … That the tenants of the quay at Saltmarsh be told of the new rules by …",
    ]
    alone = [f"{STEM}{FERRY}.", f"{QUAY}."]
    assert stories(traced(alone, alone))[0].title == "1. That the following be sent to Cabinet: That £1,800 be granted to the …"
