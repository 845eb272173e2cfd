"""Whom a clause addresses: the bodies and officers after verbs of sending (P14).

Productions::

    addressed = sending ["back" | "on"] "to" bodies | recommend ["to" | "that"] bodies | asking ["that"] bodies
              | body "be" ("requested" | "asked" | …) | officer "to" task
    bodies    = body { ("," | "and" | ", and") body }
    body      = ["the"] name | ["the"] [word [word]] common-noun
    name      = capital-word { [connector] capital-word }        connector = "of" | "for" | "the" | "&" | "and"

Conservative: a name has to hold a word that bodies and officers are called by, or be capital letters alone (``OSMB``), or follow
``refer``, ``report``, ``submit``, ``recommend`` or ``write`` directly. Whatever else is sent (a paper, a minute) is no addressee.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.grammar.folding import lowered
from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import GAP, NO_WORD_AFTER, NO_WORD_BEFORE, choice, word_list
from minutes_cli.grammar.words_seen import lacks

BODY_WORDS = frozenset(
    word_list(
        "administration cabinet council councils committee sub-committee subcommittee board panel executive commission "
        "assembly authority authorities trust group sub-group forum director directors officer officers clerk leader "
        "mayor provost member members chair chairman chairwoman chairperson vice-chair secretary minister ministers "
        "treasurer manager solicitor trustees police department government agency company association ombudsman "
        "commissioner inspector inspectorate auditor parliament senedd service services team partnership convener holder "
        "administrator engineer office meeting federation union society institute conference court bureau headteacher "
        "governors coroner mp mps msp msps ms td tds councillor councillors management head steward surveyor master "
        "harbourmaster"
    )
)
"""Words, in lower case, that the names of bodies and officers hold."""

COMMON_NOUNS = frozenset(
    word_list(
        "company companies owner owners officers officer members council committee board cabinet panel police minister "
        "secretary clerk chair chairman leader department government group groups authority authorities agency agencies "
        "trust residents schools contractor contractors tenants developer developers applicant landowner landowners "
        "landlord landlords supplier operator partners parishes association press mayor director"
    )
)
"""Nouns in lower case that can be written to: ``the ferry company``."""

_NO_BODY = frozenset(
    word_list(
        "minute minutes appendix section schedule paragraph item report act article annex part clause note recommendation "
        "recommendations resolution resolutions stage phase january february march april may june july august september "
        "october november december that monday tuesday wednesday thursday friday saturday sunday in on at by be it which "
        "a an whether why how moved seconded resolved carried and or"
    )
)
"""Capitalised words that open the name of a paper, a date or the next phrase, never of a body."""

_SHOUTED_STOPS = frozenset(word_list("be is are was were that to by on in with not shall should will and or for it its also as"))
"""Words that end a name when the whole sentence is printed in capitals (``the City Clerk BE REQUESTED``)."""

_BEFORE_NAMES = frozenset(word_list("minister councillor mayor senator commissioner cllr deputy secretary"))
"""Body words that a person's own name may follow (``Minister Ash``); after others it names a paper (``Council Plan``)."""

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_CAPITAL_WORD = rf"[{_CAPITAL}][^\s,;:.()\[\]\"“”]{{0,40}}+"
_CONNECTOR = r"(?:of|for|the|and|&|on|in|to|y|an|na|um|de)"
_NAME = late(
    rf"{_CAPITAL_WORD}(?:{GAP}(?:{_CONNECTOR}{GAP}){{0,2}}{_CAPITAL_WORD}){{0,11}}",
)
_COMMON = late(rf"(?:[a-z][a-z'’-]{{1,24}}{GAP}){{0,3}}?{choice(COMMON_NOUNS)}{NO_WORD_AFTER}")
_OFFICER_BEFORE = late(rf"(?<!order for ){NO_WORD_BEFORE}the{GAP}\Z", re.IGNORECASE)
_COMMON_BEFORE = late(rf"(?:\A|{NO_WORD_BEFORE}(?:that|the|all|our|and){GAP})(?P<name>{choice(COMMON_NOUNS)})\Z", re.IGNORECASE)
_ARTICLE = late(rf"(?:(?:the|all|our|both|each|its|their|every|any|relevant|local){GAP}){{0,2}}", re.IGNORECASE)
_MEETING_OF = gated(
    "meeting meetings", rf"(?:the|a|its|an){GAP}(?:[^\W_][^\s,;:.()]{{0,20}}{GAP}){{0,3}}meetings?{GAP}of{GAP}(?:the{GAP})?", re.IGNORECASE
)
_JOIN = late(
    rf"\s{{0,4}},{GAP}(?:and{GAP})?(?:then{GAP})?(?:to{GAP})?|{GAP}(?:and|&|or){GAP}(?:then{GAP})?(?:(?:on{GAP})?to{GAP})?", re.IGNORECASE
)

