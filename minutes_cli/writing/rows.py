"""The flat form of a record: a clause a row, for CSV and JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minutes_cli.model import Clause, Group, Item, Minutes, Response

COLUMNS = {
    "path": "the source's name as given",
    "sha256": "of the source's bytes",
    "body": "the body that met; the item's own where a page holds several meetings",
    "date": "ISO date of the meeting; the item's own where a page holds several meetings",
    "item": "id of the agenda item",
    "item_number": "its number as printed",
    "item_title": "its title",
    "group": "id of the group",
    "side": "agenda, decision or minutes",
    "status": "proposed, moved, decided, lost or reported",
    "lead_in": "the words that open the group",
    "stem": "the shared beginning of fragments",
    "certainty": "certain, inferred or guess",
    "copy_of": "id of the group that prints the same decision elsewhere on the page",
    "clause": "id of the clause",
    "parent": "id of the clause that holds it",
    "role": "clause, or condition for a condition listed under a clause",
    "label": "the mark as printed",
    "expected_label": "the label that its place calls for, where the printed one differs",
    "kind": "resolution or recommendation",
    "action": "note, approve, recommend, refer...",
    "to": "whom it addresses",
    "text": "its own words",
    "tail": "its words that follow the clauses under it",
    "full_text": "stem and text, where a stem stands",
    "references": "the words that point elsewhere",
    "targets": "ids of the clauses pointed at",
    "deadline": "the words that say by when",
    "deadline_amount": "a number of deadline_unit",
    "deadline_unit": "day, week, month or year",
    "deadline_date": "ISO date, where one is printed",
    "moved_by": "the clause's own movers, or the group's",
    "seconded_by": "the clause's own seconders, or the group's",
    "vote": "outcome of the clause's own vote, or the group's",
    "votes_for": "number of votes",
    "votes_against": "number of votes",
    "votes_abstain": "number of votes",
    "response": "verdict of the answer to it: accepted, accepted-in-part, noted, rejected, deferred or not-stated",
    "response_by": "who answered",
    "inferred": "what was inferred of it",
    "start": "first code point in the extracted text, from 0",
    "end": "code point after its last",
    "first_line": "from 1",
    "last_line": "from 1",
    "page": "printed page, from 1",
}
"""Every column, in order, with what it holds."""

_NUMBERS = frozenset({"deadline_amount", "votes_for", "votes_against", "votes_abstain", "start", "end", "first_line", "last_line", "page"})
_LISTS = frozenset({"to", "references", "targets", "moved_by", "seconded_by", "inferred"})


def rows_schema() -> dict[str, Any]:
    """The JSON Schema of one row of JSON Lines; CSV has the same columns, lists joined by ``; ``."""
    properties: dict[str, Any] = {}
    for column, description in COLUMNS.items():
        kind: dict[str, Any] = {"type": "integer"} if column in _NUMBERS else {"type": "string"}
        properties[column] = {"description": description} | ({"type": "array", "items": kind} if column in _LISTS else kind)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:minutes-cli:minutes-rows:1",
        "title": "minutes-rows/1",
        "description": "A clause as one row.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def clause_rows(minutes: Minutes) -> Iterator[dict[str, Any]]:
    """One dict a clause, in the order of the page, with the keys of `COLUMNS`; what is unknown is left out.

    A response to `all` stands on the recommendations of the group that it names, or of the item; one that names clauses stands on those.
    """
    for item in minutes.items:
        for group in item.groups:
            head = _head(minutes, item, group)
            stack = [(clause, "", "clause") for clause in reversed(group.clauses)]
            while stack:
                clause, parent, role = stack.pop()
                row = head | _clause_row(item, group, clause, parent, role)
                yield {column: row[column] for column in COLUMNS if row.get(column) not in (None, "", [])}
                below = [(child, clause.id, "condition") for child in clause.conditions]
                below += [(child, clause.id, role) for child in clause.clauses]
                stack.extend(reversed(below))


def _head(minutes: Minutes, item: Item, group: Group) -> dict[str, Any]:
    return {
        "path": minutes.source.path,
        "sha256": minutes.source.sha256,
        "body": item.body or minutes.meeting.body,
        "date": item.date or minutes.meeting.date,
        "item": item.id,
        "item_number": item.number,
        "item_title": item.title,
        "group": group.id,
        "side": group.side,
        "status": group.status,
        "lead_in": group.lead_in,
        "stem": group.stem,
        "certainty": group.certainty,
        "copy_of": group.copy_of,
    }


def _clause_row(item: Item, group: Group, clause: Clause, parent: str, role: str) -> dict[str, Any]:
    vote = clause.vote or group.vote
    spans = clause.spans or ([clause.span] if clause.span else [])
    answers = [answer for answer in item.responses if _answers(answer, group, clause)]
    row: dict[str, Any] = {
        "clause": clause.id,
        "parent": parent,
        "role": role,
        "label": clause.label,
        "expected_label": clause.expected_label,
        "kind": clause.kind,
        "action": clause.action,
        "to": clause.to,
        "text": clause.text,
        "tail": clause.tail.text if clause.tail else None,
        "full_text": clause.full_text,
        "references": [reference.text for reference in clause.references],
        "targets": [target for reference in clause.references for target in reference.targets],
        "moved_by": clause.moved_by or group.moved_by,
        "seconded_by": clause.seconded_by or group.seconded_by,
        "response": answers[-1].verdict if answers else None,
        "response_by": answers[-1].by if answers else None,
        "inferred": clause.inferred,
        "start": spans[0][0] if spans else None,
        "end": spans[-1][1] if spans else None,
        "first_line": clause.lines[0] if clause.lines else None,
        "last_line": clause.lines[1] if clause.lines else None,
        "page": clause.page,
    }
    if clause.deadline:
        due = clause.deadline
        row |= {"deadline": due.text, "deadline_amount": due.amount, "deadline_unit": due.unit, "deadline_date": due.date}
    if vote:
        row |= {"vote": vote.outcome, "votes_for": vote.for_, "votes_against": vote.against, "votes_abstain": vote.abstain}
    return row


def _answers(response: Response, group: Group, clause: Clause) -> bool:
    if response.scope != "all":
        return clause.id in response.scope
    return clause.kind == "recommendation" and response.group in (None, group.id)
