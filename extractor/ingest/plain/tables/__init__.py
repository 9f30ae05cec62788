"""Task tables in text files: cells parted by tabs, blanks or drawn lines, or one cell a line."""
