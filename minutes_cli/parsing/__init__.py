"""From text and grammar to the record: one public door, `parse`."""

from __future__ import annotations

import hashlib

from minutes_cli.collector import paused
from minutes_cli.model import Minutes, Source


def parse(source: Source | str, grammar: str = "auto", *, narrative: bool = False) -> Minutes:
    """Parses one source, or a text given as it is.

    ``grammar`` names a shipped grammar or a grammar file; ``auto`` chooses by evidence on the page. ``narrative`` adds the narrative
    passages to the record. Any text gives a record (rule 5 of the contract); a grammar that cannot be read raises its own error.
    """
    from minutes_cli.grammar.choosing import choose
    from minutes_cli.grammar.loading import load
    from minutes_cli.parsing.page import read_page

    if isinstance(source, str):
        source = Source("-", "text", source, hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest())
    chosen = choose(source.text)[0] if grammar == "auto" else load(grammar)
    with paused():
        return read_page(source, chosen, narrative=narrative)
