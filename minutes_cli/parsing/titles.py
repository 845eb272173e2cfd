"""Item numbers and titles: what opens an agenda item (P08, P41, T9)."""

from __future__ import annotations

import re

from minutes_cli.carriers import dataclass
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import holds
from minutes_cli.parsing.labels import SPACES

LONGEST_TITLE = 180
"""Code points: a longer line is a sentence, not a title."""

_NUMBER = late(
    r"(?:(?:Item|Minute|Min\.?|Agenda\s[Ii]tem)\s(?:[Nn]o\.?\s?)?|No\.?\s|#\s?)?"
    r"(?P<number>"
    r"[0-9]{1,4}/[0-9]{2,4}[-–][0-9]{2,4}"  # 12/31-32
    r"|[0-9]{2,4}-[0-9]{1,4}(?![0-9/])|(?:19|20)[0-9]{6}/[0-9]{1,3}"  # 31-12, 20310512/1
    r"|[A-Z]{1,5}[ /]?[0-9]{2,4}-[0-9]{2,4}"  # PC31-045
    r"|[0-9]{1,4}/[0-9]{1,4}/[A-Z][A-Za-z]{1,9}"  # 31/54/Plan
    r"|[0-9]{1,4}/[A-Z]{1,4}/[0-9]{2,4}|[0-9]{1,4}/(?:20)?[0-9]{2}\s[-–]\s[0-9]{1,3}(?=[.)])"  # 031/RE/31, 12/2031 - 3
    r"|"
    r"\(?[0-9]{1,5}[a-z]?\)?"  # 52, 137, 29a, (49)
    r"(?:[./][0-9]{1,4}[a-z]?){0,3}"  # 77/21, 5.1, 268/12/13, 21.44, 31a.1
    r"|(?:[A-Z]{1,5}[ ./-]?){1,2}[0-9]{1,5}(?:[./][0-9]{1,4}){0,3}"  # C2315, PL21/077, P/142, GMCA 96/19, CB 08/044, C.3081
    r")(?P<mark>[.):]?|[/,](?=\s{1,4}[A-Z][a-z]))(?=[\s\xa0]|$)",
    re.ASCII,
)
_MOOD = late(r"(?:that|to\s[a-z]|it\swas|the\s(?:report|minutes)\s(?:be|was|were))\b", re.IGNORECASE)
_VERB = late(
    r"\b(?:was|were|is|are|has|had|have|will|would|be|been|said|asked|noted|reported|advised|stated|agreed|informed|thanked|explained|confirmed|approved|received|resolved)\b"
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "under",
        "up",
        "with",
        "&",
        "–",
        "-",
        "—",
        "upon",
        "into",
        "over",
        "per",
        "via",
        "re",
        "y",
        "yr",
        "o",
        "i",
        "ar",
    ]
)
_WORD = late(r"[^\W_][\w'’.-]*")

_ICON = late(r"(?<=\s)(?:(?:pdf|word|doc)\se?icon\s|PDF\s[0-9,.]{1,12}\s?[KMG]B|\([0-9,.]{1,12}\s?[KMG]B\)|ref:\s)", re.IGNORECASE)
"""What a page hangs on a title: the icon, kind and size of its document, a reference."""


def icon_in(view: str) -> re.Match[str] | None:
    """What a page hangs on a title in words, where it does; a sign of it is looked for first, in a twentieth of the time."""
    if not holds(view, ("(", "pdf", "ref:")):
        return None
    return _ICON.search(view)


