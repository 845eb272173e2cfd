"""Checks: each has a code, a name, a manual page with a wrong and a right example, and does what the page says."""

from __future__ import annotations

import inspect
import re
import sys
import textwrap

import pytest

from minutes_cli.checks import CHECKS
from minutes_cli.checks.base import Check
from minutes_cli.parsing import parse


def manual(check: Check) -> str:
    """The manual page of a check: the docstring of its module."""
    return inspect.getdoc(sys.modules[check.find.__module__]) or ""


def example(check: Check, which: str) -> str:
    """The ``Wrong`` or ``Right`` example of a check's manual page, with a lead-in in front where it shows none."""
    found = re.search(rf"^{which}:\n\n((?:    .*\n|\n)+)", manual(check) + "\n", re.MULTILINE)
    assert found, f"{check.code} has no example under {which}:"
    page = textwrap.dedent(found[1]).strip()
    return page if check.code.startswith("MIN4") else f"RESOLVED:\n\n{page}"


def spread(page: str) -> str:
    """A page with a blank line between its lines, as saved pages have."""
    return page.replace("\n", "\n\n")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_has_a_code_a_name_and_a_manual_page(check: Check) -> None:
    assert re.fullmatch(r"MIN[1-9][0-9]{2}", check.code)
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", check.name)
    assert check.severity in ("error", "warning", "note")
    assert sys.modules[check.find.__module__].__name__.endswith(check.name.replace("-", "_")) or check.name.startswith("label-")
    first, _, rest = manual(check).partition("\n\n")
    assert first.endswith(".")
    assert re.search(r"\((?:[PRT][0-9]{1,3}[^)]*)\)", rest), "the source of the rule is missing"


def test_codes_and_names_are_used_once() -> None:
    assert len({check.code for check in CHECKS}) == len({check.name for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_wrong_example_is_found(check: Check) -> None:
    names = [finding.name for finding in parse(spread(example(check, "Wrong")), grammar="moderngov").findings]
    assert check.name in names


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_right_example_is_not(check: Check) -> None:
    names = [finding.name for finding in parse(spread(example(check, "Right")), grammar="moderngov").findings]
    assert check.name not in names


def test_findings_stand_in_the_order_of_the_text_and_name_their_lines() -> None:
    page = spread("RESOLVED:\na) That the gate be be painted.\na) That the lamp be lit.\nc) That the wall be mended.")
    findings = parse(page, grammar="moderngov").findings
    assert [finding.name for finding in findings] == ["doubled-words", "duplicate-label", "label-gap"]
    assert [finding.lines for finding in findings] == [(3, 3), (5, 5), (7, 7)]
