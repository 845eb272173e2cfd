"""``minutes parse``: formats, several files, exit codes. Records stand in for pages, which need no grammar."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from minutes_cli.model import Finding, Item, Minutes
from tests.commands.running import Runner, write_record
from tests.writing.records import harbour


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return write_record(tmp_path / "page.yaml", harbour())


def test_yaml_is_a_document_a_source(minutes: Runner, page: Path) -> None:
    done = minutes("parse", page, page)
    assert (done.code, done.err) == (0, "")
    assert list(yaml.safe_load_all(done.out)) == [harbour().to_dict()] * 2


def test_list_gives_one_list(minutes: Runner, page: Path) -> None:
    done = minutes("parse", "--list", page, page)
    assert yaml.safe_load(done.out) == [harbour().to_dict()] * 2


def test_json_is_always_a_list(minutes: Runner, page: Path) -> None:
    assert json.loads(minutes("parse", "--format", "json", page).out) == [harbour().to_dict()]
    assert json.loads(minutes("parse", "--format", "json", page, page).out) == [harbour().to_dict()] * 2


def test_flat_forms(minutes: Runner, page: Path) -> None:
    assert minutes("parse", "--format", "jsonl", page, page).out.count(b"\n") == 10
    table = minutes("parse", "--format", "csv", page, page).out
    assert table.count(b"path,sha256") == 1 and table.count(b"\r\n") == 11
    assert b"'=That" in table
    assert b"'=That" not in minutes("parse", "--format", "csv", "--csv-raw", page).out


def test_bare(minutes: Runner, page: Path) -> None:
    out = minutes("parse", "--bare", page).out
    assert b"span:" not in out and b"coverage" not in out and b"label: d)" in out


def test_output_goes_to_a_file(minutes: Runner, page: Path, tmp_path: Path) -> None:
    done = minutes("parse", page, "-o", tmp_path / "out.yaml")
    assert (done.code, done.out) == (0, b"")
    assert yaml.safe_load((tmp_path / "out.yaml").read_bytes()) == harbour().to_dict()


def test_bad_inputs_are_told_and_the_others_done(minutes: Runner, page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "bad.yaml").write_bytes(b"schema: minutes/1\nitems: 5\n")
    done = minutes("parse", tmp_path / "none.txt", tmp_path / "empty.txt", page, tmp_path / "bad.yaml", tmp_path)
    assert done.code == 3
    assert yaml.safe_load(done.out) == harbour().to_dict()
    assert done.err.replace(str(tmp_path), "DIR") == (
        "minutes: error: DIR/none.txt: no such file; check the name [missing]\n"
        "minutes: error: DIR/empty.txt: is empty; nothing to read [empty]\n"
        "minutes: error: DIR/bad.yaml: does not fit the schema: items is not a list (line 1); write it again with minutes parse [record]\n"
        "minutes: error: DIR: is a folder, not a file; name a file [not-a-file]\n"
        "minutes: 1 read, 1 with warnings, 4 failed (listed above)\n"
    )


def test_nothing_readable_still_writes_a_well_formed_answer(minutes: Runner, tmp_path: Path) -> None:
    for form, out in (("json", b"[]\n"), ("jsonl", b""), ("yaml", b"")):
        done = minutes("parse", "--format", form, tmp_path / "none")
        assert (done.code, done.out) == (3, out)
    assert minutes("parse", "--list", tmp_path / "none").out == b"--- []\n"


def test_strict_and_exit_status(minutes: Runner, tmp_path: Path, page: Path) -> None:
    assert minutes("parse", "--strict", page).code == 5
    assert minutes("parse", "--exit-status", page).code == 0
    nothing = write_record(tmp_path / "nothing.yaml", Minutes(items=[Item(id="1")]))
    assert minutes("parse", "--strict", nothing).code == 0
    assert minutes("parse", "--exit-status", nothing).code == 1
    note = write_record(tmp_path / "note.yaml", Minutes(findings=[Finding("MIN001", "no-decision", "note", "no decision was found")]))
    assert minutes("parse", "--strict", note).code == 0


def test_an_output_that_cannot_be_written_is_4(minutes: Runner, page: Path, tmp_path: Path) -> None:
    done = minutes("parse", page, "-o", tmp_path / "none" / "out.yaml")
    assert done.code == 4
    assert done.err.replace(str(tmp_path), "DIR") == (
        "minutes: error: DIR/none/out.yaml: cannot be written: No such file or directory; nothing there was changed [output]\n"
    )


def test_an_unknown_grammar_is_wrong_usage(minutes: Runner, tmp_path: Path) -> None:
    pytest.importorskip("minutes_cli.parsing.page")
    (tmp_path / "page.txt").write_text("Resolved: -\n\n1) That the quay be lit.\n")
    done = minutes("parse", "--grammar", "atlantis", tmp_path / "page.txt")
    assert done.code == 2 and done.err.startswith("minutes: error: atlantis: ") and done.err.endswith("[grammar]\n")


def test_text_is_the_text_itself(minutes: Runner, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes("Resolved: -\r\n\r\n1)\u00a0That \x1b[2J£5.\n".encode())
    done = minutes("text", page)
    assert (done.code, done.out) == (0, page.read_bytes())


def test_schema(minutes: Runner) -> None:
    assert json.loads(minutes("schema").out)["title"] == "minutes/1"
    assert json.loads(minutes("schema", "diff").out)["title"] == "minutes-diff/1"
    assert json.loads(minutes("schema", "trace").out)["title"] == "minutes-trace/1"
    assert json.loads(minutes("schema", "rows").out)["title"] == "minutes-rows/1"


def test_check(minutes: Runner, page: Path, tmp_path: Path) -> None:
    done = minutes("check", page)
    assert done.code == 1
    assert done.out.decode() == f"{page}:47: warning: d) is printed twice in this list [MIN103 duplicate-label]\n"
    assert minutes("check", "--exit-zero", page).code == 0
    told = json.loads(minutes("check", "--format", "json", page).out)
    assert told == [{"path": str(page), **harbour().to_dict()["findings"][0]}]
    hostile = Finding("MIN103", "duplicate-label", "note", "50% \r\n::error::x", (1, 2), (3, 4))
    other = write_record(tmp_path / "a,b.yaml", Minutes(findings=[hostile]))
    line = minutes("check", "--format", "github", other).out.decode()
    assert line == f"::notice file={tmp_path}/a%2Cb.yaml,line=3,endLine=4,title=MIN103 duplicate-label::50%25 ␍␊::error::x\n"
    clean = write_record(tmp_path / "clean.yaml", Minutes())
    assert (minutes("check", clean).code, minutes("check", clean).out) == (0, b"")
