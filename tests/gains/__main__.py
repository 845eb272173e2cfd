"""`python -m tests.gains REV`: clauses gained, lost and changed from the commit REV to the working tree, over real pages and samples."""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from tests.gains.comparing import differences

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SUFFIXES = {".txt", ".md", ".pdf", ".docx", ".html", ".xml"}


def documents() -> list[Path]:
    """Every real document beside the project, then the samples, in order; notes about them left out."""
    folders = (SHARED / "seeds", SHARED / "corpus", ROOT / "samples")
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES and path.name != "README.md"]


def parsed_with(package: Path, paths: list[Path]) -> dict[str, dict[str, Any]]:
    """What the package below the folder `package` makes of each document, by path.

    A process that dies leaves the rest of its documents to a new one; the document it died on gets an error.
    """
    answers: dict[str, dict[str, Any]] = {}
    waiting = [str(path) for path in paths]
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONDONTWRITEBYTECODE": "1"}
    while waiting:
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("extract.py"))],
            input="\n".join(waiting),
            capture_output=True,
            text=True,
            env=environment,
            cwd=package,
            check=False,
        )
        for line in done.stdout.splitlines():
            answer = json.loads(line)
            answers[answer["path"]] = answer
        rest = [path for path in waiting if path not in answers]
        if rest:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            answers[rest[0]] = {"clauses": [], "seconds": 0.0, "error": f"process ended {done.returncode}: {last}"[:200]}
        waiting = rest[1:]
    return answers


def unpack(revision: str, folder: Path) -> str:
    """Puts the files of a commit into `folder` and gives the commit's full name.

    Raises subprocess.CalledProcessError where there is no such commit.
    """
    name = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--verify", f"{revision}^{{commit}}"], capture_output=True, text=True, check=True
    ).stdout.strip()
    packed = subprocess.run(["git", "-C", str(ROOT), "archive", name], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return name


def _row(sign: str, row: list[Any], more: str = "") -> str:
    words = row[5] if len(row[5]) <= 110 else f"{row[5][:70]} … {row[5][-36:]}"
    return f"  {sign} [{row[0]}, {row[1]}] {row[4]} {row[2] or ''} {more}{words}"


def _document(name: str, old: dict[str, Any], new: dict[str, Any], quiet: bool) -> tuple[int, int, int, int]:
    """Prints one document's differences; gives how many clauses were kept, gained, lost, changed."""
    difference = differences(old["clauses"], new["clauses"])
    errors = [f"  ! {side}: {answer['error']}" for side, answer in (("before", old), ("now", new)) if "error" in answer]
    if difference or errors:
        print(f"{name}: {len(difference.gained)} gained, {len(difference.lost)} lost, {len(difference.changed)} changed")
        print("".join(f"{error}\n" for error in errors), end="")
        if not quiet:
            for row in difference.lost:
                print(_row("-", row))
            for row in difference.gained:
                print(_row("+", row))
            for before, _, change in difference.changed:
                print(_row("~", before, f"({change}) "))
    return difference.kept, len(difference.gained), len(difference.lost), len(difference.changed)


def main(given: list[str] | None = None) -> int:
    """Exit 0 whatever changed, 2 where the commit is not there."""
    asked = argparse.ArgumentParser(prog="python -m tests.gains", description=__doc__)
    asked.add_argument("revision", help="the commit to compare the working tree with")
    asked.add_argument("--quiet", action="store_true", help="figures only, no clauses")
    options = asked.parse_args(given)
    paths = documents()
    with tempfile.TemporaryDirectory(prefix="minutes-gains-") as folder:
        try:
            name = unpack(options.revision, Path(folder))
        except subprocess.CalledProcessError:
            print(f"no such commit: {options.revision}", file=sys.stderr)
            return 2
        before = parsed_with(Path(folder), paths)
        now = parsed_with(ROOT, paths)
    total = [0, 0, 0, 0]
    for path in paths:
        shown = path.relative_to(SHARED if path.is_relative_to(SHARED) else ROOT)
        counts = _document(str(shown), before[str(path)], now[str(path)], options.quiet)
        total = [sum(pair) for pair in zip(total, counts, strict=True)]
    kept, gained, lost, changed = total
    print(f"\n{len(paths)} documents: {kept} clauses kept, {gained} gained, {lost} lost, {changed} changed")
    for label, answers in ((f"{name[:10]}", before), ("working tree", now)):
        taken = sum(answer["seconds"] for answer in answers.values())
        print(f"{label}: {sum(len(answer['clauses']) for answer in answers.values())} clauses, {taken:.2f} s parsing")
    return 0


if __name__ == "__main__":
    sys.exit(main())
