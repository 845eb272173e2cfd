"""Comparing documents: what became of each clause, from one meeting to another or across many.

Input are ``Minutes``, from the parser or from parsed YAML or JSON; nothing here reads, parses or writes.
"""

from minutes_cli.comparing.align import align
from minutes_cli.comparing.choosing import NothingComparable
from minutes_cli.comparing.compare import compare, differs
from minutes_cli.comparing.lineage import trace
from minutes_cli.comparing.words import change_words

__all__ = ["NothingComparable", "align", "change_words", "compare", "differs", "trace"]
