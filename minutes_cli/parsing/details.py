"""Inside a clause: its action, whom it addresses, by when, and what it points at (design section 7, step 5)."""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.actions import find_action
from minutes_cli.grammar.parts.addressees import find_addressees
from minutes_cli.grammar.parts.deadlines import find_deadline
from minutes_cli.grammar.parts.references import REFERRING, FoundReference, find_references
from minutes_cli.grammar.words_seen import lacks
from minutes_cli.model import Clause, Deadline, Group, Reference, Span
from minutes_cli.parsing.labels import readings
from minutes_cli.parsing.lines import squeeze

_BREAKS = str.maketrans("\r\n\f\v", "    ")
_REFERS = late(
    r"\b(?:recommendation|resolution|clause|part|paragraph|point|item|minute|appendi|schedule|article|section|annex|above|below|option)",
    re.IGNORECASE,
)
_TIME = gated(
    "within by before until later in after prior following end",
    r"\b(?:within|by|before|until|no\slater|not\slater|in|after|prior|following|end)\b",
    re.IGNORECASE,
)
_ADOPTS = gated(
    "approved agreed adopted accepted endorsed supported approve agree adopt accept endorse support"
    " approves agrees adopts accepts endorses supports",
    r"(?P<passive>(?:(?:all\s(?:of\s)?)?the\s)?(?:officers?[’']?s?\s)?recommendations?\b[^.;:]{0,120}?)(?<!\sto)\s(?:be|are|is)\s(?:hereby\s)?(?:approved|agreed|adopted|accepted|endorsed|supported)\b"
    r"|\b(?:approve|agree|adopt|accept|endorse|support)s?\s(?P<active>(?:all\s(?:of\s)?)?the\s(?:officers?[’']?s?\s)?recommendations?\b[^.;:,]{0,120})",
    re.IGNORECASE,
)
"""What adopts recommendations without repeating them (P12)."""
_AS_ASKED = gated(
    "recommended recommendation recommendations",
    r"\W{0,4}(?:(?:that\s)?(?:permission\s)?(?:be\s)?(?:approved?|agreed?|granted?|refused?|accepted?|adopted?)\s)?"
    r"(?P<how>(?:as|in\s(?:line|accordance)\swith|as\sper)\s(?:(?:the|per)\s){0,2}(?:officers?[’']?s?\s)?recomm(?:ended|endations?)(?:\sby\s(?:the\s)?officers?)?)\W{0,4}$",
    re.IGNORECASE,
)
"""An outcome that is what was recommended, in so many words (``Decision: As recommended``)."""
_NOUNS = {"approval": "approve", "refusal": "refuse", "deferral": "defer", "referral": "refer", "delegation": "delegate"}
_NOUN = gated("approval refusal deferral referral delegation", rf"\s{{0,4}}({'|'.join(_NOUNS)})\s(?:to|of|for|from|is|be)\b", re.IGNORECASE)
_NOBODY = frozenset({"approval", "refusal", "acceptance", "adoption"})
_SENT = late(r"\b(?:recommend(?:s|ed)?|submitted|forwarded|referred|put|sent|presented|made|go|passed|commended)\b", re.IGNORECASE)
_ANNOUNCED = late(r"\brecommend\w*\b[^.;]{0,120}$", re.IGNORECASE)


def clause_view(text: str, clause: Clause) -> tuple[str, int]:
    """A clause's stretch of the text with breaks and interruptions blanked, and the offset at which it begins."""
    spans = clause.spans or ([clause.span] if clause.span else [])
    if not spans:
        return "", 0
    start = spans[0][0]
    pieces = []
    at = start
    for low, high in spans:
        pieces.append(" " * (low - at))
        pieces.append(text[low:high])
        at = high
    return "".join(pieces).translate(_BREAKS), start


def describe(text: str, clause: Clause, parent: Clause | None) -> list[FoundReference]:
    """Fills a clause's kind, action, addressees and deadline; returns its references, not yet resolved."""
    view, start = clause_view(text, clause)
    if parent is not None and (
        parent.kind == "recommendation" or (_ANNOUNCED.search(parent.text) and (parent.action == "recommend" or _SENT.search(parent.text)))
    ):
        clause.kind = "recommendation"
    if not view.strip():
        return []
    clause.action = find_action(view) or _named_action(view)
    adopted = _ADOPTS.search(view) if "recommendation" in view.casefold() else None
    if adopted is not None:
        clause.by_reference = squeeze(adopted["passive"] or adopted["active"])
    elif (asked := _AS_ASKED.match(view)) is not None:
        clause.by_reference = squeeze(asked["how"])
    clause.to = [name for low, high in find_addressees(view) if (name := squeeze(view[low:high])).casefold() not in _NOBODY]
    if _TIME.search(view):
        clause.deadline = _deadline(view, start)
    return [] if lacks(view, REFERRING) or not _REFERS.search(view) else find_references(view)


def _named_action(view: str) -> str | None:
    """The action of an outcome that is no more than its name (``Approval to proceed with the scheme``, P37)."""
    found = _NOUN.match(view)
    return _NOUNS[found[1].lower()] if found else None


