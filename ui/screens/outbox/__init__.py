"""Utkorg: what the user has done and what is on its way."""
