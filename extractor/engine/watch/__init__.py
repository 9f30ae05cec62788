"""Keep the ledger up to date while people put notices into a folder, change them and take them away."""
