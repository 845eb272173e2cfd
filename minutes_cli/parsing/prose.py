"""Prose: decisions told in a sentence, and answers to recommendations (P15, P18)."""

from __future__ import annotations

import re
from itertools import islice

from minutes_cli.grammar.gated import gated, words_in
from minutes_cli.grammar.late import late
from minutes_cli.grammar.matching import Grammar, Match
from minutes_cli.grammar.parts.numbers import WORD_PATTERN
from minutes_cli.grammar.words_seen import lacks
from minutes_cli.parsing.adopting import adopted_elsewhere, counts_answers
from minutes_cli.parsing.manners import unmannered
from minutes_cli.parsing.moods import quotations
from minutes_cli.parsing.own_body import Own, subject_before
from minutes_cli.parsing.sentences import each_sentence

_DECIDED = (
    "agreed|approved|noted|confirmed|endorsed|accepted|adopted|received|supported|deferred|referred|elected|re-elected|appointed|co-opted|"
    "resolved|decided|refused|rejected|granted|authorised|ratified|signed|carried|lost|defeated|voted|passed|declared|deemed|instructed|"
    "declined|objected|opposed|backed|homologated|remitted|continued|agreement|"
    "delegated|determined|awarded|set|reappointed|re-appointed|allocated|waived|extended|reaffirmed|mandated|directed"
)
_WELSH = (
    "cytunwyd|cytunodd|cymeradwywyd|cymeradwyodd|derbyniwyd|derbyniodd|cadarnhawyd|mabwysiadwyd|mabwysiadodd|llofnodwyd|nodwyd|gohiriwyd|"
    "chadarnhawyd|chymeradwywyd|cadarnhaodd|llofnododd|arwyddodd|cyfeiriwyd|gwrthodwyd|gwrthododd|etholwyd|ailetholwyd|penodwyd|cyfetholwyd"
)
"""Verbs by which a sentence in Welsh tells of a decision (P48)."""
_PROSE_GATE = late(
    rf"\b(?:(?i:{_WELSH})|{_DECIDED}|{_DECIDED.upper()}|Agreed|Approved|Adopted|Accepted|Confirmed|(?:no|No|NO)\s(?:comment|objection|observation)s?)\b"
)
DECIDING = words_in(_PROSE_GATE.pattern)
"""Words of which one stands in every sentence that tells of a decision, whatever its case."""


_SPEECH = late(
    r"\b(?<!\bas\s)(?:advised|told|stated|explained|reported|said|informed|noted|confirmed|highlighted|added|commented|felt|suggested|outlined|mentioned|believed|thought|indicated|clarified|responded|replied|thanked|emphasised|stressed|expressed|queried|asked|enquired|hoped|understood|assured)\b(?!\s+(?:and|or)\b)[^.;]{0,40}?\b(?:that|how|why|whether|if|the|a)\b"
    r"|\b(?:queries|questions?|concerns?|doubts?)\s(?:was|were)\s(?:also\s|then\s)?(?:raised|asked|expressed|put)\b(?!\s+and\b)"
    r"|^\W{0,3}(?:(?:The|Those)\s)?(?:Members|Councillors|members|councillors)\s(?:who|that)\s(?!(?:were|are)\spresent\b)"
    r"|\b(?:raised|expressed|voiced)\s(?:an?\s|some\s|several\s)?(?:quer(?:y|ies)|questions?|concerns?|doubts?)\b(?!\s+and\b)",
    re.IGNORECASE,
)
_NEW_CLAUSE = late(r"[\s,;](?:and|but|so)\s(?:it|this)\swas\s", re.IGNORECASE)
"""What leaves the reported speech: ``… reported the broken glass and it was agreed to …``."""
_NOTED_FACT = gated(
    "noted noting",
    r"\b(?:it\s+(?:was|is|be|has\sbeen)\s+(?:further\s+|also\s+)?noted|noting|(?:members|councillors|they|he|she|cllrs?\s\w+|councillor\s\w+)\s+noted)\s+(?:that|how|the\sfact)\b|\bit\swas\s(?:further\s|also\s)?noted\s(?!and\b|with\b)[A-Za-z]"
    r"|\bfollowing\s(?:\w+\s)?(?:points?|comments?|observations?|concerns?|issues?|questions?)\s(?:was|were)\s(?:also\s)?noted\b",
    re.IGNORECASE,
)


