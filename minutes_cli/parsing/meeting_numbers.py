"""Item numbers that look like page numbers: the meeting's number, a stroke and the item's (``20/31``, ``2/0731``, P08)."""

from __future__ import annotations

from minutes_cli.grammar.late import late
from minutes_cli.parsing.blocks import Block

_STROKE = late(r"\W{0,2}(?P<first>[0-9]{1,4})/(?P<second>[0-9]{1,5})\W{0,2}")
FEWEST = 2
"""Lines that must tell by their numbers what they count."""


def restore_numbers(blocks: list[Block]) -> None:
    """Makes prose again of lines that were taken for page numbers and count items.

    Pages count up before the stroke and keep their total behind it; items keep the meeting before it and count up behind it.
    """
    found = [
        (block, said)
        for block in blocks
        if block.kind == "furniture" and block.facts.get("role") == "page-number" and (said := _STROKE.fullmatch(block.view)) is not None
    ]
    seconds = [int(said["second"]) for _, said in found]
    if len(found) < FEWEST or len({said["first"] for _, said in found}) > 1 or sorted(set(seconds)) != seconds:
        return
    for block, _ in found:
        block.kind, block.match, block.facts = "prose", None, {}
