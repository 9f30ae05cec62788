"""One document in several files - twins in TXT and PDF, a corrected re-issue - known as one, and counted once."""
