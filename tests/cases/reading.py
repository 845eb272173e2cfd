"""Case files: what a page says and what must be read from it, side by side in plain text.

A file holds any number of cases::

    title of the case
    .
    the page, blank lines and all
    .
    groups:
    - clauses:
      - {label: (a), text: That the gate be painted.}
    .

A line that is a single full stop closes each part. Between cases, blank lines and lines beginning with ``#`` are skipped.

The expectation is YAML. ``groups`` lists every group of the page, in order, over all items; ``[]`` says that there is none. Of a group only
the keys given are compared. Of a clause ``label``, ``text`` and ``clauses`` are always compared (left out: none), other keys where given.
``items``, ``responses``, ``meeting`` and ``findings`` (names, exact, in any order) are compared where given. ``certainty: below certain``
stands for anything but certain.

``narrative_ok: true`` ignores groups of ``form: narrative``, ``reported_ok: true`` those of ``status: reported`` (history told in prose).
``nothing_decided: true`` may stand in place of ``groups``: whatever is read, nothing of it has the status decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
KEYS = {"grammar", "groups", "items", "responses", "meeting", "findings", "narrative_ok", "reported_ok", "nothing_decided"}
ALWAYS = ("label", "text", "clauses")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    file: str
    """Name of the file, without folder."""
    line: int
    """Line of the title, counted from 1."""
    title: str
    text: str
    """The page, each line closed by a line feed."""
    expected: dict[str, Any]

    @property
    def id(self) -> str:
        """``p05-shared-stem.txt:12``: where the case stands."""
        return f"{self.file}:{self.line}"


def read(path: Path) -> Iterator[Case]:
    """The cases of one file, in order.

    Raises ValueError, naming file and line, for a case that is not closed or an expectation with a key that nobody compares.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        if not lines[at].strip() or lines[at].startswith("#"):
            at += 1
            continue
        line, title = at + 1, lines[at].strip()
        stops = [n for n in range(at + 1, len(lines)) if lines[n] == "."][:3]
        if len(stops) < 3 or stops[0] != at + 1:
            raise ValueError(f"{path.name}:{line}: a case is a title and two parts, each closed by a line with a single full stop")
        expected = yaml.safe_load("\n".join(lines[stops[1] + 1 : stops[2]])) or {}
        unknown = set(expected) - KEYS
        if unknown or not {"groups", "nothing_decided"} & set(expected):
            raise ValueError(f"{path.name}:{line}: {', '.join(sorted(unknown)) or 'groups'}: unknown or missing in the expectation")
        yield Case(path.name, line, title, "\n".join(lines[stops[0] + 1 : stops[1]]) + "\n", expected)
        at = stops[2] + 1


def read_all(folder: Path = FOLDER) -> list[Case]:
    """The cases of every ``*.txt`` file of a folder, files in the order of their names."""
    return [case for path in sorted(folder.glob("*.txt")) for case in read(path)]


def differences(expected: dict[str, Any], record: dict[str, Any]) -> list[str]:
    """What a record (``Minutes.to_dict()``) lacks of an expectation or has beyond it, one line each; empty when it holds."""
    items = record.get("items", [])
    found = [group for item in items for group in item.get("groups", [])]
    if expected.get("narrative_ok"):
        found = [group for group in found if group.get("form") != "narrative"]
    if expected.get("reported_ok"):
        found = [group for group in found if group.get("status") != "reported"]
    out: list[str] = []
    if "groups" in expected:
        out += _groups(expected["groups"], found)
    if expected.get("nothing_decided"):
        out += [f"decided: {_outline(group)}" for group in found if group.get("status") == "decided"]
    if "items" in expected:
        out += _compare(expected["items"], items, "items")
    if "responses" in expected:
        out += _compare(expected["responses"], [answer for item in items for answer in item.get("responses", [])], "responses")
    if "meeting" in expected:
        out += _compare(expected["meeting"], record.get("meeting", {}), "meeting")
    if "findings" in expected:
        out += _compare(sorted(expected["findings"]), sorted(finding["name"] for finding in record.get("findings", [])), "findings")
    return out


def _groups(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    if len(expected) != len(found):
        return [f"groups: expected {len(expected)}, found {len(found)}: {[_outline(group) for group in found]}"]
    out: list[str] = []
    for number, (want, have) in enumerate(zip(expected, found, strict=True), 1):
        where = f"group {number}"
        out += _compare({key: value for key, value in want.items() if key != "clauses"}, have, where)
        if "clauses" in want:
            out += _clauses(want["clauses"], have.get("clauses", []), where)
    return out


def _clauses(expected: list[dict[str, Any]], found: list[dict[str, Any]], where: str) -> list[str]:
    if len(expected) != len(found):
        return [f"{where}: expected {len(expected)} clauses, found {len(found)}: {[_outline(clause) for clause in found]}"]
    out: list[str] = []
    for number, (want, have) in enumerate(zip(expected, found, strict=True), 1):
        here = f"{where}, clause {number}"
        out += _compare({"label": want.get("label"), "text": want["text"]}, have, here)
        out += _compare({key: value for key, value in want.items() if key not in ALWAYS}, have, here)
        out += _clauses(want.get("clauses", []), have.get("clauses", []), here)
    return out


def _compare(expected: Any, found: Any, where: str) -> list[str]:
    """A dict holds where each of its keys holds (None: absent), a list entry by entry, the rest where equal."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [line for key, value in expected.items() for line in _compare(value, found.get(key), f"{where}: {key}")]
    if isinstance(expected, list) and isinstance(found, list | None):
        found = found or []
        if len(expected) != len(found):
            return [f"{where}: expected {len(expected)} entries, found {len(found)}: {found!r}"]
        return [
            line
            for n, (want, have) in enumerate(zip(expected, found, strict=True), 1)
            for line in _compare(want, have, f"{where}, entry {n}")
        ]
    if expected == "below certain" and found in ("inferred", "guess"):
        return []
    return [] if expected == found else [f"{where}: expected {expected!r}, found {found!r}"]


def _outline(node: dict[str, Any]) -> str:
    """Enough of a group or clause to see which one it is."""
    if "text" in node:
        return f"{node.get('label', '')} {node['text'][:50]}".strip()
    return f"{node.get('status')}, {node.get('lead_in')!r}: {[_outline(clause) for clause in node.get('clauses', [])]}"
