"""PDF: paragraphs, page ends, tables, hyphens, and files that are damaged, locked or empty (faults R71-R79)."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from minutes_cli.errors import InputError
from minutes_cli.model import Source
from minutes_cli.reading import read, read_bytes
from tests.reading.fixtures.meeting import Block, Entry, Item, Para
from tests.reading.fixtures.pdf import flowing, minute_table, wrapped_table
from tests.reading.test_formats import printed_lines

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def drawn(*pages: list[tuple[float, float, str]], **options: object) -> bytes:
    """A PDF with words drawn at points from the lower left corner."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        for x, y, words in page:
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def down(*lines: str, top: float = 780, step: float = 13, left: float = 60) -> list[tuple[float, float, str]]:
    """Lines one below the other."""
    return [(left, top - step * number, words) for number, words in enumerate(lines)]


def pdf(*pages: list[tuple[float, float, str]]) -> Source:
    return read_bytes(drawn(*pages), "page.pdf")


def failure(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "page.pdf")
    return caught.value


LONG = "That the Harbour Engineer look at every ladder between the east steps and"
WRAPPED = [LONG, "the fish quay, and report which of them are safe and which are not fit"]


def test_wrapped_lines_make_one_paragraph_and_gaps_part_them() -> None:
    source = pdf(down(*WRAPPED, "for use.") + down("The Chair closed the meeting.", top=720))
    assert source.text == " ".join([*WRAPPED, "for use."]) + "\n\nThe Chair closed the meeting.\n"


def test_a_wrapped_line_that_begins_like_a_label_is_no_item() -> None:
    lines = [
        "e) In relation to the recommendations that were numbered in this list of us",
        "c) and d), that a report come back to the Port Ellis Commission in May",
        "until the work is done.",
    ]
    source = pdf([(60, 780, lines[0]), (74, 767, lines[1]), (74, 754, lines[2])])
    assert source.text == " ".join(lines) + "\n"


def test_labels_further_left_begin_paragraphs_without_any_gap() -> None:
    rows: list[tuple[float, float, str]] = []
    for number, label in enumerate(("a)", "b)", "c)")):
        top = 780 - 26 * number
        rows += [(60, top, label), (84, top, WRAPPED[0]), (84, top - 13, WRAPPED[1])]
    assert pdf(rows).text.count("\n\n") == 2
    assert printed_lines(pdf(rows)) == [f"{label} {' '.join(WRAPPED)}" for label in ("a)", "b)", "c)")]


def test_lines_that_end_early_stay_lines() -> None:
    source = pdf(down("PRESENT", "Councillor Ash", "Councillor Birch", *WRAPPED))
    assert source.text.split("\n")[:3] == ["PRESENT", "Councillor Ash", "Councillor Birch"]


def test_a_resolution_runs_over_a_page_with_its_foot_told_apart() -> None:
    first = [*down(*WRAPPED, top=120), (290, 40, "Page 7"), (60, 810, "Netherby Parish Council")]
    second = [*down("for use by the public.", top=780), (290, 40, "Page 8"), (60, 810, "Netherby Parish Council")]
    source = pdf(first, second)
    whole = " ".join([*WRAPPED, "for use by the public."])
    assert printed_lines(source) == [whole]
    furniture = [source.text[slice(*hint.span)] for hint in source.hints if hint.role == "furniture"]
    assert furniture == ["Netherby Parish Council", "Page 7", "Netherby Parish Council", "Page 8"]
    assert "\nPage 7\nNetherby Parish Council\nfor use" in source.text
    assert [source.text[start:].partition("\n")[0] for start in source.page_starts] == ["Netherby Parish Council"] * 2


def test_a_paragraph_over_a_page_without_head_or_foot_is_one_line() -> None:
    source = pdf(down(*WRAPPED, top=120), down("for use by the public.", top=780))
    assert source.text == " ".join([*WRAPPED, "for use by the public."]) + "\n"
    assert source.text[source.page_starts[1] :] == "for use by the public.\n"


def test_a_number_that_does_not_count_up_is_no_page_number() -> None:
    source = pdf([*down("One page of words."), (290, 40, "7")], [*down("Another page of words."), (290, 40, "3")])
    assert [hint.role for hint in source.hints] == []


