"""The README says what the program does: its commands run, its options exist, and what it shows is what comes out.

A `console` block may show commands after `$ ` with their output; those that are one plain `minutes` command are run and compared. A line
that is only `…` stands for any number of lines.
"""

from __future__ import annotations

import functools
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
MINUTES = [sys.executable, "-c", "import sys; from minutes_cli.commands import main; sys.exit(main())"]
SHELL = ("|", ">", "<", "&&", "||", ";", "&")


def blocks(language: str) -> list[tuple[int, str]]:
    """First line (from 1) and content of every fenced block of a language, in order."""
    found = []
    opened: tuple[str, int, list[str]] | None = None
    for number, line in enumerate(README.read_text(encoding="utf-8").splitlines(), 1):
        if opened is None and line.startswith("```"):
            opened = line[3:].strip(), number + 1, []
        elif opened is not None and line == "```":
            if opened[0] == language:
                found.append((opened[1], "\n".join(opened[2])))
            opened = None
        elif opened is not None:
            opened[2].append(line)
    assert opened is None, "a fenced block is never closed"
    return found


def commands() -> list[tuple[int, list[str]]]:
    """Line and words of every `minutes` command in the README's sh and console blocks, up to the next shell sign."""
    found = []
    lines = [
        (first + at, text) for kind in ("sh", "console") for first, block in blocks(kind) for at, text in enumerate(block.splitlines())
    ]
    for number, text in lines:
        words = list(shlex.shlex(text.removeprefix("$ "), posix=True, punctuation_chars=True))
        starts = [at for at, word in enumerate(words) if word == "minutes" or word.endswith("/minutes")]
        for start in starts:
            # Only where a command can begin: `cd minutes` and `pip install minutes` are other programs' words.
            if start == 0 or words[start - 1] in SHELL:
                end = next((at for at in range(start, len(words)) if words[at] in SHELL), len(words))
                found.append((number, words[start + 1 : end]))
    return found


def minutes(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs the program in the checkout, off a terminal."""
    environment = {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [*MINUTES, *words],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        env={**environment, **more},
        check=False,
        timeout=60,
    )


@functools.cache
def help_text(*words: str) -> str:
    """What `--help` of a command prints, on a wide terminal."""
    done = minutes(*words, "--help", COLUMNS="200")
    assert done.returncode == 0, done.stderr
    return done.stdout


@functools.cache
def listed() -> tuple[str, ...]:
    """The commands that the program's own help lists."""
    _, _, part = help_text().partition("Commands:\n")
    return tuple(re.findall(r"^  ([a-z][a-z-]*)", part, re.MULTILINE))


def test_the_first_block_is_one_line_that_compares_two_samples() -> None:
    line, command = blocks("sh")[0]
    assert "\n" not in command
    assert command.startswith("python3 -m venv ")
    words = next(words for number, words in commands() if number == line)
    assert words[0] == "diff"
    done = minutes(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert "4 unchanged, 4 relabelled, 1 of them reworded" in done.stdout


def test_the_second_block_is_one_line_that_runs_the_tests() -> None:
    _, command = blocks("sh")[1]
    assert "\n" not in command
    assert command.startswith("python3 -m venv ")
    assert "-r tests/requirements.txt" in command
    assert " -m pytest" in command


def test_ci_runs_the_second_block_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    take = next(line for line in script.splitlines() if line.startswith("command=$(awk "))
    shown = subprocess.run(["bash", "-c", f'{take}; printf %s "$command"'], capture_output=True, text=True, cwd=ROOT, check=True).stdout
    assert shown == blocks("sh")[1][1]


def test_every_command_shown_exists_with_its_options() -> None:
    wrong = []
    for number, words in commands():
        if not words or words[0].startswith("-"):
            path: tuple[str, ...] = ()
        elif words[0] not in listed():
            wrong.append(f"README.md:{number}: minutes {words[0]}: no such command")
            continue
        else:
            deeper = words[0] == "grammar" and len(words) > 1 and not words[1].startswith("-")
            path = tuple(words[:2]) if deeper else (words[0],)
        options = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
        known = set(re.findall(r"(?<![\w-])--?[a-zA-Z][\w-]*", help_text(*path)))
        wrong += [f"README.md:{number}: minutes {' '.join(path)} has no option {option}" for option in sorted(options - known)]
    assert wrong == []


def test_every_file_shown_exists() -> None:
    missing = [
        f"README.md:{number}: {word}"
        for number, words in commands()
        for word in words
        if word.startswith(("samples/", "grammars/", "tests/")) and not (ROOT / word).exists()
    ]
    assert missing == []


def test_every_command_is_told_of() -> None:
    told = README.read_text(encoding="utf-8")
    assert listed()
    assert [name for name in listed() if f"minutes {name}" not in told] == []


def shown_output() -> list[tuple[int, list[str], list[str]]]:
    """Line, words and the output shown of every command of a console block that can be run by itself."""
    found: list[tuple[int, list[str], list[str]]] = []
    for first, block in blocks("console"):
        runs = False
        for number, line in enumerate(block.splitlines(), first):
            if line.startswith("$ "):
                words = list(shlex.shlex(line[2:], posix=True, punctuation_chars=True))
                runs = words[:1] == ["minutes"] and not set(words) & set(SHELL)
                if runs:
                    found.append((number, words[1:], []))
            elif runs:
                found[-1][2].append(line)
    return found


def _fits(wanted: list[str], given: list[str]) -> bool:
    pattern = "".join("(?:[^\n]*+\n)*?" if line.strip() == "…" else re.escape(line.rstrip()) + "\n" for line in wanted)
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in given)) is not None


@pytest.mark.parametrize(("number", "words", "wanted"), shown_output(), ids=lambda value: str(value) if isinstance(value, int) else "")
def test_what_is_shown_comes_out(number: int, words: list[str], wanted: list[str]) -> None:
    done = minutes(*words)
    given = done.stdout.splitlines()
    assert _fits(wanted, given), f"README.md:{number} shows something else than:\n{done.stdout}{done.stderr}"


def test_lines_left_out_fit_any_lines() -> None:
    assert _fits(["a", "…", "d"], ["a", "b", "c", "d"])
    assert _fits(["a", "…"], ["a"])
    assert not _fits(["a", "…", "d"], ["a", "b"])
    assert not _fits(["a"], ["a", "b"])
