"""For people who change rules: do the rules hold, and what did a change do to the results."""