def _deadline(view: str, start: int) -> Deadline | None:
    found = find_deadline(view)
    if found is None:
        return None
    after = None
    if found.after_start is not None and found.after_end is not None:
        after = squeeze(view[found.after_start : found.after_end])
    return Deadline(
        squeeze(view[found.start : found.end]), found.amount, found.unit, after, found.date, (start + found.start, start + found.end)
    )


def resolve(text: str, clause: Clause, found: list[FoundReference], family: Family) -> None:
    """Turns what a clause says of others into references, resolved where exactly one clause remains (P17)."""
    _, start = clause_view(text, clause)
    for one in found:
        span: Span = (start + one.start, start + one.end)
        reference = Reference(squeeze(text[span[0] : span[1]]), span)
        if one.scope == "external":
            reference.status = "external"
        else:
            targets, status = family.targets(clause, one)
            if not targets and one.noun not in _OURS:
                status = "external"
            reference.targets, reference.status = targets, status
        clause.references.append(reference)


_OURS = frozenset({None, "recommendation", "resolution", "clause"})


class Family:
    """The clauses that a reference can mean: its own list first, then the lists around it, then the item's others."""

    def __init__(self, groups: list[Group]) -> None:
        self._lists: dict[str, list[Clause]] = {}
        self._parents: dict[str, Clause | None] = {}
        self._group: dict[str, Group] = {}
        self._groups = groups
        for group in groups:
            stack: list[tuple[list[Clause], Clause | None]] = [(group.clauses, None)]
            while stack:
                siblings, parent = stack.pop()
                for clause in siblings:
                    self._lists[clause.id] = siblings
                    self._parents[clause.id] = parent
                    self._group[clause.id] = group
                    if clause.clauses:
                        stack.append((clause.clauses, clause))

    def targets(self, clause: Clause, found: FoundReference) -> tuple[list[str], str]:
        """Ids of the clauses meant, in order, and resolved, ambiguous or unresolved."""
        for listed in self._scopes(clause, found):
            if found.ordinals:
                meant = _by_ordinal(listed, found.ordinals, clause)
                return (meant, "resolved") if meant else ([], "unresolved")
            if not found.labels:
                return self._the_above(clause, found)
            ids, status = _by_labels(listed, found, clause)
            if status is not None:
                return ids, status
        return [], "unresolved"

    def _scopes(self, clause: Clause, found: FoundReference) -> list[list[Clause]]:
        own = self._lists.get(clause.id, [])
        scopes = [own]
        parent = self._parents.get(clause.id)
        while parent is not None:
            scopes.append(self._lists[parent.id])
            parent = self._parents[parent.id]
        scopes.extend(child.clauses for child in own if child.clauses)
        if found.noun == "recommendation":
            others = [group for group in self._groups if group is not self._group.get(clause.id)]
            others.sort(key=lambda group: group.status not in ("reported", "proposed"))
            scopes.extend(group.clauses for group in others if group.kind == "recommendation" or group.status in ("reported", "proposed"))
        return scopes

    def _the_above(self, clause: Clause, found: FoundReference) -> tuple[list[str], str]:
        own = self._lists.get(clause.id, [])
        at = next((index for index, other in enumerate(own) if other is clause), 0)
        meant = (clause.clauses or own[at + 1 :]) if found.direction == "below" else own[:at]
        if meant:
            return [other.id for other in meant], "resolved"
        parent = self._parents.get(clause.id)
        return ([parent.id], "resolved") if parent is not None else ([], "unresolved")


def _by_ordinal(listed: list[Clause], ordinals: tuple[int, ...], clause: Clause) -> list[str]:
    found = []
    for ordinal in ordinals:
        index = ordinal - 1 if ordinal > 0 else len(listed) + ordinal
        if not 0 <= index < len(listed) or listed[index] is clause:
            return []
        found.append(listed[index].id)
    return found


def _by_labels(listed: list[Clause], found: FoundReference, clause: Clause) -> tuple[list[str], str | None]:
    """The clauses of one list that the labels mean; no status where the list has none of them."""
    ids: list[str] = []
    ambiguous = False
    for low, high in found.labels:
        first = _labelled(listed, low.path, clause)
        if not first:
            return [], None
        if high is not None:
            last = _labelled(listed, high.path, clause)
            if not last:
                return [], None
            begin, end = listed.index(first[0]) if first[0] in listed else -1, listed.index(last[-1]) if last[-1] in listed else -1
            if begin < 0 or end < begin:
                return [], None
            ids.extend(other.id for other in listed[begin : end + 1])
            ambiguous |= len(first) > 1 or len(last) > 1
        else:
            ids.extend(other.id for other in first)
            ambiguous |= len(first) > 1
    return ids, "ambiguous" if ambiguous else "resolved"


def _labelled(listed: list[Clause], path: tuple[str, ...], clause: Clause) -> list[Clause]:
    """Clauses printed under a label, the clause that speaks left out: nothing points at itself."""
    level, found = listed, []
    for step in path:
        found = [other for other in level if other.label is not None and _same(other.label, step) and other is not clause]
        level = [child for other in found for child in other.clauses]
    return found


def _same(label: str, step: str) -> bool:
    token = label.strip("().: \t")
    if token == step:
        return True
    if token.casefold() != step.casefold():
        return False
    return not (len(token) == 1 and readings(token) and token.isalpha() and token.isupper() != step.isupper())
