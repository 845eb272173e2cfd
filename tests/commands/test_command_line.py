"""The frame of the command line: help, versions, exit codes, signals, messages word for word."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import minutes_cli
from minutes_cli.commands import COMMANDS
from minutes_cli.commands import minutes as group
from minutes_cli.shown import shown
from tests.commands.running import Runner, write_record
from tests.reading.fixtures.word import docx, para
from tests.reading.fixtures.word import run as word_run
from tests.writing.records import harbour

PROGRAM = [sys.executable, "-c", "from minutes_cli.commands import main; main()"]


def test_help_lists_the_commands_without_importing_them(minutes: Runner) -> None:
    done = minutes("--help")
    assert done.code == 0
    told = done.out.decode()
    for command in ("parse", "diff", "trace", "check", "show", "text", "schema"):
        assert f"  {command} " in told and COMMANDS[command] in told


def test_the_line_of_help_is_the_commands_own() -> None:
    with group.make_context("minutes", ["schema"]) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None and command.name == name and command.help


@pytest.mark.parametrize("command", ["--help", "parse --help", "diff --help"])
def test_help_imports_neither_parser_nor_renderer(command: str) -> None:
    code = f"""
import sys
from minutes_cli.commands import main
try:
    main({command.split()!r})
finally:
    loaded = {{"pyparsing", "yaml", "rich", "selectolax", "pypdfium2", "json"}} & set(sys.modules)
    print("LOADED", sorted(loaded))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.endswith("LOADED []\n"), done.stdout


def test_comparing_records_never_loads_the_grammar(tmp_path: Path) -> None:
    page = write_record(tmp_path / "page.yaml", harbour())
    code = f"""
import sys
from minutes_cli.commands import main
try:
    main(["diff", {str(page)!r}, {str(page)!r}])
finally:
    print("LOADED", sorted({{"pyparsing", "rich", "selectolax", "pypdfium2"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.endswith("LOADED []\n"), done.stdout + done.stderr


def test_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "minutes_cli", "schema"], capture_output=True)
    assert done.returncode == 0 and done.stdout.startswith(b"{")


def test_shell_completion() -> None:
    environment = os.environ | {"_MINUTES_COMPLETE": "bash_complete", "COMP_WORDS": "minutes sch", "COMP_CWORD": "1"}
    done = subprocess.run(PROGRAM, capture_output=True, env=environment)
    assert done.stdout == b"plain,schema\n"


def test_version(minutes: Runner) -> None:
    done = minutes("--version")
    assert (done.code, done.out.decode().split("(")[0].strip()) == (0, f"minutes {minutes_cli.__version__}")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["diff", "-", "-"], "minutes: error: diff: standard input can be only one of the two; name a file for the other [usage]\n"),
        (["trace", "x"], "minutes: error: trace: at least two documents are needed; name another [usage]\n"),
        (["trace", "-", "-"], "minutes: error: trace: standard input can be only one of them; name files for the others [usage]\n"),
        (
            ["parse", "--list", "--format", "csv", "x"],
            "minutes: error: parse: --list is for YAML, csv was asked for; leave it out [usage]\n",
        ),
    ],
)
def test_wrong_usage_is_one_line_and_2(minutes: Runner, arguments: list[str], message: str) -> None:
    done = minutes(*arguments)
    assert (done.code, done.out, done.err) == (2, b"", message)


@pytest.mark.parametrize(
    ("arguments", "start", "end"),
    [
        (["parse"], "minutes: error: parse: Missing argument", "; see minutes parse --help [usage]\n"),
        (["diff", "x"], "minutes: error: diff: Missing argument", "; see minutes diff --help [usage]\n"),
        (["parse", "--speed", "x"], "minutes: error: parse: No such option", "; see minutes parse --help [usage]\n"),
        (["prase"], "minutes: error: minutes: No such command", "; see minutes --help [usage]\n"),
        (["\x1b[2J\u202e"], "minutes: error: minutes: No such command", "; see minutes --help [usage]\n"),
    ],
)
def test_what_click_complains_of_has_the_same_shape(minutes: Runner, arguments: list[str], start: str, end: str) -> None:
    done = minutes(*arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, b"", 1)
    assert done.err.startswith(start) and done.err.endswith(end)
    assert shown(done.err) == done.err


def test_no_command_shows_the_help(minutes: Runner) -> None:
    done = minutes()
    assert done.code == 2 and "Commands:" in done.err


def test_an_unexpected_failure_is_70_without_its_words(minutes: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise ValueError("secret words of a document")

    monkeypatch.setattr("minutes_cli.reading.record.load_record", fail)
    page = write_record(tmp_path / "page.yaml", harbour())
    line = "internal error (ValueError); run again with minutes --debug and report it [bug]\n"
    done = minutes("parse", page)
    assert (done.code, done.out, done.err) == (70, b"", f"minutes: error: {page}: {line}")
    done = minutes("diff", page, page)
    assert (done.code, done.err) == (70, f"minutes: error: minutes: {line}")
    with pytest.raises(ValueError, match="secret"):
        minutes("--debug", "diff", page, page)


def test_a_closed_pipe_is_141_and_quiet(tmp_path: Path) -> None:
    page = write_record(tmp_path / "page.yaml", *[harbour()] * 200)
    for arguments in (["parse", str(page)], ["--help"], ["schema"], ["parse", "--help"]):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run([*PROGRAM, *arguments], stdout=writing, stderr=subprocess.PIPE)
        os.close(writing)
        assert (done.returncode, done.stderr) == (141, b""), arguments


def test_a_full_disk_is_4(tmp_path: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    page = write_record(tmp_path / "page.yaml", harbour())
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*PROGRAM, "parse", str(page)], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 4
    assert done.stderr.count(b"\n") == 1 and done.stderr.endswith(b"[output]\n")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_end_with_their_codes_and_leave_the_old_file(tmp_path: Path, number: signal.Signals, code: int) -> None:
    target = tmp_path / "out.yaml"
    target.write_bytes(b"old")
    process = subprocess.Popen([*PROGRAM, "parse", "-", "-o", str(target)], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    for _ in range(600):
        time.sleep(0.05)
        if len(list(tmp_path.iterdir())) > 1:
            break
    process.send_signal(number)
    _, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (code, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["out.yaml"]
    assert target.read_bytes() == b"old"


def test_tracked_changes_are_read_on_the_side_asked_for(tmp_path: Path) -> None:
    removed = '<w:del w:id="1" w:author="x"><w:r><w:delText>two</w:delText></w:r></w:del>'
    added = f'<w:ins w:id="2" w:author="x">{word_run("three")}</w:ins>'
    page = tmp_path / "draft.docx"
    page.write_bytes(docx(para("RESOLVED: That ", runs=f"{removed}{added}{word_run(' lamps be lit.')}")))
    for arguments, wanted in ([], "three"), (["--changes", "final"], "three"), (["--changes", "original"], "two"):
        done = subprocess.run([*PROGRAM, "text", *arguments, str(page)], capture_output=True, encoding="utf8")
        assert (done.returncode, done.stdout) == (0, f"RESOLVED: That {wanted} lamps be lit.\n")
        assert done.stderr.count("\n") == 1 and "2 tracked changes" in done.stderr


def test_the_library_face() -> None:
    assert set(minutes_cli.__all__) <= set(dir(minutes_cli))
    assert minutes_cli.read.__module__.startswith("minutes_cli.reading")
    assert minutes_cli.check(harbour())[0].code == "MIN103"
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        minutes_cli.colour  # noqa: B018
