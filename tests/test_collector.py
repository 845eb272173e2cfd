"""What the collector of cycles is kept from, and that it loses nothing by it."""

from __future__ import annotations

import gc

from minutes_cli.collector import paused, seldom
from minutes_cli.parsing import parse
from tests.texts import SAMPLES


def test_a_page_leaves_no_cycles() -> None:
    """Else its memory stays until a look for cycles, which `paused` puts off."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    for page in pages:
        parse(page)
    gc.collect()
    running = gc.isenabled()
    gc.disable()
    try:
        for page in pages:
            parse(page)
        assert gc.collect() == 0
    finally:
        if running:
            gc.enable()


def test_what_was_made_meanwhile_is_not_looked_through_at_once() -> None:
    looks: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:
        looks.append(phase)

    gc.callbacks.append(note)
    try:
        for kept_from in (paused, seldom):
            with kept_from():
                kept = [[number] for number in range(10_000)]
                looks.clear()
            assert len([[number] for number in range(100)]) < len(kept)
            assert looks == []
    finally:
        gc.callbacks.remove(note)


def test_objects_that_another_program_froze_stay_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with paused():
            pass
        assert gc.get_freeze_count() == frozen > 0
    finally:
        gc.unfreeze()
