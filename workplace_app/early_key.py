"""Fetches the account's key in a process of its own that begins before Qt is loaded, and hands it over by a pipe.

The libraries that talk to the keyring take some 100 ms of processor time to import. On a thread they would take them
from the window, which needs the interpreter just then; in a process they take another core's.
"""

import os
import select
import signal
import sys
from contextlib import suppress

from workplace_app.current_account import last_used, left_locked
from workplace_app.domain.frozen import frozen
from workplace_app.folders import system_folders
from workplace_app.own_process import own_command, own_environment
from workplace_app.sealed_key import MOST_BYTES, is_key

PATIENCE_SECONDS = 5.0
"""It asks nobody for a password, so it takes a fraction of a second."""
FETCH_KEY = "fetch-key"
"""The subcommand of the packaged program that does what ``sync.identity.fetch_key`` does."""


@frozen
class EarlyKey:
    """A key that is being fetched: ``reading`` is the end of the pipe from which it will come."""

    account_key: str
    process: int
    reading: int

    def wait(self, patience: float = PATIENCE_SECONDS) -> bytes | None:
        """The key, plain or sealed; None when it could not be had without asking anybody, or not within ``patience``
        seconds: a keyring that is silent is asked again by whoever knows how to say so. Once, and not on the window's
        thread."""
        key = b""
        with os.fdopen(self.reading, "rb", buffering=0) as pipe:
            while len(key) <= MOST_BYTES:
                said, _, _ = select.select([pipe], [], [], patience)
                part = pipe.read(MOST_BYTES + 1) if said else b""
                if not said:
                    os.kill(self.process, signal.SIGKILL)
                if not part:
                    break
                key += part
        with suppress(ChildProcessError):
            os.waitpid(self.process, 0)
        return key if is_key(key) else None


def begin_early_key(*, demo: bool, scale: int = 1) -> EarlyKey | None:
    """Begin to fetch the key of whoever was here last; None where nobody was, and where it is not done this way.

    Only on Linux: Windows answers within the process in a few milliseconds, and macOS asks its owner for permission
    once for each program that wants to know.
    """
    if sys.platform != "linux":
        return None
    folders = system_folders()
    folders = folders.for_demo(scale) if demo else folders
    account_key = last_used(folders)
    return None if account_key is None or left_locked(folders) else fetch_in_process(account_key)


def fetch_in_process(account_key: str) -> EarlyKey | None:
    """Start the process; None when the system does not let us."""
    command = own_command("sync.identity.fetch_key", FETCH_KEY)
    reading, writing = os.pipe()
    try:
        # Both ends are closed in the process by its start, but for the copy that is its standard output.
        process = os.posix_spawn(
            command[0],
            [*command, account_key],
            own_environment(),
            file_actions=[(os.POSIX_SPAWN_DUP2, writing, 1)],
        )
    except OSError:
        os.close(reading)
        return None
    finally:
        os.close(writing)
    return EarlyKey(account_key, process, reading)
