"""Answers: what a body said to recommendations, tied to the clauses that it answers (P15)."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.reference_labels import ReferenceLabel
from minutes_cli.grammar.parts.response_lines import find_labelled, verdict_at
from minutes_cli.grammar.parts.response_pointers import body_at
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
_OWNED = late(
    rf"\b{_NAMES}\b(?:[’']s?)?\srecommendations?\b|\brecommendations?\b[^.;:]{{0,60}}?\b(?:of|from|by)\b[^.;:]{{0,60}}?\b{_NAMES}\b",
    re.IGNORECASE,
)
"""The same inside an answer, where a panel that agrees the recommendations is no owner of them."""
_STEM_BODY = late(r"(?:that\s|to\s){0,2}(?=\S)", re.IGNORECASE)


FAR = 120
"""Code points behind an answer in which the words stand that say whose recommendations it answers."""


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
    answers.others = answers.titled = _OTHERS.search(item.title or "") is not None
    for _, block, begin, end in told:
        view = block.view[begin:end]
        answers.others = answers.others or _OTHERS.search(view) is not None
        own = label_at(view)
        for found in [*find_responses(view, mild=True), *find_labelled(view)]:
            if found.mild and not answers.is_anothers(found, view):
                continue
            spans = places(block.paragraph, begin + found.start, begin + found.end)
            if spans:
                answers.add(found, view, (spans[0][0], spans[-1][1]))
        if own is not None and asked is not None and asked.status == "reported":
            at = own.length + len(view[own.length :]) - len(view[own.length :].lstrip())
            verdict = verdict_at(view, at)
            place = answers.labelled(own.token)
            spans = places(block.paragraph, begin, begin + verdict[1]) if verdict else []
            if place is not None and verdict is not None and spans:
                answers.put(Response(None, verdict[0], [asked.clauses[place].id], span=(spans[0][0], spans[-1][1])))
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
        said = find_responses(view, settled=True, mild=True)
        rows.extend((found, view, start) for found in said if not found.mild or answers.is_anothers(found, view))
    if asked is None and not answers.others and not _sorted_out(rows):
        rows = [row for row in rows if _OTHERS.search(row[1])]
    elif (
        asked is not None
        and asked.status == "proposed"
        and not answers.others
        and all(found.verdict in ("accepted", "noted") for found, _, _ in rows)
    ):
        return
    by = group.by or _body_of_stem(group.stem or "")
    for found, view, start in rows:
        answers.add(found, view, (start + found.start, start + found.end), by)


def _sorted_out(rows: list[tuple[FoundResponse, str, int]]) -> bool:
    """Whether recommendations are answered one by one, and not adopted as officers' own are: some not, or by name ``accepted`` (P12)."""
    return any(
        found.labels and (found.verdict not in ("accepted", "noted") or "accept" in view[found.start : found.end].casefold())
        for found, view, _ in rows
    )


def _body_of_stem(stem: str) -> str | None:
    """The body that a stem names as the one that acts (``that the Cabinet:``)."""
    front = _STEM_BODY.match(stem)
    body = body_at(stem, front.end()) if front else None
    return squeeze(stem[slice(*body)]) if body else None


class Answers:
    """An item's responses while they are gathered: none twice, and none tied to clauses that it does not name."""

    def __init__(self, text: str, item: Item, asked: Group | None) -> None:
        self.text = text
        self.item = item
        self.asked = asked
        self.others = False
        """Whether the item says that the recommendations are another body's."""
        self.titled = False
        """Whether its title does."""
        self._places: dict[str, int] = {}
        """Where the first clause of each label stands in the list that is answered."""
        for at, clause in enumerate(asked.clauses if asked is not None else []):
            if clause.label is not None:
                self._places.setdefault(clause.label.strip("().: ").casefold(), at)
        self._known: set[tuple[str, str | tuple[str, ...]]] = set()
        """Verdicts and scopes of what was said with no pointer."""
        self._answered: set[str] = set()
        """The clauses that a response named."""
        self._pieces: list[tuple[int, int, Clause, Group]] | None = None

    def labelled(self, label: str | None) -> int | None:
        """Where in the list that is answered the first clause with a label stands; marks around it do not count."""
        return self._places.get(label.casefold()) if label is not None else None

    def is_anothers(self, found: FoundResponse, view: str) -> bool:
        """Whether recommendations that were only ``agreed`` or ``noted`` are another body's: by the item, or by the words behind."""
        if self.titled or (self.asked is not None and self.asked.status == "reported"):
            return True
        return _OWNED.search(view, found.by_end or found.start, found.end + FAR) is not None

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
            at = self.labelled(line.label)
            named = [] if at is None or self.asked is None else [self.asked.clauses[at].id]
            return self.put(Response(line.by, line.verdict, named, span=line.span))
        self._pieces = _printed(self.item.groups) if self._pieces is None else self._pieces
        at = bisect_right(self._pieces, line.above[0], key=itemgetter(0)) - 1
        if at >= 0 and line.above[0] < self._pieces[at][1]:
            *_, clause, group = self._pieces[at]
            self.put(Response(line.by, line.verdict, [clause.id], group.id, span=line.span))
        return None

    def put(self, response: Response) -> None:
        """Adds a response, unless the same was said before (a decision printed twice)."""
        named = response.scope if isinstance(response.scope, str) else tuple(response.scope)
        if response.span is not None:
            response.text = squeeze(self.text[slice(*response.span)])
        if response.pointer is None:
            said = (response.verdict, named or response.text or "")
            if said in self._known:
                return
            self._known.add(said)
        if not isinstance(named, str):
            self._answered.update(named)
        if response.group is None and self.asked is not None:
            response.group = self.asked.id
        self.item.responses.append(response)

    def _scope(self, found: FoundResponse) -> str | list[str]:
        """all, or the ids of the clauses that are answered; none where those named are not printed on the page."""
        clauses = self.asked.clauses if self.asked is not None else []
        if found.excepted is not None:
            left_out = {clauses[at].id for at in self._named(found.excepted.labels, found.excepted.ordinals)}
            return [clause.id for clause in clauses if clause.id not in left_out] if left_out else []
        if found.rest and self.asked is not None:
            return [clause.id for clause in clauses if clause.id not in self._answered]
        if found.all_ or not (found.labels or found.ordinals):
            return "all"
        return [clauses[at].id for at in self._named(found.labels, found.ordinals)]

    def _named(self, labels: tuple[tuple[ReferenceLabel, ReferenceLabel | None], ...], ordinals: tuple[int, ...]) -> list[int]:
        """Where the clauses stand that labels and ordinals name, in the order named; a range whose end is not printed names none."""
        count = len(self.asked.clauses) if self.asked is not None else 0
        named: list[int] = []
        for low, high in labels:
            first = self.labelled(low.path[0])
            last = first if high is None else self.labelled(high.path[0])
            if first is not None and last is not None:
                named.extend(range(first, last + 1))
        places = (ordinal - 1 if ordinal > 0 else count + ordinal for ordinal in ordinals)
        return [*named, *(at for at in places if 0 <= at < count)]


def _printed(groups: list[Group]) -> list[tuple[int, int, Clause, Group]]:
    """Where each clause's label and words are printed, in the order of the text, with its group."""
    return sorted(
        (
            (*piece, clause, group)
            for group in groups
            for clause in walk(group)
            for piece in (clause.label_span, clause.span, *clause.spans)
            if piece is not None
        ),
        key=itemgetter(0, 1),
    )


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
