"""Labels that a style sheet writes before list items: counters and fixed signs, as Google Docs and some word processors save them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from minutes_cli.reading.html_lists import OpenList, counted

_LONGEST = 200
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
_BEFORE = re.compile(
    r"(?:(?:ol|ul)?(?:\.(?P<list>[\w-]{1,100}))?(?:\.start)?\s{0,9}[\s>]\s{0,9})?li(?:\.(?P<item>[\w-]{1,100}))?(?P<before>::?(?:before|marker))?$",
    re.I,
)
_CONTENT = re.compile(r"(?:^|[;\s])content\s{0,9}:\s{0,9}([^;]{1,1000})", re.I)
_INCREMENT = re.compile(r"counter-increment\s{0,9}:\s{0,9}([\w-]{1,100})", re.I)
_PART = re.compile(
    r"\"(?P<double>[^\"]{0,100})\"|'(?P<single>[^']{0,100})'"
    r"|counter\(\s{0,9}(?P<one>[\w-]{1,100})\s{0,9}(?:,\s{0,9}(?P<style>[\w-]{1,40})\s{0,9})?\)"
    r"|counters\(\s{0,9}(?P<all>[\w-]{1,100})\s{0,9},\s{0,9}[\"'](?P<gap>[^\"']{0,20})[\"']\s{0,9}(?:,\s{0,9}(?P<styles>[\w-]{1,40})\s{0,9})?\)",
    re.I,
)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.I)

_Key = tuple[str, str]
_Maker = Callable[["Counters", Sequence[OpenList]], str]


class Counters:
    """The rules of a page's sheets, and how far each counter has come."""

    def __init__(self) -> None:
        self._contents: dict[_Key, list[_Maker]] = {}
        self._increments: dict[_Key, str] = {}
        self._at: dict[str, int] = {}

    def read(self, sheet: str) -> None:
        """Takes the rules of one sheet; selectors other than of list items, alone or in lists of a class, are not read."""
        for match in _RULE.finditer(sheet):
            content, increment = _CONTENT.search(match.group(2)), _INCREMENT.search(match.group(2))
            if content is None and increment is None:
                continue
            for selector in match.group(1).split(","):
                found = _BEFORE.match(selector.strip())
                if found is None:
                    continue
                key = (found.group("list") or "", found.group("item") or "")
                if increment:
                    self._increments[key] = increment.group(1)
                if content and found.group("before"):
                    self._contents[key] = _makers(content.group(1))

    def label(self, lists: Sequence[OpenList], attributes: Mapping[str, str | None]) -> str | None:
        """The label of the item that the innermost list has just counted; None where no rule writes one."""
        if not self._contents:
            return None
        listed = lists[-1]
        items = (attributes.get("class") or "").split()
        keys = [(name, item) for name in [*listed.classes, ""] for item in [*items, ""]]
        name = next((self._increments[key] for key in keys if key in self._increments), "")
        listed.counter = name
        self._at[name] = listed.number - listed.step
        makers = next((self._contents[key] for key in keys if key in self._contents), [])
        label = "".join(make(self, lists) for make in makers).strip()
        return label if label and label.isprintable() and len(label) <= _LONGEST else None

    def one(self, name: str, style: str) -> str:
        """How far one counter has come."""
        return counted(style, self._at.get(name, 0))

    @staticmethod
    def nested(lists: Sequence[OpenList], name: str, gap: str, style: str) -> str:
        """How far a counter has come in each of the lists that stand inside one another."""
        return gap.join(counted(style, listed.number - listed.step) for listed in lists if listed.counter == name)


def _makers(content: str) -> list[_Maker]:
    makers: list[_Maker] = []
    for part in _PART.finditer(content):
        told = part.groupdict()
        if told["one"]:
            makers.append(lambda counters, lists, told=told: counters.one(told["one"], told["style"] or "decimal"))  # type: ignore[misc]
        elif told["all"]:
            makers.append(
                lambda counters, lists, told=told: counters.nested(lists, told["all"], told["gap"], told["styles"] or "decimal")  # type: ignore[misc]
            )
        else:
            sign = _ESCAPE.sub(_letter, told["double"] or told["single"] or "")
            makers.append(lambda counters, lists, sign=sign: sign)  # type: ignore[misc]
    return makers


def _letter(escape: re.Match[str]) -> str:
    code = int(escape.group(1), 16)
    return chr(code) if 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
