"""A notice as a person reads it, with everything that was found in it marked at its place: text -> HTML."""
