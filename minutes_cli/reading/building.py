"""Builds a text line by line while a reader walks through a file's layout, and keeps the hints' places."""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass, field
from minutes_cli.model import Hint

_BLANK = " \t\n\r\f"
_BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True, eq=False)
class OpenHint:
    """A hint whose end has not come yet; it starts with the next letter that is written."""

    role: str
    value: str | None = None
    start: int = -1
    dead: bool = False


@dataclass(slots=True)
class TextBuilder:
    """The text so far. Line ends and blanks wait until words follow, so that none stand at an edge."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    hints: list[Hint] = field(default_factory=list)
    breaks: int = 0
    forced: int = 0
    space: bool = False
    fresh: bool = True
    """True where nothing stands on the current line yet."""
    held: bool = False
    """True behind a list label: what follows stays on its line, whatever block it is in."""
    waiting: list[OpenHint] = field(default_factory=list)

    def lines(self, number: int) -> None:
        """Asks for at least so many line ends before the next words: 1 for a new line, 2 for a blank line between."""
        if self.held:
            return
        if number > self.breaks:
            self.breaks = number
        self.space = False
        self.fresh = True

    def line_break(self) -> None:
        """Ends the line here, as often as it is asked for."""
        self.forced += 1
        self.space = False
        self.fresh = True

    def flow(self, text: str) -> None:
        """Adds running text: blanks collapse to one, none stand at a line's edge; no-break spaces stay."""
        words = text.strip(_BLANK)
        if not words:
            if text and not self.fresh:
                self.space = True
            return
        if text[0] in _BLANK and not self.fresh:
            self.space = True
        # Looking for what must be squeezed is much quicker than squeezing.
        if "\n" in words or "  " in words or "\t" in words or "\r" in words or "\f" in words:
            words = _BLANKS.sub(" ", words)
        self.exact(words)
        if text[-1] in _BLANK:
            self.space = True

    def exact(self, text: str) -> None:
        """Adds text as it is, after what waits."""
        ends = self.breaks if self.breaks > self.forced else self.forced
        if ends and self.size:
            self.pieces.append("\n" * ends)
            self.size += ends
        elif self.space and not self.fresh:
            self.pieces.append(" ")
            self.size += 1
        self.breaks = self.forced = 0
        self.space = self.fresh = self.held = False
        if self.waiting:
            for hint in self.waiting:
                if not hint.dead:
                    hint.start = self.size
            self.waiting = []
        self.pieces.append(text)
        self.size += len(text)

    def tab(self) -> None:
        """Ends a table cell; the next words follow on the same line."""
        if self.breaks or self.forced:
            return
        if self.size and not self.fresh:
            self.pieces.append("\t")
            self.size += 1
        self.space = False
        # What follows starts afresh, but on this line.
        self.fresh = True

    def open_hint(self, role: str, value: str | None = None) -> OpenHint:
        """Begins a hint at the next words."""
        hint = OpenHint(role, value)
        self.waiting.append(hint)
        return hint

    def close_hint(self, hint: OpenHint) -> None:
        """Ends a hint after the words so far; one without words is dropped."""
        if hint.start >= 0:
            self.hints.append(Hint((hint.start, self.size), hint.role, hint.value))
        else:
            hint.dead = True

    def drop_hint(self, hint: OpenHint) -> None:
        """Forgets a hint that turned out to say nothing."""
        hint.dead = True

    def text(self) -> str:
        """The whole text; it ends with a line end."""
        return "".join(self.pieces) + ("\n" if self.pieces else "")
