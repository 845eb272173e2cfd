"""Two folders of documents, paired: by name where names agree, else by content."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from minutes_cli.commands.inputs import read_one
from minutes_cli.commands.reporting import Reporter

if TYPE_CHECKING:
    from minutes_cli.model import Minutes

MOST_COMPARED = 400
"""Pairs of documents that are compared to find out which belong together; beyond that only names count."""


def paired_documents(old: str, new: str, reporter: Reporter, grammar: str) -> list[tuple[Minutes, Minutes]]:
    """The documents of two folders that belong together, in the order of the old folder's names.

    Files of the same relative name belong together, then those whose names differ only in the ending, then those that have most
    clauses in common. What cannot be read, and what has no partner, is told.
    """
    ones, others = _names(old), _names(new)
    pairs = [(name, name) for name in ones if name in others]
    pairs += _by_stem(_rest(ones, pairs, 0), _rest(others, pairs, 1))
    read_old = _read(old, ones, reporter, grammar)
    read_new = _read(new, others, reporter, grammar)
    left = [name for name in _rest(ones, pairs, 0) if name in read_old], [name for name in _rest(others, pairs, 1) if name in read_new]
    if len(left[0]) * len(left[1]) <= MOST_COMPARED:
        pairs += _by_content({name: read_old[name] for name in left[0]}, {name: read_new[name] for name in left[1]})
    for side, (folder, names, read) in enumerate(((old, ones, read_old), (new, others, read_new))):
        for name in _rest(names, pairs, side):
            if name in read:
                reporter.warn(os.path.join(folder, name), "has no counterpart in the other folder; it was not compared", "unpaired")
    return [(read_old[one], read_new[other]) for one, other in sorted(pairs) if one in read_old and other in read_new]


def _names(folder: str) -> list[str]:
    """Relative names of all files in a folder, hidden ones apart, sorted; links to folders are not followed."""
    found: list[str] = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [os.path.relpath(os.path.join(place, name), folder) for name in files if not name.startswith(".")]
    return sorted(found)


def _read(folder: str, names: list[str], reporter: Reporter, grammar: str) -> dict[str, Minutes]:
    documents: dict[str, Minutes] = {}
    for name in names:
        path = os.path.join(folder, name)
        try:
            documents[name] = read_one(path, reporter, grammar=grammar)
        except Exception as failure:
            reporter.fail(path, failure)
    return documents


def _rest(names: list[str], pairs: list[tuple[str, str]], side: int) -> list[str]:
    taken = {pair[side] for pair in pairs}
    return [name for name in names if name not in taken]


def _by_stem(ones: list[str], others: list[str]) -> list[tuple[str, str]]:
    stems = [{os.path.splitext(name)[0]: name for name in names} for names in (ones, others)]
    counts = [Counter(os.path.splitext(name)[0] for name in names) for names in (ones, others)]
    return [(name, stems[1][stem]) for stem, name in stems[0].items() if counts[0][stem] == counts[1][stem] == 1]


def _by_content(ones: dict[str, Minutes], others: dict[str, Minutes]) -> list[tuple[str, str]]:
    from minutes_cli.comparing import NothingComparable, compare

    scored: list[tuple[int, str, str]] = []
    for one, old in ones.items():
        for other, new in others.items():
            try:
                links = compare(old, new).links
            except NothingComparable:
                continue
            common = sum(1 for link in links if link.old and link.new)
            if common:
                scored.append((-common, one, other))
    pairs: list[tuple[str, str]] = []
    for _, one, other in sorted(scored):
        if all(one != pair[0] and other != pair[1] for pair in pairs):
            pairs.append((one, other))
    return pairs
