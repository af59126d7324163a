"""Kollegor: the directory A to Ö, and the page of one colleague."""
