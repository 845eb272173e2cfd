"""One phrase of a grammar, as its file gives it."""

from __future__ import annotations

from collections.abc import Mapping

from minutes_cli.carriers import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a grammar."""

    section: str
    name: str | None
    """Given so that a grammar that extends this one can replace the phrase; most have none."""
    source: str
    """The phrase in the notation."""
    facts: Mapping[str, str]
    """What it means: every other key of its entry (kind, status, side, where, certainty, verdict, action, role…)."""
    is_: tuple[str, ...] = ()
    """Examples that it must consume whole."""
    not_: tuple[str, ...] = ()
    """Examples at whose start it must not match."""
    file: str = ""
    """Name of the grammar that holds it."""
    line: int = 0
    """Its line there, from 1; 0 where unknown."""
