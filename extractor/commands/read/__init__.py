"""``run`` and ``watch``: notices are read, the ledger is written, and what came of it is told."""
