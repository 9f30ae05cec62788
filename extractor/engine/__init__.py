"""Who runs the analysis over many files: this process, or several beside it."""
