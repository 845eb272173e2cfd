"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def output_option(command: _Command) -> _Command:
    """``-o FILE``."""
    return click.option("-o", "--output", metavar="FILE", help="Write FILE, whole or not at all, instead of standard output.")(command)


def grammar_option(command: _Command) -> _Command:
    """``--grammar NAME|FILE|auto``."""
    return click.option(
        "--grammar",
        metavar="NAME|FILE",
        default="auto",
        show_default=True,
        help="The grammar to read by; auto chooses by the page.",
    )(command)


def color_option(command: _Command) -> _Command:
    """``--color auto|always|never``."""
    return click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Colours; auto knows NO_COLOR."
    )(command)


def pager_option(command: _Command) -> _Command:
    """``--no-pager``."""
    return click.option("--no-pager", is_flag=True, help="Do not page what is longer than the terminal.")(command)


CHANGES = "minutes_cli.changes"
"""Where a command's context keeps the choice of ``--changes``, for the reading of its inputs."""


def changes_option(command: _Command) -> _Command:
    """``--changes final|original``: which side of tracked changes in Word files to read (R69)."""

    def keep(context: click.Context, _parameter: click.Parameter, value: str) -> None:
        context.meta[CHANGES] = value

    return click.option(
        "--changes",
        type=click.Choice(["final", "original"]),
        default="final",
        show_default=True,
        expose_value=False,
        callback=keep,
        help="Word files with tracked changes: as if all were accepted, or none.",
    )(command)


def chosen_changes() -> str:
    """The side of tracked changes that the running command reads; final where it did not ask."""
    context = click.get_current_context(silent=True)
    return str(context.meta.get(CHANGES, "final")) if context else "final"
