"""Grammar files: found, read, joined with what they extend, and refused with one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli.data import data_folder
from minutes_cli.errors import UsageError
from minutes_cli.grammar.loading import grammar_names, load
from minutes_cli.grammar.yaml_files import GrammarFileError, read_yaml

PHRASE = "lead_ins:\n- phrase: 'so ordered mark'\n  kind: resolution\n  examples: {is: ['So ordered:'], not: ['ordered']}\n"


def written(folder: Path, text: str, name: str = "ours.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf8")
    return str(path)


def refusal(text: str, folder: Path) -> str:
    path = written(folder, text)
    with pytest.raises(UsageError) as fault:
        load(path)
    return fault.value.line().replace(str(folder) + "/", "")


def test_a_file_of_ones_own_extends_a_shipped_grammar(tmp_path: Path) -> None:
    ours = load(written(tmp_path, f"extends: [council]\nwords:\n  titles: [Bailie]\n{PHRASE}"))
    assert ours.name == "ours"
    assert ours.parents == ("council",)
    assert ours.match("lead_ins", "So ordered:") is not None
    assert ours.match("lead_ins", "RESOLVED: -") is not None
    assert {"bailie", "councillor"} <= ours.words("titles")
    assert ours.phrases("lead_ins")[0].source == "so ordered mark"
    assert ours.phrases("lead_ins")[0].facts == {"kind": "resolution"}


def test_a_named_phrase_replaces_the_inherited_one_of_that_name(tmp_path: Path) -> None:
    written(tmp_path, "outcomes:\n- {phrase: 'aye', name: yes, outcome: carried}\n- {phrase: 'nay', outcome: lost}\n", "parent.yaml")
    child = load(written(tmp_path, "extends: parent\noutcomes:\n- {phrase: 'agreed', name: yes, outcome: carried}\n"))
    assert [phrase.source for phrase in child.phrases("outcomes")] == ["agreed", "nay"]


def test_several_parents_that_share_one_inherit_it_once(tmp_path: Path) -> None:
    for name in ("left", "right"):
        written(tmp_path, f"extends: [council]\nlead_ins:\n- phrase: '{name} turn'\n", f"{name}.yaml")
    both = load(written(tmp_path, "extends: [left, right]\n"))
    sources = [phrase.source for phrase in both.phrases("lead_ins")]
    assert sources[0] == "left turn"
    assert "right turn" in sources
    assert len(sources) == 2 + len(load("council").phrases("lead_ins"))


def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path: Path) -> None:
    grammar = load(written(tmp_path, "words:\n  answers: [no, yes, 1e3, ~, 12:30]\n"))
    assert grammar.lists()["answers"] == ("no", "yes", "1e3", "~", "12:30")


REFUSED = {
    "- a list\n": "a grammar is a list of sections, each a name with a colon; grammars/README.md shows one",
    "": "a grammar is a list of sections, each a name with a colon; grammars/README.md shows one",
    "lead_ins: resolved\n": "line 1: the section lead_ins is a list of phrases; begin each with a dash",
    "lead_ins:\n- kind: resolution\n": "line 2: an entry of lead_ins has no phrase; write  - phrase: the words",
    "lead_ins:\n- phrase: a\n  kind: [b]\n": "line 2: kind is one word or text",
    "lead_ins:\n- phrase: a\n  examples: {yes: [a]}\n": "line 2: examples has two lists, is and not",
    "lead_ins:\n- phrase: a\n  examples: {is: a}\n": "line 2: the examples under is are a list of texts; put each in quotes",
    f"lead_ins:\n- phrase: {'word ' * 300}\n": "line 2: a phrase has at most 1000 characters; make two of it",
    "words: [a]\n": "line 1: words holds named lists, such as titles: [Councillor, Cllr]",
    "words:\n  titles: a\n": "line 2: the word list titles is a list of words",
    "extends: {a: b}\n": "line 1: extends is a list of names of grammars",
    "a: 1\na: 2\n": "line 2: the name 'a' stands twice; join the two",
    "a: &x 1\n": "line 1: anchors (&) and aliases (*) are not used in a grammar; write the text out, or put it in quotes",
    "a: !!python/name:os.system 1\n": "line 1: tags (!) are not used in a grammar; put the text in quotes",
    "a: 1\n---\nb: 2\n": "line 2: a grammar file holds one document; take out the line ---",
    "lead_ins:\n- phrase: [it was] resolved\n": "line 2: this is not YAML: …",
    "? [a]\n: b\n": "line 1: a list or mapping stands where a name is needed; put phrases that begin with [ or { in quotes",
    "[" * 20 + "]" * 20: "line 1: this stands more than 12 levels deep",
    "a: \x07\n": "this is not YAML: …",
}


@pytest.mark.parametrize("text", REFUSED, ids=[repr(text[:30]) for text in REFUSED])
def test_a_wrong_file_is_refused_in_one_line(text: str, tmp_path: Path) -> None:
    line = refusal(text, tmp_path)
    expected = REFUSED[text]
    if expected.endswith("…"):
        # The problem in between is named by libyaml.
        assert line.startswith(f"minutes: error: ours.yaml: {expected[:-1]}")
        assert line.endswith("; check the indentation and the quotes [grammar]")
    else:
        assert line == f"minutes: error: ours.yaml: {expected} [grammar]"


def test_what_cannot_be_found_or_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no grammar of that name; there are council, "):
        load("atlantis")
    with pytest.raises(UsageError, match="there is no such grammar file; check the path"):
        load(str(tmp_path / "nothing.yaml"))
    (tmp_path / "old.yaml").write_bytes(b"description: caf\xe9\n")
    with pytest.raises(UsageError, match=r"it is not UTF-8 \(byte 17\); save it as UTF-8"):
        load(str(tmp_path / "old.yaml"))
    (tmp_path / "big.yaml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(UsageError, match="at most 1000000 bytes"):
        load(str(tmp_path / "big.yaml"))


def test_a_grammar_cannot_extend_itself(tmp_path: Path) -> None:
    written(tmp_path, "extends: [ours]\n", "other.yaml")
    with pytest.raises(UsageError, match=r"it extends itself, by way of ours\.yaml and other\.yaml; take one of them out"):
        load(written(tmp_path, "extends: [other]\n"))


def test_a_copy_of_a_shipped_grammar_may_extend_it_under_the_same_name(tmp_path: Path) -> None:
    copy = load(written(tmp_path, f"extends: [council]\n{PHRASE}", "council.yaml"))
    assert len(copy.phrases("lead_ins")) == 1 + len(load("council").phrases("lead_ins"))


@pytest.mark.parametrize("name", grammar_names())
def test_leaving_the_examples_unread_changes_nothing_else(name: str) -> None:
    quick, full = load(name), load(name, examples=True)
    assert quick.sections() == full.sections()
    assert quick.lists() == full.lists()
    for section in full.sections():
        of_quick = [(p.source, dict(p.facts), p.name, p.file, p.line) for p in quick.phrases(section)]
        assert of_quick == [(p.source, dict(p.facts), p.name, p.file, p.line) for p in full.phrases(section)]


def test_the_folder_of_grammars_is_found() -> None:
    assert (data_folder("grammars") / "council.yaml").is_file()
    with pytest.raises(FileNotFoundError, match="has no folder nowhere; install it again"):
        data_folder("nowhere")


def test_deep_yaml_is_refused_before_anything_recurses() -> None:
    with pytest.raises(GrammarFileError):
        read_yaml("[" * 100_000)
