"""The cyclic collector, paused while very many small objects without cycles come into being."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pauses the collector if it runs: a fifth of the time of a large comparison, and of a long page even more as it grows, went into
    looking for cycles that are not there."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
