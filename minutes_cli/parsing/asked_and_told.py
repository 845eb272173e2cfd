"""What the agenda asked with what came of it on the same line (``5. To receive reports – It was agreed to wait``, P08, P11, P18).

Clerks write the minute into the agenda's own line. The words in front of the mark are then the item's title, those behind it its record.
"""

from __future__ import annotations

import re
from itertools import islice

from minutes_cli.grammar.late import late
from minutes_cli.parsing.moods import mood
from minutes_cli.parsing.prose import VERBAL, tells_done
from minutes_cli.parsing.questions import IMPERATIVE

_MARK = late(
    r"(?<=[\w.)’”])(?:\s?[:;]\s?[-–—]|\s[-–—]{1,2}|[–—](?=\s)|:)\s{1,4}(?=[A-Z]|(?:all\s)?(?:noted|agreed|approved|resolved|accepted|adopted|deferred|done)\b)"
)
_RECORD = late(
    r"(?:It\swas|This\swas|These\swere|They\swere|All\s(?:were\s)?(?:agreed|in\sfavour|approved)|Unanimously|Agreed|Approved|Resolved|RESOLVED|AGREED|APPROVED|Accepted"
    r"|Adopted|Deferred|(?:Proposed?|Prop|Moved)\b[.:]?\s(?:by\s)?[–-]?\s?[A-Z]|[A-Z]{2,3}\s(?:proposed|moved)\b)(?!\w)"
    r"|(?:all\s)?(?:noted|agreed|approved|resolved|accepted|adopted|deferred|done)\b"
    r"|[A-Z][^.:;]{2,60}\s(?:was|were)\s(?:(?:unanimously|duly|then|all)\s){0,2}(?:elected|re-elected|appointed|co-opted|agreed|approved|noted|accepted|adopted|signed)\b"
)
"""Words with which a clerk begins what came of a matter."""
_NOTHING = late(r"(?:None|Nil|Nothing|No\s(?:one|body|report|items?|declarations?|apologies|matters|update)|N/A)\b")
"""What a clerk notes where nothing came."""
_TO_COME = late(r"\b(?:to\sbe|will\sbe|should\sbe|must\sbe)\b", re.IGNORECASE)
MOST_MARKS = 6
"""Marks of a line that are looked at."""
FARTHEST = 400
"""Code points in which the mark stands."""


def record_begins(words: str) -> int | None:
    """Where, in words that begin by asking, the mark stands behind which their record is told; None where none is."""
    if mood(words) != "to" and not IMPERATIVE.match(words):
        return None
    for mark in islice(_MARK.finditer(words, 0, FARTHEST), MOST_MARKS):
        rest = words[mark.end() :]
        told = is_told(rest) or _NOTHING.match(rest) or (mood(rest) is None and VERBAL.search(rest, 0, FARTHEST))
        if told and not tells_done(words[: mark.start()]):
            return mark.start()
    return None


def is_told(words: str) -> bool:
    """Whether words that stand behind what was asked tell what came of it."""
    begins = len(words) - len(words.lstrip(" .:–—-\xa0"))
    if _RECORD.match(words, begins):
        return True
    return tells_done(words) and mood(words[begins:]) is None and not _TO_COME.search(words, begins, begins + 40)
