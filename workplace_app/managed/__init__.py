"""IT's policy as each operating system keeps it: the registry, managed preferences, a file below /etc."""
