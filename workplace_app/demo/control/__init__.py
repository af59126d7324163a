"""The control page and the commands behind it: what tests and people change while the demo runs."""
