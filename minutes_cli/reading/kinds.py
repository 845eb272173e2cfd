"""What a file is, told by its content and never by its name (fault R80)."""

from __future__ import annotations

import re

from minutes_cli.grammar.late import late

TEXT = "text"
MARKDOWN = "markdown"
HTML = "html"
MHTML = "mhtml"
DOCX = "docx"
PDF = "pdf"
MODGOV_XML = "modgov-xml"
OLD_OFFICE = "old-office"
RTF = "rtf"

_NAMES = {
    "txt": {TEXT, MARKDOWN},
    "text": {TEXT, MARKDOWN},
    "md": {TEXT, MARKDOWN},
    "markdown": {TEXT, MARKDOWN},
    "htm": {HTML},
    "html": {HTML},
    "xhtml": {HTML},
    "aspx": {HTML},
    "mht": {MHTML},
    "mhtml": {MHTML},
    "docx": {DOCX},
    "docm": {DOCX},
    "doc": {OLD_OFFICE},
    "pdf": {PDF},
    "xml": {MODGOV_XML},
}
_SPOKEN = {
    TEXT: "plain text",
    MARKDOWN: "Markdown",
    HTML: "HTML",
    MHTML: "a web archive (MHTML)",
    DOCX: "a Word file",
    PDF: "a PDF",
    MODGOV_XML: "a ModernGov XML reply",
}
_BINARY = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"RIFF", "a sound, video or image file"),
    (b"SQLite format 3\0", "a database"),
)
_PROBE = 200_000

_HTML_ROOT = late(
    r"[\s\ufeff]{0,2000}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200}){0,5}<(?:!doctype\s{1,20}html|html|head|body)\b",
    re.I,
)
_XML_ROOT = late(r"[\s\ufeff]{0,2000}<\?xml\b|[\s\ufeff]{0,2000}<(?:getmeeting|meeting|string|soap:envelope)\b", re.I)
_MODGOV = r"(?i)(?:<|&lt;)(?:[a-z0-9]{1,20}:)?(?:getmeeting|getmeetingresult|agendaitems?|committeetitle|meetingid)\b"
_BLOCK_TAG = late(r"<(/?)(?:p|div|table|tr|td|th|ul|ol|li|h[1-6]|br|span)\b[^<>]{0,500}>", re.I)
_MHTML_HEAD = late(r"\s{0,20}(?:[A-Za-z][A-Za-z-]{1,40}:[^\r\n]{0,1000}(?:\r\n?|\n)(?:[ \t][^\r\n]{0,1000}(?:\r\n?|\n)){0,20}){1,30}")

_FRONT_MATTER = late(r"\s{0,20}---[ \t]{0,9}\r?\n[A-Za-z_][\w-]{0,40}:")
_HEADING = late(r"^#{1,6}[ \t\u00a0]{1,9}\S", re.M)
_ESCAPED_LABEL = late(r"^[ \t>*]{0,8}[0-9A-Za-z]{1,4}\\[.)]", re.M)
_BOLD = late(r"\*\*[^\s*][^*\n]{0,200}\*\*")
_LINK = late(r"\[[^\]\[\n]{1,200}\]\((?:https?:|/|mailto:|#)")
_TABLE_RULE = late(r"^\|?[ \t]{0,9}:?-{3,80}:?[ \t]{0,9}\|[ \t|:-]{0,400}$", re.M)


# Each with characters that it cannot do without, which are found much faster than it is.
_MARKS = (("#", _HEADING), ("\\", _ESCAPED_LABEL), ("**", _BOLD), ("](", _LINK), ("--", _TABLE_RULE))


def kind_of_bytes(data: bytes) -> str | None:
    """The kind of a file that is not text, told by its first bytes; None for what may be text."""
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return DOCX
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLD_OFFICE
    if data.startswith(b"{\\rtf"):
        return RTF
    return None


def binary_name(data: bytes) -> str | None:
    """What a well-known binary file is, in words; None where the first bytes say nothing."""
    for magic, name in _BINARY:
        if data.startswith(magic):
            return name
    return None


def kind_of_text(text: str, name: str) -> str:
    """The kind of a decoded file: text, markdown, html, mhtml or modgov-xml.

    The name counts only between plain text and Markdown, which share their files: ``.md`` is Markdown.
    """
    probe = text[:_PROBE]
    opening = probe.lstrip("\ufeff \t\r\n")[:1]
    if opening == "<":
        if _XML_ROOT.match(probe) and re.search(_MODGOV, probe):
            return MODGOV_XML
        if _HTML_ROOT.match(probe) or _is_mostly_tags(probe):
            return HTML
    elif opening.isalpha() and _is_web_archive(probe):
        return MHTML
    elif _is_mostly_tags(probe):
        return HTML
    if _ending(name) in ("md", "markdown") or _is_markdown(probe):
        return MARKDOWN
    return TEXT


def disagreement(name: str, kind: str) -> str | None:
    """What to tell the user where a file's name promises another kind than its content is; None where they agree."""
    promised = _NAMES.get(_ending(name))
    if promised is None or kind in promised:
        return None
    return f"its name ends in .{_ending(name)} but it is {_SPOKEN[kind]}; read as {_SPOKEN[kind]}"


def _ending(name: str) -> str:
    base = name.replace("\\", "/").rpartition("/")[2]
    return base.rpartition(".")[2].lower() if "." in base else ""


def _is_mostly_tags(probe: str) -> bool:
    """A saved fragment without a root: several block tags, closed ones among them, for the little text that it has."""
    if "<" not in probe:
        return False
    tags = _BLOCK_TAG.findall(probe)
    closed = sum(1 for tag in tags if tag)
    return len(tags) >= 6 and closed >= 2 and len(tags) * 400 > len(probe)


def _is_web_archive(probe: str) -> bool:
    head = _MHTML_HEAD.match(probe)
    if head is None:
        return False
    fields = head.group().lower()
    return "mime-version:" in fields and ("multipart/" in fields or "text/html" in fields)


def _is_markdown(probe: str) -> bool:
    """True where Markdown marks stand well beyond chance; bullets alone are nobody's."""
    if _FRONT_MATTER.match(probe):
        return True
    counts = [len(pattern.findall(probe)) if mark in probe else 0 for mark, pattern in _MARKS]
    return sum(1 for count in counts if count) >= 2 or max(counts[:3]) >= 3
