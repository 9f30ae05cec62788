"""PDF with a text layer: characters and ruling lines become lines, tables and paragraphs."""
