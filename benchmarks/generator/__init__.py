"""Invented notices by a grammar, as many as wanted, each with its own gold: what a reader has to find in it."""
