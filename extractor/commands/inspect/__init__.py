"""One thing looked at closely: a notice, its chain, a part of the graph, why a place was read as it was."""
