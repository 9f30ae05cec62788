"""Times as the ledger holds them -> days of the calendar: what is due when, again and again, counted from where."""
