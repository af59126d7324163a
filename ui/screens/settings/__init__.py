"""Inställningar: takes effect at once, one reset per page."""
