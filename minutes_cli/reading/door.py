"""The door to all readers: opens, tells the kind by the content, and lets the reader of that kind do the rest.

Readers are imported only when a file of their kind comes, so that plain text starts fast.
"""

from __future__ import annotations

import hashlib

from minutes_cli.errors import InputError
from minutes_cli.model import Notice, Source
from minutes_cli.reading import kinds
from minutes_cli.reading.characters import character_notices, is_text
from minutes_cli.reading.decoding import Decoded, decode
from minutes_cli.reading.extract import Extract
from minutes_cli.reading.opening import read_file

TEXT_LIMIT = 32_000_000
"""Bytes of the largest text, Markdown, HTML or XML file."""
DOCUMENT_LIMIT = 64_000_000
"""Bytes of the largest Word, PDF or web archive file."""

CHANGES = ("final", "original")
"""Which side of tracked changes a Word file is read as."""


def read(path: str, *, changes: str = "final", limit: int | None = None) -> Source:
    """Reads a file, standard input (``-``) or a pipe such as ``/dev/fd/63``.

    ``changes`` is the side of Word's tracked changes: final or original. ``limit`` is in bytes and replaces both limits.
    Raises InputError, whose ``code`` says why: missing, permission, not-a-file, too-big, empty, not-text and those of the readers.
    """
    return read_bytes(read_file(path, DOCUMENT_LIMIT if limit is None else limit), path, changes=changes, limit=limit)


def read_bytes(data: bytes, name: str, *, changes: str = "final", limit: int | None = None) -> Source:
    """Reads a file's bytes; ``name`` is shown in messages, and only tells Markdown from plain text."""
    if changes not in CHANGES:
        raise ValueError(f"changes is {changes!r}, not one of {', '.join(CHANGES)}")
    if not data:
        raise InputError(name, "is empty; nothing to read", "empty")
    kind = kinds.kind_of_bytes(data)
    extract = _read_binary(kind, data, name, changes) if kind else _read_decoded(data, name, TEXT_LIMIT if limit is None else limit)
    told = kinds.disagreement(name, extract.format)
    if told:
        extract.notices.insert(0, Notice("kind", told))
    extract.notices += character_notices(extract.text)
    return Source(
        path=name,
        format=kinds.HTML if extract.format == kinds.MHTML else extract.format,
        text=extract.text,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=extract.encoding,
        repairs=extract.repairs,
        hints=sorted(extract.hints, key=lambda hint: hint.span),
        notices=extract.notices,
        page_starts=extract.page_starts,
        skipped={reason: number for reason, number in sorted(extract.skipped.items()) if number},
        origin=extract.origin,
    )


def prepare(data: bytes) -> None:
    """Starts what reading such a file will need, without waiting: a caller does it before what else takes long, such as its imports."""
    if kinds.kind_of_bytes(data) == kinds.PDF:
        from minutes_cli.reading.pdf_apart import prepare_pdf

        prepare_pdf()


def _read_binary(kind: str, data: bytes, name: str, changes: str) -> Extract:
    if kind == kinds.PDF:
        from minutes_cli.reading.pdf_apart import read_pdf_apart

        return read_pdf_apart(data, name)
    if kind == kinds.DOCX:
        from minutes_cli.reading.docx import read_docx

        return read_docx(data, name, changes)
    if kind == kinds.RTF:
        raise InputError(name, "is a rich-text (RTF) file; open it in a word processor and save it as .docx", "rtf")
    # An encrypted .docx is an old-style container whose directory names this stream, in UTF-16.
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InputError(name, "is encrypted; open it with its password and save it without one", "encrypted")
    raise InputError(name, "is an old Word file (.doc); open it in a word processor and save it as .docx", "old-word")


def _read_decoded(data: bytes, name: str, limit: int) -> Extract:
    if len(data) > limit:
        raise InputError(name, f"is larger than {limit // 1_000_000} MB; split it or raise the limit", "too-big")
    decoded = decode(data)
    if not decoded.text or decoded.text.isspace():
        raise InputError(name, "holds nothing but blanks; nothing to read", "empty")
    binary = kinds.binary_name(data)
    if binary or not is_text(decoded.text):
        raise InputError(name, f"is {binary or 'not text'}; give text, HTML, Word, PDF or ModernGov XML", "not-text")
    return _read_kind(kinds.kind_of_text(decoded.text, name), decoded, data, name)


def _read_kind(kind: str, decoded: Decoded, data: bytes, name: str) -> Extract:
    if kind == kinds.HTML:
        from minutes_cli.reading.html import read_html

        return read_html(decoded, data, name)
    if kind == kinds.MHTML:
        from minutes_cli.reading.mhtml import read_mhtml

        return read_mhtml(data, name)
    if kind == kinds.MODGOV_XML:
        from minutes_cli.reading.modgov_xml import read_modgov_xml

        return read_modgov_xml(decoded, data, name)
    if kind == kinds.MARKDOWN:
        from minutes_cli.reading.markdown import read_markdown

        return read_markdown(decoded)
    from minutes_cli.reading.text import read_text

    return read_text(decoded)