def test_a_table_of_number_text_and_action_keeps_its_sentences_whole() -> None:
    long = "The lamp on the quay is out, and the bench below it is broken in two places, as members saw on their walk in March."
    rows = [("1.", long, "Harbour Master"), ("2.", "That the gate be painted.", ""), ("3.", "That the wall be mended. " + long, "Clerk")]
    source = read_bytes(minute_table(rows), "page.pdf")
    assert printed_lines(source)[1:-1] == [
        f"1. {long}",
        "Harbour Master",
        "2. That the gate be painted.",
        f"3. That the wall be mended. {long}",
        "Clerk",
    ]
    assert [source.text[slice(*hint.span)] for hint in source.hints if hint.role == "actions"] == ["Harbour Master", "Clerk"]


@pytest.mark.parametrize("padding", [0, 3, 6])
def test_cells_that_wrap_stay_in_their_row(padding: int) -> None:
    rows = [
        ("Recommendation", "Response", "Lead officer"),
        (
            "a) That the Council paint every bollard between the quay and the east steps in yellow.",
            "Accepted. It will be done in April.",
            "Works",
        ),
        ("b) That the tide pool be opened.", "Rejected, as there is no money for a lifeguard this year or the next.", "Leisure Manager"),
        ("c) That visiting boats be counted each month, and the count be shown in the window.", "Accepted in part.", "Harbour"),
    ]
    source = read_bytes(wrapped_table(rows, padding), "page.pdf")
    assert printed_lines(source)[1:-1] == [" ".join(row) for row in rows]
    answers = [source.text[slice(*hint.span)] for hint in source.hints if hint.role == "response-row"]
    assert answers == ["\t".join(row) for row in rows[1:]]


def test_initials_beside_a_text_stand_behind_its_paragraph() -> None:
    rows: list[tuple[float, float, str]] = [(60, 780, "ITEMS"), (520, 780, "Action")]
    for number in range(4):
        top = 750 - 52 * number
        rows += [*down(*WRAPPED, f"for use by number {number}.", top=top), (525, top - 13, "JA")]
    found = printed_lines(pdf(rows))
    assert found[2:] == [line for number in range(4) for line in (" ".join([*WRAPPED, f"for use by number {number}."]), "JA")]


def test_hyphens_at_line_ends_are_kept_unless_the_document_has_the_whole_word() -> None:
    body = [
        "The consultation was long. That the Netherby sub-committee and the consul-",
        "tation team meet in the spring, and that the terms for the joint sub-",
        "group be drawn up by the clerk before the next meeting of the Council.",
    ]
    assert "the consultation team" in pdf(down(*body)).text
    assert "joint sub-group be" in pdf(down(*body)).text


def test_raised_letters_stay_on_their_line() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    text = canvas.beginText(60, 700)
    text.setFont("Helvetica", 10)
    text.textOut("Held on 7 ")
    text.setFont("Helvetica", 6)
    text.setRise(4)
    text.textOut("th")
    text.setRise(0)
    text.setFont("Helvetica", 10)
    text.textOut(" May in the hall.")
    canvas.drawText(text)
    canvas.save()
    assert read_bytes(buffer.getvalue(), "p.pdf").text == "Held on 7 th May in the hall.\n"


def test_words_printed_up_the_edge_of_a_page_stay_words() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 700, "The meeting closed.")
    canvas.translate(580, 300)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Reference HSC/31")
    canvas.save()
    assert sorted(read_bytes(buffer.getvalue(), "p.pdf").text.split()) == ["HSC/31", "Reference", "The", "closed.", "meeting"]


def test_damage_is_one_error() -> None:
    whole = drawn(down("Words."))
    for broken in (b"%PDF-1.4\n" + b"garbage " * 50, whole[:200], whole.replace(b"/Pages", b"/Pagez"), b"%PDF-1.7\n1 0 obj\n<<>>\nendobj"):
        assert failure(broken).code == "pdf"
    assert failure(b"%PDF-1.4\ngarbage").code == "pdf"


