"""``names``: which bodies are unknown, which may be one, and what the user decides about it."""
