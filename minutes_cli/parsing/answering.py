"""Answering: lines and cells that answer the recommendation printed right before them (``Response: Agreed.``, P15)."""

from __future__ import annotations

import re
from itertools import islice

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.response_lines import response_line, verdict_at
from minutes_cli.grammar.words_seen import lacks
from minutes_cli.model import Evidence, Span
from minutes_cli.parsing.answers import Line
from minutes_cli.parsing.asking import Asks
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft, places
from minutes_cli.parsing.entries import add_paragraph
from minutes_cli.parsing.fillers import skip
from minutes_cli.parsing.labels import label_at
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.sentences import each_sentence

_ASKED = late(r"\W{0,4}(?:(?:scrutiny|panel|committee|review|the)\s){0,3}recommendations?\b", re.IGNORECASE)
_ANSWERED = late(
    r"\W{0,4}(?:[\w’']{1,20}\s){0,4}?(?:response|reply|answer|decision|accept(?:ed)?|agree(?:d)?|approved?|supported)s?\b", re.IGNORECASE
)
_YES_NO = late(r"(?P<yes>yes|y)|(?:no|n)", re.IGNORECASE)
_ENDS = late(r"\s{0,4}(?:[.,;:()–—-]|\||\t|$)")
_RESPONSE_HEAD = late(
    r"\W{0,4}(?:(?:the\s)?(?P<whose>[\w’'&-]{1,20}(?:\s[\w’'&-]{1,20}){0,4}?)(?:[’']s?)?\s)??(?:response|reply|answer)"
    r"(?:\s(?:of|from|by)\s(?:the\s)?(?P<by>[\w’' &-]{2,40}?))?\s{0,2}[:–—-]?\s{0,4}$",
    re.IGNORECASE,
)
"""A line that heads the answer in the paragraph below it."""
_CELL = late(r"[^|\t]{1,4000}")
_NUMBER = late(r"\s{0,4}(?:Recommendation\s)?\(?[0-9a-zA-Z]{1,3}[.):]{0,2}\s{0,4}$", re.IGNORECASE)
_RESPONDS = frozenset({"response", "reply", "answer"})
LONGEST_HEAD = 60
"""Code points of the longest head of a column."""
MOST_ANSWERED = 100
"""The last groups of an item among which the list stands that answers interrupt: a group for each answer."""

Cell = tuple[int, int]
"""Where a cell's words stand in the view."""


