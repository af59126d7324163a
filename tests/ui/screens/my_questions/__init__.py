"""Nyheter in a real window over a real store."""
