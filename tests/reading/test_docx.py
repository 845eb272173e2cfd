"""Word files: numbering, tracked changes, everything that wraps words, and hostile packages (faults R61-R70)."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from minutes_cli.errors import InputError
from minutes_cli.model import Source
from minutes_cli.reading import read_bytes
from tests.reading.fixtures.word import W, abstract, docx, level, num, package, para, run, table


def source(body: str, numbering: str = "", styles: str = "", changes: str = "final", extra: dict[str, str | bytes] | None = None) -> Source:
    return read_bytes(docx(body, numbering, styles, extra), "page.docx", changes=changes)


def lines(body: str, numbering: str = "", styles: str = "", changes: str = "final") -> list[str]:
    return [line for line in source(body, numbering, styles, changes).text.split("\n") if line]


def failure(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "page.docx")
    return caught.value.code


OVERRIDE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
LISTS = "".join(
    [
        abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)")),
        abstract(1, level(0, "lowerLetter", "%1)")),
        abstract(2, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", isLgl="1"), level(2, "lowerRoman", "(%3)", lvlRestart="0")),
        abstract(3, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o")),
        abstract(4, level(0, "decimal", "Item %1", suff="nothing"), level(1, "none", "")),
        abstract(5, level(0, "decimalZero", "%1"), level(1, "ordinal", "%2 part"), level(2, "upperLetter", "%3", start="26")),
        abstract(6, level(0, "decimal", "%1.", pStyle="Heading1"), level(1, "decimal", "%1.%2", pStyle="Heading2")),
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Clauses"/></w:abstractNum>',
        abstract(8, level(0, "lowerRoman", "%1.")),
        abstract(
            9, level(0, "cardinalText", "%1:"), level(1, "decimal", "%2)", lvlRestart="1"), level(2, "decimal", "%3]", lvlRestart="1")
        ),
        *(num(key + 1, key) for key in range(10)),
        num(11, 1, OVERRIDE),
        num(12, 1, '<w:lvlOverride w:ilvl="0">' + level(0, "upperLetter", "[%1]") + "</w:lvlOverride>"),
        num(13, 8),
    ]
)


def style(key: str, inner: str, name: str = "", more: str = 'w:type="paragraph"') -> str:
    return f'<w:style {more} w:styleId="{key}"><w:name w:val="{name or key}"/>{inner}</w:style>'


def numbered(number: int, depth: str = "") -> str:
    return f'<w:pPr><w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr></w:pPr>'


STYLES = "".join(
    [
        style("Normal", "", more='w:type="paragraph" w:default="1"'),
        style("Heading1", numbered(7), "heading 1"),
        style("Heading2", '<w:basedOn w:val="Heading1"/>', "heading 2"),
        style("Mine", '<w:basedOn w:val="Lettered"/>'),
        style("Lettered", numbered(2, '<w:ilvl w:val="0"/>')),
        style("Clauses", numbered(13), more='w:type="numbering"'),
    ]
)
# (list, level, style, label)
NUMBERED: list[tuple[int | None, int | None, str, str]] = [
    (1, 0, "", "1."),
    (1, 0, "", "2."),
    (1, 1, "", "2.1"),
    (1, 1, "", "2.2"),
    (1, 2, "", "(a)"),
    (1, 2, "", "(b)"),
    (1, 1, "", "2.3"),
    (1, 2, "", "(a)"),
    (1, 0, "", "3."),
    (1, 2, "", "(a)"),
    (2, 0, "", "a)"),
    (2, 0, "", "b)"),
    (11, 0, "", "a)"),
    (11, 0, "", "b)"),
    (2, 0, "", "c)"),
    (12, 0, "", "[D]"),
    (3, 0, "", "I."),
    (3, 1, "", "1.1"),
    (3, 2, "", "(i)"),
    (3, 0, "", "II."),
    (3, 2, "", "(ii)"),
    (4, 0, "", "•"),
    (4, 1, "", "o"),
    (5, 0, "", "Item 1"),
    (5, 1, "", ""),
    (5, 0, "", "Item 2"),
    (6, 0, "", "01"),
    (6, 1, "", "1st part"),
    (6, 2, "", "Z"),
    (6, 2, "", "AA"),
    (6, 2, "", "BB"),
    (None, None, "Heading1", "1."),
    (None, None, "Heading2", "1.1"),
    (None, None, "Heading2", "1.2"),
    (None, None, "Heading1", "2."),
    (None, None, "Mine", "e)"),
    (0, 0, "Mine", ""),
    (8, 0, "", "i."),
    (13, 0, "", "ii."),
    (10, 0, "", "One:"),
    (10, 1, "", "1)"),
    (10, 2, "", "1]"),
    (10, 1, "", "2)"),
    (10, 2, "", "2]"),
    (10, 0, "", "Two:"),
    (10, 1, "", "1)"),
    (99, 0, "", ""),
    (None, None, "", ""),
]


def test_every_feature_of_automatic_numbering() -> None:
    assert sum(1 for *_, label in NUMBERED if label) >= 36
    body = "".join(para(f"word{place}", number, depth, style) for place, (number, depth, style, _) in enumerate(NUMBERED))
    found = lines(body, LISTS, STYLES)
    gaps = {"Item 1": "", "Item 2": ""}
    expected = [(label + gaps.get(label, " ") if label else "") + f"word{place}" for place, (*_, label) in enumerate(NUMBERED)]
    assert found == expected


def test_letters_after_z_are_doubled() -> None:
    found = lines("".join(para("x", 2, 0) for _ in range(55)), LISTS)
    assert [found[place] for place in (0, 25, 26, 27, 51, 52, 54)] == ["a) x", "z) x", "aa) x", "bb) x", "zz) x", "aaa) x", "ccc) x"]


def test_generated_labels_are_hinted_and_told() -> None:
    found = source(para("one", 1, 0) + para("two", 4, 0), LISTS)
    assert [found.text[slice(*hint.span)] for hint in found.hints if hint.role == "generated-label"] == ["1.", "•"]
    assert [notice.code for notice in found.notices] == ["generated-label"]


@pytest.mark.parametrize(
    ("letter", "font", "bullet"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("§", "Wingdings", "▪"),
        ("l", "Wingdings", "●"),
        ("z", "Wingdings", "•"),
        ("o", "Courier New", "o"),
        ("-", "Arial", "-"),
    ],
)
def test_bullets_of_symbol_fonts_are_the_signs_that_they_print(letter: str, font: str, bullet: str) -> None:
    inner = f'<w:numFmt w:val="bullet"/><w:lvlText w:val="{letter}"/><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    lists = f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{inner}</w:lvl></w:abstractNum>' + num(1, 0)
    assert lines(para("word", 1, 0), lists) == [f"{bullet} word"]


def test_an_empty_numbered_paragraph_counts_as_word_counts_it() -> None:
    assert lines(para("one", 2, 0) + para("", 2, 0) + para("three", 2, 0), LISTS) == ["a) one", "b)", "c) three"]


INS = '<w:ins w:id="1" w:author="A">'
DEL = '<w:del w:id="2" w:author="A">'
TRACKED = "".join(
    [
        para("one", 2, 0),
        para("", 2, 0, mark='<w:del w:id="3"/>', runs=f"{DEL}<w:r><w:delText>gone</w:delText></w:r></w:del>"),
        para("", 2, 0, mark='<w:ins w:id="4"/>', runs=f"{INS}{run('new')}</w:ins>"),
        para("the ", 2, 0, runs=f"{DEL}<w:r><w:delText>old</w:delText></w:r></w:del>{INS}{run('fresh')}</w:ins>{run(' word')}"),
        para("", runs=f"<w:moveFrom>{run('moved')}</w:moveFrom>{run('kept')}<w:moveTo>{run(' moved')}</w:moveTo>"),
    ]
)


def test_tracked_changes_are_read_on_one_side() -> None:
    assert lines(TRACKED, LISTS) == ["a) one", "b) new", "c) the fresh word", "kept moved"]
    assert lines(TRACKED, LISTS, changes="original") == ["a) one", "b) gone", "c) the old word", "movedkept"]
    assert source(TRACKED, LISTS).skipped == {"deleted": len("gone" + "old" + "moved")}
    assert source(TRACKED, LISTS, changes="original").skipped == {"deleted": len("new" + "fresh" + " moved")}
    told = [notice.message for notice in source(TRACKED, LISTS).notices if notice.code == "tracked"]
    assert told == ["8 tracked changes; read as final"]


def test_a_paragraph_whose_end_was_deleted_joins_the_next() -> None:
    body = para("one ", 2, 0) + para("two ", 2, 0, mark='<w:del w:id="3"/>') + para("three", 2, 0)
    assert lines(body, LISTS) == ["a) one", "b) two three"]
    assert lines(body, LISTS, changes="original") == ["a) one", "b) two", "c) three"]


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ('<w:hyperlink r:id="x" xmlns:r="r">' + run("link") + "</w:hyperlink>", "link"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("control") + "</w:sdtContent></w:sdt>", "control"),
        ('<w:smartTag w:element="place">' + run("Tidewell") + "</w:smartTag>", "Tidewell"),
        ('<w:fldSimple w:instr="DATE">' + run("1 May") + "</w:fldSimple>", "1 May"),
        (
            FIELD.format("begin")
            + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
            + FIELD.format("separate")
            + run("7")
            + FIELD.format("end"),
            "7",
        ),
        (
            FIELD.format("begin")
            + run("code")
            + FIELD.format("begin")
            + FIELD.format("separate")
            + run("inner")
            + FIELD.format("end")
            + FIELD.format("separate")
            + run("shown")
            + FIELD.format("end"),
            "shown",
        ),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>opt</w:t><w:softHyphen/></w:r>", "co\u2011opt\u00ad"),
        ('<w:r><w:t>a</w:t><w:tab/><w:sym w:font="Symbol" w:char="00B7"/></w:r>', "a\t·"),
        ('<w:r><w:t xml:space="preserve">a\u00a0 b</w:t></w:r>', "a\u00a0 b"),
        (run("seen") + run("unseen", "<w:vanish/>") + run("also", '<w:vanish w:val="0"/>'), "seenalso"),
        ("<w:ruby><w:rt>" + run("no") + "</w:rt><w:rubyBase>" + run("base") + "</w:rubyBase></w:ruby>", "base"),
        ("<w:bookmarkStart/><w:proofErr/>" + run("plain") + "<w:bookmarkEnd/>", "plain"),
    ],
)
def test_whatever_wraps_words_is_looked_through(runs: str, text: str) -> None:
    assert source(para("", runs=runs)).text == text + "\n"


def test_text_boxes_come_once_and_behind_their_paragraph() -> None:
    box = "<w:txbxContent>" + para("boxed") + "</w:txbxContent>"
    both = f'<mc:AlternateContent xmlns:mc="mc"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    assert lines(para("before", runs=f"<w:r>{both}</w:r>") + para("after")) == ["before", "boxed", "after"]


def test_tables_footnotes_and_controls_round_paragraphs() -> None:
    separator = f'<w:footnote w:type="separator">{para("---")}</w:footnote>'
    notes = f'<w:footnotes xmlns:w="{W}">{separator}<w:footnote w:id="1">{para("A note.")}</w:footnote></w:footnotes>'
    body = table((("Recommendation", "Response"), ("1. Paint", "Agreed"))) + f"<w:sdt><w:sdtContent>{para('held')}</w:sdtContent></w:sdt>"
    found = source(body, extra={"word/footnotes.xml": notes})
    assert found.text == "Recommendation\tResponse\n1. Paint\tAgreed\n\nheld\n\nA note.\n"
    assert [found.text[slice(*hint.span)] for hint in found.hints if hint.role == "response-row"] == ["1. Paint\tAgreed"]
    assert [(hint.value, found.text[slice(*hint.span)]) for hint in found.hints if hint.role == "furniture"] == [("footnote", "A note.")]


def edge(part: str, *words: str) -> dict[str, str | bytes]:
    tag = "hdr" if part.startswith("header") else "ftr"
    return {f"word/{part}.xml": f'<w:{tag} xmlns:w="{W}">{"".join(map(para, words))}</w:{tag}>'}


def refers(part: str, kind: str) -> str:
    return f'<w:{part[:6]}Reference w:type="{kind}" r:id="{part}"/>'


@pytest.mark.parametrize(
    ("switches", "settings", "printed"),
    [
        ("", "", ["Netherby Parish Council", "Page 2 of 5"]),
        ("<w:titlePg/>", "", ["Netherby Parish Council", "DRAFT", "Page 2 of 5"]),
        ('<w:titlePg w:val="0"/>', "<w:evenAndOddHeaders/>", ["Netherby Parish Council", "An even page", "Page 2 of 5"]),
    ],
)
def test_heads_and_feet_of_pages_come_once_behind_the_text_as_furniture(switches: str, settings: str, printed: list[str]) -> None:
    extra = edge("header1", "Netherby Parish Council") | edge("header2", "DRAFT") | edge("header3", "An even page")
    extra |= edge("footer1", "Page 2 of 5") | edge("footer2", "7") | edge("footer3", "Page 2 of 5") | edge("header9", "Printed nowhere")
    extra["word/settings.xml"] = f'<w:settings xmlns:w="{W}">{settings}</w:settings>'
    section = refers("header1", "default") + refers("header2", "first") + refers("header3", "even") + switches
    section += refers("footer1", "default") + refers("footer2", "default") + refers("footer3", "default") + refers("header8", "default")
    found = read_bytes(docx(para("words"), extra=extra, section=section), "page.docx")
    assert [line for line in found.text.split("\n") if line] == ["words", *printed]
    assert [found.text[slice(*hint.span)] for hint in found.hints if hint.role == "furniture"] == printed
    assert {hint.value for hint in found.hints} == {"header", "footer"}
    assert found.notices == []


def test_remarks_in_the_margin_are_counted_and_told() -> None:
    remarks = f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{para("Is it?")}</w:comment><w:comment w:id="2"/></w:comments>'
    found = source(para("words"), extra={"word/comments.xml": remarks})
    assert (found.text, found.skipped) == ("words\n", {"comments": len("Is it?")})
    assert [(notice.code, notice.message) for notice in found.notices] == [("comments", "2 comments in the margin; left out")]


def test_headings_and_gaps() -> None:
    found = source(para("Title", style="Heading1") + para("") + para("") + para("", runs=run("RESOLVED:", "<w:b/>")), styles=STYLES)
    assert found.text == "Title\n\n\n\nRESOLVED:\n"
    assert [(found.text[slice(*hint.span)], hint.value) for hint in found.hints] == [("Title", "1"), ("RESOLVED:", "bold")]


def _bomb() -> bytes:
    return package({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>", "x": b" " * 30_000_000})


def _declared(size: int) -> bytes:
    """A package whose directory lies about a member's size."""
    data = bytearray(docx(para("word")))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(data)


