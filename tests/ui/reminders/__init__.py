"""Tests of reminding: asking, the alarm, the notices."""
