"""Speed and memory, measured and shown beside their goals; never a test that fails by the clock."""
