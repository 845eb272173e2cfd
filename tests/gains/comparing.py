"""Two lists of clauses of one document, of one text: which are gone, which are new, which differ."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Row = list[Any]
"""start, end, label, kind, status, text; as tests/gains/extract.py gives it."""
FACTS = ("label", "kind", "status")


@dataclass(slots=True)
class Difference:
    """What became of one document."""

    gained: list[Row] = field(default_factory=list)
    lost: list[Row] = field(default_factory=list)
    changed: list[tuple[Row, Row, str]] = field(default_factory=list)
    """Before, now, and what changed in a few words."""
    kept: int = 0

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.changed)


def _change(old: Row, new: Row) -> str:
    told = [f"{name} {old[at]} -> {new[at]}" for at, name in enumerate(FACTS, 2) if old[at] != new[at]]
    if old[:2] != new[:2]:
        told.insert(0, f"starts {new[0] - old[0]:+d}, ends {new[1] - old[1]:+d}")
    return "; ".join(told)


def differences(before: list[Row], now: list[Row]) -> Difference:
    """Clauses of equal place are one clause; of the others, those that overlap by half of their union, the nearest first."""
    result = Difference()
    places: dict[tuple[int, int], list[Row]] = {}
    for row in before:
        places.setdefault((row[0], row[1]), []).append(row)
    fresh: list[Row] = []
    pairs: list[tuple[Row, Row]] = []
    for row in now:
        same = places.get((row[0], row[1]))
        if same:
            pairs.append((same.pop(0), row))
        else:
            fresh.append(row)
    left = [row for rows in places.values() for row in rows]
    candidates = []
    for i, old in enumerate(left):
        for j, new in enumerate(fresh):
            common = min(old[1], new[1]) - max(old[0], new[0])
            union = max(old[1], new[1]) - min(old[0], new[0])
            if common * 2 >= union > 0:
                candidates.append((-common / union, i, j))
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((left[i], fresh[j]))
    for old, new in pairs:
        change = _change(old, new)
        if change:
            result.changed.append((old, new, change))
        else:
            result.kept += 1
    result.lost = sorted(row for i, row in enumerate(left) if i not in used_old)
    result.gained = sorted(row for j, row in enumerate(fresh) if j not in used_new)
    result.changed.sort(key=lambda entry: entry[0][0])
    return result
