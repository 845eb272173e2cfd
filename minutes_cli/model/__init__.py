"""The data model: what the words of the field mean here. It knows nobody else in the package.

The classes of comparisons are imported when the first of them is asked for: reading a page needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minutes_cli.model.minutes import (
    Clause,
    Coverage,
    Deadline,
    Evidence,
    Finding,
    Group,
    Item,
    Meeting,
    Minutes,
    Part,
    Passage,
    Reference,
    Response,
    SourceFacts,
    Tail,
    Vote,
)
from minutes_cli.model.record import to_record
from minutes_cli.model.source import Hint, Notice, Source, Span

if TYPE_CHECKING:
    from minutes_cli.model.comparison import (
        Answer,
        ComparedReference,
        ComparedSide,
        Comparison,
        Disagreement,
        Lineage,
        Link,
        Side,
        State,
        Summary,
        Term,
        Thread,
        WordChange,
    )

__all__ = [
    "Answer",
    "Clause",
    "ComparedReference",
    "ComparedSide",
    "Comparison",
    "Coverage",
    "Deadline",
    "Disagreement",
    "Evidence",
    "Finding",
    "Group",
    "Hint",
    "Item",
    "Lineage",
    "Link",
    "Meeting",
    "Minutes",
    "Notice",
    "Part",
    "Passage",
    "Reference",
    "Response",
    "Side",
    "Source",
    "SourceFacts",
    "Span",
    "State",
    "Summary",
    "Tail",
    "Term",
    "Thread",
    "Vote",
    "WordChange",
    "to_record",
]


def __getattr__(name: str) -> Any:
    """Imports a class of comparisons when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from minutes_cli.model import comparison

    return getattr(comparison, name)
