"""Puts scores into lines for the screen and into plain records for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.accuracy.page import Page
from tests.accuracy.scoring import Score, Tally, exact_pairs, relaxed_pairs

GOALS = {"exact": 0.97, "status": 0.98}
"""What the program should reach over all bodies, and no body below `WORST` by exact span."""
WORST = 0.94
FALSE_DECISIONS = 1 / 50
"""Most decisions a page that may be found on pages where nothing is decided."""

TABLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("clauses by exact span", ("exact",)),
    ("clauses by relaxed span", ("relaxed",)),
    ("without prose decisions, exact", ("exact-formal",)),
    ("prose decisions alone, exact", ("exact-narrative",)),
    ("movers", ("movers",)),
    ("seconders", ("seconders",)),
    ("votes, outcome", ("outcomes",)),
    ("votes, outcome and counts", ("votes",)),
)
SHARES = ("label", "nesting", "status", "kind", "form")


def _share(value: float | None) -> str:
    return "    -" if value is None else f"{value:5.3f}"


def _tally(name: str, tally: Tally) -> str:
    figures = f"P {_share(tally.precision)}  R {_share(tally.recall)}  F1 {_share(tally.f1)}"
    return f"  {name:<32} {figures}   {tally.right} right, {tally.false} false, {tally.missed} missed"


def lines(name: str, score: Score) -> list[str]:
    """One body's or the overall figures, a line each."""
    shown = [f"{name}: {score.pages} document{'s' if score.pages != 1 else ''}"]
    shown += [_tally(title, score.tallies.get(key, Tally())) for title, keys in TABLES for key in keys]
    shown.append(f"  over {score.matched} matched clauses: " + "  ".join(f"{what} {_share(score.share(what))}" for what in SHARES))
    if score.empty_pages:
        shown.append(f"  pages where nothing is decided: {score.empty_pages}, with {score.false_decisions} clauses said to be decided")
    return shown


def summary(scores: Mapping[str, Score]) -> list[str]:
    """One line a body: exact and relaxed F1, label, nesting and status."""
    shown = [f"{'':<30} exact  relaxed  formal  prose  label nesting status"]
    for name, score in scores.items():
        tallies = score.tallies
        figures = [tallies.get(key, Tally()).f1 for key in ("exact", "relaxed", "exact-formal", "exact-narrative")]
        figures += [score.share(what) for what in ("label", "nesting", "status")]
        shown.append(f"{name:<30} " + "  ".join(_share(figure) for figure in figures))
    return shown


def goals(overall: Score, bodies: Mapping[str, Score]) -> list[str]:
    """What is reached and what is not, of the goals that are set."""
    worst = min(((score.tallies["exact"].f1 or 0.0, name) for name, score in bodies.items()), default=(0.0, "none"))
    exact = overall.tallies.get("exact", Tally()).f1 or 0.0
    status = overall.share("status") or 0.0
    rate = overall.false_decisions / overall.empty_pages if overall.empty_pages else None
    checks = [
        (f"exact F1 {exact:.3f}, goal {GOALS['exact']}", exact >= GOALS["exact"]),
        (f"worst body {worst[1]} {worst[0]:.3f}, goal {WORST}", worst[0] >= WORST),
        (f"status {status:.3f}, goal {GOALS['status']}", status >= GOALS["status"]),
    ]
    if rate is not None:
        checks.append((f"false decisions a page {rate:.3f}, goal {FALSE_DECISIONS}", rate <= FALSE_DECISIONS))
    return [f"  {what}: {'met' if met else 'MISSED'}" for what, met in checks]


def record(score: Score) -> dict[str, Any]:
    """The figures of one score as plain values."""
    figures: dict[str, Any] = {"documents": score.pages, "matched": score.matched}
    for name, tally in score.tallies.items():
        counts = {"right": tally.right, "false": tally.false, "missed": tally.missed}
        figures[name] = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1, **counts}
    figures.update({what: score.share(what) for what in SHARES})
    figures["empty_pages"] = score.empty_pages
    figures["false_decisions"] = score.false_decisions
    return figures


def errors(gold: Page, found: Page, most: int) -> list[str]:
    """Up to `most` clauses of a document that one side has and the other has not, or that both have differently, in the order of the text.

    The words shown come from the document and are for the screen alone.
    """
    exact = exact_pairs(gold, found)
    near = [pair for pair in relaxed_pairs(gold, found) if pair not in exact]
    partner = dict(relaxed_pairs(gold, found))
    seen = [{pair[side] for pair in [*exact, *near]} for side in (0, 1)]
    rows: list[tuple[int, str]] = []

    def row(what: str, span: tuple[int, int], more: str = "") -> None:
        words = " ".join(gold.text[slice(*span)].split())
        shown = words if len(words) <= 150 else f"{words[:95]} … {words[-50:]}"
        line = gold.text.count("\n", 0, span[0]) + 1
        rows.append((span[0], f"  {what:<8} {gold.name.rpartition('/')[2][:40]}:{line} [{span[0]}, {span[1]}] {more}{shown}"))

    for side, what, page in ((0, "missed", gold), (1, "false", found)):
        for index, clause in enumerate(page.clauses):
            if index not in seen[side]:
                group = page.groups[clause.group]
                row(what, clause.span, f"({group.status}{', prose' if group.narrative else ''}) ")
    for one, other in near:
        ours, theirs = gold.clauses[one].span, found.clauses[other].span
        moved = f"(starts {theirs[0] - ours[0]:+d}, ends {theirs[1] - ours[1]:+d}) "
        row("edges", ours, moved)
    for one, other in partner.items():
        mine, found_clause = gold.clauses[one], found.clauses[other]
        status, found_status = gold.groups[mine.group].status, found.groups[found_clause.group].status
        above = None if mine.parent is None else partner.get(mine.parent, -1)
        wrong = [f"status {found_status} for {status}"] if status != found_status else []
        wrong += [f"label {found_clause.label} for {mine.label}"] if mine.label != found_clause.label else []
        wrong += ["other parent"] if above != found_clause.parent else []
        if wrong:
            row("differs", mine.span, f"({'; '.join(wrong)}) ")
    return [text for _, text in sorted(rows)[:most]]
