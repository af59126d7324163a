"""One module for each kind of intent."""
