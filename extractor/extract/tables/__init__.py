"""Tables that are ledgers: their header rows, and a task from each row."""
