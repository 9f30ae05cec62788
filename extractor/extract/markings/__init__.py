"""Words that say who has to see to a passage, or by when, and which passage that is."""
