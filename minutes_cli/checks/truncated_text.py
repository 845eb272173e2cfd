"""An item whose text the page cuts off.

What is missing stands on another page; nothing can be said of it here (P36).

Wrong:

    RESOLVED: That the lease be ...  view the full minutes text for item 7.

Right:

    RESOLVED: That the lease be renewed.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for item in minutes.items:
        if item.truncated:
            yield CHECK.finding(f"the text of item {item.number or item.id} is cut off", item.title_span)


CHECK = Check("MIN404", "truncated-text", "warning", _find)