_NOTED_WHAT = gated(
    "noted",
    r"(?<!\bwas\s)(?<!\bwere\s)\bnoted\s(?:the\s|its\s|their\s)?(?:[^\W_]{2,20}\s){0,2}?(?:thanks|value|difference|success|importance|benefits?|concerns?"
    r"|comments|points|aims|need|views|merits?|quality|efforts?)\b"
    r"|\b(?:points?|comments?|issues|concerns|remarks|questions|observations)\s(?:was|were)\s(?:also\s|then\s)?noted\b",
    re.IGNORECASE,
)
"""What was noted and is no paper, sum or act: thanks, the value of something, points made in debate."""
_NOTED_LIST = gated("noted", r"\bit\s(?:was|is)\s(?:further\s|also\s)?noted\s{0,4}$", re.IGNORECASE)


_TOLD = gated(
    "",
    r"\b(?:was|were|had\sbeen)\s(?:\w+ly\s)?(?:received|agreed|noted|approved|given|made|asked|thanked|welcomed|discussed|reported|resolved|elected|appointed|informed|considered|told|declared|accepted|moved|proposed|seconded|carried|raised|explained)\b"
    r"|\b(?:advised|stated|explained|reported|said|informed|highlighted|commented|suggested|outlined|thanked|welcomed|asked|queried|replied|introduced|presented|declared|considered|discussed|confirmed|raised|noted|agreed|expressed|spoke|gave|heard|looked\sat)\b",
)
_NOT_YET = late(r"\b(?:to\sbe|will\sbe|must\sbe|should|may\sbe|if|any|where|as)\b", re.IGNORECASE)


