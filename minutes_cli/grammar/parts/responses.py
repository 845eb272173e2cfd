"""What a body answered to recommendations made to it (P15).

Productions::

    responses = active { ("," | ";") ["and" | "but"] verdict object } | passive | pointer
    active    = body ["has" | "had"] verdict object
    passive   = object ("was" | "were" | …) ["not"] verdict ["in part"] ["by" body]
    object    = ("all" | "each" | "both") ["of"] ["the"] [count] "recommendations" | reference | labels | "the recommendations" | "the rest"
    pointer   = "response" … ("is" | "was") ("set out" | "detailed" | …) ("in" | "at") ["the"] paper

An answer is told in the past or as a fact. What a body is asked to answer, may answer or resolves to answer is none: after ``to``,
``be``, ``whether``, ``if`` and the modal verbs nothing is read, and ``That Cabinet accept …`` has no past form.
"""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.folding import lowered
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.addressees import name_end
from minutes_cli.grammar.parts.basis import APOSTROPHE, GAP, MAYBE_GAP, NO_WORD_AFTER, NO_WORD_BEFORE, holds, word_list
from minutes_cli.grammar.parts.numbers import FIGURE_PATTERN, WORD_PATTERN
from minutes_cli.grammar.parts.reference_labels import ReferenceLabel
from minutes_cli.grammar.parts.references import FoundReference, read_labels, read_reference
from minutes_cli.grammar.words_seen import lacks

Labels = tuple[tuple[ReferenceLabel, ReferenceLabel | None], ...]


@dataclass(frozen=True, slots=True)
class FoundResponse:
    """One answer; every offset counts code points of the searched text."""

    start: int
    end: int
    by_start: int | None
    by_end: int | None
    """The body that answers, without ``the``; None where the sentence names none."""
    verdict: str
    """accepted, accepted-in-part, noted, rejected, deferred or not-stated."""
    labels: Labels = ()
    """Labels of the recommendations answered, the second of a pair closing a range."""
    ordinals: tuple[int, ...] = ()
    """Positions named by ordinals, from 1, negative from the end."""
    all_: bool = False
    """Whether all recommendations are answered."""
    rest: bool = False
    """Whether those not named before are answered (``and rejected the rest``)."""
    pointer_span: tuple[int, int] | None = None
    """The paper that holds the answer, where the text only points there."""


_VERDICTS: tuple[tuple[str, str], ...] = (
    ("part", rf"(?:partially|partly|part){MAYBE_GAP}-?(?:accepted|agreed|approved|supported)"),
    (
        "rejected",
        rf"(?:rejected|(?:agreed|resolved|decided){GAP}to{GAP}reject|refused|declined|did{GAP}not{GAP}(?:accept|agree|support|endorse)|(?:had|has|have){GAP}not{GAP}(?:accepted|agreed|supported)|disagreed{GAP}with)",
    ),
    (
        "deferred",
        rf"(?:deferred|postponed|(?:asked|called){GAP}for{GAP}(?:more|further|additional){GAP}(?:work|information|time|detail|details|evidence){GAP}(?:on|about|regarding)|"
        rf"requested{GAP}(?:more|further|additional){GAP}(?:work|information|detail|details|evidence){GAP}(?:on|about|regarding))",
    ),
    ("noted", r"noted"),
    ("accepted", rf"(?:accepted|(?:agreed|resolved|decided){GAP}to{GAP}accept)"),
    ("agreed", rf"(?:agreed|approved|endorsed|supported)(?:{GAP}(?:to|with))?"),
)
_VERB = late(rf"{NO_WORD_BEFORE}(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _VERDICTS) + f"){NO_WORD_AFTER}")
_SAYING = frozenset(
    word_list(
        "accepted agreed approved supported rejected reject refused declined accept agree support endorse disagreed deferred postponed"
        " asked called requested noted endorsed"
    )
)
"""Words of which one stands in every verdict."""
_ABOUT = ("recommendation", "(")
"""One of these stands in every text that answers recommendations."""
_POINTING = ("respon", "repl", "answer")

