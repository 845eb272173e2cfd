"""Writers: records and comparisons in every form that people and programs read. A writer never parses."""
