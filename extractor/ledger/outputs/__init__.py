"""The files below the folder of the outputs: each written from what the ledger holds."""
