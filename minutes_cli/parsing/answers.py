"""Answers: what a body said to recommendations, tied to the clauses that it answers (P15)."""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.reference_labels import ReferenceLabel
from minutes_cli.grammar.parts.response_lines import find_labelled, verdict_at
from minutes_cli.grammar.parts.responses import FoundResponse, find_responses
from minutes_cli.model import Clause, Group, Item, Response, Span
from minutes_cli.parsing.details import clause_view
from minutes_cli.parsing.drafts import Told, places
from minutes_cli.parsing.labels import label_at
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.tree import walk

_NAMES = r"(?:scrutiny|panel|committee|commission|sub-group|task|review|working|forum)"
_OTHERS = late(rf"\b{_NAMES}\b[^.]{{0,60}}\brecommend|\brecommendations?\b[^.]{{0,60}}\b{_NAMES}\b", re.IGNORECASE)
"""What says that recommendations are another body's, and not the officers' own."""


@dataclass(slots=True)
class Line:
    """A line that answers the recommendation printed right above it (``Response: Agreed.``); places count in the text."""

    above: Span | None
    """Where the recommendation's label or words stand; None where only its label is told."""
    span: Span
    verdict: str
    by: str | None = None
    label: str | None = None
    """The recommendation's label, without marks, where the line stands elsewhere."""


def find_answers(text: str, item: Item, told: list[Told], lines: list[Line]) -> None:
    """Adds an item's responses: from its narrative, from what it decided, and from the lines that answer each recommendation."""
    asked = _asked(item.groups)
    answers = Answers(text, item, asked)
    answers.others = _OTHERS.search(item.title or "") is not None
    for _, block, begin, end in told:
        view = block.view[begin:end]
        answers.others = answers.others or _OTHERS.search(view) is not None
        own = label_at(view)
        for found in [*find_responses(view), *find_labelled(view)]:
            spans = places(block.paragraph, begin + found.start, begin + found.end)
            if spans:
                answers.add(found, view, (spans[0][0], spans[-1][1]))
        if own is not None and asked is not None and asked.status == "reported":
            at = own.length + len(view[own.length :]) - len(view[own.length :].lstrip())
            verdict = verdict_at(view, at)
            clause = next((clause for clause in asked.clauses if verdict and _is(clause, (own.token,))), None)
            spans = places(block.paragraph, begin, begin + verdict[1]) if verdict else []
            if clause is not None and verdict is not None and spans:
                answers.put(Response(None, verdict[0], [clause.id], span=(spans[0][0], spans[-1][1])))
    for group in item.groups:
        if group.status == "decided" and group.form is None:
            _add_settled(text, group, answers)
    for line in lines:
        answers.add_line(line)
    item.responses.sort(key=lambda response: response.span or (0, 0))


def _add_settled(text: str, group: Group, answers: Answers) -> None:
    """Adds what the clauses of a decision answer.

    Officers' recommendations in a report are adopted (P12); they are answered only where some are turned down or put off.
    """
    asked = answers.asked
    rows: list[tuple[FoundResponse, str, int]] = []
    clauses = walk(group)
    if not any("ecommendation" in clause.text for clause in clauses):
        return
    for clause in clauses:
        view, start = clause_view(text, clause)
        rows.extend((found, view, start) for found in find_responses(view, settled=True))
    if asked is None and not answers.others:
        rows = [row for row in rows if _OTHERS.search(row[1])]
    elif (
        asked is not None
        and asked.status == "proposed"
        and not answers.others
        and all(found.verdict in ("accepted", "noted") for found, _, _ in rows)
    ):
        return
    for found, view, start in rows:
        answers.add(found, view, (start + found.start, start + found.end), group.by)


