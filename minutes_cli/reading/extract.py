"""What one reader hands to the door: everything of a source but its name and checksum."""

from __future__ import annotations

from minutes_cli.carriers import dataclass, field
from minutes_cli.model import Hint, Notice


@dataclass(slots=True)
class Extract:
    """The text of one file as its reader understood it; the fields are those of ``Source``."""

    format: str
    text: str
    encoding: str | None = None
    repairs: list[int] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    page_starts: list[int] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    origin: list[tuple[int, int]] = field(default_factory=list)
