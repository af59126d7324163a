"""Ytor: the workspaces, the one kept list of what happened in them, and what is said there."""
