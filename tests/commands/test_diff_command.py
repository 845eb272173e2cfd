"""``minutes diff`` and ``minutes trace`` on records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from minutes_cli.commands import screen
from minutes_cli.model import Clause, Group, Item, Minutes, SourceFacts
from tests.commands.running import Runner, write_record


def page(path: str, status: str, *texts: tuple[str, str]) -> Minutes:
    clauses = [Clause(id=f"1/1/{place}", label=label, kind="recommendation", text=text) for place, (label, text) in enumerate(texts, 1)]
    group = Group(id="1/1", kind="recommendation", status=status, clauses=clauses)
    return Minutes(source=SourceFacts(path, sha256=f"{len(texts)}0"), items=[Item(id="1", title="Quay", groups=[group])])


LIT = "That the quay at Port Ellis be lit from dusk until dawn."
SWEPT = "That the slipway be swept every second week, and the weed taken to the tip."
SOUNDED = "That the harbour mouth be sounded before the herring season opens."


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write_record(tmp_path / "old.yaml", page("panel.txt", "decided", ("a)", LIT), ("b)", SWEPT)))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    swept = SWEPT.replace("second", "third")
    return write_record(tmp_path / "new.yaml", page("cabinet.txt", "reported", ("a)", LIT), ("c)", swept)))


def test_differences_are_1_and_none_are_0(minutes: Runner, old: Path, new: Path) -> None:
    done = minutes("diff", old, new)
    assert (done.code, done.err) == (1, "")
    assert "every [-second-]{+third+} week" in done.out.decode()
    assert minutes("diff", "--exit-zero", old, new).code == 0
    assert minutes("diff", old, old).code == 0


def test_machine_forms(minutes: Runner, old: Path, new: Path) -> None:
    told = yaml.safe_load(minutes("diff", "--format", "yaml", old, new).out)
    assert told["schema"] == "minutes-diff/1" and told["summary"]["reworded"] == 1
    assert json.loads(minutes("diff", "--format", "json", old, new).out) == told


@pytest.mark.parametrize(("form", "start"), [("markdown", b"# "), ("critic", b"# "), ("html", b"<!DOCTYPE html>"), ("plain", b"panel.txt")])
def test_forms_for_people(minutes: Runner, old: Path, new: Path, form: str, start: bytes, tmp_path: Path) -> None:
    done = minutes("diff", "--format", form, old, new)
    assert done.code == 1 and done.out.startswith(start)
    assert minutes("diff", "--format", form, old, new, "-o", tmp_path / "out").out == b""
    assert (tmp_path / "out").read_bytes() == done.out


def test_nothing_comparable_is_2(minutes: Runner, old: Path, tmp_path: Path) -> None:
    other = write_record(tmp_path / "other.yaml", page("other.txt", "reported", ("1.", "Planning leave is granted for a barn.")))
    done = minutes("diff", old, other)
    assert done.code == 2 and done.out == b""
    assert done.err.startswith(f"minutes: error: {other}: ") and done.err.endswith("[nothing-comparable]\n")


def test_several_records_in_one_file_are_refused(minutes: Runner, old: Path, tmp_path: Path) -> None:
    two = write_record(tmp_path / "two.yaml", page("a", "decided"), page("b", "decided"))
    done = minutes("diff", two, old)
    assert (done.code, done.err) == (
        3,
        f"minutes: error: {two}: holds 2 records where one is compared; give it as several files [record]\n",
    )


def test_colour_is_asked_for_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert not screen.wants_color("auto", None)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert screen.wants_color("auto", None)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not screen.wants_color("auto", None)
    assert screen.wants_color("always", None)
    assert not screen.wants_color("never", None)


def test_colour_on_request(minutes: Runner, old: Path, new: Path) -> None:
    assert b"\x1b[" in minutes("diff", "--color", "always", old, new).out
    assert b"\x1b[" not in minutes("diff", "--format", "terminal", "--color", "never", old, new).out
    assert b"\x1b[" not in minutes("diff", old, new).out


@pytest.mark.parametrize("command", ["diff", "trace"])
def test_forced_colour_reaches_a_pipe_and_no_file(
    minutes: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: Path, new: Path, command: str
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert b"\x1b[" in minutes(command, old, new).out
    minutes(command, old, new, "-o", tmp_path / "out.txt")
    assert b"\x1b[" not in (tmp_path / "out.txt").read_bytes()
    monkeypatch.setenv("FORCE_COLOR", "0")
    assert b"\x1b[" not in minutes(command, old, new).out


def test_folders_are_paired_by_name_then_by_content(minutes: Runner, tmp_path: Path) -> None:
    for folder in ("old", "new"):
        (tmp_path / folder / "deep").mkdir(parents=True)
    write_record(tmp_path / "old" / "quay.yaml", page("q1", "decided", ("a)", LIT)))
    write_record(tmp_path / "new" / "quay.yaml", page("q2", "reported", ("a)", LIT)))
    write_record(tmp_path / "old" / "deep" / "slip.yaml", page("s1", "decided", ("a)", SWEPT)))
    write_record(tmp_path / "new" / "deep" / "slip.yml", page("s2", "reported", ("b)", SWEPT)))
    write_record(tmp_path / "old" / "april.yaml", page("a1", "decided", ("a)", SOUNDED)))
    write_record(tmp_path / "new" / "june.yaml", page("j2", "reported", ("a)", SOUNDED)))
    write_record(tmp_path / "new" / "lone.yaml", page("l2", "reported", ("a)", "Planning leave is granted for a barn.")))
    (tmp_path / "new" / ".hidden").write_bytes(b"")
    done = minutes("diff", tmp_path / "old", tmp_path / "new")
    assert done.code == 1
    assert [line for line in done.out.decode().split("\n") if " → " in line and "2" in line] == ["a1 → j2", "s1 → s2", "q1 → q2"]
    lone = tmp_path / "new" / "lone.yaml"
    assert done.err == f"minutes: warning: {lone}: has no counterpart in the other folder; it was not compared [unpaired]\n"
    told = json.loads(minutes("diff", "--format", "json", tmp_path / "old", tmp_path / "new").out)
    assert [one["summary"]["links"] for one in told] == [1, 1, 1]
    assert minutes("diff", "--format", "html", tmp_path / "old", tmp_path / "new").code == 2


def test_trace(minutes: Runner, old: Path, new: Path, tmp_path: Path) -> None:
    last = write_record(tmp_path / "last.yaml", page("council.txt", "reported", ("1)", LIT), ("2)", SWEPT), ("3)", SOUNDED)))
    done = minutes("trace", old, new, last)
    assert done.code == 0
    told = done.out.decode()
    assert "every [-second-]{+third+} week" in told and "every [-third-]{+second+} week" in told
    lineage = yaml.safe_load(minutes("trace", "--format", "yaml", old, new, last).out)
    assert [len(thread["states"]) for thread in lineage["threads"]] == [3, 3, 1]
    for form, start in (
        ("html", b"<!DOCTYPE"),
        ("markdown", b"# "),
        ("critic", b"# "),
        ("mermaid", b"flowchart"),
        ("json", b"{"),
        ("terminal", b"p"),
    ):
        assert minutes("trace", "--format", form, old, new, last).out.startswith(start)
