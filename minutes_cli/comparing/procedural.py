"""Procedural wording: what every meeting says, so that having it in common answers nothing.

Each council approves the minutes of its last meeting, notes reports, receives apologies and excludes the public. Two papers that share no
more than that have nothing to do with each other, however alike the sentences read.
"""

from __future__ import annotations

from collections.abc import Iterable

from minutes_cli.comparing.corpus import COMMON
from minutes_cli.comparing.keys import search_words, vocabulary, wording_key

_TELLING = 2
"""Words about a matter that two clauses must share to be about the same one; one where neither clause has more."""

_PROCEDURE = vocabulary(
    # the minutes of the last meeting
    "minute minutes meeting meetings held previous last next following monthly annual ordinary special extraordinary quarterly "
    "approve approved approves adopt adopted agree agreed confirm confirmed accept accepted sign signed take taken read true accurate "
    "correct record recorded circulated subject amendment amendments amended matters arising "
    # reports and apologies
    "report reports update updates verbal note noted notes receive received apologies apology absence thanked thanks thank "
    "declaration declarations interest interests disclosable pecuniary dispensation information content contents "
    "consider considered consideration recommendation recommendations resolution resolutions resolve resolved propose proposed "
    "move moved second seconded motion unanimously carried request requested "
    # the public excluded, the meeting closed
    "press public exclude excluded exclusion exempt confidential private nature business item items agenda remainder ground grounds "
    "involve involves involved involving likely disclosure disclosed defined under pursuant accordance section sections act acts local "
    "government schedule paragraph paragraphs part order access during leave standing orders suspended close closed adjourn recess "
    "adjourned date time appendix attached set out above below hereby follow follows discuss discussed discussion refer referred "
    "amend allow "
    # who meets
    "council councils councillor councillors cllr committee committees cabinet commission panel board executive group member members "
    "mayor leader chair chairman chairperson chairwoman vice deputy president clerk officer officers director directors head chief "
    "manager secretary mr mrs ms miss dr "
    # small words that the weights of a comparison do not count as common
    "all any both each every also been being but he her his if may must no not our shall should she so than them then there these they "
    "since because whether while until before after within between through about against such more other reason reasons purpose purposes "
    "those we what when where who would you your do does done up per via re "
    # Welsh
    "cofnodion cofnod cyfarfod cyfarfodydd cymeradwyo cymeradwywyd derbyn derbyniwyd adroddiad adroddiadau nodi nodwyd ymddiheuriadau "
    "cadeirydd llofnodi cywir cyngor pwyllgor cabinet aelod aelodau bod yn y yr a ac i o ar am gan eu ei"
)
_DATES = vocabulary(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday 1st 2nd 3rd"
)


def telling_words(text: str) -> set[str]:
    """The words of a text that are about its matter: no procedure, no date or figure, no common word."""
    return {
        word
        for word in search_words(text)
        if word not in _PROCEDURE and word not in COMMON and word not in _DATES and word[0].isalpha() and len(word) > 1
    }


def same_matter(olds: Iterable[str], news: Iterable[str]) -> bool:
    """Whether two wordings share words about a matter: two of them, or all that one side has; or are the same words with figures."""
    old, new = " ".join(olds), " ".join(news)
    if wording_key(old) == wording_key(new) and any(map(str.isdecimal, old)):
        # The minutes of one day, the papers of one case.
        return True
    one, two = telling_words(old), telling_words(new)
    return len(one & two) >= max(1, min(_TELLING, len(one), len(two)))


def same_title(one: str | None, two: str | None) -> bool:
    """Whether two items are about the same matter by their titles."""
    return not telling_words(one or "").isdisjoint(telling_words(two or ""))
