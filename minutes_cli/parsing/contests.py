"""Contests: what one vote between a motion and its amendment made of both (P19, P20)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from minutes_cli.grammar.gated import gated
from minutes_cli.grammar.late import late
from minutes_cli.grammar.parts.divisions import LONGEST, RIVALS, SIDE_LINE, FoundDivision, find_division
from minutes_cli.model import Vote
from minutes_cli.parsing.blocks import Block
from minutes_cli.parsing.drafts import GroupDraft
from minutes_cli.parsing.lines import squeeze
from minutes_cli.parsing.voting import LOST

Placed = tuple[int, GroupDraft]
"""A group and the offset in the text at which its words begin."""
_GATE = gated("motion amendment", r"\b(?:motion|amendment)\b", re.IGNORECASE)
_HEADS = late(r"\b(?:division|vot(?:e|es|ed|ing)|roll\scall|show\sof\shands)\b[^.]{0,80}[:–—-]{1,2}\s*$", re.IGNORECASE)
"""What announces the lines of a division."""
_COUNTED = late(r"\b(?:motion|amendment)\b[^.:;]{0,80}?\s?[:–—(-]\s?[0-9]{1,3}\)?\W*$", re.IGNORECASE)
_WENT = late(r"[^.:]{0,80}\bthe\s(?:motion|amendment)\b[^.:]{0,60}\b(?:carried|lost|fell|became)\b", re.IGNORECASE)
_AMENDS = late(r"\bamendment\b|\bamended\smotion\b", re.IGNORECASE)
_BY_NAME = late(
    r"(?:(?:that|to)\s)?(?:the\sterms\sof\s)?(?:adopt|approve|accept|support|agree)\s(?:the\sterms\sof\s)?the\s(?P<won>motion|amendment)(?:\s(?:by|of)\s[^.;]{3,60})?[.;]?\s*$",
    re.IGNORECASE,
)
"""A resolution that only names which of the two it adopts."""
_PUTS_ANOTHER = gated(
    "amendment",
    r"\b(?:proposed|moved|tabled|suggested|put\sforward|submitted)\s(?:an|a\sfurther|a\ssecond|the\sfollowing)\s(?:\w+\s){0,2}amendment\b",
    re.IGNORECASE,
)
_ITS_OUTCOME = gated(
    "amendment", r"(?:[^.;]{0,120}[\s,])?(?:the|this|that|his|her)\s(?:\w+\s)?amendment\b(?![^.]{0,80}\bmotion\b)", re.IGNORECASE
)
MOST_LINES = 8
"""Paragraphs of one division."""
MOST_BACK = 8
"""Groups before a division among which its motion and its amendment stand."""
FRONT = 320
"""Code points before a group's words that tell what it is: its heading, or who moved it and as what."""
TOLD = 200
"""Code points of a told sentence in which it says that it is an amendment."""


def puts_another(words: str) -> bool:
    """Whether words tell of an amendment that somebody put: the vote in them is that amendment's, and not the motion's before it."""
    return _PUTS_ANOTHER.search(words) is not None


def names_amendment(words: str) -> bool:
    """Whether words tell what became of an amendment, and of no motion."""
    return _ITS_OUTCOME.match(words) is not None


def settle_contests(text: str, blocks: list[Block], groups: list[Placed]) -> list[Placed]:
    """Gives the motions and amendments of an item what the divisions between them made of both.

    In: the item's blocks and its groups, in order. Out: the groups, less those that only tell such a division again.
    """
    for _, group in groups:
        _settle_moved(group)
    if not any(group.status in ("moved", "lost", "decided") and (group.movers or group.status == "moved") for _, group in groups):
        return groups
    starts = [at for at, _ in groups]
    gone: set[int] = set()
    floor = 0
    for start, end, found in _divisions(text, blocks):
        low, high = start + found.start, start + found.end
        upto = bisect_left(starts, low)
        near = [placed for placed in groups[max(0, upto - 2 * MOST_BACK) : upto] if id(placed[1]) not in gone]
        rivals = _rivals(text, near, floor)
        if len(rivals) == len(RIVALS) or (found.counts and rivals):
            _settle(text[start:end], found, rivals)
            settled = {id(group) for group in rivals.values()}
            told = groups[bisect_left(starts, low - FRONT) : bisect_right(starts, high)]
            gone.update(id(placed[1]) for placed in told if _tells(placed, low, high) and id(placed[1]) not in settled)
            floor = high
    left = [placed for placed in groups if id(placed[1]) not in gone]
    _settle_by_name(text, left)
    return left


