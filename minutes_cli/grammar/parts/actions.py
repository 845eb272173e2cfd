"""What a clause does: the verb of its main statement, whatever the mood (P21), as one word of the contract.

A clause says its act in one of six ways::

    passive     = subject ["be" | "is" | "are" | …] [adverb] participle        That the plan be noted; BE APPROVED; is deferred
    infinitive  = ["That"] "to" [adverb] base                                   To note the plan
    past        = [body] participle                                             Approved the plan; Cabinet noted
    present     = [body] base ["s"]                                             Notes the plan; That Cabinet note the plan
    nominal     = noun "be" ("given" | "granted" | "delegated" | …)            authority be delegated; approval be given
    nominal     = "delegated authority"

Which verb counts where there are several: the act that changes most for the reader. Acts of courtesy and notice (note, receive, thank,
welcome, consider) yield to any other act; sending recommendations to another body outranks everything; between the rest the first
wins, since clerks put the main act first. A verb with ``not`` refuses where it would have approved, and otherwise does not count.
"""

from __future__ import annotations

import re

from minutes_cli.grammar.folding import lowered
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import GAP, holds, word_list

VERBS: dict[str, str] = {
    "note": "note notes noted",
    "receive": "receive receives received",
    "welcome": "welcome welcomes welcomed",
    "thank": "thank thanks thanked",
    "consider": "consider considers considered",
    "approve": "approve approves approved agree agrees agreed endorse endorses endorsed accept accepts accepted ratify ratifies ratified "
    "support supports supported grant grants granted sanction sanctions sanctioned permit permits permitted",
    "adopt": "adopt adopts adopted",
    "confirm": "confirm confirms confirmed sign signs signed",
    "recommend": "recommend recommends recommended commend commends commended",
    "refer": "refer refers referred remit remits remitted",
    "defer": "defer defers deferred postpone postpones postponed adjourn adjourns adjourned",
    "refuse": "refuse refuses refused reject rejects rejected decline declines declined dismiss dismisses dismissed oppose opposes opposed",
    "delegate": "delegate delegates delegated authorise authorises authorised authorize authorizes authorized empower empowers empowered",
    "monitor": "monitor monitors monitored",
    "review": "review reviews reviewed",
    "request": "request requests requested ask asks asked invite invites invited instruct instructs instructed urge urges urged "
    "direct directs directed report reports reported write writes written call calls called",
    "appoint": "appoint appoints appointed elect elects elected nominate nominates nominated co-opt co-opts co-opted coopt reappoint "
    "reappointed re-elected re-appointed reelected",
    "exclude": "exclude excludes excluded",
    "proceed": "proceed proceeds",
    "amend": "amend amends amended vary varies varied",
    "withdraw": "withdraw withdraws withdrawn rescind rescinds rescinded revoke revokes revoked",
    "submit": "submit submits submitted forward forwards forwarded send sends sent present presents presented bring brings brought",
    "establish": "establish establishes established",
    "publish": "publish publishes published",
}
"""Acts and their verb forms. ``submit`` is no act of its own: what is submitted decides (``_sending``)."""

_ACTION = {form: (action, form == forms.split()[0]) for action, forms in VERBS.items() for form in word_list(forms)}
_BASES = {forms.split()[0] for forms in VERBS.values()} | set(
    word_list(
        "agree endorse accept ratify support grant sanction permit sign commend remit postpone adjourn reject decline "
        "dismiss oppose authorise authorize empower ask invite instruct urge direct report write call elect nominate "
        "co-opt coopt reappoint vary rescind revoke forward send present bring"
    )
)
_PARTICIPLES = frozenset(form for form in _ACTION if form.endswith("ed") or form in {"written", "withdrawn", "sent", "brought"})

WEAK = frozenset({"note", "receive", "welcome", "thank", "consider"})
"""Acts that yield to any other act of the same clause."""

_ALSO_NOUNS = frozenset(
    word_list(
        "note notes report reports request requests review reviews support supports welcome thanks grant grants permit "
        "permits appeal sign signs call calls monitor monitors present presents sanction sanctions direct forward vary "
        "remit invite"
    )
)
"""Forms that are nouns or adjectives too, so that they need an agent or the head of the clause before them."""

AGENTS = frozenset(
    word_list(
        "cabinet council councils committee sub-committee subcommittee board panel executive commission assembly "
        "authority trust governors director directors officer officers clerk leader mayor provost member members "
        "councillor councillors chair chairman chairwoman chairperson vice-chair group forum secretary treasurer manager "
        "solicitor executive trustees parish they it management administrator engineer convener speaker deputy "
        "portfolio-holder holder"
    )
)
"""Last words of those who act: ``That Cabinet note``, ``the Director report back``."""

