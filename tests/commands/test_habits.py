"""Habits that hold for every command: no network, the same bytes anywhere, UTF-8 whatever the locale (P05, P34; R109, R110)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.running import Runner, write_record
from tests.writing.records import harbour

PAGE = """Harbour Select Commission

52. Mooring support

Consideration was given to a report on moorings at Port Ellis.

Resolved: -

1)\u00a0That the report be noted, and these recommendations be submitted to Cabinet: -

a)\u00a0That the moorings at Saltmarsh be surveyed each spring at £250 a year.

b)\u00a0That in relation to recommendation a), a report come back within two months.
"""

PROGRAM = [sys.executable, "-c", "from minutes_cli.commands import main; main()"]


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    (tmp_path / "old.txt").write_text(PAGE, "utf8")
    (tmp_path / "new.txt").write_text(PAGE.replace("spring", "autumn").replace("Resolved: -", "RECOMMENDED: -"), "utf8")
    return [tmp_path / "old.txt", tmp_path / "new.txt"]


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, env=clean | environment)


FORMS = [("parse", "yaml"), ("parse", "csv"), ("diff", "html"), ("diff", "yaml")]


@pytest.mark.parametrize(("command", "form"), FORMS)
def test_the_same_bytes_for_any_seed_locale_and_zone(pages: list[Path], command: str, form: str) -> None:
    told = [
        run(command, "--format", form, *pages, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC"),
        run(command, "--format", form, *pages, PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Pacific/Chatham"),
    ]
    assert told[0].stdout and told[0].stdout == told[1].stdout
    assert told[0].returncode == told[1].returncode
    assert (told[0].stderr, told[1].stderr) == (b"", b"")


def test_data_is_utf8_and_messages_are_safe_in_a_plain_locale(pages: list[Path], tmp_path: Path) -> None:
    for locale in ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}):
        done = run("parse", pages[0], tmp_path / "missing\u2028Tŷ.txt", **locale)
        assert done.returncode == 3
        assert "£250" in done.stdout.decode("utf8")
        assert done.stderr.count(b"\n") == 2 and b"Traceback" not in done.stderr


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/minutes-\xe9\x1b.txt"
    try:
        Path(os.fsdecode(name)).write_text(PAGE, "utf8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    done = subprocess.run([*map(os.fsencode, PROGRAM), b"parse", name], capture_output=True)
    assert done.returncode == 0
    assert b'minutes-%E9\\e.txt"\n' in done.stdout


AUDITED = """
import sys
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "os.system", "os.exec", "subprocess.", "pickle.")):
        print("BREACH", event, file=sys.stderr)
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        print("WROTE", arguments[0], file=sys.stderr)
sys.addaudithook(watch)
sys.dont_write_bytecode = True
from minutes_cli.commands import main
main()
"""


def test_nothing_is_fetched_started_or_written(pages: list[Path]) -> None:
    for arguments in (["parse", *pages], ["diff", *pages], ["diff", "--format", "html", *pages], ["show", pages[0]], ["check", *pages]):
        done = subprocess.run([sys.executable, "-c", AUDITED, *map(str, arguments)], capture_output=True)
        assert done.returncode in (0, 1)
        assert done.stderr == b""


def test_standard_input(pages: list[Path], tmp_path: Path) -> None:
    data = pages[0].read_bytes()
    done = subprocess.run([*PROGRAM, "parse", "-"], input=data, capture_output=True)
    assert done.returncode == 0 and b"path: '-'\n" in done.stdout
    record = subprocess.run([*PROGRAM, "parse", "-"], input=done.stdout, capture_output=True)
    assert record.stdout == done.stdout
    changed = subprocess.run([*PROGRAM, "diff", "-", str(pages[1])], input=done.stdout, capture_output=True)
    assert changed.returncode == 1 and b"[-spring-]{+autumn+}" in changed.stdout


def test_pages_and_records_compare_alike(minutes: Runner, pages: list[Path]) -> None:
    for page in pages:
        page.with_suffix(".yaml").write_bytes(minutes("parse", page).out)
        page.with_suffix(".json").write_bytes(minutes("parse", "--format", "json", page).out)
    pairs = [(".txt", ".txt"), (".yaml", ".txt"), (".txt", ".yaml"), (".json", ".yaml")]
    told = {minutes("diff", pages[0].with_suffix(one), pages[1].with_suffix(other)).out for one, other in pairs}
    assert len(told) == 1


def test_a_record_is_carried_through_unchanged(tmp_path: Path) -> None:
    page = write_record(tmp_path / "page.yaml", harbour())
    once = run("parse", page).stdout
    assert once == page.read_bytes()
