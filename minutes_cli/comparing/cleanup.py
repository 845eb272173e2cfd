"""From a correct list of changed stretches to one that a person would write.

Every step keeps the list correct: it only lets a stretch swallow kept tokens, or slides it along equal ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.carriers import dataclass

_SENTENCE_END = frozenset(".!?;")
_SURVIVING = 0.3
"""A sentence of which less than this share survives is shown as replaced, not as confetti."""
_WINDOW = 6
"""Kept words that separate two windows of change."""


@dataclass(slots=True)
class Block:
    """A changed stretch: tokens ``i`` to ``i_end`` of the old side became tokens ``j`` to ``j_end`` of the new one."""

    i: int
    i_end: int
    j: int
    j_end: int


def blocks_of(pairs: Sequence[tuple[int, int]], length_one: int, length_two: int) -> list[Block]:
    """The stretches between the kept pairs."""
    blocks: list[Block] = []
    i = j = 0
    for at_one, at_two in [*pairs, (length_one, length_two)]:
        if at_one > i or at_two > j:
            blocks.append(Block(i, at_one, j, at_two))
        i, j = at_one + 1, at_two + 1
    return blocks


def clean_up(blocks: list[Block], one: Sequence[str], two: Sequence[str]) -> list[Block]:
    """Slides to sentence and word boundaries, joins what an islet of kept words divides, replaces sentences that hardly survive.

    ``one`` and ``two`` are the folded tokens of the two sides.
    """
    _slide(blocks, one, two)
    return _whole_sums(_replace_lost_sentences(_join(blocks, one), one), one, two)


def _is_word(token: str) -> bool:
    return token[:1].isalnum() or len(token) > 1


def _words(tokens: Sequence[str]) -> int:
    return sum(map(_is_word, tokens))


def _slide(blocks: list[Block], one: Sequence[str], two: Sequence[str]) -> None:
    """Moves pure deletions and insertions to the best of their equivalent places; of equally good ones the last (so ``is given is
    given`` loses its second run)."""
    for at, block in enumerate(blocks):
        deletion = block.j == block.j_end
        if not deletion and block.i != block.i_end:
            continue
        tokens = one if deletion else two
        start, end = (block.i, block.i_end) if deletion else (block.j, block.j_end)
        previous, following = blocks[at - 1] if at else None, blocks[at + 1] if at + 1 < len(blocks) else None
        floor = (previous.i_end if deletion else previous.j_end) if previous else 0
        ceiling = (following.i if deletion else following.j) if following else len(tokens)
        left = right = 0
        while start - left > floor and tokens[start - left - 1] == tokens[end - left - 1]:
            left += 1
        while end + right < ceiling and tokens[start + right] == tokens[end + right]:
            right += 1
        if not left and not right:
            continue
        shift = max(range(-left, right + 1), key=lambda by: (_boundary(tokens, start + by, end + by), by))
        block.i, block.i_end, block.j, block.j_end = block.i + shift, block.i_end + shift, block.j + shift, block.j_end + shift


def _boundary(tokens: Sequence[str], start: int, end: int) -> int:
    """How natural a stretch is: 2 where it begins and ends with a sentence, 1 where it is what follows a comma or colon, else 0."""
    opens = start == 0 or tokens[start - 1] in _SENTENCE_END
    if opens and (end == len(tokens) or tokens[end - 1] in _SENTENCE_END):
        return 2
    return int(tokens[start] in {",", "("} and end < len(tokens) and not _is_word(tokens[end]))


def _join(blocks: list[Block], one: Sequence[str]) -> list[Block]:
    """Joins neighbours that only marks divide (``thirty (30)`` to ``sixty (60)``), or fewer kept words than either of them changes."""
    joined: list[Block] = []
    for block in blocks:
        while joined and _islet(joined[-1], block, one):
            before = joined.pop()
            block = Block(before.i, block.i_end, before.j, block.j_end)
        joined.append(block)
    return joined


def _islet(before: Block, after: Block, one: Sequence[str]) -> bool:
    length = after.i - before.i_end
    if length > 6:
        return False
    kept = _words(one[before.i_end : after.i])
    if not kept:
        return length <= 2
    size_before = max(before.i_end - before.i, before.j_end - before.j)
    size_after = max(after.i_end - after.i, after.j_end - after.j)
    return kept <= 3 and kept < size_before and kept < size_after


def _replace_lost_sentences(blocks: list[Block], one: Sequence[str]) -> list[Block]:
    """Where many changes stand close together and under 30 % of the words between them survive, they become one."""
    result: list[Block] = []
    window: list[Block] = []
    for block in blocks:
        if window and _divides(one[window[-1].i_end : block.i]):
            result.extend(_window(window, one))
            window = []
        window.append(block)
    return [*result, *_window(window, one)]


def _divides(kept: Sequence[str]) -> bool:
    return any(token in _SENTENCE_END for token in kept) or len(kept) > 2 * _WINDOW or _words(kept) >= _WINDOW


def _window(blocks: list[Block], one: Sequence[str]) -> list[Block]:
    # Two changes with words between them are two changes; what lies in shreds has more of them.
    if len(blocks) < 3:
        return blocks
    first, last = blocks[0], blocks[-1]
    kept = (last.i_end - first.i) - sum(block.i_end - block.i for block in blocks)
    size = max(last.i_end - first.i, last.j_end - first.j)
    if kept < _SURVIVING * size:
        return [Block(first.i, last.i_end, first.j, last.j_end)]
    return blocks


def _whole_sums(blocks: list[Block], one: Sequence[str], two: Sequence[str]) -> list[Block]:
    """Takes the currency sign before a changed sum and the bracket that closes a changed one into the replacement."""
    for at, block in enumerate(blocks):
        if block.i == block.i_end or block.j == block.j_end:
            continue
        floor = blocks[at - 1].i_end if at else 0
        ceiling = blocks[at + 1].i if at + 1 < len(blocks) else len(one)
        if block.i > floor and one[block.i - 1] in "£$€¥" and one[block.i][:1].isdigit() and two[block.j][:1].isdigit():
            block.i, block.j = block.i - 1, block.j - 1
        opened = [side.count("(") - side.count(")") for side in (one[block.i : block.i_end], two[block.j : block.j_end])]
        if block.i_end < ceiling and one[block.i_end] == ")" and opened == [1, 1]:
            block.i_end, block.j_end = block.i_end + 1, block.j_end + 1
    return blocks
