"""Two analyses of a corpus -> gains, losses, changes, rule by rule; and how often each rule fires."""
