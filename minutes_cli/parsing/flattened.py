"""Labels inside a paragraph: buried siblings, and lists that an extraction ran together on one line (P27, R45).

Three things look alike and are told apart by what stands before the label. A *buried sibling* continues the list's own style after a
sentence's end. A *flattened list* starts at its first label after a colon, a dash, a cell's edge or the lead-in, and goes on after
full stops, semicolons or cells. A *limb* (``That (i) … and (ii) …``) stands inside a sentence and stays there.
"""

from __future__ import annotations

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import word_list
from minutes_cli.parsing.edge_words import last_word
from minutes_cli.parsing.labels import SPACES, Label, label_at
from minutes_cli.parsing.moods import quotations
from minutes_cli.parsing.series import Series

_LIKE_LABEL = (
    r"(?=\([0-9A-Za-z]{1,6}\)|[0-9]{1,3}[.)][\s|]|[0-9]{1,3}[.)][A-Z]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[\s|]"
    r"|[a-z]{1,5}[.)][\s|]|[A-Z][).:][\s|]|[·•▪●\uf0b7\uf0a7])"
)
_FIRST = late(_LIKE_LABEL)
_LATER = late(rf"[\s|]{_LIKE_LABEL}")
_MARK = late(r"[.):·•▪●\uf0b7\uf0a7]")
"""One of these stands in every label; that there is none before a paragraph's last character is soon seen."""
_BEFORE_NUMBER = frozenset(
    word_list("no nos para paras paragraph section item minute clause part art article page p vol ref rule appendix")
)
_BEFORE_LETTER = frozenset(
    word_list("option options phase plan annex schedule zone site block unit class category grade plot band group ward tier list")
)
_LOOK_BACK = 24


@dataclass(slots=True)
class Inner:
    """A label found inside a paragraph; offsets count in the paragraph's view."""

    label: Label
    at: int
    run_in: bool
    """True for a buried sibling, False for a piece of a flattened list."""


@dataclass(slots=True)
class _Candidate:
    label: Label
    at: int
    edge: str
    """What stands before it: start, cell, announce, stop, semicolon, and, run, inside."""
    capital: bool


def _edge(view: str, begin: int, at: int) -> str:
    """What separates a label from the words before it."""
    before = view[max(begin, at - _LOOK_BACK) : at]
    bare = before.rstrip(SPACES + "\r\n|")
    gap = before[len(bare) :]
    if not bare:
        return "start" if at - begin <= _LOOK_BACK else "cell"
    if "\t" in gap or "|" in gap:
        return "cell"
    last = bare[-1]
    if last in ":" or (last in "-–—" and bare[-2:-1] in (":", " ", "\xa0", "/")):
        return "announce"
    tail = bare.lower()
    if tail.endswith((" and", " or", ";and", ",and")):
        front = tail.rstrip("andor").rstrip(SPACES)
        return "semicolon" if front.endswith((";", ".")) else "and"
    if last in "”\"’')]" and len(bare) > 1 and bare[-2] in ".;!?":
        last = bare[-2]
    if last in ".!?…":
        return "inside" if bare.endswith(".") and last_word(bare[:-1]) in _BEFORE_NUMBER else "stop"
    if last == ";":
        return "semicolon"
    return "inside"


_INITIAL = late(r"[A-Z]\.\s(?:[A-Z]\.\s?){0,3}[A-Z][\w’'-]{1,24}(?:[,;.:)]|\s(?:and\b|[A-Z(])|$)")
"""A letter before a name is no label."""
_THAT = late(r"(?:That|THAT)\s")
_LAST = late(r"(?:^|[\s(])(?P<word>[^\s(]{1,20})\s{1,4}$")


def _runs_on(view: str, begin: int, at: int, after: int, label: Label) -> bool:
    """Whether a label stands where a clause without a full stop ends: before ``That``, or a capital letter before a sentence.

    ``… set out in Appendix 2 2. That Cabinet …``, ``… the report B. Agrees …``; ``option B. The …`` and ``Councillor B. Ash`` are none.
    """
    before = _LAST.search(view, max(begin, at - _LOOK_BACK), at)
    if label.shape != "." or before is None or before["word"].casefold() in _BEFORE_NUMBER | _BEFORE_LETTER:
        return False
    if _THAT.match(view, after):
        return True
    return label.token.isupper() and before["word"].islower() and view[after].isupper()


