"""How long the command takes before it does anything."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.registry import Row, benchmark
from tests.benchmarks.timing import cold_start

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
OLD, NEW = (ROOT / "samples" / f"harbour-{name}.txt" for name in ("panel", "cabinet"))
RUN = "import sys; from minutes_cli.commands import main; sys.exit(main())"


def _python(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, *arguments]


def _milliseconds(code: str, *arguments: str) -> float:
    return 1000 * cold_start(_python(code, *arguments))


@benchmark("start")
def start() -> Iterator[Row]:
    """Cold starts against the least that any program with these dependencies can take."""
    click = _milliseconds("import click")
    libraries = _milliseconds("import click, pyparsing, yaml")
    page = str(SEEDS[-1] if SEEDS else OLD)
    yield Row("the interpreter alone", _milliseconds("pass"), None, "ms")
    yield Row("import click", click, None, "ms")
    yield Row("import click, pyparsing, yaml", libraries, None, "ms")
    asked = (
        ("minutes --help", "import click", click, ("--help",)),
        ("minutes parse --help", "import click", click, ("parse", "--help")),
        ("minutes parse, one page", "importing all three", libraries, ("parse", page)),
        ("minutes text, one page", "import click", click, ("text", page)),
        ("minutes diff, two pages", "importing all three", libraries, ("diff", "--exit-zero", str(OLD), str(NEW))),
    )
    for what, least, against, arguments in asked:
        taken = _milliseconds(RUN, *arguments)
        yield Row(what, taken, None, "ms")
        yield Row(f"{what}: against {least}", taken / against, 1.5, "times")
    yield Row("minutes diff, two parsed files", _diff_of_records(), None, "ms")


def _diff_of_records() -> float:
    """Milliseconds of a diff of two files that were parsed before."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for page in (OLD, NEW):
            path = str(Path(folder) / f"{page.stem}.yaml")
            cold_start(_python(RUN, "parse", str(page), "-o", path), runs=1)
            paths.append(path)
        return _milliseconds(RUN, "diff", "--exit-zero", *paths)
