"""The hand-aligned pairs of ``tests/gold/pairs`` with the wording of the real documents, where these are at hand."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml

from minutes_cli.model import Clause, Link
from tests.alignment.measures import Bead

PAIRS = Path(__file__).parent.parent / "gold" / "pairs"
CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Pair:
    """One pair of lists: the clauses of both sides and the beads that a reader saw."""

    file: str
    name: str
    old: list[Clause] = field(default_factory=list)
    new: list[Clause] = field(default_factory=list)
    beads: list[Bead] = field(default_factory=list)
    doubtful: set[int] = field(default_factory=set)
    """Indexes of beads that a careful reader could also call dropped and added."""
    same: set[int] = field(default_factory=set)
    """Indexes of beads that are word-identical."""
    facts: dict[str, Any] = field(default_factory=dict)
    """part, answer and sibling, as the labels give them."""


def available() -> bool:
    """Whether the real documents are there."""
    return CORPUS.is_dir()


def unreadable() -> list[str]:
    """The files of pairs that cannot be read here, since one side is a PDF and pypdfium2 is not installed."""
    if find_spec("pypdfium2"):
        return []
    labels = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(PAIRS.glob("*.yaml"))}
    return [name for name, label in labels.items() if any(label[side]["file"].endswith(".pdf") for side in ("old", "new"))]


def pairs() -> Iterator[Pair]:
    """All pairs of lists that can be read here, in the order of the files' names."""
    left_out = set(unreadable())
    for path in sorted(PAIRS.glob("*.yaml")):
        if path.stem in left_out:
            continue
        labels = yaml.safe_load(path.read_text("utf-8"))
        for number, item in enumerate(labels["items"]):
            pair = Pair(path.stem, str(item["name"]), facts={key: item[key] for key in ("part", "answer", "sibling") if key in item})
            for side, clauses in (("old", pair.old), ("new", pair.new)):
                document = CORPUS / labels[side]["file"]
                tails = item.get("tails", {}).get(side, {})
                for at, place in enumerate(item[side]):
                    text = words(document, place)
                    if at in tails:
                        text += " " + words(document, tails[at])
                    clauses.append(Clause(id=f"{number}/{at}", kind="recommendation", text=text))
            for at, link in enumerate(item["links"]):
                pair.beads.append((tuple(sorted(link["old"])), tuple(sorted(link["new"]))))
                if link.get("doubtful"):
                    pair.doubtful.add(at)
                if link.get("same"):
                    pair.same.add(at)
            yield pair


def without_doubtful(pair: Pair, links: list[Link]) -> tuple[list[Link], list[Bead]]:
    """The links and beads that a strict count may use: where a careful reader could go either way, both ways are left out."""
    doubtful = [pair.beads[at] for at in pair.doubtful]
    olds = {pair.old[i].id for bead in doubtful for i in bead[0]}
    news = {pair.new[j].id for bead in doubtful for j in bead[1]}
    kept = [link for link in links if not (olds.intersection(s.id for s in link.old) or news.intersection(s.id for s in link.new))]
    return kept, [bead for at, bead in enumerate(pair.beads) if at not in pair.doubtful]


def changed(pair: Pair) -> list[Bead]:
    """The sure beads with both sides that are not word-identical."""
    return [bead for at, bead in enumerate(pair.beads) if all(bead) and at not in pair.doubtful and at not in pair.same]


def two_in_three(pair: Pair) -> list[Bead]:
    """The changed beads, and in the order of the page one identical bead for every two of them: two thirds are changed, or more."""
    identical = [bead for at, bead in enumerate(pair.beads) if all(bead) and at not in pair.doubtful and at in pair.same]
    return changed(pair) + identical[: len(changed(pair)) // 2]


def of_beads(pair: Pair, links: list[Link], beads: list[Bead]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """What was linked of the clauses that stand in some beads, and what these beads link, as pairs of positions."""
    place_old, place_new = ({clause.id: at for at, clause in enumerate(side)} for side in (pair.old, pair.new))
    olds, news = {i for bead in beads for i in bead[0]}, {j for bead in beads for j in bead[1]}
    found = [(place_old[one.id], place_new[two.id]) for link in links for one in link.old for two in link.new]
    return [(i, j) for i, j in found if i in olds or j in news], [(i, j) for bead in beads for i in bead[0] for j in bead[1]]


def words(document: Path, place: Any) -> str:
    """The squeezed words at a place: a span, several, or a page or paragraph with length and digest."""
    if isinstance(place, dict):
        return _by_digest(document, place)
    spans = place if isinstance(place[0], list) else [place]
    text = _decoded(document)
    return " ".join(_squeeze(text[start:end]) for start, end in spans)


@cache
def _decoded(document: Path) -> str:
    return document.read_bytes().decode("utf-8-sig")


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _by_digest(document: Path, place: dict[str, Any]) -> str:
    text = _squeeze(" ".join(_units(document, place)))
    length, digest = place["length"], place["words"]
    for start in range(len(text) - length + 1):
        piece = text[start : start + length]
        if hashlib.sha256(piece.encode()).hexdigest().startswith(digest):
            return piece
    raise ValueError(f"{document.name}: no stretch of {length} characters has digest {digest}")


def _units(document: Path, place: dict[str, Any]) -> list[str]:
    if document.suffix == ".docx":
        return [_paragraphs(document)[place["paragraph"] - 1]]
    numbers = place.get("pages") or [place["page"]]
    texts = [_pages(document)[number - 1].rstrip() for number in numbers]
    # The page number at the foot is furniture where a clause runs over the page end.
    trimmed = [text.rsplit("\n", 1)[0] if text.rsplit("\n", 1)[-1].strip().isdigit() else text for text in texts[:-1]]
    return [*trimmed, texts[-1]]


@cache
def _pages(document: Path) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(document) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


@cache
def _paragraphs(document: Path) -> list[str]:
    with zipfile.ZipFile(document) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return ["".join(part.text or "" for part in paragraph.iter(f"{_WORD}t")) for paragraph in root.iter(f"{_WORD}p")]
