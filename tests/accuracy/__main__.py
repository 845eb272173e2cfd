"""`python -m tests.accuracy`: the program against the hand labels of tests/gold, per body, overall and per half."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable
from functools import reduce
from operator import add
from typing import Any

from tests.accuracy import report
from tests.accuracy.labels import CORPUS, GOLD, RIGHT, STAND_INS, label_files, load_labels, second_files, stand_in_files
from tests.accuracy.page import Page
from tests.accuracy.predictions import predict
from tests.accuracy.scoring import Score, is_right, score

HALVES = ("develop", "held-out")
Scored = list[tuple[Page, Page, Score]]


def _total(scored: Iterable[tuple[Page, Page, Score]]) -> Score:
    return reduce(add, (one for _, _, one in scored), Score())


def _grouped(scored: Scored, key: Callable[[Page], str]) -> dict[str, Score]:
    names = sorted({key(gold) for gold, _, _ in scored})
    return {name: _total(entry for entry in scored if key(entry[0]) == name) for name in names}


def _window(page: Page, window: tuple[int, int]) -> Page:
    """The page as far as it lies in `window`; parents that fall outside are forgotten."""
    kept = [i for i, clause in enumerate(page.clauses) if window[0] <= clause.span[0] and clause.span[1] <= window[1]]
    place = {old: new for new, old in enumerate(kept)}
    clauses = [page.clauses[i] for i in kept]
    for clause in clauses:
        clause.parent = None if clause.parent is None else place.get(clause.parent)
    return Page(page.name, page.body, page.half, window, page.text, page.groups, clauses)


def agreement() -> Scored:
    """The second labelling against the first, on what both have read; the first stands as the truth."""
    first = {page.name: page for page in map(load_labels, label_files())}
    scored: Scored = []
    for path in second_files():
        other = load_labels(path)
        page = first[other.name]
        window = max(page.window[0], other.window[0]), min(page.window[1], other.window[1])
        page, other = _window(page, window), _window(other, window)
        scored.append((page, other, score(page, other)))
    return scored


def measure(half: str | None, body: str | None, grammar: str, *, stand_ins: bool = False) -> Scored:
    """The program against the labels of the documents chosen."""
    scored: Scored = []
    corpus = STAND_INS if stand_ins else CORPUS
    for path in stand_in_files() if stand_ins else label_files():
        page = load_labels(path, corpus)
        if (half is None or page.half == half) and (body is None or body in page.body):
            found = predict(page, corpus, grammar)
            scored.append((page, found, score(page, found)))
    return scored


def _arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="only the documents that rules may be tuned on, or only the others")
    parser.add_argument("--body", help="only bodies whose folder's name has this in it")
    parser.add_argument("--grammar", default="auto", help="the grammar to parse with")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="up to N misses and false finds a document, on the screen only")
    parser.add_argument("--stand-ins", action="store_true", help="the made-up pages in the shapes of unseen ones, instead of the documents")
    parser.add_argument("--write-right", action="store_true", help="with --stand-ins: list anew the develop pages that are all right")
    parser.add_argument("--agreement", action="store_true", help="the second labelling against the first, instead of the program")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    return parser.parse_args(given)


def _print(scored: Scored, bodies: dict[str, Score], errors: int, with_goals: bool) -> None:
    overall = _total(scored)
    halves = _grouped(scored, lambda page: page.half)
    for name, one in [*bodies.items(), *((f"half: {half}", one) for half, one in halves.items()), ("overall", overall)]:
        print("\n".join(report.lines(name, one)), end="\n\n")
    print("\n".join(report.summary({**bodies, **{f"half: {half}": one for half, one in halves.items()}, "overall": overall})))
    if with_goals:
        print("\n".join(["", "goals", *report.goals(overall, bodies)]))
    for gold, found, _ in scored if errors else []:
        shown = report.errors(gold, found, errors)
        if shown:
            print("\n".join(["", f"{gold.name} ({gold.half})", *shown]))


def main(given: list[str] | None = None) -> int:
    """Prints the figures; exit 0 whatever they are, 2 where there is nothing to measure."""
    asked = _arguments(given)
    if not CORPUS.is_dir() and not asked.stand_ins:
        print(f"the labelled documents are not here: {CORPUS}", file=sys.stderr)
        return 2
    began = time.perf_counter()
    scored = agreement() if asked.agreement else measure(asked.half, asked.body, asked.grammar, stand_ins=asked.stand_ins)
    if not scored:
        print(f"no labels to compare below {GOLD}", file=sys.stderr)
        return 2
    if asked.stand_ins and asked.write_right:
        right = [gold.name for gold, found, _ in scored if gold.half == "develop" and is_right(gold, found)]
        RIGHT.write_text("".join(f"{name}\n" for name in right), encoding="utf-8")
    bodies = _grouped(scored, lambda page: page.body)
    if asked.json:
        figures: dict[str, Any] = {"bodies": {name: report.record(one) for name, one in bodies.items()}}
        figures["halves"] = {name: report.record(one) for name, one in _grouped(scored, lambda page: page.half).items()}
        figures["overall"] = report.record(_total(scored))
        print(json.dumps(figures, indent=2))
        return 0
    _print(scored, bodies, asked.errors, with_goals=not asked.agreement)
    if asked.stand_ins:
        print(f"\nall right on {sum(is_right(gold, found) for gold, found, _ in scored)} pages")
    print(f"\n{len(scored)} documents in {time.perf_counter() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
