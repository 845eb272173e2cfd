"""From the lines of a PDF to its paragraphs: by gaps, labels, indents and lines that end early."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from minutes_cli.carriers import dataclass, field
from minutes_cli.reading.pdf_columns import LABEL, Line
from minutes_cli.reading.pdf_words import HYPHENS

_ENDS = re.compile(r"[.;:!?][\"'”’)\]]{0,3}$")
_OPENS = re.compile(r"[:;](?: (?:and|or))?$")
_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*+")
BOLD_STEP = 140
"""How much heavier than most of a document its bold letters are."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)
    gap: int = 2
    """Line ends before it: 1 where a line ends early but nothing else parts it from the line above."""


@dataclass(slots=True)
class Measures:
    """What is usual in a document."""

    leading: float
    right: float
    weight: int
    letter: float


def measure(pages: list[list[Line]], letter: float) -> Measures:
    """The usual distance of two lines, right edge of a full line and weight of letters."""
    steps: Counter[float] = Counter()
    rights: list[float] = []
    weights: Counter[int] = Counter()
    for lines in pages:
        for before, line in pairwise(lines):
            step = before.base - line.base
            if before.column == line.column and 0 < step < 60:
                steps[round(step * 2) / 2] += 1
        rights += [line.right for line in lines if line.column == 0]
        for line in lines:
            weights[line.weight] += len(line.text)
    rights.sort()
    # Short paragraphs can make the distance between paragraphs the commonest; inside them it is smaller, but not below a letter's height.
    most = max(steps.values(), default=0)
    leading = min((step for step, number in steps.items() if number >= max(2, 0.2 * most) and step >= 1.8 * letter), default=14.0)
    return Measures(
        leading,
        rights[int(len(rights) * 0.95)] if rights else 500.0,
        weights.most_common(1)[0][0] if weights else 400,
        letter,
    )


def is_bold(line: Line, usual: Measures) -> bool:
    """Whether all of a line is printed heavier than most of the document."""
    return line.weight >= usual.weight + BOLD_STEP


def starts_with_label(line: Line) -> bool:
    """Whether a line's first word may be a list label or a minute number."""
    return bool(line.words) and LABEL.match(line.words[0].text) is not None


def paragraphs(lines: list[Line], usual: Measures) -> list[Paragraph]:
    """The paragraphs of a page's lines."""
    found: list[Paragraph] = []
    beside: dict[int, list[Line]] = {}
    texts: list[Line] = []
    for line in lines:
        if line.role == "actions" and texts:
            beside.setdefault(id(texts[-1]), []).append(line)
        else:
            texts.append(line)
    for block in _blocks(texts, usual):
        margin = max(line.right for line in block)
        if len(block) < 3:
            margin = max(margin, usual.right if block[0].column == 0 else margin)
        for number, line in enumerate(block):
            if number == 0:
                found.append(Paragraph([line]))
                continue
            before = block[number - 1]
            early = _ends_early(before, line, margin, usual) and not _runs_on(before, line, margin)
            label = starts_with_label(line)
            if label and (early or _OPENS.search(before.text) or not _hangs(line, found[-1].lines, 0.6 * usual.letter)):
                found.append(Paragraph([line]))
            elif line.role or before.role or is_bold(line, usual) != is_bold(before, usual):
                found.append(Paragraph([line], 1 if line.role == before.role == "table-row" else 2))
            elif early:
                found.append(Paragraph([line], 2 if label or _ENDS.search(before.text) else 1))
            else:
                found[-1].lines.append(line)
    return _with_notes(found, beside, usual) if beside else found


def _with_notes(parts: list[Paragraph], beside: dict[int, list[Line]], usual: Measures) -> list[Paragraph]:
    """Puts what stands beside a paragraph behind it; the wrapped lines of one note are joined."""
    found: list[Paragraph] = []
    for part in parts:
        found.append(part)
        notes = [note for line in part.lines for note in beside.get(id(line), [])]
        for number, note in enumerate(notes):
            step = notes[number - 1].base - note.base if number else 0.0
            if 0 < step <= 1.28 * usual.leading and len(notes[number - 1].text) > 6:
                found[-1].lines.append(note)
            else:
                found.append(Paragraph([note]))
    return found


def _blocks(lines: list[Line], usual: Measures) -> list[list[Line]]:
    """Lines with no wider gap than usual between them, in one column."""
    blocks: list[list[Line]] = []
    for line in lines:
        before = blocks[-1][-1] if blocks else None
        step = before.base - line.base if before is not None else 0.0
        if before is None or before.column != line.column or step <= 0 or step > 1.28 * usual.leading:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _ends_early(before: Line, line: Line, margin: float, usual: Measures) -> bool:
    """True where the first word of a line would have had room on the line above: its end there was meant."""
    first = line.words[0]
    return before.right + usual.letter + (first.right - first.left) < margin - 1.5 * usual.letter


def _hangs(line: Line, part: list[Line], slack: float) -> bool:
    """True where a line begins where a wrapped line of the paragraph would: below its first words, or at its left edge."""
    if len(part) > 1:
        return abs(line.left - part[-1].left) <= slack
    words = part[0].words
    places = [part[0].left] if not starts_with_label(part[0]) or len(words) < 2 else [words[1].left]
    return any(abs(line.left - place) <= slack for place in places)


def _runs_on(before: Line, line: Line, margin: float) -> bool:
    """True where a sentence plainly goes on although its line ends a little early."""
    far = before.left + 0.75 * (margin - before.left)
    return line.text[:1].islower() and before.right > far and not _ENDS.search(before.text) and not starts_with_label(line)


def continues(before: Line, line: Line, usual: Measures) -> bool:
    """Whether a page's first paragraph goes on with the last one of the page before."""
    if line.role or before.role or starts_with_label(line) or is_bold(line, usual) != is_bold(before, usual):
        return False
    if line.text[:1].islower():
        return not before.text.endswith((".", "!", "?")) or before.right > usual.right - 12 * usual.letter
    return not _ENDS.search(before.text) and before.right > usual.right - 12 * usual.letter


def joined(lines: list[Line], known: frozenset[str]) -> str:
    """The words of a paragraph; hyphens at line ends are kept, or dropped where the document has the whole word elsewhere."""
    pieces = [lines[0].text]
    for line in lines[1:]:
        before, words = pieces[-1], line.text
        if before[-1:] in HYPHENS or (before.endswith("-") and before[-2:-1].isalpha() and words[:1].islower()):
            pieces[-1] = _unhyphened(before, words, known)
        else:
            pieces.append(" ")
        pieces.append(words)
    text = "".join(pieces)
    for mark in HYPHENS:
        text = text.replace(mark, "-")
    return text


def _unhyphened(before: str, words: str, known: frozenset[str]) -> str:
    """A line that ends in a hyphen, as it stands before the next line's words."""
    head = _LETTERS.findall(before[-40:-1])
    tail = _LETTERS.match(words)
    if head and tail and before[-2:-1].isalpha():
        whole = (head[-1] + tail.group()).lower()
        if whole in known and f"{head[-1]}-{tail.group()}".lower() not in known:
            return before[:-1]
    return before[:-1] + "-"


def words_of(pages: list[list[Line]]) -> frozenset[str]:
    """All words of a document, in lower case, but the halves that a line end parts."""
    known: set[str] = set()
    for lines in pages:
        for line in lines:
            known.update(word.lower() for word in _LETTERS.findall(line.text))
    return frozenset(known)
