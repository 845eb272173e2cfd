"""How fast each format is read, and how the time grows with hostile pages."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.reading import read_bytes
from minutes_cli.reading.pdf_task import answer
from tests.benchmarks.registry import Row, benchmark
from tests.benchmarks.timing import seconds
from tests.reading.fixtures import pdf, plain, word
from tests.reading.fixtures.meeting import meeting

_GROWING = ["<p>a", "<a ", "<b>x</b><p>", "<![<", "**a", "[a](", "<!--", "(a) ", "\x1b[2J a", "Â£", "a\n"]


def _milliseconds(data: bytes, name: str) -> float:
    return 1000 * seconds(lambda: read_bytes(data, name))


@benchmark("reading")
def formats() -> Iterator[Row]:
    """Pages of the size that councils publish."""
    blocks = meeting()
    page = plain.html_word(blocks)
    times = 300_000 // len(page) + 1
    yield Row("HTML of 300 KB", _milliseconds(plain.html_word(blocks * times)[:300_000], "m.html"), 60, "ms")
    yield Row("HTML of 300 KB, lists and tables", _milliseconds(plain.html_lists(blocks * 90)[:300_000], "m.html"), 60, "ms")
    yield Row("Word file of ten pages", _milliseconds(word.meeting_docx(blocks * 7), "m.docx"), 60, "ms")
    printed = pdf.flowing(blocks * 7)
    pages = len(read_bytes(printed, "m.pdf").page_starts)
    # The work of the helper process, done in this one: what is measured is this one's time.
    yield Row(f"PDF, a page of {pages}", 1000 * seconds(lambda: answer(printed)) / pages, 10, "ms")
    text = plain.text(blocks * 250)
    yield Row("text", len(text) / 1e6 / (_milliseconds(text, "m.txt") / 1000), 20, "MB/s", at_least=True)
    marked = plain.markdown(blocks * 250)
    yield Row("Markdown", len(marked) / 1e6 / (_milliseconds(marked, "m.md") / 1000), None, "MB/s", at_least=True)


@benchmark("reading-growth")
def growth() -> Iterator[Row]:
    """Eight times the page may take at most ten times the time (property P12)."""
    for piece in _GROWING:
        html = piece.startswith("<") and not piece.startswith("<!--")
        head, name = ("<html><body>word", "m.html") if html else ("word\n", "m.md")
        once, eight = (f"{head}{piece * times}".encode() for times in (20_000, 160_000))
        yield Row(f"{piece!r}, eight times", _milliseconds(eight, name) / _milliseconds(once, name), 10, "times")
