"""What the keepers of this repository run: set-up, checks, pins, packages; the application imports none of it."""
