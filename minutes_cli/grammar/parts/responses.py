"""What a body answered to recommendations made to it (P15).

Productions::

    responses = active { ("," | ";") ["and" | "but"] verdict object } | passive { ["and" | "but"] object "was" verdict } | pointer
    active    = body ["has" | "had"] verdict object [exception] | body "agreed to" verb object { "and to" verb object }
    passive   = object ("was" | "were" | …) ["not"] verdict ["in part"] ["by" body] [exception]
    settled   = ["that"] object "be" ["not"] verdict … | ["that" body] verb object … | "to" verb object …

An answer is told in the past or as a fact. What a body is asked to answer, may answer or resolves to answer is none: after ``to``,
``be``, ``whether``, ``if`` and the modal verbs nothing is read, and ``That Cabinet accept …`` has no past form. In the words of a clause
that was decided (``settled``) the moods of resolutions are answers too. What recommendations are is told in ``response_objects``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.folding import lowered
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import GAP, MAYBE_GAP, NO_WORD_AFTER, NO_WORD_BEFORE, holds, word_list
from minutes_cli.grammar.parts.response_objects import Asked, Labels, asked_before, exception_behind, read_asked
from minutes_cli.grammar.parts.response_pointers import MOST, NAME_START, body_at, find_pointers
from minutes_cli.grammar.words_seen import lacks


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
    excepted: Asked | None = None
    """Those of all that are not answered so (``all … except recommendation 2``)."""
    mild: bool = False
    """Whether it is no more than ``agreed`` or ``noted the recommendations``, which is an answer only where they are another body's."""


_WORK = r"(?:work|information|time|detail|details|evidence)"
_VERDICTS: tuple[tuple[str, str], ...] = (
    ("part", rf"(?:partially|partly|part){MAYBE_GAP}-?(?:accepted|agreed|approved|supported)"),
    (
        "rejected",
        rf"(?:rejected|(?:agreed|resolved|decided){GAP}(?:to{GAP}reject|not{GAP}to{GAP}(?:accept|agree|support|endorse))|refused"
        rf"|declined(?:{GAP}to{GAP}(?:accept|agree|support|endorse))?|did{GAP}not{GAP}(?:accept|agree|support|endorse|approve)"
        rf"|(?:had|has|have){GAP}not{GAP}(?:accepted|agreed|supported)|disagreed{GAP}with)",
    ),
    (
        "deferred",
        rf"(?:deferred|postponed|(?:agreed|resolved|decided){GAP}to{GAP}defer|(?:asked|called){GAP}for{GAP}(?:more|further|additional){GAP}{_WORK}{GAP}(?:on|about|regarding)|"
        rf"requested{GAP}(?:more|further|additional){GAP}{_WORK}{GAP}(?:on|about|regarding))",
    ),
    ("noted", rf"(?:noted|(?:agreed|resolved|decided){GAP}to{GAP}note)"),
    ("accepted", rf"(?:accepted|(?:agreed|resolved|decided){GAP}to{GAP}(?:accept|support|endorse|adopt))"),
    ("agreed", rf"(?:agreed|approved|endorsed|supported|adopted)(?:{GAP}(?:to|with))?"),
)
_OPEN_VERDICTS: tuple[tuple[str, str], ...] = (
    ("open_part", rf"(?:partially|partly|part){MAYBE_GAP}-?(?:accept|agree|approve|support)s?"),
    (
        "open_rejected",
        rf"(?:rejects?|refuses?|declines?(?:{GAP}to{GAP}(?:accept|agree))?|(?:do|does){GAP}not{GAP}(?:accept|agree|support|approve|endorse|adopt))",
    ),
    ("open_deferred", r"defers?"),
    ("open_noted", r"notes?"),
    ("open_accepted", r"accepts?"),
    ("open_agreed", rf"(?:agree|approve|endorse|support|adopt)s?(?:{GAP}(?:to|with))?"),
)
"""The verbs as resolutions have them (``to accept``, ``Cabinet accepts``)."""


