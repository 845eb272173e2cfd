"""Lists in which one recommendation points at others by label, and what becomes of it when the labels shift."""

from __future__ import annotations

from random import Random

from minutes_cli.model import Clause, Group, Item, Minutes, Reference, SourceFacts
from tests.alignment.wording import Wording


def pointing(seed: int) -> tuple[Minutes, Minutes, str]:
    """Two documents and what the only reference of the first has become.

    Clauses are dropped, added above, or exchanged; the words of the reference then follow their targets (``followed``), or stay, and
    by the labels as they are now point at the same clauses (``intact``), at others (``retargeted``) or at none (``dangling``).
    """
    rng = Random(f"pointing/{seed}")
    wording = Wording(rng, 150)
    texts: list[str] = []
    while len(texts) < 9:
        text = wording.clause(2)
        if text not in texts:
            texts.append(text)
    pointed = sorted(rng.sample(range(6), rng.randint(1, 2)))
    pointer = rng.randint(6, 8)
    order: list[int | None] = list(range(9))
    operation = rng.choice(("none", "insert", "drop", "swap", "insert-late"))
    other = rng.choice([at for at in range(6) if at not in pointed])
    if operation == "insert":
        order.insert(pointed[0], None)
    elif operation == "insert-late":
        order.append(None)
    elif operation == "drop":
        order.remove(other)
    elif operation == "swap":
        order[pointed[-1]], order[other] = order[other], order[pointed[-1]]
    now = [order.index(at) for at in pointed]
    follows = rng.random() < 0.5
    said = sorted(now) if follows else pointed
    extra = wording.clause(3)
    old = _document("old", [texts[at] for at in range(9)], pointer, pointed)
    new = _document("new", [extra if at is None else texts[at] for at in order], order.index(pointer), said)
    if set(said) == set(now):
        status = "intact" if said == pointed else "followed"
    else:
        status = "dangling" if max(said) >= len(order) else "retargeted"
    return old, new, status


def _document(name: str, texts: list[str], pointer: int, targets: list[int]) -> Minutes:
    words = ("recommendation " if len(targets) == 1 else "recommendations ") + " and ".join(str(at + 1) for at in targets)
    clauses = [Clause(id=f"1/1/{at + 1}", label=f"{at + 1}.", kind="recommendation", text=text) for at, text in enumerate(texts)]
    clauses[pointer].text = f"In line with {words}, {texts[pointer][0].lower()}{texts[pointer][1:]}"
    reference = Reference(words, (13, 13 + len(words)), [f"1/1/{at + 1}" for at in targets if at < len(texts)], "resolved")
    clauses[pointer].references = [reference]
    group = Group(id="1/1", kind="recommendation", clauses=clauses)
    return Minutes(source=SourceFacts(f"{name}.txt"), items=[Item(id="1", groups=[group])])
