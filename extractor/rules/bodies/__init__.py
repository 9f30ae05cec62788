"""The bodies that the program knows by name, and what the user decided about them."""