def _settle_moved(group: GroupDraft) -> None:
    """A motion whose own vote is known is decided or lost, also where its movers were found only after the vote (P09, P19)."""
    vote = group.vote
    if group.form is not None or vote is None or vote.outcome is None or group.side == "agenda":
        return
    put = group.status == "proposed" and group.match is not None and group.match.phrase.section == "proposals"
    if group.status == "moved" or (put and "motion" in (vote.text or "").casefold()):
        group.status = "lost" if vote.outcome in LOST else "decided"


def _divisions(text: str, blocks: list[Block]) -> Iterator[tuple[int, int, FoundDivision]]:
    """Every division in the blocks, with the stretch of text in which it was found; lines that belong together are read together."""
    taken = -1
    for index, block in enumerate(blocks):
        if index <= taken or block.kind == "furniture":
            continue
        heads = _HEADS.search(block.view[-160:]) is not None
        if not heads and _GATE.search(block.view) is None:
            continue
        last = index
        if heads or SIDE_LINE.match(block.view) or _COUNTED.search(block.view[-160:]):
            while last + 1 < len(blocks) and last - index < MOST_LINES and SIDE_LINE.match(blocks[last + 1].view):
                last += 1
        if last + 1 < len(blocks) and _WENT.match(blocks[last + 1].view):
            last += 1
        start, end = block.paragraph.start, min(blocks[last].paragraph.end, block.paragraph.start + LONGEST)
        found = find_division(text[start:end])
        if found is not None:
            taken = last
            yield start, end, found


def _rivals(text: str, before: list[Placed], floor: int) -> dict[str, GroupDraft]:
    """The motion and the amendment that a division decides between: the last ones put forward before it.

    Of several amendments that wait, none is known to be meant.
    """
    found: dict[str, GroupDraft] = {}
    for back in range(len(before) - 1, max(-1, len(before) - 1 - MOST_BACK), -1):
        at, group = before[back]
        if not _was_put(group):
            continue
        above = before[back - 1][1] if back else None
        rival = "amendment" if _amends(text, at, group, above, floor) else "motion"
        if rival in found:
            if group.vote is None and group.status == "moved":
                return {}
            continue
        found[rival] = group
        if rival == "motion":
            break
    return found


def _was_put(group: GroupDraft) -> bool:
    """Whether a group is something that was put forward, and no resolution under a lead-in of its own."""
    if not group.entries or group.status not in ("moved", "decided", "lost"):
        return False
    formal = group.origin in ("lead-in", "inline") and not (group.match is not None and group.match.phrase.section == "proposals")
    return group.status == "moved" or (bool(group.movers) and not formal)


def _amends(text: str, at: int, group: GroupDraft, above: GroupDraft | None, floor: int) -> bool:
    """Whether a group is an amendment: the words in front of it say so, or those of its own sentence."""
    if group.form == "narrative" and _AMENDS.search(group.entries[0].view, 0, TOLD):
        return True
    pieces = above.entries[-1].pieces if above is not None and above.entries else []
    return _AMENDS.search(text, max(floor, at - FRONT, pieces[-1][1] if pieces else 0), at) is not None


def _settle(words: str, found: FoundDivision, rivals: dict[str, GroupDraft]) -> None:
    """Books a division on both groups: votes for the one are votes against the other."""
    if found.winner is None:
        return
    for rival, group in rivals.items():
        other = RIVALS[1 - RIVALS.index(rival)]
        won = rival == found.winner
        names = {
            side: [squeeze(words[low:high]) for low, high in found.names[one]]
            for side, one in (("for", rival), ("against", other))
            if one in found.names
        }
        said = squeeze(words[found.start : found.end])
        group.vote = Vote("carried" if won else "lost", found.counts.get(rival), found.counts.get(other), found.abstain, names, said)
        group.status = "decided" if won else "lost"


def _tells(placed: Placed, low: int, high: int) -> bool:
    """Whether a group is only the sentence that tells the division."""
    at, group = placed
    return (
        group.form == "narrative"
        and low - FRONT < at < high
        and any(low < end <= high + 2 or start <= low < end for start, end in group.entries[0].pieces)
    )


def _settle_by_name(text: str, groups: list[Placed]) -> None:
    """A resolution that only adopts the motion, or the amendment, settles both where nothing has settled them (P12, P20)."""
    for number, (_, group) in enumerate(groups):
        if group.status != "decided" or group.form == "narrative" or len(group.entries) != 1:
            continue
        said = _BY_NAME.match(group.entries[0].view)
        if said is None:
            continue
        rivals = _rivals(text, groups[max(0, number - MOST_BACK) : number], 0)
        if len(rivals) == len(RIVALS) and all(rival.vote is None for rival in rivals.values()):
            for name, rival in rivals.items():
                rival.status = "decided" if name == said["won"].casefold() else "lost"
