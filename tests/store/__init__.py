"""Tests of the store, most of them on real encrypted files."""
