"""Work on hostile files in a process of its own, with limits that nothing in a file gets round (findings 5 and 6; faults R71-R75, R78).

A helper is a fresh interpreter, never a fork: that is safe in a program with threads, is the same everywhere, and what it costs is hidden
where it is started early (`prepare`). It is kept for the next file, and what it answers is plain bytes, which nobody runs.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from importlib import import_module
from pathlib import Path

from minutes_cli.carriers import dataclass
from minutes_cli.reading.apart_child import BUG, HEAD, MEMORY, RESULT, request_head

RECYCLE = 200
"""Requests after which a helper is replaced, so that nothing piles up in it."""
IDLE = 4
"""Helpers kept waiting for the next request."""
REPLY_LIMIT = 256_000_000
"""Bytes of the longest answer that is taken."""

_BOOT = "import sys; sys.path[:] = sys.argv[4:]; from minutes_cli.reading.apart_child import main; main()"
_ROOT = str(Path(__file__).resolve().parents[2])
# A library that gets no memory ends itself with one of the first three; the last is how the system ends what takes too much.
_NO_MEMORY = {-getattr(signal, name) for name in ("SIGABRT", "SIGILL", "SIGTRAP", "SIGKILL") if hasattr(signal, name)}
# An interpreter ends so when it cannot import the task, or is another program; native code that breaks down does not.
_NOT_STARTED = {1, 2}
_NO_TIME = {-signal.SIGXCPU} if hasattr(signal, "SIGXCPU") else set()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may take: seconds on the wall's clock, and bytes of address space (not held on Windows and macOS)."""

    seconds: float = 30.0
    memory: int = 1 << 30


class OutOfTime(Exception):
    """The work took longer than its limit; the helper was killed."""


class OutOfMemory(Exception):
    """The work needed more memory than its limit; the helper is gone."""


class Died(Exception):
    """The helper broke down by itself, as native code does on a damaged file."""


class HelperFault(RuntimeError):
    """What should not have happened in a helper: its text is the traceback, or why it did not start."""


def ask(task: str, request: bytes, limits: Limits | None = None) -> bytes:
    """What the function ``answer`` of the module ``task`` makes of ``request``, worked out in a helper.

    Raises OutOfTime, OutOfMemory, Died, HelperFault, or OSError where no helper can be started. What a file does to a helper that has read
    others before is tried once more in a new one, so that no file's outcome depends on another file. Whatever interrupts the wait
    ends the helper. A program without an interpreter beside it (a frozen one) does the work itself.
    """
    limits = limits or Limits()
    if getattr(sys, "frozen", False) or not sys.executable:
        try:
            answer: bytes = import_module(task).answer(request)
        except MemoryError:
            raise OutOfMemory from None
        return answer
    until = time.monotonic() + limits.seconds
    helper = _take(task, limits)
    try:
        reply = helper.ask(request, until)
    except (OutOfMemory, Died):
        if helper.asked == 1:
            raise
        helper = _Helper(task, limits)
        reply = helper.ask(request, until)
    _give_back(helper)
    return reply


def prepare(task: str, limits: Limits | None = None) -> None:
    """Starts a helper for ``task`` and does not wait, so that it is ready when the caller has done something else first."""
    if not getattr(sys, "frozen", False) and sys.executable:
        with contextlib.suppress(OSError):
            _give_back(_take(task, limits or Limits()))


class _Helper:
    """One child process, which answers request after request."""

    def __init__(self, task: str, limits: Limits) -> None:
        self.task = task
        self.limits = limits
        self.asked = 0
        paths = [path for path in sys.path if isinstance(path, str)]
        told = [task, str(limits.memory), str(limits.seconds), *paths, *([] if _ROOT in paths else [_ROOT])]
        flags = ["-I", "-S", *(["-B"] if sys.dont_write_bytecode else [])]
        self._process = subprocess.Popen(
            [sys.executable, *flags, "-c", _BOOT, *told],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def ask(self, request: bytes, until: float) -> bytes:
        """The answer to one request; ``until`` is on the clock that only runs forward."""
        self.asked += 1
        late = threading.Event()

        def end_late() -> None:
            late.set()
            self._process.kill()

        # The helper is killed from outside: native code that hangs hears no alarm, and Windows has none.
        watch = threading.Timer(max(0.0, until - time.monotonic()), end_late)
        watch.daemon = True
        watch.start()
        try:
            with contextlib.suppress(OSError):
                self._write(request_head(request))
                self._write(request)
            kind, reply = self._reply()
        except BaseException:
            self.end()
            raise
        finally:
            watch.cancel()
        if kind == RESULT:
            return reply
        # One that closed its pipe is going down by itself; a moment later its own code is there.
        code = self.end(2.0)
        if late.is_set() or code in _NO_TIME:
            raise OutOfTime
        if kind == BUG:
            raise HelperFault(reply.decode("utf-8", "replace"))
        if kind == MEMORY or code in _NO_MEMORY:
            raise OutOfMemory
        if code in _NOT_STARTED:
            raise HelperFault(f"{sys.executable} could not run {self.task} (exit code {code})")
        raise Died

    def end(self, patience: float = 0.0) -> int:
        """Kills the process, if it still runs after so many seconds, and gives its exit code."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            if patience:
                self._process.wait(patience)
        # Its number cannot be another's by now: a process that is over keeps it until it is waited for.
        self._process.kill()
        return self._process.wait()

    def forget(self) -> None:
        """Leaves the process to the program that this one was forked from."""
        self._process.returncode = 0

    def _write(self, data: bytes) -> None:
        assert self._process.stdin is not None
        view = memoryview(data)
        while view:
            view = view[self._process.stdin.write(view) or 0 :]

    def _reply(self) -> tuple[bytes, bytes]:
        """Kind and content; an empty kind where the helper said nothing whole."""
        head = self._read(HEAD)
        size = int.from_bytes(head[1:], "big")
        if len(head) < HEAD or size > REPLY_LIMIT:
            return (MEMORY if len(head) == HEAD else b""), b""
        reply = self._read(size)
        return (head[:1], reply) if len(reply) == size else (b"", b"")

    def _read(self, size: int) -> bytes:
        assert self._process.stdout is not None
        blocks: list[bytes] = []
        while size > 0:
            block = self._process.stdout.read(min(size, 1 << 20))
            if not block:
                break
            blocks.append(block)
            size -= len(block)
        return b"".join(blocks)


_idle: list[_Helper] = []
_lock = threading.Lock()


def _take(task: str, limits: Limits) -> _Helper:
    with _lock:
        for place, helper in enumerate(_idle):
            if helper.task == task and helper.limits == limits:
                return _idle.pop(place)
    return _Helper(task, limits)


def _give_back(helper: _Helper) -> None:
    with _lock:
        if len(_idle) < IDLE and helper.asked < RECYCLE:
            _idle.append(helper)
            return
    helper.end()


def _end_all() -> None:
    with _lock:
        ended, _idle[:] = _idle[:], []
    for helper in ended:
        helper.end()


def _forget_all() -> None:
    """In the child of a fork: the helpers are the parent's, and two programs cannot talk through one pipe."""
    global _lock
    _lock = threading.Lock()
    for helper in _idle:
        helper.forget()
    _idle.clear()


atexit.register(_end_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
