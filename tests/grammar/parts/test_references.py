"""Words that point at another clause, minute or paper (P17)."""

import itertools
import re
from pathlib import Path

import pytest

from minutes_cli.grammar.parts.reference_labels import BRACKETED_LABEL
from minutes_cli.grammar.parts.references import FoundReference, find_references, read_labels, read_reference


def one(text: str) -> FoundReference:
    found = find_references(text)
    assert len(found) == 1, found
    return found[0]


def words(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_references(text)]


def labels(text: str) -> list[str]:
    """Labels of the only reference, ``a-d`` for a range, levels joined by a stroke."""
    return ["-".join("/".join(label.path) for label in pair if label) for pair in one(text).labels]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("In relation to recommendations c) and d), that a report be made", "recommendations c) and d)", ["c", "d"]),
        ("that resolution (1) above be noted", "resolution (1) above", ["1"]),
        ("that recommendations 1, 2 and 9 be approved", "recommendations 1, 2 and 9", ["1", "2", "9"]),
        ("recommendations 2a and 2b", "recommendations 2a and 2b", ["2/a", "2/b"]),
        ("as in (i) above, the", "(i) above", ["i"]),
        ("1) above be done", "1) above", ["1"]),
        ("(a) and (b) below", "(a) and (b) below", ["a", "b"]),
        ("see recommendation 5 below", "recommendation 5 below", ["5"]),
        ("recommendation 2.1(c) be", "recommendation 2.1(c)", ["2.1/c"]),
        ("recommendation 1(c)", "recommendation 1(c)", ["1/c"]),
        ("recommendations (a) to (d) be", "recommendations (a) to (d)", ["a-d"]),
        ("recommendations 1-6 be", "recommendations 1-6", ["1-6"]),
        ("recommendations a) – d)", "recommendations a) – d)", ["a-d"]),
        ("recommendations 1 to 3, 5 and 7-9 be accepted", "recommendations 1 to 3, 5 and 7-9", ["1-3", "5", "7-9"]),
        ("raised under part b), above, by a levy", "part b), above", ["b"]),
        ("(as changed in part a) above), to let", "part a) above", ["a"]),
        ("(as changed in the above-noted part a)), to let", "above-noted part a)", ["a"]),
        ("clauses 1.1, 2.1, and 3.1 BE RECEIVED", "clauses 1.1, 2.1, and 3.1", ["1.1", "2.1", "3.1"]),
        ("clause A above", "clause A above", ["A"]),
        ("Recommendation No. 3", "Recommendation No. 3", ["3"]),
        ("recommendation three", "recommendation three", ["3"]),
        ("recommendations one and two", "recommendations one and two", ["1", "2"]),
        ("points (b) & (c)", "points (b) & (c)", ["b", "c"]),
        ("(see recommendation 4)", "recommendation 4", ["4"]),
        ("(see recommendations a) and b))", "recommendations a) and b)", ["a", "b"]),
        ("paragraphs (aa) and (iv)", "paragraphs (aa) and (iv)", ["aa", "iv"]),
        ("RECOMMENDATIONS C) AND D)", "RECOMMENDATIONS C) AND D)", ["C", "D"]),
    ],
)
def test_labels_of_the_same_list(text: str, span: str, expected: list[str]) -> None:
    assert words(text) == [span]
    assert labels(text) == expected
    assert one(text).scope == "local"


@pytest.mark.parametrize("space", [" ", "\u00a0\u00a0", "\t", "\u2002", "\n", " \n "])
def test_any_white_space_between_the_words(space: str) -> None:
    text = f"recommendations{space}c){space}and{space}d)"
    assert words(f"In {text}, that") == [text]


@pytest.mark.parametrize(
    ("text", "span", "qualifier"),
    [
        ("recommendations (b) and (c) from the Committee be noted", "recommendations (b) and (c)", "from the Committee"),
        ("recommendations 1-6 set out in the report", "recommendations 1-6", "set out in the report"),
        ("clause 2 of the 7th Report of the Board be", "clause 2", "of the 7th Report of the Board"),
        ("the Panel's recommendations (a) and (b)", "recommendations (a) and (b)", None),
        ("Committee recommendation 3", "recommendation 3", None),
        ("Minute No. 236 refers", "Minute No. 236", None),
        ("under Minute ST 14/002", "Minute ST 14/002", None),
        ("Minute 77/21", "Minute 77/21", None),
        ("Resolution No. RD/2031/117", "Resolution No. RD/2031/117", None),
        ("as in Appendix 1, and", "Appendix 1", None),
        ('the by-law (Schedule "A")', 'Schedule "A"', None),
        ("Appendix ‘B’ to the paper", "Appendix ‘B’", None),
        ("section 12 of the Harbours Act", "section 12", "of the Harbours Act"),
        ("section 100A(4)", "section 100A(4)", None),
        ("the Part 8 scheme", "Part 8", None),
        ("Part VIII of the Act", "Part VIII", "of the Act"),
        ("agenda item 7", "item 7", None),
    ],
)
def test_references_that_lead_out_of_the_list(text: str, span: str, qualifier: str | None) -> None:
    assert words(text) == [span]
    each = one(text)
    assert each.scope == "external"
    assert (text[slice(*each.qualifier)] if each.qualifier else None) == qualifier


