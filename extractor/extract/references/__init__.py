"""Other documents that a document names."""
