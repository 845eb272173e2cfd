"""Hostile PDF files on the command line: one line each, the other inputs done, nothing left running (faults R71, R76, R104-R106)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from minutes_cli.reading import apart, pdf_apart
from minutes_cli.reading.apart import Limits
from tests.commands.running import Runner
from tests.reading.fixtures import bombs
from tests.reading.test_pdf import down, drawn

PAGE = "Resolved: -\n\n1) That the quay be swept.\n"
PROGRAM = [sys.executable, "-W", "error", "-m", "minutes_cli"]
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds the limit of address space")


@pytest.fixture
def good(tmp_path: Path) -> list[Path]:
    (tmp_path / "good.txt").write_text(PAGE)
    (tmp_path / "good.pdf").write_bytes(drawn(down(*PAGE.split("\n"))))
    return [tmp_path / "good.txt", tmp_path / "good.pdf"]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@linux
def test_bombs_are_one_line_and_the_others_go_on(
    minutes: Runner, good: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_apart, "LIMITS", Limits(20.0, 256 << 20))
    hostile = [written(tmp_path / "blanks.pdf", bombs.blanks(400)), written(tmp_path / "words.pdf", bombs.words(500))]
    assert all(path.stat().st_size < 60_000 for path in hostile)
    done = minutes("parse", "--format", "jsonl", *hostile, *good)
    assert done.code == 3
    assert done.out.count(b"That the quay be swept.") == 2
    told = done.err.splitlines()
    assert [line.startswith("minutes: error: ") and line.endswith(" [pdf-limit]") for line in told] == [True, True, False]
    assert told[2].startswith("minutes: 2 read, ") and told[2].endswith("2 failed (listed above)")


def test_a_pdf_that_takes_too_long_is_one_line(minutes: Runner, good: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apart._end_all()
    monkeypatch.setattr(pdf_apart, "LIMITS", Limits(0.5, 1 << 30))
    hostile = written(tmp_path / "words.pdf", bombs.words(2000))
    before = time.monotonic()
    done = minutes("text", hostile)
    assert time.monotonic() - before < 10
    assert done.code == 3
    assert done.err == f"minutes: error: {hostile}: takes more than 0.5 s to read; split it, or print it to a new PDF [pdf-limit]\n"


MEASURED = """
import resource, sys
from minutes_cli.commands import main
from minutes_cli.reading import apart
try:
    main(sys.argv[1:])
finally:
    apart._end_all()
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
    print(most, file=sys.stderr)
"""


@linux
def test_the_limits_that_are_shipped_hold(good: list[Path], tmp_path: Path) -> None:
    """The slow one: a bomb of two gigabytes in 4 KB against one gibibyte and half a minute, measured."""
    hostile = written(tmp_path / "blanks.pdf", bombs.blanks(2000))
    assert hostile.stat().st_size < 10_000
    before = time.monotonic()
    done = subprocess.run([sys.executable, "-c", MEASURED, "parse", str(hostile), *map(str, good)], capture_output=True, text=True)
    assert time.monotonic() - before < 30
    assert done.returncode == 3
    *told, kilobytes = done.stderr.splitlines()
    assert (
        told[0] == f"minutes: error: {hostile}: takes more than 1024 MB of memory to read; split it, or print it to a new PDF [pdf-limit]"
    )
    assert 100 << 10 < int(kilobytes) < 1 << 20
    assert done.stdout.count("That the quay be swept.") == 2


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")
def test_a_reader_that_breaks_down_is_damage(minutes: Runner, good: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_apart, "_TASK", "tests.reading.fixtures.tasks")
    broken = written(good[0].with_name("broken.pdf"), b"die %d" % signal.SIGSEGV)
    monkeypatch.setattr("minutes_cli.reading.kinds.kind_of_bytes", lambda data: "pdf" if data.startswith(b"die") else None)
    done = minutes("parse", broken, good[0])
    assert done.code == 3 and b"That the quay be swept." in done.out
    assert done.err.splitlines()[0].endswith("is a damaged PDF; open it in a viewer and print it to a new PDF [pdf]")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no list of a process's children here")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_ends_the_helper_too(tmp_path: Path, number: int, code: int) -> None:
    hostile = written(tmp_path / "words.pdf", bombs.words(1500))
    process = subprocess.Popen([*PROGRAM, "text", hostile], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    until = time.monotonic() + 20
    while not (helpers := children.read_text().split()) and time.monotonic() < until:
        time.sleep(0.02)
    # A moment, so that the helper is at work.
    time.sleep(0.5)
    assert process.poll() is None
    before = time.monotonic()
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (code, b"", b"")
    assert time.monotonic() - before < 2
    assert len(helpers) == 1 and not Path(f"/proc/{helpers[0]}").exists()


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX systems")
def test_a_closed_standard_input_and_strict_warnings_change_nothing(good: list[Path]) -> None:
    told = PAGE
    for closed in ("<&-", "</dev/null", "2>&- <&-"):
        done = subprocess.run(["sh", "-c", f'"$@" {closed}', "sh", *PROGRAM, "text", str(good[1])], capture_output=True, text=True)
        assert (done.returncode, done.stdout, done.stderr) == (0, told, "")


def test_a_pdf_from_standard_input(good: list[Path]) -> None:
    done = subprocess.run([*PROGRAM, "text", "-"], input=good[1].read_bytes(), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"") and b"That the quay be swept." in done.stdout


def test_a_damaged_file_that_is_read_ends_with_0_and_strictly_with_5(minutes: Runner, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    path.write_bytes(drawn(down("Resolved: -", "1) That the quay be swept.")).replace(b"startxref", b"startxxxx"))
    done = minutes("parse", "--format", "jsonl", path)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert done.err.startswith(f"minutes: warning: {path}: ") and done.err.endswith(" [pdf-rebuilt]\n")
    assert b"That the quay be swept." in done.out
    assert minutes("parse", "--strict", path).code == 5
