"""How fast records are written and read back, and comparisons rendered."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model import ComparedSide, Comparison, Link, Summary, WordChange
from minutes_cli.reading.record import load_record
from minutes_cli.writing.csv import csv_rows
from minutes_cli.writing.html import to_html
from minutes_cli.writing.json import to_json
from minutes_cli.writing.plain import to_plain
from minutes_cli.writing.terminal import to_terminal
from minutes_cli.writing.yaml import to_yaml
from tests.benchmarks.registry import Row, benchmark
from tests.benchmarks.timing import seconds
from tests.writing.records import harbour

_TIMES = 1500


@benchmark("writing")
def records() -> Iterator[Row]:
    """One large record, from the data model to bytes and back."""
    minutes = harbour()
    minutes.items *= _TIMES
    record = minutes.to_dict()
    data = to_yaml(record)
    line = to_json(record).encode()
    size = len(data) / 1e6
    yield Row("model to plain record, of YAML", size / seconds(minutes.to_dict), None, "MB/s", at_least=True)
    yield Row("YAML, C emitter", size / seconds(lambda: to_yaml(record)), 5, "MB/s", at_least=True)
    yield Row("JSON", len(line) / 1e6 / seconds(lambda: to_json(record)), None, "MB/s", at_least=True)
    yield Row("CSV", len(csv_rows(minutes)) / 1e6 / seconds(lambda: csv_rows(minutes)), None, "MB/s", at_least=True)
    yield Row("YAML read back", size / seconds(lambda: load_record(data, "r")), None, "MB/s", at_least=True)
    yield Row("JSON read back", len(line) / 1e6 / seconds(lambda: load_record(line, "r")), None, "MB/s", at_least=True)


@benchmark("rendering")
def renderings() -> Iterator[Row]:
    """A comparison of 1,000 reworded clauses of 100 words."""
    words = "That the slipway at Port Ellis be swept every second week. " * 9
    end = len(words)
    change = WordChange("insert", (end, end), (end, end + 5))
    link = Link([ComparedSide("1", "a)", words)], [ComparedSide("2", "b)", words + "More.")], ["reworded"], words=[change])
    links = [link] * 1000
    comparison = Comparison(links=links, summary=Summary(links=len(links)))
    yield Row("plain", 1000 * seconds(lambda: to_plain(comparison)), None, "ms")
    yield Row("HTML", 1000 * seconds(lambda: to_html(comparison)), None, "ms")
    yield Row("terminal, inline", 1000 * seconds(lambda: to_terminal(comparison)), None, "ms")
    yield Row("terminal, side by side", 1000 * seconds(lambda: to_terminal(comparison, width=140)), None, "ms")