def _candidates(view: str, begin: int, end: int) -> list[_Candidate]:
    found: list[_Candidate] = []
    if _MARK.search(view, begin, max(begin, end - 1)) is None:
        return found
    opaque = quotations(view, begin, end)
    places = [match.end() for match in _LATER.finditer(view, max(begin - 1, 0), end)]
    if not begin and _FIRST.match(view, 0, end):
        places.insert(0, 0)
    for at in places:
        if any(low < at < high for low, high in opaque):
            continue
        label = label_at(view, at, end)
        if label is None:
            continue
        after = at + label.length
        while after < end and view[after] in SPACES + "|":
            after += 1
        if after >= end:
            continue
        edge = _edge(view, begin, at)
        if (
            edge not in ("cell", "start")
            and label.shape == "."
            and label.token.isupper()
            and (edge == "and" or _INITIAL.match(view, at, end))
        ):
            continue
        edge = "run" if edge == "inside" and _runs_on(view, begin, at, after, label) else edge
        if edge == "inside" or (label.shape == "bullet" and label.raw in "-–—*oO"):
            continue
        found.append(_Candidate(label, at, edge, view[after].isupper() or view[after] in "“\"‘'[("))
    return found


_NEXT_BARE = late(r"(?<=[;.])\s{1,8}(?:and\s)?([A-Z])\s{1,8}(?=\S)")


def bare_pieces(view: str, begin: int, end: int) -> list[Inner]:
    """Pieces of a list on one line whose labels have no mark: ``A The fee be set; B The fee be printed.``, from the second on."""
    found: list[Inner] = []
    wanted = "B"
    for match in _NEXT_BARE.finditer(view, begin, end):
        if match[1] == wanted:
            label = label_at(view, match.start(1), end, bare=True)
            if label is not None:
                found.append(Inner(label, match.start(1), False))
                wanted = chr(ord(wanted) + 1)
    return found


def buried(view: str, begin: int, end: int, series: Series) -> list[Inner]:
    """Siblings buried in a labelled clause's paragraph, in order.

    Split only at a sentence's end, at the very label that the innermost open list calls for next, before a capital (R45).
    ``series`` stands after the clause's own label and is not changed.
    """
    if not series.levels:
        return []
    ahead = series.copy()
    depth = len(ahead.levels) - 1
    found = []
    for candidate in _candidates(view, begin, end):
        if candidate.edge in ("stop", "semicolon", "cell", "run") and candidate.capital and ahead.continues(candidate.label) == depth:
            ahead.place(candidate.label)
            found.append(Inner(candidate.label, candidate.at, True))
    return found


def flattened(view: str, begin: int, end: int, series: Series, *, opened: bool) -> list[Inner]:
    """Pieces of a list that stands on one line, in order.

    ``opened`` says that the paragraph follows a lead-in directly, so that a label at its start, or after a bare ``that``,
    may open the list. A list needs its first label and, unless it begins the paragraph, a second one after a sentence's
    end, a semicolon or a cell's edge. ``series`` is not changed.
    """
    candidates = _candidates(view, begin, end)
    if not candidates:
        return []
    ahead = series.copy()
    found: list[Inner] = []
    for index, candidate in enumerate(candidates):
        depth = ahead.continues(candidate.label) if ahead.started else None
        if depth is not None and (found or candidate.edge in ("stop", "semicolon", "cell", "run")):
            if candidate.edge != "and" or found:
                ahead.place(candidate.label, _later(candidates, index))
                found.append(Inner(candidate.label, candidate.at, False))
            continue
        opens = candidate.edge in ("announce", "cell") or (candidate.edge == "start" and opened)
        if opens and (any(reading.ordinal == 1 for reading in candidate.label.readings) or candidate.label.shape == "bullet"):
            if candidate.edge != "start" and not _goes_on(candidates, index):
                continue
            ahead.place(candidate.label, _later(candidates, index), opens_child=True)
            found.append(Inner(candidate.label, candidate.at, False))
    if found and found[0].label.shape != "bullet" and is_one_sentence(view[begin : found[0].at], view[found[-1].at : end]):
        return []
    return found


_AFTER_LIST = late(r"[\s,;](?:[-–—]\s?)(?:be|is|are|was|were|shall|to\sbe|have|has)\b")


def is_one_sentence(front: str, last: str) -> bool:
    """Whether a sentence begins before the labels and ends behind them (``That the estates - (i) …; (ii) … - be adopted``)."""
    bare = front.rstrip()
    return bare.endswith(("-", "–", "—")) and not bare.rstrip("-–— ").endswith(":") and _AFTER_LIST.search(last) is not None


def _later(candidates: list[_Candidate], index: int) -> Label | None:
    shape = candidates[index].label.shape
    return next((other.label for other in candidates[index + 1 : index + 12] if other.label.shape == shape), None)


def _goes_on(candidates: list[_Candidate], index: int) -> bool:
    """Whether the second label of a series follows, after more than a comma."""
    label = candidates[index].label
    alphabets = {reading.alphabet for reading in label.readings if reading.ordinal == 1}
    for other in candidates[index + 1 : index + 40]:
        if other.label.shape != label.shape or other.edge == "and":
            continue
        if label.shape == "bullet" or any(r.ordinal == 2 and r.alphabet in alphabets for r in other.label.readings):
            return True
    return False
