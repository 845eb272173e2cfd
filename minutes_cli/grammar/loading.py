"""Finding grammar files, reading them, and joining each with what it extends."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from minutes_cli.data import data_folder
from minutes_cli.errors import UsageError
from minutes_cli.grammar.matching import Grammar
from minutes_cli.grammar.notation import LONGEST_PHRASE
from minutes_cli.grammar.phrases import Phrase
from minutes_cli.grammar.yaml_files import Entry, GrammarFileError, read_yaml

DEFAULT = "moderngov"
"""The grammar that reads a page when nothing on it speaks for another."""

LARGEST = 1_000_000
"""Bytes of the largest grammar file."""
DEEPEST = 16
"""Files that may extend each other in a chain."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
_EXAMPLES = re.compile(r"^( ++)examples:.*\n(?:\1 ++.*\n)*+", re.MULTILINE)
"""The examples of an entry with all that stands deeper than the word."""

_HEADS = ("name", "description", "extends", "words")
_ENTRY = ("phrase", "name", "examples")


def grammar_names() -> list[str]:
    """Names of the grammars that travel with the program, in alphabetical order."""
    return sorted(path.stem for path in data_folder("grammars").glob("*.yaml"))


def load(name_or_path: str, *, examples: bool = False) -> Grammar:
    """The grammar of that name, or of that file, with all that it extends.

    A name with a slash, a backslash or the ending ``.yaml`` or ``.yml`` is a file. Examples are read only when asked
    for, or when the file is not one of the program's own. Raises UsageError with one clear line.
    Loaded once, and again when the file itself has changed.
    """
    name = str(name_or_path)
    return _load(name, examples, _stamp(name) if _is_path(name) else 0)


def forget() -> None:
    """Forgets the grammars that were loaded, so that the next `load` reads files again."""
    _load.cache_clear()


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or name.endswith((".yaml", ".yml"))


def _stamp(name: str) -> int:
    """When the file was last changed; a changed file is read again."""
    try:
        return Path(name).stat().st_mtime_ns
    except OSError:
        return 0


@cache
def _load(name: str, examples: bool, stamp: int) -> Grammar:
    return _join(name, None, (), examples)


def _join(name: str, beside: Path | None, chain: tuple[Path, ...], examples: bool) -> Grammar:
    """Loads a file and lays its phrases before those of its parents; `beside` is the folder of the file that names it."""
    path, own = _find(name, beside, chain)
    if path in chain:
        raise UsageError(path.name, f"it extends itself, by way of {' and '.join(p.name for p in chain)}; take one of them out", "grammar")
    if len(chain) >= DEEPEST:
        raise UsageError(path.name, f"more than {DEEPEST} grammars extend each other", "grammar")
    data = _read(path, own and not examples)
    try:
        parents = _names(data)
        phrases = _phrases(data, path.stem)
        words = _word_lists(data)
        description = _text(data.get("description") or "", "description", data)
        title = _text(data.get("name") or path.stem, "name", data)
    except GrammarFileError as fault:
        raise UsageError(str(path), str(fault), "grammar") from None
    for parent in parents:
        inherited = _join(parent, path.parent, (*chain, path), examples)
        for section in inherited.sections():
            phrases[section] = _merged(phrases.get(section, ()), inherited.phrases(section))
        for section, listed in inherited.lists().items():
            words[section] = tuple(dict.fromkeys((*words.get(section, ()), *listed)))
    return Grammar(title, tuple(parents), phrases, words, description, path.stem)


