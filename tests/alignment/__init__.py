"""Measures of the alignment: made-up lists whose history is known, and hand-aligned real pairs. ``python -m tests.alignment`` prints them."""
