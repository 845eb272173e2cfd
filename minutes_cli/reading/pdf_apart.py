"""PDF files, read in a helper process: PDFium is native code, and a page of 2 KB can ask it for gigabytes (faults R71-R75)."""

from __future__ import annotations

import json

from minutes_cli.errors import InputError
from minutes_cli.model import Hint, Notice
from minutes_cli.reading.apart import Died, Limits, OutOfMemory, OutOfTime, ask, prepare
from minutes_cli.reading.extract import Extract

LIMITS = Limits(seconds=30.0, memory=1 << 30)
"""What one PDF may take (section D of the faults)."""

_TASK = "minutes_cli.reading.pdf_task"
_DAMAGED = "is a damaged PDF; open it in a viewer and print it to a new PDF"


def prepare_pdf() -> None:
    """Starts the reader of PDF files, so that it is ready a moment later."""
    prepare(_TASK, LIMITS)


def read_pdf_apart(data: bytes, name: str) -> Extract:
    """The words of a PDF. Raises InputError: [encrypted], [pdf], [pdf-limit], [no-text]; [unreadable] where no process can be started."""
    try:
        told = json.loads(ask(_TASK, data, LIMITS))
    except OutOfTime:
        raise InputError(name, f"takes more than {LIMITS.seconds:g} s to read; split it, or print it to a new PDF", "pdf-limit") from None
    except OutOfMemory:
        raise InputError(
            name, f"takes more than {LIMITS.memory >> 20} MB of memory to read; split it, or print it to a new PDF", "pdf-limit"
        ) from None
    except (Died, ValueError):
        raise InputError(name, _DAMAGED, "pdf") from None
    except OSError as problem:
        raise InputError(name, f"cannot be read ({problem.strerror}); try again", "unreadable") from None
    if "wrong" in told:
        raise InputError(name, *told["wrong"])
    return Extract(
        "pdf",
        told["text"],
        hints=[Hint((start, end), role, value) for start, end, role, value in told["hints"]],
        notices=[Notice(code, message) for code, message in told["notices"]],
        page_starts=told["page_starts"],
    )
