"""The ledger as a whole: what was read is linked, made ready for questions and written out."""
