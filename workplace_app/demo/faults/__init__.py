"""Faults that can be switched on: wrong answers, bent bodies and broken connections, by route and number of times."""
