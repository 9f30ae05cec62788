"""Names as printed -> bodies: one body, one name, wherever and however a notice names it."""
