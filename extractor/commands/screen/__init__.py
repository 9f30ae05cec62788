"""What commands say, and how: one line of the catalogue, tables, a progress bar, what is wrong with a command line."""
