"""What staff do to the ledger, wherever they do it: taken over, kept, followed, undone."""
