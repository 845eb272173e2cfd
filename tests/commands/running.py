"""Running the command line inside the test's own process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from minutes_cli.commands import main
from minutes_cli.model import Minutes
from minutes_cli.writing.yaml import to_yaml


@dataclass
class Done:
    """What a run left: exit code, data and messages."""

    code: int
    out: bytes
    err: str


class Runner:
    """Runs ``minutes`` with arguments."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture

    def __call__(self, *arguments: object) -> Done:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = self._capture.readouterr()
        code = left.value.code
        return Done(code if isinstance(code, int) else -1, out, err.decode())


def write_record(path: Path, *documents: Minutes) -> Path:
    """A YAML file as ``minutes parse`` writes it."""
    path.write_bytes(b"".join(to_yaml(document.to_dict()) for document in documents))
    return path
