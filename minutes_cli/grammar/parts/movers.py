"""Who moved and who seconded (P09), wherever a page says it.

Productions::

    movers   = moved [ … seconded ] | seconded | pair
    pair     = "(" person "/" person ")" | ("moved" | "motion" | "moved/seconded") [":"] [number] ["("] person ("/" | "-") person [")"]
             | person "/" person ":" | number ("-" | "/") between two people, alone
    moved    = ("moved" | "proposed" | "prop" | "motion made" | …) ["by"] [":"] people | people ["duly"] ("moved" | "proposed")
             | people ("made" "a" "motion" | "motioned") | "motion" "to" … "by" people | "motion" ("received" | "submitted") "from" people
             | ("moved" | "approved" | …) "as" ["a"] ("true" | "correct") … "by" people | ("proposed" | "seconded" | …) "(" initials ")"
             | ("Proposer" | "Mover") [";"] people | ("Prop" | "Proposed" | …) people "," seconded
             | "on" ("the" | "a") ("motion" | "proposal") ("of" | "from" | "by") people
             | "cynigiwyd gan" people | "cynigiodd" people | ("cynnig" | "cynigydd") ":" people
    seconded = ("seconded" | "second by" | "supported by" | "sec" | "2nd") ["by"] [":"] people
             | people ["duly"] "seconded" | ["it was"] ["duly"] "seconded"
             | "eiliwyd gan" people | "eiliodd" people | ("eilio" | "eilydd") ":" people
"""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import GAP, NO_WORD_AFTER, NO_WORD_BEFORE
from minutes_cli.grammar.parts.persons import ROLES, TITLES, FoundPerson, is_initialled, read_people, read_people_before, read_people_ending

_MOST_HITS = 300
"""Places looked at in one text; a line or clause has two, and only nonsense has more than this."""


