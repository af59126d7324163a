"""The fault matrix: every kind of fault at every endpoint and position, each with its one right outcome."""
