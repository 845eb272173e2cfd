"""Stems: the shared beginning of fragments, told from a clause that acts by itself and then lists its parts (P05).

``That Cabinet:`` and ``That approval be given to:`` only announce; ``That the report be noted, and the following be sent on:`` acts.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import word_list
from minutes_cli.parsing.edge_words import last_word

_ANNOUNCES = late(r"(?:[:;]|[-–—]|:\s?[-–—])\s*$")
_OPEN = frozenset(
    word_list(
        "that to the and for of by in with from on as be is are were was"
        " cabinet council committee board panel executive commission following"
    )
)
"""Words that cannot end a sentence."""
_PASSIVE = late(
    r"\b(?:be|is|are|was|were|been)\s+(?:\w+ly\s+|hereby\s+|not\s+)?"
    r"(\w+ed|given|made|taken|sent|held|set|put|kept|withdrawn|undertaken|drawn|begun|written|paid|met|known)\b",
    re.IGNORECASE,
)
_ACTIVE = late(
    r"\b(?:(?:note|approve|agree|endorse|adopt|confirm|receive|accept|support|welcome)s?|noted|approved|agreed|endorsed|adopted|received)"
    r"(?=\s+(?:the|its|this|that\sthe|an?)\s)|\b(?:convenes?|rises?|adjourns?)\b"
)
_FRAME = late(r"Motion\sto\s(?:approve|pass|adopt|receive)\b")
_FOLLOWING = gated("following these follows below namely", r"\b(?:the\s+following|these|as\s+follows|below|namely)\b", re.IGNORECASE)
_JOINS = late(
    r"\band\b|;|\bsubject\s+to\b|\bincluding\b|\bas\s+follows\b|\bnamely\b|\bon\s+the\s+grounds\b|\bfor\s+the\s+following\b|\bwith\s+the\s+following\b",
    re.IGNORECASE,
)
_INFINITIVE = late(r"To\s(?:consider|receive|adopt|approve|note|agree|hear|discuss|review|confirm|appoint|elect)\b")
_SENTENCE = late(r"[.!?]\s+[A-Z]")
_ON_CONDITIONS = late(
    r"\b(?:with|subject\sto|on)\s(?:the\s)?(?:following\s)?(?:planning\s)?conditions(?:\sbelow)?\s*$|\bfor\sthe\s(?:following\s)?reasons(?:\sbelow)?\s*$",
    re.IGNORECASE,
)
"""What ends without a mark and yet announces the list under it (``To approve with conditions``, P39)."""
_DECIDES = late(r"(?:that\s)?(?:to\s|the\sapplication\s(?:be|is|was)\s)?(?:approve|refuse|grant|permit|defer|agree)d?\b", re.IGNORECASE)


def announces(view: str) -> bool:
    """Whether words end by announcing a list: in a colon, a dash or a word that cannot end a sentence."""
    bare = view.rstrip()
    if _ANNOUNCES.search(bare[-6:]) is not None or (bare[-1:].isalpha() and last_word(bare) in _OPEN):
        return True
    return bare[-10:].lower().endswith(("conditions", "reasons", "below")) and _ON_CONDITIONS.search(bare[-60:]) is not None


def acts(view: str) -> bool:
    """Whether words that announce a list are a clause of their own.

    They are when a verb with its subject is complete before the announcement: something is done to a subject that is not itself
    the list that follows. ``That the following be approved:`` is none; ``That the plan be adopted subject to the following:`` is one.
    """
    bare = view.rstrip()
    if _SENTENCE.search(bare):
        return True
    if _DECIDES.match(bare) and _ON_CONDITIONS.search(bare[-60:].rstrip(" :;-–—")):
        return True
    if _INFINITIVE.match(bare):
        return len(bare.split()) > 5
    if _FRAME.match(bare):
        return True
    passive = _PASSIVE.search(bare)
    found = passive or _ACTIVE.search(bare)
    if found is None:
        return False
    subject = bare[: found.start()]
    if (
        passive
        and passive[1].lower() == "noted"
        and (subject.lower().rstrip().endswith(" it") or "declarations" in subject.lower() or "interests" in subject.lower())
    ):
        return True
    rest = bare[found.end() :].rstrip(" :;-–—\xa0")
    if _FOLLOWING.search(subject):
        return False
    if passive:
        if not rest:
            return (
                not re.search(r"\b(?:that|it)\s*$", subject.strip().lower())
                and len(subject.split()) > 1
                and bool(_ANNOUNCES.search(bare[-6:]))
                and not found[1]
                .lower()
                .startswith(("recommend", "request", "ask", "author", "delegat", "appoint", "given", "instruct", "direct", "invit"))
            )
        if last_word(rest) in _OPEN and not _JOINS.search(rest):
            return False
        if _FOLLOWING.search(rest) and not _JOINS.search(rest):
            return False
        return bool(_JOINS.search(rest)) or last_word(rest) not in _OPEN
    if found[0].lower().startswith(("conven", "rise", "adjourn")):
        return True
    if _FOLLOWING.search(rest) and not _JOINS.search(rest):
        return False
    return bool(_JOINS.search(rest))
