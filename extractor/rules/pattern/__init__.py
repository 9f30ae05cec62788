"""From the text of a pattern to a search that is fast and ends: words put in, proofs of what it needs, compiled."""
