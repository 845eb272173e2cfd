"""Labels that an HTML list only implies: ``<ol type start reversed>``, ``<li value>`` and ``list-style-type``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from minutes_cli.carriers import dataclass
from minutes_cli.reading.ordinals import letters_counting, roman, upper

BULLET = "•"

_TYPES: dict[str, str] = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimal-leading-zero": lambda number: f"{number:02d}",
    "lower-alpha": letters_counting,
    "lower-latin": letters_counting,
    "upper-alpha": upper(letters_counting),
    "upper-latin": upper(letters_counting),
    "lower-roman": roman,
    "upper-roman": upper(roman),
}
_BULLETS = {"disc", "circle", "square"}
_KNOWN = {*_STYLES, *_BULLETS, "none"}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([^;{}]{1,200})", re.I)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
_SELECTOR = re.compile(r"(?P<tag>ol|ul|li)?(?:\.(?P<name>[A-Za-z_][\w-]{0,100}))?$", re.I)
_NUMBER = re.compile(r"\s{0,9}([+-]?[0-9]{1,6})", re.A)


@dataclass(slots=True)
class OpenList:
    """A list that is being read."""

    style: str
    number: int
    step: int
    classes: tuple[str, ...] = ()
    counter: str = ""
    """The counter of a style sheet that its items increment."""


def declared_style(style: str | None) -> str | None:
    """The ``list-style-type`` of a style attribute or rule; None where it names none that is known."""
    if not style or "list-style" not in style.lower():
        return None
    found = None
    for match in _LIST_STYLE.finditer(style):
        for word in match.group(1).lower().replace("!important", "").split():
            if word in _KNOWN:
                found = word
    return found


def sheet_styles(sheet: str) -> dict[tuple[str, str], str]:
    """List styles that a style sheet gives to a tag, a class or both: {(tag, class): style}; other selectors are not read."""
    styles: dict[tuple[str, str], str] = {}
    for match in _RULE.finditer(sheet):
        style = declared_style(match.group(2))
        if style:
            for selector in match.group(1).split(","):
                parts = _SELECTOR.match(selector.strip())
                if parts and parts.group():
                    styles[(parts.group("tag") or "").lower(), parts.group("name") or ""] = style
    return styles


def counted(style: str, number: int) -> str:
    """A number in a list style; in digits where the style is not known."""
    return _STYLES.get(style.lower(), str)(number)


def styled(tag: str, attributes: Mapping[str, str | None], sheet: Mapping[tuple[str, str], str]) -> str | None:
    """The list style of an element by its style attribute, its classes or its tag, in this order."""
    own = declared_style(attributes.get("style"))
    if own or not sheet:
        return own
    for name in (attributes.get("class") or "").split():
        style = sheet.get((tag, name)) or sheet.get(("", name))
        if style:
            return style
    return sheet.get((tag, ""))


def open_list(tag: str, attributes: Mapping[str, str | None], sheet: Mapping[tuple[str, str], str], items: Callable[[], int]) -> OpenList:
    """A list at its start tag; ``items`` counts its items, asked only where they are numbered downwards."""
    style = styled(tag, attributes, sheet) if attributes or sheet else None
    classes = tuple((attributes.get("class") or "").split()) if "class" in attributes else ()
    if tag != "ol":
        return OpenList(style or "disc", 1, 1, classes)
    declared = attributes.get("type") or ""
    style = style or _TYPES.get(declared.strip()) or "decimal"
    backwards = "reversed" in attributes
    start = _NUMBER.match(attributes.get("start") or "")
    number = int(start.group(1)) if start else items() if backwards else 1
    return OpenList(style, number, -1 if backwards else 1, classes)


def item_label(listed: OpenList, attributes: Mapping[str, str | None], sheet: Mapping[tuple[str, str], str]) -> str | None:
    """The label of the next item, which it counts; None where the list shows none."""
    style = listed.style
    if attributes or sheet:
        value = _NUMBER.match(attributes.get("value") or "")
        if value:
            listed.number = int(value.group(1))
        style = styled("li", attributes, sheet) or _TYPES.get((attributes.get("type") or "").strip()) or style
    number = listed.number
    listed.number += listed.step
    if style == "none":
        return None
    return BULLET if style in _BULLETS else _STYLES[style](number) + "."