_BE = frozenset(word_list("be is are was were been"))
_LOOSE_BE = frozenset({"is", "are", "was", "were", "been"})
_AFTER_NOUN = frozenset(word_list("be is are was were dated of has have had entitled titled which as and or"))
"""Words that show the one before them to be a noun (``the Committee report be noted``)."""
_MODALS = frozenset({"to", "may", "can", "could", "might", "would"})
_ADVERBS = frozenset(
    word_list(
        "not also hereby now formally duly unanimously then further fully therefore strongly respectfully jointly and "
        "continue continues again in principle subsequently accordingly only have has had"
    )
)
_DETERMINERS = frozenset(
    word_list("the a an this that's these those its their any all each every no such for of in on at by with from as his her our")
)
_RELATIVE = frozenset({"which", "who", "whom", "where", "when", "whose", "whether", "if", "unless", "until"})
_OPENERS = frozenset(word_list("that resolved recommended agreed decided determined unanimously it was be is to and"))

_WORD = late(r"[^\W\d_]++(?:['’-][^\W\d_]++)*+|[.;:]")
_HEAD = 80
"""Words looked at: an act that comes later than this is not the clause's main one."""

_NOMINAL = late(
    rf"(?<![^\W_])(?:(?P<delegate>(?:delegated{GAP})?(?:authority|powers?|authorisation){GAP}(?:[^\s.;:]{{1,30}}{GAP}){{0,4}}?(?:be|is|was){GAP}"
    rf"(?:hereby{GAP})?(?:given|granted|delegated|conferred)|"
    rf"(?:be|is|was|are|were){GAP}(?:given|granted){GAP}(?:delegated{GAP})?(?:authority|powers?)|(?:authority|power){GAP}(?:is{GAP})?delegated|(?:give|grant)s?{GAP}delegated{GAP}authority)"
    rf"|(?P<refuse>(?:permission|consent|approval|application|licence){GAP}(?:be|is|was){GAP}(?:refused|not{GAP}(?:given|granted)))"
    rf"|(?P<approve>(?:permission|consent|approval|agreement|support){GAP}(?:[^\s.;:]{{1,30}}{GAP}){{0,3}}?(?:be|is|was){GAP}(?:hereby{GAP})?(?:given|granted))"
    rf"|(?P<monitor>(?:be|is|are){GAP}kept{GAP}under{GAP}review|keep{GAP}(?:[^\s.;:]{{1,30}}{GAP}){{1,5}}?under{GAP}review|keep{GAP}(?:a{GAP})?watch)"
    rf"|(?P<consider>consideration{GAP}(?:be|is|was){GAP}given)"
    rf"|(?P<thank>(?:thanks|appreciation){GAP}(?:be|is|was|were){GAP}(?:given|expressed|extended|recorded))"
    rf"|(?P<defer>(?:be|is|was){GAP}(?:laid{GAP}on{GAP}the{GAP}table|held{GAP}over)))(?![^\W_])"
)
_NOMINAL_STEMS = word_list(
    "authorit authoris power permission consent approval application licence agreement support review watch consideration thanks "
    "appreciation laid held"
)
"""One of these stands in every text that says an act by a noun."""
_RECOMMENDATIONS_SENT = late(r"(?<![^\W_])(?:recommendations?|proposals?)(?![^\W_])[^.;:]{0,120}\Z", re.IGNORECASE)
_FOR_APPROVAL = late(
    rf"[^.;:]{{0,160}}?(?<![^\W_])for{GAP}(?:its{GAP}|their{GAP}|formal{GAP}|final{GAP})?(?:approval|adoption|ratification|agreement)(?![^\W_])",
    re.IGNORECASE,
)


def find_action(text: str) -> str | None:
    """The act of the clause ``text`` (its own words, with or without ``That``), or None where no known verb carries it.

    note, receive, welcome, thank, consider, approve, adopt, confirm, recommend, refer, defer, refuse, delegate, monitor, review,
    request, appoint, exclude, proceed, amend, withdraw, establish or publish. The module's docstring tells which of several counts.
    """
    window = text[:800]
    complement = _complement(window)
    acts = sorted(_verbs(window, complement) + _nouns(window, complement))
    if not acts:
        return None
    for _, action in acts:
        if action == "recommend":
            return "recommend"
    return next((action for _, action in acts if action not in WEAK), acts[0][1])


def _nouns(window: str, complement: int | None) -> list[tuple[int, str]]:
    """Acts said by a noun (``approval be given``) before the complement of a notice, each with its place."""
    if not holds(window, _NOMINAL_STEMS):
        return []
    found = _NOMINAL.finditer(lowered(window))
    return [(each.start(), each.lastgroup or "") for each in found if complement is None or each.start() < complement]


_COMPLEMENT = late(
    rf"(?<![^\W_])(?:note[sd]?|confirm(?:s|ed)?|welcome[sd]?|considered|receive[sd]?|stated|reported|advised){GAP}that(?![^\W_])"
)
"""For small letters alone."""
_COMPLEMENT_STEMS = word_list("note confirm welcome considered receive stated reported advised")
_NEXT_LIMB = late(rf"[;,]{GAP}and{GAP}(?:that|to)(?![^\W_])|;", re.IGNORECASE)


