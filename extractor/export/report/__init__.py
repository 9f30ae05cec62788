"""``report.html``: all notices with what was found marked in their text, and the ledger; one file, offline."""
