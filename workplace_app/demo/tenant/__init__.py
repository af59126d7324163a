"""The content of the demo tenant: generated from a seed and changed by a log."""
