"""Parting: paragraphs that an extraction ran together, cut where another part of the page begins (P27, P36, P54)."""

from __future__ import annotations

from dataclasses import replace

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import holds
from minutes_cli.parsing.cells import ROW, SIDE_HEAD, cell_parts, has_cells, mark_rows
from minutes_cli.parsing.paragraphs import Paragraph, cut_at
from minutes_cli.parsing.sentences import each_sentence
from minutes_cli.parsing.stem_lines import stems_apart
from minutes_cli.parsing.titles import number_at


def parted(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, cut at heads inside their lines and before links to a full text. Order and places stay."""
    parts = stems_apart(_heads_inside([_unwalled(paragraph) for paragraph in paragraphs]))
    return _in_stretches(_cut_off(_further(_motions_inside([_unwalled_behind(part) for part in parts]))))


SHORTEST_CELL = 25
"""Code points: a shorter cell is a name or a figure of a table, a vote's for one."""
_OUTCOME_CELL = late(r"(?:Carried|CARRIED|Lost|LOST|Resolution|RESOLUTION|Motion|MOTION)\b[^|]{0,12}\|")


def _unwalled(paragraph: Paragraph) -> Paragraph:
    """A paragraph that is one cell of a table, without the wall before it (``|That the gate be painted. |``, P27)."""
    view = paragraph.view
    if not view.startswith("|") or "|" in view[1:].rstrip(" |\xa0") or len(paragraph.pieces) > 1 or not view.strip(" |\xa0-"):
        return paragraph
    inside = len(view) - len(view.lstrip(" |\xa0"))
    words = view.strip(" |\xa0")
    if len(words) < SHORTEST_CELL and not (_OUTCOME_CELL.match(view, inside) or (" " in words and words[-1] in ".:;")):
        return paragraph
    start = paragraph.start + inside
    return replace(paragraph, start=start, view=view[inside:], pieces=[(start, paragraph.end)])


def _unwalled_behind(paragraph: Paragraph) -> Paragraph:
    """A paragraph that is one cell of a table, without the wall behind it (``Officer recommendation |``, P27)."""
    words = paragraph.view.rstrip(" |\xa0")
    if not paragraph.view.rstrip().endswith("|") or len(paragraph.pieces) > 1 or "|" in words[1:] or not words.strip(" |\xa0-"):
        return paragraph
    end = paragraph.start + len(words)
    return replace(paragraph, end=end, view=words, pieces=[(paragraph.start, end)])


_HEAD_INSIDE = late(
    r"(?<=[\s|])(?=(?:Minutes|Minute|Decision|Decisions|Supporting\sdocuments|Additional\sdocuments|Reasons?\sfor\s[Dd]ecision|Recommendations?|RECOMMENDATIONS?|RECOMMENDED|Contact):(?:\s|$))"
    r"|(?<=[\s|])(?=(?:Minutes|Decision):[A-Z])|(?<=documents:)(?=(?:Minutes|Decision):)"
    r"|(?<=\s)(?=RESOLUTION:\s[\w./-]*[0-9])"
    r"|(?<=\s[KM]B\s)(?=To\s[a-z])"
)
_NUMBER_INSIDE = late(r"[0-9](?<=[\s|][0-9])(?=[0-9]{0,4}[a-z]?\.?\s[A-Z][A-Z’',&-]{2,30}\s(?:[A-Z][A-Z’',&-]{1,30}\s){1,12})")
"""The number of a head in capitals. It begins with what is looked for and not with what stands before: that is found ten times as fast."""
_CLEAR_NUMBER = late(r"[0-9]{1,3}\.\s[A-Z]{3}")
_NUMBERS_NEXT = late(
    r"\b(?:[Nn]os?|[Ii]tems?|[Pp]aras?|[Pp]aragraphs?|[Ss]ections?|[Pp]ages?|[Mm]inutes?|[Rr]ules?|[Vv]ol|[Pp]art|[A-Z][a-z]{2,8}y|March|June|August)\.?\s$"
)
_INSIDE_STEMS = ("inute", "ecision", "document", "ecommendation", "RECOMMEND", "RESOLUTION", "KB", "MB")
"""One of these stands in every text with another head inside."""
_SENTENCE_END = late(r"[.|:;)0-9]\s{0,4}$|KB\s{0,4}$|\b(?!for\b|the\b|of\b|and\b)[a-z]{2,20}\s{0,4}$")


_ANY_WORD_END = late(r"[A-Za-z][\w’'-]{1,24}\s{0,4}$")
_ASK_BEHIND = late(r"[A-Z][a-z]+:\s{1,4}To\s[a-z]{3,}|Minutes:\s{1,4}(?:The|They|These)\s")
WIDEST_NUMBER = 10
"""Code points: what stands nearer to the line's beginning is an item's number, and the word behind it the item's title."""


def _heads_in(view: str) -> list[int]:
    """Where heads inside a line may begin, in order."""
    named = [found.start() for found in _HEAD_INSIDE.finditer(view, 1)] if any(stem in view for stem in _INSIDE_STEMS) else []
    return sorted([*named, *(found.start() for found in _NUMBER_INSIDE.finditer(view, 1))])


def _is_number(words: str) -> bool:
    """Whether words are nothing but an item's number: what stands behind it is the item's title."""
    numbered = number_at(words)
    return not any(map(str.isalpha, words[numbered.end if numbered is not None else 0 :]))


def _heads_inside(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Parts a page that an extraction ran together at the heads inside its lines (``… PDF 40 KB Minutes: That …``, P27, P54)."""
    pieces: list[Paragraph] = []
    cells = has_cells(paragraphs)
    for paragraph in mark_rows(paragraphs) if cells else paragraphs:
        view = paragraph.view
        cuts = []
        if len(paragraph.pieces) == 1 and len(view) > 24 and (":" in view or any(map(str.isdigit, view[1:]))):
            cuts = [
                found
                for found in _heads_in(view)
                if not (found < WIDEST_NUMBER and _ASK_BEHIND.match(view, found) and _is_number(view[:found]))
                if view.startswith("RESOLUTION:", found)
                or _SENTENCE_END.search(view, max(0, found - 12), found)
                or (_CLEAR_NUMBER.match(view, found) and not _NUMBERS_NEXT.search(view, max(0, found - 12), found))
                or (cells and SIDE_HEAD.match(view, found) and _ANY_WORD_END.search(view, max(0, found - 26), found))
            ]
        parts = cut_at(paragraph, cuts)
        pieces.extend(cell_parts(parts) if ROW in paragraph.roles else parts)
    return pieces


RUN_TOGETHER = 400
"""Code points: a printed line as long as this that holds motions is a page whose lines were lost."""
_MOTION_INSIDE = late(
    r"(?<=[.)0-9a-zA-Z:”\"]\s)(?<!CARRIED\s)(?:"
    r"(?=(?:RESOLUTION|Resolution|MOTION|Motion)(?:\s[Nn][Oo]\b\.?|\s[Nn]umber|\s?#)?[:.]?\s?[(\w#]{0,4}[A-Za-z]{0,4}[0-9]{1,4}[\w./-]{2,16})"
    r"|(?=(?:RESOLUTION|Resolution|COUNCIL\sRESOLUTION|MOTION):?\s(?:That|THAT|Moved|MOVED)\b)"
    r"|(?=(?:MOVED|Moved)(?::|\sby\b|\sBY\b|\sCr\b|\sClr\b|\sCllr\b|\sCouncillor\b)(?=.{3,160}?\b(?:SECONDED|Seconded|seconded)\b))"
    r"|(?=\(?[a-z0-9]{1,2}[.)]\s[A-Z][^.;:]{2,80}?\s(?:RESOLVED|AGREED)\b)"
    r"|(?=(?:ORDERED|RESOLVED)\s(?:unanimously\s)?(?:on|that)\b)"
    r"|(?<![\"“]MOTION\s)(?=(?:[\"“](?:MOTION\s)?)?(?:CARRIED|Carried|DEFEATED|LOST)\b(?=[\"”]?\s(?:[A-Z0-9(*]|Unanimously\b|unanimously\b)|[\"”]?\s*$))"
    r"|(?<=\b(?:CARRIED)\s)(?=(?!UNANIMOUSLY|Unanimously|RESOLUTION|Resolution)[A-Z][a-zA-Z]))"
)
_MOVED_NEXT = gated(
    "carried defeated lost",
    r"\b(?:CARRIED|DEFEATED|LOST)[\"”.]{0,2}\s{1,4}(?=(?:MOVED|Moved)\b|(?:RESOLUTION|Resolution|MOTION|Motion)\s#?[\w-]{0,6}[0-9])",
)
"""An outcome with the next motion right behind it: however short, the line holds several."""
_MOTION_STEMS = ("resolution", "motion", "moved", "resolved", "agreed", "ordered", "carried", "defeated", "lost")
"""One of these stands in every text with a motion inside."""
_OUTCOME_INSIDE = late(
    r"(?:[\"“](?:MOTION\s)?)?(?:CARRIED|Carried|DEFEATED|LOST)[\"”]?(?:\s(?:UNANIMOUSLY|Unanimously|unanimously))?(?:\s(?:RESOLUTION|Resolution)\s[Nn][Oo]\.?\s?[\w./-]{2,20})?(?:\s\(?[0-9]{1,2}\s?[/:-]\s?[0-9]{1,2}\)?)?\s(?=[A-Z0-9*(])"
)


def _motions_inside(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Parts a page run together at its motions and their outcomes (``… be noted. CARRIED 8/0 MINUTES Moved Cr Ash …``, P54)."""
    pieces: list[Paragraph] = []
    for paragraph in paragraphs:
        view = paragraph.view
        short = len(view) < RUN_TOGETHER and _MOVED_NEXT.search(view) is None
        if len(paragraph.pieces) > 1 or short or paragraph.first != paragraph.last:
            pieces.append(paragraph)
            continue
        cuts = {found.start() for found in _MOTION_INSIDE.finditer(view, 1)} if holds(view, _MOTION_STEMS) else set()
        if cuts:
            cuts |= {found.end() for found in _OUTCOME_INSIDE.finditer(view) if found.start() in cuts}
        pieces.extend(cut_at(paragraph, sorted(cuts)))
    return pieces


_FURTHER = late(
    r"(?:[.;,:]|\band)\s{1,6}(?=(?:AND,?\s|And,?\s)?(?:BE|Be|be)\s[Ii][Tt]\s(?:FURTHER|Further|further|ALSO|also|FINALLY|finally)"
    r"\s(?:RESOLVED|Resolved|resolved)\b)"
)


def _further(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Parts a motion at the formula that begins its next resolution (``… be mended; and BE IT FURTHER RESOLVED THAT …``, P02)."""
    pieces: list[Paragraph] = []
    for paragraph in paragraphs:
        cuts = []
        if len(paragraph.pieces) == 1 and "esolved" in paragraph.view[1:].replace("RESOLVED", "Resolved"):
            cuts = [found.end() for found in _FURTHER.finditer(paragraph.view, 1)]
            cuts = [cut for at, cut in enumerate(cuts) if not at or cut - cuts[at - 1] > SHORTEST_PART]
        pieces.extend(cut_at(paragraph, cuts))
    return pieces


SHORTEST_PART = 8
"""Code points: two readings of one formula (``and be it …`` and ``be it …``) stand nearer."""


_CUT = late(r"(?:\.{3}|…)\s{0,4}(?=[Vv]iew\sthe\sfull\b)")


def _cut_off(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Parts a page's ``...  view the full minutes text`` from the words that it cuts off (P36)."""
    pieces = []
    for paragraph in paragraphs:
        found = _CUT.search(paragraph.view, max(0, len(paragraph.view) - 120)) if "iew the full" in paragraph.view else None
        if found is None or found.start() == 0 or len(paragraph.pieces) > 1:
            pieces.append(paragraph)
            continue
        at = paragraph.start + found.end()
        head = paragraph.view[: found.end()].rstrip()
        end = paragraph.start + len(head)
        pieces.append(replace(paragraph, end=end, view=head, pieces=[(paragraph.start, end)]))
        pieces.append(replace(paragraph, start=at, view=paragraph.view[found.end() :], pieces=[(at, paragraph.end)], gap=0))
    return pieces


LONGEST = 10_000
"""Code points: the longest paragraph of the pages known has 8,286; a longer one is a page whose lines were lost."""


def _in_stretches(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Parts a page that came as one paragraph at ends of sentences, so that its time does not grow with its square (R06, P12)."""
    pieces: list[Paragraph] = []
    for paragraph in paragraphs:
        cuts: list[int] = []
        if len(paragraph.view) > LONGEST and len(paragraph.pieces) == 1:
            cut = 0
            for low, _ in each_sentence(paragraph.view):
                if low - cut > LONGEST:
                    cuts.append(low)
                    cut = low
        pieces.extend(cut_at(paragraph, cuts))
    return pieces
