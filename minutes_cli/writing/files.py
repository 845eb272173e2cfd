"""Output that is written whole or not at all (faults R100-R102; property P30), and standard output as bytes."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from minutes_cli.errors import OutputError

_PREFIX = ".minutes-"
_SUFFIX = ".part"
_STRAY = re.compile(re.escape(_PREFIX) + r"[a-z0-9_]{8}" + re.escape(_SUFFIX))
_STRAY_AGE = 24 * 60 * 60
"""Seconds after which a temporary file of ours has no owner any more."""


class Output(Protocol):
    """Where data goes."""

    def write(self, data: bytes) -> object:
        """Takes some bytes; raises `OutputError`, or BrokenPipeError when nobody reads any more."""


@contextlib.contextmanager
def open_output(path: str | None) -> Iterator[Output]:
    """Standard output (None or ``-``), or a file that appears only when the block ends without an exception.

    The bytes go to a temporary file in the same folder, are synced and renamed over the target, which keeps its mode; a new file
    has the mode that the umask gives. A link keeps pointing at its target. What is no regular file (a pipe, ``/dev/stdout``)
    is written directly. Raises `OutputError` (code ``output``); the old file is then as it was.
    """
    if path is None or path == "-":
        with _standard_output() as out:
            yield out
        return
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode
    except OSError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        with _direct(path) as out:
            yield out
        return
    with _replacing(path, target, mode) as out:
        yield out


def write_output(path: str | None, data: bytes) -> None:
    """All bytes at once, as `open_output` writes them."""
    with open_output(path) as out:
        out.write(data)


class _Guarded:
    """Passes bytes on; a failure comes out as `OutputError`."""

    def __init__(self, name: str, file: BinaryIO) -> None:
        self._name = name
        self._file = file

    def write(self, data: bytes) -> None:
        with _failures(self._name):
            self._file.write(data)

    def flush(self) -> None:
        with _failures(self._name):
            self._file.flush()


@contextlib.contextmanager
def _failures(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as failure:
        raise OutputError(name, f"cannot be written: {failure.strerror}; nothing there was changed", "output") from failure


@contextlib.contextmanager
def _standard_output() -> Iterator[Output]:
    file = getattr(sys.stdout, "buffer", None)
    if file is None:
        raise OutputError("-", "standard output is closed; name a file with -o", "output")
    out = _Guarded("standard output", file)
    try:
        yield out
        out.flush()
    except (OutputError, BrokenPipeError):
        abandon_standard_output()
        raise


def abandon_standard_output() -> None:
    """Sends what is still buffered for standard output nowhere, so that the interpreter's last flush cannot fail."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextlib.contextmanager
def _direct(path: str) -> Iterator[Output]:
    with _failures(path):
        file = open(path, "wb")  # noqa: SIM115
    out = _Guarded(path, file)
    try:
        yield out
        out.flush()
    finally:
        with contextlib.suppress(OSError):
            file.close()


@contextlib.contextmanager
def _replacing(path: str, target: str, mode: int | None) -> Iterator[Output]:
    # Only for files: the module behind it costs a tenth of a start.
    import tempfile

    folder = os.path.dirname(target)
    _remove_strays(folder)
    with _failures(path):
        handle, temporary = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
    file = open(handle, "wb")  # noqa: SIM115
    try:
        yield _Guarded(path, file)
        with _failures(path):
            file.flush()
            if hasattr(os, "fchmod"):
                os.fchmod(handle, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
            os.fsync(handle)
            file.close()
            os.replace(temporary, target)
        _sync_folder(folder)
    except BaseException:
        # Closing flushes, and on a full disk fails a second time: the first failure is the one to tell.
        with contextlib.suppress(OSError):
            file.close()
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: str) -> None:
    """Makes the rename itself last; some file systems cannot, which is no failure."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove_strays(folder: str) -> None:
    """Removes temporary files of runs that were killed more than a day ago."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _STRAY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _STRAY_AGE:
                        os.unlink(entry.path)
