"""Words: where they stand, what is shown around them, what they may be the name of."""
