"""From bytes to text by a fixed ladder, never by guessing, and back again (faults R21-R31, R44; property P01).

The ladder: a byte order mark; UTF-16 told by its share of NUL bytes; strict UTF-8; UTF-8 with single stray bytes
read as CP1252; CP1252. Any bytes decode, no lone surrogate comes out, and ``encode`` gives the bytes back.
"""

from __future__ import annotations

import codecs
from functools import cache

from minutes_cli.carriers import dataclass, field
from minutes_cli.grammar.late import late

_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
"""Bytes that Python's cp1252 leaves without a letter."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK_OF = {name: mark for mark, name in _MARKS}
_BOM = "-bom"

_STRAY = late("[\udc80-\udcff]")
_SURROGATE = late("[\ud800-\udfff]")
_PROBE = 4096
_NUL_SHARE_MANY = 0.3
_NUL_SHARE_FEW = 0.02


@dataclass(slots=True)
class Decoded:
    """The text of some bytes, and what is needed to get the bytes back."""

    text: str
    encoding: str
    """utf-8, utf-16-le, utf-16-be, utf-32-le, utf-32-be or cp1252; ``-bom`` is added where a byte order mark was removed."""
    repairs: list[int] = field(default_factory=list)
    """Offsets in ``text`` (code points) of characters that stand for one stray byte each, read as CP1252."""
    guessed: bool = False
    """True where neither a byte order mark nor strict UTF-8 settled the encoding."""


def decode(data: bytes) -> Decoded:
    """Decodes any bytes; never raises."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            marked = _decode_marked(data[len(mark) :], name)
            if marked is not None:
                return marked
    wide_name = _wide_without_mark(data)
    if wide_name:
        wide = _decode_utf16(data, wide_name)
        if wide is not None:
            wide.guessed = True
            return wide
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "surrogateescape")
    if _has_valid_letters(text):
        return _repair(text, "utf-8")
    return Decoded(decode_cp1252(data), "cp1252", guessed=True)


@cache
def _letters() -> str:
    """The letters of all 256 bytes: the undefined ones stand for the C1 controls of the same number."""
    return "".join(chr(byte) if byte in _UNDEFINED else bytes([byte]).decode("cp1252") for byte in range(256))


@cache
def _bytes() -> dict[int, int]:
    """The byte of each letter."""
    return {ord(letter): byte for byte, letter in enumerate(_letters())}


def decode_cp1252(data: bytes) -> str:
    """Decodes every byte as one CP1252 letter; the five undefined ones as C1 controls."""
    return codecs.charmap_decode(data, "strict", _letters())[0]


def encode(decoded: Decoded) -> bytes:
    """The bytes that ``decode`` was given."""
    plain = decoded.encoding.removesuffix(_BOM)
    mark = _MARK_OF[plain] if decoded.encoding.endswith(_BOM) else b""
    if plain == "cp1252":
        return codecs.charmap_encode(decoded.text, "strict", _bytes())[0]
    pieces = [mark]
    last = 0
    for offset in decoded.repairs:
        pieces.append(decoded.text[last:offset].encode(plain))
        pieces.append(bytes([_bytes()[ord(decoded.text[offset])]]))
        last = offset + 1
    pieces.append(decoded.text[last:].encode(plain))
    return b"".join(pieces)


def _decode_marked(body: bytes, name: str) -> Decoded | None:
    """Decodes what follows a byte order mark; None where the bytes plainly are something else."""
    if name.startswith("utf-32"):
        try:
            return Decoded(body.decode(name), name + _BOM)
        except UnicodeDecodeError:
            return None
    if name == "utf-8":
        found = _repair(body.decode("utf-8", "surrogateescape"), "utf-8")
    else:
        wide = _decode_utf16(body, name)
        if wide is None:
            return None
        found = wide
    found.encoding += _BOM
    return found


def _decode_utf16(body: bytes, name: str) -> Decoded | None:
    """Decodes UTF-16; an odd last byte and lone surrogates are repaired byte by byte, too many of them mean another encoding."""
    even = len(body) & ~1
    text = body[:even].decode(name, "surrogatepass")
    repairs: list[int] = []
    lone = [match.start() for match in _SURROGATE.finditer(text)]
    if len(lone) > 16 and len(lone) * 20 > len(text):
        return None
    pieces: list[str] = []
    last = 0
    for offset in lone:
        pieces.append(text[last:offset])
        raw = text[offset].encode(name, "surrogatepass")
        start = offset + len(repairs) // 2
        repairs += [start, start + 1]
        pieces.append(decode_cp1252(raw))
        last = offset + 1
    pieces.append(text[last:])
    if even < len(body):
        repairs.append(len(text) + len(lone))
        pieces.append(decode_cp1252(body[even:]))
    return Decoded("".join(pieces), name, repairs)


def _wide_without_mark(data: bytes) -> str | None:
    """Tells UTF-16 without a byte order mark by where its NUL bytes stand in the first 4 KB (R23)."""
    probe = data[: _PROBE if len(data) >= _PROBE else len(data) & ~1]
    half = len(probe) // 2
    if half < 4 or b"\0" not in probe:
        return None
    first = probe[0::2].count(0) / half
    second = probe[1::2].count(0) / half
    if second >= _NUL_SHARE_MANY and first <= _NUL_SHARE_FEW:
        return "utf-16-le"
    if first >= _NUL_SHARE_MANY and second <= _NUL_SHARE_FEW:
        return "utf-16-be"
    return None


def _has_valid_letters(text: str) -> bool:
    """True where a text decoded with surrogateescape holds a multi-byte letter that was valid UTF-8."""
    stray = len(_STRAY.findall(text))
    return not text.isascii() and len(text) - stray > len(text.encode("ascii", "ignore"))


def _repair(text: str, encoding: str) -> Decoded:
    """Turns the stray bytes that surrogateescape left into their CP1252 letters, and lists where they stand."""
    repairs = [match.start() for match in _STRAY.finditer(text)]
    letters = {0xDC00 + byte: _letters()[byte] for byte in range(128, 256)}
    return Decoded(text.translate(letters), encoding, repairs)
