"""``minutes diff``: what changed between two meetings."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from minutes_cli.commands import screen
from minutes_cli.commands.inputs import read_one
from minutes_cli.commands.options import changes_option, color_option, grammar_option, output_option, pager_option
from minutes_cli.commands.reporting import Reporter
from minutes_cli.errors import EXIT_DIFFERENT, UsageError
from minutes_cli.writing.files import write_output

if TYPE_CHECKING:
    from minutes_cli.model import Comparison, Minutes

FORMATS = ["terminal", "plain", "markdown", "critic", "html", "json", "yaml"]


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: terminal on a terminal, else plain.")
@click.option("--item", "items", multiple=True, metavar="ID", help="Agenda items to compare: id or number, old:ID or new:ID for one side.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(["recommendation", "resolution"]), help="Compare these kinds.")
@click.option("--group", "groups", multiple=True, metavar="ID|STATUS", help="Compare these groups.")
@click.option("--all", "everything", is_flag=True, help="Compare everything, not only the lists that answer each other.")
@click.option("--show-weak", is_flag=True, help="Show links between clauses that are only loosely alike.")
@click.option("--exit-zero", is_flag=True, help="End with 0 also when there are differences.")
@color_option
@pager_option
@grammar_option
@changes_option
@output_option
@click.pass_obj
def diff(
    debug: bool,
    old: str,
    new: str,
    form: str | None,
    items: tuple[str, ...],
    kinds: tuple[str, ...],
    groups: tuple[str, ...],
    everything: bool,
    show_weak: bool,
    exit_zero: bool,
    color: str,
    no_pager: bool,
    grammar: str,
    output: str | None,
) -> int:
    """Compare two documents, clause by clause and word by word. OLD and NEW are pages or records, told apart by content.

    Clauses are matched by their words, whatever their labels. Two folders are compared file by file. Ends with 0 when nothing
    changed, 1 when something did, 2 when nothing in one document answers anything in the other.
    """
    from minutes_cli.comparing import NothingComparable, compare, differs
    from minutes_cli.writing.view import noun

    if old == new == "-":
        raise UsageError("diff", "standard input can be only one of the two; name a file for the other", "usage")
    reporter = Reporter(debug)
    folders = os.path.isdir(old) and os.path.isdir(new)
    if folders and form == "html":
        raise UsageError("diff", "an HTML report is about two files, and folders were given; use another format", "usage")
    documents = _documents(old, new, folders, reporter, grammar)
    compared: list[tuple[Comparison, str]] = []
    for one, other in documents:
        try:
            comparison = compare(
                one, other, items=items or None, kinds=kinds or None, groups=groups or None, everything=everything, show_weak=show_weak
            )
        except NothingComparable as nothing:
            chosen = items or kinds or groups
            told = f"{nothing}; {'choose others, or take --all' if chosen else 'choose with --item, --kind or --all'}"
            if not folders:
                raise UsageError(new, told, "nothing-comparable") from None
            reporter.warn(other.source.path, told, "nothing-comparable")
            continue
        for notice in comparison.notices:
            code, _, told = notice.partition(": ")
            reporter.warn(other.source.path, told or notice, code if told else "compare")
        compared.append((comparison, noun(comparison, one, other)))
    if not compared:
        raise UsageError("diff", "no file of one folder answers a file of the other; give two files", "nothing-comparable")
    _write(compared, form, color, no_pager, output, folders)
    changed = any(differs(comparison) for comparison, _ in compared)
    return reporter.finish(2 * len(documents)) or (EXIT_DIFFERENT if changed and not exit_zero else 0)


def _documents(old: str, new: str, folders: bool, reporter: Reporter, grammar: str) -> list[tuple[Minutes, Minutes]]:
    if folders:
        from minutes_cli.commands.folders import paired_documents

        return paired_documents(old, new, reporter, grammar)
    return [(read_one(old, reporter, grammar=grammar), read_one(new, reporter, grammar=grammar))]


def _write(compared: list[tuple[Comparison, str]], form: str | None, color: str, no_pager: bool, output: str | None, several: bool) -> None:
    if form is None:
        form = "terminal" if screen.is_terminal(output) or (output is None and screen.wants_color(color, output)) else "plain"
    if form == "terminal":
        from minutes_cli.writing.terminal import to_terminal

        encoding = (sys.stdout.encoding or "utf-8") if screen.is_terminal(output) else "utf-8"
        colored, width = screen.wants_color(color, output), screen.width()
        pieces = [to_terminal(one, noun, width=width, color=colored, encoding=encoding) for one, noun in compared]
        screen.present("\n".join(pieces), output, not no_pager)
    elif form == "plain":
        from minutes_cli.writing.plain import to_plain

        screen.present("\n".join(to_plain(one, noun) for one, noun in compared), output, not no_pager)
    elif form == "json" and several:
        from minutes_cli.writing.json import json_list

        write_output(output, b"".join(json_list(comparison.to_dict() for comparison, _ in compared)))
    else:
        write_output(output, b"".join(_data(comparison, noun, form) for comparison, noun in compared))


def _data(comparison: Comparison, noun: str, form: str) -> bytes:
    if form == "yaml":
        from minutes_cli.writing.yaml import to_yaml

        return to_yaml(comparison.to_dict())
    if form == "json":
        from minutes_cli.writing.json import json_document

        return json_document(comparison.to_dict())
    if form == "html":
        from minutes_cli.writing.html import to_html

        return to_html(comparison, noun).encode("utf8")
    if form == "critic":
        from minutes_cli.writing.critic import to_critic

        return to_critic(comparison, noun).encode("utf8")
    from minutes_cli.writing.markdown import to_markdown

    return to_markdown(comparison, noun).encode("utf8")
