"""The index of a PDF: told where PDFium had to rebuild it, and nowhere else (fault R76)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import InputError
from minutes_cli.reading import read_bytes
from minutes_cli.reading.pdf_index import is_whole
from tests.reading.fixtures.bombs import raw
from tests.reading.test_pdf import CORPUS, LONG, down, drawn

_OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    b"<< /Length 33 >>\nstream\nBT /F 8 Tf 60 700 Td (word) Tj ET\nendstream",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
)
NEW = b"4 0 obj\n<< /Length 34 >>\nstream\nBT /F 8 Tf 60 700 Td (later) Tj ET\nendstream\nendobj\n"


def table() -> bytes:
    """One table."""
    return raw(*_OBJECTS)


def body() -> tuple[bytes, list[int]]:
    """The objects without any index, and where each begins."""
    data, places = b"%PDF-1.5\n", []
    for number, content in enumerate(_OBJECTS, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return data, places


def end(offset: int) -> bytes:
    return b"startxref\n%d\n%%%%EOF\n" % offset


def stream(places: list[int], own: int, more: bytes = b"") -> bytes:
    """A cross-reference stream, itself the last object."""
    rows = b"\0\0\0\0" + b"".join(b"\1" + place.to_bytes(2, "big") + b"\0" for place in [*places, own])
    size = len(places) + 2
    told = b"<< /Type /XRef /W [1 2 1] /Size %d /Root 1 0 R%s /Length %d >>" % (size, more, len(rows))
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (size - 1, told, rows)


def streamed() -> bytes:
    """A cross-reference stream in the table's place."""
    data, places = body()
    return data + stream(places, len(data)) + end(len(data))


def updated() -> bytes:
    """A table, and an update behind it."""
    data = table()
    old = data.rindex(b"xref\n0")
    new = len(data)
    data += NEW
    return data + b"xref\n4 1\n%010d 00000 n \ntrailer\n<< /Root 1 0 R /Size 6 /Prev %d >>\n" % (new, old) + end(len(data))


def updated_with_stream() -> bytes:
    """A cross-reference stream, and an update behind it that has its own."""
    data = streamed()
    old = int(data.split()[-2])
    new = len(data)
    data += NEW
    rows = b"\1" + new.to_bytes(2, "big") + b"\0"
    told = b"<< /Type /XRef /W [1 2 1] /Index [4 1] /Size 7 /Root 1 0 R /Prev %d /Length 4 >>" % old
    return data + b"6 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (told, rows) + end(len(data))


def hybrid() -> bytes:
    """A table for old readers and a stream for new ones, the way that word processors write it: the last table is empty."""
    data, places = body()
    own = len(data)
    data += stream(places, own)
    first = len(data)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Root 1 0 R /Size 6 >>\n" % rows + end(first)
    return data + b"xref\n0 0\ntrailer\n<< /Root 1 0 R /Size 6 /Prev %d /XRefStm %d >>\n" % (first, own) + end(len(data))


def linearized() -> bytes:
    """The table of the first page stands first, its end says 0, and the end of the file leads back to it."""
    head, gap = b"%PDF-1.4\n", 400
    objects = [b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(_OBJECTS, 1)]
    places, place = {}, len(head) + gap
    for number in (3, 4, 5, 1, 2):
        places[number] = place
        place += len(objects[number - 1])

    def rows(numbers: range) -> bytes:
        return b"".join(b"%010d 00000 n \n" % places[number] for number in numbers)

    last = place
    first = b"xref\n3 3\n%strailer\n<< /Root 1 0 R /Size 6 /Prev %d >>\n" % (rows(range(3, 6)), last) + end(0)
    data = head + first.ljust(gap) + b"".join(objects[number - 1] for number in (3, 4, 5, 1, 2))
    return data + b"xref\n0 3\n0000000000 65535 f \n%strailer\n<< /Size 3 >>\n" % rows(range(1, 3)) + end(len(head))


