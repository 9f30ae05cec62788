"""The ledger as a whole: how it stands, how much is done, what changed."""