_BY_ONE = late(
    r"(?:^|[\s,;-])(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir)\.?\s[^,;.]{1,40}|(?:the\s|The\s)(?:\w+\s){0,3}(?:[Cc]lerk|[Oo]fficer|[Cc]hair(?:man)?|[Dd]irector|[Ee]ngineer|[Mm]anager|[Ss]ecretary|[Tt]reasurer|Executive|[Ww]arden)|[A-Z]{2,3}|he|she|He|She|they|They|[Oo]fficers|[Rr]esidents|[Pp]arents|[Tt]rustees|(?:PC|PCSO|Sgt|Inspector|Constable)\s[A-Z]\w+|(?:National\s|Network\s|[A-Z]\w+\s)?(?:Highways|Rail|Water|Police)|[Tt]he\s(?:vicar|Vicar|rector|Rector|headteacher|Headteacher|tenant|bank|insurers?|inspectorate|Inspectorate|scouts|Scouts|club|solicitors?|auditors?|surveyor|architect|applicant|police|owner|contractor|school|landlord|agent|developer|farmer|county|borough|district))"
    r"(?:,\s[A-Z][^,;.]{2,40},)?\s(?:has\s|had\s|then\s|also\s|kindly\s|and\s)?$"
)
"""Somebody's name or office right before the verb: what one person agreed to is no decision of the body."""
_ONE_SUBJECT = late(
    r"(?:[Tt]he\s|[Oo]ur\s|[Aa]n?\s)?(?:[A-Z]{2,3}\b|[Vv]ice[- ]?[Cc]hair\w*|[Cc]hair\w*|[Ll]eader|[Mm]ayor"
    r"|[Pp]rovost|[Mm]ember|[Dd]irector|[Cc]lerk|[Pp]resident|Chief\s(?:Executive|Officer|Constable|Internal\sAuditor))(?!s\b)(?![\w-]*\s(?:of\s[Cc]ouncil|s\b))"
)
_FACT = gated(
    "noted confirmed received supported accepted",
    r"\b(?:noted|confirmed|received|supported|accepted)\s(?:that|how|the\sfact|there|they|he|she)\b|\bnoted\sas\s(?!an?\b|the\b|true|correct)",
    re.IGNORECASE,
)
_PASSIVE = late(r"(?:and\s)?(?:so\s)?(?:(?:it|this|these|which|that)\s)?(?:was|were)\b", re.IGNORECASE)
_MATTER_FIRST = late(r"(?:recommendations?|motion|proposal|item|application|matter|decision|vote)\s", re.IGNORECASE)
"""Words that begin with what was decided have no subject before them: ``the officer`` in front of them says whose it was."""
_YEAR = late(r"(?:which|that)\s(?:was|were)\s\w+\sin\s(?:19|20)[0-9]{2}\b|\bconfirmed\sas\s[£€$]", re.ASCII)
"""A past year in a relative clause tells history, and a sum that was confirmed is a fact."""
_BY_OTHERS = late(r"\s?by\s(?:the\s)?(?:[A-Z]{3,5}\b(?!\sand\b)|(?:[A-Z]\w+\s){0,3}(?:Borough|District|County|Unitary|Regional)\b)")
_ELSEWHERE = gated(
    "meeting meetings council between",
    r"\bat\s(?:the|its|their|a|an)\s[^.,;]{0,40}?\bmeeting\s(?:on|of|held|in)\b|\bat\s(?:that|those)\s[^.,;]{0,40}?\bmeetings?\b"
    r"|\bat\s(?:the\s)?(?:full|main)\s[Cc]ouncil\b"
    r"|(?<=\sbetween)\s(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b|^\s?between\s(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b",
)
"""What was agreed at another meeting, or between two people, is told and not decided here (P43)."""
_AT_MEETING = late(
    r"At\s(?:the|its|their|a)\s[^.,;]{0,20}?meeting\s(?:of|on|held)\s[^.;]{3,80}?(?:19|20)[0-9]{2}\b,?\s(?!it\swas\b|the\smeeting\b)",
    re.ASCII,
)
"""A sentence that begins with another meeting and its date tells what that one did (P43)."""
_SENT_HERE = gated(
    "application applications",
    r"\bapplications?\b[^.;]{0,60}?\b(?:was|were|had\sbeen|has\sbeen)\s(?:referred|called|brought|reported)\s(?:up\s)?(?:to|in|before)\b"
    r"[^.;]{0,60}?\b(?:because|as|since|due|for|in\saccordance|at\sthe\srequest|following|by)\b",
    re.IGNORECASE,
)
"""Why a case came before the body is no decision of it."""
_THOUGHT_SO = late(
    r"\b(?:endorsed|supported|echoed|backed)\sby\s(?:Cllrs?|Councillors?|Crs?|Mrs?|Ms|Miss|Dr|Alderman|the\s[Cc]hair\w*|another|other|several|some)\b"
)
"""What some members thought well of, nobody decided."""
_TO_DO = late(r"(?:[^.:]{0,60}:\s)?To\s[a-z]{3,}\b(?!.{0,400}\b(?:was|were)\b)(?!.{0,400}(?:\.|-|–)\s)")
"""What is only to be done (``To discuss and resolve …``) is told as done by nothing that follows in its own words."""
_VERBS = late(
    r"\b(?:(?P<fact>had|has|have|was|were|is|are|does|do|did)|would|should|will|shall|could|can|must|may(?!\s[0-9])|might|be|to)\b",
    re.IGNORECASE,
)
_MODAL = late(r"\b(?:would|should|shall|will|must|be)\b", re.IGNORECASE)
_CONFIRMED = late(r"\s(?:confirmed|approved|agreed|adopted|accepted|signed)\b", re.IGNORECASE)
"""``agreed that the minutes were confirmed`` is no fact that all thought true."""
_IT_IS = late(r"\s(?:it|this|that|there|they|these|those|we)\s(?:was|is|were|are|had|has|have)\b", re.IGNORECASE)
_TO_COME = late(r"\b(?:(?:to|must|should|will|can|could|may|might)\sbe|as)\s$", re.IGNORECASE)
_BE_DONE = late(r"\s(?:be|being)\s(?:approved|agreed|accepted|adopted|confirmed|passed)\b", re.IGNORECASE)
"""What is to be done is asked, and told only as decided by the words before it."""
_WAS_DONE = late(
    r"\b(?:agreed|resolved|decided|voted|determined)\s(?!by\b|as\b)|\s(?:was|were|and)\s(?:\w+\s)?(?:carried|lost|defeated|rejected)$",
    re.IGNORECASE,
)
_LATELY = late(
    r"(?:Lately|Recently|Previously|Earlier|Last\s(?:year|month|week)|At\s(?:the|its|our|their)\s(?:last|previous|earlier)\s(?:\w+\s)?meeting"
    r"|In\s(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?(?:19|20)[0-9]{2}\b"
    r"|(?:\w+\s)?(?:years|months|weeks)\sago)\b",
    re.IGNORECASE,
)
_IF = late(
    r"\b(?:if|whether|unless|until|in\scase|should)\s(?:it\s(?:is|was|be)\s|[^.;,]{0,40}\s(?:is|are|be|was|were)\s)?$", re.IGNORECASE
)
"""What hangs on a condition has not been decided."""
_SOME = gated("", r"\b(?:some|several|many|most|few|two|three|both|other)\s$", re.IGNORECASE)
_EXCUSED = late(r"\b(?:accepted|approved)\b", re.IGNORECASE)
_NONE = gated(
    "no none quorum aquorum",
    r"(?:[^.:;]{0,60}:\s{0,4})?(?:No|None)\b[^.;]{0,60}\b(?:was|were|received|noted)\b|A?\s?[Qq]uorum\b",
    re.IGNORECASE,
)
"""What nobody sent or did, and that enough were there, is no decision."""
_AND_ALSO = late(r"\band\s(?:that|to)\b", re.IGNORECASE)
_SETTLED = late(
    r"\b(?:was|were)\s(?:\w+\s){0,2}?(?:approved|agreed|adopted|carried|endorsed|supported|deferred)\b|\b(?:CARRIED|APPROVED|AGREED)\b"
)
"""What is done with recommendations here and now; whether another body accepted them is its answer (P15)."""
_BY_BODY = late(rf"\sby\s(?!(?:an?\s)?(?:[0-9]|{WORD_PATTERN}\b|\w+\smajority|majority|show\sof|general\sc|unanimous))", re.IGNORECASE)
_BETWEEN = gated("between", r"\bagreed\s(?:\w+ly\s)?between\s", re.IGNORECASE)
_ONE_STARTS = late(r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir)\.?\s|(?:The\s)?(?:Clerk|Officer|Chair(?:man)?)\b|(?:He|She)\s)")
_FORENAME = late(
    r"(?!(?:Members?|Councillors?|Council|Committee|Cabinet|Board|Panel|Trustees|Governors|Everyone|Everybody|All|Both|It|We|Executive|Group|Forum|Meeting|Unanimously|Also|This|That|These|Then)\b)"
    r"[A-Z][a-z]{2,14}\s(?:(?!(?:Councils?|Committees?|Boards?|Panel|Trustees|Group|Forum|Executive|Members?|Commission|Authority|Cabinet|Sub|Trust|Party)\b)"
    r"[A-Z][\w’'-]{2,20}\s)?$"
)
"""One person's name right before the verb, which opens the sentence: what one member agreed to."""
_APOLOGIES = gated("apology apologies", r"\bapolog(?:y|ies)\b[^.]{0,60}\b(?:received|accepted|noted|given|approved)\b", re.IGNORECASE)


