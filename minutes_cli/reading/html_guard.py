"""What is looked at in an HTML file before it is parsed: its letters, its depth, and whether it was cut (faults R53-R59)."""

from __future__ import annotations

import re
from collections import Counter

from minutes_cli.errors import InputError
from minutes_cli.model import Notice
from minutes_cli.reading.characters import line_of
from minutes_cli.reading.decoding import Decoded
from minutes_cli.reading.text import encoding_notices

DEPTH_LIMIT = 10_000
"""Elements open at once."""
_REBUILT_LIMIT = 3_000_000
_LONGEST_TAG = 4096

_CHARSET = re.compile(r"<meta\b[^<>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{1,40})", re.I)
# Only these may be taken from a file's own word; each reads one byte as one letter, so that nothing can go astray.
_TRUSTED = re.compile(r"(?:iso-?8859-?\d{1,2}|windows-125\d|cp125\d|macintosh|mac-?roman)$", re.I)
_LATIN = re.compile(r"(?:iso-?8859-?1|us-ascii|windows-1252|cp1252)$", re.I)
# Inside a tag "<" is no tag: browsers read on to the next ">".
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30}+)[^>]*+")
_NEVER_OPEN, _FLAT, _FORMATS, _NESTS = range(4)
_KINDS = dict.fromkeys(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"], _NEVER_OPEN
)
# The end tags of these may be left out: the next of their kind closes them, so that they do not nest by themselves.
_KINDS |= dict.fromkeys(
    ["p", "li", "dd", "dt", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "optgroup", "body", "html", "head"], _FLAT
)
_KINDS |= dict.fromkeys(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], _FORMATS)
_START = re.compile(r"<([a-zA-Z][^\s/>]{0,40}+)[^>]{0,4096}+>")
_ENTITY = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,7})|([0-9]{1,8}))(?:;|\b)", re.A)


def decoded_html(decoded: Decoded, data: bytes) -> tuple[Decoded, list[Notice]]:
    """The letters of the file: by the ladder, and by the file's own word only where the ladder had to guess (R59)."""
    declared = _CHARSET.search(decoded.text[:4096])
    name = declared.group(1).lower() if declared else ""
    unsure = decoded.encoding == "cp1252" or decoded.repairs
    if unsure and _TRUSTED.match(name) and not _LATIN.match(name):
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            pass
        else:
            return Decoded(text, name), [Notice("encoding", f"is not UTF-8; read as {name}, which it says it is")]
    notices = encoding_notices(decoded)
    if decoded.encoding == "utf-8" and not unsure and name not in ("", "utf-8", "utf8") and not decoded.text.isascii():
        notices.append(Notice("encoding", f"says it is {name} but is UTF-8; read as UTF-8"))
    return decoded, notices


def guarded(text: str, name: str) -> tuple[str, list[Notice]]:
    """The text made safe to parse, with what was found wrong with it.

    Raises InputError [depth] for elements nested deeper than 10 000.
    """
    _check_depth(text, name)
    notices = []
    last = text.rfind(">") + 1
    if len(text) > _LONGEST_TAG and max(map(len, text.split(">"))) > _LONGEST_TAG:
        # Only up to the last ">": where none follows, each look for one would go to the end.
        text = _without_long_tags(text[:last]) + text[last:]
        last = text.rfind(">") + 1
    cut = text.find("<", last)
    if cut >= 0 and not text.startswith("<!--", cut) and text[cut + 1 : cut + 2].strip():
        notices.append(Notice("unclosed", "ends inside a tag; the rest is read as text", line_of(text, cut)))
        text = text[:last] + text[last:].replace("<", "&lt;")
    notices += _unclosed(text)
    odd = sum(1 for match in _ENTITY.finditer(text) if _is_odd(int(match.group(1), 16) if match.group(1) else int(match.group(2))))
    if odd:
        notices.append(Notice("entity", f"{odd} character references to control characters or to none; read as browsers read them"))
    return text, notices


def _is_odd(code: int) -> bool:
    return code < 9 or 10 < code < 13 or 13 < code < 32 or 127 <= code < 160 or 0xD800 <= code < 0xE000 or code > 0x10FFFF


def _is_shallow(tags: Counter[tuple[str, str]]) -> bool:
    """True where there are too few elements for any limit, whatever their order; counting takes less time than following them."""
    opened = [0, 0, 0, 0]
    for (closing, tag), number in tags.items():
        if not closing:
            opened[_KINDS.get(tag.lower(), _NESTS)] += number
    return opened[_FORMATS] + opened[_NESTS] <= DEPTH_LIMIT and opened[_FORMATS] * (opened[_FLAT] + opened[_NESTS]) <= _REBUILT_LIMIT


def _check_depth(text: str, name: str) -> None:
    found = _TAG.findall(text)
    if _is_shallow(Counter(found)):
        return
    depth = formatting = rebuilt = 0
    kinds = _KINDS
    for closing, tag in found:
        kind = kinds.get(tag)
        if kind is None:
            kind = kinds.get(tag.lower(), _NESTS)
        if kind == _FLAT:
            rebuilt += 0 if closing else formatting
        elif closing:
            depth -= depth > 0
            formatting -= kind == _FORMATS and formatting > 0
        elif kind != _NEVER_OPEN:
            depth += 1
            # Browsers open every unclosed bold, font or link again inside each new element: text that grows as a square.
            if kind == _FORMATS:
                formatting += 1
            else:
                rebuilt += formatting
            if depth > DEPTH_LIMIT:
                break
    if depth > DEPTH_LIMIT or rebuilt > _REBUILT_LIMIT:
        raise InputError(name, f"has elements nested deeper than {DEPTH_LIMIT}; repair it or save it as text", "depth")


def _without_long_tags(text: str) -> str:
    """Leaves out the attributes of tags over 4 KB: pictures inside the page, and junk that would take the square of its length."""

    def short(match: re.Match[str]) -> str:
        return match.group() if len(match.group()) <= _LONGEST_TAG else f"<{match.group(1)}>"

    return _START.sub(short, text)


def _unclosed(text: str) -> list[Notice]:
    lowered = text.lower()
    for opening, closing, told in (
        ("<!--", "-->", "a comment"),
        ("<script", "</script", "a script"),
        ("<style", "</style", "a style sheet"),
    ):
        at = lowered.find(opening, lowered.rfind(closing) + 1)
        if at >= 0:
            return [Notice("unclosed", f"{told} is never closed; {len(text) - at} characters to the end left out", line_of(text, at))]
    at = max(text.rfind('="'), text.rfind("='"))
    if at >= 0 and text.find(text[at + 1], at + 2) < 0:
        return [Notice("unclosed", "a quotation mark in a tag is never closed; what follows may be left out", line_of(text, at))]
    return []