class Answering(Asks):
    """The parts of the walk that take answers printed with what they answer."""

    _columns: tuple[int, int] | None = None
    """Which columns of the table that is being read hold recommendations and answers."""

    _heads_answer: Block | None = None
    """The line that heads an answer (``Response``), until the answer is read."""

    def _answers_below(self, index: int, block: Block) -> bool:
        """Takes a line that heads an answer (``Response``), and the paragraph below it as the answer to what stands above."""
        head, self._heads_answer = self._heads_answer, None
        target = self.group or (self.groups[-1] if self.groups else None)
        if target is None or not target.entries or not (_is_asked(target) or _is_headed(target)):
            return False
        if head is not None:
            if block.kind not in ("prose", "lead-in", "labelled"):
                self._heads_answer = head if block.kind == "furniture" else None
                return False
            found = _RESPONSE_HEAD.match(head.view)
            said = found and ("whose" if found["whose"] else "by" if found["by"] else None)
            line = self._answered(target, block, 0, skip(block.view, 0), len(block.view), None)
            if line is not None and found is not None and said:
                line.by = squeeze(found[said])
            if _is_headed(target):
                target.kind, target.status, target.certainty = "recommendation", "reported", "inferred"
                target.evidence = [Evidence("answered", "a response to it stands below")]
            self.ledger.claim(block.paragraph.pieces, "narrative")
            return True
        if index - target.last > 2 or len(block.view) > LONGEST_HEAD or block.kind not in ("prose", "block-head"):
            return False
        if "respon" not in (small := block.view.casefold()) and "repl" not in small and "answer" not in small:
            return False
        if _RESPONSE_HEAD.match(block.view) is None:
            return False
        self._heads_answer = block
        self._pause()
        self.ledger.block(block, "narrative")
        return True

    def _answers_line(self, index: int, block: Block, begin: int = 0) -> bool:
        """Takes ``Cabinet response: Not agreed. …`` below a recommendation; the list goes on behind it."""
        target = self.group or (self.groups[-1] if self.groups and self._paused else None)
        if target is None or not target.entries or (target.first == index and not begin) or not _is_asked(target):
            return False
        found = response_line(block.view[begin:])
        if found is None or begin + found[0] >= len(block.view):
            return False
        at, whose = begin + found[0], found[1]
        self._answered(target, block, begin, at, len(block.view), whose and (begin + whose[0], begin + whose[1]))
        self.group = target
        self._pause()
        self.ledger.claim(places(block.paragraph, begin, len(block.view)), "narrative")
        target.last = index
        return True

    def _answered(self, target: GroupDraft, block: Block, begin: int, at: int, end: int, whose: Span | None) -> Line | None:
        """Notes the answer to a group's last recommendation: as told, else as not stated, with its first sentence."""
        verdict = verdict_at(block.view[:end], at) or (_yes_or_no(block.view[:end], at) if block.paragraph.cells else None)
        stop = verdict[1] if verdict else next((high for _, high in each_sentence(block.view, at, end)), end)
        entry = target.entries[-1]
        above = entry.label_span or (entry.pieces[0] if entry.pieces else None)
        span = places(block.paragraph, begin, stop)
        if above is None or not span:
            return None
        line = Line(above, (span[0][0], span[-1][1]), verdict[0] if verdict else "not-stated")
        line.by = squeeze(block.view[slice(*whose)]) if whose else None
        self.answers.append(line)
        return line

    def _verdict(self, index: int, block: Block) -> None:
        """A paragraph that is nothing but what was decided on an application (``Permission granted subject to conditions``, P37)."""
        news = block.facts["verdict"] == "settled" and (self.own.is_consulted() or self.side == "agenda")
        if self._mode is not None or self._waits() or self.motions.pending or self._in_quote() or news:
            return self._prose(index, block)
        self._close()
        group = self._start(index, block, "lead-in", basis="position")
        group.status, group.certainty = ("proposed" if self.side == "agenda" else "decided"), "inferred"
        group.evidence = [Evidence("verdict", "says in few words what was decided on an application")]
        self._fill(group, index, block, 0, opened=False)
        self._close()
        return None

    def _resumes_asked(self, index: int, block: Block) -> bool:
        """Goes on with a list of recommendations that its answers interrupt (``Decision: Agreed.`` below each of them)."""
        if self.side != "decision" or len(self.groups) < 2 or block.label is None:
            return False
        decided = self.groups[-1]
        asked = next((group for group in reversed(self.groups[-MOST_ANSWERED:]) if group.origin == "list"), None)
        if asked is None or decided.origin != "head" or len(decided.entries) != 1 or verdict_at(decided.entries[0].view, 0) is None:
            return False
        if asked.side == "decision" or asked.series.continues(block.label) is None:
            return False
        self._close()
        self.side, self.group = asked.side, asked
        asked.last = index - 1
        return True

    def _name_asked(self, group: GroupDraft) -> None:
        """Gives a list whose labels say that it recommends (``Recommendation 1: …``) its kind, and a status where no side gives one."""
        group.kind = "recommendation"
        if (self.side is None and self.record) or self.side == "decision":
            group.status, group.certainty = "proposed" if self.side else "reported", "inferred"
            group.evidence = [Evidence("named", "each entry is numbered as a recommendation, and nothing decides it")]

    def _answers_row(self, index: int, block: Block) -> bool:
        """Takes a row of a table of recommendations and the answers to them."""
        if not block.paragraph.cells or block.kind not in ("prose", "labelled", "block-head"):
            self._columns = None if not block.paragraph.cells else self._columns
            return False
        if self._columns is None and "ecommendation" not in block.view and "RECOMMENDATION" not in block.view:
            return False
        cells = [found.span() for found in _CELL.finditer(block.view) if found[0].strip(" \xa0")]
        if self._columns is None:
            self._columns = _columns(block.view, cells) or self._columns_below(index, block, cells)
            if self._columns is not None:
                self._close()
                self.ledger.block(block, "furniture")
            return self._columns is not None
        asked, answer = self._columns
        if len(cells) <= max(asked, answer):
            return not block.view.strip(" |\t\xa0:-–—")
        return self._row(index, block, cells[asked], cells[answer])

    def _columns_below(self, index: int, head: Block, cells: list[Cell]) -> tuple[int, int] | None:
        """Columns of a table whose head names recommendations only, where the first row below it holds a verdict in a cell of its own."""
        if len(cells) < 2 or any(high - low > LONGEST_HEAD for low, high in cells):
            return None
        asked = next((at for at, (low, high) in enumerate(cells) if _ASKED.match(head.view, low, high)), None)
        for block in self.item.blocks[index + 1 : index + 3]:
            row = [found.span() for found in _CELL.finditer(block.view) if found[0].strip(" \xa0")]
            if asked is None or not block.paragraph.cells:
                return None
            if len(row) != len(cells) or not any(each.isalpha() for each in block.view):
                continue
            return next(((asked, at) for at, (low, high) in enumerate(row) if at != asked and _is_verdict(block.view, low, high)), None)
        return None

    def _row(self, index: int, block: Block, asked: Cell, answer: Cell) -> bool:
        view = block.view
        begin, at = skip(view, asked[0]), skip(view, answer[0])
        verdict = verdict_at(view[: answer[1]], at) or _yes_or_no(view[: answer[1]], at)
        if _NUMBER.match(view[asked[0] : asked[1]]):
            token = view[asked[0] : asked[1]].split()[-1].strip("().:")
            span = places(block.paragraph, asked[0], verdict[1] if verdict else answer[1])
            if verdict is not None and span:
                self.answers.append(Line(None, (span[0][0], span[-1][1]), verdict[0], label=token))
                self.ledger.block(block, "narrative")
            return verdict is not None
        words = view[begin : asked[1]]
        label = label_at(view, begin, asked[1])
        if label is None and mood(words) is None:
            return False
        group = self.group
        if group is None or group.origin != "list" or group.last != index - 1:
            group = self._start(index, block, "list", basis="position")
            group.kind, group.status, group.certainty = "recommendation", "reported", "inferred"
            group.evidence = [Evidence("answered", "stands in a table beside the answer to it")]
        add_paragraph(group, Block(block.paragraph, body=begin), begin, opened=True, end=asked[1])
        group.last = index
        self.ledger.claim(places(block.paragraph, asked[1], len(view)), "narrative")
        self._answered(group, block, answer[0], at, answer[1], None)
        return True


