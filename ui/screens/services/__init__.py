"""Tjänster: the public services by theme, A to Ö and as journeys, each with its channels as equals."""
