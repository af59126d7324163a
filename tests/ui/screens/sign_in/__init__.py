"""Tests of the sign-in page."""
