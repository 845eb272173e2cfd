"""Sentences: where they begin and end inside a paragraph, in code points of its view (P18, P27)."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.grammar.late import late

_STOP = late(
    r"\.(?<=[a-z]{3}\.)(?=[A-Z](?:[a-z]{1,12}\s|\s))|[.!?][”\"’')\]]{0,2}\s+(?=[A-Z0-9“\"‘(\[£€]|[a-h][.)]\s[A-Z])|[.!?][”\"’')\]]{0,2}\s*$"
    r"|\|(?<=[^|]\|)\s{0,3}(?=[“\"‘(]?[A-Z][a-z][^|]{16})"
)
"""Where a sentence ends: behind its mark, or at the edge of a table's cell before one that holds more than a word or two."""
_SHORT = late(
    r"(?:^|[\s(:])(?:Cllrs?|Prop|Sec|Mr|Mrs|Ms|Dr|St|Nos?|Rev|Revd|Hon|Co|Ltd|Prof|Crs?|Cmhlr|approx|e\.g|i\.e|etc|para|paras|vs|v|pp"
    r"|(?:[A-Z]\.\s?)?[A-Z]|(?<![a-z]\s)[0-9]{1,2}|(?<=\s(?:that|also)\s)1|(?<=\s(?:to|or)\s)1|(?<=\sand\s)[0-9]{1,2}|[ivx]{1,4}|[a-z])$"
)
_NUMBER_SIGN = late(r"\b(?:nos?|Nos?|min|Min|minute|item)$")


def sentences(view: str, begin: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the sentences of a stretch stand, white space between them left out; abbreviations and initials end none."""
    return list(each_sentence(view, begin, end))


def each_sentence(view: str, begin: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The same one by one, for those who look at the first few of what may be many."""
    stop = len(view) if end is None else end
    start = begin
    for match in _STOP.finditer(view, begin, stop):
        if match.end() < stop and view[match.end()].isdigit() and _NUMBER_SIGN.search(view, max(0, match.start() - 8), match.start()):
            continue
        if view[match.start()] == "." and _SHORT.search(view, max(0, match.start() - 8), match.start()) and match.end() < stop:
            continue
        last = match.start() + len(match[0].rstrip())
        if match[0][0] == "|":
            last = start + len(view[start : match.start()].rstrip())
        yield from _trimmed(view, start, last)
        start = match.end()
    yield from _trimmed(view, start, start + len(view[start:stop].rstrip()))


LONGEST = 4000
"""Code points of the longest sentence that is looked for from its end."""


def last_sentence(view: str, begin: int, end: int) -> tuple[int, int] | None:
    """Where the last sentence of a stretch stands; None where there are no words."""
    told = sentences(view, max(begin, end - LONGEST), end)
    return told[-1] if told else None


def _trimmed(view: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    words = view[low:high]
    low += len(words) - len(words.lstrip())
    if low < high:
        yield low, high
