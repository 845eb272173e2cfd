"""What the terminal is like: its width, whether it wants colour, and a pager for what is longer than it."""

from __future__ import annotations

import os
import sys

from minutes_cli.writing.files import write_output


def width() -> int:
    """Columns of the terminal (COLUMNS first); 80 where there is none."""
    return _size()[0]


def _size() -> tuple[int, int]:
    import shutil

    columns, lines = shutil.get_terminal_size((80, 24))
    return columns, lines


def is_terminal(output: str | None) -> bool:
    """Whether the data goes to a terminal."""
    return output is None and sys.stdout is not None and sys.stdout.isatty()


def wants_color(choice: str, output: str | None) -> bool:
    """``--color`` first, then NO_COLOR, then FORCE_COLOR, then whether there is a terminal that is not dumb."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR")
    if forced:
        return forced != "0"
    return is_terminal(output) and os.environ.get("TERM") != "dumb"


def present(text: str, output: str | None, pager: bool) -> None:
    """Writes a rendering; what is longer than the terminal goes through the pager (MINUTES_PAGER, PAGER, less)."""
    data = text.encode("utf8")
    if pager and is_terminal(output) and text.count("\n") >= _size()[1] and _paged(data):
        return
    write_output(output, data)


def _paged(data: bytes) -> bool:
    """Whether a pager took the text."""
    import shlex
    import shutil
    import subprocess

    command = shlex.split(os.environ.get("MINUTES_PAGER") or os.environ.get("PAGER") or "less")
    if not command or shutil.which(command[0]) is None:
        return False
    process = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": "-FRX", **os.environ})
    try:
        process.communicate(data)
    except (BrokenPipeError, KeyboardInterrupt):
        process.wait()
    return True
