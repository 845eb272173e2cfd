"""A Word file's parts: opened with limits on everything that can be made to grow (faults R61-R70)."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from xml.etree.ElementTree import Element

from minutes_cli.errors import InputError
from minutes_cli.reading.xml_tree import parse_xml

UNPACKED_LIMIT = 64_000_000
"""Bytes of all members together, unpacked."""
RATIO_LIMIT = 200
"""Times that a file may grow when it is unpacked, counted from 1 MB."""
MEMBER_LIMIT = 5000

_CONVERT = "open it in a word processor and save it as .docx"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError)


class Package:
    """The members of a Word file. Raises InputError with the code that says what is wrong with it."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._from_document: list[tuple[str, str, str]] | None = None
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _DAMAGED:
            raise InputError(name, f"is a damaged or cut Word file; {_CONVERT}", "zip") from None
        if len(members) > MEMBER_LIMIT:
            raise InputError(name, f"has more than {MEMBER_LIMIT} members; no Word file has", "too-many")
        self._names = {member.filename for member in members}
        if len(self._names) < len(members):
            raise InputError(name, "has two members of one name; which one counts is not said", "zip-duplicate")
        unpacked = sum(member.file_size for member in members)
        if unpacked > UNPACKED_LIMIT or (unpacked > 1_000_000 and unpacked > RATIO_LIMIT * len(data)):
            raise InputError(name, f"unpacks to {unpacked // 1_000_000} MB; split it or save it without pictures", "too-big")
        if any(member.flag_bits & 1 for member in members):
            raise InputError(name, "is encrypted; open it with its password and save it without one", "encrypted")
        self.main = self._main_part()

    def related(self, kind: str) -> Element | None:
        """The part that the document names for ``kind``, such as numbering or styles; None where there is none."""
        return self._part(next((target for _, link, target in self._document_links() if link == kind), ""))

    def linked(self, key: str, kind: str) -> Element | None:
        """The part of that kind which the document names by a link of its own, such as a header; None where there is none."""
        return self._part(next((target for name, link, target in self._document_links() if (name, link) == (key, kind)), ""))

    def _document_links(self) -> list[tuple[str, str, str]]:
        if self._from_document is None:
            folder, _, base = self.main.rpartition("/")
            self._from_document = self._links(f"{folder}/_rels/{base}.rels")
        return self._from_document

    def _part(self, target: str) -> Element | None:
        folder = self.main.rpartition("/")[0]
        path = posixpath.normpath(posixpath.join(folder, target)) if target and not target.startswith("/") else target.lstrip("/")
        return self.xml(path) if path in self._names else None

    def document(self) -> Element:
        """The main part."""
        return self.xml(self.main)

    def xml(self, path: str) -> Element:
        """One part as a tree of elements named without their namespaces."""
        try:
            data = self._zip.read(path)
        except _DAMAGED:
            raise InputError(self._name, f"is a damaged or cut Word file; {_CONVERT}", "zip") from None
        return parse_xml(data, self._name, "docx", _CONVERT)

    def _main_part(self) -> str:
        if "mimetype" in self._names and "content.xml" in self._names:
            raise InputError(self._name, f"is an OpenDocument file (.odt); {_CONVERT}", "odt")
        target = next((target for _, kind, target in self._links("_rels/.rels") if kind == "officeDocument"), "") or "word/document.xml"
        target = target.lstrip("/")
        if target.startswith(("xl/", "ppt/")) or any(name.startswith(("xl/", "ppt/")) for name in self._names):
            raise InputError(self._name, "is a spreadsheet or slides; give text, HTML, Word, PDF or ModernGov XML", "not-text")
        if target not in self._names:
            if "[Content_Types].xml" in self._names:
                raise InputError(self._name, f"is a Word file without a document part; {_CONVERT}", "docx")
            raise InputError(self._name, "is a ZIP archive; unpack it and give the files inside", "not-text")
        return target

    def _links(self, path: str) -> list[tuple[str, str, str]]:
        """(name, kind, target) of the parts that another names."""
        if path not in self._names:
            return []
        return [
            (link.get("Id") or "", (link.get("Type") or "").rpartition("/")[2], link.get("Target") or "")
            for link in self.xml(path)
            if link.get("TargetMode") != "External"
        ]