class Answers:
    """An item's responses while they are gathered: none twice, and none tied to clauses that it does not name."""

    def __init__(self, text: str, item: Item, asked: Group | None) -> None:
        self.text = text
        self.item = item
        self.asked = asked
        self.others = False
        """Whether the item says that the recommendations are another body's."""

    def add(self, found: FoundResponse, view: str, span: Span, by: str | None = None) -> None:
        """Adds what was found in ``view``, whose place in the text is ``span``."""
        response = Response(by, found.verdict, self._scope(found), span=span)
        if found.by_start is not None and found.by_end is not None:
            response.by = squeeze(view[found.by_start : found.by_end])
        if found.pointer_span is not None:
            response.pointer = squeeze(view[slice(*found.pointer_span)])
        self.put(response)

    def add_line(self, line: Line) -> None:
        """Adds what a line answers to the recommendation above it, or to the one that it names."""
        if line.above is None:
            named = [clause for clause in self.asked.clauses if line.label and _is(clause, (line.label,))] if self.asked else []
            return self.put(Response(line.by, line.verdict, [clause.id for clause in named], span=line.span))
        for group in self.item.groups:
            for clause in walk(group):
                pieces = [piece for piece in (clause.label_span, clause.span, *clause.spans) if piece is not None]
                if any(low <= line.above[0] < high for low, high in pieces):
                    return self.put(Response(line.by, line.verdict, [clause.id], group.id, span=line.span))
        return None

    def put(self, response: Response) -> None:
        """Adds a response, unless the same was said before (a decision printed twice)."""
        known = ((one.verdict, one.scope, one.pointer) for one in self.item.responses)
        if (response.verdict, response.scope, response.pointer) in known and response.pointer is None:
            return
        if response.span is not None:
            response.text = squeeze(self.text[slice(*response.span)])
        if response.group is None and self.asked is not None:
            response.group = self.asked.id
        self.item.responses.append(response)

    def _scope(self, found: FoundResponse) -> str | list[str]:
        """all, or the ids of the clauses that are answered; none where those named are not printed on the page."""
        asked = self.asked
        if found.excepted is not None:
            left_out = _named(found.excepted.labels, found.excepted.ordinals, asked)
            return [clause.id for clause in asked.clauses if clause not in left_out] if asked is not None and left_out else []
        if found.rest and asked is not None:
            answered = {name for response in self.item.responses if isinstance(response.scope, list) for name in response.scope}
            return [clause.id for clause in asked.clauses if clause.id not in answered]
        if found.all_ or not (found.labels or found.ordinals):
            return "all"
        return [clause.id for clause in _named(found.labels, found.ordinals, asked)]


def _asked(groups: list[Group]) -> Group | None:
    """The list that answers speak of: what another body recommended, else what was proposed."""
    for status in ("reported", "proposed"):
        lists = [
            group
            for group in groups
            if group.status == status and group.clauses and (status == "proposed" or group.kind == "recommendation")
        ]
        if lists:
            return max(lists, key=lambda group: len(group.clauses))
    return None


def _named(
    labels: tuple[tuple[ReferenceLabel, ReferenceLabel | None], ...], ordinals: tuple[int, ...], asked: Group | None
) -> list[Clause]:
    """The clauses that labels and ordinals name, in the order named; a range whose end is not printed names none."""
    if asked is None:
        return []
    named: list[Clause] = []
    for low, high in labels:
        first = next((at for at, clause in enumerate(asked.clauses) if _is(clause, low.path)), None)
        last = first if high is None else next((at for at, clause in enumerate(asked.clauses) if _is(clause, high.path)), None)
        if first is not None and last is not None:
            named.extend(asked.clauses[first : last + 1])
    for ordinal in ordinals:
        at = ordinal - 1 if ordinal > 0 else len(asked.clauses) + ordinal
        if 0 <= at < len(asked.clauses):
            named.append(asked.clauses[at])
    return named


def _is(clause: Clause, path: tuple[str, ...]) -> bool:
    return clause.label is not None and clause.label.strip("().: ").casefold() == path[0].casefold()
