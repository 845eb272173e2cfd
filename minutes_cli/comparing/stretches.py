"""Where the words of a part stand in a whole: together, not strewn over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from minutes_cli.comparing.lcs import common_pairs

_SELDOM = 3
"""How often a whole may hold a word by which a part is looked for in it."""
_AROUND = 2
"""Words that a part may have gained before and after the place that such a word leads to."""


def without(words: Sequence[int], places: Sequence[int]) -> list[int]:
    """The words that stand at none of the places."""
    taken = set(places)
    return [word for at, word in enumerate(words) if at not in taken]


def block(words: Sequence[int], part: Sequence[int]) -> list[int]:
    """Where the words of a part lie together in a whole; a stray ``that`` or ``late`` elsewhere belongs to another part."""
    places = densest([at for at, _ in common_pairs(words, part)])
    if len(places) == len(part):
        return places
    if places:
        # What was matched far away may stand here as well.
        room = len(part) - len(places)
        places = _within(words, part, places[0] - room, places[-1] + 1 + room)
    if 2 * len(places) < len(part):
        # Words that the whole holds again and again were matched all over it: look where it holds the rarest one.
        counts = Counter(words)
        seldom = min((counts[word], at) for at, word in enumerate(part) if word in counts) if any(word in counts for word in part) else None
        if seldom and seldom[0] <= _SELDOM:
            at = seldom[1]
            for place in [place for place, word in enumerate(words) if word == part[at]]:
                found = _within(words, part, place - at - _AROUND, place - at + len(part) + _AROUND)
                places = max(places, found, key=len)
    return places


def _within(words: Sequence[int], part: Sequence[int], start: int, end: int) -> list[int]:
    """Where the words of a part lie together in a stretch of a whole."""
    start = max(0, start)
    return densest([start + at for at, _ in common_pairs(words[start:end], part)])


def densest(places: Sequence[int]) -> list[int]:
    """The run of ascending places that holds most, each place in it counted for, each gap of one against; at least half are then places."""
    if places and places[-1] - places[0] == len(places) - 1:
        return list(places)
    best = (0, 0, 0)
    start = worth = 0
    for at, place in enumerate(places):
        if at:
            worth -= place - places[at - 1] - 1
        if worth <= 0:
            start, worth = at, 0
        worth += 2
        if worth > best[0]:
            best = (worth, start, at + 1)
    return list(places[best[1] : best[2]])
