"""The outcome of a vote in words (P19): carried, lost, unanimous, nem con, tied, by a casting vote.

Production: ``outcome = ["motion" | "amendment" | "was" | "declared" | …] ("carried" | "lost" | …) | "unanimously" | "all in favour" | …``
"""

from __future__ import annotations

import re

from minutes_cli.grammar.gated import gated, words_in
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import GAP, NO_WORD_AFTER, NO_WORD_BEFORE, word_list
from minutes_cli.grammar.parts.numbers import WORD_PATTERN
from minutes_cli.grammar.parts.vote_record import FoundVote

_ENDS = r"(?=\s{0,4}(?:[.,;:)(\"”]|[-–—]\s{0,4}(?:[.\"”]|\Z)|\Z))"
"""What stands behind an outcome that ends its sentence, also between quotation marks or dashes (``- Carried -``)."""
_SCORE = rf"{GAP}\(?[0-9]{{1,3}}\s?[-–/:]\s?[0-9]{{1,3}}(?:\s?[-–/:]\s?[0-9]{{1,3}})?\)?(?=\s{{0,4}}(?:[.;\"”]|\Z))"
_ENDS_OR_SCORE = rf"(?:(?={_SCORE})|{_ENDS})"
_MOTION_WORD = r"(?:motion|amendment|proposal|resolution|question|ordinance|bylaw)"
_PUT_ASIDE = (
    rf"{_MOTION_WORD}{GAP}(?:(?:was|is|then|therefore|thereby|has|had){GAP}){{0,2}}(?:fails|denied|lapsed|lapses|dies|died)(?![^\W_])(?:{GAP}for{GAP}(?:want|lack){GAP}of{GAP}a{GAP}second(?:er)?)?"
    rf"|(?:lapsed|failed|fell|dies|died|lost){GAP}for{GAP}(?:want|lack){GAP}of{GAP}a{GAP}second(?:er)?"
)
"""A motion that came to nothing: denied, or without anybody to second it."""
_OUTCOMES: tuple[tuple[str, str], ...] = (
    ("casting-vote", rf"(?:casting{GAP}votes?|deciding{GAP}vote)(?!{GAP}against{NO_WORD_AFTER})"),
    ("nem-con", rf"nem\.?\s?con(?:{NO_WORD_AFTER}\.?)|nemine{GAP}contradicente"),
    (
        "tied",
        rf"(?:votes?{GAP}(?:was{GAP}|were{GAP}|being{GAP})?(?:tied|equal)|tied{GAP}vote|equality{GAP}of{GAP}votes|votes?{GAP}were{GAP}evenly{GAP}split)",
    ),
    (
        "lost",
        rf"(?:(?:motion|amendment|proposal|vote|was|were|is|declared|and|being|be|thereby|then){GAP}(?:was{GAP}|were{GAP}|to{GAP}be{GAP}|declared{GAP}){{0,2}}"
        rf"(?:lost|defeated|negatived|failed|not{GAP}carried)|{_PUT_ASIDE}|(?:motion|amendment|proposal){GAP}(?:was|were){GAP}(?:rejected|not{GAP}(?:agreed|approved|supported|accepted))|"
        rf"(?:lost|defeated|rejected|negatived|denied|failed|fails|lapsed|fell|not{GAP}(?:carried|agreed|approved|adopted|passed|supported)){_ENDS}|lost(?={GAP}by{GAP}(?:[0-9]|{WORD_PATTERN}))|(?:motion|amendment){GAP}fell"
        rf"|(?:casting|deciding){GAP}vote{GAP}against|(?:cynnig|gwelliant){GAP}wedi{GAP}(?:methu|colli|ei{GAP}(?:golli|wrthod)|cwympo|syrthio))",
    ),
    (
        "unanimous",
        rf"(?:unanimously|unanimous(?={GAP}(?:vote|decision|agreement|show|resolution|in{GAP}favou?r|consent)|\s{{0,4}}(?:[].,;:)]|\Z))(?:{GAP}in{GAP}favou?r)?|"
        rf"all{GAP}(?:voted{GAP})?ayes?(?![^\W_])|all(?:{GAP}(?:members?|councillors?|those))?(?:{GAP}(?:present|voting|were|voted)){{0,3}}{GAP}in{GAP}favou?r|(?:agreed|accepted|approved|supported|passed|carried|adopted|resolved|decided){GAP}by{GAP}(?:all|everyone|everybody)(?:{GAP}(?:members|councillors|those))?(?:{GAP}present)?|all{GAP}(?:in{GAP}agreement|(?:members{GAP}|councillors{GAP})?present{GAP}agreed)|by{GAP}unanimity|vote(?:{GAP}results?|{GAP}(?:was|were|being))?\s?:?{GAP}unanimous|all{GAP}agreed(?=\s{{0,4}}(?:[.,;)]|\Z))|yn{GAP}unfrydol)",
    ),
    (
        "carried",
        rf"(?:(?:motion|amendment|proposal|vote|was|were|is|declared|and|being|be|duly|then){GAP}(?:was{GAP}|were{GAP}|to{GAP}be{GAP}|declared{GAP}){{0,2}}carried"
        rf"|(?:agreed|approved|passed|adopted|accepted|resolved|decided|determined)(?={GAP}(?:by|on){GAP}(?:a{GAP})?(?:(?:large|clear|simple){GAP})?majority)"
        rf"|put{GAP}to{GAP}(?:the|a){GAP}(?:vote|meeting){GAP}and{GAP}(?:(?:was|were|duly|then){GAP}){{0,2}}(?:agreed|approved|passed|adopted|accepted|resolved)"
        rf"|majority{GAP}(?:vote{GAP})?in{GAP}favou?r"
        rf"|carried(?=\s{{1,120}}+[0-9]{{1,3}}\s?[/:-]|{GAP}(?:by|with|on|unanimously|nem|[0-9]{{1,3}}{GAP}to{GAP}))|carried{_ENDS}|(?:motion|amendment|resolution|vote){GAP}(?:was{GAP}|were{GAP})?passed"
        rf"|{_MOTION_WORD}{GAP}(?:carries|passes|prevails|prevailed|approved|adopted)(?={GAP}(?:by|with|on|unanimously|as|[0-9(]|{WORD_PATTERN})|{_ENDS[3:]}|so{GAP}voted{_ENDS}"
        rf"|(?:prevailed|(?:approved|adopted)(?={_SCORE})){_ENDS_OR_SCORE}"
        rf"|(?:motion|amendment|proposal|resolution){GAP}(?:was|were){GAP}(?:(?:duly|then|unanimously|formally){GAP})?(?:agreed|adopted|approved|accepted)"
        rf"|(?:cynnig|gwelliant){GAP}wedi{GAP}(?:cario|pasio|ei{GAP}(?:gario|dderbyn))"
        rf"|passed(?={GAP}(?:by|unanimously)|{_ENDS[3:]})(?!{GAP}(?:out|forward|over|through))",
    ),
)
_PATTERN = rf"{NO_WORD_BEFORE}(?:" + "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _OUTCOMES) + f"){NO_WORD_AFTER}"
_BESIDE = frozenset(
    word_list("and are being declared duly forward members out over councillors present the then thereby those through was were")
)
"""Words of the pattern that tell no outcome by themselves."""
_OUTCOME = gated(" ".join(("nemcon", *(words_in(_PATTERN) - _BESIDE))), _PATTERN, re.IGNORECASE)
_SHOUTED = gated("lost defeated carried", rf"{NO_WORD_BEFORE}(?:(?P<lost>LOST|DEFEATED|NOT CARRIED)|(?P<carried>CARRIED)){NO_WORD_AFTER}")

