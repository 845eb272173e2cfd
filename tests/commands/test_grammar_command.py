"""``minutes grammar``: what people see, and the exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli.commands import main
from minutes_cli.grammar.loading import grammar_names


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["grammar", *arguments])
    out, err = capfdbinary.readouterr()
    code = left.value.code
    assert isinstance(code, int)
    return code, out.decode(), err.decode()


def test_listing_names_each_grammar_and_marks_the_default(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out, err = run(capfdbinary, "list")
    assert (code, err) == (0, "")
    assert [line[2:].split()[0] for line in out.splitlines()] == grammar_names()
    assert [line[:2] for line in out.splitlines() if "moderngov " in line] == ["* "]


def test_checking_a_grammar_whose_examples_hold(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("lead_ins:\n- phrase: so ordered\n  examples: {is: [So ordered], not: [ordered]}\n", encoding="utf8")
    assert run(capfdbinary, "check", str(path)) == (0, "ours: 1 phrases, 2 examples, no faults\n", "")


def test_checking_names_each_example_that_does_not_hold(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("lead_ins:\n- phrase: so ordered\n  examples: {is: [So ordered, that it be], not: [So ordered too]}\n", encoding="utf8")
    code, out, err = run(capfdbinary, "check", str(path))
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "ours.yaml:2: lead_ins: 'so ordered' does not match its example 'that it be'",
        "ours.yaml:2: lead_ins: 'so ordered' matches 'So ordered' of 'So ordered too', which stands under not",
        "ours: 1 phrases, 3 examples, 2 faults",
    ]


def test_a_phrase_that_is_not_in_the_notation_is_shown_with_its_place(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("lead_ins:\n- phrase: 'so (ordered'\n  examples: {is: [So ordered]}\n", encoding="utf8")
    code, out, _ = run(capfdbinary, "check", str(path))
    assert code == 1
    assert out == "ours.yaml:2: lead_ins: ( is never closed\n    so (ordered\n       ^\nours: 1 phrases, 1 examples, 1 faults\n"


def test_showing_a_section_gives_its_phrases_with_their_facts(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out, _ = run(capfdbinary, "show", "council", "--section", "stems")
    assert code == 0
    assert "needs: list  (council.yaml:" in out
    assert "such as: That Cabinet:" in out


def test_what_is_not_there_is_one_line_and_code_2(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out, err = run(capfdbinary, "show", "atlantis")
    assert (code, out) == (2, "")
    assert err.startswith("minutes: error: atlantis: there is no grammar of that name; there are council, ")
    code, _, err = run(capfdbinary, "show", "council", "--section", "tides")
    assert code == 2
    assert err.startswith("minutes: error: council: it has no section tides; it has lead_ins, ")


def test_a_diagram_is_ebnf(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("lead_ins:\n- phrase: '[it was] so (ordered | \"DONE\") by=body ... [mark]'\n- phrase: yes | no\n", encoding="utf8")
    assert run(capfdbinary, "diagram", str(path), "-o", str(tmp_path / "out")) == (0, "", "")
    assert (tmp_path / "out").read_text(encoding="utf8").splitlines() == [
        "lead_ins ::=",
        '    ("it" "was")? "so" ("ordered" | "=DONE") body gap mark?',
        '  | "yes" | "no"',
        "",
        "/* parts: mark, label, person, date, number, body; gap: at most sixteen words */",
    ]
    path.write_text("lead_ins:\n- phrase: '(so'\n", encoding="utf8")
    code, out, err = run(capfdbinary, "diagram", str(path))
    assert (code, out) == (2, "")
    assert err.endswith("( is never closed: '(so'; minutes grammar check shows the place [grammar]\n")
