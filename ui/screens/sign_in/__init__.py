"""Signing in, beside everything that is open to all."""
