"""``minutes check``: the faults of a draft."""

from __future__ import annotations

import click

from minutes_cli.commands.inputs import read_minutes
from minutes_cli.commands.options import changes_option, grammar_option, output_option
from minutes_cli.commands.reporting import Reporter
from minutes_cli.errors import EXIT_DIFFERENT, UsageError


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@grammar_option
@changes_option
@output_option
@click.option("--exit-zero", is_flag=True, help="End with 0 also when there are findings.")
@click.pass_obj
def check(debug: bool, files: tuple[str, ...], form: str, grammar: str, output: str | None, exit_zero: bool) -> int:
    """List the faults of drafts: doubled labels, references that point at nothing, and so on. Ends with 1 when there are any."""
    from minutes_cli.writing.files import write_output
    from minutes_cli.writing.findings import write_findings

    reporter = Reporter(debug)
    found = []
    done = 0
    for path in files:
        try:
            found += [(path, finding) for minutes in read_minutes(path, reporter, grammar=grammar) for finding in minutes.findings]
            done += 1
        except UsageError:
            raise
        except Exception as failure:
            reporter.fail(path, failure)
    write_output(output, write_findings(found, form))
    code = reporter.finish(done)
    return code or (EXIT_DIFFERENT if found and not exit_zero else 0)
