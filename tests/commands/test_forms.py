"""Every command takes every form of a page, told by its content and never by its name (R80)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import Runner
from tests.reading.test_formats import BLOCKS, FORMS


@pytest.mark.parametrize("form", FORMS)
def test_every_command_takes_every_form(minutes: Runner, tmp_path: Path, form: str) -> None:
    _, write, kind = FORMS[form]
    text, page = tmp_path / "page.txt", tmp_path / "page"
    text.write_bytes(FORMS["text"][1](BLOCKS))
    page.write_bytes(write(BLOCKS))
    compared = minutes("diff", "--all", text, page)
    assert compared.code == 0
    assert b"33 clauses: 33 unchanged" in compared.out
    parsed = minutes("parse", page)
    assert parsed.code == 0
    assert f"\n  format: {kind}\n".encode() in parsed.out
    assert (b"\n      page: 2\n" in parsed.out) == (kind == "pdf")
    for command in ("check", "show", "text"):
        done = minutes(command, page)
        assert done.code == 0
        assert [line for line in done.err.splitlines() if "[generated-label]" not in line] == []
    assert b"RESOLVED" in minutes("text", page).out


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("text", "markdown")])
def test_a_name_that_promises_another_form_is_told(minutes: Runner, tmp_path: Path, form: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(FORMS[form][1](BLOCKS))
    done = minutes("text", page)
    assert done.code == 0
    assert [line for line in done.err.splitlines() if line.endswith(" [kind]")] != []