def _complement(text: str) -> int | None:
    """Where the content of a notice begins (``it be noted that …``): its verbs are told and not done."""
    match = _COMPLEMENT.search(lowered(text)) if holds(text, _COMPLEMENT_STEMS) else None
    if match is None:
        return None
    return None if _NEXT_LIMB.search(text, match.end()) else match.end()


def _verbs(window: str, complement: int | None) -> list[tuple[int, str]]:
    """Acts said by a verb before the complement of a notice, each with its place."""
    words = list(map(_folded, _WORD.findall(window)[:_HEAD]))
    places = enumerate(_WORD.finditer(window))
    strict: list[tuple[int, str]] = []
    loose: list[tuple[int, str]] = []
    earlier = False
    for index, word in enumerate(words):
        if word not in _ACTION:
            continue
        place = next(found.start() for at, found in places if at == index)
        if complement is not None and place >= complement:
            break
        role = _role(words, index, earlier)
        if role is None:
            continue
        negated = "not" in words[max(0, index - 3) : index]
        action = _meaning(window, words, index, place, negated)
        if action is None:
            continue
        earlier = True
        (strict if role == "strict" else loose).append((place, action))
    return strict or loose


def _folded(word: str) -> str:
    """The word without case; the month stays apart from the modal verb (``held on 4 May be confirmed``)."""
    return word if word == "May" else word.casefold()


def _role(words: list[str], index: int, earlier: bool) -> str | None:
    """Whether the verb is a main one: ``strict`` for the moods that resolutions use, ``loose`` for plain statements; None for neither."""
    word = words[index]
    before = index - 1
    while before >= 0 and words[before] in _ADVERBS and words[before] != "and":
        before -= 1
    previous = words[before] if before >= 0 else ""
    head = before < 0 or all(each in _OPENERS or each in _ADVERBS for each in words[: before + 1])
    if word in _PARTICIPLES and previous in _BE:
        opener = words[before - 1] if before else ""
        if opener in _MODALS or opener in _RELATIVE or (opener == "that" and before > 1):
            return None
        return "loose" if previous in _LOOSE_BE or opener in {"will", "shall", "should", "must"} else "strict"
    if head and not (before >= 0 and previous == "be"):
        return "strict"
    if previous == ":" and before <= 10:
        return "strict"
    if previous == "and" or previous == ";":
        return "strict" if earlier and (word not in _PARTICIPLES or _past_before(words, before)) and _object_follows(words, index) else None
    if word in _PARTICIPLES:
        return "strict" if previous in AGENTS and _object_follows(words, index) and before <= 8 else None
    if previous in AGENTS:
        noun = word in _ALSO_NOUNS and words[index + 1 : index + 2] and words[index + 1] in _AFTER_NOUN
        return "strict" if before <= 12 and not noun else None
    if previous == "to":
        led = words[before - 1] if before else ""
        return "strict" if led in {"resolved", "agreed", "continue", "continues"} else None
    if word in _ALSO_NOUNS or previous in _DETERMINERS or before > 10 or words[0] != "that":
        return None
    return "strict" if word in _BASES else None


def _past_before(words: list[str], index: int) -> bool:
    """Whether a verb in the past or a passive stands before, so that a further participle can be coordinated with it."""
    return any(word in _PARTICIPLES or word in _BE for word in words[:index])


def _object_follows(words: list[str], index: int) -> bool:
    """Whether the verb has something to act on: another word that is no ``by`` or ``of``."""
    return index + 1 >= len(words) or words[index + 1] not in {"by", "of", ".", ";"}


def _meaning(text: str, words: list[str], index: int, place: int, negated: bool) -> str | None:
    """The act of one main verb: negation and what is sent taken into account."""
    action = _ACTION[words[index]][0]
    following = words[index + 1 : index + 4]
    if negated:
        return "refuse" if action in {"approve", "adopt", "recommend", "appoint"} else None
    if action == "submit":
        return _sending(text, place)
    if words[index].startswith("commend") and "to" not in following:
        return "welcome"
    if words[index] in {"call", "calls", "called"} and following[:1] not in (["on"], ["upon"], ["for"]):
        return None
    if words[index] in {"sign", "signs", "signed"} and "minutes" not in words:
        return None
    if words[index] in {"present", "direct", "forward"} and following[:1] == []:
        return None
    return action


def _sending(text: str, place: int) -> str:
    """What is submitted or sent: recommendations sent on, or a paper sent for approval, recommend; else a request."""
    if _RECOMMENDATIONS_SENT.search(text[max(0, place - 160) : place]) or _FOR_APPROVAL.match(text, place):
        return "recommend"
    return "request"
