"""The graph: its edges, what lies around a node, where the words of a place lead."""