_NO_PREFIX = frozenset(["FOR", "IN", "TO", "BY", "OF", "AND", "THE", "FROM", "ON", "AT", "UNTIL", "SINCE", "OR", "AGAINST"])
"""Words in capitals before a year that are no letters of an item's number (``FOR 2031 / 2032``)."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item number at a line's start."""

    raw: str
    """As printed, without a closing full stop, bracket or colon."""
    values: tuple[int, ...]
    """Its numbers, outermost first."""
    prefix: str
    """Letters before the first number."""
    end: int
    """Offset behind the number and its mark."""
    mark: str

    def titled(self, view: str, at: int) -> int | None:
        """Where the title ends behind a number that gives the minute's and the agenda's (``12/2031 - 3. To approve …``).

        Such a number opens an item whatever its words. None for other numbers, and for words in small letters.
        """
        if _AGENDA_TOO.search(self.raw) is None or not view[at : at + 1].isupper():
            return None
        end = _TITLE_END.search(view, at + 3, at + LONGEST_TITLE)
        return end.start() if end else len(view) if len(view) - at <= LONGEST_TITLE else None


def number_at(view: str, at: int = 0) -> Numbered | None:
    """Reads the item number at ``view[at]``, in any of the forms of P08; None where there is none."""
    found = _NUMBER.match(view, at)
    if found is None:
        return None
    raw = found["number"]
    values = tuple(int(digits) for digits in re.findall(r"[0-9]+", raw, re.ASCII))
    prefix = re.match(r"[^0-9]*", raw)
    if prefix is not None and prefix[0].strip("( ") in _NO_PREFIX:
        return None
    values = values[:-1] if _AGENDA_TOO.search(raw) else values
    mark = ")" if raw.endswith(")") and not raw.startswith("(") else found["mark"]
    return Numbered(raw.strip("()"), values, prefix[0].strip("( ") if prefix else "", found.end(), mark)


_AGENDA_TOO = late(r"\s[-–]\s")
"""The agenda's number behind the minute's own (``12/2031 - 3.``), which counts along with it."""
_LISTED = late(r"1\.\s{1,8}(?=[0-9]{1,3}[.)]\s)")


def number_begins(view: str, at: int) -> int:
    """Where the item number of a line that begins at ``at`` stands: behind the ``1.`` of a list that starts anew with every item
    (``1. 4. Reports``)."""
    listed = _LISTED.match(view, at)
    return listed.end() if listed else at


_RARE = ("/", ",")
"""Marks behind an item's number that few pages have (``1/ Apologies``, ``1, Apologies``); an address may begin so too."""


def odd_marks(numbers: list[Numbered]) -> tuple[str, ...]:
    """The rare marks, which number no item of a page unless most of its numbers, and at least three, bear them."""
    rare = sum(number.mark in _RARE for number in numbers)
    return () if rare > 2 and 2 * rare > len(numbers) else _RARE


def is_years(numbered: Numbered) -> bool:
    """Whether a number is a municipal or financial year (``2030/31``), by which a title may begin (T17)."""
    first, *others = numbered.values
    return numbered.prefix == numbered.mark == "" and 1900 < first < 2100 and others in ([(first + 1) % 100], [first + 1])


def capitals(words: str) -> bool:
    """Whether a line is printed in capitals."""
    letters = list(filter(str.isalpha, words))
    return len(letters) >= 3 and sum(map(str.isupper, letters)) * 10 >= len(letters) * 8


_OUTCOMES = frozenset(["RESOLVED", "AGREED", "RECOMMENDED", "THAT", "CARRIED", "MOVED", "NOTED", "APPROVED", "IT"])
_CAPS_RUN = late(
    r"[A-Z][A-Z0-9'’&,/()–-]{1,40}(?:\s(?:[0-9]{1,2}\s?(?:st|nd|rd|th)\b|[A-Z0-9&–(][A-Z0-9'’&,/()–-]{0,40})){1,14}?(?=\.?\s+(?:[A-Z]?[a-z]|(?:RESOLVED|AGREED|RECOMMENDED|NOTED)\b))"
)


def caps_run(words: str) -> int:
    """Length of a title in capitals that ordinary words follow on the same line; 0 where there is none."""
    found = _CAPS_RUN.match(words) if words[:1].isupper() and not words[1:2].islower() else None
    if found is None:
        return 0
    run = found[0]
    if run.rpartition(" ")[2] in _OUTCOMES:
        run = run.rpartition(" ")[0]
        return len(run) if len(run) > 4 and run.split()[0].rstrip(":-–") not in _OUTCOMES else 0
    if run.rpartition(" ")[2] in ("A", "I"):
        run = run.rpartition(" ")[0]
    first = run.split()[0].rstrip(":-–")
    if (
        len(run.split()) < 2
        or len(run) < 6
        or first in ("RESOLVED", "AGREED", "RECOMMENDED", "THAT", "CARRIED", "MOVED", "NOTED", "APPROVED", "IT")
    ):
        return 0
    return len(run)


