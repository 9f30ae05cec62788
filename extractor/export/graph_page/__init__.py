"""The graph as one offline page: the data, the page's own scripts, and the libraries they need, all inline."""
