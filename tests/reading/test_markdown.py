"""Markdown: words without marks, hints from the marks, and every word tied to its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.model import Source
from minutes_cli.reading import read, read_bytes
from tests.reading.origins import file_offset, strays

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

PAGE = """---
title: "Moorings Panel"
date: 2031-03-14
---
**MINUTES OF THE MOORINGS PANEL**

# 1.&nbsp;&nbsp;Apologies #

> [!note]- Present:
> A. Ash, B. Birch

1\\. The lamp on _Quay Street_ &mdash; **RESOLVED** that it be mended\\
by Easter.

a)  See [the report](https://wexcombe.example/a_(b)) and <clerk@wexcombe.example>.[^1]

| Recommendation | Response |
| --- | --- |
| 1. Paint the **gate** | Accepted<br>in full |

****

* a bullet
- another<!-- unseen -->
some_snake_name and 2 * 3 * 4 and **alone
"""


def text_of(page: str) -> str:
    return read_bytes(page.encode(), "page.md").text


def hints(source: Source, role: str) -> list[tuple[str, str | None]]:
    return [(source.text[slice(*hint.span)], hint.value) for hint in source.hints if hint.role == role]


def test_a_page_with_every_mark() -> None:
    source = read_bytes(PAGE.encode(), "page.txt")
    assert source.format == "markdown"
    assert source.text == (
        '\ntitle: "Moorings Panel"\ndate: 2031-03-14\n\nMINUTES OF THE MOORINGS PANEL\n\n'
        "1.\u00a0\u00a0Apologies\n\nPresent:\nA. Ash, B. Birch\n\n"
        "1. The lamp on Quay Street — RESOLVED that it be mended\nby Easter.\n\na)  See the report and clerk@wexcombe.example.\n\n"
        "Recommendation\tResponse\n1. Paint the gate\tAccepted in full\n\n\n\n"
        "* a bullet\n- another\nsome_snake_name and 2 * 3 * 4 and **alone\n"
    )
    assert strays(source, PAGE) == []
    assert hints(source, "heading") == [("MINUTES OF THE MOORINGS PANEL", "bold"), ("1.\u00a0\u00a0Apologies", "1")]
    assert hints(source, "furniture") == [('title: "Moorings Panel"', None), ("date: 2031-03-14", None)]
    assert hints(source, "meeting-date") == [("2031-03-14", "2031-03-14")]
    assert hints(source, "item-title") == [("Moorings Panel", None)]
    assert hints(source, "table-row") == [("Recommendation\tResponse", "2"), ("1. Paint the gate\tAccepted in full", "2")]
    assert hints(source, "response-row") == [("1. Paint the gate\tAccepted in full", "2")]
    assert [notice.code for notice in source.notices] == ["skipped"]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Resolved: ** that it be so", "Resolved:  that it be so"),
        ("**25TH** **MARCH**", "25TH MARCH"),
        ("***both*** and __bold__ and *em*", "both and bold and em"),
        ("***‘**To paint it***", "‘To paint it"),
        ("a) *That* the b)", "a) That the b)"),
        ("1) one\n\n2) two", "1) one\n\n2) two"),
        ("(i) stays", "(i) stays"),
        ("i\\) goes \\[sic\\] \\*", "i) goes [sic] *"),
        ("[sic] and [a][b] stay", "[sic] and [a][b] stay"),
        ("| will ask at the next meeting", "| will ask at the next meeting"),
        ("one &amp; two &nosuch; three", "one & two &nosuch; three"),
        ("Sign ______________ here", "Sign ______________ here"),
        ("Title\n=====\nwords", "Title\n\nwords"),
        ('<h2 class="x">Quay</h2>\n<b>bold</b> <br>next', "Quay\nbold \nnext"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("2 < 3 and 4 > 3", "2 < 3 and 4 > 3"),
    ],
)
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert text_of(marked) == plain


def test_numbers_behind_rules_that_count_up_are_furniture() -> None:
    page = "That it be\n---\n2\n\nso.\n---\n3\n\nEnd\n"
    assert hints(read_bytes(page.encode(), "page.md"), "furniture") == [("2", None), ("3", None)]
    page = page.replace("3", "1")
    assert hints(read_bytes(page.encode(), "page.md"), "furniture") == []


@pytest.mark.parametrize(
    "page",
    [
        "Tidewell Council\n\n- one\n- two\n- three\n\n1. That it be so.\n",
        "# 5 lamps\nwere counted.\n",
        "Note: **see minute 4** for this.\n",
        "[sic] and (a) and 5 * 3\n---\n",
    ],
)
def test_plain_pages_stay_text(page: str) -> None:
    source = read_bytes(page.encode(), "page.txt")
    assert (source.format, source.text) == ("text", page)


MARKED = st.lists(
    st.sampled_from(
        [
            "**",
            "*",
            "_",
            "`",
            "\\",
            "[",
            "](u)",
            "|",
            "\n",
            "\n\n",
            "---\n",
            "# ",
            "> ",
            "<b>",
            "&amp;",
            "a)",
            "word",
            " ",
            "é",
            "\r\n",
            "<!--",
            "-->",
        ]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(MARKED, st.text(max_size=60)))
def test_any_page_keeps_its_places(page: str) -> None:
    if page.strip("\ufeff").strip():
        from minutes_cli.reading.decoding import Decoded
        from minutes_cli.reading.markdown import read_markdown

        extract = read_markdown(Decoded(page, "utf-8"))
        source = Source("-", "markdown", extract.text, "", origin=extract.origin)
        assert strays(source, page) == []
        places = [file_offset(source, offset) for offset in range(len(source.text))]
        assert places == sorted(places)
        assert all(0 <= hint.span[0] < hint.span[1] <= len(source.text) for hint in extract.hints)


@pytest.mark.parametrize("piece", ["**a", "*a_", "[", "[a](", "<a ", "<!--", "`", "|a", "> ", "&#", "a **b** "])
def test_endless_marks_lose_no_letters(piece: str) -> None:
    page = piece * 20_000
    assert text_of(page + " end").count("a") == page.count("a")
    assert text_of(page + " end").endswith("end")


def test_every_word_of_the_real_pages_stands_in_its_file() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the real pages are not here")
    pages = sorted(path for path in CORPUS.glob("*/*.md"))
    for path in pages:
        source = read(str(path))
        assert source.format == "markdown", path.name
        assert strays(source, path.read_bytes().decode("utf-8-sig")) == [], path.name
    assert len(pages) > 20
