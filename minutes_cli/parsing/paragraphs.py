"""Paragraphs: printed lines joined where a page was wrapped by hand or by a printer (P36).

Three kinds of page are told apart by what their lines do, never by their names: pages whose lines are whole paragraphs, pages
wrapped at a width, and pages wrapped at a width where every printed line became a paragraph of its own (Markdown made from PDF).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.late import late
from minutes_cli.model import Hint, Span
from minutes_cli.parsing.lines import Line

UNWRAPPED_FROM = 170
"""Code points: a page on which more than a twelfth of the lines are longer is not wrapped at a width."""
NARROWEST = 40
"""Code points: a width below this is a list of short lines, not wrapping."""
FULL = 0.88
"""Share of the width that a line and the next line's first word must fill for the break between them to be the printer's."""

_TERMINAL = late(r"[.:;!?…]['\"”’)\]]?$")
_SENTENCE = late(r"[.!?]['\"”’)\]]?$")
_LOWER_START = late(r"[a-z(£€$&,]")
_OPEN_WORD = late(r"(?:,|(?<!;\s)\b(?:and|or|of|the|to|for|by|in|with|a|an|from|at|on|that|as))$")
"""What no line ends with unless its sentence goes on; ``; and`` ends an item of a list."""
_LISTED_LABEL = late(r"\(?[0-9a-zA-Z]{1,5}[.)]{1,2}(?:,|\s(?:and|or|to|above|below)\b)")
_LIMB = late(r"\(([b-h])\)\s")
LONGEST_LIMB = 600
"""Code points within which the limb before must stand."""
_LETTER = late(r"[a-z]")
_FIRST_WORD = late(r"\S{1,40}")
_BLANKS = str.maketrans("\r\n\f\v", "    ")


@dataclass(slots=True)
class Paragraph:
    """A stretch of the page that reads as one line."""

    start: int
    end: int
    first: int
    """Line number of its first line, from 1."""
    last: int
    gap: int
    """Blank lines before it."""
    view: str
    """Its characters, one for one, with line breaks and interrupting furniture blanked to spaces."""
    pieces: list[Span] = field(default_factory=list)
    """Where its words stand: more than one where furniture interrupts."""
    roles: frozenset[str] = frozenset()
    """Roles of the layout hints that lie on it."""
    values: dict[str, str] = field(default_factory=dict)
    """Values of those hints, by role."""
    indent: int = 0
    cells: bool = False
    """True where it holds cells of a table row (tabs or pipes)."""


RUNS_OVER = 24
"""Code points: a shorter line is one of a list rather than the beginning of a sentence."""
RUNS_ON = 10
"""The same for a line that ends in a word that no sentence ends with."""


@dataclass(slots=True)
class Layout:
    """How the lines of a page were made."""

    wrapped: bool
    width: int
    """Usual length of a full line, in code points; 0 where the page is not wrapped."""
    loose: bool
    """True where every printed line stands alone between blank lines though the page is wrapped."""
    usual_gap: int
    """The commonest number of blank lines between paragraphs."""


def observe(text: str, lines: list[Line]) -> Layout:
    """Finds how a page was laid out, from the lengths of its lines and from how they end and begin."""
    if not lines:
        return Layout(False, 0, False, 0)
    lengths = sorted(line.end - line.start for line in lines)
    gaps: dict[int, int] = {}
    for line in lines[1:]:
        gaps[line.gap] = gaps.get(line.gap, 0) + 1
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap)) if gaps else 0
    long_lines = sum(1 for length in lengths if length > UNWRAPPED_FROM)
    broken = sorted(
        above.end - above.start
        for above, below in pairwise(lines)
        if below.gap <= 1 and not _TERMINAL.search(text, max(above.start, above.end - 3), above.end) and _LETTER.match(text, below.start)
    )
    width = broken[min(len(broken) - 1, int(len(broken) * 0.95))] if broken else lengths[min(len(lengths) - 1, int(len(lengths) * 0.9))]
    if len(lines) < 4 or long_lines * 12 > len(lines) or width < NARROWEST:
        return Layout(False, 0, False, usual)
    tight = spread = tight_open = spread_open = 0
    for above, below in pairwise(lines):
        open_pair = (
            above.end - above.start > 0.6 * width
            and not _TERMINAL.search(text, max(above.start, above.end - 3), above.end)
            and (bool(_LETTER.match(text, below.start)) or _ends_open(text, above))
        )
        if below.gap == 0:
            tight += 1
            tight_open += open_pair
        else:
            spread += 1
            spread_open += open_pair
    wrapped = tight_open >= 2 and tight_open * 8 >= tight
    loose = spread_open >= 2 and spread_open * 8 >= spread
    return Layout(wrapped or loose, width if wrapped or loose else 0, loose, usual)


def join_lines(
    text: str, lines: list[Line], layout: Layout, hints: list[Hint], furniture: set[int], opens: Callable[[str, int, int], bool]
) -> list[Paragraph]:
    """Joins lines to paragraphs.

    ``furniture`` holds indexes of lines that are no words of the record (they interrupt a paragraph without ending it);
    ``opens`` says whether a stretch of the text must begin a paragraph of its own (a label, a lead-in, a heading).
    Each furniture line becomes a paragraph with the role ``furniture``.
    """
    roles = _roles_by_line(lines, hints)
    paragraphs: list[Paragraph] = []
    open_lines: list[Line] = []
    held: list[Line] = []

    def close() -> None:
        nonlocal open_lines, held
        if open_lines:
            inside = [line for line in held if open_lines[0].start < line.start < open_lines[-1].start]
            paragraphs.append(_paragraph(text, open_lines, inside, roles))
        paragraphs.extend(_paragraph(text, [line], [], roles, furniture=True) for line in held)
        open_lines, held = [], []

    for index, line in enumerate(lines):
        if index in furniture:
            held.append(line)
            continue
        if (open_lines and not _continues(text, open_lines, line, layout, roles, bool(held), opens)) or (not open_lines and held):
            close()
        open_lines.append(line)
    close()
    paragraphs.sort(key=lambda paragraph: paragraph.start)
    return paragraphs


def _continues(
    text: str,
    open_lines: list[Line],
    line: Line,
    layout: Layout,
    roles: dict[int, tuple[frozenset[str], dict[str, str]]],
    interrupted: bool,
    opens: Callable[[str, int, int], bool],
) -> bool:
    above = open_lines[-1]
    if text[above.end - 1] == "|" and _ends_row(text, above):
        return False
    if not layout.wrapped or _apart(roles, above, line):
        if not interrupted and not _apart(roles, above, line):
            return _runs_over(text, above, line) and not opens(text, line.start, line.end)
        if not interrupted or line.gap > 1 or not _unfinished(text, above):
            return False
        return bool(_LOWER_START.match(text, line.start)) or _ends_open(text, above) is not None
    if line.gap > (layout.usual_gap if layout.loose else 0) and not interrupted:
        return False
    unfinished = _unfinished(text, above)
    if opens(text, line.start, line.end) and not (
        unfinished and (_LISTED_LABEL.match(text, line.start, line.end) or _limb_goes_on(text, open_lines, line))
    ):
        return False
    if unfinished and (interrupted or _LOWER_START.match(text, line.start) or _ends_open(text, above)):
        return True
    length = above.end - above.start
    word = _FIRST_WORD.match(text, line.start, line.end)
    if _SENTENCE.search(text, max(above.start, above.end - 3), above.end) and _bold(roles, above) != _bold(roles, line):
        return False
    full = length + 1 + (word.end() - word.start() if word else 0) > FULL * layout.width
    if not full:
        return False
    return unfinished or length > 0.78 * layout.width


def _ends_row(text: str, line: Line) -> bool:
    """Whether a table's row of one cell ends with a line: its only walls stand there."""
    end = line.end
    while end > line.start and text[end - 1] in " |\xa0":
        end -= 1
    return end > line.start and text.find("|", line.start, end) < 0


