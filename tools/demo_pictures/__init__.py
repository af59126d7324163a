"""Draws the pictures of the demo municipality's news."""
