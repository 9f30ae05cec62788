"""A file becomes a ``Source``: one text, repaired once, with the place of every stretch beside it."""