def _runs_over(text: str, above: Line, line: Line) -> bool:
    """Whether a sentence runs over the line's end on a page that is not wrapped as a whole (P52)."""
    if line.gap or not _unfinished(text, above):
        return False
    length = above.end - above.start
    if _ends_open(text, above):
        return length > RUNS_ON
    if length > RUNS_OVER and (_day_follows(text, above, line) or _verb_follows(text, above, line) or _capitals_go_on(text, above, line)):
        return True
    return length > RUNS_OVER and _LOWER_START.match(text, line.start) is not None


_CAPITALS_ON = late(r"(?:FOR|AND|OF|IN|BY|WITH|AT|FROM|UNTIL|TO|THE)\s[A-Z0-9]{2}")
_MONTH_END = late(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)$")
_DAY = late(r"[0-9]{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)[0-9]{2}\b")
_THAT = late(r"\b(?:[Tt]hat|THAT)\s(?:the|an?|this|these|its|all)\s", re.ASCII)
_VERB = late(r"\b(?:be|is|are|was|were|has|have|had|will|shall)\b", re.IGNORECASE)
_VERB_SOON = late(r"(?:[A-Z0-9][\w’'-]{0,20}\s)(?:[a-z][\w’'-]{0,20}\s){0,5}be\s[a-z]{3,}")


def _day_follows(text: str, above: Line, line: Line) -> bool:
    """Whether a date runs over the line's end (``held on May``, ``22, 2031``)."""
    return _MONTH_END.search(text, max(above.start, above.end - 12), above.end) is not None and _DAY.match(text, line.start) is not None


def _capitals_go_on(text: str, above: Line, line: Line) -> bool:
    """Whether a line in capitals goes on with a word that begins none (``AS CHAIR``, ``FOR 2031``)."""
    return text[above.end - 2 : above.end].isupper() and _CAPITALS_ON.match(text, line.start) is not None


