"""Bodies: which own tasks, how much each has to do, one of them, two beside each other."""
