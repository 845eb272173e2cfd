"""Run as a script: imports and exercises the whole package and prints every regular expression that it compiled.

One JSON list on standard output: path below the project, line, pattern, flags, and whether the expression is searched for.
A process of its own, since it watches the `re` module.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from minutes_cli.grammar.late import Late

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "minutes_cli"
SCANNING = {"search", "finditer", "findall", "sub", "subn", "split"}
HOOK = "_compile"
LATE = "late.py"
"""The module that compiles for others; the place of its expressions is where they are used."""

Seen = dict[tuple[str, int], bool]

compiled: dict[tuple[str, int, str, int], bool] = {}
"""(path, line, pattern, flags) of every expression, and whether it is known to be searched for."""


def _place() -> tuple[str, int] | None:
    """The file and line of the package that asked for an expression; None where a library asked while being imported."""
    frame = sys._getframe(2)
    while frame:
        name = frame.f_code.co_filename
        if name.startswith(str(PACKAGE)) and not name.endswith(LATE):
            return str(Path(name).relative_to(ROOT)), frame.f_lineno
        if "importlib" in name:
            return None
        frame = frame.f_back  # type: ignore[assignment]
    return None


def watch() -> None:
    """From here on every expression that the package has compiled is kept."""
    original = getattr(re, HOOK)

    def watched(pattern: Any, flags: Any) -> Any:
        place = _place()
        if place is not None and isinstance(pattern, str):
            compiled.setdefault((*place, pattern, int(flags)), False)
        return original(pattern, flags)

    setattr(re, HOOK, watched)


def _modules() -> list[ModuleType]:
    import minutes_cli

    names = [entry.name for entry in pkgutil.walk_packages(minutes_cli.__path__, "minutes_cli.") if not entry.name.endswith("__main__")]
    return [importlib.import_module(name) for name in names]


def _pattern(node: ast.expr, module: ModuleType) -> re.Pattern[str] | str | None:
    """The value of an expression of the source where it is made of the module's own names; None where it is not."""
    if not isinstance(node, ast.Constant | ast.Name | ast.Attribute | ast.JoinedStr | ast.BinOp):
        return None
    try:
        value = eval(compile(ast.Expression(node), "<pattern>", "eval"), vars(module))  # noqa: S307
    except Exception:
        return None
    if isinstance(value, Late):
        value = value.compiled()
    return (
        value if isinstance(value, str | re.Pattern) and not (isinstance(value, re.Pattern) and isinstance(value.pattern, bytes)) else None
    )


def read_source(module: ModuleType) -> None:
    """Finds which expressions are searched for, and those that stand in calls that were not made."""
    path = Path(module.__file__ or "")
    shown = str(path.relative_to(ROOT))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner = _pattern(node.func.value, module)
        if isinstance(owner, re.Pattern) and node.func.attr in SCANNING:
            places = [key for key in compiled if key[2] == owner.pattern]
            for key in places or [(shown, node.lineno, owner.pattern, owner.flags)]:
                compiled[key] = True
        elif isinstance(node.func.value, ast.Name) and node.func.value.id in ("re", "pp") and node.args:
            asked = node.func.attr
            if asked in SCANNING or asked in ("compile", "match", "fullmatch", "Regex"):
                given = _pattern(node.args[0], module)
                if isinstance(given, str):
                    compiled.setdefault((shown, node.lineno, given, 0), False)
                    compiled[shown, node.lineno, given, 0] |= asked in SCANNING


def build_late(module: ModuleType) -> None:
    """Notes the expressions that wait for their first use, and builds the pyparsing elements that do."""
    shown = str(Path(module.__file__ or "").relative_to(ROOT))
    for value in list(vars(module).values()):
        if isinstance(value, Late):
            compiled.setdefault((shown, 0, value.pattern, int(value.compiled().flags)), False)
        elif (
            hasattr(value, "cache_info") and "ParserElement" in str(value.__annotations__.get("return")) and len(value.__annotations__) == 1
        ):
            value()


def main() -> None:
    """Imports, parses the samples so that lazily built expressions are built, reads the source, prints."""
    watch()
    modules = _modules()
    from minutes_cli.parsing import parse

    for path in sorted((ROOT / "samples").glob("*.txt")):
        for grammar in ("auto", *sorted(one.stem for one in (ROOT / "grammars").glob("*.yaml"))):
            parse(path.read_text(encoding="utf-8"), grammar=grammar)
    for module in modules:
        build_late(module)
    for module in modules:
        read_source(module)
    print(json.dumps([[*key, scanned] for key, scanned in sorted(compiled.items())]))


if __name__ == "__main__":
    main()
