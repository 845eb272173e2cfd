"""Regular expressions that are compiled when they are first used.

The program knows some three hundred, and a page uses a part of them: compiling all takes longer than reading the page.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class Late:
    """Stands for a `re.Pattern` of text; from its first use on it costs what the pattern itself costs."""

    __slots__ = (*_METHODS, "_flags", "pattern")

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        found = self.compiled()
        for method in _METHODS:
            setattr(self, method, getattr(found, method))
        return getattr(found, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but a pattern that is not one raises re.error only when it is first used."""
    return cast("re.Pattern[str]", Late(pattern, flags))