@pytest.mark.parametrize("text", ["parts a) and b) of the motion BE APPROVED", "recommendation 2 of this resolution", "section a) above"])
def test_the_list_itself_is_not_outside(text: str) -> None:
    assert one(text).scope == "local"


def test_what_follows_an_outside_reference_is_outside() -> None:
    text = "article 27, resolution (iii)"
    assert words(text) == ["article 27", "resolution (iii)"]
    assert [each.scope for each in find_references(text)] == ["external", "external"]
    assert [each.scope for each in find_references("paragraph (c) of the resolution in item 7")] == ["external", "external"]


@pytest.mark.parametrize(
    ("text", "span", "ordinals"),
    [
        ("the first recommendation", "first recommendation", (1,)),
        ("the third and fourth recommendations", "third and fourth recommendations", (3, 4)),
        ("the last recommendation", "last recommendation", (-1,)),
        ("the last two recommendations", "last two recommendations", (-2, -1)),
        ("the first three recommendations", "first three recommendations", (1, 2, 3)),
        ("the second of the recommendations", "second of the recommendations", (2,)),
        ("the 3rd resolution", "3rd resolution", (3,)),
    ],
)
def test_ordinals(text: str, span: str, ordinals: tuple[int, ...]) -> None:
    assert words(text) == [span]
    assert one(text).ordinals == ordinals


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("subject to the above.", "the above"),
        ("that the above recommendations be sent", "the above recommendations"),
        ("that the recommendations above be sent", "recommendations above"),
    ],
)
def test_the_whole_list_above(text: str, span: str) -> None:
    assert words(text) == [span]
    assert (one(text).direction, one(text).labels) == ("above", ())


@pytest.mark.parametrize(
    "text",
    [
        "That (i) authority be delegated and (ii) the Leader be consulted",
        "In part a survey was made",
        "recommendation I gave",
        "resolution 14 March 2031",
        "for 10 minutes 30 seconds",
        "the above report",
        "the first part of the meeting",
        "the recommendations be noted",
        "recommendation ①, recommendation ٣, recommendation ɑ)",
        "apart a) and departs 3",
        "above average takings (1 in 4)",
        "",
    ],
)
def test_no_reference(text: str) -> None:
    assert words(text) == []


def test_a_list_ends_where_figures_begin_to_count_things() -> None:
    assert words("recommendation 1 and 2 officers") == ["recommendation 1"]
    assert words("recommendations 1 and 2, 14 days later") == ["recommendations 1 and 2"]


def test_reading_at_a_known_place() -> None:
    reference = read_reference("to recommendation 2", 3)
    assert reference is not None
    assert (reference.start, reference.end) == (3, 19)
    assert read_reference("to recommendation 2", 4) is None
    pairs, end = read_labels("noted (b) and (c)", 6)
    assert [first.text for first, _ in pairs] == ["(b)", "(c)"]
    assert end == 17
    assert read_labels("noted it", 6) == ((), 6)


def test_marked_labels_are_exactly_the_documented_ones() -> None:
    letters = {*"aix"} | {"aa", "ii", "xx"} | {"ix", "xi", "iii", "xii", "xix", "xxi", "xxx", "xiii", "xxii", "xxix", "xxxi"}
    runs = ["1" * length for length in (1, 2, 3)]
    figures = {*runs} | {f"{a}.{b}" for a in runs for b in runs}
    cores = letters | figures | {figure + letter for figure in figures for letter in "aix"}
    marked = {mark for core in cores for mark in (f"({core})", f"{core})")}
    children = {*runs} | letters - {"aa"}
    documented = marked | {f"{mark}({child})" for mark in marked for child in children}
    pattern = re.compile(BRACKETED_LABEL)
    tried = ("".join(each) for length in range(1, 6) for each in itertools.product("aix1().", repeat=length))
    assert {each for each in tried if pattern.fullmatch(each)} == {each for each in documented if len(each) < 6}


def test_the_real_panel_page() -> None:
    page = Path(__file__).parents[4] / "shared" / "seeds" / "001_8bd6bd4419ddf4c8.txt"
    if not page.exists():
        pytest.skip("the real documents are not beside the project")
    text = page.read_text(encoding="utf8")
    assert words(text) == ["recommendations c) and d)"]
    assert labels(text) == ["c", "d"]
