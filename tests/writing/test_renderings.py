"""Renderings of comparisons and traces: no word lost, nothing hostile live (P26-P28; R38, R42, R95, R96)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from minutes_cli.model import (
    Clause,
    ComparedReference,
    ComparedSide,
    Comparison,
    Group,
    Item,
    Lineage,
    Link,
    Minutes,
    Side,
    Summary,
    WordChange,
)
from minutes_cli.model.comparison import Answer, Disagreement, State, Term, Thread
from minutes_cli.shown import shown, shown_line
from minutes_cli.writing.critic import to_critic, trace_to_critic
from minutes_cli.writing.escaping import html_text, markdown_text
from minutes_cli.writing.html import to_html
from minutes_cli.writing.html_page import POLICY
from minutes_cli.writing.html_trace import trace_to_html
from minutes_cli.writing.markdown import to_markdown, trace_to_markdown
from minutes_cli.writing.mermaid import trace_to_mermaid
from minutes_cli.writing.plain import to_plain, trace_to_plain
from minutes_cli.writing.terminal import to_terminal, trace_to_terminal
from minutes_cli.writing.view import entries, headline, noun
from tests.writing.comparisons import COMPARISONS, HOSTILE, LINEAGES, WORDS, new_text, old_text
from tests.writing.records import harbour_comparison

SGR = re.compile(r"\x1b\[[0-9;]{0,40}m")
WIDTHS = st.integers(20, 200)


def squashed(text: str) -> str:
    """Without any white space: what folding may add or take away."""
    return "".join(text.split())


HIDDEN = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def safe(text: str) -> bool:
    return shown(text) == text and all(char == "\n" or unicodedata.category(char) not in HIDDEN for char in text)


def marked_words(link: Link, opening: str = "[-", closing: str = "-]", begin: str = "{+", end: str = "+}") -> str:
    """The inline form of a link, from its own changes."""
    old, new, place, told = old_text(link), new_text(link), 0, ""
    changes = link.words if link.old and link.new else [WordChange("replace", (0, len(old)), (0, len(new)))]
    for change in changes:
        gone, come = old[slice(*change.old)], new[slice(*change.new)]
        told += shown_line(old[place : change.old[0]]) + (opening + shown_line(gone) + closing if gone else "")
        told += begin + shown_line(come) + end if come else ""
        place = change.old[1]
    return told + shown_line(old[place:])


def visible(link: Link) -> bool:
    return link.flags != ["unchanged"] or bool(link.references) or bool(link.words)


@settings(max_examples=60)
@given(COMPARISONS, WIDTHS, st.booleans())
def test_a_terminal_gets_every_word_and_no_control(comparison: Comparison, width: int, color: bool) -> None:
    text = SGR.sub("", to_terminal(comparison, width=width, color=color))
    assert safe(text)
    if 60 <= width < 120:
        for link in filter(visible, comparison.links):
            assert squashed(marked_words(link)) in squashed(text)


@settings(max_examples=60)
@given(COMPARISONS)
def test_plain_marks_hold_every_word_on_one_line(comparison: Comparison) -> None:
    text = to_plain(comparison)
    assert safe(text)
    for link in filter(visible, comparison.links):
        assert "    " + marked_words(link) in text.split("\n")


@settings(max_examples=60)
@given(WORDS, st.integers(120, 200) | st.integers(20, 59))
def test_both_sides_are_whole_beside_or_above_each_other(text: str, width: int) -> None:
    link = Link([ComparedSide("1", "a)", "old" + text)], [ComparedSide("2", "a)", "new" + text)], ["reworded"])
    link.words = [WordChange("replace", (0, 3), (0, 3), "old", "new")]
    out = to_terminal(Comparison(links=[link]), width=width)
    if width < 60:
        assert squashed(f"- [-old-]{shown_line(text)}") in squashed(out)
        assert squashed(f"+ {{+new+}}{shown_line(text)}") in squashed(out)
    else:
        rows = [line.split(" │") for line in out.split("\n") if " │" in line]
        assert all(len(row) == 2 for row in rows) or "│" in text
        if "│" not in text:
            assert squashed("".join(row[0] for row in rows)) == squashed(f"[-old-]{shown_line(text)}")


def first(page: LexborHTMLParser, selector: str) -> LexborNode:
    node = page.css_first(selector)
    assert node is not None
    return node


def rendered(markdown: str) -> LexborHTMLParser:
    return LexborHTMLParser(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))


@settings(max_examples=60)
@given(COMPARISONS)
def test_markdown_gives_the_wording_back(comparison: Comparison) -> None:
    text = to_markdown(comparison)
    assert safe(text)
    page = rendered(text)
    told = [quote.text().strip("\n") for quote in page.css("blockquote")]
    wanted = [marked_words(link, "", "", "", "") for link in comparison.links if visible(link)]
    assert [squashed(one) for one in told] == [squashed(one) for one in wanted]
    assert {node.tag for node in page.css("body *")} <= {"h1", "h2", "p", "strong", "blockquote", "ul", "li", "ins", "del"}


@given(WORDS)
def test_markdown_words_are_only_words(text: str) -> None:
    page = rendered(f"> x{markdown_text(text)}")
    assert squashed(page.body.text() if page.body else "") == squashed("x" + shown_line(text))
    assert {node.tag for node in page.css("body *")} == {"blockquote", "p"}


CRITIC = re.compile(r"\{--(.*?)--\}|\{\+\+(.*?)\+\+\}|\{~~(.*?)~>(.*?)~~\}")


@settings(max_examples=60)
@given(COMPARISONS)
def test_critic_marks_come_from_the_comparison_alone(comparison: Comparison) -> None:
    lines = [line for line in to_critic(comparison).split("\n") if line.startswith("> ")]
    for line, link in zip(lines, filter(visible, comparison.links), strict=True):
        old = CRITIC.sub(lambda found: found.group(1) or found.group(3) or "", line)
        new = CRITIC.sub(lambda found: found.group(2) or found.group(4) or "", line)
        assert squashed(rendered(old).text()) == squashed(shown_line(old_text(link)))
        assert squashed(rendered(new).text()) == squashed(shown_line(new_text(link)))


OUR_TAGS = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "dl", "dt", "dd", "p", "span", "del", "ins"),
    *("main", "section", "ul", "li", "details", "summary", "bdi"),
}
TABLE_TAGS = {"div", "table", "thead", "tbody", "tr", "th", "td"}
OUR_ATTRIBUTES = {
    *("lang", "http-equiv", "content", "charset", "name", "class", "href", "id", "tabindex", "aria-labelledby", "aria-label", "role"),
    "scope",
}


def check_page(text: str) -> LexborHTMLParser:
    page = LexborHTMLParser(text)
    assert safe(text)
    ids = set()
    for node in page.css("*"):
        assert node.tag in OUR_TAGS | TABLE_TAGS
        assert set(node.attributes) <= OUR_ATTRIBUTES
        assert (node.attributes.get("href") or "#").startswith("#")
        if node.attributes.get("id"):
            assert node.attributes["id"] not in ids
            ids.add(node.attributes["id"])
    for link in page.css("a"):
        assert str(link.attributes["href"])[1:] in ids
    assert text.index("Content-Security-Policy") < text.index("<title>")
    assert not re.search(r"url\(|@import|src=", first(page, "style").text())
    return page


def words_of(page: LexborHTMLParser, kind: str | None = None) -> list[str]:
    for node in page.css(".heard"):
        node.decompose()
    if kind:
        for node in page.css(f".wording {kind}"):
            node.decompose()
    return [node.text() for node in page.css("section .wording bdi")]


@settings(max_examples=60)
@given(COMPARISONS)
def test_html_gives_the_wording_back(comparison: Comparison) -> None:
    text = to_html(comparison)
    check_page(text)
    order = [link for link in comparison.links if visible(link)] + [link for link in comparison.links if not visible(link)]
    assert words_of(LexborHTMLParser(text), "ins") == [shown_line(old_text(link)) for link in order]
    assert words_of(LexborHTMLParser(text), "del") == [shown_line(new_text(link)) for link in order]


@settings(max_examples=40)
@given(LINEAGES, WIDTHS)
def test_traces_are_inert_in_every_form(lineage: Lineage, width: int) -> None:
    check_page(trace_to_html(lineage))
    for text in (trace_to_plain(lineage), SGR.sub("", trace_to_terminal(lineage, width=width, color=True)), trace_to_markdown(lineage)):
        assert safe(text)
    tags = {node.tag for node in rendered(trace_to_markdown(lineage)).css("body *")}
    assert tags <= {"h1", "h2", "p", "strong", "blockquote", "ul", "li", "ins", "del", "table", "thead", "tbody", "tr", "th", "td"}
    assert safe(trace_to_critic(lineage))
    chart = trace_to_mermaid(lineage)
    assert safe(chart)
    label = r'\["[\w #;\u00a0-\U0010ffff]*"\]'
    line = re.compile(rf"  subgraph m\d+{label}|    t\d+m\d+{label}|  end|  t\d+m\d+ (?:-->|-\.->?) t\d+m\d+")
    assert all(line.fullmatch(one) for one in chart.split("\n")[1:-1])


@pytest.mark.parametrize("text", HOSTILE)
def test_html_words_are_only_words(text: str) -> None:
    page = LexborHTMLParser(f"<p title='{html_text(text)}'>{html_text(text)}</p>")
    assert first(page, "p").text() == shown_line(text)
    assert first(page, "p").attributes == {"title": shown_line(text)}


def test_the_policy_allows_nothing_but_the_style() -> None:
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'", POLICY)


def link_with(*flags: str) -> Link:
    return Link([ComparedSide("1", "a)", "x")], [ComparedSide("2", "a)", "x")], list(flags))


def test_headline() -> None:
    links = [link_with("unchanged")] * 4 + [link_with("relabelled")] * 3 + [link_with("relabelled", "reworded")]
    comparison = Comparison(links=links, summary=Summary(references={"intact": 1}))
    told = "8 recommendations: 4 unchanged, 4 relabelled, 1 of them reworded; 1 cross-reference intact"
    assert headline(comparison, "recommendation") == told


def test_the_headline_says_of_them_of_the_relabelled_alone() -> None:
    """“2 moved, 6 of them reworded” would be six of two."""
    both = [link_with("relabelled", "moved")] * 2 + [link_with("relabelled", "reworded")] * 6
    assert headline(Comparison(links=both)) == "8 clauses: 8 relabelled, 2 of them moved, 6 of them reworded"
    apart = [link_with("relabelled", "reworded"), link_with("moved")]
    assert headline(Comparison(links=apart)) == "2 clauses: 1 relabelled, 1 moved, 1 reworded"


def test_a_retargeted_reference_is_the_first_thing_said() -> None:
    comparison = Comparison(links=[link_with("unchanged")], summary=Summary(references={"intact": 2, "retargeted": 1}))
    assert headline(comparison) == "1 cross-reference retargeted; 1 clause: 1 unchanged; 2 cross-references intact"


def test_clauses_that_changed_places_name_each_other() -> None:
    one = Link([ComparedSide("1/1/1", "a)", "x")], [ComparedSide("1/1/2", "b)", "x")], ["moved"], swapped_with="1/1/2")
    other = Link([ComparedSide("1/1/2", "b)", "y")], [ComparedSide("1/1/1", "a)", "y")], ["moved"], swapped_with="1/1/1")
    told = [entry.remarks for entry in entries(Comparison(links=[one, other]))]
    assert told == [["changed places with b)"], ["changed places with a)"]]


def test_labels_stand_in_a_gutter() -> None:
    lines = to_terminal(harbour_comparison(), width=80).split("\n")
    assert lines[3:6] == [
        "g) → h)  relabelled, reworded",
        "         That care is given [-is given -]to words.",
        "         (changed: doubled words)",
    ]
    assert lines[11:13] == ["- h)     dropped", "         [-That the quay be lit.-]"]


def test_changes_that_bear_on_meaning_are_told() -> None:
    summary = Summary(meaning={"negation": 1, "sum": 2}, references={"intact": 1})
    told = "1 clause: 1 unchanged; changed words touch a negation, a sum of money; 1 cross-reference intact"
    assert headline(Comparison(links=[link_with("unchanged")], summary=summary)) == told


@pytest.mark.parametrize("render", [to_plain, to_terminal, to_markdown, to_critic, to_html])
def test_what_was_left_out_is_told(render: Callable[[Comparison], str]) -> None:
    summary = Summary(remaining="2 resolutions were not compared", budget_exhausted=True)
    told = render(Comparison(links=[link_with("unchanged")], summary=summary))
    assert "2 resolutions were not compared" in told
    assert "not every pair was weighed" in " ".join(told.split())


def test_plain_as_people_see_it() -> None:
    assert to_plain(harbour_comparison(), "recommendation") == PLAIN


def test_an_ascii_stream_gets_ascii() -> None:
    text = to_terminal(harbour_comparison(), width=70, encoding="ascii")
    assert text.isascii() and "d) -> e)" in text


def test_changes_that_do_not_fit_are_shown_as_a_whole_replacement() -> None:
    link = Link([ComparedSide("1", "a)", "old words")], [ComparedSide("2", "a)", "new words")], ["reworded"])
    link.words = [WordChange("delete", (0, 2), (0, 0))]
    runs = entries(Comparison(links=[link]))[0].runs
    assert [(run.kind, run.text) for run in runs] == [("old", "old words"), ("new", "new words")]


def test_moved_clauses_are_linked_both_ways() -> None:
    moved = Link([ComparedSide("1/1/1", "a)", "Moved.")], [ComparedSide("1/1/2", "b)", "Moved.")], ["moved"])
    kept = Link([ComparedSide("1/1/2", "b)", "Kept.")], [ComparedSide("1/1/1", "a)", "Kept.")], ["relabelled"])
    page = check_page(to_html(Comparison(old=Side("a"), new=Side("b"), links=[kept, moved])))
    assert first(page, "#c-2 a").attributes["href"] == "#from-2"
    assert first(page, "#from-2 a").attributes["href"] == "#c-2"
    text = first(page, "main").text()
    assert text.index("stood here") < text.index("Kept.") < text.index("Moved.")


def test_a_reference_names_what_became_of_it() -> None:
    link = link_with("unchanged")
    link.references = [ComparedReference("recommendation c)", "retargeted")]
    assert "!! “recommendation c)” same words, but now points elsewhere" in to_plain(Comparison(links=[link]))


PLAIN = """\
samples/panel.txt → samples/cabinet.txt
3 recommendations: 2 relabelled, 1 of them reworded, 1 dropped; 1 cross-reference intact

