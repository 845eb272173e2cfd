"""A line that begins with something that only looks like a label.

Its letter or digit is none of the plain ones (a Cyrillic ``а``, a full-width ``１``), so the line is read as words and no clause of its
own (R39).

Wrong:

    (１) That the quay be swept.

Right:

    (1) That the quay be swept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.checks.base import Check
from minutes_cli.model import Finding, Minutes

_LINE = re.compile(r"(?:\A|(?<=[\n\r\f]))[^\S\n\r\f]{0,40}+(\(?([^\x00-\x7f\W_])[.)])(?=\s)")


def _find(minutes: Minutes) -> Iterator[Finding]:
    if minutes.text.isascii():
        return
    for found in _LINE.finditer(minutes.text):
        yield CHECK.finding(f"{found[1]} looks like a label, but U+{ord(found[2]):04X} is no plain letter or digit", found.span(1))


CHECK = Check("MIN108", "look-alike-label", "warning", _find)
