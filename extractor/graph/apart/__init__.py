"""Linking where no process sees all files: the same graph as ``build``, by group-bys over messages."""
