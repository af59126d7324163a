"""One module for each remote collection, all of one shape."""
