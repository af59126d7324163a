"""One user at two computers, colleagues, a network that fails in every way, crashes: all drawn at random."""
