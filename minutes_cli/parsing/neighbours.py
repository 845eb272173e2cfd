"""Neighbours: which blocks stand side by side where page furniture is left out (P36)."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.parsing.blocks import Block


def adjoin(blocks: list[Block], first: int, second: int) -> bool:
    """Whether nothing but page furniture stands between the blocks at two indexes."""
    return all(blocks[at].kind == "furniture" for at in range(first + 1, second))


def below(blocks: list[Block], index: int) -> Iterator[Block]:
    """The blocks behind an index, one by one: nothing is copied, so that to look at the first few costs no more on a long page."""
    return (blocks[at] for at in range(index + 1, len(blocks)))


def following(blocks: list[Block], index: int) -> int:
    """The index of the next block that is no furniture; the number of blocks where there is none."""
    after = index + 1
    while after < len(blocks) and blocks[after].kind == "furniture":
        after += 1
    return after
