"""Word documents: their parts, numbers, tables and text boxes become one text."""
