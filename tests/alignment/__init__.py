"""Measures of the alignment, on made-up histories and hand-aligned real pairs: ``python -m tests.alignment`` prints them."""
