"""What keeps a second process out; by itself, so that the command line need not import Qt to know of it."""


class AlreadyRunning(Exception):
    """Another process of the same user has this installation's things open."""