@dataclass(frozen=True, slots=True)
class FoundMovers:
    """A mover and seconder statement; every span counts code points of the searched text."""

    start: int
    end: int
    """From the first word that belongs to the statement to the last; the brackets round it included, a closing mark not."""
    moved_by: tuple[tuple[int, int], ...] = ()
    seconded_by: tuple[tuple[int, int], ...] = ()
    """Names without titles, or an office (``the Chair``)."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """One half of the statement."""

    side: str
    start: int
    end: int
    names: tuple[tuple[int, int], ...]


_MOVE = (
    rf"(?:moved|moves|motioned|motions(?={GAP}to{GAP})|proposed|proposes|nominated|nominates|proposer|mover"
    rf"|(?-i:Propose|PROPOSE)(?=\s?[:–—-]\s)|prop){NO_WORD_AFTER}\.?"
)
_SECOND = (
    rf"(?:seconded|seconds|seconder|second(?={GAP}(?:by|from){GAP})|(?-i:Second|SECOND)(?=\s?[:–—-]\s)"
    rf"|support(?:ed)?(?=(?:{GAP}by|\s?:){GAP})|sec|2nd){NO_WORD_AFTER}\.?"
)
_SECONDS_THEN = rf"(?:and{GAP}|with{GAP}a{GAP})?(?:seconded|(?:second|support(?:ed)?){GAP}by){NO_WORD_AFTER}"
_NAMED_THEN_SECONDED = rf"(?-i:[A-Z])(?:(?!{GAP}by{GAP})[^;:\n]){{1,60}}?,?{GAP}{_SECONDS_THEN}"
"""What tells that ``by`` in ``Motion to mend the pier by Ash, seconded by Elm`` names who moved it."""
_GATE = late(
    rf"{NO_WORD_BEFORE}(?:"
    rf"(?P<on>(?:on|upon){GAP}(?:(?:the|a){GAP})?(?:motion|proposal|proposition|nomination){GAP}(?:of|from|by){GAP})"
    rf"|(?P<made>(?:motion|amendment|proposal){GAP}(?:(?:(?:was{GAP}|is{GAP})?(?:made|put{GAP}forward|submitted|offered|introduced){GAP})?by|(?:received|submitted){GAP}from)\s{{0,4}}:?\s{{0,10}}+)"
    rf"|(?P<framed>motion{GAP}(?:to|that|for){GAP}(?:[^.;:\n]|\.(?=\S)){{3,240}}?{GAP}by{GAP}(?={_NAMED_THEN_SECONDED}))"
    rf"|(?P<makes>(?:made|makes|put{GAP}forward|tabled|offered){GAP}(?:an?|the){GAP}(?:following{GAP})?(?:motion|amendment|proposal){NO_WORD_AFTER})"
    rf"|(?P<as>(?:moved|proposed|accepted|approved|agreed){GAP}as{GAP}(?:an?{GAP})?(?:true|correct|accurate)(?:(?!second)[^.;:\n]){{0,40}}?{GAP}by{GAP}"
    rf"|(?:moved|proposed){GAP}to{GAP}(?:approve|adopt|accept|confirm|defer|close|adjourn)(?:(?!second)[^.;:\n]){{2,80}}?{GAP}by{GAP}(?=Cllr|Councillor|Mrs?{NO_WORD_AFTER}))"
    rf"|(?P<named>nominated(?:{GAP}(?:for|as|to{GAP}be){GAP}[^.;:,\n]{{3,40}}?)?{GAP}by{GAP})"
    rf"|(?P<given>(?:proposed|proposal|moved)\s?\((?=[A-Z]{{2,3}}\)))"
    rf"|(?P<given2>seconded\s?\((?=[A-Z]{{2,3}}\)))"
    rf"|(?P<move>(?:(?:it{GAP}was|motion|amendment){GAP})?{_MOVE})"
    rf"|(?P<second>{_SECOND})"
    rf"|(?P<welsh>(?:cynigiwyd{GAP}(?:y{GAP}(?:cynnig|gwelliant){GAP})?gan|cynigiodd|(?:cynnig|cynigydd)\s?:){GAP})"
    rf"|(?P<welsh2>(?:eiliwyd{GAP}(?:y{GAP}(?:cynnig|gwelliant){GAP})?gan|eiliodd|(?:eilio|eilydd)\s?:){GAP}))",
    re.IGNORECASE,
)
_TO_BE = late(rf"(?<![^\W_])be{GAP}\Z", re.IGNORECASE)
_BY = late(
    r"\s{0,10}+(?:(?P<by>by(?:(?![^\W_]|-)|(?-i:(?=[A-Z][a-z])))|(?<=second\s)from(?![^\W_])),?\s{0,10}+)?"
    r"(?P<mark>[:–—-]{1,2}|(?<=proposer);|(?<=seconder);)?[\s*_]{0,40}+",
    re.IGNORECASE,
)
"""What stands between the verb and the name; a title may be stuck to ``by`` where a page lost its space."""
_OFFICE = late(rf"(?:proposer|mover|seconder){NO_WORD_AFTER}", re.IGNORECASE)
"""Words that a form prints before a name: they need no sign that it is one (``Proposer S Ash``)."""
_BRIEF = late(rf"(?:Proposed|PROPOSED|Proposer|Moved|MOVED|Prop|PROP){NO_WORD_AFTER}")
"""A capital inside a line opens a statement of names in telegraph style (``Payments as listed Prop Cllr Ash, 2nd Cllr Elm``)."""
_STARTS = late(r"(?:\A|[\n(.;:>|*_/,]|\band|\bwas)[\s>*_|]{0,20}\Z")
_SECONDED_AFTER = late(
    rf"[^\n]{{0,40}}(?:\n[\s>*_|]{{0,20}})?[^\n]{{0,40}}?{NO_WORD_BEFORE}(?:seconded|second{GAP}(?:by|from)|support(?:ed)?{GAP}by|sec|2nd){NO_WORD_AFTER}",
    re.IGNORECASE,
)
_JOINED = late(rf"\s{{0,80}}+[,;./]?\s{{0,10}}(?:(?:with|and){GAP}a{GAP}|(?:and|&){GAP})?")
"""What may stand between the two halves (``Moved Cllr Ash, seconded Cllr Birch``)."""
_SECOND_NEXT = late(
    rf"\s{{0,4}}[,;./]?\s{{0,4}}(?:(?:and|&){GAP})?(?:seconded|seconder|sec|2nd){NO_WORD_AFTER}\.?{GAP}(?=[A-Z])", re.IGNORECASE
)
_PASSIVE_SECOND = late(rf"\s{{0,4}},?{GAP}(?:and{GAP})?(?:(?:it{GAP})?was{GAP})?(?:duly{GAP})?seconded{NO_WORD_AFTER}", re.IGNORECASE)
_APPROVED_BY = late(rf"{NO_WORD_BEFORE}(?:approved|agreed|accepted|adopted|nominated){GAP}by{GAP}", re.IGNORECASE)
_TWO = late(
    rf"(?:on|upon){GAP}(?:the|a){GAP}(?:motion|proposal|proposition){GAP}of{GAP}(?:Councillors|Crs|Clrs|Cllrs|Directors){GAP}",
    re.IGNORECASE,
)
"""``on the motion of Councillors Ash and Birch``: the first moves and the second seconds."""
_PAIR = late(
    r"(?P<open>\()\s?(?=(?:Cllr|Cr|Clr|Councillor|Ald|Mr|Mrs|Ms|Dr|Cmhlr|[A-Z]\.\s?[A-Z]))"
    r"|(?P<line>(?:\A|(?<=\n))\s{0,10}(?=(?:Cllr|Cr|Clr|Councillor|Ald)\b))"
    r"|(?P<colon>\A\s{0,10}(?=[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,3}\s?/\s?[A-Z][^:/\n]{1,40}:))"
    rf"|{NO_WORD_BEFORE}(?P<verb>(?i:moved\s?/\s?seconded|moved|motion)\s{{0,4}}(?:[:–-]\s{{0,10}})?)"
    r"(?:#?[0-9]{1,4}(?:[-/.][0-9]{1,4}){0,2}\s?[-–:]?\s?)?(?P<bracket>\(\s?)?(?=[A-Z])"
)
_SMALL = late(
    r"(?:councillor|cllr|trustee|alderman|commissioner|director)\.?\s{1,4}([a-z][a-z’'-]{2,20}(?:\s[a-z][a-z’'-]{2,20})?)(?=\s{0,40}(?:\Z|\n|[,;.]|\sseconded))"
)
"""A name in small letters alone between ``by councillor`` and the end of the line."""
_NUMBERED_PAIR = late(
    r"\s{0,4}[0-9]{1,4}[.)]\s{1,4}(?P<mover>[A-Z]\.\s?[A-Z][\w’'-]{1,20})\s{1,4}[-–—/]\s{1,4}(?P<seconder>[A-Z]\.\s?[A-Z][\w’'-]{1,20})\s{0,4}\Z"
)
"""``3. J. Ash – S. Elm``: nothing but a number and two people."""
_CLOSE = late(r"\s?\)")
_PUT = late(r"\s{1,40}(?:CARRIED|Carried|LOST|Lost)\b")
_SLASH = late(r"\s{0,4}/\s{0,4}")
_DASH = late(r"\s{1,4}[-–—]\s{1,4}")
"""What parts the two where the verb stands before them (``Moved B. Birch - A. Ash:``)."""


def find_movers(text: str, titles: tuple[str, ...] = TITLES, roles: tuple[str, ...] = ROLES) -> FoundMovers | None:
    """The first mover and seconder statement of ``text``, or None.

    In: a line, a clause or a few lines together. The seconder named next belongs to the mover before him unless another mover comes
    between. A seconder alone is a statement with no mover. A name without title or initials counts only where the statement opens a
    line or a sentence or names a seconder too, so ``works proposed by Netherby Rail`` is none.
    """
    pair = _slash_pair(text, titles, roles)
    cues: list[_Cue] = []
    at = 0
    for _ in range(_MOST_HITS):
        hit = _GATE.search(text, at)
        if hit is None:
            break
        cue = (
            None
            if _TO_BE.search(text, max(0, hit.start() - 12), hit.start())
            else _cue(text, hit, titles, roles, cues[-1] if cues else None)
        )
        at = hit.end()
        if cue is None:
            continue
        at = max(at, cue.end)
        if cue.side == "move" and any(each.side == "move" for each in cues):
            break
        cues.append(cue)
        if cue.side == "second":
            break
    if pair is not None and (not cues or pair.start <= cues[0].start):
        return pair
    return _statement(text, cues, titles, roles) if cues else None


def _statement(text: str, cues: list[_Cue], titles: tuple[str, ...], roles: tuple[str, ...]) -> FoundMovers:
    moved = next((cue for cue in cues if cue.side == "move"), None)
    seconded = next((cue for cue in cues if cue.side == "second"), None)
    start, end = cues[0].start, cues[-1].end
    names = moved.names if moved else ()
    if moved is not None and seconded is None and len(moved.names) == 2 and _TWO.match(text, moved.start):
        return FoundMovers(start, end, moved.names[:1], moved.names[1:])
    if moved is not None and seconded is None:
        passive = _PASSIVE_SECOND.match(text, end)
        end = passive.end() if passive else end
    if moved is None and seconded is not None:
        approved = _approved_by(text, seconded.start, titles, roles) or _moved_round(text, seconded, titles, roles)
        if approved is not None:
            start, end, names = approved.start, max(end, approved.end), approved.names
    if text[end : end + 1] == ")":
        if start and text[start - 1] == "(":
            start, end = start - 1, end + 1
        elif text.count("(", start, end) > text.count(")", start, end):
            end += 1
    return FoundMovers(start, end, names, seconded.names if seconded else ())


def _cue(text: str, hit: re.Match[str], titles: tuple[str, ...], roles: tuple[str, ...], other: _Cue | None) -> _Cue | None:
    """The half statement at a hit of the gate: names after it, or before it but behind the other half."""
    side = "second" if hit.lastgroup in {"second", "welsh2", "given2"} else "move"
    if side == "second" and hit[0][:4].casefold() == "supp" and other is None and text[: hit.start()].strip():
        return None
    floor = other.end if other else 0
    if hit.lastgroup not in {"move", "second", "makes"}:
        people = read_people(text, hit.end(), titles, roles)
        return _Cue(side, hit.start(), people[-1].end, _names(people)) if people and (hit["as"] or _trusted(text, hit, people)) else None
    verb = hit.end()
    before = [person for person in read_people_before(text, hit.start(), titles, roles) if person.printed_start >= floor]
    by = _BY.match(text, verb)
    people = read_people(text, by.end(), titles, roles) if by else []
    if people and by and (by["by"] or by["mark"]):
        return _Cue(side, hit.start(), people[-1].end, _names(people)) if _trusted(text, hit, people) else None
    small = _SMALL.match(text, by.end()) if by and by["by"] and not people else None
    if small is not None:
        return _Cue(side, hit.start(), small.end(1), (small.span(1),))
    follows_name = (
        bool(before) and side == "second" and bool(people) and people[0].titled and _after_proposed(text, before[0].printed_start)
    )
    if before and people and side == "move" and _OFFICE_FILLED.match(text, before[0].printed_start):
        return None
    if before and not follows_name:
        return _Cue(side, before[0].printed_start, verb, _names(before))
    plain = None if people and by and by["mark"] else _plain_name(text, hit, side, other)
    if plain is not None:
        return _Cue(side, plain.start(1), verb, (plain.span(1),))
    if hit["makes"]:
        return None
    if people and side == "second" and other is not None and _JOINED.fullmatch(text, other.end, hit.start()):
        return _Cue(side, hit.start(), people[-1].end, _names(people))
    opens = bool(people) and _STARTS.search(text[max(0, hit.start() - 24) : hit.start()]) is not None
    named = bool(people) and (people[0].titled or is_initialled(text, people[0]))
    brief = named and side == "move" and _BRIEF.match(text, hit.start()) is not None
    if people and side == "move" and (opens or brief) and _SECOND_NEXT.match(text, people[-1].end):
        return _Cue(side, hit.start(), people[-1].end, _names(people))
    if opens and (named or _OFFICE.match(text, hit.start())):
        return _Cue(side, hit.start(), people[-1].end, _names(people))
    return _Cue(side, hit.start(), people[-1].end, _names(people)) if follows_name else None


_PLAIN_NAME = late(
    r"(?:(?<=[\n(.;,&])|(?<=and)|\A)[ \t\xa0]{0,4}"
    r"((?!Proposed|Moved|Seconded|Cllr|Councillor|Motion|Amendment|The\b|This\b|It\b|All\b|Duly\b|Formally\b|Being\b|Then\b|Proposal|Also\b|Having\b"
    r"|Staff\b|He\b|She\b|They\b|Nobody\b|Someone\b|Somebody\b|We\b|Residents\b|Trustees\b|Directors\b|Board\b)"
    r"[A-Z][a-zà-ÿ’'-]{1,20}(?:[ \t\xa0][A-Z][a-zà-ÿ’'-]{1,20}){0,2})[ \t\xa0](?:(?:duly|then)\s)?\Z"
)
_OTHER_HALF = late(
    rf"(?:(?:,|{GAP}(?:and|&))[^.\n]{{0,60}}?|{GAP}(?:that|to){GAP}[^.\n]{{3,240}}?){GAP}seconded{NO_WORD_AFTER}",
    re.IGNORECASE,
)
_SECONDED_LATER = late(
    rf"{GAP}to{GAP}(?:approve|adopt|accept|adjourn|table|authori[sz]e|ratify|postpone|deny){NO_WORD_AFTER}|{GAP}(?:to|that|for|approval){GAP}(?:[^.;\n]|\.(?=\S)){{3,240}}?{NO_WORD_BEFORE}(?:seconded|second{GAP}by|support(?:ed)?{GAP}by){NO_WORD_AFTER}",
    re.IGNORECASE,
)
"""What was moved stands between mover and seconder (``Ash moved to adjourn, seconded by Elm``), or it is what only
a meeting does."""
_PUTS = late(r"motion|(?:made|makes|offered)\s", re.IGNORECASE)
"""``Ash motioned to …``, ``Ash made a motion to …``: nobody but a person does."""


def _plain_name(text: str, hit: re.Match[str], side: str, other: _Cue | None) -> re.Match[str] | None:
    """A name without title right before its verb, in a statement of both halves (``Jane Ash proposed and Mark Birch seconded``).

    Of who ``made a motion`` one half is enough.
    """
    if hit.lastgroup not in ("move", "second", "makes"):
        return None
    puts = _PUTS.match(hit[0]) is not None
    if side == "move" and not puts and not (_OTHER_HALF.match(text, hit.end()) or _SECONDED_LATER.match(text, hit.end())):
        return None
    if side == "second" and (other is None or (hit.start() - other.end > _NEAR_HALF and not _PUTS.search(text, other.start, other.end))):
        return None
    found = _PLAIN_NAME.search(text, max(0, hit.start() - 70), hit.start())
    if found is None or " " in found[1]:
        return found
    if other is not None and found.start(1) < other.end:
        return None
    people = read_people(text, found.start(1))
    return found if people and people[-1].end == found.end(1) else None


_NEAR_HALF = 60
"""Code points within which the seconder's half must follow the mover's."""


_OFFICE_FILLED = late(r"(?:Vice[ -])?Chair(?:man|woman|person)?\s[^\n]{3,60}?\s(?:Proposed|Nominated)\s{1,20}[A-Z]")
"""``Chairman Alec Ash Proposed Jo Elm``: the first is who was elected."""


def _after_proposed(text: str, at: int) -> bool:
    """Whether the words right before ``at`` propose somebody (``Cllr A proposed Cllr B seconded Cllr C``)."""
    return re.search(rf"(?:proposed|nominated|moved){GAP}(?:that{GAP})?\Z", text[max(0, at - 30) : at], re.IGNORECASE) is not None


def _trusted(text: str, hit: re.Match[str], people: list[FoundPerson]) -> bool:
    """Whether the names after ``moved by`` are people's: titled, with initials, or in a statement of its own."""
    if hit["second"] or people[0].titled or is_initialled(text, people[0]):
        return True
    if _STARTS.search(text[max(0, hit.start() - 24) : hit.start()]):
        return True
    return _SECONDED_AFTER.match(text, people[-1].end) is not None


