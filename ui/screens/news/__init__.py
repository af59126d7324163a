"""Nyheter: four lists of articles and a reader that needs no network."""
