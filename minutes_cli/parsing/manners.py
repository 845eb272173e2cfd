"""Manners: how a body decided, said before its verb or between that and the matter (``agreed, by 7 votes to 2, to paint it``; P19, P23).

The phrases of the grammar say with which words decisions open. In what manner one was taken may stand inside any of them and has too many
forms to stand in each, so it is read past: a sentence is also looked at with the manner left blank, character for character.
"""

from __future__ import annotations

import re
from functools import lru_cache

from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.numbers import WORD_PATTERN

_N = rf"(?:[0-9]{{1,4}}|no|none|nil|{WORD_PATTERN})"
_MEMBERS = r"(?:votes?|members?|councillors?)"
_FOR = r"(?:for|in\s(?:favour|favor|support)|against|abstain(?:ed|ing)|abstentions?|opposed|dissenting)"
_SIDE = rf"(?:{_FOR}|{_MEMBERS}(?:\s(?:{_FOR}|voting\s(?:for|against)|present))?)"
_COUNT = rf"{_N}(?:\s{_MEMBERS})?(?:\s{_SIDE})?"
_TALLY = rf"{_COUNT}(?:(?:\s?[-–—/:]\s?|,?\s(?:to|and|with|versus|v)\s|[,;]\s)(?:with\s)?{_COUNT}){{0,4}}"
_WHO = r"(?:(?:the|their|its|his|her|our)\s)?(?:[Cc]hair(?:man|woman|person)?|Mayor|Convener|Provost|President)(?:[’']s)?"
_NAMES = r"(?:Cllrs?|Councillors?|Crs?|Mrs?|Ms|Miss|Dr|Alderman|Ald|the\s(?:Chair\w*|Mayor))\.?(?:\s[A-Z&][\w.’'-]*|\sand|,){0,8}"
_TAKEN = (
    r"(?:majority|vote|votes|show\sof\shands|consensus|consent|agreement|assent|acclamation|acclaim|ballot|division|discussion|debate|deliberation|consideration"
    r"|casting\svote|voice\svote)"
)
_PIECE = (
    r"(?:unanimously|overwhelmingly|nem\.?\scon\.?|nem\.?\sdis+\.?|in\sprinciple"
    r"|without\s(?:(?:any|a|further)\s)?(?:dissent|division|vote|debate|discussion|objection|opposition|dissension)"
    rf"|(?:by|on|upon|with|through|following|after|via|under)\s(?:(?:an?|the|some|further|{_WHO})\s)?(?:[a-z]+(?:-[a-z]+)?\s){{0,2}}?{_TAKEN}"
    rf"(?:\s(?:vote|decision|opinion))?(?:\s(?:of|by)\s{_TALLY}|\s\(?{_N}\s?[-–/]\s?[0-9]{{1,3}}\)?|,\s{_TALLY})?(?:\sof\s(?:the\s|those\s)?(?:members|councillors|{_WHO})(?:\spresent)?)?"
    rf"|(?:by|with)\s{_TALLY}|{_N}\s?[-–]\s?{_N}|{_COUNT}\s(?:to|and|with)\s{_COUNT}"
    r"|by\s(?:all|everyone|everybody|those|members|councillors)(?:\s(?:of\s)?(?:the\s)?(?:members|councillors|those|present)){0,3}"
    rf"|with\s{_NAMES}\s(?:abstaining|dissenting|opposing|opposed|against|voting\s(?:against|for))"
    r"|(?:under|pursuant\sto|in\s(?:accordance|line|consultation)\swith|in\sterms\sof|subject\sto|having|on\sthe\s(?:advice|recommendation)\sof)"
    r"\s(?:[^.;:()]|\([^()]{1,40}\)){3,120}?(?=,?\s(?:that|not\sto|to)\s[a-z])"
    r"|\((?=[^()]{0,80}(?:[0-9]|\b(?:unanimous|favour|against|vote|abst|nem)))[^()]{3,80}\))"
)
_MANNER = late(
    rf"\b(?:resolved|agreed|decided|determined|voted)\b(?P<manner>(?:,?\s{{1,3}}(?:and\s)?{_PIECE}){{1,3}},?)(?=\s{{1,3}}(?:[A-Za-z£€$]|[0-9]{{1,4}}\s[a-z]))",
    re.IGNORECASE | re.ASCII,
)
_ADVERB = late(
    r"(?<=[A-Za-z])(?P<adverb>(?:,?\s(?:therefore|accordingly|thereupon|thereafter|subsequently|collectively|formally|further|hereby|duly|now|next|later|thus"
    r"|finally|in\sturn|by\sconsensus|by\sa\smajority(?:\svote)?|nem\.?\scon\.?)){1,3},?)"
    r"(?=\s(?:agreed|resolved|decided|determined|approved|endorsed|adopted|accepted|ratified|confirmed|noted|deferred|refused|rejected|supported|granted|appointed"
    r"|authorised|authorized|instructed|elected|re-elected|co-opted|voted|opposed|objected|referred|delegated|awarded)\b)",
    re.IGNORECASE,
)
"""What stands between the subject or its auxiliary and the verb (``The Panel therefore approved …``)."""
_VERB = late(
    r"\b(?:resolved|agreed|decided|determined|voted)\b,?\s{1,3}(?:by|on|upon|with|without|through|following|after|via|under|unanimously|overwhelmingly|nem|in\s[patlc]|pursuant|subject|having|\(|[0-9])",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def unmannered(view: str) -> str:
    """A text with blanks where the manner of a decision stands between its verb and what was decided; itself where there is none."""
    plain = view
    if _VERB.search(view) is not None:
        plain = _MANNER.sub(lambda found: found[0][: found.start("manner") - found.start()] + " " * len(found["manner"]), view)
    return _ADVERB.sub(lambda found: " " * len(found[0]), plain)
