"""Readers: from a file of any form to its text and what its layout knows. A reader never decides what the words mean."""

from minutes_cli.reading.door import CHANGES, DOCUMENT_LIMIT, TEXT_LIMIT, read, read_bytes

__all__ = ["CHANGES", "DOCUMENT_LIMIT", "TEXT_LIMIT", "read", "read_bytes"]
