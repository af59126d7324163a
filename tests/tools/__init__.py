"""Mirrors tools/: what keeps the repository has its tests too."""
