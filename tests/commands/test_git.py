"""``minutes diff`` as git's difftool and ``minutes text`` as its textconv."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

MINUTES = f"{sys.executable} -c 'from minutes_cli.commands import main; main()'"
PAGE = "<html><body><p>Resolved: -</p><ol type='a'><li>That the quay at Port Ellis be lit until dawn.</li></ol></body></html>\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitattributes").write_text("*.html diff=minutes\n")
    (tmp_path / "page.html").write_text(PAGE)
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=Ash", "-c", "user.email=ash@example.org", "commit", "-q", "-m", "Draft")
    (tmp_path / "page.html").write_text(PAGE.replace("dawn", "midnight"))
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def test_textconv_shows_the_words(repository: Path) -> None:
    told = git(repository, "-c", f"diff.minutes.textconv={MINUTES} text", "diff", "--no-color")
    lines = [line for line in told.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert len(lines) == 2
    assert lines[0].endswith("be lit until dawn.") and lines[1].endswith("be lit until midnight.")
    assert not any("<" in line for line in lines)


def test_difftool_shows_the_change(repository: Path) -> None:
    told = git(repository, "difftool", "--no-prompt", "-x", f"{MINUTES} diff", "--", "page.html")
    assert "until [-dawn-]{+midnight+}." in told
