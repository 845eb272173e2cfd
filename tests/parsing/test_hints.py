"""What a reader knows of the layout and the record heeds: labels that a file only implies, sides without a heading."""

from minutes_cli.model import Hint, Minutes, Source
from minutes_cli.parsing import parse
from minutes_cli.parsing.covering import every_clause

AGENDA = "That the lamps be painted."
DECISION = "1. That the lamps be painted green.\n2. That the cost be noted."
MINUTES = "The engineer spoke at length on the lamps.\n\nThat the lamps be painted green."


def of(text: str, hints: list[Hint]) -> Minutes:
    return parse(Source("-", "html", text, "", hints=hints))


def test_a_label_that_the_file_implies_is_generated() -> None:
    text = f"RESOLVED:\n\n{DECISION}\n"
    at = text.index("1.")
    labels = {clause.label: clause.generated for clause in every_clause(of(text, [Hint((at, at + 2), "generated-label")]))}
    assert labels == {"1.": True, "2.": False}


def test_blocks_stand_on_the_side_that_the_layout_says() -> None:
    text = "\n\n".join((AGENDA, DECISION, MINUTES))
    hints = []
    at = 0
    for side, words in (("agenda", AGENDA), ("decision", DECISION), ("minutes", MINUTES)):
        hints.append(Hint((at, at + len(words)), "side", side))
        at += len(words) + 2
    groups = [(group.side, group.status, len(group.clauses)) for item in of(text, hints).items for group in item.groups]
    assert groups == [("agenda", "proposed", 1), ("decision", "decided", 2), ("minutes", "decided", 1)]


def test_a_wrapped_line_does_not_run_over_a_side() -> None:
    lines = [
        "That the lamps on the long pier be painted in the colours of",
        "the harbour and that the cost of the paint be met out of the",
    ] * 3
    text = "\n".join(lines)
    half = len("\n".join(lines[:3]))
    hints = [Hint((0, half), "side", "agenda"), Hint((half + 1, len(text)), "side", "decision")]
    spans = [clause.span for clause in every_clause(of(text, hints))]
    assert spans
    assert all(span is not None and not span[0] < half < span[1] for span in spans)
