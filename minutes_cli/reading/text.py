"""Plain text: the decoded file itself, unchanged, so that spans are true offsets into it."""

from __future__ import annotations

from minutes_cli.model import Notice
from minutes_cli.reading.characters import line_of
from minutes_cli.reading.decoding import Decoded
from minutes_cli.reading.extract import Extract


def read_text(decoded: Decoded) -> Extract:
    """The text as it was decoded; carriage returns, form feeds and all."""
    return Extract("text", decoded.text, decoded.encoding, decoded.repairs, notices=encoding_notices(decoded))


def encoding_notices(decoded: Decoded) -> list[Notice]:
    """What the ladder had to decide or mend: [encoding] and [encoding-repair]."""
    notices = []
    if decoded.guessed:
        notices.append(Notice("encoding", f"is not UTF-8 and has no byte order mark; read as {decoded.encoding}"))
    if decoded.repairs:
        shown = ", ".join(str(offset) for offset in decoded.repairs[:5])
        more = ", …" if len(decoded.repairs) > 5 else ""
        told = f"{len(decoded.repairs)} stray bytes in {decoded.encoding}; each read as its CP1252 letter (offsets {shown}{more})"
        notices.append(Notice("encoding-repair", told, line_of(decoded.text, decoded.repairs[0])))
    return notices
