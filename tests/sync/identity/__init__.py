"""Tests of what lies under the same name in the sources."""
