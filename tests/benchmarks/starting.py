"""How long the command takes before it does anything."""

from __future__ import annotations

import sys
import tempfile
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
def start() -> list[Row]:
    """Cold starts against the least that any program with these dependencies can take."""
    bare = _milliseconds("pass")
    click = _milliseconds("import click")
    libraries = _milliseconds("import click, pyparsing, yaml")
    page = str(SEEDS[-1] if SEEDS else OLD)
    rows = [
        Row("the interpreter alone", bare, None, "ms"),
        Row("import click", click, None, "ms"),
        Row("import click, pyparsing, yaml", libraries, None, "ms"),
    ]
    asked = (
        ("minutes --help", click, ("--help",)),
        ("minutes parse --help", click, ("parse", "--help")),
        ("minutes parse, one page", libraries, ("parse", page)),
        ("minutes text, one page", click, ("text", page)),
        ("minutes diff, two pages", libraries, ("diff", "--exit-zero", str(OLD), str(NEW))),
    )
    for what, against, arguments in asked:
        taken = _milliseconds(RUN, *arguments)
        rows.append(Row(what, taken, None, "ms"))
        rows.append(Row(f"{what}: against {'import click' if against is click else 'importing all three'}", taken / against, 1.5, "times"))
    rows.append(Row("minutes diff, two parsed files", _diff_of_records(), None, "ms"))
    return rows


def _diff_of_records() -> float:
    """Milliseconds of a diff of two files that were parsed before."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for page in (OLD, NEW):
            path = str(Path(folder) / f"{page.stem}.yaml")
            cold_start(_python(RUN, "parse", str(page), "-o", path), runs=1)
            paths.append(path)
        return _milliseconds(RUN, "diff", "--exit-zero", *paths)
