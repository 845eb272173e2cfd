"""Readers open nothing but their input and reach no network (faults R60, R65, R78; property P34)."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.test_formats import BLOCKS, FORMS

WATCH = """
import os, sys
from minutes_cli.reading import read
for path in sys.argv[1:2]:
    read(path)
watched = []
def hook(event, details):
    if event == "open" or event.startswith(("socket.", "urllib.", "subprocess.", "os.exec", "os.spawn", "os.system", "shutil.")):
        watched.append((event, str(details[0]) if details else ""))
sys.addaudithook(hook)
read(sys.argv[2])
print(watched)
"""


@pytest.mark.parametrize("form", ["html with labels", "web archive", "web service", "Word", "PDF", "markdown"])
def test_only_the_input_is_opened(form: str, tmp_path: Path) -> None:
    name, write, _ = FORMS[form]
    # Read once before, so that the reader's own modules are there; then a second file is watched.
    first, second = tmp_path / f"first-{name}", tmp_path / f"second-{name}"
    first.write_bytes(write(BLOCKS))
    second.write_bytes(write(BLOCKS))
    done = subprocess.run([sys.executable, "-c", WATCH, str(first), str(second)], capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stdout) == [("open", str(second))]
