"""``minutes text``: the extracted text itself."""

from __future__ import annotations

import sys

import click

from minutes_cli.commands.inputs import read_source
from minutes_cli.commands.options import changes_option, output_option
from minutes_cli.commands.reporting import Reporter


@click.command()
@click.argument("file", metavar="FILE")
@changes_option
@output_option
@click.pass_obj
def text(debug: bool, file: str, output: str | None) -> int:
    """Print the text that every span counts in, exactly (as git's textconv wants it).

    On a terminal, control and invisible characters are shown as pictures.
    """
    from minutes_cli.shown import shown
    from minutes_cli.writing.files import write_output

    reporter = Reporter(debug)
    words = read_source(file, reporter).text
    if output is None and sys.stdout.isatty():
        words = shown(words.replace("\r\n", "\n"))
    write_output(output, words.encode("utf8", "surrogatepass"))
    return reporter.finish(1)
