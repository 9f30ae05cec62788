"""What is decided about the names of bodies, and the ledger by those decisions."""