def told_lately(sentence: str) -> bool:
    """Whether a sentence begins with another time (``Last year it was resolved …``): it tells history (P43)."""
    return _LATELY.match(sentence) is not None


def tells(view: str) -> bool:
    """Whether a paragraph tells what happened at a meeting: a past-tense verb of speech or decision in a sentence of its own."""
    found = _TOLD.search(view)
    return found is not None and len(view.split()) > 5 and _NOT_YET.search(view, max(0, found.start() - 30), found.end()) is None


_WAS_DONE_TO_IT = late(
    r"\b(?:was|were)\s(?:\w+ly\s)?(?:agreed|approved|noted|resolved|accepted|adopted|confirmed|received|deferred|signed)\b", re.IGNORECASE
)


def records_behind(view: str) -> bool:
    """Whether the record of a matter follows in the paragraph of its heading (``To approve the minutes. They were approved.``)."""
    return any(tells_done(view[low:high]) for low, high in islice(each_sentence(view), 1, None))


def tells_done(view: str) -> bool:
    """Whether words that follow what was asked tell what came of it; few are enough there (``The report was noted.``)."""
    return tells(view) or _WAS_DONE_TO_IT.search(view) is not None


def told_by_somebody(view: str, begin: int, at: int) -> bool:
    """Whether the words at ``at`` stand in a sentence that reports what somebody said, thought or asked (P43, T6)."""
    return _SPEECH.search(view, max(begin, at - 400), at) is not None and _NEW_CLAUSE.search(view, max(begin, at - 8), at + 14) is None


