"""The command line: ``minutes``, its sub-commands (imported when asked for), and the one place where failures become exit codes."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from types import FrameType
from typing import Any

import click

from minutes_cli import __version__
from minutes_cli.collector import seldom, without_last_look
from minutes_cli.errors import (
    EXIT_BROKEN_PIPE,
    EXIT_BUG,
    EXIT_INTERRUPTED,
    EXIT_TERMINATED,
    EXIT_USAGE,
    MinutesError,
    message_line,
)

COMMANDS = {
    "parse": "Export to YAML, JSON, JSON Lines or CSV.",
    "diff": "What changed between two meetings.",
    "trace": "Each recommendation's story across meetings.",
    "check": "Faults of a draft: text, JSON or GitHub annotations.",
    "show": "The page as it was understood: each line with the part it plays.",
    "text": "The extracted text itself (git textconv).",
    "grammar": "The grammars: what there is, what one says, whether its examples hold.",
    "batch": "Many files to shards, in processes or on a cluster.",
    "schema": "The JSON Schemas of the records.",
}
"""Every sub-command and its line of help. Each stands in its own module, under its own name."""


class _Commands(click.Group):
    """A group that imports a sub-command only when it is asked for, and lists them without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if _is_there(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS or not _is_there(cmd_name):
            return None
        command: click.Command = getattr(import_module(f"minutes_cli.commands.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


def _is_there(name: str) -> bool:
    return find_spec(f"minutes_cli.commands.{name}") is not None


def _show_version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    import yaml

    slower = "" if hasattr(yaml, "CSafeDumper") else " (PyYAML without libyaml: YAML is read and written slower)"
    click.echo(f"minutes {__version__}{slower}")
    ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version and exit.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
@click.pass_context
def minutes(context: click.Context, debug: bool) -> None:
    """Read council minutes: every resolution and recommendation as data, and a word-for-word diff across meetings.

    Exit codes: 0 done; 1 differences, findings, or nothing found; 2 wrong usage; 3 an input could not be read; 4 output not written;
    5 warnings with --strict; 70 an internal error; 75 another run holds the output; 130, 143 interrupted; 141 nobody reads the output.
    """
    context.obj = debug


class _Terminated(BaseException):
    """SIGTERM came."""


def _terminate(number: int, frame: FrameType | None) -> None:
    raise _Terminated


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and leaves the process with the exit code that the contract gives (design section 5)."""
    if "_MINUTES_COMPLETE" in os.environ:
        minutes.main(prog_name="minutes")
    without_last_look()
    with seldom():
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = _nobody_reads()
    except (OSError, ValueError, AttributeError):
        pass
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    debug = "--debug" in arguments[:1]
    try:
        before = signal.signal(signal.SIGTERM, _terminate)
    except ValueError:
        # Only the main thread may set one.
        before = None
    try:
        with minutes.make_context("minutes", arguments) as context:
            outcome: Any = minutes.invoke(context)
        return outcome if isinstance(outcome, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as refused:
        return _refuse(refused)
    except MinutesError as failure:
        _tell(failure.line())
        return failure.exit_code
    except BrokenPipeError:
        return _nobody_reads()
    except (KeyboardInterrupt, EOFError, click.Abort):
        return EXIT_INTERRUPTED
    except _Terminated:
        return EXIT_TERMINATED
    except Exception as fault:
        if debug:
            raise
        _tell(bug_line("minutes", fault))
        return EXIT_BUG
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def bug_line(name: str, fault: BaseException) -> str:
    """The line for an exception that should not have happened; its text may quote a document, so only its class is told."""
    return message_line("error", name, f"internal error ({type(fault).__name__}); run again with minutes --debug and report it", "bug")


def _refuse(refused: click.ClickException) -> int:
    """Click's own complaints in the shape of all others."""
    context = getattr(refused, "ctx", None)
    if isinstance(refused, click.exceptions.NoArgsIsHelpError):
        refused.show()
        return EXIT_USAGE
    command = context.command_path if context else "minutes"
    told = refused.format_message().strip().rstrip(".")
    _tell(message_line("error", command.partition(" ")[2] or command, f"{told}; see {command} --help", "usage"))
    return EXIT_USAGE


def _nobody_reads() -> int:
    from minutes_cli.writing.files import abandon_standard_output

    abandon_standard_output()
    return EXIT_BROKEN_PIPE


def _tell(line: str) -> None:
    with contextlib.suppress(OSError):
        click.echo(line, err=True)
