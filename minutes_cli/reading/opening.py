"""Opening what the user names: regular files, standard input and pipes given on purpose, with a limit (faults R81-R84)."""

from __future__ import annotations

import os
import stat
import sys

from minutes_cli.errors import InputError

_STANDARD_INPUT = "-"
# A shell names its process substitutions like this; a pipe under any other name was not meant and could hang.
_GIVEN_PIPES = ("/dev/fd/", "/proc/self/fd/")
_BLOCK = 1 << 20


def read_file(path: str, limit: int) -> bytes:
    """The bytes of a file, of standard input (``-``) or of a pipe such as ``/dev/fd/63``.

    Raises InputError: [missing], [permission], [not-a-file], [too-big] (more than ``limit`` bytes) or [unreadable].
    """
    if path == _STANDARD_INPUT:
        return (
            _read_all(sys.stdin.buffer.fileno(), path, limit)
            if _has_descriptor()
            else _checked(sys.stdin.buffer.read(limit + 1), path, limit)
        )
    given_pipe = path == "/dev/stdin" or path.startswith(_GIVEN_PIPES)
    try:
        descriptor = os.open(
            path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | (0 if given_pipe else _nonblocking())
        )
    except (FileNotFoundError, NotADirectoryError, ValueError):
        told = "is a link to nothing" if _is_link(path) else "no such file"
        raise InputError(path, f"{told}; check the name", "missing") from None
    except PermissionError:
        raise InputError(path, "may not be read; check its permissions", "permission") from None
    except OSError as problem:
        raise InputError(path, f"cannot be opened ({problem.strerror}); check the name", "unreadable") from None
    try:
        facts = os.fstat(descriptor)
        if not (stat.S_ISREG(facts.st_mode) or (given_pipe and not stat.S_ISDIR(facts.st_mode))):
            raise InputError(path, f"is {_sort_of(facts.st_mode)}, not a file; name a file", "not-a-file")
        if stat.S_ISREG(facts.st_mode) and facts.st_size > limit:
            raise _too_big(path, limit)
        return _read_all(descriptor, path, limit)
    finally:
        os.close(descriptor)


def _nonblocking() -> int:
    return getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def _has_descriptor() -> bool:
    try:
        return sys.stdin.buffer.fileno() >= 0
    except (OSError, AttributeError, ValueError):
        return False


def _is_link(path: str) -> bool:
    try:
        return os.path.islink(path)
    except ValueError:
        return False


def _read_all(descriptor: int, path: str, limit: int) -> bytes:
    blocks: list[bytes] = []
    room = limit + 1
    try:
        while room > 0:
            block = os.read(descriptor, min(room, _BLOCK))
            if not block:
                break
            blocks.append(block)
            room -= len(block)
    except OSError as problem:
        raise InputError(path, f"cannot be read ({problem.strerror}); try again", "unreadable") from None
    return _checked(b"".join(blocks), path, limit)


def _checked(data: bytes, path: str, limit: int) -> bytes:
    if len(data) > limit:
        raise _too_big(path, limit)
    return data


def _too_big(path: str, limit: int) -> InputError:
    size = f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit} bytes"
    return InputError(path, f"is larger than {size}; split it or raise the limit", "too-big")


def _sort_of(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"