_SENT = (
    r"(?:re-?)?submit(?:s|ted|ting)?|refer(?:s|red|ring)?|remit(?:s|ted)?|report(?:s|ed|ing)?|forward(?:s|ed|ing)?|writ(?:e|es|ten|ing)|wrote|"
    r"sen(?:d|ds|t)|present(?:s|ed|ing)?|recommend(?:s|ed|ation|ations)?|commend(?:s|ed)?|circulated?|escalated?|appeals?|returned|passed|letters?|representations?"
)
_ASKED = (
    r"request(?:s|ed|ing)?|ask(?:s|ed|ing)?|invit(?:e|es|ed|ing)|instruct(?:s|ed|ing)?|urg(?:e|es|ed|ing)|direct(?:s|ed|ing)?|"
    rf"call(?:s|ed|ing)?{GAP}(?:up)?on"
)
_GATE = late(
    rf"{NO_WORD_BEFORE}(?:(?P<sent>(?:{_SENT}){NO_WORD_AFTER})|(?P<asked>(?:{_ASKED}){NO_WORD_AFTER})|(?P<to>to(?={GAP}(?:write|contact|report|arrange|liaise|"
    rf"investigate|prepare|respond|convey|obtain|seek|circulate|send|submit|provide|inform|notify){NO_WORD_AFTER})))"
)
ADDRESSING = frozenset(
    word_list(
        "submit submits submitted submitting resubmit resubmits resubmitted resubmitting refer refers referred referring remit "
        "remits remitted report reports reported reporting forward forwards forwarded forwarding write writes written writing "
        "wrote send sends sent present presents presented presenting recommend recommends recommended recommendation "
        "recommendations commend commends commended circulate circulated escalate escalated appeal appeals returned passed "
        "letter letters representation representations request requests requested requesting ask asks asked asking invite "
        "invites invited inviting instruct instructs instructed instructing urge urges urged urging direct directs directed "
        "directing call calls called calling contact arrange liaise investigate prepare respond convey obtain seek provide "
        "inform notify"
    )
)
"""Words of which one stands in every text that names an addressee."""
_TO = late(rf"(?:{GAP}(?:back|on|up|formally|directly|again|in{GAP}writing|jointly)){{0,2}}\s{{0,40}}+\(?to{GAP}", re.IGNORECASE)
_TO_AFTER_OBJECT = late(rf"(?:{GAP}(?!(?:to|that|and|or){NO_WORD_AFTER})[^\W_][^\s,;:.()]{{0,30}}){{1,10}}?{GAP}to{GAP}", re.IGNORECASE)
_THAT = late(rf"(?:{GAP}(?:to|that)){{0,1}}{GAP}", re.IGNORECASE)
_BE_BEFORE = late(
    rf"{GAP}(?:(?:should|shall|must|will){GAP})?(?:be|is|are|was|were)(?:{GAP}(?:also|hereby|further|again|formally)){{0,2}}{GAP}\Z",
    re.IGNORECASE,
)
_LIMIT = 8
"""Addressees of one clause; a longer list is a distribution list."""


def find_addressees(text: str, body_words: frozenset[str] = BODY_WORDS) -> list[tuple[int, int]]:
    """Spans of the bodies and officers that the clause ``text`` addresses, in order, each name once.

    ``be submitted to OSMB and Cabinet for approval`` gives the spans of ``OSMB`` and ``Cabinet``; names stand verbatim, without a
    leading ``the``. ``Strategic Director of Ports and Coast`` is one. ``body_words``, in lower case, are what names are known by.
    """
    found: list[tuple[int, int]] = []
    seen: set[str] = set()
    for span in sorted(set(_spans(text, body_words))):
        key = " ".join(text[slice(*span)].casefold().split())
        inside = any(start <= span[0] < end for start, end in found)
        if key not in seen and not inside and len(found) < _LIMIT:
            seen.add(key)
            found.append(span)
    return found


def _spans(text: str, body_words: frozenset[str]) -> Iterator[tuple[int, int]]:
    if lacks(text, ADDRESSING):
        return
    for hit in _GATE.finditer(lowered(text)):
        if hit["sent"]:
            yield from _sent(text, hit, body_words)
        elif hit["asked"]:
            yield from _asked(text, hit, body_words)
        else:
            yield from _before(text, hit.start(), body_words, officer=True)


