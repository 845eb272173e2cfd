"""What paragraph styles give to a paragraph: its list, its rank as a heading, its weight (``styles.xml``)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from minutes_cli.carriers import dataclass

_HEADING_NAME = re.compile(r"heading ([1-9])$", re.I | re.A)
_LONGEST_CHAIN = 30


@dataclass(slots=True)
class Style:
    """One style, with what it takes from those that it is based on."""

    number: str | None = None
    level: int | None = None
    heading: str | None = None
    bold: bool = False
    hidden: bool = False


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not turned off."""
    return element is not None and element.get("val", "1") not in ("0", "false", "off", "none")


def read_styles(root: Element | None) -> tuple[dict[str, Style], dict[str, str], str | None]:
    """Styles by id, the list of each numbering style by id, and the id of the default paragraph style."""
    if root is None:
        return {}, {}, None
    entries = {entry.get("styleId") or "": entry for entry in root.findall("style")}
    styles = {key: _style(key, entries) for key in entries}
    lists = {key: styles[key].number or "" for key, entry in entries.items() if entry.get("type") == "numbering"}
    default = next((key for key, entry in entries.items() if entry.get("type") == "paragraph" and is_on_flag(entry.get("default"))), None)
    return styles, lists, default


def is_on_flag(value: str | None) -> bool:
    """Whether an attribute such as ``w:default`` says yes."""
    return value in ("1", "true", "on")


def _style(key: str, entries: dict[str, Element]) -> Style:
    style = Style()
    weight: bool | None = None
    seen: set[str] = set()
    while key in entries and key not in seen and len(seen) < _LONGEST_CHAIN:
        seen.add(key)
        entry = entries[key]
        found = entry.find("pPr/numPr")
        if found is not None:
            number, level = found.find("numId"), found.find("ilvl")
            if style.number is None and number is not None:
                style.number = number.get("val")
            if style.level is None and level is not None:
                style.level = int(level.get("val") or "0") if (level.get("val") or "0").isdigit() else None
        if style.heading is None:
            style.heading = _heading(entry)
        if weight is None and entry.find("rPr/b") is not None:
            weight = is_on(entry.find("rPr/b"))
        style.hidden = style.hidden or is_on(entry.find("rPr/vanish"))
        base = entry.find("basedOn")
        key = (base.get("val") or "") if base is not None else ""
    style.bold = bool(weight)
    return style


def _heading(entry: Element) -> str | None:
    name = entry.find("name")
    spoken = (name.get("val") or "") if name is not None else ""
    match = _HEADING_NAME.match(spoken)
    if match:
        return match.group(1)
    if spoken.lower() == "title":
        return "1"
    outline = entry.find("pPr/outlineLvl")
    value = (outline.get("val") or "") if outline is not None else ""
    return str(int(value) + 1) if value.isdigit() and int(value) < 9 else None