def _verb_follows(text: str, above: Line, line: Line) -> bool:
    """Whether a clause with ``that`` waits for its verb, and the next line gives it (``of the City``, ``Council be adopted``)."""
    that = _THAT.search(text, above.start, above.end)
    if that is None or _VERB.search(text, that.end(), above.end) is not None:
        return False
    return _VERB_SOON.match(text, line.start, line.end) is not None


def _apart(roles: dict[int, tuple[frozenset[str], dict[str, str]]], above: Line, line: Line) -> bool:
    """Whether the layout itself sets two lines apart; bold type alone does not (a whole motion may be bold)."""
    if _side(roles, above) != _side(roles, line):
        return True
    for one in (above, line):
        names, values = roles.get(one.number, (frozenset(), {}))
        if names - {"heading"} or (names and values.get("heading") != "bold"):
            return True
    return False


def _limb_goes_on(text: str, open_lines: list[Line], line: Line) -> bool:
    """Whether a line begins with the limb of a sentence whose limb before stands inside the lines above (P27)."""
    limb = _LIMB.match(text, line.start, line.end)
    if limb is None:
        return False
    start = max(open_lines[0].start + 1, open_lines[-1].end - LONGEST_LIMB)
    at = text.find(f"({chr(ord(limb[1]) - 1)})", start, open_lines[-1].end)
    return at > 0 and text[at - 1] in " \xa0" and text[max(start - 1, at - 8) : at].rstrip(" \xa0")[-1:] not in "\n\r:;.-–—"


def _bold(roles: dict[int, tuple[frozenset[str], dict[str, str]]], line: Line) -> bool:
    return roles.get(line.number, (frozenset(), {}))[1].get("heading") == "bold"


def _side(roles: dict[int, tuple[frozenset[str], dict[str, str]]], line: Line) -> str | None:
    return roles.get(line.number, (frozenset(), {}))[1].get("side")


def _ends_open(text: str, line: Line) -> bool:
    return _OPEN_WORD.search(text, max(line.start, line.end - 12), line.end) is not None


def _unfinished(text: str, line: Line) -> bool:
    return not _TERMINAL.search(text, max(line.start, line.end - 3), line.end)


def _roles_by_line(lines: list[Line], hints: list[Hint]) -> dict[int, tuple[frozenset[str], dict[str, str]]]:
    found: dict[int, tuple[frozenset[str], dict[str, str]]] = {}
    at = 0
    for hint in sorted(hints, key=lambda hint: hint.span):
        while at < len(lines) and lines[at].end <= hint.span[0]:
            at += 1
        step = at
        while step < len(lines) and lines[step].start < hint.span[1]:
            names, values = found.get(lines[step].number, (frozenset(), {}))
            if hint.value is not None:
                values = {**values, hint.role: hint.value}
            found[lines[step].number] = (names | {hint.role}, values)
            step += 1
    return {number: (names - {"side"}, values) for number, (names, values) in found.items() if names - {"paragraph", "generated-label"}}


def _paragraph(
    text: str, lines: list[Line], held: list[Line], roles: dict[int, tuple[frozenset[str], dict[str, str]]], *, furniture: bool = False
) -> Paragraph:
    start, end = lines[0].start, lines[-1].end
    view = text[start:end]
    pieces: list[Span] = []
    if held:
        begin = start
        for line in held:
            before = [own for own in lines if own.end <= line.start]
            if before and before[-1].end > begin:
                pieces.append((begin, before[-1].end))
            after = [own for own in lines if own.start >= line.end]
            begin = after[0].start if after else end
            view = view[: line.start - start] + " " * (line.end - line.start) + view[line.end - start :]
        pieces.append((begin, end))
    else:
        pieces.append((start, end))
    if len(lines) > 1 or held:
        view = view.translate(_BLANKS)
    names: frozenset[str] = frozenset({"furniture"}) if furniture else frozenset()
    values: dict[str, str] = {}
    for line in lines:
        if line.number in roles:
            own, own_values = roles[line.number]
            names |= own
            values.update(own_values)
    if values.get("heading") == "bold" and (len(lines) > 2 or any(line.number not in roles for line in lines)):
        names -= {"heading"}
    cells = "\t" in view or "|" in view
    return Paragraph(start, end, lines[0].number, lines[-1].number, lines[0].gap, view, pieces, names, values, lines[0].indent, cells)


def cut_at(paragraph: Paragraph, cuts: list[int]) -> list[Paragraph]:
    """A paragraph of one printed line, cut at offsets of its view."""
    if not cuts:
        return [paragraph]
    found = []
    for low, high in pairwise([0, *cuts, len(paragraph.view)]):
        words = paragraph.view[low:high].rstrip()
        if words.strip():
            start = paragraph.start + low
            piece = (start, start + len(words))
            found.append(replace(paragraph, start=piece[0], end=piece[1], view=words, pieces=[piece], gap=0 if low else paragraph.gap))
    return found
