"""Findings about drafts: lines for people, JSON, and GitHub's annotations."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.model import Finding
from minutes_cli.shown import plain_name, shown_line, shown_name
from minutes_cli.writing.json import json_document

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def write_findings(findings: Sequence[tuple[str, Finding]], form: str) -> bytes:
    """Findings, each with its file's name, as ``text`` or ``github`` (a line each) or ``json`` (one list), in UTF-8."""
    if form == "json":
        return json_document([{"path": plain_name(path)} | _plain(finding) for path, finding in findings])
    line = _annotation if form == "github" else _line
    return "".join(line(path, finding) + "\n" for path, finding in findings).encode("utf8")


def _plain(finding: Finding) -> dict[str, object]:
    from minutes_cli.model import to_record

    record: dict[str, object] = to_record(finding)
    return record


def _line(path: str, finding: Finding) -> str:
    place = f":{finding.lines[0]}" if finding.lines else ""
    return f"{shown_name(path)}{place}: {finding.severity}: {shown_line(finding.message)} [{finding.code} {finding.name}]"


def _annotation(path: str, finding: Finding) -> str:
    """A workflow command; GitHub ends its values at ``%``, ``,`` and ``:``, so these are escaped."""
    values = {"file": plain_name(path)}
    if finding.lines:
        values |= {"line": str(finding.lines[0]), "endLine": str(finding.lines[1])}
    values["title"] = f"{finding.code} {finding.name}"
    told = ",".join(f"{key}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in values.items())
    return f"::{_LEVELS[finding.severity]} {told}::{_escaped(finding.message)}"


def _escaped(text: str) -> str:
    return shown_line(text).replace("%", "%25")
