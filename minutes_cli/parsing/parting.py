"""Parting: paragraphs that an extraction ran together, cut where another part of the page begins (P27, P36, P54)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.basis import holds
from minutes_cli.parsing.paragraphs import Paragraph
from minutes_cli.parsing.sentences import each_sentence
from minutes_cli.parsing.titles import title_like


def parted(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, cut at heads inside their lines and before links to a full text. Order and places stay."""
    return _in_stretches(_cut_off(_further(_motions_inside(_heads_inside([_unwalled(paragraph) for paragraph in paragraphs])))))


SHORTEST_CELL = 25
"""Code points: a shorter cell is a name or a figure of a table, a vote's for one."""
_OUTCOME_CELL = late(r"(?:Carried|CARRIED|Lost|LOST|Resolution|RESOLUTION|Motion|MOTION)\b[^|]{0,12}\|")


def _unwalled(paragraph: Paragraph) -> Paragraph:
    """A paragraph that is one cell of a table, without the wall before it (``|That the gate be painted. |``, P27)."""
    view = paragraph.view
    if not view.startswith("|") or "|" in view[1:].rstrip(" |\xa0") or len(paragraph.pieces) > 1 or not view.strip(" |\xa0-"):
        return paragraph
    inside = len(view) - len(view.lstrip(" |\xa0"))
    if len(view.strip(" |\xa0")) < SHORTEST_CELL and not _OUTCOME_CELL.match(view, inside):
        return paragraph
    start = paragraph.start + inside
    return replace(paragraph, start=start, view=view[inside:], pieces=[(start, paragraph.end)])


_HEAD_INSIDE = late(
    r"(?<=[\s|])(?=(?:Minutes|Minute|Decision|Decisions|Supporting\sdocuments|Additional\sdocuments|Reasons?\sfor\s[Dd]ecision|Recommendations?|RECOMMENDATIONS?|RECOMMENDED|Contact):(?:\s|$))"
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
_SIDE_HEAD = late(r"(?:Minutes|Minute|Decision|Decisions|Additional\sdocuments|Supporting\sdocuments):")
_ASK = late(
    r"\s(?=To\s(?!the\b|be\b)[a-z]{3,}\s)|\s(?=(?:The\s)?(?:Council|Cabinet|Committee|Members|Board|Panel)\s(?:is|are)\s(?:asked|invited|recommended)\b)"
)
_ASK_BEHIND = late(r"[A-Z][a-z]+:\s{1,4}To\s[a-z]{3,}|Minutes:\s{1,4}(?:The|They|These)\s")
WIDEST_NUMBER = 10
"""Code points: what stands nearer to the line's beginning is an item's number, and the word behind it the item's title."""
_ICON_END = late(r"\s(?:pdf\sicon\s)?PDF\s[0-9,.]{1,9}\s[KM]B\b\s{0,4}")
LONGEST_CELL_TITLE = 140
"""Code points: what stands longer before the first ask of a cell is no title."""


def _cell_parts(front: Paragraph) -> list[Paragraph]:
    """What stands before the first head of a flattened table's cell: the item's title, and what its agenda asks (P27, P54)."""
    view = front.view
    icon = _ICON_END.search(view)
    ask = _ASK.search(view)
    end = min((found.start() for found in (icon, ask) if found is not None), default=len(view.rstrip()))
    cut = icon.end() if icon is not None and icon.start() == end else ask.end() if ask is not None and ask.start() == end else len(view)
    if view.startswith("To ") or not 3 <= end <= LONGEST_CELL_TITLE or (cut == len(view) and not title_like(view)):
        return [_on_agenda(front)] if view.startswith("To ") else [front]
    found = _pieces(front, [cut] if cut < len(view) else [])
    title = replace(found[0], roles=found[0].roles | {"item-title"})
    return [title, *map(_on_agenda, found[1:])]


def _on_agenda(piece: Paragraph) -> Paragraph:
    return replace(piece, values={**piece.values, "side": "agenda"})


def _heads_in(view: str) -> list[int]:
    """Where heads inside a line may begin, in order."""
    named = [found.start() for found in _HEAD_INSIDE.finditer(view, 1)] if any(stem in view for stem in _INSIDE_STEMS) else []
    return sorted([*named, *(found.start() for found in _NUMBER_INSIDE.finditer(view, 1))])


def _heads_inside(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Parts a page that an extraction ran together at the heads inside its lines (``… PDF 40 KB Minutes: That …``, P27, P54)."""
    pieces: list[Paragraph] = []
    cells = sum(paragraph.view.rstrip().endswith("|") for paragraph in paragraphs) > 1
    begins = True
    for paragraph in paragraphs:
        view = paragraph.view
        cuts = []
        if len(paragraph.pieces) == 1 and len(view) > 24 and (":" in view or any(map(str.isdigit, view[1:]))):
            cuts = [
                found
                for found in _heads_in(view)
                if not (found < WIDEST_NUMBER and _ASK_BEHIND.match(view, found))
                if view.startswith("RESOLUTION:", found)
                or _SENTENCE_END.search(view, max(0, found - 12), found)
                or (_CLEAR_NUMBER.match(view, found) and not _NUMBERS_NEXT.search(view, max(0, found - 12), found))
                or (cells and _SIDE_HEAD.match(view, found) and _ANY_WORD_END.search(view, max(0, found - 26), found))
            ]
        parts = _pieces(paragraph, cuts)
        if cells and begins and len(parts) > 1 and not parts[0].roles:
            if _SIDE_HEAD.match(parts[1].view):
                parts[:1] = _cell_parts(parts[0])
            elif len(parts) > 2 and parts[1].view.startswith("To ") and _SIDE_HEAD.match(parts[2].view):
                parts[:2] = [replace(parts[0], roles=parts[0].roles | {"item-title"}), _on_agenda(parts[1])]
        pieces.extend(parts)
        begins = view.rstrip().endswith("|") or (begins and not view.strip(" |-"))
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
        pieces.extend(_pieces(paragraph, sorted(cuts)))
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
        pieces.extend(_pieces(paragraph, cuts))
    return pieces


SHORTEST_PART = 8
"""Code points: two readings of one formula (``and be it …`` and ``be it …``) stand nearer."""


def _pieces(paragraph: Paragraph, cuts: list[int]) -> list[Paragraph]:
    """A paragraph of one printed line, cut at offsets of its view."""
    if not cuts:
        return [paragraph]
    found = []
    for low, high in pairwise([0, *cuts, len(paragraph.view)]):
        words = paragraph.view[low:high].rstrip()
        if words.strip():
            start = paragraph.start + low
            piece = (start, start + len(words))
            found.append(replace(paragraph, start=piece[0], end=piece[1], view=words, pieces=[piece], gap=0 if low else paragraph.gap))
    return found


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
        pieces.extend(_pieces(paragraph, cuts))
    return pieces