def _either(rows: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return late(rf"{NO_WORD_BEFORE}(?:" + "|".join(f"(?P<{name}>{words})" for name, words in rows) + f"){NO_WORD_AFTER}")


_VERB = _either((*_VERDICTS, *_OPEN_VERDICTS))
_TOLD_VERB = _either(_VERDICTS)
_TO_ANSWER = ("agreed to ", "resolved to ", "decided to ")
"""What stands before the first of several infinitives that answer."""
_SAYING = frozenset(
    word_list(
        "accepted agreed approved supported rejected reject refused declined accept agree support endorse disagreed deferred postponed"
        " asked called requested noted endorsed adopted adopt"
    )
)
"""Words of which one stands in every verdict that is told."""
_OPEN_SAYING = _SAYING | frozenset(
    word_list("accepts agrees approve approves supports endorses adopts rejects refuse refuses decline declines defer defers note notes")
)
_ABOUT = ("recommendation", "(")
"""One of these stands in every text that answers recommendations."""
_POINTING = ("respon", "repl", "answer")

_ARTICLE_BEFORE = late(rf"{NO_WORD_BEFORE}the{GAP}\Z", re.IGNORECASE)
_IN_PART = late(
    rf"\s{{0,40}}+(?:in{GAP}part|partially|in{GAP}principle|(?:,{GAP})?with{GAP}(?:the{GAP}following{GAP}|minor{GAP}|some{GAP})?amendments?"
    rf"|(?:,{GAP})?as{GAP}amended|(?:,{GAP})?subject{GAP}to{GAP}(?!the{GAP}(?:deletion|removal|omission|exclusion)))"
    rf"{NO_WORD_AFTER}|\s{{0,40}}+(?:,{GAP})?subject{GAP}to{GAP}(?!the{GAP}(?:deletion|removal|omission|exclusion))",
    re.IGNORECASE,
)
_WHOLLY = late(rf"{GAP}(?:in{GAP}full|unanimously){NO_WORD_AFTER}", re.IGNORECASE)
_IN_FULL = late(rf"(?:{GAP}(?:in{GAP}full|in{GAP}part|in{GAP}principle|unanimously|to)){{0,2}}{GAP}", re.IGNORECASE)

_SUBJECT_GAP = late(
    rf"(?:,?{GAP}(?:has|had|have|also|then|formally|unanimously|subsequently|since|therefore|hereby)){{0,3}}{GAP}\Z", re.IGNORECASE
)
_UNREAL = late(
    rf"{NO_WORD_BEFORE}(?:if|whether|should|would|could|may|might|unless|until|to|be|being|shall|must|will|can|not{GAP}yet|as|previously)(?:{GAP}(?:have|be|been|also))?{GAP}\Z",
    re.IGNORECASE,
)
_CONDITION = late(rf"{NO_WORD_BEFORE}(?:if|whether|unless|until|should|were|hoped{GAP}that)(?:{GAP}the)?{GAP}\Z", re.IGNORECASE)
_CHAIN = late(
    rf"(?:{GAP}(?:of|from|by|in)(?:{GAP}[^\s,;.:]{{1,40}}){{1,8}}?)?\s{{0,4}}[,;]?{MAYBE_GAP}(?:(?:and|but|while|whilst){GAP})?(?:(?:that|also|had|has|to|not{GAP}to){GAP}){{0,2}}\Z",
    re.IGNORECASE,
)
_AUXILIARY = late(
    rf"{GAP}(?P<be>was|were|has{GAP}been|have{GAP}been|had{GAP}been|is|are|(?P<open>(?:not{GAP})?be(?:ing)?|shall{GAP}be|should{GAP}be))(?:{GAP}(?P<not>not))?(?:{GAP}(?:all|each|both|fully|also|therefore|unanimously|formally|now|hereby)){{0,2}}{GAP}\Z",
    re.IGNORECASE,
)
_PROPOSAL = late(rf"(?:\A|[\n.;:(]|{NO_WORD_BEFORE}(?:resolved|recommended|agreed)){MAYBE_GAP}(?:that|to){GAP}\Z", re.IGNORECASE)
_BY = late(rf"{GAP}(?:in{GAP}(?:full|part|principle){GAP})?by{GAP}(?:the{GAP})?", re.IGNORECASE)
_BUT_NOT = gated("but", rf"\s{{0,4}},?{GAP}but{GAP}not{GAP}(?:to{GAP}accept{GAP})?", re.IGNORECASE)
_WHICH_WAS = late(
    rf"\s{{0,4}}[,(]?{MAYBE_GAP}(?:which|that){GAP}(?:(?:was|were|is|are|be|has{GAP}been|had{GAP}been|should{GAP}be){GAP})(?P<not>not{GAP})?"
    rf"(?P<verdict>(?:partially|partly){GAP}(?:accepted|agreed)|accepted|agreed|supported|noted|rejected|refused|declined|deferred){NO_WORD_AFTER}",
    re.IGNORECASE,
)
_SETTLED_FRONT = late(
    rf"\W{{0,6}}(?:and{GAP})?(?:that{GAP})?(?P<body>[^\s,;:.()]{{1,30}}(?:{GAP}[^\s,;:.()]{{1,30}}){{0,6}}{GAP})??"
    rf"(?:(?:hereby|formally|also|unanimously){GAP}){{0,2}}(?:(?:agrees?|resolves?){GAP})?(?:not{GAP})?(?:to{GAP})?\Z",
    re.IGNORECASE,
)
"""What may stand between the beginning of a decided clause and its verb (``that Cabinet hereby accepts``, ``to accept``)."""


def find_responses(text: str, *, settled: bool = False, mild: bool = False) -> list[FoundResponse]:
    """Every answer to recommendations that ``text`` tells as given, in order.

    ``Cabinet accepted recommendations (a) and (c), noted (b) and asked for more work on (d)`` gives three. ``the recommendations``
    without more counts as all of them with ``accepted``, ``rejected`` and ``deferred``; the milder ``agreed`` and ``noted`` need
    labels, an ordinal or ``all``, since a committee agrees and notes the recommendations of every report before it. ``settled`` says
    that the text is the words of a clause that was decided: ``that recommendation 1 be accepted`` answers then. With ``mild`` also
    ``agreed the recommendations`` without more is given, marked as such: whose they are the caller has to know.
    """
    found: list[FoundResponse] = []
    if holds(text, _ABOUT) and not lacks(text, _OPEN_SAYING if settled else _SAYING):
        small = lowered(text)
        verb = _VERB if settled or holds(small, _TO_ANSWER) else _TOLD_VERB
        for hit in verb.finditer(small):
            last = found[-1] if found else None
            response = _told(text, _active(text, hit, last, settled) or _passive(text, hit, last, settled))
            if response is None or (response.mild and not mild):
                continue
            if len(found) < MOST and not (found and response.start < found[-1].end):
                found += _with_exceptions(text, response)
    if holds(text, _POINTING) and not settled:
        for span, body, paper in find_pointers(text):
            by_start, by_end = body or (None, None)
            found.append(FoundResponse(span[0], span[1], by_start, by_end, "not-stated", all_=True, pointer_span=paper))
    return sorted(found, key=lambda each: each.start)


_ONLY_IF = late(rf"{NO_WORD_BEFORE}(?:if|whether|unless){GAP}(?:the{GAP})?\Z", re.IGNORECASE)
_NONE_OF = late(rf"{NO_WORD_BEFORE}none{GAP}of{GAP}\Z", re.IGNORECASE)
_LAST_TIME = late(rf"{GAP}of{GAP}(?:the|its|their|an?){GAP}(?:last|previous|earlier|former){GAP}", re.IGNORECASE)


def _told(text: str, response: FoundResponse | None) -> FoundResponse | None:
    """The answer as its sentence means it: none of a condition or of another review; ``none of`` turns it round."""
    if response is None:
        return None
    before = text[max(0, response.start - 16) : response.start]
    conditional = text[response.start : response.start + 8].casefold().startswith(("if ", "unless ", "whether "))
    if conditional or _ONLY_IF.search(before) or _LAST_TIME.match(text, response.end):
        return None
    if response.all_ and response.verdict == "accepted" and _NONE_OF.search(before):
        return replace(response, verdict="rejected")
    return response


def _with_exceptions(text: str, response: FoundResponse) -> list[FoundResponse]:
    """The answer, and those to what it leaves out: as told behind it, else not stated (``all … except 2, which was deferred``)."""
    refused = _BUT_NOT.match(text, response.end) if response.verdict == "accepted" else None
    other = read_asked(text, refused.end(), bare=True, elliptic=True) if refused else None
    if other is not None and refused is not None and (other.labels or other.ordinals):
        return [response, _answer((response.by_start, response.by_end), "rejected", other, refused.start() + 1, other.end)]
    left_out = exception_behind(text, response.end) if response.all_ else None
    if left_out is None:
        return [response]
    if isinstance(left_out, bool):
        return []
    how = _WHICH_WAS.match(text, left_out.end)
    verdict, end = "not-stated", left_out.end
    if how is not None:
        word = how["verdict"].casefold()
        end = how.end()
        verdict = {"agreed": "accepted", "supported": "accepted", "refused": "rejected", "declined": "rejected"}.get(word, word)
        verdict = "rejected" if how["not"] else "accepted-in-part" if word.startswith("part") else verdict
    return [
        replace(response, excepted=left_out, end=left_out.end),
        _answer((response.by_start, response.by_end), verdict, left_out, left_out.start, end),
    ]


def _answer(by: tuple[int | None, int | None], verdict: str, thing: Asked, start: int, end: int, mild: bool = False) -> FoundResponse:
    return FoundResponse(start, end, by[0], by[1], verdict, thing.labels, thing.ordinals, thing.all_ or thing.plain, thing.rest, mild=mild)


def _is_mild(hit: re.Match[str]) -> bool:
    """Whether the verb is one by which every report's recommendations are adopted."""
    return (hit.lastgroup or "").removeprefix("open_") in {"agreed", "noted"}


def _verdict(hit: re.Match[str], negated: bool = False, part: bool = False) -> str:
    kind = (hit.lastgroup or "").removeprefix("open_")
    if kind in {"accepted", "agreed", "part"}:
        return "rejected" if negated else "accepted-in-part" if part or kind == "part" else "accepted"
    return kind


def _is_open(hit: re.Match[str]) -> bool:
    """Whether the verb has no past form: it answers only in a decided clause or behind another infinitive."""
    return (hit.lastgroup or "").startswith("open_")


def _active(text: str, hit: re.Match[str], previous: FoundResponse | None, settled: bool) -> FoundResponse | None:
    """``body verdict object``; the body of the answer before goes on where only a comma or ``and`` stands between."""
    gap = _IN_FULL.match(text, hit.end())
    if gap is None:
        return None
    chain = _CHAIN.fullmatch(text, previous.end, hit.start()) if previous is not None else None
    thing = read_asked(text, gap.end(), bare=True, elliptic=chain is not None)
    mild = _is_mild(hit)
    if thing is None:
        return None
    wholly = _WHOLLY.match(text, thing.end)
    after = wholly or _IN_PART.match(text, thing.end)
    part = "part" in gap.group().casefold() or (after is not None and wholly is None)
    mild = mild and thing.plain and (wholly is None or "full" not in wholly.group().casefold())
    end = after.end() if after else thing.end
    front = _SETTLED_FRONT.match(text, 0, hit.start()) if settled else None
    negated = (chain is not None and "not" in chain.group().casefold()) or (front is not None and "not" in front.group().split()[-2:])
    verdict = _verdict(hit, negated, part)
    if chain is not None and previous is not None and (previous.by_start is not None or settled):
        if _is_open(hit) and not settled and " to " not in text[previous.start : hit.start()].casefold():
            return None
        return _answer((previous.by_start, previous.by_end), verdict, thing, hit.start(), end, mild)
    if front is not None:
        body = body_at(text, front.start("body")) if front["body"] else None
        if front["body"] and (body is None or text[body[1] : front.end("body")].strip()):
            return None
        return _answer(body or (None, None), verdict, thing, hit.start(), end, mild)
    body = None if _is_open(hit) else _body_before(text, hit.start())
    if body is None:
        return None
    return _answer(body, verdict, thing, _with_article(text, body[0]), end, mild)


def _with_article(text: str, at: int) -> int:
    """Where the sentence begins whose body's name begins at ``at``: ``the`` belongs to it."""
    article = _ARTICLE_BEFORE.search(text, max(0, at - 12), at)
    return article.start() if article else at


def _passive(text: str, hit: re.Match[str], previous: FoundResponse | None, settled: bool) -> FoundResponse | None:
    """``object were verdict``; behind another answer the noun may be left out (``and the third was rejected``)."""
    auxiliary = _AUXILIARY.search(text, max(0, hit.start() - 60), hit.start())
    if auxiliary is None:
        return _participle(text, hit, previous) if settled and previous is not None and not _is_open(hit) else None
    if _is_open(hit) or (auxiliary["open"] and not settled):
        return None
    thing = asked_before(text, auxiliary.start()) or (_chained_before(text, previous, auxiliary.start()) if previous else None)
    if thing is None:
        return None
    before = text[max(0, thing.start - 24) : thing.start]
    asked = auxiliary["be"].casefold() in {"is", "are"} and _PROPOSAL.search(" " + before if thing.start < 24 else before)
    if _CONDITION.search(before) or (asked and not settled) or (thing.plain and _OBJECT_OF.search(before)):
        return None
    whole = _WHOLLY.match(text, hit.end())
    part = _IN_PART.match(text, hit.end())
    end = part.end() if part else whole.end() if whole else hit.end()
    by = _BY.match(text, end)
    body = body_at(text, by.end()) if by else None
    negated = auxiliary["not"] is not None or auxiliary["be"].casefold().startswith("not")
    verdict = _verdict(hit, negated=negated, part=part is not None)
    return _answer(body or (None, None), verdict, thing, thing.start, body[1] if body else end, thing.plain and _is_mild(hit))


_OBJECT_OF = late(rf"{NO_WORD_BEFORE}(?:to|on|upon|about|regarding|concerning|for|(?<!none )of){GAP}\Z", re.IGNORECASE)
"""``The response to the recommendations be agreed`` says nothing of the recommendations themselves."""
_PARTICIPLE = late(rf"{GAP}(?P<not>not{GAP})?\Z", re.IGNORECASE)


def _participle(text: str, hit: re.Match[str], previous: FoundResponse) -> FoundResponse | None:
    """``… be accepted and recommendation 8 rejected``: behind another answer the auxiliary may be left out."""
    gap = _PARTICIPLE.search(text, max(previous.end, hit.start() - 12), hit.start())
    thing = _chained_before(text, previous, gap.start()) if gap else None
    if thing is None or gap is None or previous.by_start is not None:
        return None
    part = _IN_PART.match(text, hit.end())
    verdict = _verdict(hit, negated=gap["not"] is not None, part=part is not None)
    return _answer((None, None), verdict, thing, thing.start, part.end() if part else hit.end())


def _chained_before(text: str, previous: FoundResponse, end: int) -> Asked | None:
    """Recommendations named without their noun between another answer and ``end``."""
    low = previous.end
    chain = re.compile(rf"\s{{0,4}}[,;]?{MAYBE_GAP}(?:(?:and|but|while|whilst){GAP})?(?:that{GAP})?", re.IGNORECASE).match(text, low, end)
    thing = read_asked(text, chain.end(), bare=True, elliptic=True) if chain else None
    return thing if thing is not None and thing.end == end and (thing.labels or thing.ordinals) else None


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
    for match in NAME_START.finditer(text, low, end):
        body = body_at(text, match.start())
        if body is None or body[1] != end:
            continue
        return None if _CONDITION.search(text, max(0, body[0] - 30), body[0]) else body
    return None
