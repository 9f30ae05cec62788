"""Tasks: which, by any condition; their days; what a reminder needs of them."""
