"""One labelled document in the form that both sides are compared in: flat clauses, each with its group and its parent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

EDGES = " \t\r\n\f\v\u00a0\u2002\u2003\u2009*_>\\|#\"'“”‘’«»"
"""White space, markup and quotation marks: on either side's edges they say nothing about where a clause begins or ends."""

ENTITY = "&nbsp;"

TITLES = re.compile(
    r"(?:(?:councillors?|cllrs?|crs?|cmhlr|cathaoirleach|deputy|alderman|mayor|chair(?:man|person)?|mr|mrs|ms|miss|dr|the)\b[ .]{0,3}){1,4}"
    r"(?=\w)",
    re.IGNORECASE | re.ASCII,
)


@dataclass(slots=True)
class Labelled:
    """A clause with its edges trimmed; positions count code points of the decoded file."""

    span: tuple[int, int]
    label: str | None
    kind: str
    group: int
    """Index of its group on the page."""
    parent: int | None
    """Index of the clause above it on the page; None at the top of its group."""


@dataclass(slots=True)
class Gathered:
    """A group without its clauses."""

    status: str
    narrative: bool = False
    moved_by: frozenset[str] = frozenset()
    seconded_by: frozenset[str] = frozenset()
    vote: tuple[str | None, int | None, int | None, int | None] | None = None
    """Outcome, for, against, abstain; None where no vote is printed."""


@dataclass
class Page:
    """One document as one side labels it."""

    name: str
    """Path of the document below the corpus."""
    body: str
    half: str
    window: tuple[int, int]
    text: str
    """The decoded file; shown with ``--errors`` and never kept."""
    groups: list[Gathered] = field(default_factory=list)
    clauses: list[Labelled] = field(default_factory=list)

    @cached_property
    def decides(self) -> bool:
        """Whether anything on the page is decided."""
        return any(self.groups[clause.group].status == "decided" for clause in self.clauses)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the characters of `EDGES` at either end; an empty span stays at its start."""
    while start < end:
        if text[start] in EDGES:
            start += 1
        elif text[end - 1] in EDGES:
            end -= 1
        elif text.startswith(ENTITY, start, end):
            start += len(ENTITY)
        elif text.endswith(ENTITY, start, end):
            end -= len(ENTITY)
        else:
            break
    return start, end


def plain_name(name: str) -> str:
    """A person's name for comparing: no titles, marks or case, one space between its words."""
    words = re.sub(r"[^\w]+", " ", name.replace("’", "'").replace("'", "")).strip()
    return TITLES.sub("", words, count=1).casefold() or words.casefold()


def plain_label(label: str | None) -> str | None:
    """A label for comparing: without markup at its edges and without the backslash of escaped Markdown."""
    return label.replace("\\", "").strip(EDGES) or None if label else None
