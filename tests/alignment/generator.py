"""Histories of lists with every operation known: what became of each clause from one meeting to the next.

Gold comes from the operations alone. Every clause stands in exactly one bead; what was dropped or added has a bead with one empty side.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random

from minutes_cli.model import Clause, Group, Item, Meeting, Minutes, SourceFacts
from tests.alignment.wording import Wording, cut, join


@dataclass
class Grade:
    """How hard a history is."""

    variety: int
    """Different content words."""
    boilerplate: float = 0.0
    """Share of clauses of repeated wording."""
    edit: float = 0.2
    """Largest share of words that a rewording touches."""
    reword: float = 0.2
    split: float = 0.04
    merge: float = 0.04
    drop: float = 0.05
    add: float = 0.05
    move: float = 0.04
    swap: float = 0.01
    edited_beads: bool = False
    family: float = 0.0
    """Share of clauses that differ from their like in a sum and a place only."""


GRADES = {
    "easy": Grade(variety=150),
    "hard": Grade(variety=60, boilerplate=0.2, edit=0.6, reword=0.3, edited_beads=True),
    "adversarial": Grade(variety=30, boilerplate=0.1, edit=0.3, reword=0.3, edited_beads=True, swap=0.04, family=0.4),
}


@dataclass
class Step:
    """One meeting to the next: beads of positions, and what the operations were."""

    beads: list[tuple[tuple[int, ...], tuple[int, ...]]]
    moved: set[int] = field(default_factory=set)
    """Indexes of the beads that were moved or swapped."""


@dataclass
class History:
    """Lists of one matter at several meetings."""

    meetings: list[list[Clause]]
    steps: list[Step]


@dataclass
class _Unit:
    """A new clause while its meeting is being made."""

    text: str
    bead: int


def history(seed: int, grade: Grade, size: int, meetings: int = 2) -> History:
    """A history of ``size`` clauses at first; the same arguments give the same history."""
    rng = Random(f"{seed}/{size}/{meetings}")
    wording = Wording(rng, grade.variety)
    seen: set[str] = set()
    texts = [_fresh(rng, wording, grade, seen) for _ in range(size)]
    lists = [clauses(texts, 0)]
    steps: list[Step] = []
    for at in range(1, meetings):
        texts, step = _evolve(rng, wording, grade, texts)
        steps.append(step)
        lists.append(clauses(texts, at))
    return History(lists, steps)


def _fresh(rng: Random, wording: Wording, grade: Grade, seen: set[str]) -> str:
    chance = rng.random()
    if chance < grade.boilerplate:
        return wording.boilerplate()
    while True:
        if chance < grade.boilerplate + grade.family:
            text = f"That £{rng.randint(2, 99)}00 be granted to the {rng.choice(wording.things)} fund of {_place(rng)} ward for upkeep."
        else:
            text = wording.clause(rng.randint(1, 4))
        if text not in seen:
            seen.add(text)
            return text


def _place(rng: Random) -> str:
    return rng.choice(("North", "South", "East", "West", "Upper", "Lower")) + " " + rng.choice(("Tidewell", "Netherby", "Holm", "Marling"))


def clauses(texts: list[str], meeting: int) -> list[Clause]:
    """Recommendations labelled ``1.``, ``2.`` and so on."""
    return [Clause(id=f"{meeting}/{at + 1}", label=f"{at + 1}.", kind="recommendation", text=text) for at, text in enumerate(texts)]


def as_minutes(clauses: list[Clause], meeting: int) -> Minutes:
    """A document that holds one list of recommendations; meetings are a month apart."""
    group = Group(id=f"{meeting}", kind="recommendation", clauses=clauses)
    when = Meeting(body=f"Netherby Panel {meeting}", date=f"2031-{meeting + 1:02}-14")
    return Minutes(source=SourceFacts(f"{meeting}.txt"), meeting=when, items=[Item(id="1", groups=[group])])


def _evolve(rng: Random, wording: Wording, grade: Grade, texts: list[str]) -> tuple[list[str], Step]:
    olds: list[tuple[int, ...]] = []
    units: list[_Unit] = []
    stray: list[_Unit] = []
    moving: set[int] = set()
    seen = set(texts)
    at = 0
    while at < len(texts):
        bead = len(olds)
        chance = rng.random()
        words = len(texts[at].split())
        bounds = [grade.split, grade.merge, grade.drop, grade.add]
        edges = [sum(bounds[: k + 1]) for k in range(4)]
        if chance < edges[0] and words >= 18:
            parts = rng.randint(2, min(4, words // 9))
            olds.append((at,))
            made = [_Unit(_edited(rng, wording, grade, text), bead) for text in cut(texts[at], parts)]
            if rng.random() < 0.2:
                stray.append(made.pop())
                moving.add(bead)
            units += made
        elif chance < edges[1] and at + 1 < len(texts) and all(len(t.split()) >= 9 for t in texts[at : at + 2]):
            count = 2
            while count < 4 and rng.random() < 0.25 and at + count < len(texts) and len(texts[at + count].split()) >= 9:
                count += 1
            olds.append(tuple(range(at, at + count)))
            units.append(_Unit(_edited(rng, wording, grade, join(texts[at : at + count])), bead))
            at += count - 1
        elif chance < edges[2]:
            olds.append((at,))
        else:
            if chance < edges[3]:
                olds.append(())
                units.append(_Unit(_fresh(rng, wording, grade, seen), bead))
                bead += 1
            olds.append((at,))
            text = texts[at]
            if rng.random() < grade.reword and words > 8:
                text = _family_edit(rng, text) if "fund of" in text else wording.reworded(text, rng.uniform(0.02, grade.edit))
            unit = _Unit(text, bead)
            # Of wording that stands several times nobody can say which one moved.
            if rng.random() < grade.move and texts.count(texts[at]) == 1:
                stray.append(unit)
                moving.add(bead)
            else:
                units.append(unit)
        at += 1
    crowded: set[int] = set()
    for unit in stray:
        if not _put_away(rng, units, unit, crowded):
            moving.discard(unit.bead)
    moving |= _swap(rng, grade, units, moving, olds)
    news: list[list[int]] = [[] for _ in olds]
    for place, unit in enumerate(units):
        news[unit.bead].append(place)
    beads = [(old, tuple(new)) for old, new in zip(olds, news, strict=True)]
    return [unit.text for unit in units], Step(beads, moving)


def _edited(rng: Random, wording: Wording, grade: Grade, text: str) -> str:
    return wording.reworded(text, rng.uniform(0.02, grade.edit / 3)) if grade.edited_beads else text


def _family_edit(rng: Random, text: str) -> str:
    """A new sum, or a new ward; never both, so that a reader can still tell which it is."""
    words = text.split()
    words[1] = f"£{rng.randint(2, 99)}50"
    return " ".join(words)


def _put_away(rng: Random, units: list[_Unit], unit: _Unit, crowded: set[int]) -> bool:
    """Puts a unit at least six places from where it stood, and away from other moves, so that it and not what it passed has moved.

    Returns False where there is no such place; the unit then stays where it stood.
    """
    home = next((place for place, other in enumerate(units) if other.bead > unit.bead and other.bead not in crowded), len(units))
    near = {at for place, other in enumerate(units) if other.bead in crowded for at in range(place - 6, place + 8)}
    inside = {place for place in range(1, len(units)) if units[place - 1].bead == units[place].bead}
    places = [place for place in range(len(units) + 1) if abs(place - home) >= 6 and place not in near | inside]
    if not places or home in near:
        units.insert(home, unit)
        return False
    crowded.add(unit.bead)
    units.insert(rng.choice(places), unit)
    return True


def _swap(rng: Random, grade: Grade, units: list[_Unit], moving: set[int], olds: list[tuple[int, ...]]) -> set[int]:
    """Exchanges clauses two to six places apart whose neighbourhood was left in place."""
    swapped: set[int] = set()
    repeated = {text for text, count in Counter(unit.text for unit in units).items() if count > 1}
    place = 1
    while place + 8 < len(units):
        other = place + rng.randint(2, 6)
        sure = all(units[at].text not in repeated for at in (place, other))
        alone = all(units[at].bead not in moving for at in range(max(0, place - 6), min(len(units), other + 7)))
        single = [sum(unit.bead == units[at].bead for unit in units) == 1 and len(olds[units[at].bead]) == 1 for at in (place, other)]
        if rng.random() < grade.swap and alone and sure and all(single):
            units[place], units[other] = units[other], units[place]
            swapped |= {units[place].bead, units[other].bead}
            place = other
        place += 1
    return swapped
