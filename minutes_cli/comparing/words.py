"""Word by word: the operations that turn one wording into another.

Tokens are words, numbers and single marks; white space stands between them. Operations are computed over folded tokens (case, quotes
and dashes alike), so that a word whose case alone changed stays aligned and becomes a small replacement of its own.

White space: an operation's offsets hold the spaces that go with its words (a deleted word takes the space after it, or the one before
it at the end), so that replacing each ``old`` stretch by the new side's ``new`` stretch gives the new text exactly. ``text`` and
``to`` are shown without outer spaces.
"""

from __future__ import annotations

import re
from itertools import accumulate

from minutes_cli.carriers import dataclass
from minutes_cli.comparing.cleanup import Block, blocks_of, clean_up
from minutes_cli.comparing.keys import WORD, fold
from minutes_cli.comparing.lcs import common_pairs
from minutes_cli.comparing.notes import note_for
from minutes_cli.model import WordChange

_TOKEN = re.compile(rf"(?:{WORD}|[^\w\s])\s*+")
COARSE = 20_000
"""Above this many tokens a side, sentences are compared instead of words (fault R19)."""


@dataclass(slots=True)
class Tokens:
    """The words and marks of a text, in order; what stands between two of them is white space."""

    texts: list[str]
    folded: list[str]
    pieces: list[str]
    """Each token with the white space behind it."""
    starts: list[int]
    """Where each token starts in the text."""

    def __len__(self) -> int:
        return len(self.texts)

    def end(self, at: int) -> int:
        """Where a token ends in the text."""
        return self.starts[at] + len(self.texts[at])


def tokens(text: str) -> Tokens:
    """A text as tokens."""
    pieces: list[str] = _TOKEN.findall(text)
    texts = list(map(str.rstrip, pieces))
    # A token without letters outside ASCII is folded by its letters' case alone.
    folded = list(map(str.lower, texts)) if text.isascii() and "`" not in text else [fold(word).casefold() for word in texts]
    lead = len(text) - len(text.lstrip())
    return Tokens(texts, folded, pieces, list(accumulate(map(len, pieces[:-1]), initial=lead)) if pieces else [])


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
        blocks = blocks_of(pairs, len(one), len(two))
    else:
        pairs = common_pairs(one.folded, two.folded)
        blocks = clean_up(blocks_of(pairs, len(one), len(two)), one.folded, two.folded)
    return _operations(old, new, one, two, _same(blocks, one, two))


def _same(blocks: list[Block], one: Tokens, two: Tokens) -> list[tuple[int, int, int]]:
    """Runs of kept tokens that read alike, with the white space between them: first old place, first new place, how many."""
    runs: list[tuple[int, int, int]] = []
    i = j = 0
    for block in [*blocks, Block(len(one), len(one), len(two), len(two))]:
        count = block.i - i
        if count and one.texts[block.i - 1] == two.texts[block.j - 1] and one.pieces[i : block.i - 1] == two.pieces[j : block.j - 1]:
            runs.append((i, j, count))
        else:
            # Case, quotes or spaces differ somewhere.
            runs.extend((i + at, j + at, 1) for at in range(count) if one.texts[i + at] == two.texts[j + at])
        i, j = block.i_end, block.j_end
    return runs


def _operations(old: str, new: str, one: Tokens, two: Tokens, runs: list[tuple[int, int, int]]) -> list[WordChange]:
    """What stands between the runs, as changes."""
    changes: list[WordChange] = []
    after = (0, 0)
    for i, j, count in [*runs, (len(one), len(two), 0)]:
        start_old = one.end(after[0] - 1) if after[0] else 0
        start_new = two.end(after[1] - 1) if after[1] else 0
        end_old = one.starts[i] if i < len(one) else len(old)
        end_new = two.starts[j] if j < len(two) else len(new)
        if old[start_old:end_old] != new[start_new:end_new]:
            while start_old < end_old and start_new < end_new and old[start_old] == new[start_new] and old[start_old].isspace():
                start_old, start_new = start_old + 1, start_new + 1
            while start_old < end_old and start_new < end_new and old[end_old - 1] == new[end_new - 1] and old[end_old - 1].isspace():
                end_old, end_new = end_old - 1, end_new - 1
            note = note_for(one, two, (after[0], i), (after[1], j))
            changes.append(_operation(old[start_old:end_old], new[start_new:end_new], (start_old, end_old), (start_new, end_new), note))
        after = (i + count, j + count)
    return changes


def _operation(gone: str, come: str, old: tuple[int, int], new: tuple[int, int], note: str | None) -> WordChange:
    if not come:
        return WordChange("delete", old, new, gone.strip() or gone, None, note)
    if not gone:
        return WordChange("insert", old, new, come.strip() or come, None, note)
    return WordChange("replace", old, new, gone.strip() or gone, come.strip() or come, note)


def _sentences(found: Tokens) -> list[tuple[int, int]]:
    """Token ranges of sentences; a text without full stops is cut every 200 tokens."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for at, text in enumerate(found.texts):
        if text in ".;!?" or at - start >= 200:
            ranges.append((start, at + 1))
            start = at + 1
    if start < len(found):
        ranges.append((start, len(found)))
    return ranges


def _pairs_by_sentence(one: Tokens, two: Tokens) -> list[tuple[int, int]]:
    """Kept tokens where whole sentences are the units."""
    units_one, units_two = _sentences(one), _sentences(two)
    same = common_pairs([tuple(one.folded[a:b]) for a, b in units_one], [tuple(two.folded[a:b]) for a, b in units_two])
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
