"""One decision printed twice in different words.

The decision block and the minutes of a page should agree to the letter; which of them was decided only the clerk can say (P13).

Wrong:

    Decision:
    That 41 stalls be let.
    Minutes:
    RESOLVED: That 42 stalls be let.

Right:

    Decision:
    That 41 stalls be let.
    Minutes:
    RESOLVED: That 41 stalls be let.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, groups, place
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    known = {group.id: group for group in groups(minutes)}
    for group in known.values():
        if group.differs and group.copy_of in known and group.clauses:
            other = known[group.copy_of]
            yield CHECK.finding(f"not the same words as in {other.id}", place(group.clauses[0]), place(other.clauses[0]))


CHECK = Check("MIN403", "copies-differ", "warning", _find)
