"""A vote as the recognisers of votes find it."""

from __future__ import annotations

from minutes_cli.carriers import dataclass, field

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundVote:
    """A vote; every offset counts code points of the searched text."""

    start: int
    end: int
    outcome: str | None = None
    """carried, lost, unanimous, nem-con, tied or casting-vote; told from the counts where both sides are counted and no word says it."""
    for_: int | None = None
    against: int | None = None
    abstain: int | None = None
    names: dict[str, Spans] = field(default_factory=dict)
    """Names by side: for, against, abstain, absent."""
    by_order: bool = False
    """Whether only their order tells the counts apart (``by 47 votes to 17``); of a motion that was lost the greater is then against."""
