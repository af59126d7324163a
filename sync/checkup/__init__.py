"""Looks at the ways to the municipality's services for ``workplace-app doctor``: without a token, changing nothing."""
