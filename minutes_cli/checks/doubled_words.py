"""Words that are printed twice in a row inside a clause.

A slip of the pen; kept as printed, and reported so that it can be put right before the wording is quoted (P36).

Wrong:

    a) That thought is given is given to the lamps.

Right:

    a) That thought is given to the lamps.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checks.base import Check, clauses
from minutes_cli.grammar.parts.doubled import find_doubled
from minutes_cli.model import Finding, Minutes


def _find(minutes: Minutes) -> Iterator[Finding]:
    for clause in clauses(minutes):
        for start, end in clause.spans or ([clause.span] if clause.span else []):
            for first_start, first_end, second_start, second_end in find_doubled(minutes.text[start:end]):
                twice = minutes.text[start + second_start : start + second_end].split()
                message = f"{'a word is' if len(twice) == 1 else f'{len(twice)} words are'} printed twice in a row"
                yield CHECK.finding(message, (start + second_start, start + second_end), (start + first_start, start + first_end))


CHECK = Check("MIN301", "doubled-words", "warning", _find)
