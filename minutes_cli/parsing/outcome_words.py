"""Matters with their outcome behind a dash, as clerks note them in few words (``Half-year statement – Approved``, P18)."""

from __future__ import annotations

from minutes_cli.grammar.gated import gated
from minutes_cli.parsing.prose import VERBAL

_ENDS_IN_OUTCOME = gated(
    "approved agreed noted accepted adopted carried granted deferred",
    r"\S\s?[-–—]{1,2}\s{0,2}(?:(?:all\s)?(?:Approved|Agreed|Noted|Accepted|Adopted|Carried|Granted|Deferred)|NOTED|AGREED|APPROVED)"
    r"(?:\s(?:and|&)\s(?:duly\s)?signed|\sunanimously|\sby\sall)?\.?\s*$",
)
"""A matter with its outcome behind a dash: ``Half-year statement – Approved``."""
_ENDS_QUIETLY = gated(
    "approved agreed noted accepted adopted deferred",
    r"(?:\s[-–—]{1,2}\s{0,2}|[–—])(?:approved|agreed|noted|accepted|adopted|deferred)(?:\s(?:and|&)\s(?:duly\s)?signed)?\.?\s*$",
)


def ends_in_outcome(view: str, low: int, high: int) -> bool:
    """Whether a stretch names a matter and, behind a dash, its outcome; in small letters only where nothing else is told."""
    if not any(dash in view for dash in "-–—"):
        return False
    if _ENDS_IN_OUTCOME.search(view, low, high):
        return True
    quiet = _ENDS_QUIETLY.search(view, low, high)
    return quiet is not None and VERBAL.search(view, low, quiet.start()) is None
