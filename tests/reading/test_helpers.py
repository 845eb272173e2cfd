"""Helper processes: what a file may do to one, and that it does nothing to anybody else (findings 5 and 6; faults R104-R106)."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from minutes_cli.reading import apart, read_bytes
from minutes_cli.reading.apart import Died, HelperFault, Limits, OutOfMemory, OutOfTime, ask
from tests.reading.test_pdf import down, drawn

TASK = "tests.reading.fixtures.tasks"
LIMITS = Limits(20.0, 256 << 20)
posix = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX systems")


@pytest.fixture(autouse=True)
def no_helper_left() -> Iterator[None]:
    apart._end_all()
    yield
    apart._end_all()


def pid(reply: bytes) -> int:
    return int(reply.split()[0])


def test_one_helper_serves_request_after_request() -> None:
    replies = [ask(TASK, b"who", LIMITS) for _ in range(4)]
    assert len({pid(reply) for reply in replies}) == 1
    assert [int(reply.split()[1]) for reply in replies] == [1, 2, 3, 4]


def test_a_helper_is_replaced_after_many_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "RECYCLE", 2)
    replies = [ask(TASK, b"who", LIMITS) for _ in range(4)]
    assert [int(reply.split()[1]) for reply in replies] == [1, 2, 1, 2]


def test_one_started_early_is_the_one_that_is_asked() -> None:
    apart.prepare(TASK, LIMITS)
    apart.prepare(TASK, LIMITS)
    (waiting,) = apart._idle
    assert pid(ask(TASK, b"who", LIMITS)) == waiting._process.pid


def test_a_hanging_helper_is_killed() -> None:
    before = time.monotonic()
    with pytest.raises(OutOfTime):
        ask(TASK, b"sleep 60", Limits(0.4, LIMITS.memory))
    assert time.monotonic() - before < 5
    assert apart._idle == []


@posix
@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        (signal.SIGSEGV, Died),
        (signal.SIGBUS, Died),
        (signal.SIGABRT, OutOfMemory),
        (signal.SIGKILL, OutOfMemory),
        (signal.SIGXCPU, OutOfTime),
    ],
)
def test_a_helper_that_dies_is_told_by_its_signal(number: int, outcome: type[Exception]) -> None:
    with pytest.raises(outcome):
        ask(TASK, b"die %d" % number, LIMITS)
    assert int(ask(TASK, b"who", LIMITS).split()[1]) == 1


@posix
def test_no_file_pays_for_what_another_left_behind() -> None:
    first = pid(ask(TASK, b"who", LIMITS))
    second = ask(TASK, b"die-later", LIMITS)
    assert pid(second) != first and int(second.split()[1]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds the limit of address space")
def test_memory_has_a_limit() -> None:
    with pytest.raises(OutOfMemory):
        ask(TASK, b"fill %d" % (300 << 20), LIMITS)
    assert len(ask(TASK, b"fill %d" % (50 << 20), LIMITS)) == 50 << 20


def test_an_answer_without_end_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "REPLY_LIMIT", 1000)
    with pytest.raises(OutOfMemory):
        ask(TASK, b"fill 1001", LIMITS)


def test_a_fault_of_ours_comes_back_with_its_traceback() -> None:
    with pytest.raises(HelperFault, match=r"(?s)Traceback.*ValueError: of ours"):
        ask(TASK, b"wrong of ours", LIMITS)


def test_a_helper_that_cannot_start_is_no_damaged_file() -> None:
    with pytest.raises(HelperFault, match="could not run"):
        ask("tests.reading.fixtures.nothing", b"who", LIMITS)


def test_what_a_library_prints_is_no_answer() -> None:
    assert int(ask(TASK, b"print", LIMITS).split()[1]) == 1


@posix
def test_a_helper_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    assert ask(TASK, f"open {tmp_path / 'file'}".encode(), LIMITS) == b"OSError %d" % errno.EMFILE


def test_threads_read_at_the_same_time() -> None:
    pages = [drawn(down(f"Page {number}.")) for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        texts = list(pool.map(lambda page: read_bytes(page, "p.pdf").text, pages))
    assert texts == [f"Page {number}.\n" for number in range(12)]
    assert len(apart._idle) <= apart.IDLE


def test_a_program_without_an_interpreter_reads_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    apart.prepare(TASK, LIMITS)
    assert read_bytes(drawn(down("Words.")), "p.pdf").text == "Words.\n"
    assert pid(ask(TASK, b"who", LIMITS)) == os.getpid()
    assert apart._idle == []


FORKED = """
import os, sys, warnings
from minutes_cli.reading import read
text = read(sys.argv[1]).text
child = os.fork()
if child == 0:
    os._exit(0 if read(sys.argv[1]).text == text and read(sys.argv[1]).text == text else 1)
assert os.waitpid(child, 0)[1] == 0
assert read(sys.argv[1]).text == text
print("both read")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_program_that_forks_reads_on_both_sides(tmp_path: Path) -> None:
    (tmp_path / "p.pdf").write_bytes(drawn(down("Words.")))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", FORKED, str(tmp_path / "p.pdf")], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr) == ("both read\n", "")
