"""From the names that the user gives to records: pages are parsed, records are read back, told apart by content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes_cli.commands.options import chosen_changes
from minutes_cli.commands.reporting import Reporter
from minutes_cli.errors import InputError
from minutes_cli.shown import plain_name

if TYPE_CHECKING:
    from minutes_cli.model import Minutes, Source


def read_source(path: str, reporter: Reporter) -> Source:
    """One page's text; what the reader noticed is told. Raises InputError."""
    from minutes_cli.reading import read

    source = read(path, changes=chosen_changes())
    source.path = plain_name(source.path)
    reporter.source(source)
    return source


def read_minutes(path: str, reporter: Reporter, *, grammar: str = "auto", narrative: bool = False) -> list[Minutes]:
    """The records in one input: the one that parsing a page gives, or all that a YAML or JSON file holds.

    Raises InputError for the input, UsageError for the grammar.
    """
    from minutes_cli.reading.door import DOCUMENT_LIMIT
    from minutes_cli.reading.opening import read_file
    from minutes_cli.reading.record_signs import looks_like_record

    try:
        data = read_file(path, DOCUMENT_LIMIT)
    except OSError as failure:
        raise InputError(path, f"cannot be read ({failure.strerror}); try again", "unreadable") from failure
    if looks_like_record(data):
        from minutes_cli.reading.record import load_record

        return load_record(data, path)
    from minutes_cli.reading.door import prepare, read_bytes

    prepare(data)
    from minutes_cli.parsing import parse

    source = read_bytes(data, path, changes=chosen_changes())
    source.path = plain_name(source.path)
    reporter.source(source)
    return [parse(source, grammar=grammar, narrative=narrative)]


def read_one(path: str, reporter: Reporter, *, grammar: str = "auto") -> Minutes:
    """The one record in an input; raises InputError where a YAML or JSON file holds several."""
    records = read_minutes(path, reporter, grammar=grammar)
    if len(records) > 1:
        raise InputError(path, f"holds {len(records)} records where one is compared; give it as several files", "record")
    return records[0]
