"""Failing system calls, one at a time: a documented exit code, the old file or the new one, the other inputs done (P31)."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.commands.running import Runner, write_record
from tests.writing.records import harbour

CALLS = [(os, "open"), (os, "read"), (os, "fstat"), (os, "fsync"), (os, "replace"), (os, "fchmod"), (tempfile, "mkstemp")]


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize(("module", "name"), CALLS)
def test_one_failing_call(
    minutes: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, nth: int, number: int
) -> None:
    one, other = write_record(tmp_path / "one.yaml", harbour()), write_record(tmp_path / "other.yaml", harbour())
    record = one.read_bytes()
    target = tmp_path / "out.yaml"
    target.write_bytes(b"old")
    real = getattr(module, name)
    calls = 0

    def failing(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise OSError(number, os.strerror(number))
        return real(*arguments, **options)

    monkeypatch.setattr(module, name, failing)
    done = minutes("parse", one, other, "-o", target)
    monkeypatch.undo()
    written = target.read_bytes()
    assert {0: [record * 2], 3: [record, b""], 4: [b"old"]}[done.code].count(written) == 1
    assert "Traceback" not in done.err and all(line.startswith("minutes: ") for line in done.err.splitlines())
    assert (done.err == "") == (done.code == 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.yaml", "other.yaml", "out.yaml"]