_MOTION = late(
    r"(?<![^\W_])(?:motion|amendment|proposal|proposition|vote(?!\s+of\s+(?:thanks|sympathy|condolences?))|voted|votes|resolution|declared|addendum|put|seconded)(?![^\W_])",
    re.IGNORECASE,
)
_COUNT_FOLLOWS = late(rf"{GAP}(?:by|with|unanimously|nem|on)(?![^\W_])|\s{{0,3}}\(", re.IGNORECASE)


_NOTHING_BEFORE = late(
    r"[\s*_>(“\"–—-]{0,8}(?:(?:result|outcome|disposition|action|(?:motion\s)?status)\s?[:–-]\s?)?(?:(?:and|this|it|these|which)\s{1,4}){0,2}",
    re.IGNORECASE,
)
"""What stands before an outcome that is a line's whole sentence."""


def find_outcomes(text: str) -> list[FoundVote]:
    """Every outcome of ``text``, those in capitals after the others; goods carried and time lost are none."""
    found = [
        FoundVote(hit.start(), hit.end(), (hit.lastgroup or "").replace("_", "-"))
        for hit in (*_OUTCOME.finditer(text), *_SHOUTED.finditer(text))
    ]
    return [each for each in found if each.outcome not in {"carried", "lost"} or _of_motion(text, each)]


def _of_motion(text: str, found: FoundVote) -> bool:
    """Whether ``was lost`` or ``carried`` speaks of a motion: in capitals, counted, alone on its line, or near the word."""
    words = text[found.start : found.end]
    if words.split()[-1].isupper() or _MOTION.search(words) or _COUNT_FOLLOWS.match(text, found.end):
        return True
    return (
        _NOTHING_BEFORE.fullmatch(text, max(0, found.start - 40), found.start) is not None
        or _MOTION.search(text, max(0, found.start - 100), found.start) is not None
    )