def answer_behind(view: str, begin: int) -> int | None:
    """Where a sentence behind a recommendation in its own paragraph answers it (``… be lit. Response: Agreed``); None without one."""
    if lacks(view, _RESPONDS):
        return None
    for low, high in islice(each_sentence(view, begin), 1, None):
        if (found := response_line(view[low:high])) is not None and verdict_at(view, low + found[0]):
            return low
    return None


def _yes_or_no(text: str, at: int) -> tuple[str, int] | None:
    """The verdict that ``Yes`` or ``No`` at the beginning of a cell gives, and where it ends."""
    found = _YES_NO.match(text, at)
    if found is None or _ENDS.match(text, found.end()) is None:
        return None
    return ("accepted" if found["yes"] else "rejected"), found.end()


def _is_verdict(view: str, low: int, high: int) -> bool:
    """Whether a cell begins with a verdict."""
    at = skip(view, low)
    return verdict_at(view[:high], at) is not None or _yes_or_no(view[:high], at) is not None


def _is_headed(group: GroupDraft) -> bool:
    """Whether a heading alone says that a group recommends (``Recommendation 1``)."""
    return group.origin == "head" and group.status in (None, "proposed") and group.opener.facts.get("role") == "recommendation"


def _is_asked(group: GroupDraft) -> bool:
    return group.kind == "recommendation" or (group.origin == "list" and group.status in (None, "reported", "proposed"))


def _columns(view: str, cells: list[Cell]) -> tuple[int, int] | None:
    """Which of a row's cells head recommendations and answers; None where it is no such head."""
    if len(cells) < 2 or any(high - low > LONGEST_HEAD for low, high in cells):
        return None
    asked = next((at for at, (low, high) in enumerate(cells) if _ASKED.match(view, low, high)), None)
    answer = next((at for at, (low, high) in enumerate(cells) if at != asked and _ANSWERED.match(view, low, high)), None)
    return (asked, answer) if asked is not None and answer is not None else None
