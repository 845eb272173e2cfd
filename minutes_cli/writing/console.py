"""Rich, behind the one module that imports it: styled text to a string, and nothing of rich's own reading of words (fault R42)."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.cells import cell_len
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


class Styled:
    """Makes lines of at most so many columns out of pieces; nothing is ever cut, long words are folded."""

    def __init__(self, width: int, color: bool, encoding: str = "utf-8") -> None:
        self.width = max(width, 20)
        self._ascii = not encoding.lower().replace("-", "").replace("_", "").startswith("utf")
        self._encoding = encoding
        self._buffer = io.StringIO()
        self._console = Console(
            file=self._buffer,
            width=self.width,
            height=100,
            force_terminal=color,
            color_system="256" if color else None,
            no_color=False,
            markup=False,
            highlight=False,
            emoji=False,
            soft_wrap=True,
            legacy_windows=False,
            _environ={},
        )

    @property
    def arrow(self) -> str:
        """Between an old label and a new one, as the stream can show it."""
        return "->" if self._ascii else "→"

    def wrap(self, pieces: Sequence[Piece], width: int, indent: str = "") -> list[Text]:
        """The pieces as lines of `width` columns, each after `indent`."""
        text = Text(no_wrap=False, overflow="fold")
        for words, style in pieces:
            text.append(words, STYLES[style])
        room = max(width - cell_len(indent), 8)
        return [Text(indent) + line for line in text.wrap(self._console, room, overflow="fold", tab_size=4)]

    def side_by_side(self, left: list[Text], right: list[Text], width: int, gap: str) -> list[Text]:
        """Two columns, the left one padded to `width` columns."""
        height = max(len(left), len(right))
        left = left + [Text()] * (height - len(left))
        right = right + [Text()] * (height - len(right))
        return [_padded(one, width) + Text(gap) + other for one, other in zip(left, right, strict=True)]

    def print(self, lines: Sequence[Text]) -> None:
        """Adds lines to what `text` gives."""
        for line in lines:
            line.rstrip()
        self._console.print(Text("\n").join(lines), soft_wrap=True)

    def blank(self) -> None:
        """Adds an empty line."""
        self._buffer.write("\n")

    def text(self) -> str:
        """Everything printed so far; what the stream's encoding lacks stands as escapes."""
        text = self._buffer.getvalue()
        if self._ascii:
            text = text.encode(self._encoding, "backslashreplace").decode(self._encoding)
        return text


def _padded(line: Text, width: int) -> Text:
    padded = line.copy()
    padded.pad_right(max(width - line.cell_len, 0))
    return padded
