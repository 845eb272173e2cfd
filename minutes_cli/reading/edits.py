"""A text made from a file by leaving out and replacing small pieces, which remembers where each character came from."""

from __future__ import annotations

from bisect import bisect_right

from minutes_cli.carriers import dataclass, field


@dataclass(slots=True)
class Edits:
    """Pieces of a file to leave out or replace, by offsets in the decoded file; they must not overlap."""

    pieces: list[tuple[int, int, str]] = field(default_factory=list)
    """(start, end, what stands there instead)."""

    def drop(self, start: int, end: int) -> None:
        """Leaves out a piece."""
        if start < end:
            self.pieces.append((start, end, ""))

    def put(self, start: int, end: int, instead: str) -> None:
        """Puts other characters in a piece's place."""
        self.pieces.append((start, end, instead))

    def apply(self, raw: str) -> Edited:
        """The text, with its map to the file; of pieces that overlap, the one that starts first stands."""
        written: list[str] = []
        origin: list[tuple[int, int]] = []
        size = at = shift = 0
        for start, end, instead in sorted(self.pieces):
            if start < at:
                continue
            if start > at:
                if at - size != shift:
                    shift = at - size
                    origin.append((size, at))
                written.append(raw[at:start])
                size += start - at
            if instead:
                if start - size != shift:
                    shift = start - size
                    origin.append((size, start))
                written.append(instead)
                size += len(instead)
            at = end
        if at < len(raw):
            if at - size != shift:
                origin.append((size, at))
            written.append(raw[at:])
        return Edited("".join(written), origin)


@dataclass(slots=True)
class Edited:
    """The text after the edits."""

    text: str
    origin: list[tuple[int, int]]
    """(offset in the text, offset in the file), as in ``Source.origin``."""

    def at(self, raw_offset: int) -> int:
        """The offset in the text of a file offset; for a piece that was left out, of what follows it."""
        place = bisect_right(self.origin, raw_offset, key=lambda pair: pair[1]) - 1
        here, there = self.origin[place] if place >= 0 else (0, 0)
        offset = here + raw_offset - there
        following = self.origin[place + 1][0] if place + 1 < len(self.origin) else len(self.text)
        return min(offset, following)
