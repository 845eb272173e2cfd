"""Sending: lists that their stem sends to another body, or that it only quotes (P05, P14, P15, P43).

``RESOLVED: That the following recommendations be made to Cabinet:`` makes what follows a recommendation; ``RESOLVED: That the following
recommendations of the Panel be rejected:`` decides the opposite of what follows, which is the Panel's own.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.addressees import find_addressees
from minutes_cli.grammar.parts.response_pointers import body_at
from minutes_cli.model import Clause, Evidence, Group
from minutes_cli.parsing.drafts import GroupDraft
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.moods import opens_quote
from minutes_cli.parsing.stems import announces
from minutes_cli.parsing.walking import drop_closing

_ASKED = r"(?:recommended|asked|requested|invited|urged|advised|informed|notified)"
_SENDS = late(
    r"\b(?:(?:following|these|above)\s(?:[\w’'-]{1,20}\s){0,3}?recommendations?\s(?:[\w’'-]{1,20}\s){0,3}?be\s"
    r"(?:made|submitted|referred|put|forwarded|presented|sent|conveyed|passed|reported)\b"
    r"|following\s(?:[\w’'-]{1,20}\s){0,2}?be\srecommended\b"
    r"|(?:make|makes|submit|submits|put\sforward|forward|send|refer)\sthe\sfollowing\s(?:[\w’'-]{1,20}\s){0,2}?recommendations?\b"
    rf"|be\s{_ASKED}\s(?:[\w’'-]{{1,20}}\s){{0,4}}?(?:the\s)?following\s(?:[\w’'-]{{1,20}}\s){{0,2}}?recommendations?\b"
    r"|be\srecommended(?:\s(?:to|that|as\sfollows))?\s{0,2}[:–—-]"
    r"|\brecommends?\s(?:to\s)?(?:[\w’'&-]{1,24}\s){1,8}?(?:that|to|the\sfollowing|as\sfollows)\s{0,2}[:–—-])",
    re.IGNORECASE,
)
_SUBJECT = late(rf"\s(?:should\s)?be\s{_ASKED}\b", re.IGNORECASE)
_RECIPIENT = late(
    r"\brecommendations?\s(?:be\s[a-z]{3,12}\s)?to\s(?=\S)|\bbe\srecommended\sto\s(?=\S)|\b(?:made|submitted|referred|put|forwarded|presented|sent|conveyed|passed|reported)\sto\s(?=\S)",
    re.IGNORECASE,
)
_OPENS = late(r"(?:that|to|\s){0,4}(?=\S)", re.IGNORECASE)
_QUOTES = late(
    r"\bfollowing\s(?:[\w’'-]{1,20}\s){0,2}?(?P<noun>recommendation|decision|resolution|motion|response|minute)s?\s"
    r"(?:[\w’'-]{1,20}\s){0,3}?(?:of|from|by|passed|submitted)\b[^.;:]{1,120}?"
    r"\bbe\s(?:hereby\s)?(?:not\s(?:accepted|agreed|approved|supported|endorsed|adopted)|rejected|refused|declined|noted|received|deferred|referred\sback|opposed|rescinded|revoked)\b"
    r"|\bfollowing\s(?:[\w’'-]{1,20}\s){0,2}?(?P<too>recommendation)s?\s(?:not\sbe\s[a-z]{3,12}|be\s(?:not\s(?:accepted|agreed|approved|supported)|rejected|refused|declined))\b",
    re.IGNORECASE,
)
"""What is rejected, put off or only noted is another body's; what is adopted becomes one's own."""
LONGEST = 400
"""Code points of the longest stem."""


def send_on(group: Group) -> None:
    """Gives a group whose stem recommends its clauses to another body its kind and whom it addresses."""
    stem = group.stem
    if not stem or group.kind != "resolution" or len(stem) > LONGEST or _SENDS.search(stem) is None:
        return
    group.kind = "recommendation"
    waiting: list[Clause] = [*group.clauses]
    while waiting:
        clause = waiting.pop()
        clause.kind = "recommendation"
        waiting.extend(clause.clauses)
    group.to = group.to or addressed(stem)


def addressed(words: str) -> list[str]:
    """Whom a stem recommends to (``the Portfolio Holder be recommended to:``); empty where it names nobody."""
    found = [squeeze(words[low:high]) for low, high in find_addressees(words)]
    if found:
        return found
    subject, front = _SUBJECT.search(words), _OPENS.match(words)
    if subject is not None and front is not None:
        body = body_at(words, front.end())
        if body is not None and body[1] == subject.start():
            return [squeeze(words[slice(*body)])]
    behind = _RECIPIENT.search(words)
    body = body_at(words, behind.end()) if behind else None
    return [squeeze(words[slice(*body)])] if body else []


def quotes(words: str) -> str | None:
    """The kind of what a stem quotes of others (``That the following decision of Cabinet be noted:``); None where it quotes nothing."""
    found = _QUOTES.search(words) if len(words) <= LONGEST and announces(words) else None
    if found is None:
        return None
    return "recommendation" if (found["noun"] or found["too"]).casefold() == "recommendation" else "resolution"


def part_quoted(kept: list[GroupDraft]) -> list[GroupDraft]:
    """The groups, with what a decided stem only quotes of others as a reported group of its own behind the stem (P43)."""
    parted: list[GroupDraft] = []
    for group in kept:
        parted.append(group)
        if group.status != "decided" or len(group.entries) < 2 or group.entries[0].label is not None:
            continue
        if group.entries[1].label is None or (kind := quotes(group.entries[0].view)) is None:
            continue
        quoted = GroupDraft(group.entries[1].block, "list", group.side, basis="stem", first=group.first, last=group.last)
        quoted.kind, quoted.status, quoted.certainty = kind, "reported", "inferred"
        quoted.evidence = [Evidence("quoted", "the decided words before it quote it as another body's")]
        quoted.entries, group.entries = group.entries[1:], group.entries[:1]
        if mark := opens_quote(quoted.opener.view):
            drop_closing(quoted.entries[-1], quoted.entries[-1].view, mark)
        parted.append(quoted)
    return parted