def _approved_by(text: str, at: int, titles: tuple[str, ...], roles: tuple[str, ...]) -> _Cue | None:
    """``approved by AB and`` right before a seconder: the mover by another name."""
    low = max(0, at - 80)
    for hit in _APPROVED_BY.finditer(text, low, at):
        people = read_people(text, hit.end(), titles, roles)
        if people and re.fullmatch(r"\s{0,4},?\s{0,4}(?:and\s{0,10})?", text[people[-1].end : at]):
            return _Cue("move", hit.start(), people[-1].end, _names(people))
    return None


_MOVED_BEHIND = late(rf"\s{{0,4}},?{GAP}(?:then{GAP}|thereafter{GAP}|also{GAP})?(?:moved|proposed){NO_WORD_AFTER}", re.IGNORECASE)


def _moved_round(text: str, seconded: _Cue, titles: tuple[str, ...], roles: tuple[str, ...]) -> _Cue | None:
    """``Councillor Ash, seconded by Councillor Birch, moved``: the mover stands before the seconder, the verb behind."""
    verb = _MOVED_BEHIND.match(text, seconded.end)
    if verb is None:
        return None
    end = len(text[: seconded.start].rstrip(" \t\xa0\n,"))
    people = read_people_ending(text, end, titles, roles)
    return _Cue("move", people[0].printed_start, verb.end(), _names(people)) if people else None


