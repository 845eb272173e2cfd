"""What a stretch of a line begins with, and which phrases may match there: each stretch is looked at once.

Callers ask many sections about one place, and about the same line as part of the page and of a paragraph. So what is
known of a stretch hangs on its characters alone, and is kept for a while.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from minutes_cli.grammar.elements import Reader
from minutes_cli.grammar.folding import LINE_ENDS, skip_space
from minutes_cli.grammar.index import Candidate, Entry, Index, Place, place_at
from minutes_cli.grammar.named import opens_with_label
from minutes_cli.grammar.words_seen import seen_in

REACH = 200
"""Code points from its start in which a phrase must end."""
BEHIND = 24
"""Code points behind a stretch, blanks left out, that are enough to tell whether a label stands there."""

Found = tuple[Entry, int, dict[str, list[tuple[int, int]]]]
"""A phrase with its end and the spans of its parts, counted from the start of the stretch."""
Parse = Callable[[Entry, str], Found | None]


class Opening:
    """A stretch of at most `REACH` characters of one line, from a place where a phrase may begin."""

    __slots__ = ("_behind", "_entries", "_found", "behind", "window")

    def __init__(self, index: Index, window: str, behind: str, mask: int) -> None:
        """`mask` leaves all phrases out that nobody asks for or that the words of the stretch rule out."""
        self.window = window
        self.behind = behind
        """What follows on the line where the stretch was cut, for telling how the line goes on."""
        self._entries: dict[str, list[Candidate]] = {}
        self._found: dict[tuple[str, bool], Found | None] = {}
        self._behind: dict[str, tuple[bool, Place | None]] = {}
        first = place_at(window, 0)
        mask &= index.beginning(first)
        if not mask:
            return
        after = skip_space(window, len(first.printed))
        candidates = list(index.opened_by(mask, first, place_at(window, after) if after < len(window) else None))
        if candidates and len(window) >= REACH:
            # What a longer line holds beyond the stretch may have let phrases through; few come as far as this question.
            mask = index.possible(seen_in(window))
            candidates = [candidate for candidate in candidates if mask >> candidate[0].order & 1]
        for candidate in candidates:
            self._entries.setdefault(candidate[0].phrase.section, []).append(candidate)

    def sections(self) -> Collection[str]:
        """The sections of which a phrase may begin with these two words, and holds what it cannot do without."""
        return self._entries.keys()

    def best(self, section: str, inline: bool, parse: Parse) -> Found | None:
        """The phrase of `section` that reaches furthest, the first in file order of equals; `inline` leaves all others out."""
        candidates = self._entries.get(section)
        if candidates is None:
            return None
        asked = (section, inline)
        if asked in self._found:
            return self._found[asked]
        best: Found | None = None
        for entry, readers in candidates:
            if inline and not entry.inline:
                continue
            if readers and not self._opens(entry, readers):
                continue
            found = parse(entry, self.window)
            if found is None or (entry.rest and not self._rest_fits(entry.rest, found[1])):
                continue
            if best is None or found[1] > best[1] or (found[1] == best[1] and entry.order < best[0].order):
                best = found
        self._found[asked] = best
        return best

    def _opens(self, entry: Entry, readers: tuple[tuple[str, Reader], ...]) -> bool:
        """Whether one of the named parts stands here, and behind it what may follow it in the phrase."""
        for part, reader in readers:
            if part not in self._behind:
                end = reader(self.window, 0)
                after = skip_space(self.window, end)
                self._behind[part] = end >= 0, place_at(self.window, after) if -1 < end <= after < len(self.window) else None
            stands, place = self._behind[part]
            if stands and entry.may_follow(part, place):
                return True
        return False

    def _rest_fits(self, rest: str, at: int) -> bool:
        """True where the line ends at `at`, but for white space, or where a label stands there and a label will do."""
        text = self.window + self.behind
        at = skip_space(text, at)
        return at >= len(text) or text[at] in LINE_ENDS or (rest == "label" and opens_with_label(text, at))


def window_at(text: str, start: int, limit: int) -> tuple[str, str]:
    """The line from `start`, cut to `REACH` characters and to `limit`, and the beginning of what was cut off."""
    end = min(limit, start + REACH)
    window = text[start:end]
    lines = window.splitlines()
    if len(lines) != 1 or len(lines[0]) != len(window):
        return (lines[0] if lines else ""), ""
    if end == limit:
        return window, ""
    after = skip_space(text, end)
    return window, text[end : end + 1][: after - end] + text[after : min(limit, after + BEHIND)]
