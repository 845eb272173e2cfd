"""Page furniture that only its recurrence gives away: page numbers, rules and running heads of printed pages (P36)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.model import Hint
from minutes_cli.parsing.lines import Line

_RULE = late(r"[-–—_=*~]{3,}")
_BARE_NUMBER = late(r"[-–—]?\s?([0-9]{1,4})\s?[-–—]?", re.ASCII)
_PAGE = late(r"(?:[-–—]\s?)?page\s?[:|]?\s?([0-9]{1,4})(?:\s?(?:of|/)\s?[0-9]{1,4})?(?:\s?[-–—])?\.?", re.IGNORECASE | re.ASCII)
_PAGE_SIGNS = frozenset("-–—_=*~pP")
"""What such a line begins with."""
SYSTEM_MARKS = late(r"(?:</?[A-Z][A-Z0-9_]{1,40}(?:>\s{0,40}|\Z))+")
"""The marks that a meeting system leaves round the parts of its printed minutes (``</AI7> <AI8>``, P36)."""
_TERMINAL = late(r"[.:;!?…]['\"”’)\]]?$")


def furniture_lines(text: str, lines: list[Line], hints: list[Hint]) -> set[int]:
    """Indexes of the lines that are page furniture: what a layout hint says, page numbers, rules, running heads and feet.

    A bare number counts as a page number only in an ascending run of at least three, each of which interrupts a sentence or stands
    beside a rule: item numbers ascend as well, but stand before titles.
    """
    found: set[int] = set()
    at = 0
    for hint in sorted((hint for hint in hints if hint.role == "furniture"), key=lambda hint: hint.span):
        while at < len(lines) and lines[at].end <= hint.span[0]:
            at += 1
        step = at
        while step < len(lines) and lines[step].start < hint.span[1]:
            found.add(step)
            step += 1
    numbers: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        size = line.end - line.start
        if size > 60:
            continue
        words = text[line.start : line.end]
        if words[:1] in _PAGE_SIGNS and (_RULE.fullmatch(words) or _PAGE.fullmatch(words)):
            found.add(index)
        elif size <= 9:
            number = _BARE_NUMBER.fullmatch(words)
            if number:
                numbers.append((index, int(number[1])))
    found.update(_page_numbers(text, lines, numbers, found))
    found.update(_running_heads(text, lines, found))
    return found


_OPEN_WORD = late(r"(?:,|\b(?:and|or|of|the|to|for|by|in|with|a|an|from|at|on|that|as))$")
_WORD = late(r"[A-Za-z]{3,}|[0-9]{2,4}")
HEAD = 8
"""Lines at the top of a page in which the words of a running head must stand."""


def _running_heads(text: str, lines: list[Line], known: set[int]) -> list[int]:
    """Short lines right beside a page number that only repeat words of the page's first lines, or recur at three page numbers."""
    if not known:
        return []
    top = [[word.lower() for word in _WORD.findall(text[line.start : line.end])] for line in lines[:HEAD]]
    beside = []
    seen: dict[str, list[int]] = {}
    for index in known:
        for near in (index - 1, index + 1):
            if not HEAD // 2 <= near < len(lines) or near in known or lines[near].end - lines[near].start > 80:
                continue
            words = _WORD.findall(text[lines[near].start : lines[near].end])
            folded = " ".join(word.lower() for word in words if not word.isdigit())
            if folded:
                seen.setdefault(folded, []).append(near)
            others = {word for at, listed in enumerate(top) if at != near for word in listed}
            if len(words) > 1 and all(word.lower() in others for word in words):
                beside.append(near)
    beside.extend(near for places in seen.values() if len(places) > 2 for near in places)
    return beside


def _page_numbers(text: str, lines: list[Line], numbers: list[tuple[int, int]], known: set[int]) -> list[int]:
    run: list[tuple[int, int]] = []
    best: list[tuple[int, int]] = []
    for index, value in numbers:
        if run and value == run[-1][1] + 1:
            run.append((index, value))
        else:
            run = [(index, value)]
        if len(run) > len(best):
            best = list(run)
    if len(best) < 3:
        return [index for index, _ in numbers if _interrupts(text, lines, index, known)]
    breaking = sum(1 for index, _ in best if _interrupts(text, lines, index, known) or index - 1 in known or index + 1 in known)
    if breaking * 3 < len(best):
        return []
    chosen = {index for index, _ in best}
    chosen.update(index for index, _ in numbers if index - 1 in known)
    return sorted(chosen)


def _interrupts(text: str, lines: list[Line], index: int, known: set[int]) -> bool:
    above = index - 1
    while above in known:
        above -= 1
    below = index + 1
    while below in known:
        below += 1
    if above < 0 or below >= len(lines):
        return False
    open_end = not _TERMINAL.search(text, max(lines[above].start, lines[above].end - 3), lines[above].end)
    if not open_end:
        return False
    return (
        text[lines[below].start].islower()
        or _OPEN_WORD.search(text, max(lines[above].start, lines[above].end - 12), lines[above].end) is not None
    )
