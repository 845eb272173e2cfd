"""``minutes parse``: pages to records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from minutes_cli.commands.inputs import read_minutes
from minutes_cli.commands.options import changes_option, grammar_option, output_option
from minutes_cli.commands.reporting import Reporter
from minutes_cli.errors import EXIT_DIFFERENT, UsageError

if TYPE_CHECKING:
    from minutes_cli.model import Minutes


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["yaml", "json", "jsonl", "csv"]), default="yaml", show_default=True)
@click.option("--list", "as_list", is_flag=True, help="One YAML list instead of a document a source.")
@click.option("--bare", is_flag=True, help="Leave out spans, lines, evidence, findings and coverage.")
@click.option("--narrative", is_flag=True, help="Keep the narrative between the decisions.")
@grammar_option
@changes_option
@output_option
@click.option("--strict", is_flag=True, help="End with 5 when there was a warning.")
@click.option("--exit-status", is_flag=True, help="End with 1 when no clause was found.")
@click.option("--csv-raw", is_flag=True, help="Do not guard CSV cells that a spreadsheet could run as a formula.")
@click.pass_obj
def parse(
    debug: bool,
    files: tuple[str, ...],
    form: str,
    as_list: bool,
    bare: bool,
    narrative: bool,
    grammar: str,
    output: str | None,
    strict: bool,
    exit_status: bool,
    csv_raw: bool,
) -> int:
    """Export pages to YAML, JSON, JSON Lines or CSV. FILE may be - for standard input, or a record that parse wrote before.

    In CSV, a cell that a spreadsheet could run as a formula gets a leading apostrophe.
    """
    from minutes_cli.writing.files import open_output

    if as_list and form != "yaml":
        raise UsageError("parse", f"--list is for YAML, {form} was asked for; leave it out", "usage")
    run = _Run(files, Reporter(debug), grammar, narrative, strict)
    with open_output(output) as out:
        for piece in _pieces(run.records(), form, as_list, bare, csv_raw):
            out.write(piece)
    code = run.reporter.finish(run.done, strict)
    return code or (EXIT_DIFFERENT if exit_status and not run.found else 0)


class _Run:
    """Reads the inputs one by one; one that fails is told, and the next comes."""

    def __init__(self, files: tuple[str, ...], reporter: Reporter, grammar: str, narrative: bool, strict: bool) -> None:
        self._files = files
        self.reporter = reporter
        self._grammar = grammar
        self._narrative = narrative
        self.done = 0
        self.found = False

    def records(self) -> Iterator[Minutes]:
        for path in self._files:
            try:
                records = read_minutes(path, self.reporter, grammar=self._grammar, narrative=self._narrative)
            except UsageError:
                raise
            except Exception as failure:
                self.reporter.fail(path, failure)
                continue
            self.done += 1
            for minutes in records:
                if any(finding.severity != "note" for finding in minutes.findings):
                    self.reporter.count_warning(path)
                self.found = self.found or any(group.clauses for item in minutes.items for group in item.groups)
                yield minutes


def _pieces(records: Iterator[Minutes], form: str, as_list: bool, bare: bool, csv_raw: bool) -> Iterator[bytes]:
    """The output, piece by piece, so that memory holds one record at a time."""
    if form == "csv":
        from minutes_cli.writing.csv import csv_header, csv_rows

        yield csv_header()
        yield from (csv_rows(minutes, raw=csv_raw) for minutes in records)
    elif form == "jsonl":
        from minutes_cli.writing.jsonl import to_jsonl

        yield from map(to_jsonl, records)
    elif form == "json":
        from minutes_cli.writing.json import json_list

        yield from json_list(_record(minutes, bare) for minutes in records)
    else:
        yield from _yaml(records, as_list, bare)


def _yaml(records: Iterator[Minutes], as_list: bool, bare: bool) -> Iterator[bytes]:
    from minutes_cli.writing.yaml import to_yaml

    opening = b"---\n"
    written = False
    for minutes in records:
        record = _record(minutes, bare)
        if as_list:
            # Elements of one list, each made alone: only the first keeps the line that opens the document.
            element = to_yaml([record])
            yield element.removeprefix(opening) if written else element
        else:
            yield to_yaml(record)
        written = True
    if as_list and not written:
        yield b"--- []\n"


def _record(minutes: Minutes, bare: bool) -> dict[str, Any]:
    record = minutes.to_dict()
    if bare:
        from minutes_cli.writing.bare import without_provenance

        plain: dict[str, Any] = without_provenance(record)
        return plain
    return record