def _decides(found: Match, sentence: str) -> bool:
    """Whether words that tell of decisions say that something was done, and not what is to be done."""
    if found.phrase.facts.get("action") == "none":
        return False
    return not _BE_DONE.search(sentence, found.start, found.end) or _WAS_DONE.search(sentence, found.start, found.end) is not None


def _is_others(found: Match, sentence: str, own: Own | None, opaque: list[tuple[int, int]]) -> bool:
    """Whether words that tell of a decision are quoted, or tell what another body did (P42, P43)."""
    if any(low < found.start < high for low, high in opaque):
        return True
    if own is None:
        return False
    by = found.parts.get("by") or found.parts.get("body")
    name = sentence[slice(*by[0])] if by and by[0][0] == found.start else subject_before(sentence, found.start)
    return (name is not None and own.is_foreign(name)) or adopted_elsewhere(sentence, found.start, found.end, own)


def decision_in(grammar: Grammar, view: str, begin: int, end: int, own: Own | None = None) -> Match | None:
    """The words by which a sentence tells of a decision; None where it tells of none.

    History, other people's decisions and what a member said are none (P43). ``own`` says whose page it is, where that is asked.
    """
    sentence = view[begin:end]
    if not _PROSE_GATE.search(sentence) or counts_answers(sentence):
        return None
    found = _decision_in(grammar, sentence, own)
    if found is not None:
        return found
    plain = unmannered(sentence)
    return _decision_in(grammar, plain, own) if plain != sentence else None


def _decision_in(grammar: Grammar, sentence: str, own: Own | None) -> Match | None:
    if any(each.search(sentence) for each in (_NOTED_FACT, _NOTED_LIST, _NOTED_WHAT)):
        return None
    opaque = quotations(sentence, 0)
    told = (match for match in grammar.search("narrative", sentence) if _decides(match, sentence))
    found = next((match for match in told if not _is_others(match, sentence, own, opaque)), None)
    mine = found is not None and own is not None and own.speaks(sentence, found.start)
    if (
        found is None
        or told_by_somebody(sentence, 0, found.start)
        or (
            not (mine or _PASSIVE.match(sentence, found.start) or _MATTER_FIRST.match(sentence, found.start))
            and _BY_ONE.search(sentence, max(0, found.start - 80), found.start)
            and "second" not in sentence[: found.start]
        )
    ):
        return None
    if _YEAR.search(sentence, max(0, found.start - 8), found.end + 12):
        return None
    if (
        (_NONE.match(sentence) and not sentence.startswith("No objection", found.start))
        or _LATELY.match(sentence)
        or (own is not None and own.sat_elsewhere(sentence))
    ):
        return None
    if _IF.search(sentence, max(0, found.start - 60), found.start):
        return None
    if _SOME.search(sentence, max(0, found.start - 10), found.start) or _TO_COME.search(sentence, max(0, found.start - 12), found.start):
        return None
    if _SENT_HERE.search(sentence) or _THOUGHT_SO.search(sentence, found.start):
        return None
    if _BY_OTHERS.match(sentence, found.end) or _AT_MEETING.match(sentence) or _TO_DO.match(sentence, 0, found.start):
        return None
    behind = found.end - 2 if sentence.endswith(" at", 0, found.end) else found.end
    if _ELSEWHERE.search(sentence, behind, found.end + 80) or _is_opinion(sentence, found) or _is_ones_own(sentence, found):
        return None
    if (
        (_APOLOGIES.search(sentence) and not _EXCUSED.search(sentence))
        or (not mine and _ONE_SUBJECT.match(sentence, found.start) and " signed the minute" not in sentence[found.start : found.end])
        or (_FACT.search(sentence, found.start, found.end + 6) and not sentence.endswith("NOTED", 0, found.end))
    ):
        return None
    history = grammar.finds("history", sentence) and " has " not in sentence[found.start : found.end]
    if history or (
        grammar.finds("responses", sentence)
        and (_SETTLED.search(sentence, found.start, found.end) is None or _BY_BODY.match(sentence, found.end))
    ):
        return None
    return found


