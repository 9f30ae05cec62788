"""OFD (GB/T 33190, the format of electronic official documents): drawn characters and lines, as in a PDF."""
