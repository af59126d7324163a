"""Rings what is due and dies where it is told to: ``python -m tests.store.ringing_process FOLDER WHERE``.

WHERE is a statement of the transaction (BEGIN, UPDATE, COMMIT), before which the process is killed, or ``shown``:
everything is committed and nothing has been shown.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from tests.store.stored import KEY, ahead
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.own_things.reminders import ring_due


def die() -> None:
    """As the battery does: nothing is put in order."""
    os.kill(os.getpid(), signal.SIGKILL)


def main(folder: str, where: str) -> None:
    """Ring, and die."""
    connection: Any = open_for_screen(StoreFiles.in_folder(Path(folder)), KEY)

    def watch(statement: str) -> None:
        if statement.startswith(where):
            die()

    connection.opened.set_trace_callback(watch)
    ring_due(connection, ahead(hours=2))
    die()


if __name__ == "__main__":
    main(*sys.argv[1:])
