"""Reads council minutes as a careful clerk would: resolutions and recommendations as data, compared across meetings.

    >>> import minutes_cli
    >>> minutes = minutes_cli.parse("Resolved: -\\n\\n1) That the report be noted.\\n")
    >>> comparison = minutes_cli.diff(minutes_cli.load("earlier.yaml")[0], minutes)

Everything here is imported when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minutes_cli.comparing import compare as diff
    from minutes_cli.comparing import trace
    from minutes_cli.model import Finding, Minutes
    from minutes_cli.parsing import parse
    from minutes_cli.reading import read

__version__ = "0.1.0"

__all__ = ["__version__", "check", "diff", "load", "parse", "read", "trace"]

_FACE = {
    "read": ("minutes_cli.reading", "read"),
    "parse": ("minutes_cli.parsing", "parse"),
    "diff": ("minutes_cli.comparing", "compare"),
    "trace": ("minutes_cli.comparing", "trace"),
}


def load(path: str) -> list[Minutes]:
    """The records in a YAML or JSON file that ``minutes parse`` wrote. Raises `minutes_cli.errors.InputError`."""
    from minutes_cli.reading.door import DOCUMENT_LIMIT
    from minutes_cli.reading.opening import read_file
    from minutes_cli.reading.record import load_record

    return load_record(read_file(path, DOCUMENT_LIMIT), path)


def check(minutes: Minutes) -> list[Finding]:
    """The findings about one document, in the order of the page."""
    return list(minutes.findings)


def __getattr__(name: str) -> Any:
    """Imports a function of the face when it is first used."""
    if name not in _FACE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _FACE[name]
    found = getattr(import_module(module), attribute)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
