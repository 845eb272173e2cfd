"""HTML: lines, implied labels, tables, ModernGov's classes, letters, and hostile pages (faults R53-R60)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import InputError
from minutes_cli.model import Source
from minutes_cli.reading import read_bytes


def page(body: str, head: str = "") -> Source:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def hints(source: Source, role: str) -> list[tuple[str, str | None]]:
    return [(source.text[slice(*hint.span)], hint.value) for hint in source.hints if hint.role == role]


def codes(source: Source) -> list[str]:
    return [notice.code for notice in source.notices]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One\n  two</p><p>three", "One two\n\nthree\n"),
        ("One<br>two<br/><br>three", "One\ntwo\n\nthree\n"),
        ("<p>One <b>bold</b>, <i> spaced </i> end.</p>", "One bold, spaced end.\n"),
        ("a)&nbsp;&nbsp; That", "a)\u00a0\u00a0 That\n"),
        ("<p>one</p><p>&nbsp;</p><p>two</p>", "one\n\n\u00a0\n\ntwo\n"),
        ("<p>one <?xml:namespace prefix = o ns = 'urn:x' />two</p><?p ?>three", "one two\n\nthree\n"),
        ("<pre>a)  one\n   two</pre>", "a)  one\n   two\n"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc\n"),
        ("&pound;5 &#146;s &amp;lt;", "£5 ’s &lt;\n"),
        ("<ol><li>a<li>b</ol>", "1. a\n\n2. b\n"),
        ("<ol type=a start=3><li>c<li value=9>i<li>j</ol>", "c. c\n\ni. i\n\nj. j\n"),
        ("<ol reversed><li>three<li>two<li>one</ol>", "3. three\n\n2. two\n\n1. one\n"),
        ("<ol type=I><li>a<ol type=i><li>b<li>c</ol><li>d</ol>", "I. a\n\ni. b\n\nii. c\n\nII. d\n"),
        ("<ol><li>a<ol type=a><li>b</ol></ol><ol><ol><li>x</ol></ol>", "1. a\n\na. b\n\n1. x\n"),
        ("<ol style='list-style: upper-alpha inside'><li>a</ol>", "A. a\n"),
        ("<ol style='list-style-type:none'><li>a) own label</ol>", "a) own label\n"),
        ("<ol><li style='list-style-type: lower-roman'>a</ol>", "i. a\n"),
        ("<ol start=27 type=a><li>x</ol>", "aa. x\n"),
        ("<ol><li><p>a</p><p>more</p></li><li><div><p>b</p></div></li></ol>", "1. a\n\nmore\n\n2. b\n"),
        ("<ol><li></li><li>b<li><ol type=a><li>c</ol></ol>", "1.\n\n2. b\n\n3.\n\na. c\n"),
        ("<ul><li>a<li>b</ul>", "• a\n\n• b\n"),
        ("<p><![if !supportLists]><span style='mso-list:Ignore'>(a)<span>&nbsp; </span></span><![endif]>That</p>", "(a)\u00a0 That\n"),
        ("<p><!--[if !supportLists]-->1.&nbsp;<!--[endif]-->That</p>", "1.\u00a0That\n"),
        ("<table><tr><td>a<td>b<tr><td>c<td><p>d</p><p>e</p></table>after", "a\tb\nc\td e\n\nafter\n"),
        ("<table><tr><td>only</td></tr><tr><td><ol><li>x<li>y</ol></td></tr></table>", "only\n\n1. x\n\n2. y\n"),
        ("<p>a<script>if (1 < 2) document.write('<p>no')</script>b<template>no</template><style>p{}</style></p>", "ab\n"),
    ],
)
def test_elements_become_lines(body: str, text: str) -> None:
    assert page(body).text == text


def test_a_style_sheet_names_list_styles() -> None:
    head = "<style>ol.alpha { list-style-type: lower-alpha } .plain li, li.none {list-style:none} ul{list-style:square}</style>"
    source = page("<ol class='x alpha'><li>a<li class=none>own</ol><ul><li>b</ul>", head)
    assert source.text == "a. a\n\nown\n\n• b\n"
    assert hints(source, "generated-label") == [("a.", None), ("•", None)]


GOOGLE = """<style>ol.lst-kix_a-0,ol.lst-kix_a-1,ul.lst-kix_b-0{list-style-type:none}
.lst-kix_a-0>li{counter-increment:lst-ctn-kix_a-0} .lst-kix_a-1>li{counter-increment:lst-ctn-kix_a-1}
ol.lst-kix_a-0.start{counter-reset:lst-ctn-kix_a-0 0}
.lst-kix_a-0>li:before{content:"(" counter(lst-ctn-kix_a-0,lower-latin) ") "}
.lst-kix_a-1>li:before{content:"" counter(lst-ctn-kix_a-0,decimal) "." counter(lst-ctn-kix_a-1,lower-roman) " "}
.lst-kix_b-0>li:before{content:"\\0025cf   "}</style>"""


def test_labels_that_a_style_sheet_counts() -> None:
    first = "<ol class='c1 lst-kix_a-0 start' start=1><li>one<li>two</ol><ol class='c1 lst-kix_a-1 start' start=1><li>deep<li>deeper</ol>"
    source = page(f"{first}<ol class='c1 lst-kix_a-0' start=3><li>three</ol><ul class='c1 lst-kix_b-0'><li>point</ul>", GOOGLE)
    assert source.text.split("\n\n") == ["(a) one", "(b) two", "2.i deep", "2.ii deeper", "(c) three", "● point\n"]
    assert [label for label, _ in hints(source, "generated-label")] == ["(a)", "(b)", "2.i", "2.ii", "(c)", "●"]


def test_counters_of_lists_inside_one_another() -> None:
    head = "<style>ol{list-style:none;counter-reset:n} ol > li{counter-increment:n} ol>li::before{content:counters(n, '.') ' '}</style>"
    assert page("<ol><li>a<ol><li>b<li>c</ol><li>d</ol>", head).text == "1 a\n\n1.1 b\n\n1.2 c\n\n2 d\n"


@pytest.mark.parametrize(
    "rule",
    [
        "li:before{content:''}",
        "li:before{content:'\\f00c'}",
        "p:before{content:'x'}",
        "li:hover:before{content:'x'}",
        "li:before{content:counter(",
    ],
)
def test_other_rules_write_no_labels(rule: str) -> None:
    assert page("<ol><li>a</ol>", f"<style>ol{{list-style:none}} {rule}</style>").text == "a\n"


def test_headings_and_bold_lines_are_hinted() -> None:
    source = page("<h2>Items</h2><p><b>RESOLVED:</b></p><p><b>Part</b> only</p><p><span style='font-weight:700'>Heavy</span></p>")
    assert hints(source, "heading") == [("Items", "2"), ("RESOLVED:", "bold"), ("Heavy", "bold")]


MODGOV = """
<table class="mgItemTable"><tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">4.</p></td><td>
<p class="mgAiTitleTxt">Quay lighting</p><ul class="mgActionList"><li><a href="x">View the decision for item 4.</a></li></ul>
<div class="mgWordPara"><p>To consider lamps.</p></div>
<p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList"><li>Lamps PDF 1 MB</li></ul>
<p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara"><p>That lamps be lit.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>Members agreed.</p></div></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">5.</p></td><td><p class="mgAiTitleTxt">Close</p></td></tr></table>
<p>After the table.</p>
"""


def test_moderngov_classes_tell_items_and_sides() -> None:
    source = page(MODGOV)
    assert hints(source, "item-number") == [("4.", None), ("5.", None)]
    assert hints(source, "item-title") == [("Quay lighting", None), ("Close", None)]
    assert hints(source, "side") == [
        ("• View the decision for item 4.\n\nTo consider lamps.", "agenda"),
        ("Decision:\n\nThat lamps be lit.", "decision"),
        ("Minutes:\n\nMembers agreed.", "minutes"),
    ]
    assert hints(source, "decision") == [("Decision:", None)]
    assert hints(source, "minutes") == [("Minutes:", None)]
    assert hints(source, "actions") == [("• View the decision for item 4.", None)]
    assert hints(source, "furniture") == [("• Lamps PDF 1 MB", "documents")]


def test_escribe_classes_tell_items() -> None:
    source = page("<div class='AgendaItem'><div class='AgendaItemCounter'>4.</div><div class='AgendaItemTitle'><a>Lamps</a></div></div>")
    assert hints(source, "item-number") == [("4.", None)]
    assert hints(source, "item-title") == [("Lamps", None)]


def test_what_stands_round_a_page_is_furniture() -> None:
    body = "<nav><ul><li>Home</ul></nav><div role=banner>Wexcombe</div><p>words <button>Print</button></p><footer>Contact</footer>"
    assert hints(page(body), "furniture") == [("• Home", None), ("Wexcombe", None), ("Print", None), ("Contact", None)]


def test_a_fragment_without_a_root_is_html_by_content() -> None:
    source = read_bytes(MODGOV.encode(), "saved.txt")
    assert source.format == "html"
    assert codes(source) == ["kind"]


@pytest.mark.parametrize(
    ("data", "text", "told"),
    [
        ("<html><meta charset=iso-8859-1><p>caf\u00e9 £5".encode(), "café £5\n", ["encoding"]),
        (b"<html><meta charset=utf-8><p>caf\xe9 \x96 \xa35", "café – £5\n", ["encoding"]),
        ("<html><meta charset=iso-8859-15><p>5 €".encode("iso-8859-15"), "5 €\n", ["encoding"]),
        ("<html><meta charset=windows-1253><p>Ω".encode("windows-1253"), "Ω\n", ["encoding"]),
        ("<html><p>£5".encode("utf-16"), "£5\n", []),
        ("<html><meta charset=shift_jis><p>£5".encode("cp1252"), "£5\n", ["encoding"]),
    ],
)
def test_letters_come_by_the_ladder_and_the_file_is_asked_only_in_doubt(data: bytes, text: str, told: list[str]) -> None:
    source = read_bytes(data, "page.html")
    assert source.text == text
    assert codes(source) == told


def test_hidden_text_is_left_out_and_told() -> None:
    source = page(
        "<p>seen</p><p hidden>one</p><p style='display: none'>two</p><p style='mso-hide:all'>three</p><p style='visibility:hidden'>x</p>"
    )
    assert source.text == "seen\n"
    assert [notice.message for notice in source.notices] == ["12 characters of hidden text; left out"]
    assert source.skipped == {"hidden": 12}


def test_what_is_left_out_is_accounted_by_reason() -> None:
    body = "<script>one()</script>seen<style>p{}</style><noscript>no</noscript><svg><text>S</text></svg>"
    source = page(body, "<title>Page</title><script>x</script>")
    assert source.text == "seen\n"
    assert source.skipped == {"noscript": 2, "script": 6, "style": 3, "svg": 1, "title": 4}


@pytest.mark.parametrize(
    ("body", "text", "code"),
    [
        ("<p>one</p><!-- never closed <p>two", "one", "unclosed"),
        ("<p>one</p><script>never() <p>two", "one", "unclosed"),
        ("<p>one</p><a href=", "one", "unclosed"),
        ("<p>one &#27;[2J &#0; &#xD800; two", "one", "entity"),
    ],
)
def test_broken_pages_keep_what_stands_before_and_say_so(body: str, text: str, code: str) -> None:
    source = read_bytes(f"<html><body>{body}".encode(), "page.html")
    assert source.text.startswith(text)
    assert code in codes(source)


def test_nesting_is_read_to_ten_thousand_and_refused_beyond() -> None:
    assert read_bytes(b"<html>" + b"<div>" * 2000 + b"deep" + b"</div>" * 2000, "page.html").text == "deep\n"
    with pytest.raises(InputError) as caught:
        read_bytes(b"<html>" + b"<div>" * 100_000 + b"deep", "page.html")
    assert caught.value.code == "depth"
    with pytest.raises(InputError) as caught:
        read_bytes(b"<html>" + b"".join(b"<p><font size=%d>" % number for number in range(5000)) + b"x", "page.html")
    assert caught.value.code == "depth"


@pytest.mark.parametrize(
    "storm",
    [
        "<a ",
        "<![<",
        "<!--",
        "<p",
        "&#",
        '<a "',
        "<table><td>",
        "<ol><li>",
        "<b></b>",
        "<p>\n",
        "<p style='display:none'>x</p>",
        "<td>",
        "<tr>",
    ],
)
def test_storms_end_soon(storm: str) -> None:
    # Elements that nest may do so 10 000 deep.
    times = 9_000 if storm in ("<table><td>", "<ol><li>") else 20_000
    begun = time.monotonic()
    source = read_bytes(b"<html><p>first</p>" + storm.encode() * times + b"</table><p>last", "page.html")
    assert source.text.startswith("first")
    assert time.monotonic() - begun < 20, "a hang, not a measure of speed"


def test_twenty_thousand_attributes() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(20_000))
    assert page(f"<p {attributes}>word</p>").text == "word\n"


def test_nothing_is_fetched_or_opened() -> None:
    body = "<img src='http://wexcombe.example/x'><iframe src='file:///etc/passwd'>no</iframe><link href='http://wexcombe.example/y'>word"
    assert page(body).text == "word\n"


def test_a_page_without_words() -> None:
    with pytest.raises(InputError) as caught:
        page("<script>one()</script><p hidden>two</p>")
    assert caught.value.code == "no-text"


PIECES = [
    "<p>",
    "</p>",
    "<ol>",
    "<li>",
    "</ol>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<b>",
    "word ",
    "&nbsp;",
    "<br>",
    "<!--",
    "-->",
    "<pre>",
    "\n",
    "<h1>",
]
CLASSES = ["<td class=mgItemNumberCell>", "<p class=mgAiTitleTxt>", "<p class=mgSubItemTitleTxt>Decision:", "<ul class=mgBulletList>"]


@given(st.lists(st.sampled_from(PIECES + CLASSES), max_size=40).map("".join))
def test_any_page_gives_sound_hints(body: str) -> None:
    source = page("first" + body)
    assert source.text.startswith("first")
    assert source.text.endswith("\n")
    assert all(0 <= hint.span[0] < hint.span[1] <= len(source.text) for hint in source.hints)
    plain = body.partition("<!--")[0]
    assert source.text.count("word") >= plain.count("word")
