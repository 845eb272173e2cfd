"""Labels that a noun names: ``Recommendation 1: That the quay be lit.`` (P15). The number is the label, as references have it."""

from __future__ import annotations

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.response_lines import verdict_at
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.labels import Label, readings
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.questions import IMPERATIVE

_NAMED = late(r"(?:Recommendation|RECOMMENDATION)\s(?:[Nn]o\.?\s)?(?P<token>[0-9]{1,2}|[A-Ha-h])(?P<mark>\s{0,3}[:.)–—-]|\s{0,3}$)")


def name_labels(blocks: list[Block]) -> None:
    """Makes labelled blocks of recommendations numbered by name, where words that ask for something follow on the line or below it."""
    for index, block in enumerate(blocks):
        headed = block.kind == "block-head" and block.facts.get("role") == "recommendation"
        found = _NAMED.match(block.view) if (block.kind == "prose" or headed) and block.view[:1] == "R" else None
        if found is None:
            continue
        body = skip(block.view, found.end(), ":.–—-")
        words = block.view[body:] if body < len(block.view) else "" if headed else _below(blocks, index)
        if headed and verdict_at(words, 0) is not None:
            block.kind, block.match, block.facts, block.body = "prose", None, {}, 0
        if verdict_at(words, 0) is not None or (mood(words) in (None, "past", "present") and not IMPERATIVE.match(words)):
            continue
        token = found["token"]
        block.kind, block.label_at, block.body = "labelled", found.start("token"), body
        block.label = Label(token, ":", readings(token), len(token), token)
        block.match, block.facts = None, {"named": "recommendation"}


def _below(blocks: list[Block], index: int) -> str:
    """The words of the paragraph right below a block."""
    below = next((other for other in blocks[index + 1 : index + 3] if other.kind != "furniture"), None)
    return below.view if below is not None and below.kind == "prose" else ""
