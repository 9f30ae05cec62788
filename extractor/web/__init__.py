"""The workbench: the ledger in a browser, for people who will never use a command line."""
