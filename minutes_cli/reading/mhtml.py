"""Web archives (MHTML, ``.mht``): the page inside them, by the standard library's mail parser; nothing else is opened."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from minutes_cli.errors import InputError
from minutes_cli.reading.decoding import decode
from minutes_cli.reading.extract import Extract


def read_mhtml(data: bytes, name: str) -> Extract:
    """The first HTML part, or the first text part where there is none. Raises InputError [mhtml] for neither."""
    try:
        message = message_from_bytes(data)
        parts = [part for part in message.walk() if not part.is_multipart()]
        page = _first(parts, "text/html") or _first(parts, "application/xhtml+xml")
        body = page.get_payload(decode=True) if page is not None else None
        plain = _first(parts, "text/plain") if body is None else None
        words = plain.get_payload(decode=True) if plain is not None else None
    except (ValueError, LookupError, RecursionError) as problem:
        raise InputError(name, "is a damaged web archive; save the page again as HTML", "mhtml") from problem
    if isinstance(body, bytes):
        from minutes_cli.reading.html import read_html

        extract = read_html(decode(body), body, name)
    elif isinstance(words, bytes):
        from minutes_cli.reading.text import read_text

        extract = read_text(decode(words))
    else:
        raise InputError(name, "is a web archive without a page; save the page again as HTML", "mhtml")
    extract.format = "mhtml"
    return extract


def _first(parts: list[Message], kind: str) -> Message | None:
    return next((part for part in parts if part.get_content_type() == kind), None)
