"""What a check is: a code, a name, a severity, and a function from the record to findings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache

from minutes_cli.carriers import dataclass
from minutes_cli.model import Clause, Finding, Group, Minutes, Reference, Span

Finder = Callable[[Minutes], Iterator[Finding]]

_LINE_END = re.compile(r"\r\n|[\r\n\f]")


@dataclass(frozen=True, slots=True)
class Check:
    """One check. Its manual page is the docstring of the module that defines it."""

    code: str
    name: str
    severity: str
    """error, warning or note."""
    find: Finder

    def finding(self, message: str, span: Span | None = None, other: Span | None = None) -> Finding:
        """A finding of this check."""
        return Finding(self.code, self.name, self.severity, message, span, other=other)


def groups(minutes: Minutes) -> Iterator[Group]:
    """Every group of a record, in order."""
    for item in minutes.items:
        yield from item.groups


def lists(minutes: Minutes) -> Iterator[list[Clause]]:
    """Every list of clauses of a record: the group's own, and each clause's children and conditions."""
    for group in groups(minutes):
        stack = [group.clauses]
        while stack:
            listed = stack.pop()
            if listed:
                yield listed
                stack.extend(clause.conditions for clause in reversed(listed))
                stack.extend(clause.clauses for clause in reversed(listed))


def clauses(minutes: Minutes) -> Iterator[Clause]:
    """Every clause of a record, list by list."""
    for listed in lists(minutes):
        yield from listed


def references_of(minutes: Minutes, status: str) -> Iterator[Reference]:
    """Every reference of a record that came out so: ``ambiguous``, ``unresolved``."""
    for clause in clauses(minutes):
        for reference in clause.references:
            if reference.status == status:
                yield reference


def place(clause: Clause) -> Span | None:
    """Where a clause's label stands, else where it begins."""
    if clause.label_span is not None:
        return clause.label_span
    return clause.span or (clause.spans[0] if clause.spans else None)


def line_of(minutes: Minutes, span: Span | None) -> int:
    """The line, from 1, on which a span begins; line ends are LF, CR, CRLF and form feed."""
    if span is None:
        return 0
    return bisect_right(_line_starts(minutes.text), span[0])


@lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    """Where the lines of a text begin: found once, however many findings ask."""
    return [0, *(end.end() for end in _LINE_END.finditer(text))]
