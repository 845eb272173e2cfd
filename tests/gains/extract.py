"""Run as a script in a process of its own: parses the files named on standard input with whatever package stands first on the path.

It imports nothing of the tests, so that an older commit's package can be asked too.
Input: one path a line. Output: one JSON record a line: path, seconds, clauses as [start, end, label, kind, status, text], or error.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any


def clauses_of(minutes: Any) -> list[list[Any]]:
    """Every clause of the record in the order of the text: start, end, label, kind, its group's status, text."""
    found = []
    for item in minutes.items:
        for group in item.groups:
            pending = list(group.clauses)
            while pending:
                clause = pending.pop()
                spans = clause.spans or ([clause.span] if clause.span else [])
                if spans:
                    found.append([spans[0][0], spans[-1][1], clause.label, clause.kind, group.status, clause.text])
                pending += [*clause.clauses, *clause.conditions]
    return sorted(found, key=lambda row: (row[0], row[1]))


def main() -> None:
    """Answers each path with one line of JSON."""
    from minutes_cli.parsing import parse
    from minutes_cli.reading import read

    for path in sys.stdin.read().splitlines():
        start = time.perf_counter()
        try:
            source = read(path)
            start = time.perf_counter()
            answer: dict[str, Any] = {"clauses": clauses_of(parse(source))}
        except Exception as error:
            answer = {"clauses": [], "error": f"{type(error).__name__}: {error}"[:200]}
        print(json.dumps({"path": path, "seconds": time.perf_counter() - start, **answer}), flush=True)


if __name__ == "__main__":
    main()
