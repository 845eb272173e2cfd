"""Readers: from a file of any form to its text and what its layout knows. A reader never decides what the words mean.

The door is opened when it is first asked for: a helper process, which only runs one reader, starts sooner without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minutes_cli.reading.door import CHANGES, DOCUMENT_LIMIT, TEXT_LIMIT, read, read_bytes

__all__ = ["CHANGES", "DOCUMENT_LIMIT", "TEXT_LIMIT", "read", "read_bytes"]


def __getattr__(name: str) -> Any:
    """Takes a name from the door when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from minutes_cli.reading import door

    found = getattr(door, name)
    globals()[name] = found
    return found