_COUNT = rf"(?:{FIGURE_PATTERN}|{WORD_PATTERN})"
_OWNER = (
    rf"(?:(?:[A-Z][^\s,;.:()]{{0,30}}{GAP}){{0,5}}?[^\s,;.:()]{{1,30}}{APOSTROPHE}s?{GAP}|"
    rf"(?:panel|committee|scrutiny|commission|group|sub-group|review|above|following){GAP})?"
)
_ALL = late(
    rf"(?:all|each|both|every){NO_WORD_AFTER}(?:{GAP}of)?(?:{GAP}(?:the|these|those|its|their|{_COUNT})){{0,2}}{GAP}(?:of{GAP}the{GAP})?{_OWNER}recommendations?{NO_WORD_AFTER}",
    re.IGNORECASE,
)
_DEFINITE = late(rf"(?:the|these|those|its|their)(?:{GAP}{_COUNT})?{GAP}{_OWNER}recommendations?{NO_WORD_AFTER}", re.IGNORECASE)
_REST = gated(
    "rest remainder others other remaining",
    rf"(?:the{GAP}(?:rest|remainder|others)|the{GAP}(?:other|remaining)(?:{GAP}{_COUNT})?{GAP}recommendations?){NO_WORD_AFTER}",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = late(rf"{NO_WORD_BEFORE}the{GAP}\Z", re.IGNORECASE)
_THE = late(rf"the{GAP}", re.IGNORECASE)
_IN_PART = late(rf"\s{{0,40}}+(?:in{GAP}part|partially|in{GAP}principle){NO_WORD_AFTER}", re.IGNORECASE)
_IN_FULL = late(rf"(?:{GAP}(?:in{GAP}full|in{GAP}part|in{GAP}principle|unanimously|to)){{0,2}}{GAP}", re.IGNORECASE)

_SUBJECT_GAP = late(
    rf"(?:,?{GAP}(?:has|had|have|also|then|formally|unanimously|subsequently|since|therefore)){{0,3}}{GAP}\Z", re.IGNORECASE
)
_UNREAL = late(
    rf"{NO_WORD_BEFORE}(?:if|whether|should|would|could|may|might|unless|until|to|be|being|shall|must|will|can|not{GAP}yet|as|previously)(?:{GAP}(?:have|be|been|also))?{GAP}\Z",
    re.IGNORECASE,
)
_CONDITION = late(rf"{NO_WORD_BEFORE}(?:if|whether|unless|until|should|were|hoped{GAP}that)(?:{GAP}the)?{GAP}\Z", re.IGNORECASE)
_CHAIN = late(rf"\s{{0,4}}[,;]?{MAYBE_GAP}(?:(?:and|but|while|whilst){GAP})?(?:also{GAP}|had{GAP}|has{GAP})?\Z", re.IGNORECASE)
_AUXILIARY = late(
    rf"{GAP}(?P<be>was|were|has{GAP}been|have{GAP}been|had{GAP}been|is|are)(?:{GAP}(?P<not>not))?(?:{GAP}(?:all|each|both|fully|also|therefore|unanimously|formally|now)){{0,2}}{GAP}\Z",
    re.IGNORECASE,
)
_PROPOSAL = late(rf"(?:\A|[\n.;:(]|{NO_WORD_BEFORE}(?:resolved|recommended|agreed)){MAYBE_GAP}(?:that|to){GAP}\Z", re.IGNORECASE)
_OBJECT_START = late(
    rf"{NO_WORD_BEFORE}(?:all|each|both|every|the|these|those|recommendations?|{WORD_PATTERN}|first|last)(?=\s)|(?<![^\s(])\(",
    re.IGNORECASE,
)
_BY = late(rf"{GAP}(?:in{GAP}(?:full|part|principle){GAP})?by{GAP}(?:the{GAP})?", re.IGNORECASE)
_NAME_START = late(rf"{NO_WORD_BEFORE}[A-Z]|(?<=the\s)[a-z]")
_COMMON_BODY = late(
    rf"(?:committee|cabinet|council|board|panel|executive|commission|leader|members|authority){NO_WORD_AFTER}", re.IGNORECASE
)

_POINTER = gated(
    "response responses reply replies answer answers",
    rf"{NO_WORD_BEFORE}(?:response|responses|reply|replies|answers?)(?:{GAP}(?!(?:is|are|was|were|be|will|that|which|and){NO_WORD_AFTER})[^\s.;:]{{1,40}}){{0,12}}?"
    rf"{GAP}(?:is|are|was|were){GAP}(?:also{GAP})?(?:set{GAP}out|detailed|contained|attached|outlined|shown|given|appended|provided|included){GAP}(?:in|at|as|to|under){GAP}(?:(?:the|an?){GAP})?",
    re.IGNORECASE,
)
_PAPER = late(
    rf"(?:(?:attached|accompanying|appended|published|officer){GAP})?(?:report|table|schedule|appendix|annex|paper|supplement|addendum|letter){NO_WORD_AFTER}",
    re.IGNORECASE,
)
_RESPONDER = late(rf"(?:of|from|by){GAP}(?:the{GAP})?", re.IGNORECASE)
_MOST = 200
"""Answers of one text; a table of more belongs to the parser of tables."""


@dataclass(frozen=True, slots=True)
class _Object:
    start: int
    end: int
    labels: Labels = ()
    ordinals: tuple[int, ...] = ()
    all_: bool = False
    rest: bool = False
    plain: bool = False
    """Whether it is just ``the recommendations``."""


def find_responses(text: str) -> list[FoundResponse]:
    """Every answer to recommendations that ``text`` tells as given, in order.

    ``Cabinet accepted recommendations (a) and (c), noted (b) and asked for more work on (d)`` gives three. ``the recommendations``
    without more counts as all of them with ``accepted``, ``rejected`` and ``deferred``; the milder ``agreed`` and ``noted`` need
    labels, an ordinal or ``all``, since a committee agrees and notes the recommendations of every report before it.
    """
    found: list[FoundResponse] = []
    if holds(text, _ABOUT) and not lacks(text, _SAYING):
        for hit in _VERB.finditer(lowered(text)):
            response = _told(text, _active(text, hit, found[-1] if found else None) or _passive(text, hit))
            if response is not None and len(found) < _MOST and not (found and response.start < found[-1].end):
                found.append(response)
    if holds(text, _POINTING):
        found += _pointers(text)
    return sorted(found, key=lambda each: each.start)


_ONLY_IF = late(rf"{NO_WORD_BEFORE}(?:if|whether|unless){GAP}(?:the{GAP})?\Z", re.IGNORECASE)
_NONE_OF = late(rf"{NO_WORD_BEFORE}none{GAP}of{GAP}\Z", re.IGNORECASE)
_BUT_FOR = late(
    rf"\s{{0,4}},?\s{{0,4}}(?:except|apart{GAP}from|with{GAP}the{GAP}exception|other{GAP}than|save{GAP}for|bar){NO_WORD_AFTER}",
    re.IGNORECASE,
)
_LAST_TIME = late(rf"{GAP}of{GAP}(?:the|its|their|an?){GAP}(?:last|previous|earlier|former){GAP}", re.IGNORECASE)


def _told(text: str, response: FoundResponse | None) -> FoundResponse | None:
    """The answer as its sentence means it: none of a condition, of another review or with an exception; ``none of`` turns it round."""
    if response is None:
        return None
    before = text[max(0, response.start - 16) : response.start]
    conditional = text[response.start : response.start + 8].casefold().startswith(("if ", "unless ", "whether "))
    excepted = response.all_ and _BUT_FOR.match(text, response.end)
    if conditional or excepted or _ONLY_IF.search(before) or _LAST_TIME.match(text, response.end):
        return None
    if response.all_ and response.verdict == "accepted" and _NONE_OF.search(before):
        return replace(response, verdict="rejected")
    return response


def _verdict(hit: re.Match[str], negated: bool = False, part: bool = False) -> str:
    kind = hit.lastgroup or ""
    if kind in {"accepted", "agreed", "part"}:
        return "rejected" if negated else "accepted-in-part" if part or kind == "part" else "accepted"
    return kind


def _active(text: str, hit: re.Match[str], previous: FoundResponse | None) -> FoundResponse | None:
    """``body verdict object``; the body of the answer before goes on where only a comma or ``and`` stands between."""
    gap = _IN_FULL.match(text, hit.end())
    if gap is None:
        return None
    thing = _object(text, gap.end(), bare=True)
    if thing is None or (thing.plain and hit.lastgroup in {"agreed", "noted"}):
        return None
    after = _IN_PART.match(text, thing.end)
    verdict = _verdict(hit, part=after is not None or "part" in gap.group().casefold())
    end = after.end() if after else thing.end
    if previous is not None and previous.by_start is not None and _CHAIN.fullmatch(text, previous.end, hit.start()):
        return FoundResponse(
            hit.start(),
            end,
            previous.by_start,
            previous.by_end,
            verdict,
            thing.labels,
            thing.ordinals,
            thing.all_ or thing.plain,
            thing.rest,
        )
    body = _body_before(text, hit.start())
    if body is None:
        return None
    return FoundResponse(
        _with_article(text, body[0]), end, body[0], body[1], verdict, thing.labels, thing.ordinals, thing.all_ or thing.plain, thing.rest
    )


def _with_article(text: str, at: int) -> int:
    """Where the sentence begins whose body's name begins at ``at``: ``the`` belongs to it."""
    article = _ARTICLE_BEFORE.search(text, max(0, at - 12), at)
    return article.start() if article else at


def _passive(text: str, hit: re.Match[str]) -> FoundResponse | None:
    """``object were verdict``."""
    auxiliary = _AUXILIARY.search(text, max(0, hit.start() - 60), hit.start())
    if auxiliary is None:
        return None
    thing = _object_before(text, auxiliary.start())
    if thing is None or (thing.plain and hit.lastgroup in {"agreed", "noted"}):
        return None
    before = text[max(0, thing.start - 24) : thing.start]
    if _CONDITION.search(before) or (
        auxiliary["be"].casefold() in {"is", "are"} and _PROPOSAL.search(" " + before if thing.start < 24 else before)
    ):
        return None
    part = _IN_PART.match(text, hit.end())
    end = part.end() if part else hit.end()
    by = _BY.match(text, end)
    body = _body_at(text, by.end()) if by else None
    verdict = _verdict(hit, negated=auxiliary["not"] is not None, part=part is not None)
    return FoundResponse(
        thing.start,
        body[1] if body else end,
        body[0] if body else None,
        body[1] if body else None,
        verdict,
        thing.labels,
        thing.ordinals,
        thing.all_ or thing.plain,
        thing.rest,
    )


def _object(text: str, at: int, *, bare: bool) -> _Object | None:
    """The recommendations named from ``at`` on; with ``bare`` also labels without the noun."""
    first = text[at : at + 5].casefold()
    every = _ALL.match(text, at, at + 200) if first.startswith(("all", "each", "both", "every")) else None
    if every is not None:
        return _Object(at, every.end(), all_=True)
    rest = _REST.match(text, at, at + 80) if first.startswith("the") else None
    if rest is not None:
        return _Object(at, rest.end(), rest=True)
    article = _THE.match(text, at)
    reference = read_reference(text, article.end() if article else at) or (read_reference(text, at) if article else None)
    if reference is not None and reference.noun == "recommendation":
        return _of_reference(at, reference)
    definite = None
    if first.startswith(("the", "tho", "its")) and "recommendation" in text[at : at + 160].casefold():
        definite = _DEFINITE.match(text, at, at + 160)
    if definite is not None:
        return _Object(at, definite.end(), plain=True)
    if bare:
        labels, end = read_labels(text, at)
        if labels:
            return _Object(at, end, labels)
    return None


def _of_reference(at: int, reference: FoundReference) -> _Object:
    if reference.labels or reference.ordinals:
        return _Object(at, reference.end, reference.labels, reference.ordinals)
    return _Object(at, reference.end, plain=True)


def _object_before(text: str, end: int) -> _Object | None:
    """The recommendations that the words before ``end`` name; a few words without a comma may stand between (``of the Panel``)."""
    low = max(0, end - 160)
    best = None
    for start in [match.start() for match in _OBJECT_START.finditer(text, low, end)][-16:]:
        thing = _object(text, start, bare=False)
        if thing is None or thing.end > end:
            continue
        between = text[thing.end : end]
        if between.strip() and not re.fullmatch(rf"{GAP}(?:of|from|by|in|above|made)(?:{GAP}[^\s,;.:]{{1,40}}){{0,8}}", between):
            continue
        if best is None or thing.start < best.start or thing.end > best.end:
            best = thing if best is None or not (best.start <= thing.start and thing.end <= best.end) else best
    return best


def _body_before(text: str, at: int) -> tuple[int, int] | None:
    """The body whose name ends right before the verb at ``at``; None where the words make the answer unreal (``if Cabinet``)."""
    low = max(0, at - 140)
    window = text[low:at]
    if _UNREAL.search(window):
        return None
    gap = _SUBJECT_GAP.search(window)
    if gap is None:
        return None
    end = low + gap.start()
    for match in _NAME_START.finditer(text, low, end):
        body = _body_at(text, match.start())
        if body is None or body[1] != end:
            continue
        return None if _CONDITION.search(text, max(0, body[0] - 30), body[0]) else body
    return None


def _body_at(text: str, at: int) -> tuple[int, int] | None:
    """The body named at offset ``at``, its article left off."""
    article = _THE.match(text, at)
    start = article.end() if article else at
    end = name_end(text, start)
    if end is None:
        common = _COMMON_BODY.match(text, start)
        end = common.end() if common else None
    return (start, end) if end is not None else None


def _pointers(text: str) -> list[FoundResponse]:
    """Answers that stand in another paper: verdict not-stated, with the paper's span."""
    found = []
    for count, hit in enumerate(_POINTER.finditer(text)):
        if count >= _MOST:
            break
        reference = read_reference(text, hit.end())
        paper = None if reference else _PAPER.match(text, hit.end())
        span = (reference.start, reference.end) if reference else paper.span() if paper else None
        if span is None:
            continue
        body = _responder(text, hit)
        found.append(
            FoundResponse(
                hit.start(), span[1], body[0] if body else None, body[1] if body else None, "not-stated", all_=True, pointer_span=span
            )
        )
    return found


def _responder(text: str, hit: re.Match[str]) -> tuple[int, int] | None:
    """Whose response it is: ``the response of Cabinet``, ``Cabinet’s response``, ``the Cabinet response``."""
    of = _RESPONDER.search(text, hit.start(), hit.end())
    if of is not None:
        body = _body_at(text, of.end())
        if body is not None and body[1] <= hit.end():
            return body
    low = max(0, hit.start() - 100)
    owner = re.search(rf"(?:{APOSTROPHE}s?)?{GAP}\Z", text[low : hit.start()])
    if owner is None:
        return None
    end = low + owner.start()
    for match in _NAME_START.finditer(text, low, end):
        body = _body_at(text, match.start())
        if body is not None and end <= body[1] <= end + 2:
            return body[0], end
    return None
