"""What a helper process does: limits itself, then answers requests until its pipe is closed."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import traceback
from importlib import import_module

RESULT, MEMORY, BUG = b"R", b"M", b"B"
"""Kinds of answers: the task's own bytes; nothing, for want of memory; a traceback."""
HEAD = 9
"""Bytes before an answer: its kind, and its length as a number of eight bytes."""
_LENGTH = 8
_GRACE = 5


def request_head(request: bytes) -> bytes:
    """The bytes before a request: its length."""
    return len(request).to_bytes(_LENGTH, "big")


def main() -> None:
    """Serves the task that the command line names, after it the limits of memory in bytes and of time in seconds."""
    # Ctrl-C reaches every process of the terminal; the parent hears it and ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    task, memory, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    replies = os.dup(1)
    # Whatever a library prints goes nowhere: the pipe holds answers only.
    os.dup2(2, 1)
    module = import_module(task)
    answer = module.answer
    module.warm()
    _confine(memory)
    while True:
        request = _read_request()
        if request is None:
            return
        _allow(seconds)
        try:
            kind, reply = RESULT, answer(request)
        except MemoryError:
            kind, reply = MEMORY, b""
        except Exception:
            kind, reply = BUG, traceback.format_exc().encode("utf-8", "replace")
        del request
        _write(replies, kind + len(reply).to_bytes(_LENGTH, "big") + reply)


def _confine(memory: int) -> None:
    """No more memory than that, no core dumps, and no file is opened, written or started from here on (R78). Where the system can."""
    try:
        import resource
    except ImportError:
        return
    # The lowest free number is the first that must not be given out.
    spare = os.dup(0)
    os.close(spare)
    for name, most in (("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0), ("RLIMIT_AS", memory), ("RLIMIT_NOFILE", spare)):
        with contextlib.suppress(ValueError, OSError, AttributeError):
            which = getattr(resource, name)
            hard = resource.getrlimit(which)[1]
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(which, (most, most))


def _allow(seconds: float) -> None:
    """A little more processor time than the wall limit: ends this process also when its parent was killed meanwhile."""
    with contextlib.suppress(ImportError, ValueError, OSError, AttributeError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + seconds) + _GRACE
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _read_request() -> bytes | None:
    head = _read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    size = int.from_bytes(head, "big")
    request = _read(size)
    return request if len(request) == size else None


def _read(size: int) -> bytes:
    blocks = []
    while size > 0:
        block = os.read(0, min(size, 1 << 20))
        if not block:
            break
        blocks.append(block)
        size -= len(block)
    return b"".join(blocks)


def _write(place: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(place, view) :]