_CAPS_WORD = late(
    r"(?P<word>[A-Z][A-Z’'-]{3,30})\.?\s+(?:The|A|An|It|No|None|Nil|There|This|These|All|Any|Members|Councillors?|Cllrs?|Cr|Mrs?|Ms|Apologies|Apology)\b"
)
_RECORD_WORDS = frozenset(
    ["DECISION", "DECISIONS", "ACTION", "ACTIONS", "MOTION", "RESOLUTION", "RECOMMENDATION", "ORDERED", "NOTE", "REASON", "VOTE"]
)


def caps_word(words: str) -> int:
    """Length of a title of one word in capitals that a sentence follows on the same line (``MINUTES The minutes …``); 0 where none is."""
    found = _CAPS_WORD.match(words)
    if found is None or found["word"] in _OUTCOMES or found["word"] in _RECORD_WORDS or not words.rstrip().endswith((".", ";", ":")):
        return 0
    return found.end("word")


def title_like(words: str) -> bool:
    """Whether words read as a title: short, no sentence, most long words capitalised or all in capitals."""
    bare = words.strip(SPACES + "*_:–-—. \n")
    if not bare or len(bare) > LONGEST_TITLE or words.rstrip(SPACES).endswith((";", ",")):
        return False
    if capitals(bare):
        return True
    if _MOOD.match(bare) or not (bare[0].isupper() or bare[0].isdigit() or bare[0] in "“\"‘'(["):
        return False
    ends = words.rstrip(SPACES)
    if ends.endswith(".") and (len(bare.split()) > 6 or _VERB.search(bare)):
        return False
    tokens = _WORD.findall(bare)
    telling = [token for token in tokens if token.lower() not in _SMALL]
    if not telling:
        return False
    if len(tokens) > 4 and _VERB.search(bare) and ends.endswith("."):
        return False
    raised = sum(1 for token in telling if token[0].isupper() or token[0].isdigit())
    if raised * 10 >= len(telling) * 6:
        return True
    return len(tokens) <= 7 and not _VERB.search(bare)


def titled(view: str, at: int) -> int | None:
    """Where a title that opens a paragraph ends, at its colon (``Police Report: None.``); None where there is none."""
    stop = view.find(":", at, at + 90)
    if stop < 0:
        return None
    words = view[at:stop]
    if "." in words.rstrip(".").replace("St.", "").replace("No.", "") and re.search(r"\.\s", words):
        return None
    led = _LED_BY_DASH.search(words)
    if led is not None:
        stop, words = at + led.start(), words[: led.start()]
    return stop + 1 if title_like(words) and len(words.split()) <= 12 else None


_TITLE_END = late(r"\s?[–—]\s|\s-\s|[.;](?=\s)")
_LED_BY_DASH = late(r"\s?[-–—]\s{1,2}(?:Resolved|RESOLVED|Agreed|AGREED|Decided|DECIDED|Decision|DECISION|Resolution|RESOLUTION)$")
"""A lead-in behind a title's dash (``Village gate – Resolved: …``) is none of the title."""


def clean_title(words: str, number: str | None) -> str:
    """A title without what a page hangs on it: link icons, file sizes, reference numbers, its own number once more."""
    squeezed = " ".join(words.split())
    icon = icon_in(squeezed)
    bare = (squeezed[: icon.start()] if icon and icon.start() else squeezed).strip(" |:")
    if number and bare.startswith(number):
        rest = bare[len(number) :]
        if rest[:1] in (" ", ".", ")") and rest.strip(" .)"):
            bare = rest.lstrip(" .)")
    return bare
