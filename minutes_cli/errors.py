"""What can go wrong, each with its exit code and its one-line message."""

from __future__ import annotations

from minutes_cli.shown import shown_line, shown_name

EXIT_DIFFERENT = 1
EXIT_USAGE = 2
EXIT_INPUT = 3
EXIT_OUTPUT = 4
EXIT_STRICT = 5
EXIT_BUG = 70
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143
EXIT_BROKEN_PIPE = 141

MESSAGE_LIMIT = 300
"""Code points of the longest line that a message may fill (property P29)."""


class MinutesError(Exception):
    """A failure that the user can do something about.

    `name` is the file concerned (``-`` for standard input), `message` says what is wrong and what to do, `code` is the
    short name that stands in brackets at the line's end. Any of them may hold hostile characters: `line` cleans them.
    """

    exit_code = EXIT_BUG

    def __init__(self, name: str, message: str, code: str) -> None:
        super().__init__(name, message, code)
        self.name = name
        self.message = message
        self.code = code

    def line(self) -> str:
        """``minutes: error: NAME: what; what to do [code]``, cleaned, on one line of at most 300 code points."""
        return message_line("error", self.name, self.message, self.code)

    def __str__(self) -> str:
        return self.line()


class UsageError(MinutesError):
    """Wrong options, wrong configuration, or documents that have nothing to compare."""

    exit_code = EXIT_USAGE


class InputError(MinutesError):
    """An input that could not be read; the others are still done."""

    exit_code = EXIT_INPUT


class OutputError(MinutesError):
    """Output that could not be written; a file that stood there before is as it was."""

    exit_code = EXIT_OUTPUT


def message_line(severity: str, name: str, message: str, code: str, line: int | None = None) -> str:
    """One line for standard error: ``minutes: SEVERITY: NAME:LINE: message [code]``, cleaned (rule T)."""
    place = shown_name(name) + (f":{line}" if line is not None else "")
    head = f"minutes: {severity}: {place}: "
    end = f" [{code}]"
    return head + shown_line(message, MESSAGE_LIMIT - len(head) - len(end)) + end
