"""Web pages: which part of the page is the notice, and its paragraphs, lists and tables as the page shows them."""
