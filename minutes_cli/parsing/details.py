"""Inside a clause: its action, whom it addresses, by when, and what it points at (design section 7, step 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

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


MOST_MEANT = 200
"""Clauses that one reference can mean; one that would mean more is not resolved, so that a record stays as long as its page (P12)."""
MOST_LISTS = 100
"""Lists beside a clause's own in which its references are looked up."""


class _List:
    """The clauses of one list, and where each label stands among them."""

    def __init__(self, clauses: list[Clause], parent: Clause | None) -> None:
        self.clauses = clauses
        self.parent = parent
        self.inner: list[_List] = []
        """The lists of its clauses, in their order."""
        self.places = {clause.id: at for at, clause in enumerate(clauses)}
        self._labels: dict[str, list[int]] = {}
        for at, clause in enumerate(clauses):
            if clause.label is not None:
                self._labels.setdefault(_token(clause.label).casefold(), []).append(at)

    def labelled(self, step: str) -> list[Clause]:
        """The clauses printed under one step of a label."""
        places = self._labels.get(step.casefold(), ())
        return [self.clauses[at] for at in places if _same(_token(self.clauses[at].label or ""), step)]


class Family:
    """The clauses that a reference can mean: its own list first, then the lists around it, then the item's others."""

    def __init__(self, groups: list[Group]) -> None:
        self._lists: dict[str, _List] = {}
        """The list of each clause, by the clause's id."""
        self._under: dict[str, _List] = {}
        """The list under each clause that has one."""
        self._outer: dict[int, _List] = {}
        """The list around each list; kept apart from the lists, which else would hold each other for ever."""
        outermost = []
        for group in groups:
            first = _List(group.clauses, None)
            outermost.append((group, first))
            stack = [first]
            while stack:
                listed = stack.pop()
                for clause in listed.clauses:
                    self._lists[clause.id] = listed
                    if clause.clauses:
                        under = _List(clause.clauses, clause)
                        self._outer[id(under)] = listed
                        self._under[clause.id] = under
                        listed.inner.append(under)
                        stack.append(under)
        recommending = [row for row in outermost if row[0].kind == "recommendation" or row[0].status in ("reported", "proposed")]
        recommending.sort(key=lambda row: row[0].status not in ("reported", "proposed"))
        self._recommending = [listed for _, listed in recommending[:MOST_LISTS]]

    def targets(self, clause: Clause, found: FoundReference) -> tuple[list[str], str]:
        """Ids of the clauses meant, in order, and resolved, ambiguous or unresolved."""
        own = self._lists.get(clause.id) or _List([], None)
        if found.ordinals:
            meant = _by_ordinal(own.clauses, found.ordinals, clause)
            return (meant, "resolved") if meant else ([], "unresolved")
        if not found.labels:
            return _the_above(own, clause, found)
        for listed in self._scopes(own, found):
            ids, status = self._by_labels(listed, found, clause)
            if status is not None:
                return ids, status
        return [], "unresolved"

    def _scopes(self, own: _List, found: FoundReference) -> Iterator[_List]:
        outer: _List | None = own
        while outer is not None:
            yield outer
            outermost, outer = outer, self._outer.get(id(outer))
        yield from islice(own.inner, MOST_LISTS)
        if found.noun == "recommendation":
            yield from (listed for listed in self._recommending if listed is not outermost)

    def _by_labels(self, listed: _List, found: FoundReference, clause: Clause) -> tuple[list[str], str | None]:
        """The clauses of one list that the labels mean; no status where the list has none of them."""
        ids: list[str] = []
        ambiguous = False
        for low, high in found.labels:
            first = self._labelled(listed, low.path, clause)
            last = first if high is None else self._labelled(listed, high.path, clause)
            if not first or not last:
                return [], None
            ambiguous = ambiguous or len(first) > 1 or len(last) > 1
            if high is None:
                meant = first
            else:
                begin, end = listed.places.get(first[0].id), listed.places.get(last[-1].id)
                if begin is None or end is None or end < begin:
                    return [], None
                meant = listed.clauses[begin : min(end, begin + MOST_MEANT) + 1]
            ids.extend(other.id for other in meant[: MOST_MEANT + 1])
        if len(ids) > MOST_MEANT:
            return [], "ambiguous" if ambiguous else "unresolved"
        return ids, "ambiguous" if ambiguous else "resolved"

    def _labelled(self, listed: _List, path: tuple[str, ...], clause: Clause) -> list[Clause]:
        """Clauses printed under a label, the clause that speaks left out: nothing points at itself."""
        found = [other for other in listed.labelled(path[0]) if other is not clause]
        for step in path[1:]:
            inner = [self._under[other.id] for other in found if other.id in self._under]
            found = [other for under in inner for other in under.labelled(step) if other is not clause]
        return found


def _the_above(own: _List, clause: Clause, found: FoundReference) -> tuple[list[str], str]:
    at = own.places.get(clause.id, 0)
    after = range(at + 1, len(own.clauses))
    meant = [own.clauses[place] for place in (after if found.direction == "below" else range(at))[: MOST_MEANT + 1]]
    if found.direction == "below" and clause.clauses:
        meant = clause.clauses
    if len(meant) > MOST_MEANT:
        return [], "unresolved"
    if meant:
        return [other.id for other in meant], "resolved"
    return ([own.parent.id], "resolved") if own.parent is not None else ([], "unresolved")


def _by_ordinal(listed: list[Clause], ordinals: tuple[int, ...], clause: Clause) -> list[str]:
    found = []
    for ordinal in ordinals:
        index = ordinal - 1 if ordinal > 0 else len(listed) + ordinal
        if not 0 <= index < len(listed) or listed[index] is clause:
            return []
        found.append(listed[index].id)
    return found


def _token(label: str) -> str:
    return label.strip("().: \t")


def _same(token: str, step: str) -> bool:
    """Whether a printed label, its marks left out, is the step of a reference: a single letter only in its own case."""
    return token == step or not (len(token) == 1 and readings(token) and token.isalpha() and token.isupper() != step.isupper())
