"""``minutes grammar``: what grammars there are, what one says, and whether its examples hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from minutes_cli.commands.options import output_option
from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.grammar.matching import Grammar


@click.group()
def grammar() -> None:
    """What grammars there are, what one says, and whether its examples hold."""


@grammar.command("list")
def list_grammars() -> int:
    """List the grammars that travel with the program; the one marked * reads a page when nothing on it speaks for another."""
    from minutes_cli.grammar.loading import DEFAULT, grammar_names, load

    _say(f"{'*' if name == DEFAULT else ' '} {name:18} {load(name).description}" for name in grammar_names())
    return 0


@grammar.command()
@click.argument("name")
@click.option("--section", help="Show the phrases of one section.")
def show(name: str, section: str | None) -> int:
    """Show what the grammar NAME, a name or a .yaml file, says: its sections, or the phrases of one."""
    from minutes_cli.grammar.showing import overview, section_lines

    found = _loaded(name, section)
    _say(overview(found) if section is None else section_lines(found, section))
    return 0


@grammar.command()
@click.argument("names", nargs=-1)
def check(names: tuple[str, ...]) -> int:
    """Run every example of the grammars NAMES, names or .yaml files; without any, of those that travel with the program.

    Prints what does not hold and ends with 1, or says how many examples hold and ends with 0.
    """
    from minutes_cli.grammar.checking import check as faults_of
    from minutes_cli.grammar.loading import grammar_names, load

    said: list[str] = []
    faulty = False
    for name in names or grammar_names():
        found = load(name, examples=True)
        faults = list(faults_of(found))
        said += map(str, faults)
        faulty = faulty or bool(faults)
        own = [phrase for section in found.sections() for phrase in found.phrases(section) if phrase.file == found.file]
        examples = sum(len(phrase.is_) + len(phrase.not_) for phrase in own)
        said.append(f"{found.name}: {len(own)} phrases, {examples} examples, {len(faults) or 'no'} faults")
    _say(said)
    return 1 if faulty else 0


@grammar.command()
@click.argument("name")
@click.option("--section", help="Draw one section only.")
@output_option
def diagram(name: str, section: str | None, output: str | None) -> int:
    """Write the grammar NAME as EBNF, which railroad-diagram generators draw."""
    from minutes_cli.grammar.ebnf import ebnf
    from minutes_cli.grammar.notation import PhraseSyntaxError

    found = _loaded(name, section)
    try:
        _say(ebnf(found, [section] if section else found.sections()), output)
    except PhraseSyntaxError as fault:
        raise UsageError(name, f"{fault.message}: {fault.source!r}; minutes grammar check shows the place", "grammar") from None
    return 0


def _loaded(name: str, section: str | None) -> Grammar:
    """The grammar with its examples; refuses a section that it has not."""
    from minutes_cli.grammar.loading import load

    found = load(name, examples=True)
    if section is not None and section not in found.sections():
        raise UsageError(name, f"it has no section {section}; it has {', '.join(found.sections())}", "grammar")
    return found


def _say(lines: Iterable[str], output: str | None = None) -> None:
    """Lines to standard output or a file, as UTF-8 whatever the terminal's encoding, with what a file may hide in them made visible."""
    from minutes_cli.shown import shown
    from minutes_cli.writing.files import write_output

    write_output(output, "".join(f"{shown(line)}\n" for line in lines).encode("utf8"))
