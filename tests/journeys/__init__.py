"""One user story per file: the real window, the real demo municipality in its own process, real sockets and files."""
