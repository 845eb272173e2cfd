"""``minutes show``: the page as it was understood."""

from __future__ import annotations

import click

from minutes_cli.commands import screen
from minutes_cli.commands.inputs import read_source
from minutes_cli.commands.options import changes_option, grammar_option, output_option, pager_option
from minutes_cli.commands.reporting import Reporter


@click.command()
@click.argument("file", metavar="FILE")
@pager_option
@grammar_option
@changes_option
@output_option
@click.pass_obj
def show(debug: bool, file: str, no_pager: bool, grammar: str, output: str | None) -> int:
    """Print each line of the page with the part that it plays, and the id of the clause, group or item that it belongs to."""
    from minutes_cli.parsing import parse
    from minutes_cli.writing.page import page

    reporter = Reporter(debug)
    source = read_source(file, reporter)
    minutes = parse(source, grammar=grammar, narrative=True)
    screen.present(page(source.text, minutes.parts), output, not no_pager)
    return reporter.finish(1)
