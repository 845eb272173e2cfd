"""Word by word: the operations that turn one wording into another.

Tokens are words, numbers and single marks; white space stands between them. Operations are computed over folded tokens (case, quotes
and dashes alike), so that a word whose case alone changed stays aligned and becomes a small replacement of its own.

White space: an operation's offsets hold the spaces that go with its words (a deleted word takes the space after it, or the one before
it at the end), so that replacing each ``old`` stretch by the new side's ``new`` stretch gives the new text exactly. ``text`` and
``to`` are shown without outer spaces.
"""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass
from minutes_cli.comparing.cleanup import Block, blocks_of, clean_up
from minutes_cli.comparing.keys import WORD, fold
from minutes_cli.comparing.lcs import common_pairs
from minutes_cli.comparing.notes import note_for
from minutes_cli.model import WordChange

_TOKEN = re.compile(rf"{WORD}|[^\w\s]")
COARSE = 20_000
"""Above this many tokens a side, sentences are compared instead of words (fault R19)."""


@dataclass(slots=True)
class Token:
    """One word or mark with its place."""

    text: str
    start: int
    end: int
    folded: str


def tokens(text: str) -> list[Token]:
    """The words and marks of a text, in order; what stands between two tokens is white space."""
    if text.isascii() and "`" not in text:
        # Nothing but white space stands between two tokens, so that each is the next place of its text.
        lower, found, end = text.lower(), [], 0
        for word in _TOKEN.findall(text):
            start = text.index(word, end)
            end = start + len(word)
            found.append(Token(word, start, end, lower[start:end]))
        return found
    return [Token(word := found.group(), *found.span(), fold(word).casefold()) for found in _TOKEN.finditer(text)]


def is_coarse(old: str, new: str) -> bool:
    """Whether a pair of texts is so long that it is compared by sentences."""
    return (len(old) > COARSE or len(new) > COARSE) and (len(tokens(old)) > COARSE or len(tokens(new)) > COARSE)


def change_words(old: str, new: str) -> list[WordChange]:
    """The operations that turn ``old`` into ``new``, in order; offsets count code points of each text.

    Replacing every ``old`` stretch by the ``new`` stretch of the new text gives the new text exactly, and backwards. The answer for
    the two texts exchanged is the same list with its sides exchanged. Notes name what a change may mean (``doubled-words``,
    ``negation``, ``sum``, ``date``…).
    """
    if old == new:
        return []
    if new < old:
        return [mirrored(change) for change in _changes(new, old)]
    return _changes(old, new)


def mirrored(change: WordChange) -> WordChange:
    """The same operation seen from the other side."""
    if change.op == "replace":
        return WordChange("replace", change.new, change.old, change.to, change.text, change.note)
    return WordChange("insert" if change.op == "delete" else "delete", change.new, change.old, change.text, None, change.note)


def _changes(old: str, new: str) -> list[WordChange]:
    one, two = tokens(old), tokens(new)
    if len(one) > COARSE or len(two) > COARSE:
        pairs = _pairs_by_sentence(one, two)
    else:
        folded_one, folded_two = [token.folded for token in one], [token.folded for token in two]
        pairs = common_pairs(folded_one, folded_two)
        pairs = _kept(clean_up(blocks_of(pairs, len(one), len(two)), folded_one, folded_two), len(one), len(two))
    return _operations(old, new, one, two, pairs)


def _kept(blocks: list[Block], length_one: int, length_two: int) -> list[tuple[int, int]]:
    """The pairs of kept tokens that stand between the changed blocks."""
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for block in [*blocks, Block(length_one, length_one, length_two, length_two)]:
        pairs.extend(zip(range(i, block.i), range(j, block.j), strict=True))
        i, j = block.i_end, block.j_end
    return pairs


def _operations(old: str, new: str, one: list[Token], two: list[Token], pairs: list[tuple[int, int]]) -> list[WordChange]:
    changes: list[WordChange] = []
    same = [(i, j) for i, j in pairs if one[i].text == two[j].text]
    before = (-1, -1)
    for i, j in [*same, (len(one), len(two))]:
        if (i - 1, j - 1) == before and 0 < i < len(one) and j < len(two):
            # Most words follow on in both texts, one space apart or none.
            end_old, end_new = one[i - 1].end, two[j - 1].end
            apart = one[i].start - end_old
            if apart == two[j].start - end_new and (not apart or (apart == 1 and old[end_old] == new[end_new])):
                before = (i, j)
                continue
        start_old = one[before[0]].end if before[0] >= 0 else 0
        start_new = two[before[1]].end if before[1] >= 0 else 0
        end_old = one[i].start if i < len(one) else len(old)
        end_new = two[j].start if j < len(two) else len(new)
        if old[start_old:end_old] != new[start_new:end_new]:
            while start_old < end_old and start_new < end_new and old[start_old] == new[start_new] and old[start_old].isspace():
                start_old, start_new = start_old + 1, start_new + 1
            while start_old < end_old and start_new < end_new and old[end_old - 1] == new[end_new - 1] and old[end_old - 1].isspace():
                end_old, end_new = end_old - 1, end_new - 1
            note = note_for(one, two, (before[0] + 1, i), (before[1] + 1, j))
            changes.append(_operation(old[start_old:end_old], new[start_new:end_new], (start_old, end_old), (start_new, end_new), note))
        before = (i, j)
    return changes


def _operation(gone: str, come: str, old: tuple[int, int], new: tuple[int, int], note: str | None) -> WordChange:
    if not come:
        return WordChange("delete", old, new, gone.strip() or gone, None, note)
    if not gone:
        return WordChange("insert", old, new, come.strip() or come, None, note)
    return WordChange("replace", old, new, gone.strip() or gone, come.strip() or come, note)


def _sentences(found: list[Token]) -> list[tuple[int, int]]:
    """Token ranges of sentences; a text without full stops is cut every 200 tokens."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for at, token in enumerate(found):
        if token.text in ".;!?" or at - start >= 200:
            ranges.append((start, at + 1))
            start = at + 1
    if start < len(found):
        ranges.append((start, len(found)))
    return ranges


def _pairs_by_sentence(one: list[Token], two: list[Token]) -> list[tuple[int, int]]:
    """Kept tokens where whole sentences are the units."""
    units_one, units_two = _sentences(one), _sentences(two)
    same = common_pairs(
        [tuple(token.folded for token in one[a:b]) for a, b in units_one],
        [tuple(token.folded for token in two[a:b]) for a, b in units_two],
    )
    pairs: list[tuple[int, int]] = []
    for i, j in same:
        pairs.extend(zip(range(*units_one[i]), range(*units_two[j]), strict=True))
    return pairs


def rebuilt(old: str, new: str, changes: list[WordChange]) -> str:
    """The old text with the operations applied; equal to ``new`` for the operations of ``change_words(old, new)``."""
    pieces: list[str] = []
    at = 0
    for change in changes:
        pieces += [old[at : change.old[0]], new[change.new[0] : change.new[1]]]
        at = change.old[1]
    return "".join([*pieces, old[at:]])
