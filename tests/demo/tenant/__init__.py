"""Tests of the demo tenant's content."""
