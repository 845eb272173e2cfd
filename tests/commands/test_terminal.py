"""On a real terminal: colour, width, the pager, and controls that never arrive."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.running import write_record
from tests.commands.test_diff_command import LIT, SWEPT, page

pty = pytest.importorskip("pty", reason="needs a system with pseudo-terminals")

PROGRAM = [sys.executable, "-c", "from minutes_cli.commands import main; main()"]


def on_terminal(*arguments: object, **environment: str) -> str:
    """What a terminal gets from a run."""
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "PAGER", "LESS", "LINES")}
    environment = clean | {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "50"} | environment
    process = subprocess.Popen([*PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    told = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        told += piece
    os.close(ours)
    process.wait(30)
    return told.decode().replace("\r\n", "\n")


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    swept = SWEPT.replace("second", "third")
    old = write_record(tmp_path / "old.yaml", page("panel.txt", "decided", ("a)", LIT), ("b)", SWEPT)))
    return old, write_record(tmp_path / "new.yaml", page("cabinet.txt", "reported", ("a)", LIT), ("c)", swept)))


def test_colour_on_a_terminal_unless_not_wanted(pages: tuple[Path, Path]) -> None:
    assert "[-second-]\x1b[0m" in on_terminal("diff", *pages)
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        told = on_terminal("diff", *pages, **environment)
        assert "every [-second-]{+third+} week" in told and "\x1b" not in told
    assert "\x1b" not in on_terminal("diff", "--color", "never", *pages)


def test_the_width_chooses_the_layout(pages: tuple[Path, Path]) -> None:
    assert " │ " in on_terminal("diff", *pages, COLUMNS="140", NO_COLOR="1")
    assert "\n  - That the slipway" in on_terminal("diff", *pages, COLUMNS="50", NO_COLOR="1")


def test_an_ascii_terminal(pages: tuple[Path, Path]) -> None:
    told = on_terminal("diff", *pages, NO_COLOR="1", PYTHONIOENCODING="ascii")
    assert told.isascii() and "b) -> c)" in told


def test_what_is_longer_than_the_terminal_is_paged(pages: tuple[Path, Path], tmp_path: Path) -> None:
    caught = tmp_path / "caught"
    pager = f"tee {caught}"
    on_terminal("diff", *pages, LINES="5", MINUTES_PAGER=pager)
    assert "[-second-]" in caught.read_text("utf8")
    caught.unlink()
    for arguments, lines in ((["--no-pager"], "5"), ([], "50")):
        assert "[-second-]" in on_terminal("diff", *arguments, *pages, LINES=lines, MINUTES_PAGER=pager)
        assert not caught.exists()
    assert "[-second-]" in on_terminal("diff", *pages, LINES="5", MINUTES_PAGER="no-such-pager")


def test_text_on_a_terminal_shows_controls(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(b"Resolved: -\r\n1) That \x1b[2J it be noted.\r\n")
    told = on_terminal("text", file)
    assert "1) That ␛[2J it be noted.\n" in told and "\x1b" not in told