def _slash_pair(text: str, titles: tuple[str, ...], roles: tuple[str, ...]) -> FoundMovers | None:
    """``(Cr A / Cr B)``, ``Moved: A/B``: mover and seconder on the sides of a stroke."""
    if "/" not in text and not _DASH.search(text):
        return None
    alone = _NUMBERED_PAIR.match(text)
    if alone is not None:
        return FoundMovers(alone.start("mover"), alone.end("seconder"), (alone.span("mover"),), (alone.span("seconder"),))
    for hit in _PAIR.finditer(text):
        mover = read_people(text, hit.end(), titles, roles, bare=hit["line"] is None)
        slash = _SLASH.match(text, mover[-1].end) if mover else None
        if slash is None and mover and hit["verb"] and (mover[0].titled or is_initialled(text, mover[0])):
            slash = _DASH.match(text, mover[-1].end)
        seconder = read_people(text, slash.end(), titles, roles) if slash else []
        if not seconder:
            continue
        close = _CLOSE.match(text, seconder[-1].end)
        if hit["colon"] is not None and text[seconder[-1].end : seconder[-1].end + 1] != ":":
            continue
        if hit["line"] is not None and _PUT.match(text, seconder[-1].end) is None:
            continue
        if close is not None or not (hit["open"] or hit["bracket"]):
            return FoundMovers(hit.start(), close.end() if close else seconder[-1].end, _names(mover), _names(seconder))
    return None


def _names(people: list[FoundPerson]) -> tuple[tuple[int, int], ...]:
    return tuple((person.start, person.end) for person in people)
