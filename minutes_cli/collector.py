"""The cyclic collector, kept from looking for cycles where very many small objects without any come into being."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pauses the collector if it runs: a fifth of the time of a large comparison, and of a long page even more as it grows, went into
    looking for cycles that are not there.

    What is made meanwhile must hold no cycles, since a look for them is put off further still."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            _count_as_old()
            gc.enable()


SELDOM = 100_000
"""Objects that may come into being, more than went, before the collector looks for cycles among them; a start makes fewer."""


@contextmanager
def seldom() -> Iterator[None]:
    """Lets the collector run seldom: importing modules and reading grammars makes tens of thousands of objects that all stay."""
    before = gc.get_threshold()
    gc.set_threshold(max(SELDOM, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        _count_as_old()
        gc.set_threshold(*before)


def _count_as_old() -> None:
    """Counts everything that there is as looked through, which takes no time; not where a program that uses this one has frozen objects.

    Else the collector, let go again, would at once look through all that was made meanwhile: a tenth of the time of a page of usual length.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def without_last_look() -> None:
    """Lets the process end without a search for cycles in everything that it imported: its memory goes back as it is."""
    atexit.unregister(gc.disable)
    atexit.register(gc.disable)
