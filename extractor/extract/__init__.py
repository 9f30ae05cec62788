"""Documents become facts: tasks with their owners and times, and references, each with its place and rule."""