def _is_opinion(sentence: str, found: Match) -> bool:
    """Whether what was ``agreed that`` is a fact that all thought true and nothing that anybody is to do (P23)."""
    if not sentence[found.start : found.end].lower().endswith("agreed that"):
        return False
    verb = _VERBS.search(sentence, found.end, found.end + 120)
    if verb is None or verb["fact"] is None or _CONFIRMED.match(sentence, verb.end()) or _AND_ALSO.search(sentence, verb.end()):
        return False
    return _IT_IS.match(sentence, found.end) is not None or _MODAL.search(sentence, verb.end()) is None


def _is_ones_own(sentence: str, found: Match) -> bool:
    """Whether one person, who is the subject of the sentence, also ``agreed to`` something, or two agreed between them."""
    if _BETWEEN.search(sentence):
        return True
    words = sentence[found.start : found.end].lower()
    return (
        words.startswith(("and agreed", "agreed"))
        and (_FORENAME.match(sentence, 0, found.start) or _ONE_STARTS.match(sentence)) is not None
        and "second" not in sentence[: found.start]
    )


_FRONT = late(
    r"(?![A-Z]\.\s+[A-Z][\w’'-]+\s(?:and|proposed|moved|seconded|nominated|said|asked|reported|agreed|stated|advised|was|has|had|will|to)\b)"
    r"(?:[-–•·*▪●\uf0b7]\s+|(?:[0-9]{3,5}|[0-9]{1,4}[./][0-9]{2,4}(?:[/-][0-9]{2,4})?)[a-z]?(?:\s?[/|])?\s{1,12}(?=[A-Z])|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+|[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}\s+"
    r"|[0-9]{1,2}\.(?:[0-9]{1,2})?(?=[A-Z][a-z]{2})|[0-9]{1,2}\s{1,3}(?=(?:The|This|These|It)\s[A-Za-z]))"
)
_HEADING = late(
    r"(?:[^.;!?]|(?:(?<=\s[0-9])|(?<=\s[0-9]{2}))\.(?=[0-9]{1,2}\s[A-Z])){2,90}?(?:(?<![0-9])\s[-–—]\s?|(?<=[0-9])\s[-–—]\s?(?![0-9])|:\s{1,4}|\s/\s|\*\*\s)(?=[A-Z0-9]|an?\s|it\s|the\s|this\s)"
)
_HEADING_MARK = late(r"[–—:/*-]")
_MARK_WITHIN = 100
"""Code points in which a heading's mark stands; looking for the mark first is ten times as fast as looking for the heading."""


