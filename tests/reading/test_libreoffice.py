"""The made-up meeting after an office program has saved it again: its own numbering, its own PDF."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from minutes_cli.parsing import parse
from minutes_cli.reading import read
from tests.reading.fixtures.meeting import lines, meeting
from tests.reading.fixtures.word import meeting_docx
from tests.reading.test_clauses import facts, parsed
from tests.reading.test_formats import printed_lines

OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_saved_again_it_gives_the_same_lines_and_clauses(form: str, tmp_path: Path) -> None:
    assert OFFICE is not None
    (tmp_path / "meeting.docx").write_bytes(meeting_docx(meeting()))
    command = [OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(tmp_path / "meeting.docx")], capture_output=True, timeout=120, check=True
    )
    source = read(str(tmp_path / "out" / f"meeting.{form}"))
    assert "pdf-rebuilt" not in [notice.code for notice in source.notices]
    found = printed_lines(source)
    assert [line.replace("●", "•") for line in found] == lines(meeting())
    clauses = facts(parse(source))
    assert [tuple("•" if part == "●" else part for part in fact) for fact in clauses] == parsed("text")
