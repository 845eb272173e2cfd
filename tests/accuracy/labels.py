"""Reads the hand labels of tests/gold into pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.accuracy.page import Gathered, Labelled, Page, plain_label, plain_name, trim

GOLD = Path(__file__).resolve().parents[1] / "gold"
STAND_INS = GOLD / "stand-ins"
"""Made-up pages in the shapes of pages that councils publish, with their labels beside them."""
RIGHT = STAND_INS / "right.txt"
"""Names of the stand-ins on which the program finds exactly what was labelled."""
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


class Mislabelled(Exception):
    """A label file that does not fit its document; the message names the file."""


def label_files(folder: Path = GOLD) -> list[Path]:
    """The label files below `folder`, one a document, in order; pairs and second labellings are not among those of the gold folder."""
    return [
        path
        for path in sorted(folder.glob("*/*.yaml"))
        if path.parent.parent != GOLD or path.parent.name not in ("pairs", "second", "stand-ins")
    ]


def second_files(folder: Path = GOLD / "second") -> list[Path]:
    """The files of the second labelling, with or without folders for the bodies."""
    return sorted(folder.rglob("*.yaml"))


def stand_in_files(folder: Path = STAND_INS) -> list[Path]:
    """The label files of the stand-ins, one a page, in order."""
    return sorted(folder.glob("*/*.yaml"))


def decoded(path: Path) -> str:
    """The document's text as the labels count it: UTF-8, byte order mark left out, line ends untouched."""
    return path.read_bytes().decode("utf-8-sig")


def _spans(record: dict[str, Any]) -> tuple[int, int]:
    pieces: list[list[int]] = record["spans"] if "spans" in record else [record["span"]]
    return pieces[0][0], pieces[-1][1]


def _clauses(records: list[dict[str, Any]], group: int, page: Page) -> Iterator[Labelled]:
    pending: list[tuple[dict[str, Any], int | None]] = [(record, None) for record in reversed(records)]
    count = len(page.clauses)
    while pending:
        record, parent = pending.pop()
        if not isinstance(record.get("label", ""), str):
            raise Mislabelled(f"{page.name}: the label {record['label']} is not quoted, so it is read as a number")
        yield Labelled(trim(page.text, *_spans(record)), plain_label(record.get("label")), record["kind"], group, parent)
        pending += [(child, count) for child in reversed(record.get("clauses", []))]
        count += 1


def _vote(record: dict[str, Any] | None) -> tuple[str | None, int | None, int | None, int | None] | None:
    if record is None:
        return None
    return record.get("outcome"), record.get("for"), record.get("against"), record.get("abstain")


def load_labels(path: Path, corpus: Path = CORPUS) -> Page:
    """The page that a label file describes.

    Raises FileNotFoundError where the document is absent, Mislabelled where its bytes are not those that were labelled.
    """
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    document = corpus / record["file"]
    if hashlib.sha256(document.read_bytes()).hexdigest() != record["sha256"]:
        raise Mislabelled(f"{path.name}: {record['file']} is not the document that was labelled")
    text = decoded(document)
    start, end = record.get("read", (0, len(text)))
    page = Page(record["file"], Path(record["file"]).parent.name, record.get("half", "develop"), (start, end), text)

    def names(spans: list[list[int]] | None) -> frozenset[str]:
        return frozenset(plain_name(text[first:last]) for first, last in spans or [])

    for group in record["groups"] or []:
        index = len(page.groups)
        page.groups.append(
            Gathered(
                group["status"],
                group.get("form") == "narrative",
                names(group.get("moved_by")),
                names(group.get("seconded_by")),
                _vote(group.get("vote")),
            )
        )
        page.clauses.extend(_clauses(group["clauses"], index, page))
    for clause in page.clauses:
        if not start <= clause.span[0] < clause.span[1] <= end:
            raise Mislabelled(f"{path.name}: clause {list(clause.span)} is empty or outside [{start}, {end}]")
    return page
