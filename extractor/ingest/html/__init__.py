"""Web pages: which part of a page is the notice, and its paragraphs, lists and tables as they are shown."""
