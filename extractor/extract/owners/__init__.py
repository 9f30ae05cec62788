"""Who has to do it: names in lists, labels, clauses and running text, and the subjects of sentences."""
