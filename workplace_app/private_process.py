"""Keeps what this process holds to its owner: the files that it makes are its owner's, and it leaves no core file."""

import os
import sys

if sys.platform != "win32":
    import resource

OWNER_ONLY = 0o077


def keep_private() -> None:
    """Called once, before anything is opened. A core file would hold the key of the store in plain sight."""
    os.umask(OWNER_ONLY)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
