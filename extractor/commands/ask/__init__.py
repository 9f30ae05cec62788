"""Questions to the ledger as a whole: each lists what fits - tasks, departments, notices, links, words, changes."""
