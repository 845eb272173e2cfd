"""Mood: whether words could be an outcome, from how they begin (P21), and quotation marks that enclose a resolution."""

from __future__ import annotations

from functools import lru_cache

from minutes_cli.grammar.folding import lowered
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import word_list
from minutes_cli.parsing.edge_words import first_word

_THAT = late(
    r"(?:(?:AND|and|And)\s)?(?:T\s?H\s?A\s?T|[Tt]hat|THAT|[Bb]od|BOD)\b[,:]?\s(?!(?:was|is|said|being\ssaid|evening|year|day|way)\b)"
)
_TO = late(r"(?:[Nn]ot\s)?(?:To|to)\s[a-z]{3,}")
_PASSIVE = gated(
    "be",
    r"\b(?:be|BE)\s(?:\w+ly\s|hereby\s|not\s|and\s(?:is|are)\s\w+\s)?[A-Za-z]{2,}(?:ed|ED|en|EN|ld|de|nt|NT)\b|\b(?:be|BE)\s(?:\w+ly\s)?(?:[A-Z]{4,}|put|set|let|held|made|given|paid|met|sent)\b",
)
_INDICATIVE = late(
    r"\b(?:was|were|has|had|will|would|could|should|can|may|might|must|to|cannot|not)\s+(?:(?!not\b)\w+\s)?be\b|\b(?:was|were)\b"
    r"|\b(?:proposed|moved|suggested|asked|requested|felt)\sthat\b",
)
"""What, before the passive, makes words tell: an outcome says what is to be done, and not what somebody proposed."""


_PAST = frozenset(
    word_list(
        "approved noted agreed endorsed adopted received confirmed accepted supported authorised delegated recommended deferred"
        " refused referred appointed granted rejected requested welcomed declined determined instructed"
    )
)
_PRESENT = frozenset(
    verb + end
    for verb in word_list(
        "approve note agree endorse adopt receive confirm accept support authorise delegate recommend defer"
        " refuse refer appoint grant reject request welcome instruct reaffirm call ask consider"
    )
    for end in ("", "s")
)

_QUOTATION = late(r"“[^“”]{1,2000}+”")


def quotations(view: str, begin: int, end: int | None = None) -> list[tuple[int, int]]:
    """Quotations inside words: what is quoted is opaque (P42), unless it is the whole."""
    if "“" not in view:
        return []
    return [found.span() for found in _QUOTATION.finditer(view, begin, len(view) if end is None else end) if found.start() > begin]


OPENING = '“"‘«'
CLOSING = {"“": "”", '"': '"', "‘": "’", "«": "»"}


@lru_cache(maxsize=1024)
def mood(view: str) -> str | None:
    """How words begin, where they could be an outcome: that, to, passive, past or present; None for plain narrative.

    Remembered for a while: the same paragraph is asked by the page, by its item and by the lists that it may belong to.
    """
    words = view.lstrip(" \t\xa0" + OPENING + "'")
    if _THAT.match(words):
        return "that"
    if _TO.match(words):
        return "to"
    first = first_word(words)
    if words[:1].isupper() and first in _PAST:
        return "past"
    head = words[:400]
    found = _PASSIVE.search(head) if "be" in head or "BE" in head else None
    if found:
        before = _INDICATIVE.search(lowered(head))
        if before is None or before.start() > found.start():
            return "passive"
    if first in _PRESENT:
        return "present"
    return None


def opens_quote(view: str) -> str | None:
    """The mark that closes the quotation with which words begin; None where they begin without one."""
    words = view.lstrip()
    return CLOSING.get(words[:1]) if words else None


def closes_quote(view: str, mark: str) -> bool:
    """Whether words end with the mark that closes a quotation, a full stop or bracket behind it allowed."""
    words = view.rstrip(" .;,)\xa0\t")
    return words.endswith(mark) or (mark == '"' and words.endswith("''"))


def enclosing_quote(view: str, at: int) -> str | None:
    """The mark that closes the quotation opened right before ``at``, where the words end with it too; None without one."""
    mark = opens_quote(view[:at].rstrip()[-1:])
    return mark if mark is not None and closes_quote(view, mark) else None
