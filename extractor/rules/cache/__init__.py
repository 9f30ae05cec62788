"""What was worked out from the rules, kept for the next process of this user."""