def _sent(text: str, hit: re.Match[str], body_words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """``sending … to bodies``; for ``recommend`` also without ``to``, and the body before ``be recommended``."""
    verb = hit["sent"]
    passive = list(_before_be(text, hit.start(), body_words)) if verb == "recommended" else []
    to = _TO.match(text, hit.end())
    if passive:
        yield from passive
    elif to is not None:
        yield from _bodies(text, to.end(), body_words, common=True)
    elif verb.startswith("recommend") and not verb.startswith("recommendation"):
        that = _THAT.match(text, hit.end())
        if that is not None:
            yield from _bodies(text, that.end(), body_words, common=False)
    elif verb in {"submit", "submits", "send", "sends", "forward", "forwards", "present", "presents", "refer", "refers", "remit"}:
        to = _TO_AFTER_OBJECT.match(text, hit.end(), hit.end() + 200)
        if to is not None:
            yield from _bodies(text, to.end(), body_words, common=True)


def _asked(text: str, hit: re.Match[str], body_words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """``the Director be requested to``, ``request that the Director``, ``asks the Mayor to``."""
    passive = list(_before_be(text, hit.start(), body_words))
    yield from passive
    that = _THAT.match(text, hit.end())
    if not passive and that is not None:
        yield from _bodies(text, that.end(), body_words, common=False)


def _before_be(text: str, at: int, body_words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The body in front of ``be requested``; in lower case only one of the common nouns (``officers be asked``)."""
    be = _BE_BEFORE.search(text[max(0, at - 40) : at])
    if be is None:
        return
    end = at - (be.end() - be.start())
    bodies = list(_before(text, end, body_words, officer=False))
    yield from bodies
    common = None if bodies else _COMMON_BEFORE.search(text[max(0, end - 60) : end])
    if common is not None:
        yield end - len(common["name"]), end


def _before(text: str, at: int, body_words: frozenset[str], *, officer: bool) -> Iterator[tuple[int, int]]:
    """Bodies whose names end at ``at``; with ``officer`` only one that ``the`` introduces (``the Clerk to write``)."""
    low = max(0, at - 140)
    end = len(text[:at].rstrip())
    for match in re.finditer(rf"{NO_WORD_BEFORE}[{_CAPITAL}]", text[low:end]):
        start = low + match.start()
        if officer and not _OFFICER_BEFORE.search(text[max(0, start - 24) : start]):
            continue
        spans = list(_bodies(text, start, body_words, common=False))
        if spans and spans[-1][1] == end:
            yield from spans
            return


def _bodies(text: str, at: int, body_words: frozenset[str], *, common: bool) -> Iterator[tuple[int, int]]:
    """``bodies`` from ``at`` on, as far as they go."""
    for _ in range(_LIMIT):
        meeting = _MEETING_OF.match(text, at)
        if meeting is not None:
            at = meeting.end()
        article = _ARTICLE.match(text, at)
        start = article.end() if article else at
        end = name_end(text, start, body_words)
        if end is None:
            noun = _COMMON.match(text, start) if common else None
            if noun is None:
                return
            end = noun.end()
        yield start, end
        join = _JOIN.match(text, end)
        if join is None:
            return
        at = join.end()


def name_end(text: str, start: int, body_words: frozenset[str] = BODY_WORDS) -> int | None:
    """Where the name that starts at ``start`` ends, or None where it is no body's.

    ``and`` goes on inside a name until what stands before it can be a body by itself, so ``OSMB and Cabinet`` is two names and
    ``Overview and Scrutiny Board`` one; after ``of`` or ``for`` it goes on unless a body's word follows alone.
    """
    match = _NAME.match(text, start, start + 240)
    if match is None:
        return None
    words = [(each.group(), start + each.start(), start + each.end()) for each in re.finditer(r"[^\s]{1,60}+", match.group())]
    if words[0][0].casefold().rstrip("s’'") in _NO_BODY or words[0][0].casefold() in _NO_BODY:
        return None
    count = len(words)
    for index, (word, _, _) in enumerate(words):
        if word in {"and", "&"} and _splits([each[0] for each in words], index, body_words):
            count = index
            break
        if word.isupper() and word.casefold() in _SHOUTED_STOPS:
            count = index
            break
        if word in {"to", "on", "in"} and not _goes_on([each[0] for each in words], index):
            count = index
            break
    kept = words[:count]
    last = max((index for index, (word, _, _) in enumerate(kept) if _is_body_word(word, body_words)), default=None)
    if last is None or kept[-1][0].endswith(("'s", "’s", "s’")):
        return None
    named = kept[0][0].casefold() in _BEFORE_NAMES
    if not named and last < len(kept) - 1 and not any(word.casefold() in {"of", "for", "on"} for word, _, _ in kept):
        return None
    return kept[-1][2]


def _splits(words: list[str], index: int, body_words: frozenset[str]) -> bool:
    """Whether the ``and`` at ``index`` stands between two names."""
    left, right = words[:index], words[index + 1 :]
    if right and right[0].casefold() == "the":
        return True
    if _is_body_word(left[-1], body_words):
        return True
    inside = any(word.casefold() in {"of", "for"} for word in left)
    return inside and any(_is_body_word(word, body_words) for word in left) and bool(right) and _is_body_word(right[0], body_words)


def _goes_on(words: list[str], index: int) -> bool:
    """Whether ``on``, ``in`` or ``to`` is part of the name: only the subject of a committee (``Working Group on Flooding``)."""
    if words[index] != "on" or words[index + 1].casefold() in _NO_BODY:
        return False
    return any(word.casefold() in {"committee", "group", "commission", "panel"} for word in words[:index])


def _is_body_word(word: str, body_words: frozenset[str]) -> bool:
    """Whether bodies or officers are called by the word: one of ``body_words``, or three to eight capitals."""
    bare = word.rstrip("’'s") if word.endswith(("'s", "’s")) else word
    return bare.casefold() in body_words or (len(bare) >= 3 and bare.isalpha() and bare.isupper() and len(bare) <= 8)
