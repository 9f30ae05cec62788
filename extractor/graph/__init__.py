"""Records of all files -> one graph of documents, bodies and tasks, each edge with its evidence."""