def _merged(own: tuple[Phrase, ...], inherited: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Own phrases first; an inherited one that has the name of an own one is replaced, the same one twice stands once."""
    names = {phrase.name for phrase in own if phrase.name}
    known = {(phrase.file, phrase.line, phrase.source) for phrase in own}
    kept = [p for p in inherited if p.name not in names and (p.file, p.line, p.source) not in known]
    return (*own, *kept)


def _find(name: str, beside: Path | None, chain: tuple[Path, ...]) -> tuple[Path, bool]:
    """Path of a grammar, and whether it is one of the program's own."""
    if _is_path(name):
        path = Path(name) if beside is None else beside / name
        if not path.is_file():
            raise UsageError(name, "there is no such grammar file; check the path", "grammar")
        return path.resolve(), False
    folder = data_folder("grammars")
    path = folder / f"{name}.yaml"
    sibling = (beside / f"{name}.yaml").resolve() if beside is not None else path
    if sibling != path and sibling.is_file() and not (sibling in chain and path.is_file()):
        return sibling, False
    if not _NAME.fullmatch(name) or not path.is_file():
        raise UsageError(
            name, f"there is no grammar of that name; there are {', '.join(grammar_names())}, or give the path of a .yaml file", "grammar"
        )
    return path.resolve(), True


def _read(path: Path, skip_examples: bool) -> Entry:
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(str(path), f"a grammar file has at most {LARGEST} bytes; split it and use extends", "grammar")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise UsageError(str(path), f"it cannot be read: {fault.strerror or fault}", "grammar") from None
    except UnicodeDecodeError as fault:
        raise UsageError(str(path), f"it is not UTF-8 (byte {fault.start + 1}); save it as UTF-8", "grammar") from None
    if skip_examples:
        text = _without_examples(text)
    try:
        data = read_yaml(text)
        if not isinstance(data, Entry):
            raise GrammarFileError("a grammar is a list of sections, each a name with a colon; grammars/README.md shows one")
    except GrammarFileError as fault:
        raise UsageError(str(path), str(fault), "grammar") from None
    return data


def read_section(text: str, section: str, file: str) -> tuple[Phrase, ...]:
    """The phrases of one section, cut out of a shipped grammar's text, without their examples; `file` is its name."""
    data = read_yaml(_without_examples(text))
    return _phrases(data, file).get(section, ())


def _without_examples(text: str) -> str:
    """A file's text without the examples; line numbers stay."""
    return _EXAMPLES.sub(lambda found: "\n" * found.group().count("\n"), text)


def _names(data: Entry) -> list[str]:
    extends = data.get("extends") or []
    listed = [extends] if isinstance(extends, str) else extends
    if not isinstance(listed, list) or not all(isinstance(name, str) and name for name in listed):
        raise GrammarFileError("extends is a list of names of grammars", data.line)
    return listed


def _word_lists(data: Entry) -> dict[str, tuple[str, ...]]:
    words = data.get("words") or Entry()
    if not isinstance(words, Entry):
        raise GrammarFileError("words holds named lists, such as titles: [Councillor, Cllr]", data.line)
    lists: dict[str, tuple[str, ...]] = {}
    for name, listed in words.items():
        if not isinstance(listed, list) or not all(isinstance(word, str) and word.strip() and len(word) < 100 for word in listed):
            raise GrammarFileError(f"the word list {name} is a list of words", words.line)
        lists[name] = tuple(listed)
    return lists


def _phrases(data: Entry, file: str) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for section, entries in data.items():
        if section in _HEADS:
            continue
        if not isinstance(entries, list | None):
            raise GrammarFileError(f"the section {section} is a list of phrases; begin each with a dash", data.line)
        found[section] = tuple(_phrase(section, entry, file, data.line) for entry in entries or [])
    return found


def _phrase(section: str, entry: Any, file: str, line: int) -> Phrase:
    if isinstance(entry, str):
        entry = Entry(phrase=entry)
        entry.line = line
    if not isinstance(entry, Entry) or not isinstance(entry.get("phrase"), str):
        raise GrammarFileError(
            f"an entry of {section} has no phrase; write  - phrase: the words", entry.line if isinstance(entry, Entry) else line
        )
    if len(entry["phrase"]) > LONGEST_PHRASE:
        raise GrammarFileError(f"a phrase has at most {LONGEST_PHRASE} characters; make two of it", entry.line)
    facts = {key: _text(value, key, entry) for key, value in entry.items() if key not in _ENTRY}
    examples = entry.get("examples") or Entry()
    if not isinstance(examples, Entry) or not set(examples) <= {"is", "not"}:
        raise GrammarFileError("examples has two lists, is and not", entry.line)
    name = entry.get("name")
    return Phrase(
        section,
        _text(name, "name", entry) if name else None,
        entry["phrase"],
        facts,
        _listed(examples, "is", entry),
        _listed(examples, "not", entry),
        file,
        entry.line,
    )


def _listed(examples: Entry, key: str, entry: Entry) -> tuple[str, ...]:
    listed = examples.get(key) or []
    if not isinstance(listed, list) or not all(isinstance(example, str) for example in listed):
        raise GrammarFileError(f"the examples under {key} are a list of texts; put each in quotes", entry.line)
    return tuple(listed)


def _text(value: Any, key: str, entry: Entry) -> str:
    if not isinstance(value, str):
        raise GrammarFileError(f"{key} is one word or text", entry.line)
    return value
