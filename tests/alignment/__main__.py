"""``python -m tests.alignment``: every measure of the alignment in one run; figures, not a test."""

from __future__ import annotations

import argparse
from collections import Counter

from minutes_cli.comparing import align, compare
from tests.alignment.generator import GRADES, history
from tests.alignment.measures import Score
from tests.alignment.pointing import pointing


def generated(first: int, cases: int) -> None:
    """Prints the measures of each grade at three sizes."""
    for name, grade in GRADES.items():
        for size, share in ((12, 10), (100, 2), (500, 1)):
            score = Score()
            for seed in range(first, first + max(1, cases * share // 10)):
                made = history(seed, grade, size)
                old, new = made.meetings
                step = made.steps[0]
                score.count(old, new, align(old, new), step.beads, step.moved)
            print(f"\n{name}, {size} clauses")
            for line in score.lines():
                print("  ", line)


def references(first: int, cases: int) -> None:
    """Prints how many references are judged right, and what the wrong ones were taken for."""
    wrong: Counter[tuple[str, str]] = Counter()
    for seed in range(first, first + cases):
        old, new, status = pointing(seed)
        found = [ref.status for link in compare(old, new).links for ref in link.references]
        if found != [status]:
            wrong[status, "/".join(found)] += 1
    print(f"\nreferences: {cases - wrong.total()} of {cases} right", dict(wrong) or "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=1000, help="first seed; rules were made on seeds below 1000")
    parser.add_argument("--cases", type=int, default=60, help="cases of each grade")
    given = parser.parse_args()
    generated(given.first, given.cases)
    references(given.first, 4 * given.cases)


if __name__ == "__main__":
    main()
