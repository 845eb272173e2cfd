"""``python -m tests.alignment``: every measure of the alignment in one run; figures, not a test."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from minutes_cli.comparing import align, compare, trace
from minutes_cli.model import Clause
from tests.alignment.generator import GRADES, as_minutes, history
from tests.alignment.measures import Bead, Score, Tally, composed, left_open
from tests.alignment.pointing import pointing
from tests.alignment.real import available, changed, of_beads, pairs, two_in_three, unreadable, without_doubtful


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


def lineage(first: int, cases: int) -> None:
    """Prints for each grade how well a clause of one meeting is found in a later one, by the number of meetings between."""
    for name, grade in GRADES.items():
        by_distance = {distance: (Tally(), Tally()) for distance in range(1, 6)}
        for seed in range(first, first + max(1, cases // 6)):
            made = history(seed, grade, 60, meetings=6)
            story = trace([as_minutes(clauses, at) for at, clauses in enumerate(made.meetings)])
            found = [[([s.id for s in link.old], [s.id for s in link.new]) for link in step.links] for step in story.steps]
            sides = list(zip(made.meetings, made.meetings[1:], strict=False))
            wanted = [_named(step.beads, *side) for step, side in zip(made.steps, sides, strict=True)]
            clear = [
                _named(left_open(step.beads, [c.text for c in one], [c.text for c in two]), one, two)
                for step, (one, two) in zip(made.steps, sides, strict=True)
            ]
            text = {clause.id: clause.text for clauses in made.meetings for clause in clauses}
            for distance, (tally, placed) in by_distance.items():
                # One clause is as good as another of equal wording: nobody can tell them apart.
                one, two, three = ([(text[i], text[j]) for i, j in composed(steps, distance)] for steps in (found, wanted, clear))
                tally.count(one, two)
                placed.count(one, three)
        print(f"\n{name}, lineage over six meetings of 60 clauses")
        for distance, (tally, placed) in by_distance.items():
            print(f"   {distance} apart  {tally.shown()}  where wording is open R {placed.recall:.3f} of {placed.wanted}")


def _named(beads: Sequence[Bead], old: Sequence[Clause], new: Sequence[Clause]) -> list[tuple[list[str], list[str]]]:
    """Beads by the ids of their clauses."""
    return [([old[i].id for i in olds], [new[j].id for j in news]) for olds, news in beads]


def real() -> None:
    """Prints the measures on the hand-aligned pairs: all, those that are not word-identical, and a choice of which these are two thirds."""
    if not available():
        print("\nreal pairs: left out, the documents are not at hand")
        return
    left_out = unreadable()
    if left_out:
        print(f"\nreal pairs: {len(left_out)} files left out, pypdfium2 is not installed: {', '.join(left_out)}")
    for title, wanted in (("recommendations carried on", False), ("agenda against decision", True)):
        score = Score()
        parts = {"links, not word-identical": (changed, Tally()), "links, two in three changed": (two_in_three, Tally())}
        for pair in pairs():
            if bool(pair.facts.get("answer")) == wanted:
                links = align(pair.old, pair.new)
                score.count(pair.old, pair.new, *without_doubtful(pair, links), set())
                for choose, tally in parts.values():
                    tally.count(*of_beads(pair, links, choose(pair)))
        print(f"\nreal pairs, {title}")
        for line in score.lines()[:2]:
            print("  ", line)
        for name, (_, tally) in parts.items():
            print("  ", f"{name:<28} {tally.shown()}")
        for line in (*score.lines()[2:4], score.lines()[-1]):
            print("  ", line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=1000, help="first seed; rules were made on seeds below 1000")
    parser.add_argument("--cases", type=int, default=60, help="cases of each grade")
    given = parser.parse_args()
    generated(given.first, given.cases)
    references(given.first, 4 * given.cases)
    lineage(given.first, given.cases)
    real()


if __name__ == "__main__":
    main()
