"""Answers: what a body said to recommendations, tied to the clauses that it answers (P15)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.responses import FoundResponse, find_responses
from minutes_cli.model import Clause, Group, Item, Response
from minutes_cli.parsing.drafts import places
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.paragraphs import Paragraph


def find_answers(text: str, item: Item, told: list[tuple[Paragraph, int, int]]) -> None:
    """Adds an item's responses from its narrative."""
    asked = _asked(item.groups)
    for paragraph, begin, end in told:
        for found in find_responses(paragraph.view[begin:end]):
            span = places(paragraph, begin + found.start, begin + found.end)
            if not span:
                continue
            response = Response(verdict=found.verdict)
            if found.by_start is not None and found.by_end is not None:
                response.by = squeeze(paragraph.view[begin + found.by_start : begin + found.by_end])
            response.span = (span[0][0], span[-1][1])
            response.text = squeeze(text[response.span[0] : response.span[1]])
            if found.pointer_span is not None:
                response.pointer = squeeze(paragraph.view[begin + found.pointer_span[0] : begin + found.pointer_span[1]])
            response.scope = _scope(found, asked)
            if asked is not None:
                response.group = asked.id
            item.responses.append(response)
            item.responses.extend(_others(text, paragraph, begin, end, found, response, asked))


_CHAIN = late(
    r",?\s(?:and|but|while)\s(?P<verb>accepted|agreed|deferred|rejected|refused|noted)\sthe\s(?P<which>first|second|third|fourth|fifth|last)(?:\sone)?(?=[\s,;.]|$)",
    re.IGNORECASE,
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_VERDICTS = {"agreed": "accepted", "refused": "rejected"}


def _others(
    text: str, paragraph: Paragraph, begin: int, end: int, found: FoundResponse, first: Response, asked: Group | None
) -> list[Response]:
    """Answers in the first one's sentence that leave the noun out (``accepted the first recommendation and deferred the second``)."""
    if asked is None or not found.ordinals:
        return []
    others: list[Response] = []
    at = begin + found.end
    while (chained := _CHAIN.match(paragraph.view, at, end)) is not None:
        at = chained.end()
        span = places(paragraph, chained.start("verb"), at)
        which = _ORDINALS[chained["which"].lower()]
        if not span or which >= len(asked.clauses):
            break
        verb = chained["verb"].lower()
        place = (span[0][0], span[-1][1])
        others.append(
            Response(
                first.by,
                _VERDICTS.get(verb, verb),
                [asked.clauses[which].id],
                asked.id,
                text=squeeze(text[place[0] : place[1]]),
                span=place,
            )
        )
    return others


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


def _scope(found: FoundResponse, asked: Group | None) -> str | list[str]:
    if found.all_ or asked is None or not (found.labels or found.ordinals):
        return "all"
    named: list[Clause] = []
    for low, high in found.labels:
        first = next((at for at, clause in enumerate(asked.clauses) if _is(clause, low.path)), None)
        last = first if high is None else next((at for at, clause in enumerate(asked.clauses) if _is(clause, high.path)), None)
        if first is not None and last is not None:
            named.extend(asked.clauses[first : last + 1])
    for ordinal in found.ordinals:
        at = ordinal - 1 if ordinal > 0 else len(asked.clauses) + ordinal
        if 0 <= at < len(asked.clauses):
            named.append(asked.clauses[at])
    return [clause.id for clause in named] or "all"


def _is(clause: Clause, path: tuple[str, ...]) -> bool:
    return clause.label is not None and clause.label.strip("().: ").casefold() == path[0].casefold()
