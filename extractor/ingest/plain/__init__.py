"""Plain text, Markdown and what a saved page becomes: lines put together, set apart, cleared of page furniture."""
