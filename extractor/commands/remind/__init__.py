"""What falls due: as a list, as days to come, as a letter to a department."""
