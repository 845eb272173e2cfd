"""A comparison or a trace as CriticMarkup: ``{--old--}``, ``{++new++}``, ``{~~old~>new~~}``, which editors can accept or reject."""

from __future__ import annotations

from minutes_cli.model import Comparison, Lineage
from minutes_cli.writing.escaping import markdown_text
from minutes_cli.writing.markdown import comparison_document, trace_document
from minutes_cli.writing.view import NEW, OLD, Run


def to_critic(comparison: Comparison, noun: str = "clause") -> str:
    """The comparison as Markdown with CriticMarkup. The document's own braces are escaped, so no mark can come from it."""
    return comparison_document(comparison, noun, _wording)


def trace_to_critic(lineage: Lineage) -> str:
    """The trace as Markdown with CriticMarkup."""
    return trace_document(lineage, _wording)


def _wording(runs: list[Run]) -> str:
    pieces: list[str] = []
    place = 0
    while place < len(runs):
        run = runs[place]
        following = runs[place + 1] if place + 1 < len(runs) else None
        if run.kind == OLD and following is not None and following.kind == NEW:
            pieces.append(f"{{~~{markdown_text(run.text)}~>{markdown_text(following.text)}~~}}")
            place += 1
        elif run.kind == OLD:
            pieces.append(f"{{--{markdown_text(run.text)}--}}")
        elif run.kind == NEW:
            pieces.append(f"{{++{markdown_text(run.text)}++}}")
        else:
            pieces.append(markdown_text(run.text))
        place += 1
    return "".join(pieces)
