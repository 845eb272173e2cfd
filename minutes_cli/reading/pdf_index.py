"""Whether a PDF's index of its objects is whole (fault R76; ISO 32000-1, 7.5.4 to 7.5.8).

PDFium rebuilds a broken index by searching the file for objects and does not tell; what was cut off, or stands in objects that it did not
find, is then missing. So the index is looked at here first, in the same places where PDFium looks, by a few bounded reads of the bytes.
"""

from __future__ import annotations

import re

_HEADER = b"%PDF"
_HEADER_WITHIN = 1024
_END_WITHIN = 4096 + len(b"startxref")
_DICTIONARY = 65_536
_SECTIONS = 1000
_ENTRY = 20

_START = re.compile(rb"startxref[\s\x00]{1,40}(\d{1,12})(?!\d)")
_OBJECT = re.compile(rb"[\s\x00]{0,40}(\d{1,10})[\s\x00]{1,40}\d{1,10}[\s\x00]{1,40}obj(?![A-Za-z])")
_ANY_OBJECT = re.compile(rb"(?<!\d)\d{1,10}[\s\x00]{1,9}\d{1,10}[\s\x00]{1,9}obj(?![A-Za-z])")
_TABLE = re.compile(rb"[\s\x00]{0,40}xref(?![A-Za-z])")
_PART = re.compile(rb"[\s\x00]{0,40}(\d{1,10})[\s\x00]{1,40}(\d{1,10})[\s\x00]{1,40}")
_TRAILER = re.compile(rb"[\s\x00]{0,40}trailer(?![A-Za-z])")
_NUMBER = re.compile(rb"[\s\x00]{0,40}(\d{1,10})(?!\d)")
# A number that goes on as a reference (12 0 R) is none.
_BEFORE = re.compile(rb"/(Prev|XRefStm)[\s\x00]{0,40}(\d{1,12}+)(?![\s\x00]{1,9}\d{1,9}[\s\x00]{1,9}R)")


def is_whole(data: bytes) -> bool:
    """True where the index is found from the file's end and every section of it stands where it is said to stand.

    Takes old revisions, linearized and hybrid files, and junk before the header (offsets count from ``%PDF``).
    """
    begin = data[: _HEADER_WITHIN + len(_HEADER)].find(_HEADER)
    if begin < 0:
        return False
    end = max(begin, len(data) - _END_WITHIN)
    # PDFium does not see one that stands in the very last bytes, without a mark of the end behind it, and takes one before it.
    last = data.rfind(b"startxref", end, max(0, len(data) - len(b"startxref") + 1))
    found = _START.match(data, last) if last >= 0 else None
    # Objects behind the end of one revision belong to another, whose own end was cut off.
    if found is None or _ANY_OBJECT.search(data, found.end()) or data.find(b"startxref", found.end()) >= 0:
        return False
    waiting = [begin + int(found.group(1))]
    seen: set[int] = set()
    while waiting:
        place = waiting.pop()
        if place <= begin or place in seen or len(seen) > _SECTIONS:
            return False
        seen.add(place)
        more = _section(data, place, begin)
        if more is None:
            return False
        waiting += [begin + offset for offset in more if offset]
    return True


def _section(data: bytes, place: int, begin: int) -> list[int] | None:
    """Offsets of the sections that the one at ``place`` goes on to; None where there is none at that place."""
    table = _TABLE.match(data, place)
    dictionary = _after_table(data, table.end(), begin) if table else _after_object(data, place)
    if dictionary is None:
        return None
    return [int(match.group(2)) for match in _BEFORE.finditer(dictionary)]


def _after_object(data: bytes, place: int) -> bytes | None:
    """The dictionary of a cross-reference stream."""
    head = _OBJECT.match(data, place)
    if head is None:
        return None
    stop = data.find(b"stream", head.end(), head.end() + _DICTIONARY)
    dictionary = data[head.end() : stop if stop >= 0 else head.end() + _DICTIONARY]
    return dictionary if stop < 0 or b"/XRef" in dictionary else None


def _after_table(data: bytes, place: int, begin: int) -> bytes | None:
    """The trailer behind a table, the first entry of which leads to its object."""
    checked = False
    while part := _PART.match(data, place):
        first, count = int(part.group(1)), int(part.group(2))
        place = part.end() + _ENTRY * count
        if place > len(data):
            return None
        for number in range(count if not checked else 0):
            entry = part.end() + _ENTRY * number
            offset = data[entry : entry + 10]
            if not offset.isdigit():
                return None
            if data[entry + 17 : entry + 18] == b"n" and int(offset):
                named = _NUMBER.match(data, begin + int(offset))
                if named is None or int(named.group(1)) != first + number:
                    return None
                checked = True
                break
    trailer = _TRAILER.match(data, place)
    if trailer is None:
        return None
    stop = data.find(b"startxref", trailer.end(), trailer.end() + _DICTIONARY)
    return data[trailer.end() : stop if stop >= 0 else trailer.end() + _DICTIONARY]
