"""Notices: which the ledger holds, the record of one, what a person should look at in them."""
