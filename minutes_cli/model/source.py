"""What a reader hands to the parser: one input, its text, and what its layout knows."""

from __future__ import annotations

from minutes_cli.carriers import dataclass, field

Span = tuple[int, int]
"""Code points of the extracted text: start counted from 0, end exclusive."""


@dataclass(slots=True)
class Hint:
    """What the layout of a file says of a stretch of its text, beyond the words.

    Readers give hints; only the parser decides. A page without hints is parsed by its words alone.
    """

    span: Span
    """The stretch of text that the hint speaks of."""
    role: str
    """One of: heading, item-number, item-title, report-from, agenda, decision, minutes (each on the line that heads such a
    side), side (on all that stands on the side that its value names), furniture,
    generated-label (a label the file only implies), table-row, response-row, paragraph, actions, meeting-date, meeting-body."""
    value: str | None = None
    """A value that comes with the role: heading level, cell count, ISO date."""


@dataclass(slots=True)
class Notice:
    """Something that a reader found and did; one line on standard error for its user."""

    code: str
    """Short name of the finding, such as ``encoding`` or ``encoding-repair``."""
    message: str
    """What was found; what was done. No words of the document."""
    line: int | None = None
    """Line counted from 1, where there is one."""


@dataclass(slots=True)
class Source:
    """One input: a file or standard input, with its extracted text."""

    path: str
    """The name that the user gave; ``-`` for standard input."""
    format: str
    """text, markdown, html, docx, pdf or modgov-xml."""
    text: str
    """The extracted text. Every span of the program counts its code points."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    encoding: str | None = None
    """Encoding that the bytes were decoded with, where the format has one."""
    repairs: list[int] = field(default_factory=list)
    """Offsets in ``text`` of characters that were repaired one by one while decoding."""
    hints: list[Hint] = field(default_factory=list)
    """What the layout knows, in the order of the text."""
    notices: list[Notice] = field(default_factory=list)
    """What the reader has to say to the user."""
    page_starts: list[int] = field(default_factory=list)
    """Offset in ``text`` at which each printed page begins (PDF only)."""
    skipped: dict[str, int] = field(default_factory=dict)
    """Characters of the file's words that are not in ``text``, by reason: script, style, template, hidden, title, deleted (on the other
    side of tracked changes), comments and the like."""
    origin: list[tuple[int, int]] = field(default_factory=list)
    """(offset in ``text``, offset in the decoded file), ascending, where the two differ (Markdown only):
    from each pair on, both count alike until the next pair."""