def test_a_password_is_asked_for_and_an_empty_one_is_not() -> None:
    locked = drawn(down("Words."), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    assert failure(locked).code == "encrypted"
    opened = drawn(down("Words."), encrypt=StandardEncryption("", ownerPassword="owner"))
    assert read_bytes(opened, "p.pdf").text == "Words.\n"


def test_scans_are_refused_with_their_pages_and_partly_scanned_files_told() -> None:
    problem = failure(drawn([], [], []))
    assert (problem.code, problem.message) == ("no-text", "has no text layer on pages 1-3; scan it with text recognition (OCR) first")
    source = pdf(down("Words."), [], [], down("More."), [])
    assert [(notice.code, notice.message) for notice in source.notices] == [
        ("no-text", "pages 2-3, 5 have no text layer; text recognition (OCR) would read them")
    ]


def _raw(*objects: bytes) -> bytes:
    """A PDF of numbered objects, the first its catalogue; the cross-reference table is left for the reader to rebuild."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R /Size %d >>\n%%%%EOF" % (len(objects) + 1)


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def test_page_loops_deep_arrays_and_storms_of_lines_end() -> None:
    catalogue, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    assert failure(_raw(catalogue, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")).code == "pdf"
    assert failure(_raw(catalogue, pages, b"[" * 20_000 + b"]" * 20_000)).code == "pdf"
    lines = (
        b"BT /F 8 Tf "
        + b"".join(b"1 0 0 1 %d %d Tm (word %d) Tj " % (number % 7 * 70, 800 - number % 97 * 8, number) for number in range(20_000))
        + b"ET"
    )
    assert read_bytes(_raw(catalogue, pages, page, _stream(lines), font), "p.pdf").text.count("word") == 20_000
    bomb = _stream(b" " * 30_000_000 + b"BT /F 8 Tf 60 700 Td (word) Tj ET")
    assert read_bytes(_raw(catalogue, pages, page, bomb, font), "p.pdf").text == "word\n"


def test_a_wrong_letter_map_is_told() -> None:
    source = read_bytes(_mapped(), "p.pdf")
    assert "wrong-map" in [notice.code for notice in source.notices]


def _mapped() -> bytes:
    """A PDF whose font says that its letters are Chinese."""
    catalogue, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <20> <7E> <6100> endbfrange endcmap end end"
    )
    return _raw(catalogue, pages, page, _stream(b"BT /F 10 Tf 60 700 Td (Thatthequaybeswept) Tj ET"), font, _stream(cmap))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["That the quay be swept by noon.", "RESOLVED:", "(a)", "a long line of words that runs on and on to the edge"]),
        min_size=1,
        max_size=30,
    )
)
def test_no_word_is_lost_or_moved_before_another(lines: list[str]) -> None:
    source = pdf(down(*lines))
    assert source.text.split() == " ".join(lines).split()


PLACES = st.tuples(st.integers(0, 5), st.integers(0, 40))


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        PLACES, st.sampled_from(["a)", "That", "quay", "1.", "Clerk", "be", "swept", "(ii)", "10", "•"]), min_size=1, max_size=60
    )
)
def test_wherever_words_stand_none_is_lost(placed: dict[tuple[int, int], str]) -> None:
    source = pdf([(50 + 85 * x, 800 - 14 * y, word) for (x, y), word in placed.items()])
    assert sorted(source.text.split()) == sorted(placed.values())
    assert all(0 <= hint.span[0] < hint.span[1] <= len(source.text) for hint in source.hints)


def test_the_same_file_gives_the_same_text() -> None:
    blocks: list[Block] = [Item("1.", "QUAY"), Para("RESOLVED:", bold=True), Entry("a)", 0, 1, " ".join(WRAPPED))]
    data = flowing(blocks * 30)
    assert read_bytes(data, "a.pdf") == read_bytes(data, "a.pdf")


def test_real_pdfs_have_the_words_of_their_text_versions() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the real documents are not here")
    from tests.reading.similarity import PAIRS, compare, explain

    for one, two in PAIRS:
        share, differences = compare(one, two)
        assert share >= 0.99, one
        assert [pair for pair in differences if explain(*pair) is None] == []
    for path in sorted(CORPUS.glob("ayton-village/*.pdf")):
        assert len(read(str(path)).text) > 2000
