"""CSV (RFC 4180): a clause a row, safe to open in a spreadsheet (fault R97)."""

from __future__ import annotations

import csv
import io
from typing import Any

from minutes_cli.model import Minutes
from minutes_cli.shown import shown
from minutes_cli.writing.rows import COLUMNS, clause_rows

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_header() -> bytes:
    """The first line: the names of the columns."""
    return _lines([list(COLUMNS)])


def csv_rows(minutes: Minutes, *, raw: bool = False) -> bytes:
    """One line a clause, CRLF line ends, UTF-8; lists joined by ``; ``, unknown cells empty.

    A cell that a spreadsheet could run as a formula (first character ``= + - @``, tab or CR) gets a leading ``'``;
    `raw` leaves that out. Control and invisible characters are shown as pictures, since CSV has no escapes.
    """
    return _lines([[_cell(row.get(column), raw) for column in COLUMNS] for row in clause_rows(minutes)])


def _lines(rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf8")


def _cell(value: Any, raw: bool) -> str:
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    guarded = f"'{text}" if not raw and text.startswith(_FORMULA_STARTS) else text
    return shown(guarded)
