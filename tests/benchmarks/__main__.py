"""`python -m tests.benchmarks [NAME…]` runs the benchmarks (all of them, or those whose name begins so) and prints their figures.

`repeats` takes more than an hour and runs only by its name.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import traceback

from tests import benchmarks
from tests.benchmarks.registry import BENCHMARKS, ONLY_NAMED, Row
from tests.benchmarks.timing import machine


def _figure(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def _line(row: Row) -> str:
    goal = ""
    if row.goal is not None:
        goal = f"goal {'>=' if row.at_least else '<='} {_figure(row.goal)} {row.unit}: {'met' if row.met() else 'MISSED'}"
    return f"  {row.what:<58.58} {_figure(row.measured):>9} {row.unit:<6} {goal}".rstrip()


def _asked(name: str, names: list[str]) -> bool:
    return not names or any(name.startswith(wanted) for wanted in names)


def main(names: list[str]) -> int:
    """Runs what is asked; the exit code is 1 where a benchmark could not run, never because a goal was missed."""
    for module in pkgutil.iter_modules(benchmarks.__path__):
        if module.name != "__main__":
            try:
                importlib.import_module(f"tests.benchmarks.{module.name}")
            except ImportError as error:
                print(f"{module.name}: cannot be imported: {error}", file=sys.stderr)
    chosen = [name for name in BENCHMARKS if name in names or (name not in ONLY_NAMED and _asked(name, names))]
    if not chosen:
        print(f"no benchmark of that name; there are: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    print(machine())
    failed = False
    for name in chosen:
        print(name, flush=True)
        try:
            for row in BENCHMARKS[name]():
                print(_line(row), flush=True)
        except Exception:
            failed = True
            print(f"  could not run: {traceback.format_exc(limit=-1).strip().splitlines()[-1]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