WHOLE: list[tuple[Callable[[], bytes], str]] = [
    (table, "word"), (streamed, "word"), (updated, "later"), (updated_with_stream, "later"), (hybrid, "word"), (linearized, "word"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "words"), WHOLE)
def test_a_whole_index_is_not_spoken_of(make: Callable[[], bytes], words: str) -> None:
    data = make()
    # Junk before the header moves all places alike; blanks and zeros behind the end, are common.
    for whole in (data, b"junk of a mail gateway\r\n" + data, data + b"\0" * 3000, data + b"\r\n \r\n"):
        source = read_bytes(whole, "p.pdf")
        assert (source.text, source.notices) == (f"{words}\n", [])


@pytest.mark.parametrize(("make", "words"), WHOLE)
def test_a_broken_index_is_told(make: Callable[[], bytes], words: str) -> None:
    data = make()
    last = int(data.split()[-2])
    broken = {
        "the end says another place": data.replace(b"startxref\n%d" % last, b"startxref\n%d" % (last + 7)),
        "the end says a place beyond it": data.replace(b"startxref\n%d" % last, b"startxref\n9999999"),
        "no mark of the end": data.removesuffix(b"%%EOF\n"),
        "no end": data.replace(b"startxref", b"startxxxx"),
        "all moved": data.replace(b"%PDF-1.", b"%PDF-1.4 \r\n%%%% 1."),
        "an update cut off": data + NEW,
        "another's index is far behind": data + b" " * 5000,
    }
    for what, changed in broken.items():
        assert not is_whole(changed), what
        try:
            source = read_bytes(changed, "p.pdf")
        except InputError as problem:
            assert problem.code == "pdf", what
        else:
            assert [notice.code for notice in source.notices] == ["pdf-rebuilt"], what


def test_tables_that_lead_nowhere_or_round_and_round_are_told() -> None:
    whole = updated()
    old = whole.index(b"xref\n0")
    new = whole.rindex(b"xref\n4")
    assert is_whole(whole)
    assert not is_whole(whole.replace(b"/Prev %d" % old, b"/Prev %d" % (old + 1)))
    assert not is_whole(table().replace(b"xref\n0 6", b"xref\n1 6"))
    assert not is_whole(table().replace(b" 00000 n \n", b" 00000 n\n"))
    assert not is_whole(whole.replace(b"xref\n4 1", b"xref\n4 99999999"))
    assert not is_whole(whole.replace(b"/Prev %d" % old, b"/Prev %d" % new))


def test_a_file_that_lost_its_line_ends_is_told() -> None:
    data = drawn(down("Words.", LONG)).replace(b"\n", b"\r\n")
    source = read_bytes(data, "p.pdf")
    assert source.text.startswith("Words.")
    assert [(notice.code, notice.message) for notice in source.notices] == [
        ("pdf-rebuilt", "the file's index is damaged and was rebuilt; words may be missing, compare it with the source")
    ]


PAGES = drawn(down("Words."), down("More words."), down(LONG))


@given(st.integers(1, len(PAGES) - 1))
def test_nothing_is_cut_off_in_silence(size: int) -> None:
    try:
        source = read_bytes(PAGES[:size], "p.pdf")
    except InputError as problem:
        assert problem.code in ("pdf", "not-text", "empty")
    else:
        assert source.format != "pdf" or source.notices or source.text == read_bytes(PAGES, "p.pdf").text


@given(st.binary(max_size=300), st.integers(0, 400))
def test_no_bytes_upset_the_look(junk: bytes, place: int) -> None:
    data = table()
    for changed in (junk, b"%PDF-1.4\n" + junk, data[:place] + junk + data[place:], data[: -place or None] + junk):
        assert is_whole(changed) in (True, False)


def test_no_real_file_is_called_damaged() -> None:
    assert is_whole(PAGES)
    if not CORPUS.is_dir():
        pytest.skip("the real documents are not here")
    files = sorted(CORPUS.rglob("*.pdf"))
    assert files and [path.name for path in files if not is_whole(path.read_bytes())] == []
