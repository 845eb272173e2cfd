"""The few ways of measuring that the benchmarks share.

Time is processor time, of this process or of the one that was started: nothing here waits for anything, so on an idle machine
it is the time on the clock, and on a busy one it still is what the work itself takes.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from statistics import median


def seconds(
    work: Callable[[], object], runs: int = 3, of: Callable[[list[float]], float] = median, before: Callable[[], object] = gc.collect
) -> float:
    """Median processor time of `runs` calls in seconds, or what `of` makes of their times; `before` is called ahead of each, untimed."""
    taken = []
    for _ in range(runs):
        before()
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return of(taken)


def cold_start(command: Sequence[str], runs: int = 7, allowed: Sequence[int] = (0, 1)) -> float:
    """Least processor time in seconds of a process run `runs` times, its output thrown away; one run more goes before, to warm the disk.

    Raises RuntimeError where it ends with an exit code that is not in `allowed`.
    """
    best = float("inf")
    # An installed program has its bytecode; without this, sources that no installer compiled are compiled at every start.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for run in range(runs + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, env=surroundings
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in allowed:
            raise RuntimeError(f"{' '.join(command)} ended {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}")
        if run:
            best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def peak_megabytes(work: Callable[[], object]) -> float:
    """Most memory in MB that Python held at once during `work` above what it held before; slows `work` down several times."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def resident_megabytes(code: str) -> float:
    """Peak resident memory in MB of a fresh interpreter that runs `code`."""
    program = f"{code}\nimport resource, sys\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    shown = subprocess.run([sys.executable, "-c", program], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True).stdout
    kilobytes = int(shown.split()[-1])
    return kilobytes / (1e6 if sys.platform == "darwin" else 1e3)


def machine() -> str:
    """One line on where the figures were taken: interpreter, processor, number of cores that may be used."""
    name = "unknown processor"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as facts:
            name = next((line.partition(":")[2].strip() for line in facts if line.startswith("model name")), name)
    except OSError:
        pass
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    version = ".".join(map(str, sys.version_info[:3]))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"Python {version}, {name}, {cores} cores, load {load:.1f} before"
