"""Where the files that travel with the package stand: grammars and samples."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `name` (``grammars`` or ``samples``) of this copy of the program.

    An installed wheel holds it as ``minutes_cli/_data/NAME``; a checkout, an unpacked sdist and an editable install
    have it beside the package. Raises FileNotFoundError where neither is there.
    """
    for folder in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"this copy of minutes-cli has no folder {name}; install it again")
