"""What a table's head row tells: whether its columns hold recommendations and the answers to them (phenomenon P15)."""

from __future__ import annotations

import re

ASKED = re.compile(r"\b(?:recommendation|recommendations|recommended)\b", re.I)
ANSWERED = re.compile(
    r"\b(?:response|responses|reply|replies|answer|answers|accepted|rejected|agreed|decision|comment|comments|position|progress|update|verdict)\b",
    re.I,
)


def is_response_head(cells: list[str]) -> bool:
    """True where one column is headed as a recommendation and another as its response."""
    asked = [place for place, cell in enumerate(cells) if len(cell) < 120 and ASKED.search(cell)]
    return any(place != asked[0] and len(cell) < 120 and ANSWERED.search(cell) for place, cell in enumerate(cells)) if asked else False
