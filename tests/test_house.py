"""The rules of the house: what stands where, who may know whom, and expressions that cannot run away."""

from __future__ import annotations

import ast
import functools
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.linearity import faults

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "minutes_cli"
OWN_WORDS = ROOT.parent / "shared" / "tools" / "own_words.py"

TOP_LEVEL = {
    ".ci", ".gitattributes", ".github", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md",
    "grammars", "minutes_cli", "pyproject.toml", "samples", "tests",
}  # fmt: skip

FLOORS = (
    ("carriers",),
    ("model",),
    ("shown", "data", "collector"),
    ("errors",),
    ("grammar",),
    ("reading", "parsing", "comparing", "checks", "writing", "batch", "schema"),
    ("__init__",),
    ("commands",),
    ("__main__",),
)
"""The rooms from the ground up (design section 8): a room may know those below it and no room beside or above it."""
NEIGHBOURS = {
    ("parsing", "checks"),
    ("batch", "reading"),
    ("batch", "parsing"),
    ("batch", "writing"),
    ("batch", "checks"),
    ("checks", "comparing"),
}
"""Rooms of one floor of which the first may know the second; the record of a page carries its findings, so parsing asks checks for them."""

NETWORK = {
    "socket", "ssl", "http", "urllib.request", "urllib.error", "urllib3", "ftplib", "smtplib", "imaplib", "poplib",
    "telnetlib", "xmlrpc", "socketserver", "asyncio", "requests", "httpx", "aiohttp", "webbrowser",
}  # fmt: skip
UNSAFE = {"pickle", "marshal", "shelve", "ctypes"}
ALLOWED = {("reading/pdf_words.py", "ctypes")}
"""The PDF library hands its measures out through pointers."""


@functools.cache
def tracked() -> tuple[str, ...]:
    """The files that belong to the project, as git has them; an unpacked archive without git is skipped."""
    done = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout:
        pytest.skip("not a git checkout: nothing says which files belong to the project")
    return tuple(name for name in done.stdout.split("\0") if name and (ROOT / name).exists())


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room of the package that a module stands in: a folder, or a file of the top."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> list[tuple[int, str]]:
    """Line and full name of everything that a module imports, wherever in it; names that only type checkers read are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            found += [(node.lineno, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            found += [(node.lineno, f"{node.module}.{name.name}") for name in node.names]
    return found


def rooms_of(name: str) -> str | None:
    """The room that a full import name leads into; None outside the package."""
    parts = name.split(".")
    if parts[0] != "minutes_cli":
        return None
    known = {other for floor in FLOORS for other in floor}
    return parts[1] if len(parts) > 1 and parts[1] in known else "__init__"


def test_the_top_level_holds_only_what_belongs_there() -> None:
    assert {name.split("/")[0] for name in tracked()} <= TOP_LEVEL


def test_no_binary_and_no_large_file_is_in_the_project() -> None:
    large = [name for name in tracked() if (ROOT / name).stat().st_size > 300_000]
    binary = [name for name in tracked() if b"\0" in (ROOT / name).read_bytes()]
    assert (large, binary) == ([], [])


def test_every_room_has_a_floor() -> None:
    known = {name for floor in FLOORS for name in floor} | {"py"}
    assert {room(path) for path in modules()} <= known


def test_arrows_go_one_way() -> None:
    height = {name: level for level, floor in enumerate(FLOORS) for name in floor}
    wrong = []
    for path in modules():
        own = room(path)
        for line, name in imported(path):
            other = rooms_of(name)
            if other is None or other == own:
                continue
            if own == "__init__" or height[other] < height[own] or (own, other) in NEIGHBOURS:
                continue
            wrong.append(f"{path.relative_to(ROOT)}:{line}: {own} knows {other}")
    assert wrong == []


def test_the_facade_imports_nothing_by_itself() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    eager = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {name.name if isinstance(node, ast.Import) else str(node.module) for node in eager for name in node.names}
    assert names <= {"__future__", "typing", "importlib"}


def test_dataclasses_are_the_late_ones() -> None:
    """One that the standard library makes costs every start half a millisecond; see `minutes_cli.carriers`."""
    wrong = [path.relative_to(ROOT) for path in modules() if any(name == "dataclasses.dataclass" for _, name in imported(path))]
    assert wrong == []


def test_nothing_imports_the_network_or_unsafe_loaders() -> None:
    wrong = []
    for path in modules():
        for line, name in imported(path):
            parts = name.split(".")
            prefixes = {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
            below = path.relative_to(PACKAGE).as_posix()
            if any((below, prefix) not in ALLOWED for prefix in prefixes & (NETWORK | UNSAFE)):
                wrong.append(f"{path.relative_to(ROOT)}:{line}: {name}")
    assert wrong == []


def test_no_module_is_two_rooms() -> None:
    long = {}
    for name in tracked():
        if name.endswith(".py"):
            with (ROOT / name).open(encoding="utf-8") as module:
                count = sum(1 for _ in module)
            if count > 400:
                long[name] = count
    assert long == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_sentence_of_the_real_documents_stands_in_the_project() -> None:
    if not OWN_WORDS.exists():
        pytest.skip("the real documents are not here: ../shared")
    tracked()
    done = subprocess.run([sys.executable, str(OWN_WORDS), str(ROOT)], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["0 passages of real minutes in the project"], done.stdout


def test_every_regular_expression_is_linear() -> None:
    script = Path(__file__).parent / "house" / "patterns.py"
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    patterns = json.loads(done.stdout)
    assert len(patterns) > 20
    wrong = [
        f"{path}:{line}: {why}: {pattern[:120]}"
        for path, line, pattern, flags, scanned in patterns
        for why in faults(pattern, flags, scanned=scanned)
    ]
    assert not wrong, "\n".join(dict.fromkeys(wrong))
