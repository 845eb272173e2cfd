"""Heads and feet of a Word file's pages, and the remarks in its margin: parts of their own beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from minutes_cli.reading.docx_package import Package
from minutes_cli.reading.docx_styles import is_on


def edges(package: Package, body: Element) -> Iterator[tuple[str, Element]]:
    """(header or footer, its part) for each that is printed, in the order of the sections; those of the same words come once."""
    settings = package.related("settings")
    even = settings is not None and is_on(settings.find("evenAndOddHeaders"))
    seen: set[str] = set()
    for section in body.iter("sectPr"):
        printed = {"default", *(["first"] if is_on(section.find("titlePg")) else []), *(["even"] if even else [])}
        for reference in section:
            kind = reference.tag.removesuffix("Reference")
            if kind not in ("header", "footer") or reference.get("type", "default") not in printed:
                continue
            part = package.linked(reference.get("id") or "", kind)
            if part is None:
                continue
            words = "".join(text.text or "" for text in part.iter("t")).strip()
            # A lone number is what Word counted, not what somebody wrote.
            if any(map(str.isalpha, words)) and words not in seen:
                seen.add(words)
                yield kind, part


def comments(package: Package) -> tuple[int, int]:
    """How many remarks stand in the margin, and how many characters they have."""
    part = package.related("comments")
    return (0, 0) if part is None else (sum(1 for _ in part.iter("comment")), count_letters(part))


def count_letters(element: Element) -> int:
    """Characters of the words in an element, deleted ones too."""
    return sum(len(part.text or "") for part in element.iter() if part.tag in ("t", "delText"))
