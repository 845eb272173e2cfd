"""Counts and names of a vote under labels, in prose or in a table (P19).

Productions::

    labelled = side-label ":" (figure | ["(" figure ")"] people) { side-label … }
    prose    = people ("voted" "for" | "voted" "against" | "abstained")
"""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import DASH, GAP, NO_WORD_AFTER, NO_WORD_BEFORE
from minutes_cli.grammar.parts.numbers import number_value
from minutes_cli.grammar.parts.persons import FoundPerson, read_people, read_people_before, read_person
from minutes_cli.grammar.parts.vote_record import FoundVote, Spans
from minutes_cli.grammar.parts.vote_tables import FoundTable
from minutes_cli.grammar.parts.vote_tallies import NUMBER

_OF_WHAT = r"[^\n:.;]{0,80}(?=:)"
_WHO = rf"(?:(?:votes|members?|councillors?|those){GAP}(?:(?:voting|cast|who{GAP}voted){GAP})?)?"
_OF_MOTION = (
    rf"(?:{GAP}(?:of{GAP})?(?:the|this){GAP}(?:(?:substantive|original|amended){GAP})?(?:motion|amendment|proposal|recommendations?|resolution)"
    rf"(?:{GAP}(?:was|were)(?={GAP}))?)?"
)
"""``For the Motion``, also as the beginning of a sentence that names those who voted so (``Against the Motion was Councillor Birch``)."""
_LABELS = {
    "for": rf"{_WHO}(?:in{GAP}favou?r|for){_OF_MOTION}|there{GAP}voted{GAP}(?:for|in{GAP}favou?r){_OF_WHAT}|ayes?|yeas?|yes|o{GAP}blaid",
    "against": rf"{_WHO}against{_OF_MOTION}|there{GAP}voted{GAP}against{_OF_WHAT}|opposed|noes|nays?|no|yn{GAP}erbyn",
    "abstain": rf"abstentions?|abstain(?:ed|ing)?|there{GAP}abstained{_OF_WHAT}|(?:ym)?atal(?:iadau|iad|wyd)?",
    "absent": rf"(?:present{GAP})?not{GAP}voting|did{GAP}not{GAP}vote|absent|recused?",
}
_LABEL = late(
    rf"{NO_WORD_BEFORE}(?:"
    + "|".join(f"(?P<{side}>{words})" for side, words in _LABELS.items())
    + rf")(?:\s{{0,4}}(?:[:=|\t]|{DASH}(?=\s|[0-9]))|(?=\s{{0,3}}\(?[0-9])|(?<=[\s]was)(?={GAP})|(?<=[\s]were)(?={GAP}))[\s*_]{{0,8}}",
    re.IGNORECASE,
)
_COUNT_AFTER = late(rf"\(?(?P<count>{NUMBER})\)?(?:\s{{0,2}}:)?", re.IGNORECASE)
_COUNT_BEHIND = late(
    r"\s{0,4}(?:\((?:[Tt]otal\s?:?\s?)?([0-9]{1,4})(?:\s(?:votes?|members|councillors))?\)|[|\t]\s{0,4}([0-9]{1,4})(?=\s{0,4}(?:[|\t\n]|\Z))|[.…]{2,120}\s{0,4}([0-9]{1,4})(?![0-9]))"
)
_BETWEEN_LABELS = late(r"(?:\s{0,4}[|\t]\s{0,4}0(?=\s{0,4}[|\t\n]))?[\s.,;|/*_>]{0,24}(?:(?:and|those|Those)\s{1,4})?")

_PROSE = gated(
    "voted abstained",
    rf"{NO_WORD_BEFORE}(?:(?P<for>voted{GAP}(?:for|in{GAP}favou?r))|(?P<against>voted{GAP}against)|(?P<abstain>abstained)){NO_WORD_AFTER}",
    re.IGNORECASE,
)

MOST = 200
"""Votes of one text; more is no clause."""


def find_labelled(text: str, titles: tuple[str, ...], roles: tuple[str, ...]) -> list[FoundVote]:
    """``labelled``: at least two sides, or one side with titled names."""
    found: list[FoundVote] = []
    at = 0
    while (hit := _LABEL.search(text, at)) is not None:
        counts: dict[str, int | None] = {}
        names: dict[str, Spans] = {}
        end, titled = hit.end(), False
        label: re.Match[str] | None = hit
        while label is not None:
            side = label.lastgroup or ""
            count, people, reached = _count_and_names(text, label.end(), titles, roles)
            if side in counts or side in names or (count is None and not people):
                break
            end = reached
            if count is not None:
                counts[side] = count
            if people:
                names[side] = tuple((person.start, person.end) for person in people)
                titled = titled or people[0].titled
            between = _BETWEEN_LABELS.match(text, end)
            label = _LABEL.match(text, between.end() if between else end)
        sides = counts.keys() | names.keys()
        if (len(sides) > 1 or (titled and sides != {"absent"})) and sides & {"for", "against", "abstain"}:
            found.append(FoundVote(hit.start(), end, None, counts.get("for"), counts.get("against"), counts.get("abstain"), names))
        at = max(end, hit.end())
    return found


def _count_and_names(text: str, at: int, titles: tuple[str, ...], roles: tuple[str, ...]) -> tuple[int | None, list[FoundPerson], int]:
    """What stands after a side's label: a count, names, or both, and where it ends."""
    count = _COUNT_AFTER.match(text, at)
    value = number_value(count["count"]) if count else None
    end = count.end() if count else at
    gap = re.compile(r"\s{0,8}").match(text, end)
    listed = count is None or text[end - 1] in ":)"
    at = gap.end() if gap else end
    people = read_people(text, at, titles, roles, bare=listed, plural=True)
    if people:
        end = people[-1].end
        behind = _COUNT_BEHIND.match(text, end)
        if behind is not None:
            value, end = int(behind[1] or behind[2] or behind[3]), behind.end()
    return value, people, end


def find_prose(text: str, titles: tuple[str, ...], roles: tuple[str, ...]) -> list[FoundVote]:
    found = []
    for count, hit in enumerate(_PROSE.finditer(text)):
        if count >= MOST:
            break
        people = read_people_before(text, hit.start(), titles, roles)
        if people:
            spans = tuple((person.start, person.end) for person in people)
            found.append(FoundVote(people[0].printed_start, hit.end(), names={hit.lastgroup or "": spans}))
    return found


def read_tabled(text: str, table: FoundTable, titles: tuple[str, ...], roles: tuple[str, ...]) -> FoundVote:
    """A table as a vote, the titles left off its names."""
    names: dict[str, Spans] = {}
    for side, spans in table.names.items():
        people = [(read_person(text, start, titles, roles), start, end) for start, end in spans[:MOST]]
        names[side] = tuple((person.start if person and person.end <= end else start, end) for person, start, end in people)
    return FoundVote(table.start, table.end, None, table.counts.get("for"), table.counts.get("against"), table.counts.get("abstain"), names)