g) → h)  relabelled, reworded
    That care is given [-is given -]to words.
    (changed: doubled words)

d) → e)  relabelled
    In relation to c), that a report come back.
    (“c)” still points where it did)

- h)  dropped
    [-That the quay be lit.-]

2 other resolutions were not compared
"""


def kinds_of(*kinds: str) -> Minutes:
    clauses = [Clause(id=f"1/1/{place}", kind=kind, text="x") for place, kind in enumerate(kinds, 1)]
    return Minutes(items=[Item(id="1", groups=[Group(id="1/1", clauses=clauses)])])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (["recommendation", "resolution"], ["resolution", "recommendation"], "recommendation"),
        (["resolution"], ["resolution", "resolution"], "resolution"),
        (["recommendation"], ["resolution", "resolution"], "recommendation"),
    ],
)
def test_the_noun_is_the_kind_of_each_sides_own_clauses(old: list[str], new: list[str], told: str) -> None:
    link = Link([ComparedSide("1/1/1", "a)", "x")], [ComparedSide("1/1/2", "a)", "x")], ["unchanged"])
    other = Link([ComparedSide("1/1/2", "a)", "x")], [ComparedSide("1/1/1", "a)", "x")], ["unchanged"])
    assert (
        noun(Comparison(links=[link, other]), kinds_of("recommendation", "resolution"), kinds_of("recommendation", "resolution"))
        == "clause"
    )
    assert noun(Comparison(links=[link]), kinds_of(*old), kinds_of(*new)) == told


@pytest.mark.parametrize("render", [trace_to_plain, trace_to_terminal, trace_to_markdown, trace_to_critic, trace_to_html])
def test_a_trace_tells_deadlines_answers_and_doubts(render: Callable[[Lineage], str]) -> None:
    states = [
        State(0, "1/1/1", "a)", text="That the quay be lit."),
        State(1, "1/2/1", "b)", text="That the quay be lit.", flags=["relabelled"]),
    ]
    lineage = Lineage(
        documents=[Side("panel"), Side("cabinet")],
        threads=[
            Thread("t1", states, answers=[Answer(1, "accepted", "Cabinet")], deadlines=[Term(0, "1/1/1", "by May", "2032-05-01", "missed")])
        ],
        deadlines=[Term(0, "1/1/2", "within two months", None, "unknown")],
        disagreements=[Disagreement("1/1/1", ["1/2/3"], [])],
    )
    told = " ".join(re.sub(r"\\|<[^>]*>", "", render(lineage)).split())
    assert (
        "1 matched otherwise when first and last are compared directly; 1 recommendation across 2 meetings: 1 answered, 1 deadline missed"
        in told
    )
    assert "Cabinet: accepted" in told
    assert "deadline “by May” (due 2032-05-01) was missed" in told
    assert "panel: deadline “within two months” has no date to judge it by" in told
    assert "clause 1/1/1 of the first document is answered by 1/2/3 of the last" in told and "by nothing by way of" in told


def test_the_chart_shows_where_a_clause_was_split_and_where_two_became_one() -> None:
    sides = [Side(path=f"{name}.txt") for name in "abc"]
    whole = Thread("T1", [State(0, "1", "1."), State(1, "1", "1.", flags=["split"]), State(2, "1", "1.", flags=["merged"])], family=["T2"])
    part = Thread("T2", [State(1, "2", "2.", flags=["split"]), State(2, "1", "1.", flags=["merged"])], family=["T1"])
    chart = trace_to_mermaid(Lineage(documents=sides, threads=[whole, part]))
    assert [line.strip() for line in chart.splitlines() if "-.-" in line] == ["t0m0 -.-> t1m1", "t0m2 -.- t1m2"]
