"""Output written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from minutes_cli.errors import OutputError
from minutes_cli.writing.files import open_output, write_output


def left_over(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if entry.name.startswith(".minutes-"))


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_output(str(tmp_path / "out.yaml"), b"new")
    finally:
        os.umask(mask)
    assert (tmp_path / "out.yaml").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "out.yaml").stat().st_mode) == 0o640
    assert left_over(tmp_path) == []


def test_an_old_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    target = tmp_path / "target.yaml"
    target.write_bytes(b"old")
    target.chmod(0o604)
    (tmp_path / "link.yaml").symlink_to(target)
    write_output(str(tmp_path / "link.yaml"), b"new")
    assert (tmp_path / "link.yaml").is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, failure: type[BaseException]) -> None:
    target = tmp_path / "out.yaml"
    target.write_bytes(b"old")
    with pytest.raises(failure), open_output(str(target)) as out:
        out.write(b"half")
        raise failure
    assert target.read_bytes() == b"old"
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("call", ["fsync", "replace", "fchmod"])
def test_a_failing_call_is_told_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    target = tmp_path / "out.yaml"
    target.write_bytes(b"old")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OutputError) as refused:
        write_output(str(target), b"new")
    assert refused.value.line().endswith("out.yaml: cannot be written: No space left on device; nothing there was changed [output]")
    assert target.read_bytes() == b"old"
    assert left_over(tmp_path) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as refused:
        write_output(str(tmp_path / "none" / "out.yaml"), b"new")
    assert "cannot be written: No such file or directory" in refused.value.line()


def test_a_pipe_is_written_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_output(str(pipe), b"through")
    reader.join(5)
    assert read == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_strays_of_killed_runs_go_after_a_day(tmp_path: Path) -> None:
    old, young, foreign = (tmp_path / name for name in (".minutes-abcdefgh.part", ".minutes-abcdefgi.part", ".minutes-notes"))
    for path in (old, young, foreign):
        path.write_bytes(b"")
    os.utime(old, (0, 0))
    os.utime(foreign, (0, 0))
    write_output(str(tmp_path / "out.yaml"), b"new")
    assert left_over(tmp_path) == [young.name, foreign.name]


WRITER = """
import sys
from minutes_cli.writing.files import open_output
from minutes_cli.errors import OutputError
try:
    with open_output(None) as out:
        for _ in range(200):
            out.write(b"x" * 1000)
except BrokenPipeError:
    sys.exit(141)
except OutputError as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_code)
"""


def test_a_full_device_is_one_line() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-c", WRITER], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 4
    assert done.stderr == (
        b"minutes: error: standard output: cannot be written: No space left on device; nothing there was changed [output]\n"
    )


def test_a_closed_pipe_is_quiet() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([sys.executable, "-c", WRITER], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


KILLED = """
import os, sys
from minutes_cli.writing.files import open_output
left = int(sys.argv[2])
def counted(frame, event, argument):
    global left
    if event in ("c_call", "c_return"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), 9)
sys.setprofile(counted)
with open_output(sys.argv[1]) as out:
    out.write(b"new" * 100_000)
"""


@pytest.mark.parametrize("calls", [1, 5, 10, 20, 40, 60, 80, 100, 120, 150, 200])
def test_a_kill_at_any_point_leaves_old_or_new(tmp_path: Path, calls: int) -> None:
    target = tmp_path / "out.yaml"
    target.write_bytes(b"old")
    subprocess.run([sys.executable, "-c", KILLED, str(target), str(calls)], check=False)
    assert target.read_bytes() in (b"old", b"new" * 100_000)
