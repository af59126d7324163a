"""Påminnelser: what has rung, what waits and what is done."""
