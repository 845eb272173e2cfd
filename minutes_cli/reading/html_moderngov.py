"""Hints from the classes that pages of meeting systems carry: item numbers, titles, sides, documents, links (phenomena section 3).

Most are ModernGov's; eScribe pages name their item numbers and titles too.
"""

from __future__ import annotations

import re

from minutes_cli.reading.building import OpenHint, TextBuilder

_SIDES = (
    (re.compile(r"\W{0,5}(?:decisions?|penderfyniad(?:au)?)\b", re.I), "decision"),
    (re.compile(r"\W{0,5}(?:minutes?|cofnod(?:ion)?)\b", re.I), "minutes"),
)
_ROLES = {
    "mgActionList": ("actions", None),
    "mgBulletList": ("furniture", "documents"),
    "mgWordPara": ("paragraph", None),
    "AgendaItemCounter": ("item-number", None),
    "AgendaItemTitle": ("item-title", None),
}
NUMBER_CELL = "mgItemNumberCell"
TITLE = "mgAiTitleTxt"
SUB_TITLE = "mgSubItemTitleTxt"
ITEM_TABLE = "mgItemTable"


def side_of(sub_title: str) -> str | None:
    """The side that a sub-title such as ``Decision:`` opens; None for any other, such as that over the documents."""
    return next((side for pattern, side in _SIDES if pattern.match(sub_title)), None)


class Sides:
    """Which side of an item is being read, as one hint over all that stands on it."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._open: OpenHint | None = None

    def begin(self, side: str | None) -> None:
        """Ends the side before and begins another; None for neither."""
        if self._open is not None:
            self._builder.close_hint(self._open)
            self._open = None
        if side is not None:
            self._open = self._builder.open_hint("side", side)


def role_of(classes: list[str], tag: str, in_number_cell: bool) -> tuple[str, str | None] | None:
    """The hint that an element's classes call for; None for none."""
    if NUMBER_CELL in classes:
        return "item-number", None
    if TITLE in classes:
        return None if in_number_cell else ("item-title", None)
    if SUB_TITLE in classes:
        return "heading", "4"
    for name in classes:
        if name in _ROLES:
            return _ROLES[name]
    return None