def _twice() -> bytes:
    buffer = io.BytesIO(docx(para("one")))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", "<other/>")
    return buffer.getvalue()


def _encrypted() -> bytes:
    data = bytearray(docx(para("one")))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def _flipped() -> bytes:
    data = bytearray(docx(para("word " * 200)))
    at = data.index(b"word/document.xml") + 60
    data[at] ^= 0xFF
    return bytes(data)


def _document(xml: str) -> bytes:
    return docx("", extra={"word/document.xml": xml})


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_document(f"{ENTITIES}<d>&b;</d>"), "xml-dtd"),
        (_document('<!DOCTYPE d SYSTEM "http://wexcombe.example/d.dtd"><d/>'), "xml-dtd"),
        (_document('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'), "xml-dtd"),
        (_document("<d>" * 20_000), "depth"),
        (_document("<d>\x01</d>"), "docx"),
        (_document("<d>"), "docx"),
        (_document("<d/>"), "docx"),
        (docx("")[:-40], "zip"),
        (b"PK\x03\x04 not a zip", "zip"),
        (_flipped(), "zip"),
        (package({"[Content_Types].xml": "<Types/>"}), "docx"),
        (package({"readme.txt": "words"}), "not-text"),
        (package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "not-text"),
        (package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "odt"),
        (docx(para("")), "no-text"),
    ],
)
def test_what_is_wrong_with_a_package_is_told(data: bytes, code: str) -> None:
    assert failure(data) == code


def test_packages_that_grow_are_refused_before_they_are_unpacked() -> None:
    assert failure(_bomb()) == "too-big"
    assert failure(package({f"m{number}": "" for number in range(5001)})) == "too-many"
    assert failure(_twice()) == "zip-duplicate"
    assert failure(_encrypted()) == "encrypted"
    assert failure(_declared(4_000_000_000)) == "too-big"


def test_a_member_that_points_outside_is_never_written() -> None:
    assert source(para("word"), extra={"../../../tmp/outside": "x"}).text == "word\n"
