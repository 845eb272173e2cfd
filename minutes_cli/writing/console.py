"""Rich, behind the one module that imports it: styled text to a string, and nothing of rich's own reading of words (fault R42)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.color import ColorSystem
from rich.console import Console
from rich.text import Text

STYLES = {
    "old": "strike dark_orange3",
    "new": "bold underline dodger_blue1",
    "label": "bold",
    "grave": "bold reverse",
    "quiet": "dim",
    "": "",
}
"""Orange and blue stay apart for colour-blind eyes; strike-through and underline are the second cue, the marks the third."""

Piece = tuple[str, str]
"""Words and the name of their style; the words are clean already."""


class Line(NamedTuple):
    """One line for the terminal, its colours in it, and the columns that it fills."""

    text: str
    cells: int


class Styled:
    """Makes lines of at most so many columns out of pieces; nothing is ever cut, long words are folded."""

    def __init__(self, width: int, color: bool, encoding: str = "utf-8") -> None:
        self.width = max(width, 20)
        self._color = color
        self._ascii = not encoding.lower().replace("-", "").replace("_", "").startswith("utf")
        self._encoding = encoding
        self._lines: list[str] = []
        self._console = Console(
            file=io.StringIO(),
            width=self.width,
            height=100,
            force_terminal=color,
            color_system="256" if color else None,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    @property
    def arrow(self) -> str:
        """Between an old label and a new one, as the stream can show it."""
        return "->" if self._ascii else "→"

    def wrap(self, pieces: Sequence[Piece], width: int, indent: str = "") -> list[Line]:
        """The pieces as lines of at most `width` columns, each after `indent` (of blanks)."""
        text = Text(overflow="fold")
        for words, style in pieces:
            text.append(words, STYLES[style])
        room = max(width - len(indent), 8)
        lines: list[Line] = []
        for line in text.wrap(self._console, room, overflow="fold", tab_size=4):
            line.rstrip()
            lines.append(Line(indent + (self._colored(line) if self._color else line.plain), len(indent) + line.cell_len))
        return lines

    def _colored(self, line: Text) -> str:
        return "".join(
            style.render(words, color_system=ColorSystem.EIGHT_BIT) if style else words for words, style, _ in line.render(self._console)
        )

    def side_by_side(self, left: list[Line], right: list[Line], width: int, gap: str) -> list[Line]:
        """Two columns, the left one padded to `width` columns."""
        rows = zip_longest(left, right, fillvalue=Line("", 0))
        return [Line(f"{one.text}{' ' * (width - one.cells)}{gap}{other.text}", width + len(gap) + other.cells) for one, other in rows]

    def print(self, lines: Sequence[Line]) -> None:
        """Adds lines to what `text` gives."""
        self._lines += [line.text.rstrip(" ") for line in lines]

    def blank(self) -> None:
        """Adds an empty line."""
        self._lines.append("")

    def text(self) -> str:
        """Everything printed so far; what the stream's encoding lacks stands as escapes."""
        text = "".join(f"{line}\n" for line in self._lines)
        if self._ascii:
            text = text.encode(self._encoding, "backslashreplace").decode(self._encoding)
        return text
