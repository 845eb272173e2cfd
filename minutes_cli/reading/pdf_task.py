"""The PDF reader as a helper process runs it: a file's bytes in, its extract or what is wrong with it out, as JSON."""

from __future__ import annotations

import json

from minutes_cli.errors import InputError
from minutes_cli.reading.pdf import read_pdf

_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 61>>stream
BT /F 9 Tf 60 780 Td (That a) Tj 0 -12 Td (page be read) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF"""


def warm() -> None:
    """Reads a page, so that all that is imported at its first use is there before the helper may open no file any more."""
    answer(_PAGE)


def answer(data: bytes) -> bytes:
    """The fields of the extract, or ``wrong``: message and code. Plain JSON, so that a helper taken over by its file can only lie."""
    try:
        extract = read_pdf(data, "-")
    except InputError as problem:
        return json.dumps({"wrong": [problem.message, problem.code]}).encode()
    told = {
        "text": extract.text,
        "hints": [[*hint.span, hint.role, hint.value] for hint in extract.hints],
        "notices": [[notice.code, notice.message] for notice in extract.notices],
        "page_starts": extract.page_starts,
    }
    return json.dumps(told, separators=(",", ":")).encode()
