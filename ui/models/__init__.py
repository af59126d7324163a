"""One item model per file."""
