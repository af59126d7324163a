"""Tests of the demo municipality's CMS."""
