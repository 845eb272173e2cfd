"""Grammars: phrases that a clerk can read, compiled and matched; and the small recognisers of `parts`."""
