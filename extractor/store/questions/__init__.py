"""Questions to the ledger: what is asked, as conditions, and the answers, as plain values."""