_TITLE_AHEAD = late(
    r"(?:[^.;:!?]{3,160}?\s)(?=It\swas\s(?:unanimously\s|then\s)?(?:proposed|agreed|resolved|decided|moved)\b|On\sthe\s(?:proposal|proposition|motion)\sof\b"
    r"|(?:The|These|This)\s(?:[a-z]+\s){0,3}(?:was|were)\s(?:\w+\s)?(?:agreed|approved|accepted|adopted|confirmed|noted|deferred|refused|read|taken)\b)"
)
_CAPITALS_AHEAD = late(
    r"(?:(?:[A-Z][\w’'&/-]{1,20}|of|and|for|to|in|on|the|&)\s){2,12}(?=(?:The|It|An?|All|This|These|Members|Councillors)\s[A-Za-z])"
)
_SUBJECT_AHEAD = late(
    r"(?P<title>[^.;:!?]{3,120}?)\s(?=(?:The|These|This|It)\s(?:[^\s.;:!?]{1,30}\s){0,18}?(?:was|were|noted|agreed|approved|considered|received)\b)"
)
_NO_END = late(r"\b(?:of|for|and|the|by|to|in|on|at|with|from|or|that|as)$", re.IGNORECASE)
"""A heading never ends with such a word: the sentence goes on."""
_LETTER_AHEAD = late(r"[A-Z][\w &’',/-]{2,50}?(?<![0-9])\s(?=[a-h][.)]\s)")
"""A heading that a clerk ran into the decision, with nothing between."""
_NUMBER_AHEAD = late(r"[^.;:!?]{2,110}?\s(?=[0-9]{1,2}\.(?:[0-9]{1,2}\s[A-Z]|\s(?:There|The|It|An?|This|Members)\s[a-z]))", re.ASCII)
_MOVER_AHEAD = late(
    r"(?:[^.;!?]|(?<=\s[0-9])\.|(?<=\s[0-9]{2})\.){3,240}?\s(?=(?:Cllr|Councillor|Alderman|Ald|Cr|Clr)s?\.?\s[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,3},?\s"
    r"(?:moved|proposed|nominated|seconded\sby|MOVED|PROPOSED)\b)"
)
_NAMED = frozenset(title + end for title in ("cllr", "councillor", "alderman", "ald", "cr", "clr") for end in ("", "s"))
"""Titles of which one stands ahead of what a mover did."""
_SMALL_WORDS = frozenset(["of", "and", "the", "for", "to", "in", "on", "at", "held", "a", "an", "with", "from", "or"])


def _is_title(words: str) -> bool:
    """Whether words could be a heading: all but the small ones begin with a capital, a figure or a sign, and none says who moved."""
    return not any(
        (word[:1].islower() and word not in _SMALL_WORDS) or word.lower() in ("moved", "proposed", "seconded") for word in words.split()
    )


def behind_label(view: str, begin: int, end: int) -> int:
    """Where a sentence begins behind the label in front of it."""
    front = view[begin : begin + 5]
    if front[:1].isalpha() and "." not in front and ")" not in front:
        return begin
    label = _FRONT.match(view, begin, end)
    return label.end() if label is not None and label.end() < end else begin


def own_words(view: str, begin: int, end: int) -> int:
    """Where a sentence begins behind the label and the heading that a clerk ran into it (``f) Vacancy - Mr Ash was co-opted.``)."""
    at = begin
    for _ in range(3):
        at = behind_label(view, at, end)
        number = _NUMBER_AHEAD.match(view, at, end)
        if number is not None and VERBAL.search(view, at, number.end()) is None:
            at = number.end()
            continue
        for pattern in (_TITLE_AHEAD, _CAPITALS_AHEAD, _LETTER_AHEAD):
            title = pattern.match(view, at, end)
            if title is not None and VERBAL.search(view, at, title.end()) is None:
                at = behind_label(view, title.end(), end)
        subject = _SUBJECT_AHEAD.match(view, at, end)
        if (
            subject is not None
            and _is_title(subject["title"])
            and _NO_END.search(subject["title"]) is None
            and VERBAL.search(view, at, subject.end()) is None
        ):
            at = behind_label(view, subject.end(), end)
            break
        mover = None if lacks(view, _NAMED) else _MOVER_AHEAD.match(view, at, end)
        if mover is not None and _is_title(view[at : mover.end()]):
            at = mover.end()
            break
        heading = _HEADING.match(view, at, end) if _HEADING_MARK.search(view, at, min(end, at + _MARK_WITHIN)) else None
        if heading is None or end - heading.end() < 15 or VERBAL.search(view, at, heading.end()) is not None:
            break
        at = heading.end()
    return at


VERBAL = late(
    r"\b(?:was|were|is|are|has|had|have|been|agreed|approved|noted|received|proposed|seconded|resolved|will|would|said|asked|reported|advised|informed|raised|gave|made)\b"
)
