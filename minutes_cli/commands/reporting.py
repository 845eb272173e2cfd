"""What a run tells on standard error, and the exit code that comes of it."""

from __future__ import annotations

import contextlib
from collections import Counter
from typing import TYPE_CHECKING

import click

from minutes_cli.commands import bug_line
from minutes_cli.errors import EXIT_BUG, EXIT_INPUT, EXIT_STRICT, MinutesError, message_line
from minutes_cli.shown import shown_name

if TYPE_CHECKING:
    from minutes_cli.model import Source

MOST_LINES = 5
"""Warnings of one code and file that are told one by one; the rest are counted."""


class Reporter:
    """Collects the warnings and failures of a run; tells each as it comes, at most five of a code and file."""

    def __init__(self, debug: bool = False) -> None:
        self._debug = debug
        self._told: Counter[tuple[str, str]] = Counter()
        self._warned: set[str] = set()
        self._failed = 0
        self._bugs = 0

    def source(self, source: Source) -> None:
        """Tells what a reader has to say of its file."""
        for notice in source.notices:
            self.warn(source.path, notice.message, notice.code, notice.line)

    def warn(self, name: str, message: str, code: str, line: int | None = None) -> None:
        """One warning of a file."""
        self._warned.add(name)
        self._told[name, code] += 1
        if self._told[name, code] <= MOST_LINES:
            tell(message_line("warning", name, message, code, line))

    def count_warning(self, name: str) -> None:
        """A warning that stands in the output, and so is not told; it counts for ``--strict``."""
        self._warned.add(name)

    def fail(self, name: str, failure: Exception) -> None:
        """An input that could not be done; the others go on. Only a failure of ours raises it again, with ``--debug``."""
        if isinstance(failure, MinutesError):
            self._failed += 1
            tell(failure.line())
            return
        if self._debug:
            raise failure
        self._bugs += 1
        tell(bug_line(name, failure))

    def finish(self, done: int = 0, strict: bool = False) -> int:
        """Tells the counts, and gives the exit code: 70, 3, 5 (with `strict`) or 0. `done` is the number of inputs read."""
        for (name, code), count in self._told.items():
            if count > MOST_LINES:
                tell(f"minutes: warning: {shown_name(name)}: and {count - MOST_LINES} more [{code}]")
        failed = self._failed + self._bugs
        if failed and done + failed > 1:
            tell(f"minutes: {done} read, {len(self._warned)} with warnings, {failed} failed (listed above)")
        if self._bugs:
            return EXIT_BUG
        if self._failed:
            return EXIT_INPUT
        return EXIT_STRICT if strict and self._warned else 0


def tell(line: str) -> None:
    """One line on standard error, which may be closed."""
    with contextlib.suppress(OSError):
        click.echo(line, err=True)
