"""``minutes trace``: each recommendation's story across meetings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from minutes_cli.commands import screen
from minutes_cli.commands.inputs import read_one
from minutes_cli.commands.options import changes_option, color_option, grammar_option, output_option, pager_option
from minutes_cli.commands.reporting import Reporter
from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.model import Lineage

FORMATS = ["terminal", "plain", "markdown", "critic", "html", "mermaid", "json", "yaml"]


@click.command()
@click.argument("files", metavar="A B C...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: terminal on a terminal, else plain.")
@color_option
@pager_option
@grammar_option
@changes_option
@output_option
@click.pass_obj
def trace(debug: bool, files: tuple[str, ...], form: str | None, color: str, no_pager: bool, grammar: str, output: str | None) -> int:
    """Follow each recommendation across meetings: its first wording, every change, the answers given, and deadlines met or missed.

    The documents are pages or records, told apart by content, and are put in the order of their meetings' dates.
    """
    from minutes_cli.comparing import NothingComparable
    from minutes_cli.comparing import trace as compose

    if len(files) < 2:
        raise UsageError("trace", "at least two documents are needed; name another", "usage")
    if files.count("-") > 1:
        raise UsageError("trace", "standard input can be only one of them; name files for the others", "usage")
    reporter = Reporter(debug)
    documents = [read_one(path, reporter, grammar=grammar) for path in files]
    try:
        lineage = compose(documents)
    except NothingComparable as nothing:
        raise UsageError("trace", f"{nothing}; check that the documents answer each other", "nothing-comparable") from None
    for notice in lineage.notices:
        code, _, told = notice.partition(": ")
        reporter.warn("trace", told or notice, code if told else "trace")
    _write(lineage, form, color, no_pager, output)
    return reporter.finish(len(files))


def _write(lineage: Lineage, form: str | None, color: str, no_pager: bool, output: str | None) -> None:
    from minutes_cli.writing.files import write_output

    if form is None:
        form = "terminal" if screen.is_terminal(output) or (output is None and screen.wants_color(color, output)) else "plain"
    if form == "terminal":
        from minutes_cli.writing.terminal import trace_to_terminal

        encoding = (sys.stdout.encoding or "utf-8") if screen.is_terminal(output) else "utf-8"
        text = trace_to_terminal(lineage, width=screen.width(), color=screen.wants_color(color, output), encoding=encoding)
        screen.present(text, output, not no_pager)
    elif form == "plain":
        from minutes_cli.writing.plain import trace_to_plain

        screen.present(trace_to_plain(lineage), output, not no_pager)
    else:
        write_output(output, _data(lineage, form))


def _data(lineage: Lineage, form: str) -> bytes:
    if form == "yaml":
        from minutes_cli.writing.yaml import to_yaml

        return to_yaml(lineage.to_dict())
    if form == "json":
        from minutes_cli.writing.json import json_document

        return json_document(lineage.to_dict())
    if form == "html":
        from minutes_cli.writing.html_trace import trace_to_html

        return trace_to_html(lineage).encode("utf8")
    if form == "mermaid":
        from minutes_cli.writing.mermaid import trace_to_mermaid

        return trace_to_mermaid(lineage).encode("utf8")
    if form == "critic":
        from minutes_cli.writing.critic import trace_to_critic

        return trace_to_critic(lineage).encode("utf8")
    from minutes_cli.writing.markdown import trace_to_markdown

    return trace_to_markdown(lineage).encode("utf8")
