"""Checks: faults of a draft, one finding a file, in the order of their codes."""

from __future__ import annotations

from minutes_cli.checks import (
    ambiguous_reference,
    copies_differ,
    doubled_words,
    duplicate_label,
    empty_resolution,
    label_gap,
    label_late_start,
    label_out_of_order,
    label_restart,
    label_space,
    look_alike_label,
    no_decision,
    run_in_clause,
    truncated_text,
    unresolved_reference,
)
from minutes_cli.checks.base import Check
from minutes_cli.model import Finding, Minutes

CHECKS: tuple[Check, ...] = tuple(
    sorted(
        (
            module.CHECK
            for module in (
                ambiguous_reference,
                copies_differ,
                doubled_words,
                duplicate_label,
                empty_resolution,
                label_gap,
                label_late_start,
                label_out_of_order,
                label_restart,
                label_space,
                look_alike_label,
                no_decision,
                run_in_clause,
                truncated_text,
                unresolved_reference,
            )
        ),
        key=lambda check: check.code,
    )
)
"""Every check, by code."""


def check(minutes: Minutes) -> list[Finding]:
    """All findings about a record, in the order of the text; those without a place stand first."""
    found = [finding for one in CHECKS for finding in one.find(minutes)]
    found.sort(key=lambda finding: (finding.span or (-1, -1), finding.code))
    return found
