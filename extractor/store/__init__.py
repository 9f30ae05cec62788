"""The ledger on disk: what an earlier run found, and what staff wrote into it."""
