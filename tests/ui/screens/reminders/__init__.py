"""Tests of the place of reminders."""
